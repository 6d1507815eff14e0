"""Parts of slides as pictures with nothing behind them, for files of programs that have no such drawing."""

from collections.abc import Iterable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QImage, QImageWriter, QPainter

from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import AnyMark, ImageMark
from jn_presenter.qt.scene.images import read
from jn_presenter.qt.scene.paint import paint

DENSITY = 2.0
"""px of the picture for each logical px: what a screen of 3840 x 2160 shows."""
LONGEST = 8192
"""px of its longest side, whatever is asked for."""
PNG, JPEG = 80, 90
"""Qt's qualities: of PNG files a quick compression, which loses nothing; of photographs what no eye tells."""


def cutout(marks: Iterable[AnyMark], rect: Rect, *, density: float = DENSITY) -> tuple[bytes, str]:
    """What of the marks lies in `rect`, and whether it is a png or, where nothing shines through, a jpeg.

    Raises MemoryError where there is none for the picture.
    """
    scale = min(density, LONGEST / max(rect.w, rect.h, 1.0))
    image = QImage(
        max(1, round(rect.w * scale)), max(1, round(rect.h * scale)), QImage.Format.Format_ARGB32_Premultiplied
    )
    if image.isNull():
        raise MemoryError("there is no picture: it may be too large")
    image.fill(0)
    painter = QPainter(image)
    painter.scale(scale, scale)
    painter.translate(-rect.x, -rect.y)
    paint(painter, marks)
    painter.end()
    return encoded(image)


def encoded(image: QImage, *, photograph: bool = False) -> tuple[bytes, str]:
    """The picture as a file's content with the ending of its name."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"jpg" if photograph else b"png"))
    writer.setQuality(JPEG if photograph else PNG)
    writer.write(image.convertToFormat(QImage.Format.Format_RGB32) if photograph else image)
    buffer.close()
    return bytes(data.data()), "jpeg" if photograph else "png"


def picture(mark: ImageMark) -> tuple[bytes, str]:
    """The picture of a mark by itself, as sharp as its place asks for: a photograph as a jpeg, all else as a png."""
    if mark.plate is not None:
        return cutout((mark,), Rect(mark.x, mark.y, mark.w, mark.h))
    scale = min(DENSITY, LONGEST / max(mark.w, mark.h, 1.0))
    image = read(mark, QSize(max(1, round(mark.w * scale)), max(1, round(mark.h * scale))))
    if image.isNull():
        return cutout((mark,), Rect(mark.x, mark.y, mark.w, mark.h))
    return encoded(image, photograph=not image.hasAlphaChannel() and mark.file.lower().endswith((".jpg", ".jpeg")))
