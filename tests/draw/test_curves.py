"""Curves over an axis: what they span, and their part up to a moment."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.draw.curves import last_known, up_to, value_range
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
