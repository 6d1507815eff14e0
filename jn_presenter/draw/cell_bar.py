"""A thin bar in a table's cell, before its figure, on one scale with the others of its column."""

from msgspec import Struct, structs

from jn_presenter.draw.growth import Toward, body
from jn_presenter.draw.tags import OUTLINE
from jn_presenter.model.element import Env
from jn_presenter.model.marks import Box, Datum, ShapeMark
from jn_presenter.model.style import Font

NATURAL, LEAST = 6.0, 2.5
"""The length of the longest bar where there is room, and at least, in units of the size of the words."""
GAP = 0.6
"""Between bars and figures."""
THICKNESS = 0.34
ZERO_RISE = 0.3
"""How far the line at zero reaches above and below the bars."""


class CellBar(Struct, frozen=True, kw_only=True):
    """From `zero` to `end`, both 0..1 of the room for bars; `end` None where the figure is missing.

    widest: the figure of the column that takes the most room. signed: whether bars go both ways.
    """

    zero: float
    end: float | None
    widest: str
    target: bool = False
    signed: bool = False

    def beside(self, font: Font, env: Env) -> float:
        """What the figures of the column take with the gap before them, in px."""
        return env.measure.advance(self.widest, font) + GAP * font.size

    def marks(
        self, key: str, middle: float, room: float, size: float, env: Env, datum: Datum | None
    ) -> tuple[ShapeMark, ...]:
        """The bar about `middle` in `room` px from x = 0 on, and the line at zero where bars go both ways."""
        high = round(size * THICKNESS / 2) * 2
        top = middle - high / 2
        zero = room * self.zero
        line: tuple[ShapeMark, ...] = ()
        if self.signed:
            rise = size * ZERO_RISE
            tall = Box(zero - OUTLINE / 2, top - rise, OUTLINE, high + 2 * rise)
            line = (ShapeMark(key=f"zero.{key}", shape=tall, fill=env.style.quiet, crisp=True),)
        if self.end is None:
            return line
        left, right = sorted((zero, room * self.end))
        toward: Toward = "left" if self.end < self.zero else "right"
        box = Box(left, top, right - left, high)
        return (*body(f"bar.{key}", box, toward, env.style.accent, datum or Datum(), target=self.target), *line)


def shifted(mark: ShapeMark, x: float, y: float) -> ShapeMark:
    """The mark of a box moved by (x, y), its upper edge on a whole px."""
    box = mark.shape
    assert isinstance(box, Box)
    return structs.replace(mark, shape=structs.replace(box, x=box.x + x, y=round(box.y + y)))
