"""Lays out the slides of the show one by one while nothing else is done, as the audience would see them."""

from collections import deque
from collections.abc import Callable

from msgspec import Struct
from PySide6.QtCore import QObject, QTimer, Signal

from jn_presenter.compose import fit_slide
from jn_presenter.model.deck import Deck, Slide
from jn_presenter.model.element import Measure, Phase
from jn_presenter.model.feed import Snapshots
from jn_presenter.model.geometry import Canvas
from jn_presenter.qt.glyphs import has_glyph
from jn_presenter.qt.store import Store
from jn_presenter.show.moment import moving
from jn_presenter.show.preflight.seen import AllSeen, Seen, look_at, words_of
from jn_presenter.show.travel import choice

PAUSE_MS = 4
"""Between two slides: what the presenter does meanwhile comes first."""
MOVING_MS = 120
"""How long to wait for the audience's picture to stand still."""


class _Kept(Struct, frozen=True, eq=False):
    """What was seen of a slide, and with what: objects by identity, and how far its data had come."""

    slide: Slide
    deck: Deck
    setting: tuple[object, ...]
    data: tuple[object, ...]
    seen: Seen


class Inspection(QObject):
    """Looks at one slide at a time, so that no piece takes longer than laying out one; `went_on` after each."""

    went_on = Signal()

    def __init__(self, store: Store, measure: Measure, canvas: Callable[[], Canvas], parent: QObject) -> None:
        super().__init__(parent)
        self._store, self._measure, self._canvas = store, measure, canvas
        self._kept: dict[str, _Kept] = {}
        self._left: deque[str] = deque()
        self._next = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._next.timeout.connect(self.look)

    @property
    def seen(self) -> AllSeen:
        """What holds by now of the slides looked at."""
        return {name: kept.seen for name, kept in self._kept.items()}

    def begin(self) -> None:
        """Forget what is otherwise by now, and look at it again and at what was not looked at yet."""
        deck, setting = self._store.deck, self._setting()
        self._kept = {name: kept for name, kept in self._kept.items() if self._holds(name, kept, setting)}
        slides = choice(self._store.state, deck).slides
        self._left = deque(name for name in slides if name in deck.slides and name not in self._kept)
        if self._left and not self._next.isActive():
            self._next.start(PAUSE_MS)

    def stop(self) -> None:
        self._next.stop()
        self._left.clear()

    def look(self) -> None:
        """Look at the next slide, and come back for the others."""
        store = self._store
        if moving(store.state, store.now()):
            self._next.start(MOVING_MS)
            return
        name = self._left.popleft() if self._left else ""
        if name in store.deck.slides:
            self._kept[name] = self._look_at(store.deck.slides[name])
            self.went_on.emit()
        if self._left:
            self._next.start(PAUSE_MS)

    def _look_at(self, slide: Slide) -> _Kept:
        state, deck, snapshots = self._store.state, self._store.deck, self._store.snapshots
        style = deck.styles[state.style]
        fitted = fit_slide(deck, slide, self._canvas(), state.languages, style, self._measure, snapshots)
        marks = (
            mark
            for placed in fitted.placed
            for mark in placed.fitted.marks(Phase(step=fitted.last_step, reveals=placed.reveals))
        )
        seen = look_at(deck, slide, state.notes_languages, fitted.findings, words_of(marks), has_glyph)
        return _Kept(slide, deck, self._setting(), _data(seen, snapshots), seen)

    def _holds(self, name: str, kept: _Kept, setting: tuple[object, ...]) -> bool:
        """New rows are no reason to look again, since a stream would never come to an end; that there are any is."""
        deck = self._store.deck
        return (
            kept.slide is deck.slides.get(name)
            and kept.deck.facts is deck.facts
            and kept.deck.styles is deck.styles
            and kept.setting == setting
            and kept.data == _data(kept.seen, self._store.snapshots)
        )

    def _setting(self) -> tuple[object, ...]:
        state = self._store.state
        return self._canvas(), state.languages, state.notes_languages, state.style


def _data(seen: Seen, snapshots: Snapshots) -> tuple[object, ...]:
    """How far the data of a slide's feeds has come."""
    found = (snapshots.get(feed) for feed in seen.feeds)
    return tuple((one.state, one.finding) if one else None for one in found)
