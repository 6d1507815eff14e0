"""What is drawn on slides and pointed at: strokes, the ink of a slide with its history, and what a hand does just now.

Places are shares of the canvas, 0..1 across and down, so that ink keeps its place in every size; widths are logical px.
"""

from typing import Literal

from msgspec import Struct

from jn_presenter.model.text import Message

Pen = Literal["pen", "highlighter"]
Light = Literal["laser", "spotlight", "magnifier"]
Tool = Literal["", "laser", "spotlight", "magnifier", "pen", "highlighter", "eraser"]
"""Empty for the plain mouse pointer."""
PENS: frozenset[Tool] = frozenset({"pen", "highlighter", "eraser"})
"""Tools with which a press is no click."""
LIGHTS: frozenset[Tool] = frozenset({"laser", "spotlight", "magnifier"})
NO_PRESSURE = 0.5
"""Of a hand without a stylus: what W3C's Pointer Events say of devices that feel no pressure."""


class Point(Struct, frozen=True, array_like=True):
    """A place on the canvas, and how hard the stylus was pressed there, 0..1."""

    x: float
    y: float
    pressure: float = NO_PRESSURE


class Stroke(Struct, frozen=True):
    """One line without lifting the pen; straight from point to point.

    colour: a name of the style's, so that ink is seen on every ground. width: logical px at NO_PRESSURE.
    """

    tool: Pen
    colour: str
    width: float
    points: tuple[Point, ...]


Strokes = tuple[Stroke, ...]
"""Back to front."""


class Ink(Struct, frozen=True):
    """The ink of one slide, what it was before each change, and what it was before each change that was taken back."""

    strokes: Strokes = ()
    past: tuple[Strokes, ...] = ()
    future: tuple[Strokes, ...] = ()


NO_INK = Ink()


class Pointer(Struct, frozen=True):
    """What shows the audience a place."""

    kind: Light
    x: float
    y: float


class Pointing(Struct, frozen=True):
    """What a hand does at this moment on `slide`; none of it is part of the show's state until it is done."""

    slide: str = ""
    pointer: Pointer | None = None
    stroke: Stroke | None = None
    """It grows at its end; its points are where the hand was, not smoothed."""
    erased: Strokes = ()
    """Strokes of the slide that the eraser has touched since it was put down."""


AT_REST = Pointing()


class Saving(Struct, frozen=True):
    """Ink that is saved in mid-show: how often it was asked for, and for some seconds what came of it."""

    asked: int = 0
    told: Message | None = None
