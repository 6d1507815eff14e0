"""How many pixels a widget really has on a screen whose scale is no whole number."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget


def device_size(widget: QWidget) -> QSize:
    """Its size in device px, at least one."""
    ratio, window = widget.devicePixelRatioF(), widget.window()
    side = screen_px if window.isFullScreen() and widget.size() == window.size() else whole_px
    return QSize(side(widget.width(), ratio), side(widget.height(), ratio))


def whole_px(side: int, ratio: float) -> int:
    """Device px to a side in device-independent px, as Qt rounds it."""
    return max(1, round(side * ratio))


def screen_px(side: int, ratio: float) -> int:
    """The side of a screen in device px, which Qt has divided by the ratio and rounded.

    Several whole numbers may have come to the same one, as 3840 and 3841 at 225 %. Screens have the one of them that is
    the largest power of two's multiple.
    """
    near = whole_px(side, ratio)
    possible = [px for px in range(near - 2, near + 3) if px > 0 and abs(px / ratio - side) <= 0.5]
    return max(possible, key=lambda px: px & -px, default=near)
