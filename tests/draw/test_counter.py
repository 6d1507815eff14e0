"""Numbers that go from one figure to the next: exact at both ends, between them on the way, right-aligned."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.draw.animate import Morph
from jn_presenter.draw.numeral import set_numeral
from jn_presenter.model.marks import TextMark
from tests.look import env

FIGURES = st.decimals(0, 10**9, places=1)


def marks(words: str, x: float = 100.0, *, counts: bool = True, size: float = 96.0) -> tuple[TextMark, ...]:
    numeral = set_numeral(words, "zh", env(), size, 1600.0, "#ffffff", "#cccccc")
    return numeral.marks("figure", x, 200.0, counts=counts)


def number(shown: tuple[object, ...]) -> TextMark:
    return next(mark for mark in shown if isinstance(mark, TextMark) and mark.key == "figure.number")


def at(old: str, new: str, t: float, **more: object) -> str:
    return number(Morph(marks(old, **more), marks(new, **more)).at(t)).lines[0].text  # type: ignore[arg-type]


@given(FIGURES, FIGURES, st.floats(0.01, 0.99))
def test_the_number_lies_between_the_two_and_ends_on_the_published_one(old: Decimal, new: Decimal, t: float) -> None:
    words = at(f"{old:,}人次", f"{new:,}人次", t)
    assert min(old, new) <= Decimal(words.replace(",", "")) <= max(old, new)
    end = Morph(marks(f"{old:,}人次"), marks(f"{new:,}人次")).at(1.0)
    assert end == marks(f"{new:,}人次")


def test_decimals_and_commas_are_those_of_the_new_figure() -> None:
    assert at("900", "1,100", 0.75) == "1,050"
    assert at("10", "20.50", 0.5) == "15.25"
    assert at("1000", "3000", 0.5) == "2000"


def test_the_right_edge_goes_from_the_old_one_to_the_new() -> None:
    old, new = marks("99人次", 100.0), marks("12345人次", 300.0)
    ends = [number(shown).lines[0] for shown in (old, new)]
    halfway = number(Morph(old, new).at(0.5))
    line = halfway.lines[0]
    right = sum(end.x + end.width for end in ends) / 2
    assert line.x + line.width + halfway.dx == pytest.approx(right)
    assert line.width == pytest.approx(len(line.text) * ends[1].width / 5)


def test_its_size_goes_from_the_old_one_to_the_new() -> None:
    old, new = marks("100人次"), marks("200人次", size=48.0)
    line = number(Morph(old, new).at(0.5)).lines[0]
    assert line.runs[0].font.size == 72.0
    assert line.width == pytest.approx((number(old).lines[0].width + number(new).lines[0].width) / 2)


@given(FIGURES, FIGURES, st.floats(0.0, 1.0))
def test_it_stands_between_the_edges_of_both(old: Decimal, new: Decimal, t: float) -> None:
    ends = [number(marks(f"{value:,}人次")).lines[0] for value in (old, new)]
    line = number(Morph(marks(f"{old:,}人次"), marks(f"{new:,}人次")).at(t)).lines[0]
    assert line.x >= min(end.x for end in ends) - 1e-6
    assert line.x + line.width <= max(end.x + end.width for end in ends) + 1e-6


def test_it_goes_on_from_where_it_was_when_it_changes_again() -> None:
    halfway = Morph(marks("100人次"), marks("200人次")).at(0.5)
    assert number(halfway).lines[0].text == "150"
    assert number(Morph(halfway, marks("250人次")).at(0.5)).lines[0].text == "200"


@pytest.mark.parametrize(
    ("old", "new"), [("RMB 900 billion", "RMB 1.2 trillion"), ("千亿级", "2000亿级"), ("5件", "6人次")]
)
def test_what_is_counted_in_other_words_is_new_at_once(old: str, new: str) -> None:
    shown = number(Morph(marks(old), marks(new)).at(0.5))
    assert shown.lines[0].text == number(marks(new)).lines[0].text


def test_ranks_and_years_do_not_count() -> None:
    assert at("第6位", "第2位", 0.5, counts=False) == "2"
