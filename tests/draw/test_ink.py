"""Ink by numbers: nothing moves that is drawn, thinning is not seen, and an eraser takes what it comes upon."""

from itertools import pairwise
from math import hypot

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from jn_presenter.draw.ink import (
    FLAT_PX,
    MOST_POINTS,
    OPACITY,
    SHADES,
    TOLERANCE_PX,
    diameter,
    finished,
    ink_marks,
    piece,
    smoothed,
    tail,
    thinned,
    touches,
)
from jn_presenter.model.geometry import TALL, WALL, WIDE, Canvas
from jn_presenter.model.ink import Point, Stroke
from jn_presenter.model.marks import Box, Path
from tests.decks import DAY, NIGHT

CANVASES = st.sampled_from((WIDE, TALL, WALL))
SHARES = st.floats(0, 1)
LINES = st.lists(st.builds(Point, SHARES, SHARES, SHARES), min_size=1, max_size=30).map(tuple)


def stroke(*points: Point, tool: str = "pen", width: float = 6.0) -> Stroke:
    return Stroke(tool, "azure", width, points)  # type: ignore[arg-type]


def px(x: float, y: float, pressure: float = 0.5) -> Point:
    """A place in px of the wide canvas."""
    return Point(x / WIDE.width, y / WIDE.height, pressure)


def places(points: tuple[Point, ...], canvas: Canvas = WIDE) -> list[tuple[float, float]]:
    return [(p.x * canvas.width, p.y * canvas.height) for p in points]


def test_a_corner_of_the_hand_becomes_a_curve_between_the_midpoints() -> None:
    found = places(smoothed((px(0, 0), px(100, 0), px(100, 100)), WIDE))
    assert found[0] == (0, 0)
    assert found[1] == pytest.approx((50, 0))
    assert found[-2] == pytest.approx((100, 50))
    assert found[-1] == pytest.approx((100, 100))
    middle = (87.5, 12.5)  # a quadratic's own: a quarter, a half and a quarter of its three points
    assert min(_off(middle, a, b) for a, b in pairwise(found)) <= FLAT_PX
    assert all(b[0] >= a[0] - 1e-9 and b[1] >= a[1] - 1e-9 for a, b in pairwise(found))


@given(LINES, CANVASES)
def test_a_further_point_changes_nothing_of_what_stands(points: tuple[Point, ...], canvas: Canvas) -> None:
    before, after = smoothed(points[:-1], canvas), smoothed(points, canvas)
    stands = before[:-1] if len(points) > 2 else before
    assert after[: len(stands)] == stands


@given(LINES.filter(lambda points: len(points) > 1), CANVASES)
def test_pieces_and_tail_are_the_whole_line(points: tuple[Point, ...], canvas: Canvas) -> None:
    parts = [piece(points, k, canvas) for k in range(len(points) - 1)] + [tail(points)]
    assert parts[0][0] == points[0]
    assert parts[-1][-1] == points[-1]
    assert all(one[-1] == two[0] for one, two in pairwise(parts))
    assert sum((part[1:] for part in parts), parts[0][:1]) == smoothed(points, canvas)


@given(LINES, CANVASES)
def test_no_place_is_further_off_after_thinning_than_is_seen(points: tuple[Point, ...], canvas: Canvas) -> None:
    line = stroke(*points)
    kept = thinned(points, line, canvas, TOLERANCE_PX)
    assert (kept[0], kept[-1]) == (points[0], points[-1])
    here = [(p.x * canvas.width, p.y * canvas.height, diameter(line, p.pressure)) for p in kept]
    for p in points:
        place = (p.x * canvas.width, p.y * canvas.height, diameter(line, p.pressure))
        nearest = min(_off(place, a, b) for a, b in zip(here, here[1:] or here, strict=False))
        assert nearest <= TOLERANCE_PX + 1e-6


def _off(p: tuple[float, ...], a: tuple[float, ...], b: tuple[float, ...]) -> float:
    way = [y - x for x, y in zip(a, b, strict=True)]
    long = sum(w * w for w in way)
    t = sum((q - x) * w for q, x, w in zip(p, a, way, strict=True)) / long if long else 0.0
    t = min(1.0, max(0.0, t))
    return hypot(*(q - x - t * w for q, x, w in zip(p, a, way, strict=True)))


def test_a_straight_even_line_keeps_its_two_ends() -> None:
    assert len(finished(stroke(*(px(10 * k, 5 * k) for k in range(100))), WIDE).points) == 2


def test_a_line_pressed_harder_and_harder_needs_no_more() -> None:
    line = finished(stroke(*(px(10 * k, 0, k / 100) for k in range(101))), WIDE)
    assert [(p.x * WIDE.width, p.pressure) for p in line.points] == [(0.0, 0.0), (pytest.approx(1000, abs=0.02), 1.0)]


def test_however_fast_pressure_changes_the_line_widens_in_small_steps() -> None:
    pressures = [p.pressure for p in piece((px(0, 0, 0.0), px(10, 0, 0.5), px(20, 0, 1.0)), 1, WIDE)]
    assert max(b - a for a, b in pairwise(pressures)) <= 1 / SHADES + 1e-9
    assert (pressures[0], pressures[-1]) == (0.25, 0.75)


def test_a_change_of_pressure_on_a_straight_line_is_kept() -> None:
    line = [px(10 * k, 0, 0.2 if k < 50 else 0.8) for k in range(100)]
    assert len(finished(stroke(*line), WIDE).points) >= 4


@settings(deadline=None, max_examples=3)
@given(st.integers(0, 10_000))
def test_however_long_a_hand_scribbles_the_points_kept_are_bounded(seed: int) -> None:
    scribble = tuple(Point((seed * k * 7919 % 1000) / 1000, (k * 104729 % 997) / 997) for k in range(450))
    kept = finished(stroke(*scribble), WIDE).points
    assert 2 <= len(kept) <= MOST_POINTS


def test_pressure_makes_a_pen_from_half_as_wide_to_half_as_wide_again_and_a_highlighter_not() -> None:
    pen, marker = stroke(px(0, 0), width=8.0), stroke(px(0, 0), width=8.0, tool="highlighter")
    assert [diameter(pen, p) for p in (0.0, 0.5, 1.0, 7.0)] == [4.0, 8.0, 12.0, 12.0]
    assert [diameter(marker, p) for p in (0.0, 0.5, 1.0)] == [8.0, 8.0, 8.0]


def test_a_hand_that_presses_evenly_draws_one_path_and_one_that_presses_on_a_wider_one() -> None:
    even = ink_marks((stroke(px(0, 0), px(10, 0), px(20, 5)),), WIDE, NIGHT)
    assert [(mark.width, type(mark.shape)) for mark in even] == [(6.0, Path)]
    harder = ink_marks((stroke(px(0, 0, 0.1), px(10, 0, 0.5), px(20, 0, 0.9)),), WIDE, NIGHT)
    assert [mark.width for mark in harder] == [5.0, 7.0]  # the mean of each two points, in steps of half a px


def test_a_touch_without_a_way_is_a_dot() -> None:
    (dot,) = ink_marks((stroke(px(100, 50), px(100, 50)),), WIDE, NIGHT)
    assert dot.shape == Box(97.0, 47.0, 6.0, 6.0, 3.0)


def test_ink_keeps_its_place_in_another_shape_and_its_colour_in_another_style() -> None:
    line = stroke(Point(0.25, 0.5), Point(0.5, 0.5))
    (wide,), (tall,) = ink_marks((line,), WIDE, NIGHT), ink_marks((line,), TALL, DAY)
    assert isinstance(wide.shape, Path)
    assert isinstance(tall.shape, Path)
    assert wide.shape.segments == (("M", (480.0, 540.0)), ("L", (960.0, 540.0)))
    assert tall.shape.segments == (("M", (270.0, 960.0)), ("L", (540.0, 960.0)))
    assert wide.width == tall.width
    other = structs.replace(NIGHT, accents=(("azure", "#123456"),))
    assert ink_marks((line,), WIDE, other)[0].stroke == "#123456"
    assert wide.stroke == "#6fc3ff"


def test_a_highlighter_lets_through_what_is_beneath_and_is_one_path_that_crosses_itself() -> None:
    line = stroke(px(0, 0, 0.1), px(100, 0, 0.9), px(50, 50), px(50, -50), tool="highlighter", width=36)
    (mark,) = ink_marks((line,), WIDE, NIGHT)
    assert mark.opacity == OPACITY["highlighter"] < 0.5


@pytest.mark.parametrize(
    ("start", "end", "hit"),
    [
        ((300, 80), (300, 130), True),  # across it
        ((300, 60), (300, 85), True),  # its rim comes near enough: 85 + 12 + 3 = 100
        ((300, 60), (300, 84), False),
        ((520, 100), (600, 100), False),  # behind its end: 500 + 3 + 12 < 520
        ((514, 100), (600, 100), True),
        ((0, 0), (900, 0), False),
    ],
)
def test_an_eraser_takes_what_it_comes_upon(start: tuple[int, int], end: tuple[int, int], hit: bool) -> None:
    line = stroke(px(100, 100), px(500, 100))
    assert touches(line, px(*start), px(*end), 12.0, WIDE) is hit


@given(LINES, CANVASES, st.integers(0, 29), SHARES, SHARES)
def test_an_eraser_put_down_on_a_stroke_takes_it_wherever_it_comes_from(
    points: tuple[Point, ...], canvas: Canvas, k: int, x: float, y: float
) -> None:
    assert touches(stroke(*points), Point(x, y), points[k % len(points)], 10.0, canvas)
