"""Bars on their way: as long as the moment says, targets open, the value at the end."""

from decimal import Decimal

import pytest
from hypothesis import given

from jn_presenter.draw.bars import Bars, PlacedRow
from jn_presenter.draw.growth import ZERO_RISE, Toward, body, carried, grown, length, partly, zero_line
from jn_presenter.model.marks import Box, Datum, Path, ShapeMark, TextMark
from tests.look import MOMENTS

NOTHING = TextMark(key="value", lines=())
DATUM = Datum(value=Decimal(7))


def row(*, leftward: bool = False) -> PlacedRow:
    return PlacedRow(NOTHING, Box(100.0, 200.0, 400.0, 40.0), NOTHING, leftward)


@given(MOMENTS)
def test_a_bar_grows_from_zero_and_its_value_stays_at_its_end(t: float) -> None:
    for leftward in (False, True):
        bar, value = grown("b", row(leftward=leftward), t, "#112233", DATUM)
        assert isinstance(bar, ShapeMark)
        assert isinstance(bar.shape, Box)
        assert isinstance(value, TextMark)
        assert bar.shape.w == pytest.approx(400.0 * t)
        assert (bar.shape.x + bar.shape.w if leftward else bar.shape.x) == pytest.approx(500.0 if leftward else 100.0)
        assert value.dx == pytest.approx(400.0 * (1.0 - t) * (1 if leftward else -1))
        assert bar.datum == DATUM


def test_a_target_is_outlined_and_hatched_inside_the_length_of_its_bar() -> None:
    body, _ = grown("b", row(), 1.0, "#112233", DATUM, target=True)
    assert isinstance(body, ShapeMark)
    assert isinstance(body.shape, Box)
    assert (body.fill, body.hatch, body.stroke) == (None, "#112233", "#112233")
    assert body.shape.x + body.shape.w + body.width / 2 == pytest.approx(500.0)


def test_what_is_just_short_of_its_words_has_an_open_end() -> None:
    body, end, _ = grown("b", row(), 1.0, "#112233", DATUM, near=True)
    assert isinstance(body, ShapeMark)
    assert isinstance(end, ShapeMark)
    assert isinstance(end.shape, Path)
    assert (body.fill, end.fill) == ("#112233", None)
    assert end.dash
    assert (body.key, end.key) == ("b", "b.end")


def test_the_line_at_zero_spans_all_bars() -> None:
    rows = (row(), PlacedRow(NOTHING, Box(100.0, 300.0, 40.0, 40.0), NOTHING))
    (line,) = zero_line(Bars(rows=rows, zero=100.0), "#445566")
    assert isinstance(line.shape, Box)
    assert (line.shape.y, line.shape.y + line.shape.h) == (200.0 - ZERO_RISE, 340.0 + ZERO_RISE)
    assert line.shape.x + line.shape.w == 100.0
    assert zero_line(Bars(rows=(), zero=0.0), "#445566") == ()


FULL = Box(100.0, 200.0, 40.0, 400.0)


@given(MOMENTS)
def test_bars_grow_from_zero_whichever_way_and_begin_nearer_to_it_while_those_before_them_grow(t: float) -> None:
    ends: dict[Toward, tuple[float, float]] = {
        "up": (600.0, -1.0),
        "down": (200.0, 1.0),
        "right": (100.0, 1.0),
        "left": (140.0, -1.0),
    }
    for toward, (zero, sign) in ends.items():
        bar = partly(FULL, toward, t, missing=30.0)
        start = {"up": bar.y + bar.h, "down": bar.y, "right": bar.x, "left": bar.x + bar.w}[toward]
        assert start == pytest.approx(zero - sign * 30.0)
        assert length(bar, toward) == pytest.approx(length(FULL, toward) * t)
        moved = carried(NOTHING, toward, 30.0)
        assert (moved.dy if toward in ("up", "down") else moved.dx) == -sign * 30.0


def test_a_target_and_its_open_end_stay_inside_the_column() -> None:
    for toward in ("up", "down", "left", "right"):
        solid, end = body("b", FULL, toward, "#112233", DATUM, target=True, near=True)
        assert isinstance(solid.shape, Box)
        assert isinstance(end.shape, Path)
        for x, y in [point for _, point in end.shape.segments]:
            assert FULL.x <= x <= FULL.x + FULL.w
            assert FULL.y <= y <= FULL.y + FULL.h
        assert FULL.y <= solid.shape.y
        assert solid.shape.y + solid.shape.h <= FULL.y + FULL.h
        assert FULL.x <= solid.shape.x
        assert solid.shape.x + solid.shape.w <= FULL.x + FULL.w
