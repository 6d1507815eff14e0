"""Curves over an axis: what they span, and their part up to a moment."""

import math
from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.draw.curves import (
    differ,
    extremes,
    is_stream,
    last_known,
    lone,
    risen_to,
    stretches,
    up_to,
    value_range,
)
from jn_presenter.model.marks import Series

NAN = math.nan


def series(*ys: float) -> Series:
    return Series(key="c", xs=tuple(float(x) for x in range(len(ys))), ys=ys, colour="#ffffff")


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ((10.0, 100.0), (0.0, 100.0)),
        ((80.0, 100.0), (80.0, 100.0)),
        ((-100.0, -10.0), (-100.0, 0.0)),
        ((-5.0, 5.0), (-5.0, 5.0)),
        ((7.0,), (6.0, 8.0)),
        ((NAN,), (0.0, 1.0)),
        ((), (0.0, 1.0)),
    ],
)
def test_an_axis_begins_at_zero_where_zero_is_near(values: tuple[float, ...], expected: tuple[float, float]) -> None:
    assert value_range(values) == expected


def test_a_curve_is_drawn_as_far_as_the_moment_its_end_interpolated() -> None:
    part = up_to(series(0.0, 10.0, 20.0), 1.5)
    assert (part.xs, part.ys) == ((0.0, 1.0, 1.5), (0.0, 10.0, 15.0))


def test_a_curve_before_its_start_has_no_point() -> None:
    assert up_to(series(1.0, 2.0), -0.5).xs == ()


def test_a_gap_is_not_bridged_while_the_curve_is_drawn() -> None:
    assert up_to(series(0.0, NAN, 20.0), 0.5).xs == (0.0,)
    assert up_to(series(0.0, NAN, 20.0), 1.5).xs == (0.0, 1.0)


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=20))
def test_at_its_end_a_curve_is_whole(ys: list[float]) -> None:
    whole = series(*ys)
    assert up_to(whole, whole.xs[-1]) == whole


def test_the_last_point_with_a_value_is_where_the_name_belongs() -> None:
    assert last_known((0.0, 1.0, 2.0), (5.0, 6.0, NAN)) == (1.0, 6.0)
    assert last_known((0.0,), (NAN,)) is None


def test_streams_are_told_apart_by_identity() -> None:
    one, other = memoryview(array("d", [1.0, 2.0])), memoryview(array("d", [1.0, 2.0]))
    assert not differ(one, one)
    assert differ(one, other)
    assert not differ((1.0, 2.0), (1.0, 2.0))
    assert is_stream(Series(key="", xs=one, ys=one, colour="#ffffff"))
    assert not is_stream(Series(key="", xs=(1.0,), ys=(2.0,), colour="#ffffff"))


def test_what_is_drawn_so_far_takes_its_floors_along() -> None:
    area = Series(key="", xs=(0.0, 1.0, 2.0), ys=(4.0, 8.0, 6.0), floors=(0.0, 2.0, 2.0), colour="#ffffff")
    part = up_to(area, 0.5)
    assert (part.xs, part.ys, part.floors) == ((0.0, 0.5), (4.0, 6.0), (0.0, 1.0))
    assert risen_to(area, 0.5).ys == (2.0, 5.0, 4.0)


def test_stretches_end_at_gaps_and_single_points_are_alone() -> None:
    row = (1.0, 2.0, NAN, 4.0, NAN, 6.0, 7.0, 8.0)
    assert stretches(row) == ((0, 2), (5, 8))
    assert lone(row) == (3,)
    assert lone((NAN,)) == ()
    assert lone((1.0,)) == (0,)


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=60), st.integers(1, 10))
def test_the_extremes_of_each_part_are_kept_with_both_ends(ys: list[float], count: int) -> None:
    places = extremes(ys, count)
    assert list(places) == sorted(set(places))
    assert (places[0], places[-1]) == (0, len(ys) - 1)
    assert len(places) <= max(len(ys) if len(ys) <= 2 * count else 0, 2 * count + 2)
    for part in range(count):
        of = range(part * len(ys) // count, (part + 1) * len(ys) // count)
        if of:
            kept = [ys[k] for k in places if k in of]
            assert (min(kept), max(kept)) == (min(ys[k] for k in of), max(ys[k] for k in of))
