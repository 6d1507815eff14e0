"""Paints shapes: boxes, ring sectors and paths, filled, stroked, hatched; crisp ones on whole device pixels."""

from functools import lru_cache
from math import sqrt

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPen, QTransform

from jn_presenter.model.marks import Arc, Box, Path, ShapeMark
from jn_presenter.qt.scene.colours import brush, colour
from jn_presenter.qt.scene.device import Device, to_device

HATCH_STEP = 12.0
"""From one line of a hatching to the next, in logical px."""
HATCH_WIDTH = 2.0
"""The width of a line of a hatching, in logical px."""

AnyShape = Box | Arc | Path


def paint_shape(painter: QPainter, mark: ShapeMark, device: Device) -> None:
    """Paint one shape: the fill, then the hatching, then the outline."""
    if mark.crisp and not device.vector and not isinstance(mark.shape, Arc):
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        _paint_crisp(painter, mark, to_device(painter))
        painter.restore()
        return
    path = outline(mark.shape)
    if mark.fill is not None:
        painter.fillPath(path, brush(mark.fill))
    if mark.hatch is not None:
        painter.strokePath(hatching(mark.shape), pen(mark.hatch, HATCH_WIDTH))
    if mark.stroke is not None and mark.width > 0.0:
        painter.strokePath(path, pen(mark.stroke, mark.width, mark.dash, mark.round))


def _paint_crisp(painter: QPainter, mark: ShapeMark, whole: QTransform) -> None:
    """Paint in device px, every edge on a border between pixels; strokes are at least one pixel wide."""
    scale = whole.m11()
    width = max(1, round(mark.width * scale))
    line = pen(mark.stroke, width, tuple(dash * scale for dash in mark.dash)) if mark.stroke and mark.width else None
    if isinstance(mark.shape, Box):
        box = snapped(whole.mapRect(QRectF(mark.shape.x, mark.shape.y, mark.shape.w, mark.shape.h)))
        if mark.fill is not None:
            painter.fillRect(box, _moved(brush(mark.fill), whole))
        if line is not None:
            half = width / 2
            painter.strokePath(_rectangle(box.adjusted(half, half, -half, -half)), line)
    else:
        path = whole.map(outline(mark.shape))
        if mark.fill is not None:
            painter.fillPath(path, _moved(brush(mark.fill), whole))
        if line is not None:
            painter.strokePath(_on_pixels(path, width), line)


def _moved(fill: QBrush, whole: QTransform) -> QBrush:
    if fill.gradient() is None:
        return fill
    moved = QBrush(fill)
    moved.setTransform(whole)
    return moved


def snapped(rect: QRectF) -> QRectF:
    """The rectangle with its edges on whole numbers, at least one wide and high unless it is empty."""
    left, top = round(rect.left()), round(rect.top())
    wide = max(1 if rect.width() > 0 else 0, round(rect.right()) - left)
    high = max(1 if rect.height() > 0 else 0, round(rect.bottom()) - top)
    return QRectF(left, top, wide, high)


def _rectangle(rect: QRectF) -> QPainterPath:
    path = QPainterPath()
    path.addRect(rect)
    return path


def _on_pixels(path: QPainterPath, width: int) -> QPainterPath:
    """The path with its points where a stroke of `width` covers whole pixels.

    Across a stroke of odd width that is the middle of a pixel, along it the border between two.
    """
    half = 0.5 if width % 2 else 0.0
    elements = [path.elementAt(i) for i in range(path.elementCount())]
    moved = QPainterPath(path)
    for i, here in enumerate(elements):
        beside = [elements[i - 1]] if i and not here.isMoveTo() else []
        beside += [there for there in elements[i + 1 : i + 2] if not there.isMoveTo()]
        dx = half if any(round(there.y) != round(here.y) for there in beside) else 0.0
        dy = half if any(round(there.x) != round(here.x) for there in beside) else 0.0
        moved.setElementPositionAt(i, round(here.x - dx) + dx, round(here.y - dy) + dy)
    return moved


@lru_cache(maxsize=512)
def pen(ink: str, width: float, dash: tuple[float, ...] = (), round_ends: bool = False) -> QPen:
    """A pen of `width`; dashes and gaps in the same units. Shared, so not to be changed."""
    made = QPen(QBrush(colour(ink)), width)
    made.setCapStyle(Qt.PenCapStyle.RoundCap if round_ends else Qt.PenCapStyle.FlatCap)
    made.setJoinStyle(Qt.PenJoinStyle.RoundJoin if round_ends else Qt.PenJoinStyle.MiterJoin)
    if dash:
        made.setDashPattern([length / width for length in dash])
    return made


@lru_cache(maxsize=1024)
def outline(shape: AnyShape) -> QPainterPath:
    """The shape as a path in logical px, to be filled by the odd-even rule. Shared, so not to be changed."""
    path = QPainterPath()
    if isinstance(shape, Box):
        rect = QRectF(shape.x, shape.y, shape.w, shape.h)
        if shape.radius > 0.0:
            path.addRoundedRect(rect, shape.radius, shape.radius)
        else:
            path.addRect(rect)
    elif isinstance(shape, Arc):
        _add_sector(path, shape)
    else:
        for op, numbers in shape.segments:
            _add_segment(path, op, numbers)
    return path


def _add_sector(path: QPainterPath, arc: Arc) -> None:
    """Add a ring sector. Qt counts degrees anticlockwise from three o'clock, marks clockwise from twelve."""
    centre = QPointF(arc.cx, arc.cy)
    if abs(arc.sweep) >= 360.0:
        path.addEllipse(centre, arc.outer, arc.outer)
        if arc.inner > 0.0:
            path.addEllipse(centre, arc.inner, arc.inner)
        return
    start = 90.0 - arc.start
    outer, inner = _around(centre, arc.outer), _around(centre, arc.inner)
    path.arcMoveTo(outer, start)
    path.arcTo(outer, start, -arc.sweep)
    if arc.inner > 0.0:
        path.arcTo(inner, start - arc.sweep, arc.sweep)
    else:
        path.lineTo(centre)
    path.closeSubpath()


def _around(centre: QPointF, radius: float) -> QRectF:
    return QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)


def _add_segment(path: QPainterPath, op: str, numbers: tuple[float, ...]) -> None:
    if op == "M":
        path.moveTo(*numbers)
    elif op == "L":
        path.lineTo(*numbers)
    elif op == "C":
        path.cubicTo(*numbers)
    else:
        path.closeSubpath()


@lru_cache(maxsize=256)
def hatching(shape: AnyShape) -> QPainterPath:
    """Lines at 45° inside the shape, rising to the right, `HATCH_STEP` apart; those of all shapes are in line.

    Lines rather than a clip or a pattern: a clip has jagged edges, a pattern does not scale and is a picture in a PDF.
    A line x + y = c runs inside between each odd and the next even of its crossings with the shape's outline.
    """
    step = HATCH_STEP * sqrt(2.0)
    if isinstance(shape, Box) and shape.radius <= 0.0:
        return _across(shape, step)
    crossings: dict[int, list[float]] = {}
    for polygon in outline(shape).toSubpathPolygons(QTransform()):
        corners = (polygon.at(i) for i in range(polygon.size()))
        points = [(corner.x() + corner.y(), corner.x() - corner.y()) for corner in corners]
        for (c0, d0), (c1, d1) in zip(points, points[1:] + points[:1], strict=True):
            low, high = sorted((c0, c1))
            for k in range(_ceil(low / step), _ceil(high / step)):
                crossings.setdefault(k, []).append(d0 + (d1 - d0) * (k * step - c0) / (c1 - c0))
    path = QPainterPath()
    for k, found in sorted(crossings.items()):
        found.sort()
        for d0, d1 in zip(found[::2], found[1::2], strict=False):
            path.moveTo((k * step + d0) / 2, (k * step - d0) / 2)
            path.lineTo((k * step + d1) / 2, (k * step - d1) / 2)
    return path


def _across(box: Box, step: float) -> QPainterPath:
    """The same for a box, of which each line crosses two sides: bars that grow are hatched anew in every frame."""
    right, bottom = box.x + box.w, box.y + box.h
    path = QPainterPath()
    if box.w <= 0.0 or box.h <= 0.0:
        return path
    for k in range(_ceil((box.x + box.y) / step), _ceil((right + bottom) / step)):
        c = k * step
        low, high = max(box.x, c - bottom), min(right, c - box.y)
        path.moveTo(low, c - low)
        path.lineTo(high, c - high)
    return path


def _ceil(value: float) -> int:
    return -int(-value // 1)
