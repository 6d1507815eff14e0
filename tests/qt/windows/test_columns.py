"""Sections in columns, by numbers."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.qt.windows.console.columns import columns

HEIGHTS = st.lists(st.integers(1, 50), min_size=1, max_size=9)


def highest(heights: list[int], places: tuple[tuple[int, ...], ...], gap: int) -> int:
    return max(sum(heights[k] for k in column) + gap * (len(column) - 1) for column in places)


@given(HEIGHTS, st.integers(1, 4), st.integers(0, 5))
def test_sections_keep_their_order_and_no_other_way_is_lower(heights: list[int], count: int, gap: int) -> None:
    found = columns(heights, count, gap)
    assert [k for column in found for k in column] == list(range(len(heights)))
    assert len(found) <= count
    n = len(heights)
    ways = [[0, n]]
    for _ in range(count - 1):
        ways += [sorted({*way, cut}) for way in ways for cut in range(1, n)]
    best = min(highest(heights, tuple(tuple(range(*cut)) for cut in pairwise(w)), gap) for w in ways)
    assert highest(heights, found, gap) == best


def test_nothing_needs_no_column() -> None:
    assert columns([], 3, 1.0) == ()
