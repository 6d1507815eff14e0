"""Which slide stands on which sheet and where. Rows are as high as their notes; nothing is cut, and nothing is lost."""

from collections.abc import Iterator
from typing import Protocol

from msgspec import Struct, structs

from jn_presenter.export.handout.grid import BENEATH, GAP, Grid
from jn_presenter.export.handout.notes import NoteLine, notes_of
from jn_presenter.export.request import Request


class Cell(Struct, frozen=True, kw_only=True):
    """A slide by its index in the request, with its notes; or, `rest`, what of its notes had no room before."""

    index: int
    notes: tuple[NoteLine, ...] = ()
    rest: bool = False

    def height(self, grid: Grid) -> float:
        said = sum(line.height for line in self.notes)
        if self.rest:
            return grid.line + said
        return max(grid.h, said) if grid.beside else grid.h + (BENEATH + said if said else 0.0)


class Spot(Struct, frozen=True):
    """Where a cell stands: from the left of the room, and from the top of the body.

    free: px beneath it before the next row.
    """

    cell: Cell
    x: float
    y: float
    free: float


class Filled(Struct, frozen=True):
    """A sheet with its spots, in the order of reading."""

    spots: tuple[Spot, ...]

    @property
    def slides(self) -> tuple[Cell, ...]:
        """Those of its cells that show the slide itself."""
        return tuple(spot.cell for spot in self.spots if not spot.cell.rest)

    @property
    def indices(self) -> tuple[int, ...]:
        """Of all slides that it shows something of."""
        return tuple(dict.fromkeys(spot.cell.index for spot in self.spots))


class Bounds(Protocol):
    """What head and foot leave of a sheet."""

    def body(self, number: int, indices: tuple[int, ...]) -> float:
        """Px of height for the body of the sheet `number`, from 0, if it shows these slides."""


Row = tuple[Cell, ...]


def packed(request: Request, grid: Grid, bounds: Bounds) -> tuple[Filled, ...]:
    """The sheets, each with at most `grid.rows` rows."""
    sheets: list[tuple[Row, ...]] = []
    waiting = list(_rows(request, grid))
    while waiting:
        number = len(sheets)
        taken: list[Row] = []
        while waiting and len(taken) < grid.rows and _fits((*taken, waiting[0]), grid, bounds, number):
            taken.append(waiting.pop(0))
        if not taken:
            room = bounds.body(number, _indices(waiting[:1]))
            first, rest = _cut(waiting.pop(0), room, grid)
            taken.append(first)
            if rest:
                waiting.insert(0, rest)
        sheets.append(tuple(taken))
    return tuple(
        Filled(tuple(_spots(rows, grid, bounds.body(number, _indices(rows))))) for number, rows in enumerate(sheets)
    )


def _rows(request: Request, grid: Grid) -> Iterator[Row]:
    cells = [
        Cell(index=index, notes=notes_of(request, slide, grid.notes_w, grid.font))
        for index, slide in enumerate(request.slides)
    ]
    for start in range(0, len(cells), grid.columns):
        yield tuple(cells[start : start + grid.columns])


def _fits(rows: tuple[Row, ...], grid: Grid, bounds: Bounds, number: int) -> bool:
    needed = sum(_height(row, grid) for row in rows) + GAP * (len(rows) - 1)
    return needed <= bounds.body(number, _indices(rows)) + 0.5


def _height(row: Row, grid: Grid) -> float:
    return max(cell.height(grid) for cell in row)


def _indices(rows: tuple[Row, ...] | list[Row]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(cell.index for row in rows for cell in row))


def _cut(row: Row, room: float, grid: Grid) -> tuple[Row, Row]:
    """What of a row that is higher than a sheet has room, at least a line of each cell, and what comes after it."""
    kept: list[Cell] = []
    rest: list[Cell] = []
    for cell in row:
        lines = len(cell.notes)
        while lines > 1 and structs.replace(cell, notes=cell.notes[:lines]).height(grid) > room:
            lines -= 1
        kept.append(structs.replace(cell, notes=cell.notes[:lines]))
        if cell.notes[lines:]:
            rest.append(Cell(index=cell.index, notes=cell.notes[lines:], rest=True))
    return tuple(kept), tuple(rest)


def _spots(rows: tuple[Row, ...], grid: Grid, room: float) -> Iterator[Spot]:
    """Rows stand as far apart as on a full sheet, so that the last sheet looks like the others."""
    missing = (grid.rows - len(rows)) * _height(rows[-1], grid)
    free = room - sum(_height(row, grid) for row in rows) - missing
    gap = max(GAP, free / grid.rows) if free > 0.0 else GAP
    y = 0.0
    for row in rows:
        for column, cell in enumerate(row):
            yield Spot(cell, grid.x(column), y, _height(row, grid) - cell.height(grid) + gap)
        y += _height(row, grid) + gap
