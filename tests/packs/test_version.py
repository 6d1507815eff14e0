"""Versions only grow."""

from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.packs.version import by_time, is_version, order

NUMBERS = st.lists(st.integers(0, 10**17), min_size=1, max_size=4)


@pytest.mark.parametrize("text", ["0", "7", "2.10", "20261123063755", "1.0.0.0"])
def test_whole_numbers_are_versions(text: str) -> None:
    assert is_version(text)


@pytest.mark.parametrize(
    "text", ["", "01", "1.", ".1", "1.2.3.4.5", "v1", "-1", "1\n", "1e5", "１", "9" * 19, "..", "1/2"]
)
def test_nothing_else_is(text: str) -> None:
    assert not is_version(text)


@given(NUMBERS, NUMBERS)
def test_they_are_compared_number_by_number(one: list[int], other: list[int]) -> None:
    first, second = (".".join(map(str, numbers)) for numbers in (one, other))
    padded = [[*numbers, *[0] * (4 - len(numbers))] for numbers in (one, other)]
    assert is_version(first)
    assert (order(first) > order(second)) == (padded[0] > padded[1])
    assert order("") < order(first)


def test_the_usual_version_is_the_time_in_utc_wherever_it_is_made() -> None:
    there = datetime(2026, 11, 23, 14, 37, 55, tzinfo=timezone(timedelta(hours=8)))
    assert by_time(there) == "20261123063755"
    assert is_version(by_time(there))
