"""Linear scales, and bars that leave room for their words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.draw.scale import Linear, px_per_unit

VALUES = st.lists(st.integers(-10_000, 10_000).map(float), min_size=1, max_size=12)


def test_a_scale_maps_its_ends_to_its_ends() -> None:
    scale = Linear(0.0, 200.0, 100.0, 500.0)
    assert [scale.at(value) for value in (0.0, 50.0, 200.0, 250.0)] == [100.0, 200.0, 500.0, 600.0]


def test_a_scale_can_run_upwards_as_charts_do() -> None:
    assert Linear(0.0, 10.0, 300.0, 0.0).at(10.0) == 0.0


def test_a_scale_over_nothing_stays_at_its_start() -> None:
    assert Linear(5.0, 5.0, 7.0, 9.0).at(5.0) == 7.0


def test_the_longest_bar_with_its_words_takes_the_width() -> None:
    assert px_per_unit([2000.0, 1000.0], [120.0, 80.0], 520.0) == pytest.approx(0.2)


def test_long_words_at_a_short_bar_may_be_what_limits_all() -> None:
    assert px_per_unit([100.0, 50.0], [10.0, 400.0], 500.0) == pytest.approx(2.0)


def test_words_wider_than_the_place_leave_no_bar() -> None:
    assert px_per_unit([10.0], [600.0], 500.0) == 0.0


def test_values_of_zero_make_no_scale() -> None:
    assert px_per_unit([0.0, 0.0], [50.0, 50.0], 500.0) == 0.0


@given(VALUES, st.data())
def test_no_bar_with_its_words_leaves_the_width(values: list[float], data: st.DataObject) -> None:
    room = [data.draw(st.integers(0, 200)) * 1.0 for _ in values]
    px = px_per_unit(values, room, 500.0)
    right = max([v * px + r for v, r in zip(values, room, strict=True) if v >= 0], default=0.0)
    left = max([-v * px + r for v, r in zip(values, room, strict=True) if v < 0], default=0.0)
    assert px == 0.0 or right + left <= 500.0 + 1e-6
