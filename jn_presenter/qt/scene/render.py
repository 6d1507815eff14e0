"""Marks to whole pictures, away from any window."""

from collections.abc import Iterable

from PySide6.QtGui import QColor, QImage, QPainter, QPixmap

from jn_presenter.model.geometry import Canvas
from jn_presenter.model.marks import AnyMark
from jn_presenter.qt.scene.paint import paint


def render_image(marks: Iterable[AnyMark], canvas: Canvas, width: int, height: int, ground: str = "#000000") -> QImage:
    """The marks on an opaque picture (RGB32) of width x height device px, the canvas stretched over it.

    `ground` is what is seen where no mark is.
    """
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(ground))
    painter = QPainter(image)
    painter.scale(width / canvas.width, height / canvas.height)
    paint(painter, marks)
    painter.end()
    return image


def render_pixmap(
    marks: Iterable[AnyMark], canvas: Canvas, width: int, height: int, ground: str = "#000000"
) -> QPixmap:
    """As render_image, as a pixmap for the screen."""
    return QPixmap.fromImage(render_image(marks, canvas, width, height, ground))
