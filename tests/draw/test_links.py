"""Chains: links of one size that reach into each other, open where another passes above, and drawn bit by bit."""

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.draw.links import Chain, Segments, kept
from tests.look import MOMENTS

CHAINS = st.builds(
    lambda count, width, aspect, upright: Chain(
        count=count,
        length=aspect * width,
        width=width,
        stroke=0.055 * width,
        clear=0.04 * width,
        x=100.0,
        y=300.0,
        upright=upright,
    ),
    st.integers(2, 8),
    st.floats(60.0, 260.0),
    st.floats(1.8, 3.4),
    st.booleans(),
)


def points(segments: Segments) -> list[tuple[float, float]]:
    """The corners of a path and points along its curves."""
    found: list[tuple[float, float]] = []
    for op, numbers in segments:
        if op == "C":
            a, (b, c, d) = found[-1], zip(numbers[::2], numbers[1::2], strict=True)
            for k in range(1, 17):
                t, u = k / 16, 1 - k / 16
                found.append(
                    tuple(  # type: ignore[arg-type]
                        u**3 * p + 3 * u * u * t * q + 3 * u * t * t * r + t**3 * s
                        for p, q, r, s in zip(a, b, c, d, strict=True)
                    )
                )
        elif op == "L":
            (ax, ay), (bx, by) = found[-1], (numbers[0], numbers[1])
            found += [(ax + (bx - ax) * k / 16, ay + (by - ay) * k / 16) for k in range(1, 17)]
        elif op == "M":
            found.append((numbers[0], numbers[1]))
    return found


def length(segments: Segments) -> float:
    total = 0.0
    at: list[tuple[float, float]] = []
    for op, numbers in segments:
        if op == "M":
            at = [(numbers[0], numbers[1])]
        elif op != "Z":
            piece = points((("M", at[-1]), (op, numbers)))
            total += sum(math.dist(p, q) for p, q in pairwise(piece))
            at.append(piece[-1])
    return total


def whole(chain: Chain) -> list[Segments]:
    return [chain.drawn(k, [1.0] * chain.count) for k in range(chain.count)]


@given(CHAINS)
def test_every_link_stands_within_the_chain(chain: Chain) -> None:
    wide, high = (chain.width, chain.extent) if chain.upright else (chain.extent, chain.width)
    half = chain.stroke / 2
    for link in whole(chain):
        for x, y in points(link):
            assert 100.0 + half - 0.1 <= x <= 100.0 + wide - half + 0.1
            assert 300.0 + half - 0.1 <= y <= 300.0 + high - half + 0.1


@given(CHAINS)
def test_links_are_as_round_as_circles(chain: Chain) -> None:
    """A point of a link is either on a straight side or one radius from the centre of a round end."""
    for k, link in enumerate(whole(chain)):
        x, y = chain.centres()[k]
        for px, py in points(link):
            along, across = (py - y, px - x) if chain.upright else (px - x, py - y)
            beyond = max(0.0, abs(along) - (chain.length - chain.width) / 2)
            assert math.hypot(beyond, across) == pytest.approx(chain.radius, rel=1e-3)


@given(CHAINS.filter(lambda chain: chain.count > 1))
def test_a_link_is_open_where_another_passes_above_it(chain: Chain) -> None:
    """At each crossing one of the two is drawn, and the other keeps clear of its band."""
    for link, after in pairwise(whole(chain)):
        nearest = min(math.dist(p, q) for p in points(link) for q in points(after))
        assert nearest >= chain.stroke / 2 + chain.clear / 2


@given(CHAINS.filter(lambda chain: chain.count > 2))
def test_inner_links_miss_two_pieces_and_outer_ones_one(chain: Chain) -> None:
    gap = chain.stroke + 2 * chain.clear
    around = 2 * chain.half
    missing = [(around - length(link)) / gap for link in whole(chain)]
    assert missing == pytest.approx([1.0, *[2.0] * (chain.count - 2), 1.0], abs=0.1)


def test_a_link_alone_is_closed() -> None:
    (link,) = whole(Chain(count=1, length=240.0, width=100.0, stroke=6.0, clear=4.0))
    assert link[-1] == ("Z", ())
    assert sum(op == "M" for op, _ in link) == 1


@given(CHAINS, st.data())
def test_a_link_is_drawn_as_far_as_its_way(chain: Chain, data: st.DataObject) -> None:
    way = data.draw(MOMENTS)
    k = data.draw(st.integers(0, chain.count - 1))
    ways = [1.0 if other < k else way if other == k else 0.0 for other in range(chain.count)]
    gap = chain.stroke + 2 * chain.clear
    drawn = length(chain.drawn(k, ways))
    assert 2 * chain.half * way - 2 * gap - 0.5 <= drawn <= 2 * chain.half * way + 0.5


@given(CHAINS.filter(lambda chain: chain.count > 1))
def test_a_link_is_closed_where_the_next_is_not_drawn_yet(chain: Chain) -> None:
    first = chain.drawn(0, [1.0, *[0.0] * (chain.count - 1)])
    assert length(first) == pytest.approx(2 * chain.half, rel=1e-3)


@given(CHAINS, MOMENTS)
def test_no_stroke_jumps(chain: Chain, way: float) -> None:
    """Within a part of the path, one point follows the other; there is no line across a link."""
    ways = [way] * chain.count
    for k in range(chain.count):
        at: list[tuple[float, float]] = []
        for op, numbers in chain.drawn(k, ways):
            if op == "M":
                at = [(numbers[0], numbers[1])]
                continue
            piece = points((("M", at[-1]), (op, numbers)))
            assert max(math.dist(p, q) for p, q in pairwise(piece)) < chain.length / 8
            at.append(piece[-1])


def test_the_centres_lie_a_pitch_apart() -> None:
    chain = Chain(count=3, length=240.0, width=100.0, stroke=6.0, clear=4.0, x=50.0, y=20.0)
    assert [x for x, _ in chain.centres()] == pytest.approx([170.0, 170.0 + chain.pitch, 170.0 + 2 * chain.pitch])
    assert {y for _, y in chain.centres()} == {70.0}
    assert chain.extent == pytest.approx(240.0 + 2 * chain.pitch)


def test_what_is_kept_of_a_span_is_in_order_and_not_empty() -> None:
    assert kept((-10.0, 10.0), [(4.0, 6.0), (-7.0, -3.0)]) == [(-10.0, -7.0), (-3.0, 4.0), (6.0, 10.0)]
    assert kept((-2.0, 2.0), [(-3.0, 3.0)]) == []
    assert kept((-5.0, 5.0), [(4.0, 9.0)]) == [(-5.0, 4.0)]
    assert kept((0.0, 0.0), []) == []
