"""Which figure is meant at a point: bars, rings, outlines and words, and the nearest where none is exactly there."""

import math
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.draw.hit import box_of, figures, hit
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import AnyMark, Arc, Box, Datum, Line, Path, Run, ShapeMark, TextMark
from jn_presenter.model.style import Font


def datum(value: int) -> Datum:
    return Datum(value=Decimal(value), label=str(value))


def bar(key: str, x: float, y: float, w: float, h: float, **more: object) -> ShapeMark:
    return ShapeMark(key=key, shape=Box(x, y, w, h), datum=datum(1), **more)  # type: ignore[arg-type]


def keys(marks: list[AnyMark], x: float, y: float, reach: float = 12.0) -> str:
    found = hit(marks, x, y, reach)
    return found.key if found else ""


def test_the_topmost_of_two_is_meant() -> None:
    marks: list[AnyMark] = [bar("under", 0, 0, 100, 100), bar("over", 50, 0, 100, 100)]
    assert keys(marks, 75, 50) == "over"
    assert keys(marks, 25, 50) == "under"


def test_a_finger_beside_a_thin_bar_means_it_and_one_far_off_means_nothing() -> None:
    marks: list[AnyMark] = [bar("a", 100, 100, 4, 200), bar("b", 130, 100, 4, 200)]
    assert keys(marks, 110, 150) == "a"
    assert keys(marks, 122, 150) == "b"
    assert keys(marks, 200, 150) == ""


def test_what_stands_for_no_figure_or_is_not_seen_is_not_asked() -> None:
    plain = ShapeMark(key="axis", shape=Box(0, 0, 100, 100))
    assert hit([plain, bar("gone", 0, 0, 100, 100, opacity=0.0)], 50, 50) is None
    assert hit([bar("clipped", 0, 0, 100, 100, clip=(200.0, 0.0, 10.0, 10.0))], 50, 50) is None
    assert figures([plain, bar("a", 0, 0, 1, 1)])[0].key == "a"


@pytest.mark.parametrize(("x", "y", "there"), [(0, -75, True), (75, 0, True), (-75, 0, False), (0, -20, False)])
def test_a_sector_is_met_within_its_angles_and_radii(x: float, y: float, there: bool) -> None:
    mark = ShapeMark(key="arc", shape=Arc(0, 0, 100, 50, 0, 180), datum=datum(1))
    assert (hit([mark], x, y) is not None) is there


def test_an_outline_is_met_inside_it_alone() -> None:
    triangle = Path((("M", (0.0, 0.0)), ("L", (100.0, 0.0)), ("L", (0.0, 100.0)), ("Z", ())))
    mark = ShapeMark(key="t", shape=triangle, datum=datum(1))
    assert keys([mark], 20, 20) == "t"
    assert keys([mark], 55, 55) == "t"
    assert keys([mark], 90, 90) == ""
    assert box_of(mark) == Rect(0.0, 0.0, 100.0, 100.0)


def test_words_take_the_rectangle_of_their_lines() -> None:
    font = Font(36.0)
    lines = (
        Line(10.0, 50.0, 80.0, (Run("字", font, "#ffffff"),)),
        Line(10.0, 100.0, 40.0, (Run("字", font, "#ffffff"),)),
    )
    mark = TextMark(key="w", lines=lines, dx=5.0, datum=datum(1))
    assert box_of(mark) == Rect(15.0, 14.0, 80.0, 95.0)
    assert keys([mark], 60, 60) == "w"


@given(st.floats(0, 360), st.floats(1, 359), st.floats(0.02, 0.98), st.floats(0.02, 0.98))
def test_every_point_of_a_ring_sector_meets_it(start: float, sweep: float, along: float, across: float) -> None:
    angle = math.radians(start + sweep * along)
    radius = 50 + 50 * across
    mark = ShapeMark(key="arc", shape=Arc(500, 500, 100, 50, start, sweep), datum=datum(1))
    assert keys([mark], 500 + radius * math.sin(angle), 500 - radius * math.cos(angle)) == "arc"
