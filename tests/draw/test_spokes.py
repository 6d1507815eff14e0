"""Spokes: from the ring's edge, never through it, growing from the hub."""

import math

from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.draw.spokes import Hub, bow, inside
from tests.look import MOMENTS

HUB = Hub(500.0, 400.0, 120.0)


def ends(x: float, y: float, t: float) -> tuple[tuple[float, ...], tuple[float, ...]]:
    (_, start), (_, end) = HUB.spoke(x, y, 9.0, t).segments
    return start, end


@given(st.floats(0.0, 6.28), st.floats(140.0, 900.0), MOMENTS)
def test_a_spoke_begins_at_the_ring_and_grows_towards_its_end(turn: float, far: float, t: float) -> None:
    x, y = 500.0 + far * math.cos(turn), 400.0 + far * math.sin(turn)
    start, end = ends(x, y, t)
    assert math.isclose(math.dist(start, (500.0, 400.0)), 120.0, rel_tol=1e-9)
    assert math.isclose(math.dist(start, end), (far - 120.0 - 9.0) * t, abs_tol=1e-6)
    assert math.isclose(math.dist(end, (x, y)), far - 120.0 - math.dist(start, end), abs_tol=1e-6)


def test_a_place_inside_the_ring_has_no_spoke() -> None:
    start, end = ends(520.0, 400.0, 1.0)
    assert start == end
    start, end = ends(500.0, 400.0, 1.0)
    assert start == end


@given(st.integers(1, 12))
def test_a_bow_is_widest_in_its_middle_and_alike_above_and_below(count: int) -> None:
    across = bow(count, 300.0)
    assert len(across) == count
    assert all(math.isclose(a, b) for a, b in zip(across, reversed(across), strict=True))
    assert list(across[: count // 2]) == sorted(across[: count // 2])
    assert all(150.0 < a <= 300.0 for a in across)


def test_what_stands_in_a_circle() -> None:
    assert inside(160.0, 120.0, 100.0)
    assert not inside(170.0, 120.0, 100.0)
