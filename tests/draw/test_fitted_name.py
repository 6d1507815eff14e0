"""A delegation's name is whole at any length: on one line, smaller, then on more; smaller still for a long word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.draw.fitted_name import set_name
from jn_presenter.draw.setting import Setting
from jn_presenter.draw.unbroken import lines_taken
from jn_presenter.model.geometry import Rect
from jn_presenter.model.text import Text, plain
from tests.decks import text
from tests.look import LANGUAGES, chinese, english, env

PLACE = Rect(112.0, 300.0, 1552.0, 280.0)
STATEMENT, TITLE, BELOW = 120.0, 72.0, 56.0


def fit(name: Text, languages: tuple[str, ...] = ("zh",), place: Rect = PLACE) -> Setting:
    return set_name(name, env(languages), place, "statement", "title", "#ffffff")


def size(setting: Setting) -> float:
    return setting.block.lines[0].runs[0].font.size


@pytest.mark.parametrize(
    ("name", "lines", "px"),
    [
        ("字" * 5, 1, STATEMENT),
        ("字" * 12, 1, STATEMENT),
        ("字" * 15, 1, 102.0),
        ("字" * 18, 2, STATEMENT),
        ("字" * 22, 2, STATEMENT),
        ("字" * 40, 2, 72.0),
    ],
)
def test_one_line_is_kept_as_long_as_it_is_not_much_smaller(name: str, lines: int, px: float) -> None:
    setting = fit(plain(name))
    assert (lines_taken(setting.block), size(setting)) == (lines, pytest.approx(px))


def test_sixty_characters_are_set_at_the_least_size_in_three_lines() -> None:
    setting = fit(plain("字" * 60))
    assert (lines_taken(setting.block), size(setting)) == (3, TITLE)
    assert setting.block.height <= PLACE.h


def test_a_long_word_is_set_smaller_rather_than_broken() -> None:
    word = "Donaudampfschifffahrtsgesellschaftsdelegations-Rat"
    setting = fit(plain(word))
    assert BELOW <= size(setting) < TITLE
    assert [line.text for line in setting.block.lines] == [word]


def test_what_has_no_room_is_higher_than_its_place_and_whole() -> None:
    setting = fit(plain("字" * 200))
    assert setting.block.height > PLACE.h
    assert "".join(line.text for line in setting.block.lines) == "字" * 200
    assert size(setting) == TITLE


@given(st.builds(text, chinese(most=60), english(most=9)), st.sampled_from(LANGUAGES))
def test_a_name_is_never_cut_and_never_smaller_than_it_has_to_be(name: Text, languages: tuple[str, ...]) -> None:
    setting = fit(name, languages)
    said = "".join(line.text for line in setting.block.lines)
    for language in languages:
        assert "".join(name.pick(language)[1].split()) in "".join(said.split())
    assert setting.block.width <= PLACE.w + 0.5
    assert setting.block.height <= PLACE.h + 0.5 or size(setting) == pytest.approx(TITLE)
