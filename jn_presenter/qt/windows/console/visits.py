"""The visits over the console: today's first; the chosen one at length, and the show made out for it by one key."""

import time
from collections.abc import Callable

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from jn_presenter.draw.typography import baseline
from jn_presenter.model.element import Measure
from jn_presenter.model.marks import Line as SetLine
from jn_presenter.model.text import Message
from jn_presenter.qt.scene.text import draw_line
from jn_presenter.qt.store import Store
from jn_presenter.qt.visiting import Visiting
from jn_presenter.qt.windows.console import visit_words
from jn_presenter.qt.windows.console.button import Button
from jn_presenter.qt.windows.console.long_list import LongList
from jn_presenter.qt.windows.console.look import CAPTION_PX, LEADING, TITLE_PX, Look
from jn_presenter.qt.windows.console.panelled import Panelled
from jn_presenter.qt.windows.console.prose import Prose
from jn_presenter.qt.windows.console.report import Tone
from jn_presenter.qt.windows.console.visit_list import ROW, VisitList
from jn_presenter.show.visits import Listed, arranged

TITLE = Message("来访团组（观众看不到）", "Visits, unseen by the audience")
TAKE = Message("为这个团组放映", "Make the show out for it")
NEW, EDIT = Message("新建", "New"), Message("修改", "Edit")
ENTER = Message("回车", "Enter")
READING = Message("正在读取……", "Reading…")
MAKING = Message("正在准备……", "Making it out…")
MORE = Message("另有 {n} 个更早的文件没有列出", "{n} earlier files are not listed")
LIST_SHARE = 0.5
SLOW_MS = 150
"""What takes longer is said: until then it would only be one more paint ahead of the audience's."""
HEAD, FOOT = 6, 6

Action = str
"""`take`, `new` or `edit`."""
KEYS: dict[Action, str] = {"new": "N", "edit": "E"}


class Visits(Panelled):
    """A list on the left, the chosen visit on the right.

    write: opens the form, for the visit of an id, for a new one where that is empty. wall: the time of day.
    """

    def __init__(
        self,
        store: Store,
        visiting: Visiting,
        measure: Measure,
        language: str,
        wall: Callable[[], time.struct_time],
        parent: QWidget,
    ) -> None:
        super().__init__(store, parent)
        self.visiting, self._measure, self._language, self.wall = visiting, measure, language, wall
        self.write: Callable[[str], None] = lambda _name: None
        self.lines: tuple[visit_words.Line, ...] = ()
        self.told = ""
        self.tone: Tone = "quiet"
        self._slow = QTimer(self, singleShot=True, interval=SLOW_MS)
        self._slow.timeout.connect(lambda: self._say(MAKING.in_language(language)))
        self._wanted: str | None = None
        """The visit to be chosen once it is listed; empty for none of them."""
        self.list = VisitList(measure, language, self)
        self.list.chosen.connect(self.choose)
        self.list.taken.connect(lambda _row: self.take())
        self._scroll = LongList(self.list, ROW, self)
        self.card = Prose(measure, self)
        self.buttons: dict[Action, Button] = {}
        for action, run in (("take", self.take), ("new", self.new), ("edit", self.edit)):
            self.buttons[action] = button = Button(measure, language, self, aside=True)
            button.clicked.connect(lambda _checked=False, run=run: run())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(TITLE.in_language(language))
        visiting.listed.connect(self._refill)
        visiting.refused.connect(self._refuse)
        visiting.entered.connect(lambda: self._say(""))
        store.deck_changed.connect(self._refill)

    @property
    def today(self) -> str:
        return time.strftime("%Y-%m-%d", self.wall())

    @property
    def chosen(self) -> Listed | None:
        """The visit of the chosen line; None for none."""
        name = self.lines[self.list.row].id if self.lines else ""
        return next((one for one in self.visiting.visits if one.id == name), None)

    def begin(self) -> None:
        """Open at the visit that is shown, or the first of today."""
        visit = self._store.deck.visit
        if self._wanted is None and visit is not None:
            self._wanted = visit.id
        self._say("")
        self.visiting.refresh()
        self._refill()
        self.show()

    def place(self, area: QRect, look: Look) -> None:
        self.list.look, unit = look, look.unit
        inner = self.framed(area, look)
        body = inner.adjusted(0, HEAD * unit, 0, -(FOOT + 2) * unit)
        if body.width() >= body.height():
            wide = round(body.width() * LIST_SHARE)
            self._scroll.place(QRect(body.x(), body.y(), wide, body.height()), look)
            self.card.place(body.adjusted(wide + 2 * unit, 0, 0, 0), look)
        else:
            high = round(body.height() * LIST_SHARE)
            self._scroll.place(QRect(body.x(), body.y(), body.width(), high), look)
            self.card.place(body.adjusted(0, high + 2 * unit, 0, 0), look)
        third = (inner.width() - 4 * unit) // 4
        x, top = inner.x(), inner.bottom() + 1 - FOOT * unit
        for button, across in zip(self.buttons.values(), (2 * third, third, third), strict=True):
            button.place(QRect(x, top, across, FOOT * unit), look)
            x += across + 2 * unit
        self._refill()

    def select(self, name: str) -> None:
        """Choose the visit of that id, as soon as it is listed."""
        self._wanted = name
        self._refill()

    def choose(self, row: int) -> None:
        """Choose a line; beyond the ends it stays at the last or the first."""
        self._wanted = None
        self._show(min(max(0, row), max(0, len(self.lines) - 1)))

    def take(self) -> None:
        """Have the show made out for the chosen visit, or as the briefing was written."""
        if not self.lines:
            return
        line, one = self.lines[self.list.row], self.chosen
        if line.id and (one is None or one.visit is None):
            return
        self._slow.start()
        self.visiting.choose(line.id)

    def new(self) -> None:
        self.write("")

    def edit(self) -> None:
        one = self.chosen
        if one is not None:
            self.write(one.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # Qt's name
        """What it has no use for goes on to the commands."""
        row, page = self.list.row, self._scroll.page
        moves = {
            Qt.Key.Key_Down: row + 1,
            Qt.Key.Key_Up: row - 1,
            Qt.Key.Key_PageDown: row + page,
            Qt.Key.Key_PageUp: row - page,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(self.lines) - 1,
        }
        key = Qt.Key(event.key())
        if key in moves:
            self.choose(moves[key])
        elif event.isAutoRepeat() or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.take()
        elif key in (Qt.Key.Key_N, Qt.Key.Key_Insert):
            self.new()
        elif key in (Qt.Key.Key_E, Qt.Key.Key_F2):
            self.edit()
        else:
            event.ignore()

    def focusNextPrevChild(self, _next: bool) -> bool:  # Qt's name
        """Tab is a key like the others."""
        return False

    def paint_within(self, painter: QPainter) -> None:
        unit = self.look.unit
        inner = self.panel.adjusted(2 * unit, 2 * unit, -2 * unit, -2 * unit)
        title = self.look.run(TITLE.in_language(self._language), TITLE_PX, bold=True)
        line = SetLine(inner.x(), inner.y() + baseline(0.0, title.font, LEADING), 0.0, (title,), self._language)
        draw_line(painter, line, 0.0, 0.0, self.devicePixelRatioF())
        left = inner.x() + self._measure.advance(title.text, title.font, self._language) + 3 * unit
        run = self.look.run(self.told or self._left_out(), CAPTION_PX, self.tone)
        block = self._measure.wrap((run,), max(1.0, inner.right() - left), language=self._language, leading=LEADING)
        for told in block.lines[:2]:
            draw_line(painter, told, left, inner.y() + unit / 2, self.devicePixelRatioF())

    def _left_out(self) -> str:
        left = self.visiting.left_out
        return MORE.in_language(self._language).format(n=left) if left else ""

    def _refill(self) -> None:
        """The list anew, with the same visit chosen, or the one that is wanted."""
        if self._store.state.overlay != "visits":
            return  # it is put away in this very change
        old = self.lines[self.list.row].id if self.lines else ""
        today, deck = self.today, self._store.deck
        shown = deck.visit.id if deck.visit is not None else ""
        listed = arranged(self.visiting.visits, today)
        first = not self.lines or len(self.lines) == 1
        self.lines = visit_words.lines(listed, today, shown, deck, self._language)
        ids = [line.id for line in self.lines]
        name = old
        if self._wanted in ids:
            name, self._wanted = self._wanted or "", None
        row = ids.index(name) if name in ids else 0
        if first and not name and len(ids) > 1 and listed[0].date == today:
            row = 1
        self._show(row)

    def _show(self, row: int) -> None:
        self.list.say(self.lines, row)
        self._scroll.show_line(row, len(self.lines))
        one = self.chosen
        before = self.card.text
        if not self.visiting.visits:
            words = READING if self.visiting.busy else visit_words.NONE
            told = visit_words.note(words.in_language(self._language), self.look, self._language)
        else:
            told = visit_words.at_length(one, self._store.deck, self.look, self._language, self.today)
        self.card.say(told)
        if self.card.text != before:
            self.card.to_top()
        language = self._language
        usable = bool(self.lines) and (not self.lines[row].id or (one is not None and one.visit is not None))
        take = TAKE if self.lines and self.lines[row].id else visit_words.AS_IT_IS
        self.buttons["take"].say(take.in_language(language), ENTER.in_language(language))
        self.buttons["new"].say(NEW.in_language(language), KEYS["new"])
        self.buttons["edit"].say(EDIT.in_language(language), KEYS["edit"])
        self.buttons["take"].setEnabled(usable)
        self.buttons["edit"].setVisible(one is not None)
        self.update()

    def _say(self, words: str, tone: Tone = "quiet") -> None:
        self._slow.stop()
        if words != self.told:
            self.told, self.tone = words, tone
            self.update()

    def _refuse(self, why: Message) -> None:
        self._say(why.in_language(self._language), "red")
