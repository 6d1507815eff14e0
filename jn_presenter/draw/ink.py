"""Ink as geometry: smoothed from where the hand was, thinned out, as wide as it was pressed, and as marks.

A line through the midpoints of the hand's points, each point pulling it from one midpoint to the next, is the uniform
quadratic B-spline with these control points: it has no corners, and a further point changes nothing of what stands.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import ceil, hypot, sqrt

from msgspec import structs

from jn_presenter.model.geometry import Canvas, Rect
from jn_presenter.model.ink import Pen, Point, Stroke
from jn_presenter.model.marks import Box, Path, ShapeMark
from jn_presenter.model.style import Style

FLAT_PX = 0.15
"""How far a straight piece of a smoothed curve may be from it, in logical px."""
SHADES = 12
"""Pieces that a line has at least where its pressure goes from none to all."""
WIDTH_STEP = 0.5
"""Widths are whole multiples of this, in logical px, so that a hand that presses evenly draws one path."""
OPACITY: dict[Pen, float] = {"pen": 1.0, "highlighter": 0.36}
TOLERANCE_PX = 0.3
"""How far thinning out may move a line, in logical px: less than is seen."""
MOST_POINTS = 400
"""Of a finished stroke; a line that needs more is thinned out more."""
DECIMALS = 5
"""Of a place: a fiftieth of a px on a screen of 2,000."""


def smoothed(points: Sequence[Point], canvas: Canvas) -> tuple[Point, ...]:
    """All of the line of the hand's points: what `piece` gives one after the other, and `tail`."""
    if len(points) < 2:
        return tuple(points)
    found = list(points[:1])
    for k in range(len(points) - 1):
        found += piece(points, k, canvas)[1:]
    return (*found, points[-1])


def piece(points: Sequence[Point], k: int, canvas: Canvas) -> tuple[Point, ...]:
    """The part of the line that point k bends, straight where k is 0; it needs the points k - 1 to k + 1."""
    end = _between(points[k], points[k + 1], 0.5)
    if k == 0:
        return points[0], end
    start, pull = _between(points[k - 1], points[k], 0.5), points[k]
    count = _pieces(start, pull, end, canvas)
    return (start, *(_quadratic(start, pull, end, i / count) for i in range(1, count)), end)


def tail(points: Sequence[Point]) -> tuple[Point, ...]:
    """From where the last piece ends to the last point, or that point alone; the next point draws it anew."""
    return (_between(points[-2], points[-1], 0.5), points[-1]) if len(points) > 1 else tuple(points)


def finished(stroke: Stroke, canvas: Canvas) -> Stroke:
    """The stroke as it is kept: smoothed, without the points that change nothing, MOST_POINTS at most."""
    tolerance = TOLERANCE_PX
    kept = thinned(smoothed(stroke.points, canvas), stroke, canvas, tolerance)
    while len(kept) > MOST_POINTS:
        tolerance *= 2
        kept = thinned(kept, stroke, canvas, tolerance)
    rounded = (Point(round(p.x, DECIMALS), round(p.y, DECIMALS), round(p.pressure, 2)) for p in kept)
    return structs.replace(stroke, points=tuple(rounded))


def thinned(points: Sequence[Point], stroke: Stroke, canvas: Canvas, tolerance: float) -> tuple[Point, ...]:
    """The line without points that are within `tolerance` px of it without them; a change of width is a way too.

    Ramer-Douglas-Peucker (Douglas and Peucker, 1973) in three dimensions: across, down, width.
    """
    if len(points) < 3:
        return tuple(points)
    places = [(p.x * canvas.width, p.y * canvas.height, diameter(stroke, p.pressure)) for p in points]
    kept, open_spans = {0, len(points) - 1}, [(0, len(points) - 1)]
    while open_spans:
        first, last = open_spans.pop()
        far = _furthest(places, first, last, tolerance)
        if far:
            kept.add(far)
            open_spans += [(first, far), (far, last)]
    return tuple(points[k] for k in sorted(kept))


def diameter(stroke: Stroke, pressure: float) -> float:
    """How wide the line is in logical px: a pen's from half its width to one and a half, a highlighter's always the
    same.
    """
    return stroke.width * (0.5 + min(1.0, max(0.0, pressure))) if stroke.tool == "pen" else stroke.width


def line_marks(stroke: Stroke, points: Sequence[Point], canvas: Canvas, style: Style, key: str) -> list[ShapeMark]:
    """Points of a stroke as they are, straight from one to the next: a mark for each width, back to front."""
    ink, opacity = style.colour(stroke.colour), OPACITY[stroke.tool]
    places = [(p.x * canvas.width, p.y * canvas.height) for p in points]
    if all(place == places[0] for place in places):
        (x, y), r = places[0], diameter(stroke, max(p.pressure for p in points)) / 2
        return [ShapeMark(key=key, shape=Box(x - r, y - r, 2 * r, 2 * r, r), fill=ink, opacity=opacity)]
    marks: list[ShapeMark] = []
    for k, (width, path) in enumerate(_runs(stroke, points, places)):
        marks.append(
            ShapeMark(key=f"{key}.{k}", shape=path, stroke=ink, width=width, round=True, opacity=opacity),
        )
    return marks


def ink_marks(strokes: Iterable[Stroke], canvas: Canvas, style: Style) -> tuple[ShapeMark, ...]:
    """Finished strokes on a canvas, back to front."""
    return tuple(
        mark for k, one in enumerate(strokes) for mark in line_marks(one, one.points, canvas, style, f"ink.{k}")
    )


def extent(stroke: Stroke, points: Sequence[Point], canvas: Canvas) -> Rect:
    """The logical px that a line of the stroke through these points (at least one) may touch."""
    xs, ys = [p.x * canvas.width for p in points], [p.y * canvas.height for p in points]
    r = diameter(stroke, max(p.pressure for p in points)) / 2 + WIDTH_STEP
    return Rect(min(xs) - r, min(ys) - r, max(xs) - min(xs) + 2 * r, max(ys) - min(ys) + 2 * r)


def touches(stroke: Stroke, start: Point, end: Point, radius: float, canvas: Canvas) -> bool:
    """Whether an eraser of that radius in px, moved straight from start to end, comes upon a finished stroke."""
    reach = radius + diameter(stroke, max(p.pressure for p in stroke.points)) / 2
    a, b = _place(start, canvas), _place(end, canvas)
    places = [_place(point, canvas) for point in stroke.points]
    if not _near(places, (a, b), reach):
        return False
    if len(places) == 1:
        return _off(places[0], a, b) <= reach
    return any(_apart(a, b, c, d) <= reach for c, d in pairwise(places))


def _runs(
    stroke: Stroke, points: Sequence[Point], places: Sequence[tuple[float, float]]
) -> Iterator[tuple[float, Path]]:
    """(width, path) of the line's parts, each as long as it is equally wide."""
    segments: list[tuple[str, tuple[float, ...]]] = []
    present = 0.0
    for k, (one, two) in enumerate(pairwise(points)):
        wide = diameter(stroke, (one.pressure + two.pressure) / 2)
        width = max(WIDTH_STEP, round(wide / WIDTH_STEP) * WIDTH_STEP)
        if width != present:
            if segments:
                yield present, Path(tuple(segments))
            segments, present = [("M", places[k])], width
        segments.append(("L", places[k + 1]))
    yield present, Path(tuple(segments))


def _furthest(places: Sequence[tuple[float, float, float]], first: int, last: int, tolerance: float) -> int:
    """The place between two others that is furthest from the straight way, 0 where none is further than `tolerance`.

    Written out, since a hand waits for it at the end of each stroke.
    """
    ax, ay, aw = places[first]
    bx, by, bw = places[last]
    wx, wy, ww = bx - ax, by - ay, bw - aw
    long = wx * wx + wy * wy + ww * ww
    far, most = 0, tolerance * tolerance
    for k in range(first + 1, last):
        px, py, pw = places[k]
        px, py, pw = px - ax, py - ay, pw - aw
        if long:
            t = min(1.0, max(0.0, (px * wx + py * wy + pw * ww) / long))
            px, py, pw = px - t * wx, py - t * wy, pw - t * ww
        off = px * px + py * py + pw * pw
        if off > most:
            far, most = k, off
    return far


def _between(one: Point, two: Point, t: float) -> Point:
    return Point(
        one.x + (two.x - one.x) * t, one.y + (two.y - one.y) * t, one.pressure + (two.pressure - one.pressure) * t
    )


def _quadratic(start: Point, pull: Point, end: Point, t: float) -> Point:
    return _between(_between(start, pull, t), _between(pull, end, t), t)


def _place(point: Point, canvas: Canvas) -> tuple[float, float]:
    return point.x * canvas.width, point.y * canvas.height


def _pieces(start: Point, pull: Point, end: Point, canvas: Canvas) -> int:
    """How many straight pieces of equal t a quadratic needs to be flat, and as wide everywhere as it should.

    Its distance from n chords is |start - 2 pull + end| / (4 n^2) at most: its second derivative is twice that sum, and
    a chord over h is off by an eighth of it times h^2.
    """
    bend = hypot((start.x - 2 * pull.x + end.x) * canvas.width, (start.y - 2 * pull.y + end.y) * canvas.height)
    return max(1, ceil(sqrt(bend / (4 * FLAT_PX))), ceil(abs(end.pressure - start.pressure) * SHADES))


def _off(place: tuple[float, ...], start: tuple[float, ...], end: tuple[float, ...]) -> float:
    """How far a place is from the straight way between two others, in as many dimensions as they have."""
    way = [b - a for a, b in zip(start, end, strict=True)]
    here = [p - a for a, p in zip(start, place, strict=True)]
    long = sum(w * w for w in way)
    t = min(1.0, max(0.0, sum(h * w for h, w in zip(here, way, strict=True)) / long)) if long else 0.0
    return hypot(*(h - t * w for h, w in zip(here, way, strict=True)))


def _apart(a: tuple[float, float], b: tuple[float, float], c: tuple[float, float], d: tuple[float, float]) -> float:
    """How far two straight ways are from each other: 0 where they cross, else an end of one is nearest."""
    if _side(a, b, c) * _side(a, b, d) < 0 and _side(c, d, a) * _side(c, d, b) < 0:
        return 0.0
    return min(_off(a, c, d), _off(b, c, d), _off(c, a, b), _off(d, a, b))


def _side(a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _near(ones: Sequence[tuple[float, float]], others: Sequence[tuple[float, float]], reach: float) -> bool:
    """Whether the boxes around them, one larger by `reach`, overlap."""
    return all(
        min(p[i] for p in ones) - reach <= max(p[i] for p in others)
        and min(p[i] for p in others) - reach <= max(p[i] for p in ones)
        for i in (0, 1)
    )
