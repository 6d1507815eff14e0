"""Dense curves: what they take of each column of pixels, no peak lost, gaps kept."""

from array import array

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.qt.scene.plot_data import columns, doubles, outline

VALUES = st.lists(st.floats(-1e6, 1e6), min_size=2, max_size=300)


@given(VALUES, st.integers(1, 80))
def test_no_peak_is_lost_and_columns_touch(values: list[float], count: int) -> None:
    xs, ys = np.arange(float(len(values))), np.array(values)
    low, high = columns(xs, ys, np.linspace(0.0, len(values) - 1.0, count + 1))
    assert low.min() == pytest.approx(ys.min())
    assert high.max() == pytest.approx(ys.max())
    slack = 1e-9 * np.abs(ys).max() + 1e-9
    assert (low[1:] <= high[:-1] + slack).all()
    assert (high[1:] >= low[:-1] - slack).all()


@given(VALUES, st.integers(1, 80))
def test_an_outline_has_every_peak_in_two_points_a_column(values: list[float], count: int) -> None:
    xs, ys = np.arange(float(len(values))), np.array(values)
    edges = np.linspace(0.0, len(values) - 1.0, count + 1)
    along, found = outline(xs, ys, edges)
    assert len(along) == len(found) == 2 * count
    assert (np.diff(along) >= 0.0).all()
    low, high = columns(xs, ys, edges)
    assert np.minimum(found[::2], found[1::2]).tolist() == low.tolist()
    assert np.maximum(found[::2], found[1::2]).tolist() == high.tolist()


def test_an_outline_goes_the_way_of_the_curve() -> None:
    xs = np.arange(9.0)
    _, rising = outline(xs, xs, np.array([0.0, 4.0, 8.0]))
    _, falling = outline(xs, -xs, np.array([0.0, 4.0, 8.0]))
    assert rising.tolist() == [0.0, 4.0, 4.0, 8.0]
    assert falling.tolist() == [0.0, -4.0, -4.0, -8.0]


def test_between_two_points_the_curve_is_straight() -> None:
    low, high = columns(np.array([0.0, 4.0]), np.array([0.0, 8.0]), np.arange(5.0))
    assert low.tolist() == [0.0, 2.0, 4.0, 6.0]
    assert high.tolist() == [2.0, 4.0, 6.0, 8.0]


def test_gaps_stay_gaps() -> None:
    ys = np.ones(1000)
    ys[400:600] = np.nan
    low, _ = columns(np.arange(1000.0), ys, np.linspace(0.0, 999.0, 51))
    assert np.isnan(low[22:28]).all()
    assert not np.isnan(low[:19]).any()


def test_before_the_first_point_and_behind_the_last_there_is_nothing() -> None:
    low, high = columns(np.array([2.0, 3.0]), np.array([5.0, 6.0]), np.arange(7.0))
    assert np.isnan(low[[0, 4, 5]]).all()
    assert (low[2], high[2]) == (5.0, 6.0)


def test_nothing_at_all_is_no_trouble() -> None:
    assert np.isnan(columns(np.array([]), np.array([]), np.arange(4.0))[0]).all()


def test_a_stream_is_not_copied() -> None:
    cells = array("d", [1.0, 2.0])
    assert np.shares_memory(doubles(memoryview(cells)), np.frombuffer(cells))
    assert doubles((1.0, 2.0)).tolist() == [1.0, 2.0]
