"""Rectangles and the canvas a slide is composed on, in logical px with the origin at the top left."""

from typing import Literal

from msgspec import Struct

Shape = Literal["tall", "classic", "wide", "wall"]
SHAPES: tuple[Shape, ...] = ("tall", "classic", "wide", "wall")
SHAPE_WORDS = {
    "tall": ("竖屏", "upright"),
    "classic": ("4:3 画面", "a 4:3 screen"),
    "wide": ("16:9 画面", "a 16:9 screen"),
    "wall": ("宽墙", "a wide wall"),
}
SHORT_SIDE = 1080.0


class Rect(Struct, frozen=True):
    """An axis-parallel rectangle in logical px."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        return self.x + self.w

    @property
    def bottom(self) -> float:
        return self.y + self.h

    def inset(self, dx: float, dy: float) -> "Rect":
        """The same rectangle drawn in by dx on the left and right and by dy on top and bottom."""
        return Rect(self.x + dx, self.y + dy, self.w - 2 * dx, self.h - 2 * dy)

    def contains(self, other: "Rect", slack: float = 0.5) -> bool:
        """Whether `other` lies inside, give or take `slack` px (rounding of text advances)."""
        return (
            other.x >= self.x - slack
            and other.y >= self.y - slack
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )


class Canvas(Struct, frozen=True):
    """The area of one slide in logical px; its shorter side is 1080."""

    width: float
    height: float

    @property
    def shape(self) -> Shape:
        ratio = self.width / self.height
        return "tall" if ratio < 0.8 else "classic" if ratio < 1.5 else "wide" if ratio < 2.2 else "wall"

    @property
    def rect(self) -> Rect:
        return Rect(0.0, 0.0, self.width, self.height)


def canvas_for(width: float, height: float) -> Canvas:
    """The canvas of a screen of width x height device px.

    Raises ValueError for an empty screen.
    """
    if width <= 0 or height <= 0:
        raise ValueError(f"a screen of {width} x {height} px has no canvas")
    scale = SHORT_SIDE / min(width, height)
    return Canvas(width * scale, height * scale)


WIDE = Canvas(1920.0, 1080.0)
TALL = Canvas(1080.0, 1920.0)
CLASSIC = Canvas(1440.0, 1080.0)
WALL = Canvas(3840.0, 1080.0)
