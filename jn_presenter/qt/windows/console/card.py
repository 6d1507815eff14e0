"""The chosen question of the drawer: its answer, the picture of its backup slide, and a button for each way out."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from jn_presenter.model.element import Measure
from jn_presenter.model.text import Message
from jn_presenter.qt.scene.colours import colour
from jn_presenter.qt.store import Store
from jn_presenter.qt.windows.console.button import Button
from jn_presenter.qt.windows.console.drawer import Row, asked, at_length, backup
from jn_presenter.qt.windows.console.glimpse import Glimpse
from jn_presenter.qt.windows.console.look import GROUND, PANEL, Look
from jn_presenter.qt.windows.console.prose import Prose
from jn_presenter.qt.windows.console.sheet import Sheet
from jn_presenter.show.questions import noted

TAKE = Message("转到备用页", "Go to the slide")
ANSWER = Message("已当场回答", "Answered now")
NOTE = Message("会后答复", "Answer later")
ENTER = Message("回车", "Enter")
CONTROL_ENTER = Message("Ctrl+回车", "Ctrl+Enter")
PICTURED = 16
"""The height of the picture, in units of the grid."""
BUTTON = 6


class Card(QWidget):
    """Says the question at length. Its buttons and its picture do what Enter and Ctrl+Enter do."""

    taken = Signal()
    noted = Signal()

    def __init__(self, store: Store, sheet: Sheet, measure: Measure, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._store, self._language = store, language
        self.look = Look(1.0)
        self._row: Row | None = None
        self.glimpse = Glimpse(store, sheet, self.shown_slide, self)
        self.answer, self.slide = Prose(measure, self), Prose(measure, self)
        self.take, self.note = (Button(measure, language, self, aside=True) for _ in range(2))
        self.take.clicked.connect(self.taken)
        self.note.clicked.connect(self.noted)

    def place(self, area: QRect, look: Look) -> None:
        self.look = look
        unit = look.unit
        self.setGeometry(area)
        inner = self.rect().adjusted(2 * unit, 2 * unit, -2 * unit, -2 * unit)
        foot = inner.bottom() + 1 - BUTTON * unit
        half = (inner.width() - 2 * unit) // 2
        self.take.place(QRect(inner.x(), foot, half, BUTTON * unit), look)
        self.note.place(QRect(inner.x() + half + 2 * unit, foot, half, BUTTON * unit), look)
        top = foot - (PICTURED + 2) * unit
        self.glimpse.place(inner.x(), top, inner.width() / 2, PICTURED * unit)
        self._say()

    def say(self, row: Row | None) -> None:
        """Show this line of the drawer."""
        if (row and row.words) != (self._row and self._row.words):
            self.answer.to_top()
        self._row = row
        self._say()

    def shown_slide(self) -> str:
        """The backup slide, if it can be shown; else an empty string."""
        question = self._row.question if self._row is not None else None
        deck = self._store.deck
        return question.slide if question is not None and question.slide in {*deck.slides, *deck.pending} else ""

    def turn(self, lines: int) -> None:
        """Scroll the answer."""
        bar = self.answer.verticalScrollBar()
        bar.setValue(bar.value() + lines * bar.singleStep())

    def mousePressEvent(self, event: QMouseEvent) -> None:  # Qt's name
        event.accept()
        on = self.glimpse.frame.contains(event.position().toPoint()) and self.shown_slide()
        if on and event.button() == Qt.MouseButton.LeftButton:
            self.taken.emit()

    def hideEvent(self, _event: object) -> None:
        self.glimpse.stop()

    def paintEvent(self, _event: QPaintEvent) -> None:
        unit = self.look.unit
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), colour(PANEL))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(GROUND))
        painter.drawRoundedRect(self.rect(), unit, unit)
        self.glimpse.paint(painter, PANEL)
        painter.end()

    def _say(self) -> None:
        state, deck, unit, row = self._store.state, self._store.deck, self.look.unit, self._row
        self.answer.say(*at_length(row, state, deck, self.look, self._language))
        slide = self.shown_slide()
        inner = self.rect().adjusted(2 * unit, 2 * unit, -2 * unit, -2 * unit)
        frame = self.glimpse.frame
        until = frame.y() if row is not None and row.question is not None else self.take.y()
        self.answer.place(QRect(inner.x(), inner.y(), inner.width(), max(0, until - 2 * unit - inner.y())), self.look)
        beside = frame.right() + 1 + 2 * unit if slide else inner.x()
        self.slide.place(QRect(beside, frame.y(), inner.right() + 1 - beside, PICTURED * unit), self.look)
        if row is not None and row.question is not None:
            told = asked(row, state, deck, self.look, self._language)
            self.slide.say((*backup(row.question, state, deck, self.look, self._language), *told))
        self.slide.setVisible(row is not None and row.question is not None)
        kept = noted(state, row.words) if row is not None else None
        language = self._language
        self.take.say((TAKE if slide else ANSWER).in_language(language), ENTER.in_language(language))
        self.take.setVisible(row is not None and not row.is_new)
        lit = kept is not None and kept.open
        self.note.say(NOTE.in_language(language), CONTROL_ENTER.in_language(language), lit=lit)
        self.glimpse.follow()
        self.update()
