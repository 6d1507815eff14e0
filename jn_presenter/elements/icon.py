"""A line icon."""

from typing import Annotated, ClassVar

from jn_presenter.draw.still import Still
from jn_presenter.model.element import Element, Env
from jn_presenter.model.fields import Colour, Icon, doc
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import Path, ShapeMark

GRID = 24.0
"""Icons are drawn on a grid of this many units a side."""
LARGEST = 160.0
STROKE = 1.5
"""Width of the stroke in units of the grid: finer than the usual 2, as icons stand large here."""


class LineIcon(Element, frozen=True, kw_only=True):
    """One of the bundled line icons, in the accent or a colour of its own."""

    short: ClassVar[str] = "name"

    name: Annotated[Icon, doc("图标名称", "name of the icon")]
    colour: Annotated[Colour | None, doc("颜色；不写则用强调色", "colour; the accent where absent")] = None

    def fit(self, rect: Rect, env: Env) -> Still:
        side = min(rect.w, rect.h, LARGEST)
        across = {"left": 0.0, "centre": 0.5, "right": 1.0}[env.align]
        x, y = rect.x + (rect.w - side) * across, rect.y + (rect.h - side) / 2
        mark = ShapeMark(
            key="icon",
            shape=Path(placed_segments(self.name.segments, x, y, side / GRID)),
            stroke=env.style.colour(self.colour or "accent"),
            width=STROKE * side / GRID,
            round=True,
        )
        return Still(rect=rect, shown=(mark,))


def placed_segments(
    segments: tuple[tuple[str, tuple[float, ...]], ...], x: float, y: float, scale: float
) -> tuple[tuple[str, tuple[float, ...]], ...]:
    """The segments scaled about the origin, then moved by (x, y) px; numbers are x and y in turn."""
    return tuple(
        (op, tuple(number * scale + (x, y)[k % 2] for k, number in enumerate(numbers))) for op, numbers in segments
    )


ELEMENT = LineIcon
