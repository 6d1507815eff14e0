"""Bins: every value counted once, round borders, the number by rule or as wanted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.draw.bins import MOST, binned, freedman_diaconis, quantile

VALUES = st.lists(st.integers(-10_000, 10_000).map(lambda value: value / 8), min_size=1, max_size=300)


@given(VALUES, st.none() | st.integers(1, MOST))
def test_every_value_counts_once_and_lies_in_its_bin(values: list[float], wanted: int | None) -> None:
    found = binned(values, wanted)
    assert sum(found.counts) == len(values)
    assert len(found.edges) == len(found.counts) + 1
    assert list(found.edges) == sorted(set(found.edges))
    assert found.edges[0] <= min(values)
    assert max(values) <= found.edges[-1] + 1e-9
    assert len(found.counts) <= MOST + 2
    for k, count in enumerate(found.counts[:-1]):
        here = sum(found.edges[k] <= value < found.edges[k + 1] for value in values)
        assert count == pytest.approx(here)


def test_borders_are_round() -> None:
    assert binned([0.0, 3.0, 47.0, 99.0], 10).edges == tuple(float(10 * k) for k in range(11))


def test_a_value_on_the_last_border_counts_for_the_last_bin() -> None:
    assert binned([0.0, 5.0, 10.0], 2).counts == (1, 2)


def test_equal_values_are_one_bin_around_them() -> None:
    assert binned([7.0, 7.0]).edges == (6.5, 7.5)
    assert binned([7.0, 7.0]).counts == (2,)


def test_nothing_gives_no_bin() -> None:
    assert binned([]).counts == ()


def test_the_rule_of_freedman_and_diaconis() -> None:
    values = [float(value) for value in range(1000)]
    assert freedman_diaconis(values) == 10
    assert freedman_diaconis([1.0] * 50 + [2.0]) == 7


def test_quantiles_lie_between_values() -> None:
    assert quantile([1.0, 2.0, 3.0, 4.0], 0.25) == 1.75
    assert quantile([5.0], 0.75) == 5.0
