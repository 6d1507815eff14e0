"""Where a free element lies: by fractions of the canvas, or by a size at one of nine anchors."""

from jn_presenter.model.deck import Free
from jn_presenter.model.geometry import Canvas, Rect

ANCHORS = {
    "top-left": (0.0, 0.0),
    "top": (0.5, 0.0),
    "top-right": (1.0, 0.0),
    "left": (0.0, 0.5),
    "centre": (0.5, 0.5),
    "right": (1.0, 0.5),
    "bottom-left": (0.0, 1.0),
    "bottom": (0.5, 1.0),
    "bottom-right": (1.0, 1.0),
}
"""The share of the free space left of and above the element."""


def free_rect(free: Free, canvas: Canvas) -> Rect:
    """Where the element lies, in logical px."""
    if free.at:
        x, y, w, h = free.at
        return Rect(x * canvas.width, y * canvas.height, w * canvas.width, h * canvas.height)
    across, down = ANCHORS[free.anchor]
    w, h = free.size
    return Rect((canvas.width - w) * across, (canvas.height - h) * down, w, h)
