"""From the rectangles of arithmetic, which are in whole px here, to Qt's."""

from PySide6.QtCore import QRect

from jn_presenter.model.geometry import Rect


def qrect(area: Rect) -> QRect:
    """The same rectangle as widgets take it."""
    return QRect(int(area.x), int(area.y), int(area.w), int(area.h))
