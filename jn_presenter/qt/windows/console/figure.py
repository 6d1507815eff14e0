"""One figure of the console's head: what it is in small type, and under it the figure in large tabular numerals."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from jn_presenter.draw.typography import baseline, line_height
from jn_presenter.model.element import Measure
from jn_presenter.model.marks import Line, Run
from jn_presenter.qt.scene.text import draw_line
from jn_presenter.qt.windows.console.look import BODY_PX, CAPTION_PX, LEADING, NUMERAL_PX, Look
from jn_presenter.qt.windows.console.report import Said


class Figure(QWidget):
    """Says a caption and a figure, and beside it what it is measured by; repaints itself only when that changes."""

    def __init__(self, measure: Measure, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._measure = measure
        self._language = language
        self._look = Look(1.0)
        self.caption = ""
        self.value = Said("")
        self.of = ""
        """In small type behind the figure: what it is a part of."""

    def say(self, caption: str, value: Said, of: str = "") -> None:
        if (caption, value, of) != (self.caption, self.value, self.of):
            self.caption, self.value, self.of = caption, value, of
            self.setAccessibleName(f"{caption} {value.text} {of}".strip())
            self.update()

    def place(self, area: QRect, look: Look) -> None:
        self._look = look
        self.setGeometry(area)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # Qt's name
        if not self.value.text:
            return
        painter = QPainter(self)
        caption = self._look.run(self.caption, CAPTION_PX, "quiet" if self.value.tone != "red" else "red")
        top = line_height(caption.font, LEADING)
        value, of = self._runs()
        self._draw(painter, caption, 0.0, baseline(0.0, caption.font, LEADING))
        # the shrunk figure keeps the baseline of the others beside it
        lowest = baseline(top, self._look.font(NUMERAL_PX, True), 1.1)
        self._draw(painter, value, 0.0, lowest)
        if of.text:
            self._draw(painter, of, self._advance(value) + self._look.unit, lowest)
        painter.end()

    def _runs(self) -> tuple[Run, Run]:
        """As large as the numerals are, smaller only where they are wider than their place."""
        value = self._look.run(self.value.text, NUMERAL_PX, self.value.tone, bold=True)
        of = self._look.run(self.of, BODY_PX, "quiet")
        unit = self._look.unit
        wide = self._advance(value) + 2 * unit + (self._advance(of) + unit if of.text else 0.0)
        if wide <= self.width():
            return value, of
        smaller = Look(self._look.scale * self.width() / wide)
        value = smaller.run(self.value.text, NUMERAL_PX, self.value.tone, bold=True)
        return value, smaller.run(self.of, BODY_PX, "quiet")

    def _advance(self, run: Run) -> float:
        return self._measure.advance(run.text, run.font, self._language)

    def _draw(self, painter: QPainter, run: Run, x: float, y: float) -> None:
        line = Line(x, y, 0.0, (run,), self._language)
        draw_line(painter, line, 0.0, 0.0, self.devicePixelRatioF())
