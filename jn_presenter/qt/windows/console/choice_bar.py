"""The foot of the overview: what today's choice of slides comes to, and buttons that override it for one of them."""

from collections.abc import Mapping
from decimal import Decimal

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from jn_presenter.model.element import Measure
from jn_presenter.model.text import Message
from jn_presenter.qt.scene.colours import colour
from jn_presenter.qt.scene.text import draw_line
from jn_presenter.qt.store import Store
from jn_presenter.qt.windows.console.button import Button
from jn_presenter.qt.windows.console.look import ACCENT, BODY_PX, CAPTION_PX, LEADING, PANEL, Look
from jn_presenter.qt.windows.console.tempo import minutes_of
from jn_presenter.show.choosing import UNLIMITED, Reason, reasons
from jn_presenter.show.keyhelp import label
from jn_presenter.show.keymap import KeyMap
from jn_presenter.show.state import ShowState, length_of
from jn_presenter.show.travel import choice

HIGH = 8
"""In units of the grid."""
WAYS = {
    "take-in": Message("一定讲", "In any case"),
    "leave-out": Message("不讲", "Leave out"),
    "by-rule": Message("自动", "Automatic"),
}
"""Command -> its button."""
VISITS = Message("来访团组", "Visits")
COMES_TO = Message("今天放 {n} / {total} 页 · {minutes} 分钟", "Today {n} of {total} slides · {minutes} min")
OF = Message("（共 {m} 分钟）", " (of {m} min)")
SIZES = (BODY_PX, CAPTION_PX, 12.0)
"""Of its words, the first at which they have room."""
MOST_LINES = 2
WIDE = 16
"""Of a button, in units of the grid."""


class ChoiceBar(QWidget):
    """Its buttons are about the slide that is chosen, `slide`; lit is what holds for it."""

    def __init__(self, store: Store, measure: Measure, language: str, keymap: KeyMap, parent: QWidget) -> None:
        super().__init__(parent)
        self._store, self._measure, self._language, self.keymap = store, measure, language, keymap
        self.look = Look(1.0)
        self.slide, self.reason = "", ""
        self._reasons: Mapping[str, Reason] = {}
        self.buttons = {name: Button(measure, language, self, aside=True, light=ACCENT) for name in WAYS}
        for name, button in self.buttons.items():
            button.clicked.connect(lambda _checked=False, name=name: store.dispatch(name))
        self.visits = Button(measure, language, self, aside=True)
        self.visits.say(VISITS.in_language(language))
        self.visits.clicked.connect(lambda _checked=False: store.dispatch("visits"))

    def place(self, area: QRect, look: Look) -> None:
        """Stand in `area`, the buttons at its right."""
        self.look, unit = look, look.unit
        self.setGeometry(area)
        several = (*self.buttons.values(), self.visits)
        wide = min(WIDE * unit, max(1, (area.width() - 4 * unit) // (len(several) + 1)))
        x = area.width() - unit - len(several) * (wide + unit)
        for button in several:
            button.place(QRect(x, unit, wide, area.height() - 2 * unit), look)
            x += wide + unit

    def refresh(self) -> None:
        """Look anew why each slide is shown or not: once a change, since there may be thousands."""
        self._reasons = {one.slide: one for one in reasons(self._store.state, self._store.deck)}

    def why(self, slide: str) -> Message | None:
        """Why it is shown or not; nothing where there is no limit that it would have to keep."""
        found = self._reasons.get(slide)
        return None if found is None or found.why is UNLIMITED else found.why

    def say(self, slide: str) -> None:
        """Tell of this slide why it is shown or not."""
        found = self._reasons.get(slide)
        self.slide, self.reason = slide, found.why.in_language(self._language) if found is not None else ""
        state = self._store.state
        for name, button in self.buttons.items():
            keys = self.keymap.keys.get(name, ())
            key = label(keys[0], self._language) if keys else ""
            button.say(
                WAYS[name].in_language(self._language), key, lit=name != "by-rule" and name == way_of(state, slide)
            )
        self.setAccessibleName(f"{self.told} {self.reason}".strip())
        self.update()

    @property
    def told(self) -> str:
        """How many slides there are today, and how long they take."""
        state, deck = self._store.state, self._store.deck
        chosen, limit = choice(state, deck), length_of(state)
        said = COMES_TO.in_language(self._language).format(
            n=len(chosen.slides), total=len(chosen.ranks), minutes=minutes_of(Decimal(round(chosen.minutes, 1)))
        )
        return said if limit is None else said + OF.in_language(self._language).format(m=minutes_of(limit))

    def paintEvent(self, _event: QPaintEvent) -> None:  # Qt's name
        unit = self.look.unit
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour(PANEL))
        first = next(iter(self.buttons.values()))
        room = float(max(1, first.x() - 4 * unit))
        top = float(unit)
        for words, bold in ((self.told, True), (self.reason, False)):
            runs = (self.look.run(words, size, "ink" if bold else "quiet", bold=bold) for size in SIZES)
            blocks = [self._measure.wrap((run,), room, language=self._language, leading=LEADING) for run in runs]
            block = next((one for one in blocks if len(one.lines) < MOST_LINES), blocks[-1])
            for line in block.lines[:1]:
                draw_line(painter, line, 3.0 * unit, top, self.devicePixelRatioF())
            top += 3 * unit
        painter.end()


def way_of(state: ShowState, slide: str) -> str:
    """The command that what holds for the slide would come of."""
    return "take-in" if slide in state.stressed else "leave-out" if slide in state.hidden else "by-rule"
