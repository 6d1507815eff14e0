"""Which figure stands at a point of a slide: what a finger, a mouse or the console's pointer asks about."""

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

from jn_presenter.draw.plot_points import plot_points, stream_point, stream_points
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import AnyMark, Arc, Box, Datum, Path, PlotMark, ShapeMark, TextMark

REACH = 12.0
"""px beside a mark at which it is still meant: a bar can be thinner than a fingertip."""
FLAT = 3.0
"""px of a curve's chord that are taken for a straight line when a path is tested."""


class Hit(Struct, frozen=True):
    """A mark that stands for a figure: its key in the element, the figure, and the px it takes.

    whole: whether it takes all of its box, as a bar does and a sector does not.
    """

    key: str
    datum: Datum
    box: Rect
    whole: bool = True


def hit(marks: Sequence[AnyMark], x: float, y: float, reach: float = REACH) -> Hit | None:
    """The topmost mark with a figure at (x, y) in logical px of the canvas, else the nearest one within `reach` px."""
    with_figures = [mark for mark in reversed(marks) if mark.datum is not None and mark.opacity > 0.0]
    best: tuple[float, AnyMark] | None = None
    for mark in with_figures:
        away = _away(mark, x, y)
        if away <= 0.0:
            return _hit(mark)
        if away <= reach and (best is None or away < best[0]):
            best = (away, mark)
    points = [(_distance(box, x, y), Hit(key, datum, box)) for key, datum, box in _points(marks, (x, y, reach))]
    within = [found for found in points if found[0] <= reach]
    nearest = min(within, key=lambda found: (found[1].box.h > 0.0, found[0]), default=None)  # points before ranges
    if nearest and (best is None or nearest[0] < best[0]):
        return nearest[1]
    return _hit(best[1]) if best else None


def figures(marks: Iterable[AnyMark]) -> tuple[Hit, ...]:
    """All marks with a figure, back to front: what can be asked one after another by a key."""
    shown = tuple(marks)
    whole = tuple(_hit(mark) for mark in shown if mark.datum is not None and mark.opacity > 0.0)
    return whole + tuple(Hit(*point) for point in _points(shown))


def named(marks: Iterable[AnyMark], key: str) -> Hit | None:
    """The mark with a figure that has the key."""
    shown = tuple(marks)
    point = stream_point(shown, key)
    return Hit(*point) if point else next((one for one in figures(shown) if one.key == key), None)


def _points(
    marks: Iterable[AnyMark], near: tuple[float, float, float] | None = None
) -> Iterator[tuple[str, Datum, Rect]]:
    """The points of curves that can be asked; those of streams only `near` a place (x, y, px)."""
    for mark in marks:
        if isinstance(mark, PlotMark) and mark.opacity > 0.0:
            yield from plot_points(mark)
            if near is not None:
                yield from stream_points(mark, *near)


def box_of(mark: AnyMark) -> Rect:
    """The rectangle that a mark takes, in logical px, without its stroke."""
    if isinstance(mark, TextMark):
        return _lines_box(mark)
    if not isinstance(mark, ShapeMark):
        return Rect(mark.x, mark.y, mark.w, mark.h)
    match mark.shape:
        case Box(x, y, w, h):
            return Rect(x, y, w, h)
        case Arc() as arc:
            return _around(_outline(arc))
        case Path(segments):
            return _around([(a, b) for _, numbers in segments for a, b in _pairs(numbers)])


def _hit(mark: AnyMark) -> Hit:
    assert mark.datum is not None
    whole = not isinstance(mark, ShapeMark) or isinstance(mark.shape, Box)
    return Hit(mark.key, mark.datum, box_of(mark), whole)


def _away(mark: AnyMark, x: float, y: float) -> float:
    """The px from a point to the mark as it is drawn; 0 inside it."""
    if mark.clip is not None and _distance(Rect(*mark.clip), x, y) > 0.0:
        return math.inf
    if isinstance(mark, ShapeMark):
        if isinstance(mark.shape, Arc):
            return _from_arc(mark.shape, x, y)
        if isinstance(mark.shape, Path):
            points = _flattened(mark.shape)
            return 0.0 if _in_polygon(points, x, y) else _from_outline(points, x, y)
    return _distance(box_of(mark), x, y)


def _from_arc(arc: Arc, x: float, y: float) -> float:
    """Across the ring; beside its ends no point is meant."""
    radius = math.hypot(x - arc.cx, y - arc.cy)
    angle = math.degrees(math.atan2(x - arc.cx, arc.cy - y))
    if (angle - arc.start) % 360.0 > arc.sweep:
        return math.inf
    return max(arc.inner - radius, 0.0, radius - arc.outer)


def _from_outline(points: Sequence[tuple[float, float]], x: float, y: float) -> float:
    """The px to the nearest of the outline's sides."""
    return min((_from_side(a, b, x, y) for a, b in pairwise(points)), default=math.inf)


def _from_side(a: tuple[float, float], b: tuple[float, float], x: float, y: float) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = dx * dx + dy * dy
    t = min(1.0, max(0.0, ((x - a[0]) * dx + (y - a[1]) * dy) / length)) if length else 0.0
    return math.dist((x, y), (a[0] + t * dx, a[1] + t * dy))


def _in_polygon(points: Sequence[tuple[float, float]], x: float, y: float) -> bool:
    """Even-odd rule (Franklin, PNPOLY)."""
    inside = False
    for (ax, ay), (bx, by) in zip(points, (*points[1:], *points[:1]), strict=True):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            inside = not inside
    return inside


def _flattened(path: Path) -> list[tuple[float, float]]:
    """The path's points, curves as a few chords each; a path of several rings counts as one outline."""
    points: list[tuple[float, float]] = []
    for op, numbers in path.segments:
        pairs = _pairs(numbers)
        if op != "C" or not points:
            points += pairs
            continue
        start, (first, second, end) = points[-1], pairs
        span = math.dist(start, first) + math.dist(first, second) + math.dist(second, end)
        count = max(2, min(32, int(math.sqrt(span / FLAT))))
        points += (_bezier(start, first, second, end, k / count) for k in range(1, count + 1))
    return points


def _bezier(
    a: tuple[float, float], b: tuple[float, float], c: tuple[float, float], d: tuple[float, float], t: float
) -> tuple[float, float]:
    u = 1.0 - t
    weights = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
    return tuple(sum(w * p[i] for w, p in zip(weights, (a, b, c, d), strict=True)) for i in (0, 1))  # type: ignore[return-value]


def _outline(arc: Arc) -> list[tuple[float, float]]:
    steps = max(2, math.ceil(arc.sweep / 15.0))
    angles = [math.radians(arc.start + arc.sweep * k / steps) for k in range(steps + 1)]
    radii = (arc.outer, arc.inner)
    return [(arc.cx + r * math.sin(angle), arc.cy - r * math.cos(angle)) for r in radii for angle in angles]


def _lines_box(mark: TextMark) -> Rect:
    if not mark.lines:
        return Rect(0.0, 0.0, 0.0, 0.0)
    left = min(line.x for line in mark.lines)
    right = max(line.x + line.width for line in mark.lines)
    size = max((run.font.size for line in mark.lines for run in line.runs), default=0.0)
    top, bottom = mark.lines[0].y - size, mark.lines[-1].y + 0.25 * size
    return Rect(left + mark.dx, top + mark.dy, right - left, bottom - top)


def _around(points: Sequence[tuple[float, float]]) -> Rect:
    if not points:
        return Rect(0.0, 0.0, 0.0, 0.0)
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def _pairs(numbers: tuple[float, ...]) -> list[tuple[float, float]]:
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def _distance(box: Rect, x: float, y: float) -> float:
    return math.hypot(max(box.x - x, 0.0, x - box.right), max(box.y - y, 0.0, y - box.bottom))
