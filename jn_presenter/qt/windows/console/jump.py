"""The private jump over the console: what is typed finds slides, one is chosen, and only then the show goes there."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from jn_presenter.model.element import Measure
from jn_presenter.model.text import Message
from jn_presenter.qt.store import Store
from jn_presenter.qt.windows.console.finder import Finder
from jn_presenter.qt.windows.console.found import found
from jn_presenter.qt.windows.console.glimpse import Glimpse
from jn_presenter.qt.windows.console.hits import ROW, Hits
from jn_presenter.qt.windows.console.look import GROUND, Look
from jn_presenter.qt.windows.console.panelled import Panelled
from jn_presenter.qt.windows.console.search_line import SearchLine
from jn_presenter.qt.windows.console.sheet import Sheet
from jn_presenter.show.travel import choice

PROMPT = Message("页码、词语、拼音或首字母", "Number, words, pinyin or its initials")
NOTHING = Message("没有找到", "Nothing found")
PREPARING = Message("正在准备搜索……", "Preparing the search…")
HINT = Message("↑ ↓ 选择，回车转到该页，Esc 收起", "↑ ↓ choose, Enter goes there, Esc puts this away")
PICTURED = 96
"""With less there is no picture beside the list."""
LIST_SHARE = 0.6


class Jump(Panelled):
    """The one place of a show where text is typed, and so the only one with an input method."""

    def __init__(
        self, store: Store, finder: Finder, sheet: Sheet, measure: Measure, language: str, parent: QWidget
    ) -> None:
        super().__init__(store, parent)
        self._finder, self._language = finder, language
        self.glimpse = Glimpse(store, sheet, self._slide, self)
        self.line = SearchLine(PROMPT.in_language(language), self)
        self.line.textChanged.connect(lambda _text: self._search())
        self.hits = Hits(measure, language, self)
        self.hits.chosen.connect(self.choose)
        self.hits.taken.connect(self.take)
        finder.ready.connect(self._search)
        self.setFocusProxy(self.line)

    def begin(self) -> None:
        """Open with an empty line."""
        self.line.clear()
        self._finder.refresh()
        self._search()
        self.show()

    def end(self) -> None:
        self.glimpse.stop()
        super().end()

    def place(self, area: QRect, look: Look) -> None:
        self.hits.look, unit = look, look.unit
        inner = self.framed(area, look)
        self.line.dress(look)
        self.line.setGeometry(inner.x(), inner.y(), inner.width(), 6 * unit)
        top = inner.y() + 8 * unit
        pictured = self.panel.width() >= PICTURED * unit
        wide = round(inner.width() * LIST_SHARE) if pictured else inner.width()
        rows = max(1, (inner.bottom() + 1 - top) // (ROW * unit))
        self.hits.setGeometry(inner.x(), top, wide, rows * ROW * unit)
        room = inner.width() - wide - 2 * unit
        if pictured:
            self.glimpse.place(inner.x() + wide + 2 * unit, top, room, inner.bottom() + 1 - top)
        else:
            self.glimpse.away()
        self._search()

    def choose(self, row: int) -> None:
        """Choose a line of the list; beyond its ends it stays at the last or the first."""
        rows = self.hits.rows
        self.hits.say(rows, min(max(0, row), max(0, len(rows) - 1)), self.hits.notice)
        self.glimpse.follow()

    def take(self, row: int) -> None:
        """Let the show go to the slide of a line."""
        if row < len(self.hits.rows):
            self._store.dispatch("take", slide=self.hits.rows[row].slide)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # Qt's name
        """Keys that move the choice; what the line has no use for goes on to the commands."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        row, page = self.hits.row, self.hits.room
        match Qt.Key(event.key()):
            case Qt.Key.Key_Down:
                self.choose(row + 1)
            case Qt.Key.Key_Up:
                self.choose(row - 1)
            case Qt.Key.Key_PageDown:
                self.choose(row + page)
            case Qt.Key.Key_PageUp:
                self.choose(row - page)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                if not event.isAutoRepeat():
                    self.take(row)
            case Qt.Key.Key_Escape:
                event.ignore()
            case Qt.Key.Key_Tab | Qt.Key.Key_Backtab:
                pass  # the focus has nowhere else to go
            case _:
                return False
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """On the picture the slide is taken."""
        super().mousePressEvent(event)
        if self.glimpse.frame.contains(event.position().toPoint()) and event.button() == Qt.MouseButton.LeftButton:
            self.take(self.hits.row)

    def paint_within(self, painter: QPainter) -> None:
        self.glimpse.paint(painter, GROUND)

    def _search(self) -> None:
        """The list for what is typed; the first line is chosen."""
        query = self.line.text()
        hits = self._finder.find(query, self.hits.room) if query.strip() else ()
        chosen = choice(self._store.state, self._store.deck)
        rows = tuple(found(hit, self._store.deck, chosen, self._language) for hit in hits)
        why = HINT if not query.strip() else NOTHING if self._finder.is_ready else PREPARING
        self.hits.say(rows, 0, "" if rows else why.in_language(self._language))
        self.glimpse.follow()

    def _slide(self) -> str:
        """The chosen one."""
        return self.hits.rows[self.hits.row].slide if self.hits.rows else ""
