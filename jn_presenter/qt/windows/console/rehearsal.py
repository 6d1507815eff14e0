"""The report of a rehearsal over the console: how long each slide took, and its minutes written into the files."""

from functools import partial

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from jn_presenter.load.save import Refused, Written, take_all_back, write_all
from jn_presenter.model.element import Measure
from jn_presenter.model.text import Message
from jn_presenter.qt.errand import Errand
from jn_presenter.qt.store import Store
from jn_presenter.qt.windows.console.button import Button
from jn_presenter.qt.windows.console.long_list import LongList
from jn_presenter.qt.windows.console.look import CAPTION_PX, TITLE_PX, Look
from jn_presenter.qt.windows.console.panelled import Panelled
from jn_presenter.qt.windows.console.prose import Paragraph, Prose
from jn_presenter.qt.windows.console.rehearsed import WRITING, lines, outcome, total
from jn_presenter.qt.windows.console.report import Said
from jn_presenter.qt.windows.console.times import ROW, Times
from jn_presenter.show.rehearsal import Timing, defaults, timings
from jn_presenter.show.travel import choice

TITLE = Message("排练用时", "Rehearsal")
WRITE = Message("写入 {n} 页", "Write {n} slides")
WRITE_ONE = Message("写入 1 页", "Write 1 slide")
UNDO = Message("撤销", "Undo")
CLOSE = Message("收起", "Close")
CONTROL_ENTER = Message("Ctrl+回车", "Ctrl+Enter")
HINT = Message(
    "勾选的页写入各自 YAML 的 minutes，其他字符不变（↑ ↓ 移动，空格勾选，Ctrl+A 全选）",
    "Ticked slides get their minutes written into the YAML; nothing else changes (↑ ↓ move, Space ticks, Ctrl+A all)",
)
BUTTON = 6


class Rehearsal(Panelled):
    """Slides are ticked, and written on request; one step back restores the files. The audience sees none of it."""

    def __init__(self, store: Store, measure: Measure, language: str, parent: QWidget) -> None:
        super().__init__(store, parent)
        self._language = language
        self._head = QRect()
        self._found: tuple[Timing, ...] = ()
        self._chosen: frozenset[str] = frozenset()
        self._written: tuple[Written, ...] = ()
        self._said = Said("")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.total, self.told = Prose(measure, self), Prose(measure, self)
        self.times = Times(measure, language, self)
        self.times.pressed.connect(self._press)
        self._list = LongList(self.times, ROW, self)
        self.write, self.undo, self.shut = (Button(measure, language, self, aside=True) for _ in range(3))
        self.write.clicked.connect(self.write_chosen)
        self.undo.clicked.connect(self.take_back)
        self.shut.clicked.connect(lambda: store.dispatch("overlay-none"))
        self._writing, self._undoing = Errand(self), Errand(self)
        self._writing.done.connect(self._has_written)
        self._undoing.done.connect(self._has_undone)
        store.deck_changed.connect(self._refill)

    def begin(self) -> None:
        """Show the last rehearsal, with the slides ticked whose minutes are worth writing."""
        self._found = timings(self._store.state, self._store.deck)
        self._chosen = frozenset(defaults(self._found))
        self._said = Said("")
        self._say(0)
        self.show()

    def place(self, area: QRect, look: Look) -> None:
        self.times.look, unit = look, look.unit
        inner = self.framed(area, look)
        self.total.place(QRect(inner.x(), inner.y(), inner.width(), 5 * unit), look)
        self._head = QRect(inner.x(), inner.y() + 5 * unit, inner.width() - 2 * unit, 3 * unit)
        foot = inner.bottom() + 1 - BUTTON * unit
        self._list.place(QRect(inner.x(), inner.y() + 8 * unit, inner.width(), foot - inner.y() - 15 * unit), look)
        self.told.place(QRect(inner.x(), foot - 6 * unit, inner.width(), 5 * unit), look)
        third = (inner.width() - 4 * unit) // 3
        for k, button in enumerate((self.write, self.undo, self.shut)):
            button.place(QRect(inner.x() + k * (third + 2 * unit), foot, third, BUTTON * unit), look)
        self._say(self.times.row)

    def write_chosen(self) -> None:
        """Write the minutes of the ticked slides."""
        deck = self._store.deck
        wanted = [(deck.slides[one.slide], one.proposed) for one in self._found if one.slide in self._ticked()]
        if wanted and not self._writing.busy and not self._undoing.busy:
            self._said = Said(WRITING.in_language(self._language), "quiet")
            self._writing.run(partial(write_all, deck.folder, wanted))
            self._say(self.times.row)

    def take_back(self) -> None:
        """Let the files say again what they said before the last writing."""
        if self._written and not self._writing.busy and not self._undoing.busy:
            self._undoing.run(partial(take_all_back, self._store.deck.folder, self._written))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # Qt's name
        """Move, tick, write; what has no meaning here goes on to the commands."""
        row, last = self.times.row, len(self._found) - 1
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        ways = {
            Qt.Key.Key_Down: row + 1,
            Qt.Key.Key_Up: row - 1,
            Qt.Key.Key_PageDown: row + self._list.page,
            Qt.Key.Key_PageUp: row - self._list.page,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        key = Qt.Key(event.key())
        if key in ways:
            self._say(min(max(0, ways[key]), max(0, last)))
        elif key == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._press(row)
        elif control and key == Qt.Key.Key_A:
            every = frozenset(one.slide for one in self._found)
            self._chosen = frozenset() if self._ticked() == self._possible() else every
            self._say(row)
        elif control and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.write_chosen()
        elif control and key == Qt.Key.Key_Z:
            self.take_back()
        else:
            event.ignore()

    def paint_within(self, painter: QPainter) -> None:
        if self._found:
            self.times.head(painter, self._head)

    def _press(self, row: int) -> None:
        """Tick a slide, or leave it out."""
        if row < len(self._found):
            self._chosen ^= {self._found[row].slide}
            self._say(row)

    def _possible(self) -> frozenset[str]:
        """The slides that have anything to write."""
        return frozenset(one.slide for one in self._found if one.proposed != one.minutes)

    def _ticked(self) -> frozenset[str]:
        return self._chosen & self._possible()

    def _has_written(self, results: tuple[Written | Refused, ...]) -> None:
        done = tuple(one for one in results if isinstance(one, Written))
        self._written = done or self._written
        self._chosen -= {one.slide for one in done}
        self._said = outcome(results, back=False, language=self._language)
        self._say(self.times.row)

    def _has_undone(self, results: tuple[Written | Refused, ...]) -> None:
        done = {one.slide for one in results if isinstance(one, Written)}
        self._written = tuple(one for one in self._written if one.slide not in done)
        self._said = outcome(results, back=True, language=self._language)
        self._say(self.times.row)

    def _refill(self) -> None:
        """The files say something else now."""
        if self.isVisible():
            self._found = timings(self._store.state, self._store.deck)
            self._say(min(self.times.row, max(0, len(self._found) - 1)))

    def _say(self, row: int) -> None:
        language, look, deck = self._language, self.look, self._store.deck
        found = lines(self._found, self._chosen, choice(self._store.state, deck), deck, language)
        self.times.say(found, row)
        self._list.show_line(row, len(found))
        said, over = total(self._found, language)
        title = look.run(f"{TITLE.in_language(language)}   ", TITLE_PX, bold=True)
        runs = (title, look.run(f"{said.text}   ", TITLE_PX, said.tone), look.run(over.text, TITLE_PX, over.tone))
        self.total.say((Paragraph(runs, language),))
        told = self._said if self._said.text else Said(HINT.in_language(language), "quiet")
        self.told.say((Paragraph((look.run(told.text, CAPTION_PX, told.tone),), language),))
        count = len(self._ticked())
        self.write.say(
            (WRITE_ONE if count == 1 else WRITE).in_language(language).format(n=count),
            CONTROL_ENTER.in_language(language),
        )
        self.write.setVisible(count > 0)
        self.undo.say(UNDO.in_language(language), "Ctrl+Z")
        self.undo.setVisible(bool(self._written))
        self.shut.say(CLOSE.in_language(language), "Esc")
        self.update()
