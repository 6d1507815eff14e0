"""Rows of texts in columns: what belongs together in two languages begins on one line."""

from collections.abc import Iterator

from msgspec import Struct
from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from jn_presenter.draw.typography import line_height
from jn_presenter.model.element import Block, Measure
from jn_presenter.model.marks import Line, Run
from jn_presenter.qt.scene.colours import colour
from jn_presenter.qt.windows.dark import ACCENT, LEADING
from jn_presenter.qt.windows.lines import Lines

BAR = 0.5
INDENT = 2.0
APART = 4.0
"""Width of the bar before marked rows, indent of all rows, space between columns, in steps of the grid."""


class Cell(Struct, frozen=True):
    """Runs that are broken into lines together; `\\n` breaks a line."""

    runs: tuple[Run, ...]
    language: str


class Row(Struct, frozen=True):
    """Cells side by side, in columns of one width; a single one has them all. `gap` is px above it."""

    cells: tuple[Cell, ...]
    gap: float = 0.0
    marked: bool = False


class Sheet(Lines):
    """Rows one under the other; a bar stands before the marked ones. unit: a step of the grid in px."""

    pressed = Signal(int)
    """The column that was pressed with the mouse or a finger, from 0."""

    def __init__(self, measure: Measure, parent: QWidget) -> None:
        super().__init__(measure, parent)
        self._rows: tuple[Row, ...] = ()
        self._broken: dict[tuple[Cell, float], Block] = {}
        self._marked: tuple[tuple[float, float], ...] = ()
        self.unit = 8
        self.length = 0.0
        """How high all rows are together, in px."""

    @property
    def text(self) -> str:
        """What it says: a row a line, cells apart by a tab."""
        return "\n".join("\t".join("".join(run.text for run in cell.runs) for cell in row.cells) for row in self._rows)

    def prepare(self, rows: tuple[Row, ...]) -> Iterator[None]:
        """Break these rows into lines, a cell at a time, so that to say them is soon done."""
        for row in rows:
            for cell in row.cells:
                if (cell, self._width(row)) not in self._broken:
                    self._break(cell, self._width(row))
                    yield

    def say(self, rows: tuple[Row, ...]) -> None:
        """Show these rows; the place scrolled to stays as far as it can."""
        if rows != self._rows:
            self._rows = rows
            self.setAccessibleName(self.text)
            self.fill()

    def reveal(self) -> None:
        """Scroll until the marked rows are to be seen."""
        if self._marked:
            self.bring(self._marked[0][0], self._marked[-1][1])

    def fill(self) -> None:
        lines: list[Line] = []
        marked: list[tuple[float, float]] = []
        known, self._broken = self._broken, {}
        top, step = 0.0, 1.0
        for row in self._rows:
            top += row.gap if lines else 0.0
            high, wide = 0.0, self._width(row)
            for k, cell in enumerate(row.cells):
                if (cell, wide) in known:
                    self._broken[cell, wide] = known[cell, wide]
                block = self._break(cell, wide)
                x = INDENT * self.unit + k * (wide + APART * self.unit)
                lines.extend(
                    Line(line.x + x, line.y + top, line.width, line.runs, line.language) for line in block.lines
                )
                high = max(high, block.height)
                step = max(step, *(line_height(run.font, LEADING) for run in cell.runs), 1.0)
            if row.marked:
                marked.append((top, top + high))
            top += high
        self._marked, self.length = tuple(marked), top
        self.show_lines(tuple(lines), top, step)

    def _width(self, row: Row) -> float:
        """Of each cell of the row, in px."""
        columns = len(row.cells)
        return max(1.0, (self.room - INDENT * self.unit - APART * self.unit * (columns - 1)) / columns)

    def _break(self, cell: Cell, width: float) -> Block:
        if (cell, width) not in self._broken:
            self._broken[cell, width] = self._measure.wrap(cell.runs, width, language=cell.language, leading=LEADING)
        return self._broken[cell, width]

    def mousePressEvent(self, event: QMouseEvent) -> None:  # Qt's name
        columns = max((len(row.cells) for row in self._rows), default=1)
        self.pressed.emit(min(columns - 1, int(event.position().x() * columns / max(1, self.width()))))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        offset = self.verticalScrollBar().value()
        for top, bottom in self._marked:
            painter.fillRect(QRectF(0.0, top - offset, BAR * self.unit, bottom - top), colour(ACCENT))
        painter.end()
        super().paintEvent(event)
