"""The mouse pointer over a picture: the very dot that a pen will leave, and none beneath a light."""

from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QCursor, QPainter, QPen, QPixmap

from jn_presenter.model.ink import LIGHTS, Tool
from jn_presenter.qt.windows.pointing_hand import ERASER_PX, WIDTHS

SMALLEST, LARGEST = 7.0, 90.0
"""px across: larger ones some systems refuse."""
RIM = QColor(255, 255, 255)
EDGE = QColor(8, 18, 32)


def cursor(tool: Tool, ink: str, scale: float, ratio: float) -> QCursor:
    """What stands where the hand is.

    ink: #rrggbb. scale: px of the window a logical px has. ratio: device px of one of these.
    """
    if tool in LIGHTS:
        return QCursor(Qt.CursorShape.BlankCursor)
    if not tool:
        return QCursor(Qt.CursorShape.ArrowCursor)
    wide = 2 * ERASER_PX if tool == "eraser" else WIDTHS["highlighter" if tool == "highlighter" else "pen"]
    return _dot(tool, ink, min(LARGEST, max(SMALLEST, wide * scale)), ratio)


@lru_cache(maxsize=16)
def _dot(tool: Tool, ink: str, wide: float, ratio: float) -> QCursor:
    side = int(wide) + 5
    picture = QPixmap(round(side * ratio), round(side * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    centre, fill = QPointF(side / 2, side / 2), QColor(ink)
    fill.setAlpha({"pen": 255, "highlighter": 110}.get(tool, 40))
    for grown, rim in ((1.0, EDGE), (0.0, RIM)):
        painter.setPen(QPen(rim, 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush if grown else fill)
        painter.drawEllipse(centre, wide / 2 + grown, wide / 2 + grown)
    painter.end()
    return QCursor(picture, side // 2, side // 2)
