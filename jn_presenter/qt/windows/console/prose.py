"""Words in the console: paragraphs one under the other."""

from msgspec import Struct
from PySide6.QtWidgets import QWidget

from jn_presenter.draw.typography import line_height
from jn_presenter.model.element import Measure
from jn_presenter.model.marks import Line, Run
from jn_presenter.qt.windows.console.look import LEADING
from jn_presenter.qt.windows.lines import Lines


class Paragraph(Struct, frozen=True):
    """Runs that are broken into lines together; `\\n` breaks a line. `gap` is px above it."""

    runs: tuple[Run, ...]
    language: str
    gap: float = 0.0
    leading: float = LEADING


class Prose(Lines):
    """Paragraphs one under the other."""

    def __init__(self, measure: Measure, parent: QWidget) -> None:
        super().__init__(measure, parent)
        self._paragraphs: tuple[Paragraph, ...] = ()

    @property
    def text(self) -> str:
        """What it says, a paragraph a line."""
        return "\n".join("".join(run.text for run in paragraph.runs) for paragraph in self._paragraphs)

    def say(self, paragraphs: tuple[Paragraph, ...]) -> None:
        """Show these paragraphs; the place scrolled to stays as far as it can."""
        if paragraphs != self._paragraphs:
            self._paragraphs = paragraphs
            self.setAccessibleName(self.text)
            self.fill()

    def fill(self) -> None:
        lines: list[Line] = []
        top, step = 0.0, 1.0
        for paragraph in self._paragraphs:
            if not any(run.text for run in paragraph.runs):
                continue
            top += paragraph.gap if lines else 0.0
            block = self._measure.wrap(
                paragraph.runs, self.room, language=paragraph.language, leading=paragraph.leading
            )
            lines.extend(Line(line.x, line.y + top, line.width, line.runs, line.language) for line in block.lines)
            top += block.height
            step = max(step, *(line_height(run.font, paragraph.leading) for run in paragraph.runs))
        self.show_lines(tuple(lines), top, step)
