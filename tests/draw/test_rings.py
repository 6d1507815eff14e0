"""Sectors of a ring, drawn as far as a moment, with their words around them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.draw.rings import FULL, GAP, Ring, callouts, drawn, sectors
from jn_presenter.model.geometry import Rect
from tests.look import collisions, outside

RING = Ring(400.0, 300.0, 160.0, 120.0)
PLACE = Rect(0.0, 0.0, 800.0, 600.0)


def test_sectors_follow_each_other_clockwise_from_twelve() -> None:
    assert sectors([0.25, 0.5, 0.25]) == ((0.0, 90.0), (90.0, 180.0), (270.0, 90.0))


def test_twelve_oclock_is_up_and_three_is_right() -> None:
    assert RING.edge(0.0, 160.0) == pytest.approx((400.0, 140.0))
    assert RING.edge(90.0, 160.0) == pytest.approx((560.0, 300.0))


def test_a_ring_alone_closes() -> None:
    assert drawn(0.0, FULL, 160.0, 1.0, alone=True) == (0.0, FULL)


def test_sectors_leave_a_gap_between_them() -> None:
    start, sweep = drawn(0.0, 90.0, 160.0, 1.0)
    assert start > 0.0
    assert 90.0 - (start + sweep) == pytest.approx(start)
    assert (90.0 - sweep) / FULL * 2 * 3.14159 * 160.0 == pytest.approx(GAP, rel=0.01)


@given(st.floats(0.0, 359.0), st.floats(0.1, 180.0), st.floats(0.0, 1.0))
def test_a_sector_is_never_drawn_beyond_the_turn(start: float, sweep: float, t: float) -> None:
    begin, seen = drawn(start, sweep, 160.0, t)
    assert 0.0 <= seen <= sweep
    assert seen == 0.0 or begin + seen <= max(t * FULL, begin) + 1e-6


@given(st.lists(st.floats(0.01, 1.0), min_size=1, max_size=12))
def test_the_words_around_a_ring_neither_overlap_nor_leave_their_place(shares: list[float]) -> None:
    turns = sectors([share / sum(shares) for share in shares])
    sizes = [(150.0, 44.0)] * len(shares)
    around = callouts(RING, [start + sweep / 2 for start, sweep in turns], sizes, PLACE)
    boxes = [(str(k), Rect(c.x, c.y, *sizes[k])) for k, c in enumerate(around)]
    assert not collisions(boxes)
    assert not outside(boxes, PLACE)
    for callout in around:
        assert (callout.x < RING.cx) == callout.leftward
