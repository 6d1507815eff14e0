"""The grid that layouts stand on: columns, margins and gutters of a canvas, everything in whole multiples of 8 px."""

from msgspec import Struct

from jn_presenter.model.element import Anchor
from jn_presenter.model.geometry import Canvas, Rect

UNIT = 8.0
COLUMNS = {"tall": 6, "classic": 12, "wide": 12, "wall": 24}
GUTTERS = {"tall": 24.0, "classic": 32.0, "wide": 32.0, "wall": 32.0}
LEAST_MARGIN = {"tall": 88.0, "classic": 64.0, "wide": 104.0, "wall": 112.0}
WALL_MARGIN = 5 / 96
"""The least margin of a wall in units of its width: 200 px of 3840."""
TOP = {"tall": 128.0, "classic": 72.0, "wide": 72.0, "wall": 112.0}
FULL = 1920.0
"""The height of a tall canvas that has room for everything; above the controls of a kiosk there is less."""
LOWER, MOST_LOWER = 0.25, 64.0
"""How much of the free space at its head a lower one gives up for each px that it lacks, and at the most."""
FOOT = 56.0
"""From the lower edge of the provenance lines to that of the canvas."""
NOTE_LINE = 32.0
"""One provenance line, in px."""
LIFT = 0.4
"""The share of the spare height that stands above what hangs in the middle: a little over it looks centred."""


def snap(value: float) -> float:
    """The nearest multiple of 8 px."""
    return round(value / UNIT) * UNIT


def anchored(rect: Rect, height: float, anchor: Anchor) -> float:
    """The top of what is `height` px high in `rect`; what is higher than it begins at its top."""
    share = {"top": 0.0, "middle": LIFT, "bottom": 1.0}[anchor]
    return rect.y + max(0.0, rect.h - height) * share


class Grid(Struct, frozen=True):
    """Columns of equal width between two margins; `top` and `bottom` bound the content. All in logical px."""

    canvas: Canvas
    columns: int
    column: float
    gutter: float
    margin: float
    top: float
    bottom: float

    def x(self, column: int) -> float:
        """The left edge of a column, counted from 0."""
        return self.margin + column * (self.column + self.gutter)

    def span(self, first: int, count: int, y: float, height: float) -> Rect:
        """The rectangle over `count` columns from column `first`."""
        return Rect(self.x(first), y, count * self.column + (count - 1) * self.gutter, height)


def grid(canvas: Canvas, notes: int = 1) -> Grid:
    """The grid of a canvas: 1920 px wide has 12 columns of 112, margins of 112 and gutters of 32.

    The foot keeps `notes` provenance lines, one for each language shown.
    """
    shape = canvas.shape
    columns, gutter = COLUMNS[shape], GUTTERS[shape]
    least = max(LEAST_MARGIN[shape], WALL_MARGIN * canvas.width if shape == "wall" else 0.0)
    free = canvas.width - 2 * least - (columns - 1) * gutter
    column = max(UNIT, free / columns // UNIT * UNIT)
    margin = (canvas.width - columns * column - (columns - 1) * gutter) / 2
    bottom = canvas.height - FOOT - NOTE_LINE * max(1, notes) - 32.0
    return Grid(canvas, columns, column, gutter, margin, TOP[shape] - given_up(canvas), bottom // UNIT * UNIT)


def given_up(canvas: Canvas) -> float:
    """What a tall canvas that is lower than FULL gives up of each free space at its head, in whole multiples of 8."""
    lacking = max(0.0, FULL - canvas.height) if canvas.shape == "tall" else 0.0
    return snap(min(MOST_LOWER, LOWER * lacking))


def provenance_rect(canvas: Canvas, notes: int) -> Rect:
    """Where the provenance lines stand: at the foot, over all columns."""
    cells = grid(canvas, notes)
    return cells.span(0, cells.columns, canvas.height - FOOT - NOTE_LINE * notes, NOTE_LINE * notes)
