"""The grid that layouts stand on: columns, margins and gutters of a canvas, everything in whole multiples of 8 px."""

from collections.abc import Mapping

from msgspec import Struct

from jn_presenter.model.geometry import Canvas, Rect

UNIT = 8.0
COLUMNS = {"tall": 6, "classic": 12, "wide": 12, "wall": 24}
GUTTERS = {"tall": 24.0, "classic": 32.0, "wide": 32.0, "wall": 32.0}
LEAST_MARGIN = {"tall": 88.0, "classic": 64.0, "wide": 104.0, "wall": 200.0}
TOP = {"tall": 136.0, "classic": 88.0, "wide": 96.0, "wall": 112.0}
FOOT = 56.0
"""From the lower edge of the provenance lines to that of the canvas."""
NOTE_LINE = 32.0
"""One provenance line, in px."""
TITLE = {"tall": 264.0, "classic": 176.0, "wide": 176.0, "wall": 352.0}
STACKED = 64.0
"""More room for the title for each further language stacked beneath the first."""
LEAD = {"tall": 136.0, "classic": 72.0, "wide": 72.0, "wall": 264.0}
"""Room for a lead in one language: a line, two where lines are short; as much again as STACKED for each further one."""


BELOW_HEAD = 48.0
"""From the head to the body: more than between the lines of a title, so that the two are told apart."""


def snap(value: float) -> float:
    """The nearest multiple of 8 px."""
    return round(value / UNIT) * UNIT


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
    free = canvas.width - 2 * LEAST_MARGIN[shape] - (columns - 1) * gutter
    column = max(UNIT, free / columns // UNIT * UNIT)
    margin = (canvas.width - columns * column - (columns - 1) * gutter) / 2
    bottom = canvas.height - FOOT - NOTE_LINE * max(1, notes) - 32.0
    return Grid(canvas, columns, column, gutter, margin, TOP[shape], bottom // UNIT * UNIT)


def provenance_rect(canvas: Canvas, notes: int) -> Rect:
    """Where the provenance lines stand: at the foot, over all columns."""
    cells = grid(canvas, notes)
    return cells.span(0, cells.columns, canvas.height - FOOT - NOTE_LINE * notes, NOTE_LINE * notes)


class Page(Struct, frozen=True):
    """The usual head of a slide: title, an optional lead, and the body that a layout divides.

    `body` covers whole columns, `first` is the first of them and `columns` their number.
    """

    cells: Grid
    title: Rect
    lead: Rect
    body: Rect
    first: int
    columns: int

    def part(self, start: int, columns: int, y: float | None = None, height: float | None = None) -> Rect:
        """Columns of the body counted from its own first, over its height or a part of it."""
        top = self.body.y if y is None else y
        return self.cells.span(self.first + start, columns, top, self.body.h if height is None else height)


def page(canvas: Canvas, counts: Mapping[str, int]) -> Page:
    """The head of a slide on this canvas: above the body, or on a wall in a column of its own to the left.

    counts["title"] and counts["provenance"] are the numbers of stacked languages, counts["lead"] is 0 without a lead.
    """
    shape = canvas.shape
    cells = grid(canvas, counts.get("provenance", 1))
    further = STACKED * (max(1, counts.get("title", 1)) - 1)
    title_height = TITLE[shape] + further
    lead_height = LEAD[shape] + further if counts.get("lead") else 0.0
    if shape == "wall":
        title = cells.span(0, 7, cells.top, title_height)
        lead = cells.span(0, 7, title.bottom + 32.0, lead_height)
        return Page(cells, title, lead, cells.span(8, 16, cells.top, cells.bottom - cells.top), 8, 16)
    title = cells.span(0, cells.columns, cells.top, title_height)
    lead = cells.span(0, cells.columns, title.bottom + 16.0, lead_height)
    top = snap((lead.bottom if lead_height else title.bottom) + BELOW_HEAD)
    body = cells.span(0, cells.columns, top, cells.bottom - top)
    return Page(cells, title, lead, body, 0, cells.columns)
