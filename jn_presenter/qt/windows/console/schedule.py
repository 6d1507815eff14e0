"""The time of the show over the console: its length is chosen or typed, and how it is interpreted; the place stays."""

import time
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from jn_presenter.model.element import Measure
from jn_presenter.model.interpreting import Interpretation
from jn_presenter.model.text import Message
from jn_presenter.qt.scene.text import draw_line
from jn_presenter.qt.store import Store
from jn_presenter.qt.windows.console import scheduling
from jn_presenter.qt.windows.console.button import Button
from jn_presenter.qt.windows.console.clocks import of_day_ms
from jn_presenter.qt.windows.console.look import ACCENT, CAPTION_PX, LEADING, TITLE_PX, Look
from jn_presenter.qt.windows.console.option import Option
from jn_presenter.qt.windows.console.panelled import Panelled
from jn_presenter.show.commands.timing import WAYS
from jn_presenter.show.keyhelp import label
from jn_presenter.show.keymap import KeyMap
from jn_presenter.show.lengths import Length, offered, present, typed, written
from jn_presenter.show.state import ShowState

TITLE = Message("这场汇报的时间", "The time of this show")
HINT = Message(
    "↑ ↓ 选择，数字直接输入，← → 传译方式，回车确定，Esc 收起",
    "↑ ↓ choose, type a number or a time, ← → interpreting, Enter takes it, Esc puts this away",
)
KEYPAD = ("1", "2", "3", "4", "5", "6", "7", "8", "9", ":", "0", "⌫")
BACK = "⌫"
MOST_TYPED = 5


class Schedule(Panelled):
    """Rows for all slides, each version, and what is typed; a keypad for fingers; the ways to interpret; rehearsals.

    wall: the time of day.
    """

    def __init__(
        self,
        store: Store,
        measure: Measure,
        language: str,
        wall: Callable[[], time.struct_time],
        keymap: KeyMap,
        parent: QWidget,
    ) -> None:
        super().__init__(store, parent)
        self.keymap = keymap
        self._measure, self._language, self.wall = measure, language, wall
        self._places = scheduling.Places()
        self.typed = ""
        self.row = 0
        self.rows: list[Option] = []
        self.pad = [self._button(sign, partial(self.type, sign)) for sign in KEYPAD]
        self.ways = [self._button("", partial(self._interpret, way)) for way in WAYS]
        self.rehearse = self._button("", partial(self._call, "rehearse"))
        self.report = self._button(scheduling.REPORT.in_language(language), partial(self._call, "rehearsal-report"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(TITLE.in_language(language))
        store.changed.connect(self._on_changed)

    def begin(self) -> None:
        """Open at the length that the show has."""
        here = present(self._store.state)
        lengths = offered(self._store.deck)
        chosen = here in lengths
        self.typed = "" if chosen else written(here, self._store.now(), of_day_ms(self.wall()))
        self.row = lengths.index(here) if chosen else len(lengths)
        self._make_rows(len(lengths) + 1)
        self.place(self.geometry(), self.look)
        self.show()

    def place(self, area: QRect, look: Look) -> None:
        self.look = look
        self.setGeometry(area)
        self._places = scheduling.places(area.width(), area.height(), look.unit, len(self.rows))
        self.panel = self._places.panel
        for part, there in zip(self.rows, self._places.rows, strict=False):
            part.place(there, look)
        for button, there in zip(self.pad, self._places.pad, strict=False):
            button.place(there, look)
        for button in self.pad:
            button.setVisible(bool(self._places.pad))
        for button, there in zip(self.ways, self._places.ways, strict=True):
            button.place(there, look)
        for button, there in zip((self.rehearse, self.report), self._places.rehearsal, strict=False):
            button.place(there, look)
        self.say()

    def say(self) -> None:
        """Tell what each length gives now."""
        state, deck, language = self._store.state, self._store.deck, self._language
        now, of_day = self._store.now(), of_day_ms(self.wall())
        told = scheduling.rows(state, deck, self.typed, now, of_day, language)
        for k, (option, row) in enumerate(zip(self.rows, told, strict=False)):
            option.say(row.label, row.detail, chosen=k == self.row, present=row.present, hint=row.hint)
        for button, way in zip(self.ways, WAYS, strict=True):
            button.say(scheduling.way_words(deck, way, language), lit=way == state.interpreting)
        begins = scheduling.END if state.rehearsing else scheduling.REHEARSE
        key = next((label(key, language) for key in self.keymap.keys.get("rehearse", ())), "")
        self.rehearse.say(begins.in_language(language), key, lit=state.rehearsing)
        self.rehearse.setVisible(bool(self._places.rehearsal))
        self.report.setVisible(bool(self._places.rehearsal) and bool(state.rehearsed) and not state.rehearsing)

    def tick(self) -> None:
        """The ends that are told go on with the time of day."""
        if self.isVisible() and self.wall().tm_sec == 0:
            self.say()

    def choose(self, row: int) -> None:
        """Choose a row; beyond the ends it stays at the last or the first."""
        self.row = min(max(0, row), len(self.rows) - 1)
        self.say()

    def type(self, sign: str) -> None:
        """Type a digit or a sign, or take the last one back."""
        self.typed = self.typed[:-1] if sign == BACK else (self.typed + sign)[:MOST_TYPED]
        self.choose(len(self.rows) - 1)

    def take(self, row: int) -> None:
        """Give the show the length of a row, where there is one."""
        self.choose(row)
        length = self._length(row)
        if length is None:
            return
        if length.until_ms is not None:
            self._store.dispatch("until", until_ms=length.until_ms)
        else:
            self._store.dispatch("minutes", minutes=length.minutes)
        self._store.dispatch("overlay-none")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # Qt's name
        """What it has no use for goes on to the commands."""
        key, text = Qt.Key(event.key()), event.text()
        match key:
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                self.choose(self.row + (1 if key == Qt.Key.Key_Down else -1))
            case Qt.Key.Key_Left | Qt.Key.Key_Right:
                step = 1 if key == Qt.Key.Key_Right else -1
                self._interpret(WAYS[(WAYS.index(self._store.state.interpreting) + step) % len(WAYS)])
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                if not event.isAutoRepeat():
                    self.take(self.row)
            case Qt.Key.Key_Backspace | Qt.Key.Key_Delete:
                self.type(BACK)
            case _ if text.isdecimal() or text in (":", "：", "."):
                self.type(text)
            case _:
                event.ignore()

    def paint_within(self, painter: QPainter) -> None:
        self._line(painter, TITLE, self._places.title, TITLE_PX, bold=True)
        self._line(painter, HINT, self._places.hint, CAPTION_PX)

    def focusNextPrevChild(self, _next: bool) -> bool:
        """Tab is a key like the others."""
        return False

    def _line(self, painter: QPainter, said: Message, area: QRect, size: float, *, bold: bool = False) -> None:
        if area.isEmpty():
            return
        run = self.look.run(said.in_language(self._language), size, "ink" if bold else "quiet", bold=bold)
        block = self._measure.wrap((run,), float(area.width()), language=self._language, leading=LEADING)
        for line in block.lines:
            draw_line(painter, line, area.x(), area.y(), self.devicePixelRatioF())

    def _length(self, row: int) -> Length | None:
        lengths = offered(self._store.deck)
        if row < len(lengths):
            return lengths[row]
        return typed(self.typed, self._store.now(), of_day_ms(self.wall()))

    def _call(self, command: str) -> None:
        """Put this away for what the rehearsal shows."""
        self._store.dispatch("overlay-none")
        self._store.dispatch(command)

    def _interpret(self, way: Interpretation) -> None:
        self._store.dispatch("interpreting", how=way)

    def _make_rows(self, count: int) -> None:
        for option in self.rows:
            option.deleteLater()
        self.rows = [Option(self._measure, self._language, self) for _ in range(count)]
        for row, option in enumerate(self.rows):
            option.clicked.connect(lambda _checked=False, row=row: self.take(row))
            option.show()

    def _on_changed(self, _old: ShowState, _new: ShowState) -> None:
        if self.isVisible():
            self.say()

    def _button(self, label: str, run: Callable[[], None]) -> Button:
        button = Button(self._measure, self._language, self, aside=True, light=ACCENT)
        button.say(label)
        button.clicked.connect(lambda _checked=False: run())
        return button
