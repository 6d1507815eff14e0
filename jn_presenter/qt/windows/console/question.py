"""The question that waits for a key, in the middle of the console and over everything else."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from jn_presenter.model.element import Measure
from jn_presenter.qt.scene.colours import colour
from jn_presenter.qt.scene.text import draw_line
from jn_presenter.qt.windows.console.look import ACCENT, GROUND, PANEL, QUESTION_PX, TITLE_PX, Look

SHARE = 0.9
"""Of the window's width, at most, for the panel."""
WIDTH = 84
"""Of the panel, in units of the grid."""


class Question(QWidget):
    """Covers the console while something is asked. A press of the mouse is `declined`."""

    declined = Signal()

    def __init__(self, measure: Measure, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._measure = measure
        self._language = language
        self._look = Look(1.0)
        self.words: tuple[str, str] | None = None
        self.hide()

    def ask(self, words: tuple[str, str] | None) -> None:
        """Show the question and what the keys answer; None takes it away."""
        if words == self.words:
            return
        self.words = words
        self.setAccessibleName(" ".join(words or ()))
        self.setVisible(words is not None)
        self.raise_()
        self.update()

    def place(self, parent: QWidget, look: Look) -> None:
        self._look = look
        self.setGeometry(parent.rect())

    def mousePressEvent(self, event: QMouseEvent) -> None:  # Qt's name
        event.accept()
        self.declined.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.words is None:
            return
        unit = self._look.unit
        width = float(min(WIDTH * unit, round(self.width() * SHARE)))
        room = width - 8.0 * unit
        asked, answers = self.words
        blocks = [
            self._measure.wrap((run,), room, language=self._language, align="centre", balance=True)
            for run in (
                self._look.run(asked, QUESTION_PX, bold=True),
                self._look.run(answers, TITLE_PX, "quiet"),
            )
        ]
        height = sum(block.height for block in blocks) + 10.0 * unit
        panel = QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), colour(GROUND, 0.75))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(PANEL))
        painter.drawRoundedRect(panel, 2 * unit, 2 * unit)
        painter.fillRect(QRectF(panel.x() + 4 * unit, panel.y(), 8 * unit, unit / 2), colour(ACCENT))
        top = panel.y() + 4 * unit
        for block in blocks:
            for line in block.lines:
                draw_line(painter, line, panel.x() + 4 * unit, top, self.devicePixelRatioF())
            top += block.height + 2 * unit
        painter.end()
