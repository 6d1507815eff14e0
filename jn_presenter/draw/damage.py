"""Which pixels change from one moment of an element to the next: what a frame of a motion has to paint anew."""

from collections.abc import Sequence
from math import cos, radians, sin

from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import AnyMark, Arc, Box, Gradient, Line, Path, PlotMark, ShapeMark, TextMark

ABOVE, BELOW, BESIDE = 1.2, 0.45, 0.3
"""Of a line's size, how far its ink may stand above and below the baseline, and before and behind its advance."""
EDGE = 1.0
"""px that an antialiased edge or a crisp one, which is moved to the next pixel, may stand beyond its place."""
MITRE = 2.0
"""How many half widths a mitred corner of a stroke stands out at most."""
NOTHING = Rect(0.0, 0.0, 0.0, 0.0)


def partners(old: Sequence[AnyMark], new: Sequence[AnyMark]) -> list[int] | None:
    """For each new mark the index of the old one with its key, -1 where there is none.

    None where what lies above what is another order than before, so that even equal marks may look otherwise.
    """
    if len(old) == len(new) and all(a.key == b.key for a, b in zip(old, new, strict=True)):
        return list(range(len(new)))
    places = {mark.key: k for k, mark in enumerate(old)}
    if len(places) < len(old) or len({mark.key for mark in new}) < len(new):
        return None
    found = [places.get(mark.key, -1) for mark in new]
    known = [k for k in found if k >= 0]
    return found if known == sorted(known) else None


def extent(mark: AnyMark) -> Rect:
    """All that the mark may touch, in logical px; empty where it is not to be seen."""
    if mark.opacity <= 0.0:
        return NOTHING
    if isinstance(mark, TextMark):
        touched = _around([_line(line, mark.dx, mark.dy) for line in mark.lines])
    elif isinstance(mark, ShapeMark):
        beyond = _beyond(mark)
        touched = _bounds(mark.shape).inset(-beyond, -beyond)
    else:
        beyond = mark.font.size if isinstance(mark, PlotMark) else EDGE  # words at the ends of its axes
        touched = Rect(mark.x, mark.y, mark.w, mark.h).inset(-beyond, -beyond)
    return touched if mark.clip is None else _common(touched, Rect(*mark.clip).inset(-EDGE, -EDGE))


def changed(old: AnyMark, new: AnyMark) -> tuple[Rect, ...] | None:
    """Where two marks of one key look differently: of a growing bar the strip at its end. None for all that both touch.

    That is for all but boxes: a curve is painted by straight lines, and by others for each of its lengths.
    """
    if not isinstance(old, ShapeMark) or not isinstance(new, ShapeMark):
        return None
    if old.clip != new.clip or old.opacity != new.opacity or not _alike(old, new):
        return None
    beyond = max(_beyond(old), _beyond(new))
    a, b = old.shape, new.shape
    if isinstance(a, Box) and isinstance(b, Box) and a.radius == b.radius:
        return _edges(a, b, beyond + _corner(a, b))
    return None


def slanted(mark: AnyMark) -> bool:
    """Whether it comes out otherwise where only a part of it is painted, as curves, diagonals and gradients do."""
    if isinstance(mark, ShapeMark):
        straight = isinstance(mark.shape, Box) and mark.shape.radius <= 0.0
        return not straight or mark.hatch is not None or isinstance(mark.fill, Gradient)
    return isinstance(mark, PlotMark)


def _alike(old: ShapeMark, new: ShapeMark) -> bool:
    """But for the shape. Dashes run on from its corner, and a slanting line is another one once its end has moved."""
    if old.dash or new.dash or old.hatch is not None or new.hatch is not None:
        return False
    look = (old.fill, old.stroke, old.width, old.round, old.crisp)
    return look == (new.fill, new.stroke, new.width, new.round, new.crisp)


def _corner(a: Box, b: Box) -> float:
    """How far from a moving edge its corners reach: across the whole box where it is too small for their radius."""
    small = min(a.w, a.h, b.w, b.h) < 2 * a.radius
    return 2 * a.radius if small else a.radius


def _edges(a: Box, b: Box, beyond: float) -> tuple[Rect, ...]:
    """The strips between each edge of one box and the same edge of the other."""
    left, right = min(a.x, b.x), max(a.x + a.w, b.x + b.w)
    top, bottom = min(a.y, b.y), max(a.y + a.h, b.y + b.h)
    wide, high = right - left, bottom - top
    across = (
        Rect(min(p, q), top, abs(p - q), high).inset(-beyond, -beyond)
        for p, q in ((a.x, b.x), (a.x + a.w, b.x + b.w))
        if p != q
    )
    along = (
        Rect(left, min(p, q), wide, abs(p - q)).inset(-beyond, -beyond)
        for p, q in ((a.y, b.y), (a.y + a.h, b.y + b.h))
        if p != q
    )
    return (*across, *along)


def _line(line: Line, dx: float, dy: float) -> Rect:
    size = max((run.font.size for run in line.runs), default=0.0)
    beside = BESIDE * size
    return Rect(
        line.x + dx - beside, line.y + dy - ABOVE * size, line.width + 2 * beside, (ABOVE + BELOW) * size
    ).inset(-EDGE, -EDGE)


def _beyond(mark: ShapeMark) -> float:
    stroke = mark.width / 2 * MITRE if mark.stroke is not None else 0.0
    return stroke + EDGE


def _bounds(shape: Box | Arc | Path) -> Rect:
    if isinstance(shape, Box):
        return Rect(shape.x, shape.y, shape.w, shape.h)
    if isinstance(shape, Arc):
        return _sector(shape)
    # a Bézier curve lies within the hull of its points
    xs = [x for _, numbers in shape.segments for x in numbers[::2]]
    ys = [y for _, numbers in shape.segments for y in numbers[1::2]]
    if not xs:
        return NOTHING
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def _sector(arc: Arc) -> Rect:
    """The corners of a ring sector, and what of twelve, three, six and nine o'clock it reaches."""
    if abs(arc.sweep) >= 360.0:
        return Rect(arc.cx - arc.outer, arc.cy - arc.outer, 2 * arc.outer, 2 * arc.outer)
    first, last = sorted((arc.start, arc.start + arc.sweep))
    angles = [first, last, *(float(angle) for angle in range(int(first // 90.0) * 90, int(last) + 90, 90))]
    points = [
        (arc.cx + radius * sin(radians(angle)), arc.cy - radius * cos(radians(angle)))
        for angle in angles
        if first <= angle <= last
        for radius in (arc.outer, arc.inner)
    ]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def _around(parts: Sequence[Rect]) -> Rect:
    if not parts:
        return NOTHING
    left, top = min(part.x for part in parts), min(part.y for part in parts)
    return Rect(left, top, max(part.right for part in parts) - left, max(part.bottom for part in parts) - top)


def _common(a: Rect, b: Rect) -> Rect:
    left, top = max(a.x, b.x), max(a.y, b.y)
    wide, high = min(a.right, b.right) - left, min(a.bottom, b.bottom) - top
    return Rect(left, top, wide, high) if wide > 0.0 and high > 0.0 else NOTHING
