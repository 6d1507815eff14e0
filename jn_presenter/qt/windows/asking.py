"""The question on the audience's screen where no console asks it: a panel at the foot, in both languages."""

from msgspec import Struct
from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from jn_presenter.model.style import Font
from jn_presenter.model.text import Message
from jn_presenter.qt.fonts import qfont
from jn_presenter.qt.windows.prompt import Prompt

LARGE, SMALL, SMALLEST = 40.0, 30.0, 24.0
"""Sizes of the words, and all that follows, in units of a 1080th of the window's shorter side."""
LEADING = 1.4
WIDTH = 920
PADDING = 32
BETWEEN = 24
FOOT = 96
ANSWER = 104
"""Height of an answer's button."""
FINGER_PX = 48
"""Of the screen: what a finger needs, however small the window is."""
GROUND, EDGE, INK, QUIET, RAISED = "#101c2c", "#5b7ba6", "#f3f6fa", "#b4c2d6", "#1d3048"


class Row(Struct, frozen=True):
    """A line of the panel."""

    text: str
    size: float
    large: bool = False


def rows(prompt: Prompt) -> tuple[Row, ...]:
    """The question with its keys, then what it is about; Chinese first."""
    question, keys = prompt.question, prompt.keys
    asked = (Row(f"{question.zh} {keys.zh}", LARGE, True), Row(f"{question.en} {keys.en}", SMALL))
    return (*asked, *(Row(text, SMALL) for about in prompt.about for text in (about.zh, about.en)))


class Answer(QAbstractButton):
    """A button in both languages. It never takes the focus, so that keys stay the show's."""

    def __init__(self, label: Message, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows = (Row(label.zh, SMALL, True), Row(label.en, SMALLEST))
        self.unit = 1.0
        self.setAccessibleName(f"{label.zh} {label.en}")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def wish(self, unit: float) -> int:
        """The width in px that its words need."""
        return max(FINGER_PX, _widest(self.rows, unit) + round(2 * PADDING * unit))

    def paintEvent(self, _event: QPaintEvent) -> None:  # Qt's name
        painter = QPainter(self)
        _panel(painter, self.rect(), PADDING / 2 * self.unit, INK if self.isDown() else EDGE, RAISED)
        high = sum(row.size * LEADING for row in self.rows) * self.unit
        _write(painter, self.rows, self.rect(), (self.height() - high) / 2, self.unit)
        painter.end()


class Asking(QWidget):
    """Says what is asked. Keys answer, or a button, which names the command: `answered`."""

    answered = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._unit = 1.0
        self.prompt: Prompt | None = None
        self.answers: list[Answer] = []
        self.hide()

    def ask(self, prompt: Prompt | None, size: QSize) -> None:
        """Show the question in a window of that size; None takes it away."""
        if prompt is not None and prompt != self.prompt:
            self.prompt = prompt
            for old in self.answers:
                old.hide()
                old.deleteLater()
            self.answers = [self._answer(label, command) for label, command in prompt.answers]
            self.place(size)
            self.update()
        self.setVisible(prompt is not None)

    def place(self, size: QSize) -> None:
        """At the foot of a window of `size`, in the middle."""
        if self.prompt is None:
            return
        unit = self._unit = min(size.width(), size.height()) / 1080.0
        lines, padding, between = rows(self.prompt), round(PADDING * unit), round(BETWEEN * unit)
        high = max(FINGER_PX, round(ANSWER * unit))
        wide, count = max(answer.wish(unit) for answer in self.answers), len(self.answers)
        wanted = max(_widest(lines, unit), count * (wide + between) - between) + 2 * padding
        width = min(max(round(WIDTH * unit), wanted), size.width())
        wide = min(wide, (width - 2 * padding + between) // count - between)
        top = padding + round(sum(row.size * LEADING for row in lines) * unit) + between
        height = top + high + padding
        self.setGeometry((size.width() - width) // 2, size.height() - height - round(FOOT * unit), width, height)
        left = (width - count * (wide + between) + between) // 2
        for k, answer in enumerate(self.answers):
            answer.unit = unit
            answer.setGeometry(left + k * (wide + between), top, wide, high)
        self.raise_()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # Qt's name
        """Between the buttons a press means nothing."""
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.prompt is None:
            return
        painter = QPainter(self)
        _panel(painter, self.rect(), PADDING / 2 * self._unit, EDGE, GROUND)
        _write(painter, rows(self.prompt), self.rect(), round(PADDING * self._unit), self._unit)
        painter.end()

    def _answer(self, label: Message, command: str) -> Answer:
        made = Answer(label, self)
        made.clicked.connect(lambda: self.answered.emit(command))
        made.show()
        return made


def _widest(lines: tuple[Row, ...], unit: float) -> int:
    return max(QFontMetrics(qfont(_font(row, unit))).horizontalAdvance(row.text) for row in lines)


def _panel(painter: QPainter, area: QRect, radius: float, edge: str, ground: str) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(ground))
    painter.setPen(QColor(edge))
    painter.drawRoundedRect(QRectF(area.adjusted(0, 0, -1, -1)), radius, radius)


def _write(painter: QPainter, lines: tuple[Row, ...], area: QRect, top: float, unit: float) -> None:
    """Lines one under the other, each in the middle and as much of it as there is room for."""
    for row in lines:
        font = qfont(_font(row, unit))
        painter.setFont(font)
        painter.setPen(QColor(INK if row.large else QUIET))
        room = area.adjusted(round(PADDING / 2 * unit), 0, -round(PADDING / 2 * unit), 0)
        room.setTop(area.top() + round(top))
        room.setHeight(round(row.size * LEADING * unit))
        text = QFontMetrics(font).elidedText(row.text, Qt.TextElideMode.ElideMiddle, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)
        top += row.size * LEADING * unit


def _font(row: Row, unit: float) -> Font:
    return Font(row.size * unit, row.large)
