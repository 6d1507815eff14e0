"""One figure of the console's head: what it is in small type, and under it the figure in large tabular numerals."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from jn_presenter.draw.typography import baseline, line_height
from jn_presenter.model.element import Measure
from jn_presenter.model.marks import Line, Run
from jn_presenter.model.style import Font
from jn_presenter.qt.scene.text import draw_line
from jn_presenter.qt.windows.console.look import CAPTION_PX, LEADING, NUMERAL_PX, TONES, Look
from jn_presenter.qt.windows.console.report import Said


class Figure(QWidget):
    """Says a caption and a figure; repaints itself only when one of them is another than before."""

    def __init__(self, measure: Measure, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._measure = measure
        self._language = language
        self._look = Look(1.0)
        self.caption = ""
        self.value = Said("")

    def say(self, caption: str, value: Said) -> None:
        if (caption, value) != (self.caption, self.value):
            self.caption, self.value = caption, value
            self.setAccessibleName(f"{caption} {value.text}".strip())
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
        font = self._font()
        self._draw(painter, caption, baseline(0.0, caption.font, LEADING))
        # the shrunk figure keeps the baseline of the others beside it
        lowest = baseline(top, self._look.font(NUMERAL_PX, True), 1.1)
        self._draw(painter, Run(self.value.text, font, TONES[self.value.tone]), lowest)
        painter.end()

    def _font(self) -> Font:
        """As large as the numerals are, smaller only where the figure is wider than its place."""
        font = self._look.font(NUMERAL_PX, True)
        wide = self._measure.advance(self.value.text, font) + self._look.unit
        return font if wide <= self.width() else Font(float(int(font.size * self.width() / wide)), True)

    def _draw(self, painter: QPainter, run: Run, y: float) -> None:
        draw_line(painter, Line(0.0, y, 0.0, (run,), self._language), 0.0, 0.0, self.devicePixelRatioF())
