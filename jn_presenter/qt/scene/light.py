"""What shows the audience a place: a laser's dot, a spotlight that dims all else, a lens over the picture."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPixmap, QRadialGradient, QRegion, QTransform

from jn_presenter.model.geometry import canvas_for
from jn_presenter.model.ink import Light, Pointer
from jn_presenter.qt.scene.ink import areas

RADIUS: dict[Light, float] = {"laser": 22.0, "spotlight": 210.0, "magnifier": 220.0}
"""Logical px up to which each reaches."""
ZOOM = 2.0
DIM = QColor(0, 0, 0, 156)
SHARP = 0.9
"""The share of a spotlight that is not dimmed at all; its rim is soft."""
CORE, GLOW = QColor(255, 66, 48), QColor(255, 66, 48, 150)
WHITE, FAINT = QColor(255, 255, 255), QColor(255, 66, 48, 0)
RIM, RIM_PX = QColor(243, 246, 250), 4.0


def reach(pointer: Pointer, size: QSize) -> QRect:
    """The device px that it may touch on a picture of `size`; a spotlight dims the rest besides."""
    at, r = _place(pointer, size), RADIUS[pointer.kind] * _scale(size) + RIM_PX
    return QRectF(at.x() - r, at.y() - r, 2 * r, 2 * r).toAlignedRect()


def changed(before: Pointer | None, now: Pointer | None, size: QSize) -> QRegion:
    """What is to be painted anew, in device px: all of it where a spotlight comes or goes."""
    if before == now:
        return QRegion()
    kinds = {one.kind for one in (before, now) if one is not None}
    if "spotlight" in kinds and (before is None or now is None or len(kinds) > 1):
        return QRegion(QRect(0, 0, size.width(), size.height()))
    region = QRegion()
    for one in (before, now):
        region += reach(one, size) if one is not None else QRect()
    return region


def paint_light(painter: QPainter, pointer: Pointer, size: QSize, picture: QPixmap | None, region: QRegion) -> None:
    """Paint it in device px on a picture of `size`.

    picture: what is beneath it, in any size; a lens shows nothing without. region: what is to be painted.
    """
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
    at, r = _place(pointer, size), RADIUS[pointer.kind] * _scale(size)
    if pointer.kind == "laser":
        _paint_laser(painter, at, r)
    elif pointer.kind == "spotlight":
        _paint_spotlight(painter, at, r, region)
    elif picture is not None:
        _paint_lens(painter, at, r, size, picture)
    painter.restore()


def _paint_laser(painter: QPainter, at: QPointF, r: float) -> None:
    glow = QRadialGradient(at, r)
    for stop, ink in ((0.0, WHITE), (0.16, WHITE), (0.3, CORE), (0.5, CORE), (0.62, GLOW), (1.0, FAINT)):
        glow.setColorAt(stop, ink)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(glow))
    painter.drawEllipse(at, r, r)


def _paint_spotlight(painter: QPainter, at: QPointF, r: float, region: QRegion) -> None:
    """The gradient only around the circle: it costs more a px than a plain dimming."""
    square = QRectF(at.x() - r, at.y() - r, 2 * r, 2 * r).toAlignedRect()
    for area in areas(region - QRegion(square)):
        painter.fillRect(area, DIM)
    clear, shade = QColor(DIM), QRadialGradient(at, r)
    clear.setAlpha(0)
    for stop, ink in ((0.0, clear), (SHARP, clear), (1.0, DIM)):
        shade.setColorAt(stop, ink)
    painter.fillRect(square, QBrush(shade))


def _paint_lens(painter: QPainter, at: QPointF, r: float, size: QSize, picture: QPixmap) -> None:
    share = size.width() / picture.width()
    glass = QBrush(picture)
    glass.setTransform(
        QTransform().translate(at.x(), at.y()).scale(ZOOM, ZOOM).translate(-at.x(), -at.y()).scale(share, share)
    )
    painter.setBrush(glass)
    painter.setPen(QPen(RIM, max(1.0, RIM_PX * _scale(size))))
    painter.drawEllipse(at, r, r)


def _place(pointer: Pointer, size: QSize) -> QPointF:
    return QPointF(pointer.x * size.width(), pointer.y * size.height())


def _scale(size: QSize) -> float:
    return size.width() / canvas_for(size.width(), size.height()).width
