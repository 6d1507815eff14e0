"""Stacks: sums to the last digit, shares that make exactly 100."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.draw.stacks import WHOLE, percentages, stacked, summed

AMOUNTS = st.decimals(0, 10**20, allow_nan=False, allow_infinity=False, places=6)


@given(st.lists(AMOUNTS, min_size=1, max_size=12), st.integers(0, 2))
def test_shares_make_exactly_100_and_none_is_off_by_a_whole_place(values: list[Decimal], places: int) -> None:
    shares = percentages(values, places)
    total = summed(values)
    if not total:
        assert set(shares) == {0}
        return
    assert sum(shares) == WHOLE
    for share, value in zip(shares, values, strict=True):
        assert abs(share - value * 100 / total) < Decimal(1).scaleb(-places)


def test_what_is_left_goes_to_those_that_lost_most() -> None:
    assert [int(share) for share in percentages([Decimal(1)] * 3)] == [34, 33, 33]
    assert [int(share) for share in percentages([Decimal(2), Decimal(3), Decimal(1)])] == [33, 50, 17]
    with pytest.raises(ValueError, match="negative"):
        percentages([Decimal(-1), Decimal(2)])


@given(st.lists(st.none() | AMOUNTS, min_size=1, max_size=12))
def test_each_begins_where_the_one_before_it_ends(values: list[Decimal | None]) -> None:
    spans = stacked(values)
    assert spans[0].low == 0
    assert [span.low for span in spans[1:]] == [span.high for span in spans[:-1]]
    assert spans[-1].high == summed([value for value in values if value is not None])


def test_sums_keep_every_digit() -> None:
    assert summed([Decimal("1e29"), Decimal("0.000001")]) == Decimal("100000000000000000000000000000.000001")
