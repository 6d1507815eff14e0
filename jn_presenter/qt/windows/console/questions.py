"""The questions drawer over the console: what guests ask is found, answered on the spot, or noted for later."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from jn_presenter.model.element import Measure
from jn_presenter.model.text import Message
from jn_presenter.qt.store import Store
from jn_presenter.qt.windows.console.card import Card
from jn_presenter.qt.windows.console.drawer import Row, rows
from jn_presenter.qt.windows.console.finder import Finder
from jn_presenter.qt.windows.console.hits import ROW, Hits
from jn_presenter.qt.windows.console.jump import PREPARING
from jn_presenter.qt.windows.console.long_list import LongList
from jn_presenter.qt.windows.console.look import Look
from jn_presenter.qt.windows.console.panelled import Panelled
from jn_presenter.qt.windows.console.search_line import SearchLine
from jn_presenter.qt.windows.console.sheet import Sheet
from jn_presenter.show.select import theme_id

PROMPT = Message("客人问什么？词语、拼音或首字母", "What is asked? Words, pinyin or its initials")
NONE = Message("没有预备的问题。写进 questions.yaml", "No expected questions. Write some into questions.yaml")
LIST_SHARE = 0.44


class Questions(Panelled):
    """A list on the left, the chosen question with its answer on the right. Nothing of it is the audience's."""

    def __init__(
        self, store: Store, finder: Finder, sheet: Sheet, measure: Measure, language: str, parent: QWidget
    ) -> None:
        super().__init__(store, parent)
        self._finder, self._language = finder, language
        self.rows: tuple[Row, ...] = ()
        self.line = SearchLine(PROMPT.in_language(language), self)
        self.line.textChanged.connect(lambda _text: self._fill())
        self.hits = Hits(measure, language, self)
        self.hits.chosen.connect(self.choose)
        self.hits.taken.connect(lambda _row: self.take())
        self._list = LongList(self.hits, ROW, self)
        self.card = Card(store, sheet, measure, language, self)
        self.card.taken.connect(self.take)
        self.card.noted.connect(self.note)
        finder.ready.connect(self._refill)
        store.changed.connect(lambda _old, _new: self._refill())
        store.deck_changed.connect(self._refill)
        self.setFocusProxy(self.line)

    @property
    def row(self) -> Row | None:
        """The line that is chosen."""
        return self.rows[self.hits.row] if self.rows else None

    def begin(self) -> None:
        """Open with an empty line, at the first question."""
        self.line.clear()
        self._finder.refresh()
        self._fill()
        self.show()

    def place(self, area: QRect, look: Look) -> None:
        self.hits.look, unit = look, look.unit
        inner = self.framed(area, look)
        self.line.dress(look)
        self.line.setGeometry(inner.x(), inner.y(), inner.width(), 6 * unit)
        body = inner.adjusted(0, 8 * unit, 0, 0)
        if body.width() >= body.height():
            wide = round(body.width() * LIST_SHARE)
            self._list.place(QRect(body.x(), body.y(), wide, body.height()), look)
            self.card.place(body.adjusted(wide + 2 * unit, 0, 0, 0), look)
        else:
            high = round(body.height() * LIST_SHARE)
            self._list.place(QRect(body.x(), body.y(), body.width(), high), look)
            self.card.place(body.adjusted(0, high + 2 * unit, 0, 0), look)
        self._refill()

    def choose(self, row: int) -> None:
        """Choose a line of the list; beyond its ends it stays at the last or the first."""
        self._say(min(max(0, row), max(0, len(self.rows) - 1)))

    def take(self) -> None:
        """Answer the chosen question now, on its backup slide where it has one; what is new can only be noted."""
        row = self.row
        if row is not None and row.is_new:
            self.note()
        elif row is not None:
            self._store.dispatch("take-question", words=row.words, slide=self.card.shown_slide())

    def note(self) -> None:
        """Keep the chosen question to be answered later, or strike it out."""
        row = self.row
        if row is None:
            return
        if row.is_new:
            self.line.clear()
        self._store.dispatch("note-question", words=row.words)
        self.choose(next((k for k, one in enumerate(self.rows) if one.words == row.words), self.hits.row))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # Qt's name
        """Keys that move the choice; what the line has no use for goes on to the commands."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        row, page = self.hits.row, self._list.page
        match Qt.Key(event.key()):
            case Qt.Key.Key_Down:
                self.card.turn(1) if control else self.choose(row + 1)
            case Qt.Key.Key_Up:
                self.card.turn(-1) if control else self.choose(row - 1)
            case Qt.Key.Key_PageDown:
                self.choose(row + page)
            case Qt.Key.Key_PageUp:
                self.choose(row - page)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                if not event.isAutoRepeat():
                    (self.note if control else self.take)()
            case Qt.Key.Key_Escape:
                event.ignore()
            case Qt.Key.Key_Tab | Qt.Key.Key_Backtab:
                pass  # the focus has nowhere else to go
            case _:
                return False
        return True

    def _fill(self) -> None:
        """The list for what is typed; the first line is chosen."""
        self.rows = self._rows()
        self._say(0)

    def _refill(self) -> None:
        """The list anew, with the same question chosen."""
        if self.isVisible():
            chosen = self.row.words if self.row is not None else ""
            self.rows = self._rows()
            self._say(next((k for k, row in enumerate(self.rows) if row.words == chosen), 0))

    def _rows(self) -> tuple[Row, ...]:
        """None while what is typed cannot be searched for yet: nobody knows then whether it is new."""
        if self.line.text().strip() and not self._finder.is_ready:
            return ()
        state, deck, query = self._store.state, self._store.deck, self.line.text()
        found = self._finder.questions(query, theme_id(state.at.slide))
        return rows(found, query, state, deck, self._language)

    def _say(self, at: int) -> None:
        """List and card, with the line `at` chosen."""
        why = NONE if self._finder.is_ready or not self.line.text().strip() else PREPARING
        self.hits.say(tuple(row.line for row in self.rows), at, "" if self.rows else why.in_language(self._language))
        self._list.show_line(at, len(self.rows))
        self.card.say(self.row)
        self.card.setVisible(bool(self.rows))
