"""What a layout is: named slots with a default element type each, and their rectangles on a canvas."""

from collections.abc import Callable, Mapping

from msgspec import Struct

from jn_presenter.model.element import Align, Anchor
from jn_presenter.model.geometry import Canvas, Rect, Shape
from jn_presenter.model.text import Message

Rects = dict[str, tuple[Rect, ...]]


class Slot(Struct, frozen=True, kw_only=True):
    """A place for content. With `many` its value is a list of elements, and each has a rectangle of its own."""

    name: str
    type: str
    """The element type where the YAML names none."""
    role: str = "body"
    """The type role that text in this slot is set in: note, caption, body, lead, title, statement, numeral."""
    least: str = ""
    """The role down to whose size its text is set smaller by itself where it has no room; empty where it is not."""
    required: bool = False
    many: bool = False
    align: Align = "left"
    """left, centre or right: how text and lone figures stand in the slot."""
    anchor: Anchor = "top"
    """top, middle or bottom: where text stands that is not as high as the slot."""
    wall: Anchor | None = None
    """The anchor on a wall, where it differs: what hangs from a title elsewhere hangs at eye level there."""
    colour: str = "ink"
    """The colour of plain text, by its name in the style."""
    bold: bool = False
    grows: bool = True
    """Whether its body text may be set a role larger: not where something else is what the slide is about."""
    doc: Message = Message("", "")

    def anchor_on(self, shape: Shape) -> Anchor:
        return self.wall if self.wall and shape == "wall" else self.anchor


class Layout(Struct, frozen=True, kw_only=True):
    """One arrangement of slots.

    `slots` is pure arithmetic: (canvas, counts) -> {slot: (Rect, …)}, where counts[slot] is the number of the slot's
    parts (elements of a `many` slot, else the element's own parts), 0 where the slide leaves it out. Every layout has
    a slot `title`, though it may give it no rectangle. Each rectangle lies on the grid of draw/grid.py.
    """

    slots: tuple[Slot, ...]
    arrange: Callable[[Canvas, Mapping[str, int]], Rects]
    doc: Message
    prominent: bool = False
    """Whether the style's motif is the picture of the slide."""
    unless: str = ""
    """The slot whose content would stand on that picture, so that the motif steps back where it is filled."""

    def slot(self, name: str) -> Slot | None:
        return next((slot for slot in self.slots if slot.name == name), None)
