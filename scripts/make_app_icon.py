"""Draw the program's own icon into packaging/icons: what desktops, task bars and executables show.

Usage: python -m scripts.make_app_icon

The ridge of Purple Mountain at night, and before it three columns: two that are reached, and an outlined target. Each
size is drawn for itself, so that edges lie on its pixels.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QPainterPath, QPen, QPolygonF

OUTPUT = Path(__file__).resolve().parent.parent / "packaging" / "icons"
SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
"""Of Windows' executables, in px."""
MACS = {128: b"ic07", 256: b"ic08", 512: b"ic09"}
LINUX = 256

TOP, BOTTOM, RIDGE, NEAR = QColor("#17294a"), QColor("#0b1426"), QColor("#24406e"), QColor("#1c3359")
INK, ACCENT = QColor("#f2f5fa"), QColor("#f0b04a")
# In 1/16 of the icon: the crest from left to right, and each column's left edge and top.
CREST = ((0, 9.5), (2.5, 7.5), (4.5, 8.5), (7.5, 5), (9.5, 6.5), (11.5, 5.5), (16, 9))
FOOT = ((0, 11), (4, 9.5), (8, 10.5), (12, 9), (16, 10.5))
COLUMNS = ((3, 9), (7, 7), (11, 4))
WIDE, GROUND = 2.0, 13.0


def drawn(size: int) -> QImage:
    """The icon of `size` × `size` px."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    card = QPainterPath()
    card.addRoundedRect(QRectF(0, 0, size, size), size * 0.18, size * 0.18)
    painter.setClipPath(card)
    sky = QLinearGradient(0, 0, 0, size)
    sky.setColorAt(0, TOP)
    sky.setColorAt(1, BOTTOM)
    painter.fillRect(0, 0, size, size, sky)
    unit = size / 16
    for crest, colour in ((CREST, RIDGE), (FOOT, NEAR)):
        painter.setBrush(colour)
        painter.drawPolygon(QPolygonF([QPointF(x * unit, y * unit) for x, y in (*crest, (16, 16), (0, 16))]))
    for k, (left, top) in enumerate(COLUMNS):
        column = QRectF(round(left * unit), round(top * unit), 0, 0)
        column.setRight(round((left + WIDE) * unit))
        column.setBottom(round(GROUND * unit))
        if k < len(COLUMNS) - 1:
            painter.fillRect(column, INK)
        else:
            _outline(painter, column, max(1, round(unit * 0.5)))
    painter.end()
    return image


def _outline(painter: QPainter, column: QRectF, line: int) -> None:
    pen = QPen(ACCENT, line)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inset = line / 2
    painter.drawRect(column.adjusted(inset, inset, -inset, -inset))
    painter.setPen(Qt.PenStyle.NoPen)


def png(image: QImage) -> bytes:
    """The picture as a PNG file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG"):  # type: ignore[call-overload]  # its stub knows files alone
        raise OSError("无法写出 PNG / no PNG could be written")
    return bytes(buffer.data().data())


def ico(pictures: Mapping[int, bytes]) -> bytes:
    """An icon file of Windows (ICO, by Microsoft's ICONDIR) of PNG files by their sizes."""
    place = 6 + 16 * len(pictures)
    directory = struct.pack("<3H", 0, 1, len(pictures))
    for size, data in pictures.items():
        directory += struct.pack("<4B2H2I", size % 256, size % 256, 0, 0, 1, 32, len(data), place)
        place += len(data)
    return directory + b"".join(pictures.values())


def icns(pictures: Mapping[bytes, bytes]) -> bytes:
    """An icon file of macOS of PNG files by the types that stand for their sizes."""
    body = b"".join(kind + struct.pack(">I", 8 + len(data)) + data for kind, data in pictures.items())
    return b"icns" + struct.pack(">I", 8 + len(body)) + body


def main() -> None:
    """Write the three files."""
    OUTPUT.mkdir(exist_ok=True)
    files = {
        "png": png(drawn(LINUX)),
        "ico": ico({size: png(drawn(size)) for size in SIZES}),
        "icns": icns({kind: png(drawn(size)) for size, kind in MACS.items()}),
    }
    for suffix, data in files.items():
        (OUTPUT / f"jn-presenter.{suffix}").write_bytes(data)


if __name__ == "__main__":
    main()
