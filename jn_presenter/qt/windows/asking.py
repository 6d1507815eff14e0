"""The question on the audience's screen where no console asks it: a panel at the foot, in both languages."""

from msgspec import Struct
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from jn_presenter.model.style import Font
from jn_presenter.qt.fonts import qfont
from jn_presenter.qt.windows.prompt import Prompt

LARGE, SMALL = 40.0, 30.0
"""Sizes of the words, and all that follows, in units of a 1080th of the window's shorter side."""
LEADING = 1.4
WIDTH = 920
PADDING = 32
FOOT = 96
GROUND, EDGE, INK, QUIET = "#101c2c", "#5b7ba6", "#f3f6fa", "#b4c2d6"


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


class Asking(QWidget):
    """Says what is asked; keys answer."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.prompt: Prompt | None = None
        self.hide()

    def ask(self, prompt: Prompt | None, size: QSize) -> None:
        """Show the question in a window of that size; None takes it away."""
        if prompt is not None and prompt != self.prompt:
            self.prompt = prompt
            self.place(size)
            self.update()
        self.setVisible(prompt is not None)

    def place(self, size: QSize) -> None:
        """At the foot of a window of `size`, in the middle."""
        if self.prompt is None:
            return
        unit = min(size.width(), size.height()) / 1080.0
        lines = rows(self.prompt)
        widest = max(QFontMetrics(qfont(_font(row, unit))).horizontalAdvance(row.text) for row in lines)
        width = min(max(round(WIDTH * unit), widest + round(2 * PADDING * unit)), size.width())
        height = round((sum(row.size * LEADING for row in lines) + 2 * PADDING) * unit)
        self.setGeometry((size.width() - width) // 2, size.height() - height - round(FOOT * unit), width, height)
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:  # Qt's name
        if self.prompt is None:
            return
        lines = rows(self.prompt)
        unit = self.height() / (sum(row.size * LEADING for row in lines) + 2 * PADDING)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(GROUND))
        painter.setPen(QColor(EDGE))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), PADDING / 2 * unit, PADDING / 2 * unit)
        top = PADDING * unit
        for row in lines:
            font = qfont(_font(row, unit))
            painter.setFont(font)
            painter.setPen(QColor(INK if row.large else QUIET))
            room = QRect(round(PADDING / 2 * unit), round(top), round(self.width() - PADDING * unit), 0)
            room.setHeight(round(row.size * LEADING * unit))
            text = QFontMetrics(font).elidedText(row.text, Qt.TextElideMode.ElideMiddle, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)
            top += row.size * LEADING * unit
        painter.end()


def _font(row: Row, unit: float) -> Font:
    return Font(row.size * unit, row.large)
