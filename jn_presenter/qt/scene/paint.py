"""Paints marks: the one table of painters by kind of mark. Screen, thumbnail, picture and PDF all come through here."""

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from jn_presenter.model.marks import AnyMark, ImageMark, PlotMark, ShapeMark, TextMark, VideoMark
from jn_presenter.qt.scene.device import Device, device_of
from jn_presenter.qt.scene.frames import paint_video
from jn_presenter.qt.scene.images import paint_image
from jn_presenter.qt.scene.plot import paint_plot
from jn_presenter.qt.scene.shapes import paint_shape
from jn_presenter.qt.scene.text import draw_line

HINTS = (
    QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing | QPainter.RenderHint.SmoothPixmapTransform
)


def paint(painter: QPainter, marks: Iterable[AnyMark]) -> None:
    """Paint marks back to front. The painter's coordinates are logical px of the canvas; it is left as it was.

    Never raises for a mark's content: what cannot be shown is left out and logged, as the audience is looking.
    """
    painter.save()
    painter.setRenderHints(HINTS)
    device = device_of(painter)
    opacity = painter.opacity()
    for mark in marks:
        if mark.opacity <= 0.0:
            continue
        painter.setOpacity(opacity * mark.opacity)
        if mark.clip is None:
            PAINTERS[type(mark)](painter, mark, device)
        else:
            painter.save()
            painter.setClipRect(QRectF(*mark.clip), Qt.ClipOperation.IntersectClip)
            PAINTERS[type(mark)](painter, mark, device)
            painter.restore()
    painter.restore()


def paint_text(painter: QPainter, mark: TextMark, device: Device) -> None:
    """Paint lines where they are placed; nothing is wrapped or cut here."""
    scale = 0.0 if device.vector else device.scale
    for line in mark.lines:
        draw_line(painter, line, mark.dx, mark.dy, scale)


PAINTERS: dict[type, Callable[[QPainter, Any, Device], None]] = {
    TextMark: paint_text,
    ShapeMark: paint_shape,
    ImageMark: paint_image,
    VideoMark: paint_video,
    PlotMark: paint_plot,
}
