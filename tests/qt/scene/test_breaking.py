"""Breaking lines: properties that hold for every text and width, and the choices a reader would make."""

import math
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from jn_presenter.draw.typography import is_wide
from jn_presenter.qt.scene.breaking import Breaks, Paragraph, break_lines, even, fill, no_widow

EM = 10.0


def paragraph(text: str, marks: str = " ", phrases: str = " ") -> Paragraph:
    """Wide characters of one em, others of half; words end after each of `marks`, phrases after each of `phrases`."""
    xs = [0.0]
    for character in text:
        xs.append(xs[-1] + (EM if is_wide(character) else EM / 2))
    last = len(text)
    wide = {at for at in range(1, last) if is_wide(text[at - 1]) and is_wide(text[at])}
    words = sorted(wide | {at for at in range(1, last) if text[at - 1] in marks})
    return Paragraph(
        text,
        tuple(xs),
        (0.0,) * last,
        (0.0,) * last,
        ((*words, last), tuple(range(1, last + 1))),
        (*(at for at in words if text[at - 1] in phrases), last),
    )


def lines(text: str, ends: tuple[int, ...]) -> list[str]:
    return [text[start:end] for start, end in pairwise((0, *ends))]


def broken(text: str, width: float, *, balance: bool = False, phrases: str = " ") -> list[str]:
    return lines(text, break_lines(paragraph(text, phrases=phrases), width, balance=balance))


TEXTS = st.text("江宁开发区ab ，", min_size=1, max_size=60)
WIDTHS = st.floats(EM, 30 * EM)


@given(TEXTS, WIDTHS, st.booleans())
def test_nothing_is_lost_and_no_line_is_empty(text: str, width: float, balance: bool) -> None:
    found = broken(text, width, balance=balance)
    assert "".join(found) == text
    assert all(found)


@given(TEXTS, WIDTHS, st.booleans())
def test_every_line_fits(text: str, width: float, balance: bool) -> None:
    given_text = paragraph(text)
    for start, end in pairwise((0, *break_lines(given_text, width, balance=balance))):
        assert given_text.width(start, end) <= width + 0.01


@given(TEXTS, WIDTHS)
def test_balance_keeps_the_number_of_lines_and_the_kind_of_break(text: str, width: float) -> None:
    given_text = paragraph(text)
    greedy = fill(given_text, width)
    balanced = even(given_text, width, greedy)
    assert len(balanced.ends) == len(greedy.ends)
    assert balanced.kind <= greedy.kind


@given(TEXTS, st.floats(-30 * EM, EM), st.sampled_from([1.2, math.inf]))
def test_where_there_is_no_room_at_all_nothing_is_lost_either(text: str, width: float, uneven: float) -> None:
    narrow = structs.replace(paragraph(text, phrases="，"), gentle=0.5, uneven=uneven)
    found = lines(text, break_lines(narrow, width, balance=True))
    assert "".join(found) == text
    assert all(found)


def test_an_empty_paragraph_is_one_empty_line() -> None:
    assert break_lines(paragraph(""), 100.0, balance=True) == (0,)


def test_lines_are_filled() -> None:
    assert broken("江宁开发区产业集", 3 * EM) == ["江宁开", "发区产", "业集"]


def test_spaces_at_the_end_of_a_line_need_no_room() -> None:
    assert broken("ab cd", EM) == ["ab ", "cd"]


def test_a_word_is_torn_only_where_it_is_longer_than_a_line() -> None:
    assert broken("ab cdefgh", 2 * EM) == ["ab ", "cdef", "gh"]
    assert broken("ab cdef", 2 * EM) == ["ab ", "cdef"]


def test_a_title_is_evened_out() -> None:
    assert broken("江宁开发区产业集群目", 8 * EM, balance=True) == ["江宁开发区", "产业集群目"]


def test_no_word_is_torn_for_evenness() -> None:
    assert broken("abcdefgh i", 4 * EM, balance=True) == ["abcdefgh ", "i"]


def test_a_title_is_broken_between_phrases() -> None:
    assert broken("江宁开发区的产业集群", 8 * EM, balance=True, phrases="的") == ["江宁开发区的", "产业集群"]


def test_but_not_where_that_makes_one_line_much_longer() -> None:
    assert broken("江宁开发区产业集的群", 9 * EM, balance=True, phrases="的") == ["江宁开发区", "产业集的群"]


def gentle(text: str, width: float, *, balance: bool = False) -> list[str]:
    given_text = structs.replace(paragraph(text, phrases="，"), gentle=0.5, uneven=math.inf)
    return lines(text, break_lines(given_text, width, balance=balance))


def test_gently_broken_text_ends_its_lines_with_phrases() -> None:
    assert broken("江宁开，发区江宁开发", 70.0) == ["江宁开，发区江", "宁开发"]
    assert gentle("江宁开，发区江宁开发", 70.0) == ["江宁开，", "发区江宁开发"]


def test_lines_without_phrases_are_as_even_as_ever() -> None:
    assert gentle("江宁开发区产业集群目", 80.0, balance=True) == ["江宁开发区", "产业集群目"]


def test_but_not_where_that_takes_another_line_or_leaves_one_half_empty() -> None:
    assert gentle("江宁开，发区江宁开，发", 60.0) == ["江宁开，发区", "江宁开，发"]
    assert gentle("江，宁开发区江宁开发区", 80.0) == ["江，宁开发区江宁", "开发区"]


@given(TEXTS, WIDTHS, st.booleans())
def test_gently_broken_text_takes_no_more_lines(text: str, width: float, balance: bool) -> None:
    found = gentle(text, width, balance=balance)
    assert "".join(found) == text
    assert len(found) <= len(broken(text, width, balance=balance))


def paused(text: str, width: float) -> list[str]:
    given_text = paragraph(text, phrases="，的")
    pauses = tuple(at for at in given_text.phrases if at == len(text) or text[at - 1] == "，")
    return lines(text, break_lines(structs.replace(given_text, pauses=pauses), width, balance=True))


def test_a_title_is_broken_at_its_punctuation_before_other_phrases() -> None:
    assert paused("江宁开，发区的产业集群", 9 * EM) == ["江宁开，", "发区的产业集群"]


def test_but_not_where_a_line_would_be_all_but_empty() -> None:
    assert paused("江，宁开发区的产业集群", 9 * EM) == ["江，宁开发区的", "产业集群"]


def test_no_last_line_of_one_character() -> None:
    assert broken("江宁开发区", 4 * EM) == ["江宁开", "发区"]
    assert broken("江宁开发区", 4 * EM, balance=True) == ["江宁开", "发区"]


def test_a_character_with_punctuation_is_still_alone() -> None:
    given_text = Paragraph(
        "江宁开发区。", (0.0, 10.0, 20.0, 30.0, 40.0, 50.0, 60.0), (0.0,) * 6, (0.0,) * 6, ((1, 2, 3, 4, 6),), (6,)
    )
    assert no_widow(given_text, 40.0, Breaks((4, 6))).ends == (3, 6)


def test_no_line_in_the_middle_of_one_character() -> None:
    given_text = Paragraph(
        "江宁开发12345区产",
        tuple(10.0 * at for at in range(12)),
        (0.0,) * 11,
        (0.0,) * 11,
        ((1, 2, 3, 4, 9, 10, 11),),
        (11,),
    )
    assert no_widow(given_text, 50.0, Breaks((3, 4, 9, 11))).ends == (2, 4, 9, 11)


def test_a_line_of_one_character_before_it_is_left() -> None:
    assert broken("江宁", EM) == ["江", "宁"]


def test_a_latin_letter_may_stand_alone() -> None:
    assert broken("abcd e", 2 * EM) == ["abcd ", "e"]
