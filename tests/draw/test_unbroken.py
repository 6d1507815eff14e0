"""The widest word: what a column must hold so that no word breaks, and in how many lines words stand."""

import pytest

from jn_presenter.draw.setting import set_text
from jn_presenter.draw.unbroken import lines_taken, tears_word, widest_phrase, widest_word
from jn_presenter.model.element import Block
from jn_presenter.model.marks import Line, Run
from jn_presenter.model.style import Font
from tests.decks import text
from tests.look import env


def test_only_words_of_letters_count_not_chinese_or_the_whole_line() -> None:
    name = text("江宁开发区的5G工厂", "An unbroken constellation")
    assert widest_word(name, env(("en",)), "body") == len("constellation") * 18.0
    assert widest_word(name, env(("zh",)), "body") == len("5G") * 18.0


def test_of_stacked_languages_the_wider_word_counts_at_its_own_size() -> None:
    name = text("5G", "constellation")
    assert widest_word(name, env(("zh", "en")), "lead") == len("constellation") * 0.6 * 48.0 / 2


def test_a_figure_held_to_its_unit_is_one_word() -> None:
    assert widest_word(text("", "No.\u00a01000000 of"), env(("en",)), "body") == len("No. 1000000") * 18.0


def test_no_words_need_no_room() -> None:
    assert widest_word(text("", ""), env(), "body") == 0.0


def test_a_phrase_is_a_chinese_name_as_a_whole_and_of_letters_the_widest_word() -> None:
    name = text("江宁开发区", "Jiangning Development Zone")
    assert widest_phrase(name, env(("zh",)), "body") == 5 * 36.0
    assert widest_phrase(name, env(("en",)), "body") == len("Development") * 18.0


def test_lines_are_counted_language_by_language() -> None:
    name = text("江宁开发区", "Jiangning Development Zone")
    assert lines_taken(set_text(name, env(("zh", "en")), 400.0, "body").block) == 1
    assert lines_taken(set_text(name, env(("zh", "en")), 180.0, "body").block) == 3
    assert lines_taken(set_text(text("", ""), env(), 180.0, "body").block) <= 1


def block(*lines: str, language: str = "en") -> Block:
    """Lines as the real measure breaks them, at the body's size."""
    runs = ((Run(line, Font(36.0), "#000000"),) for line in lines)
    return Block(tuple(Line(0.0, 0.0, 0.0, run, language) for run in runs), 0.0, 0.0)


@pytest.mark.parametrize(
    ("lines", "torn"),
    [
        (("An unbroken", "constellat", "ion"), True),
        (("An unbroken", "in-constellat", "ion"), True),
        (("An unbroken", "in-", "constellation"), False),  # at its hyphen
        (("An", "unbroken"), False),
        (("An unbroken constellation",), False),
    ],
)
def test_a_word_wider_than_its_line_is_torn(lines: tuple[str, ...], torn: bool) -> None:
    name = text("", "An unbroken constellation in-constellation")
    assert tears_word(block(*lines), name, env(("en",)), 10 * 18.0) == torn
    assert not tears_word(block(*lines), name, env(("en",)), 13 * 18.0)


def test_chinese_goes_on_in_the_next_line() -> None:
    name = text("江宁开发区", "")
    assert not tears_word(block("江宁", "开发区", language="zh"), name, env(("zh",)), 36.0)
