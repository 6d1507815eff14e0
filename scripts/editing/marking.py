"""Marks on a picture: a frame around what is meant, with its number, and the part of the window that is kept."""

from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen, QPixmap

from jn_presenter.qt.fonts import FAMILY

MARK, WORDS = "#ff4b33", "#ffffff"
LINE, ROUND, AROUND = 3.0, 6.0, 4
DISC = 11.0
"""Radius of a number's disc, logical px."""
NUMBER_PX = 15
TIGHT = 2
"""Px around letters of a text, which leave no more room."""


class Spot(NamedTuple):
    """What is meant, and its number in the text; without one only the frame is drawn.

    at: where the number stands, by default on the frame's upper right corner. around: px between both.
    """

    area: QRect
    number: int = 0
    at: QPoint | None = None
    around: int = AROUND


def marked(picture: QPixmap, spots: tuple[Spot, ...], crop: QRect | None = None) -> QImage:
    """The picture, or that part of it, with a frame around each spot."""
    image = picture.toImage()
    kept = (crop or image.rect()).intersected(image.rect())
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inside = QRectF(kept).adjusted(LINE, LINE, -LINE, -LINE)
    frames = [QRectF(_around(spot)).intersected(inside) for spot in spots]
    painter.setPen(QPen(QColor(MARK), LINE))
    for frame in frames:
        painter.drawRoundedRect(frame, ROUND, ROUND)
    for spot, frame in zip(spots, frames, strict=True):
        if spot.number:
            _number(painter, QPointF(spot.at) if spot.at else frame.topRight(), spot.number, inside)
    painter.end()
    return image.copy(kept)


def _around(spot: Spot) -> QRect:
    far = spot.around
    return spot.area.adjusted(-far, -far, far, far)


def _number(painter: QPainter, at: QPointF, number: int, inside: QRectF) -> None:
    """A disc with a number, whole inside the picture."""
    x, y = min(at.x(), inside.right() - DISC), max(at.y(), inside.top() + DISC)
    font = QFont(FAMILY)
    font.setPixelSize(NUMBER_PX)
    font.setBold(True)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    painter.setFont(font)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(MARK))
    painter.drawEllipse(QPointF(x, y), DISC, DISC)
    painter.setPen(QColor(WORDS))
    painter.drawText(QRectF(x - DISC, y - DISC, 2 * DISC, 2 * DISC), Qt.AlignmentFlag.AlignCenter, str(number))
