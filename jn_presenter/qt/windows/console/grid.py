"""Where the slides of the overview lie: a row a theme's heading, under it cells in rows. Arithmetic."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import groupby

from msgspec import Struct

from jn_presenter.qt.windows.console.areas import picture
from jn_presenter.show.select import theme_id

NARROWEST = 28
"""Of a cell, in units of the grid: a slide's title can be read at arm's length."""
GAP = 2
WORDS = 8
"""Under a picture."""
HEAD = 6
"""A theme's heading, with the air above it."""


class Row(Struct, frozen=True):
    """Cells `first` to before `behind`, or the heading above cell `first` where they are the same; y and height, px."""

    y: int
    height: int
    first: int
    behind: int


class Grid(Struct, frozen=True, kw_only=True):
    """All cells in the order of the show, px from the upper left of what is scrolled."""

    slides: tuple[str, ...]
    across: int
    """Cells of a full row."""
    cell: tuple[int, int]
    picture: tuple[int, int]
    gap: int
    rows: tuple[Row, ...]
    row_of: tuple[int, ...]
    """The row of each slide."""
    height: int

    def place(self, at: int) -> tuple[int, int]:
        """Where the cell of a slide begins."""
        row = self.rows[self.row_of[at]]
        return (at - row.first) * (self.cell[0] + self.gap), row.y

    def at(self, x: int, y: int) -> int | None:
        """The slide whose cell has that point."""
        k = bisect_right(self.rows, y, key=lambda row: row.y) - 1
        if k < 0 or x < 0:
            return None
        row = self.rows[k]
        column, within = divmod(x, self.cell[0] + self.gap)
        found = row.first + column
        return found if found < row.behind and within < self.cell[0] and y < row.y + self.cell[1] else None

    def between(self, top: int, bottom: int) -> tuple[Row, ...]:
        """The rows that are seen from `top` to `bottom`."""
        first = max(0, bisect_right(self.rows, top, key=lambda row: row.y) - 1)
        behind = bisect_right(self.rows, bottom, key=lambda row: row.y)
        return self.rows[first:behind]

    def beside(self, at: int, rows: int) -> int:
        """The slide `rows` rows of cells below, above where negative; the nearest one where that row is shorter."""
        full = [k for k, row in enumerate(self.rows) if row.behind > row.first]
        here = self.row_of[at]
        there = self.rows[full[min(max(0, full.index(here) + rows), len(full) - 1)]]
        return min(there.first + at - self.rows[here].first, there.behind - 1)


def grid(slides: Sequence[str], width: int, unit: int, ratio: float) -> Grid:
    """The slides by their themes, as they follow each other, in `width` px; ratio: of the audience's picture."""
    gap = GAP * unit
    across = max(1, (width + gap) // (NARROWEST * unit + gap))
    wide = max(1, (width - gap * (across - 1)) // across)
    pictured, high = map(int, picture(wide, wide, ratio))
    cell = (wide, high + WORDS * unit)
    rows: list[Row] = []
    row_of: list[int] = []
    y = first = 0
    for _, several in groupby(slides, key=theme_id):
        behind = first + len(list(several))
        rows.append(Row(y, HEAD * unit, first, first))
        y += HEAD * unit
        for start in range(first, behind, across):
            end = min(start + across, behind)
            row_of += [len(rows)] * (end - start)
            rows.append(Row(y, cell[1] + gap, start, end))
            y += cell[1] + gap
        first = behind
    return Grid(
        slides=tuple(slides),
        across=across,
        cell=cell,
        picture=(pictured, high),
        gap=gap,
        rows=tuple(rows),
        row_of=tuple(row_of),
        height=y,
    )
