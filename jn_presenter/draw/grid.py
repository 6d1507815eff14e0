"""The grid that layouts stand on: columns, margins and gutters of a canvas, everything in whole multiples of 8 px."""

from msgspec import Struct

from jn_presenter.model.geometry import Canvas, Rect

UNIT = 8.0
COLUMNS = {"tall": 6, "classic": 12, "wide": 12, "wall": 24}
GUTTERS = {"tall": 24.0, "classic": 32.0, "wide": 32.0, "wall": 32.0}
LEAST_MARGIN = {"tall": 88.0, "classic": 64.0, "wide": 104.0, "wall": 200.0}
TITLE_LINES = 2
FOOT = 40.0


def snap(value: float) -> float:
    """The nearest multiple of 8 px."""
    return round(value / UNIT) * UNIT


class Grid(Struct, frozen=True):
    """Columns of equal width between two margins; all in logical px."""

    canvas: Canvas
    columns: int
    column: float
    gutter: float
    margin: float
    top: float
    bottom: float
    """The y of the lower edge of the content, above the provenance lines."""

    def x(self, column: int) -> float:
        """The left edge of a column, counted from 0."""
        return self.margin + column * (self.column + self.gutter)

    def span(self, first: int, count: int, y: float, height: float) -> Rect:
        """The rectangle over `count` columns from column `first`."""
        return Rect(self.x(first), y, count * self.column + (count - 1) * self.gutter, height)

    @property
    def width(self) -> float:
        return self.columns * self.column + (self.columns - 1) * self.gutter


def grid(canvas: Canvas, languages: int = 1) -> Grid:
    """The grid of a canvas: 1920 px wide has 12 columns of 112, margins 112 and gutters 32.

    The foot keeps one provenance line for each of `languages`.
    """
    columns, gutter = COLUMNS[canvas.shape], GUTTERS[canvas.shape]
    free = canvas.width - 2 * LEAST_MARGIN[canvas.shape] - (columns - 1) * gutter
    column = max(UNIT, free / columns // UNIT * UNIT)
    margin = (canvas.width - columns * column - (columns - 1) * gutter) / 2
    vertical = 96.0 if canvas.shape != "tall" else 136.0
    foot = 56.0 + FOOT * languages
    return Grid(canvas, columns, column, gutter, margin, vertical, snap(canvas.height - foot - 24.0))
