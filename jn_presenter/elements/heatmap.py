"""A heat map."""

from msgspec import Struct, structs

from jn_presenter.draw.cascade import cascade
from jn_presenter.draw.chart import Chart
from jn_presenter.draw.colour_key import Amounts, colour_key, empty_cell
from jn_presenter.draw.dataset import Category, Dataset
from jn_presenter.draw.entrance import appearance
from jn_presenter.draw.entries import Entry
from jn_presenter.draw.heatgrid import Grid, Name, lay_out
from jn_presenter.draw.motion import faded
from jn_presenter.draw.numbers import plain_number
from jn_presenter.draw.parts_of import rows_of
from jn_presenter.draw.shades import Shades, legible, shades
from jn_presenter.draw.tags import OUTLINE, under_badge
from jn_presenter.draw.typography import ASCENT
from jn_presenter.model.element import Env, Fitted, Phase
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import AnyMark, Box, Line, Run, ShapeMark, TextMark
from jn_presenter.model.problem import Finding
from jn_presenter.model.style import Style
from jn_presenter.model.text import Message, Text

KEY_GAP = 20.0
"""Between the cells and their legend, in px."""
UNKNOWN = "–"
"""Stands in a cell whose figure is not known."""
SEAM = 2.0
"""px of ground between two cells."""


class Cell(Struct, frozen=True):
    """One figure of the table, or its gap: its key, its place in the grid, and where it stands in the table."""

    key: str
    row: int
    column: int
    series: int
    category: int
    entry: Entry | None
    figure: str


class HeatMap(Chart, frozen=True, kw_only=True):
    """A table whose cells are the stronger coloured the larger their figures: one hue, or two about zero."""

    about = "热力图：表格，数越大的格子颜色越深"

    def fit(self, rect: Rect, env: Env) -> "FittedHeatMap":
        found = self.dataset(env)
        place, badge = under_badge(rect, env, found.sample)
        rows, columns, cells = _table(self, found, env)
        entries = [cell.entry for cell in cells if cell.entry]
        scale = shades([float(entry.value) for entry in entries], env.style)
        if not cells:
            return FittedHeatMap(rect=rect, findings=found.findings, fixed=badge, scale=scale, style=env.style)
        if place.h > place.w and len(columns) > len(rows):
            rows, columns = columns, rows
            cells = tuple(structs.replace(cell, row=cell.column, column=cell.row) for cell in cells)
        targets = [entry for entry in entries if entry.target]
        amounts = Amounts(
            scale=scale,
            values=tuple(entry.value for entry in entries),
            unit=found.unit,
            missing=len(entries) < len(cells),
            target=bool(targets),
            due=targets[0].due if targets else "",
        )
        key = colour_key(amounts, env, place.x, place.y, place.w)
        field = Rect(place.x, place.y, place.w, place.h - key.height - KEY_GAP)
        grid = lay_out(rows, columns, [cell.figure for cell in cells], field, env)
        return FittedHeatMap(
            rect=rect,
            overflow=grid.overflow or key.overflow,
            findings=(*found.findings, *grid.findings, *(_low_rows(len(rows)) if grid.thinned else ())),
            cells=tuple(_placed(cell, grid, scale, env) for cell in cells),
            words=(*grid.names, *grid.heads, *((grid.listed,) if grid.listed else ())),
            fixed=(*badge, *colour_key(amounts, env, place.x, grid.bottom + KEY_GAP, place.w).marks),
            parts=self.parts(),
            by_category=found.by == "category",
            among=max(cell.series for cell in cells) + 1,
            scale=scale,
            style=env.style,
        )


class Placed(Struct, frozen=True):
    """A cell with its marks in full, back to front."""

    cell: Cell
    marks: tuple[AnyMark, ...]


class FittedHeatMap(Fitted, frozen=True, kw_only=True):
    """The cells, the names around them, and what stands beneath: they come in column by column of the table."""

    fixed: tuple[AnyMark, ...]
    scale: Shades
    style: Style
    cells: tuple[Placed, ...] = ()
    words: tuple[TextMark, ...] = ()
    parts: int = 1
    by_category: bool = False
    among: int = 1

    def marks(self, phase: Phase) -> tuple[AnyMark, ...]:
        frame = max(appearance(phase, part, self.parts, 0.0) for part in range(self.parts))
        if frame <= 0.0:
            return ()
        shown: list[AnyMark] = [faded(mark, frame) for mark in (*self.fixed, *self.words)]
        for placed in self.cells:
            t = self._entrance(placed.cell, phase)
            if t > 0.0:
                shown += (faded(mark, t) for mark in placed.marks)
        return tuple(shown)

    def _entrance(self, cell: Cell, phase: Phase) -> float:
        stagger = self.style.motion.stagger
        if self.by_category:
            return cascade(phase, cell.category, self.parts, 0, 1, stagger)
        if self.parts > 1:
            return cascade(phase, cell.series, self.parts, 0, 1, stagger)
        return cascade(phase, 0, 1, cell.series, self.among, stagger)


def _table(chart: Chart, found: Dataset, env: Env) -> tuple[tuple[Name, ...], tuple[Name, ...], tuple[Cell, ...]]:
    """The rows and the columns with their names, and the cells in the order of the table's columns."""
    if found.by == "category":
        lines = rows_of(chart, found)
        series: tuple[tuple[Category, tuple[Entry | None, ...]], ...] = (
            (Category("", Text(())), tuple(entry for _, entry in lines)),
        )
        categories = tuple(category for category, _ in lines)
    else:
        series = tuple((Category(one.key, one.label), one.entries) for one in found.series)
        categories = found.categories
    cells = tuple(
        Cell(
            key=entry.key if entry else category.key if len(series) == 1 else f"{column.key}.{category.key}",
            row=row,
            column=number,
            series=number,
            category=entry.part if entry and found.by == "category" else row,
            entry=entry,
            figure=plain_number(entry.value, env.languages[0]) if entry else UNKNOWN,
        )
        for number, (column, entries) in enumerate(series)
        for row, (category, entry) in enumerate(zip(categories, entries, strict=True))
    )
    names = (tuple(Name(one.key, one.label) for one in of) for of in (categories, (column for column, _ in series)))
    rows, columns = names
    return rows, columns, cells


def _placed(cell: Cell, grid: Grid, scale: Shades, env: Env) -> Placed:
    """The cell in its place: its colour, and its figure where figures fit."""
    place = grid.at(cell.row, cell.column)
    gap = min(SEAM, place.w / 4, place.h / 4) / 2
    box = Box(place.x + gap, place.y + gap, place.w - 2 * gap, place.h - 2 * gap)
    entry = cell.entry
    if entry is None:
        mark, ink = empty_cell(f"cell.{cell.key}", box, env.style.faint), env.style.quiet
    else:
        colour = scale.at(float(entry.value))
        ink = env.style.ink if entry.target else legible(colour, env.style)
        mark = ShapeMark(
            key=f"cell.{cell.key}",
            shape=box,
            fill=None if entry.target else colour,
            hatch=colour if entry.target else None,
            stroke=colour if entry.target else None,
            width=OUTLINE if entry.target else 0.0,
            datum=entry.datum,
        )
    if grid.figures is None:
        return Placed(cell, (mark,))
    font = grid.figures
    width = env.measure.advance(cell.figure, font, env.languages[0])
    y = place.y + (place.h - font.size) / 2 + ASCENT * font.size
    line = Line(place.x + (place.w - width) / 2, y, width, (Run(cell.figure, font, ink),), env.languages[0])
    return Placed(cell, (mark, TextMark(key=f"value.{cell.key}", lines=(line,))))


def _low_rows(count: int) -> tuple[Finding, ...]:
    return (
        Finding(
            code="too-many",
            path="data",
            severity="warning",
            message=Message(
                f"有 {count} 行，只写得下一部分行名", f"of {count} rows, only some have room for their names"
            ),
            hint=Message("请归并几行，或把图放大", "group some of the rows, or give the chart more height"),
        ),
    )


ELEMENT = HeatMap
