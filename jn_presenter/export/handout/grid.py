"""Where slides and what belongs to them stand on a sheet: two or three beneath each other, or six in two columns."""

from msgspec import Struct

from jn_presenter.draw.typography import line_height
from jn_presenter.export.handout.paper import LEADING, NOTE, SMALL_NOTE, Room
from jn_presenter.export.request import Request
from jn_presenter.model.style import Font

GUTTER = 36.0
"""Between columns, and between a slide and what stands beside it."""
GAP = 30.0
"""At least between rows."""
BENEATH = 12.0
"""Between a slide and its notes beneath it."""
EDGES = 0.16
"""What head and foot of the first sheet take of its height, about."""
BESIDE_WIDTH = 0.56
"""Of a column, a slide with something beside it."""
NOTED_WIDTH = 0.8
"""Of a column, a slide alone in its row with notes beneath it."""
NOTED_HEIGHT = 0.74
"""Of a row, a slide with notes beneath it."""


class Grid(Struct, frozen=True, kw_only=True):
    """columns and rows of a sheet, and how a slide of w x h px stands in its cell with its notes; all in px."""

    columns: int
    rows: int
    cell: float
    """The width of a cell."""
    w: float
    h: float
    scale: float
    """px of the sheet per px of the slide."""
    beside: bool
    """Whether notes, or lines to write on, stand to the right of the slide."""
    font: Font
    """Of the notes."""

    @property
    def line(self) -> float:
        """From line to line of the notes."""
        return line_height(self.font, LEADING)

    @property
    def notes_x(self) -> float:
        """From the left of the cell."""
        return self.w + GUTTER if self.beside else 0.0

    @property
    def notes_w(self) -> float:
        return self.cell - self.notes_x

    def x(self, column: int) -> float:
        """Of a column's left, from that of the first."""
        return column * (self.cell + GUTTER)


def grid_for(request: Request, room: Room, share: float = 1.0) -> Grid:
    """The grid of the handout that is asked for, with slides so much smaller than they could be."""
    per_page, notes, canvas = request.handout.per_page, request.handout.notes, request.canvas
    columns = 2 if per_page == 6 else 1
    rows = per_page // columns
    cell = (room.width - (columns - 1) * GUTTER) / columns
    row = room.height * (1 - EDGES) / rows - GAP
    upright = canvas.height > canvas.width
    beside = columns == 1 and (rows == 3 or upright)
    widest = cell * (BESIDE_WIDTH if beside else NOTED_WIDTH if notes and columns == 1 else 1.0)
    highest = row * (NOTED_HEIGHT if notes and not beside else 1.0)
    scale = share * min(widest / canvas.width, highest / canvas.height)
    return Grid(
        columns=columns,
        rows=rows,
        cell=cell,
        w=canvas.width * scale,
        h=canvas.height * scale,
        scale=scale,
        beside=beside,
        font=SMALL_NOTE if columns > 1 else NOTE,
    )
