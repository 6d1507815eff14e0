"""The question that waits for an answer, in the middle of the console and over everything else."""

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from jn_presenter.model.element import Block, Measure
from jn_presenter.qt.scene.colours import colour
from jn_presenter.qt.scene.text import draw_line
from jn_presenter.qt.windows.console.button import Button
from jn_presenter.qt.windows.console.look import GROUND, PANEL, QUESTION_PX, TITLE_PX, Look
from jn_presenter.qt.windows.prompt import Prompt

SHARE = 0.9
"""Of the window's width, at most, for the panel."""
WIDTH = 84
"""Of the panel, in units of the grid, as are the following."""
PADDING = 4
BETWEEN = 2
BUTTON_WIDTH, BUTTON_HEIGHT = 22, 7


class Question(QWidget):
    """Covers the console while something is asked. A key answers, or a button, which names the command: `answered`."""

    answered = Signal(str)

    def __init__(self, measure: Measure, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._measure = measure
        self._language = language
        self._look = Look(1.0)
        self._prompt: Prompt | None = None
        self.buttons: list[Button] = []
        self.hide()

    @property
    def words(self) -> tuple[str, ...] | None:
        """What is asked, line by line."""
        return self._prompt.lines(self._language) if self._prompt is not None else None

    def ask(self, prompt: Prompt | None) -> None:
        """Show the question; None takes it away."""
        if prompt == self._prompt:
            return
        self._prompt = prompt
        self.setAccessibleName(" ".join(self.words or ()))
        for old in self.buttons:
            old.hide()
            old.deleteLater()
        answers = prompt.answers if prompt is not None else ()
        self.buttons = [self._button(label.in_language(self._language), command) for label, command in answers]
        self._place_buttons()
        self.setVisible(prompt is not None)
        self.raise_()
        self.update()

    def place(self, parent: QWidget, look: Look) -> None:
        self._look = look
        self.setGeometry(parent.rect())
        self._place_buttons()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # Qt's name
        event.accept()
        if self._prompt is not None and self._prompt.aside:
            self.answered.emit(self._prompt.aside)

    def paintEvent(self, _event: QPaintEvent) -> None:
        unit, panel = self._look.unit, QRectF(self._panel())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), colour(GROUND, 0.75))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(PANEL))
        painter.drawRoundedRect(panel, 2 * unit, 2 * unit)
        top = panel.y() + PADDING * unit
        for block in self._blocks():
            for line in block.lines:
                draw_line(painter, line, panel.x() + PADDING * unit, top, self.devicePixelRatioF())
            top += block.height + BETWEEN * unit
        painter.end()

    def _button(self, label: str, command: str) -> Button:
        button = Button(self._measure, self._language, self, aside=True)
        button.say(label)
        button.clicked.connect(lambda: self.answered.emit(command))
        button.show()
        return button

    def _place_buttons(self) -> None:
        unit, panel = self._look.unit, self._panel()
        width, gap = BUTTON_WIDTH * unit, BETWEEN * unit
        width = min(width, (panel.width() - 2 * PADDING * unit) // max(1, len(self.buttons)) - gap)
        left = panel.center().x() - (len(self.buttons) * (width + gap) - gap) // 2
        top = panel.bottom() + 1 - (PADDING + BUTTON_HEIGHT) * unit
        for button in self.buttons:
            button.place(QRect(left, top, width, BUTTON_HEIGHT * unit), self._look)
            left += width + gap

    def _panel(self) -> QRect:
        unit, width = self._look.unit, self._width()
        height = round(sum(block.height + BETWEEN * unit for block in self._blocks()))
        height += (2 * PADDING + BUTTON_HEIGHT) * unit
        return QRect((self.width() - width) // 2, (self.height() - height) // 2, width, height)

    def _width(self) -> int:
        return min(WIDTH * self._look.unit, round(self.width() * SHARE))

    def _blocks(self) -> list[Block]:
        room = float(self._width() - 2 * PADDING * self._look.unit)
        lines = self.words or ()
        last = len(lines) - 1
        runs = (
            self._look.run(text, TITLE_PX if k else QUESTION_PX, "quiet" if k == last else "ink", bold=k == 0)
            for k, text in enumerate(lines)
        )
        return [self._measure.wrap((run,), room, language=self._language, align="centre", balance=True) for run in runs]
