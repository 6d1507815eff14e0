"""Small lines: every value within its place, gaps, dates in proportion, the last point marked."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.draw.sparkline import DOT, Sparkline, positions, sparkline
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import Box, Path, ShapeMark
from jn_presenter.model.text import plain
from tests.decks import NIGHT
from tests.look import MOMENTS

PLACE = Rect(100.0, 200.0, 320.0, 64.0)
VALUES = st.lists(st.none() | st.decimals(-(10**9), 10**9, places=2), max_size=60)


def of(values: list[Decimal | None], *names: str) -> Sparkline:
    return sparkline(values, [plain(name) for name in names], PLACE, NIGHT)


def points(found: Sparkline) -> list[tuple[str, tuple[float, ...]]]:
    assert found.line
    assert isinstance(found.line.shape, Path)
    return list(found.line.shape.segments)


@given(VALUES)
def test_the_least_and_the_largest_value_are_within_the_place_with_the_whole_of_the_line(
    values: list[Decimal | None],
) -> None:
    found = of(values)
    known = [value for value in values if value is not None]
    assert bool(found.line) == bool(known)
    if not known:
        return
    ys = [y for _, (_, y) in points(found)]
    assert min(ys) >= PLACE.y + DOT - 1e-6
    assert max(ys) <= PLACE.bottom - DOT + 1e-6
    if min(known) < max(known):
        assert (min(ys), max(ys)) == pytest.approx((PLACE.y + DOT, PLACE.bottom - DOT))
    assert bool(found.last) == (values[-1] is not None)


def test_missing_values_are_gaps_and_a_value_alone_is_a_point() -> None:
    ops = [op for op, _ in points(of([Decimal(v) if v else None for v in (1, 2, 0, 3, 0, 4, 5)]))]
    assert ops == ["M", "L", "M", "L", "M", "L"]


def test_the_last_point_is_marked_where_the_line_ends() -> None:
    found = of([Decimal(1), Decimal(5), Decimal(3)])
    assert found.last
    assert isinstance(found.last.shape, Box)
    assert found.last.fill == NIGHT.accent
    x, y = points(found)[-1][1]
    assert (found.last.shape.x + DOT, found.last.shape.y + DOT) == pytest.approx((x, y))


def test_rows_stand_as_their_dates_do_and_others_evenly() -> None:
    dated = positions([plain(name) for name in ("2018", "2020", "2021")], 3)
    assert dated[1] - dated[0] == pytest.approx(2 * (dated[2] - dated[1]))
    for names in (("2021", "2020", "2022"), ("春", "夏", "秋"), ()):
        assert positions([plain(name) for name in names], 3) == (0.0, 1.0, 2.0)


@given(MOMENTS)
def test_it_is_drawn_from_the_left_and_whole_in_the_end(t: float) -> None:
    found = of([Decimal(1), Decimal(5), Decimal(3)])
    line, last = found.at(t)
    assert isinstance(line, ShapeMark)
    assert (line.clip is None) == (t >= 1.0)
    assert last.opacity == pytest.approx(t)
    assert found.at(1.0) == (found.line, found.last)
