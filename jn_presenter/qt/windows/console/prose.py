"""Words in the console: paragraphs one under the other, in columns where they are in several languages."""

from collections.abc import Callable
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
    """Runs that are broken into lines together; `\\n` breaks a line. `gap` is px above it.

    A part begins at one height in all columns.
    """

    runs: tuple[Run, ...]
    language: str
    gap: float = 0.0
    leading: float = LEADING
    part: int = 0


class Prose(Lines):
    """Paragraphs one under the other, in one or several columns side by side where there is room for them."""

    def __init__(self, measure: Measure, parent: QWidget) -> None:
        super().__init__(measure, parent)
        self._columns: tuple[tuple[Paragraph, ...], ...] = ()
        self._spans: dict[int, tuple[float, float]] = {}
        self._followed: tuple[str, int] = ("", 0)
        self._settling = self._by_hand = False

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

    def follow(self, whose: str, part: int) -> None:
        """Bring this part into view, and keep it there until someone scrolls. `whose` tells texts apart."""
        if (whose, part) != self._followed:
            self._followed, self._by_hand = (whose, part), False
            self._settle(self._bring_part)

    def fill(self) -> None:
        """Columns stand one under the other, part by part, where lines would be too short beside each other."""
        self._settle(self._fill)

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # Qt's name
        """Whatever scrolls, and it was not this widget, is a hand: on wheel, bar or screen."""
        self._by_hand = self._by_hand or not self._settling
        super().scrollContentsBy(dx, dy)

    def _settle(self, change: Callable[[], None]) -> None:
        outer, self._settling = self._settling, True
        change()
        self._settling = outer

    def _bring_part(self) -> None:
        if not self._by_hand:
            self.bring(*self._spans.get(self._followed[1], (0.0, 0.0)))

    def _fill(self) -> None:
        columns = self._columns
        size = max((run.font.size for one in chain(*columns) for run in one.runs), default=1.0)
        gap = GAP * size
        wide = (self.room - gap * (len(columns) - 1)) / max(1, len(columns))
        beside = len(columns) == 1 or wide >= NARROWEST * size
        lines: list[Line] = []
        height, step = 0.0, 1.0
        self._spans = {}
        for part in sorted({paragraph.part for paragraph in chain(*columns)}):
            rows = [tuple(one for one in column if one.part == part and _says(one)) for column in columns]
            if not beside:
                rows, wide = [tuple(chain(*rows))], self.room
            top = height + (max((row[0].gap for row in rows if row), default=0.0) if lines else 0.0)
            for k, row in enumerate(rows):
                placed, bottom, high = self._column(row, k * (wide + gap), top, wide)
                lines += placed
                height, step = max(height, bottom), max(step, high)
            self._spans[part] = (top, height)
        self.show_lines(tuple(lines), height, step)
        self._bring_part()

    def _column(
        self, paragraphs: tuple[Paragraph, ...], x: float, top: float, width: float
    ) -> tuple[list[Line], float, float]:
        """Its lines from `top` on, where they end, and the height of the highest."""
        lines: list[Line] = []
        step = 1.0
        for paragraph in paragraphs:
            top += paragraph.gap if lines else 0.0
            block = self._measure.wrap(paragraph.runs, width, language=paragraph.language, leading=paragraph.leading)
            lines.extend(Line(line.x + x, line.y + top, line.width, line.runs, line.language) for line in block.lines)
            top += block.height
            step = max(step, *(line_height(run.font, paragraph.leading) for run in paragraph.runs))
        return lines, top if lines else 0.0, step


def _says(paragraph: Paragraph) -> bool:
    return any(run.text for run in paragraph.runs)
