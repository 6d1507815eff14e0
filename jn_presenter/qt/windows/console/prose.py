"""Words in the console: paragraphs one under the other, in columns where they are in several languages."""

from itertools import chain

from msgspec import Struct
from PySide6.QtWidgets import QWidget

from jn_presenter.draw.typography import line_height
from jn_presenter.model.element import Measure
from jn_presenter.model.marks import Line, Run
from jn_presenter.qt.windows.console.look import LEADING
from jn_presenter.qt.windows.lines import Lines

NARROWEST = 12
"""Of a column, in letters of the largest size: with less they stand one under the other."""
GAP = 1.5
"""Between columns, in the same measure."""


class Paragraph(Struct, frozen=True):
    """Runs that are broken into lines together; `\\n` breaks a line. `gap` is px above it."""

    runs: tuple[Run, ...]
    language: str
    gap: float = 0.0
    leading: float = LEADING


class Prose(Lines):
    """Paragraphs one under the other, in one or several columns side by side where there is room for them."""

    def __init__(self, measure: Measure, parent: QWidget) -> None:
        super().__init__(measure, parent)
        self._columns: tuple[tuple[Paragraph, ...], ...] = ()

    @property
    def text(self) -> str:
        """What it says, a paragraph a line."""
        return "\n".join("".join(run.text for run in paragraph.runs) for paragraph in chain(*self._columns))

    def say(self, *columns: tuple[Paragraph, ...]) -> None:
        """Show these paragraphs; the place scrolled to stays as far as it can."""
        if columns != self._columns:
            self._columns = columns
            self.setAccessibleName(self.text)
            self.fill()

    def fill(self) -> None:
        """Columns stand one under the other where lines would be too short beside each other."""
        columns = self._columns
        size = max((run.font.size for one in chain(*columns) for run in one.runs), default=1.0)
        gap = GAP * size
        wide = (self.room - gap * (len(columns) - 1)) / max(1, len(columns))
        if len(columns) > 1 and wide < NARROWEST * size:
            columns, wide = (tuple(chain(*columns)),), self.room
        lines: list[Line] = []
        height, step = 0.0, 1.0
        for k, column in enumerate(columns):
            placed, bottom, high = self._column(column, k * (wide + gap), wide)
            lines += placed
            height, step = max(height, bottom), max(step, high)
        self.show_lines(tuple(lines), height, step)

    def _column(self, paragraphs: tuple[Paragraph, ...], x: float, width: float) -> tuple[list[Line], float, float]:
        """Its lines, how high they are together, and the height of the highest."""
        lines: list[Line] = []
        top, step = 0.0, 1.0
        for paragraph in paragraphs:
            if not any(run.text for run in paragraph.runs):
                continue
            top += paragraph.gap if lines else 0.0
            block = self._measure.wrap(paragraph.runs, width, language=paragraph.language, leading=paragraph.leading)
            lines.extend(Line(line.x + x, line.y + top, line.width, line.runs, line.language) for line in block.lines)
            top += block.height
            step = max(step, *(line_height(run.font, paragraph.leading) for run in paragraph.runs))
        return lines, top, step
