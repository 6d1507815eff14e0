"""The staff's way out over the plain page: the same corner, pad, PIN and lock as over a deck's slides."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from jn_presenter.kiosk.page import EMPTY, Page
from jn_presenter.kiosk.seen import PLAIN, WAIT_MS, still_page
from jn_presenter.load import Loaded, Sources
from jn_presenter.load.reading import Context
from jn_presenter.load.sources import Pool
from jn_presenter.model.deck import Briefing, Deck
from jn_presenter.model.element import Measure
from jn_presenter.model.kiosk import Kiosk, Settings
from jn_presenter.model.text import plain
from jn_presenter.qt.clock import monotonic_ms
from jn_presenter.qt.kiosk.beat import Say, Telling
from jn_presenter.qt.kiosk.gate import Gate
from jn_presenter.qt.kiosk.pin_file import TRIES, PinFile
from jn_presenter.qt.kiosk.ticks import Ticks
from jn_presenter.qt.store import Store
from jn_presenter.qt.windows.kiosk.hands import HandsOn
from jn_presenter.qt.windows.kiosk.locked import Locked
from jn_presenter.qt.windows.kiosk.safe import SafeWindow
from jn_presenter.show.kiosk.pin import parse
from jn_presenter.show.kiosk.stand import Stand
from jn_presenter.show.state import Place, ShowState

LANGUAGES = ("zh", "en")


class Door(QObject):
    """From `begin` on. ends: whether the system ends the program. back: puts the window in its place again."""

    changed = Signal()
    """Staff stand there, or do not any more."""

    def __init__(
        self,
        window: SafeWindow,
        folder: Path,
        settings: Settings,
        measure: Measure,
        say: Say,
        *,
        ends: Callable[[], bool],
        back: Callable[[], object],
        now: Callable[[], float] = monotonic_ms,
    ) -> None:
        super().__init__(window)
        self._window, self._measure = window, measure
        self.store = Store(nothing(), nobody(now()), now, self)
        self.telling = Telling(self.store, say)
        self.gate = Gate(self.store, parse(settings.pin), PinFile(folder / TRIES), self)
        self.hands = HandsOn(window, self.store, self.gate.enter, settings.corner)
        self.locked = Locked(window, self.store, self.hands, ends=ends, back=back)
        self.ticks = Ticks(self.store)
        self._waits = QTimer(self, interval=round(WAIT_MS))
        self._waits.timeout.connect(window.refresh)

    @property
    def staff(self) -> bool:
        """Whether the pad is up."""
        return self.store.state.kiosk is not None and self.store.state.kiosk.staff

    def begin(self) -> None:
        """From now on."""
        self._window.above = self.page
        self.store.changed.connect(self._on_changed)
        self.gate.changed.connect(self._window.refresh)
        self.locked.begin()
        self.ticks.begin()

    def stop(self) -> None:
        """Not any more."""
        self._waits.stop()
        self.ticks.stop()
        self.locked.stop()
        self.gate.stop()

    def page(self) -> Page:
        """The pad, while it is up."""
        if not self.staff:
            return EMPTY
        state, deck, window = self.store.state, self.store.deck, self._window
        wait = self.gate.wait_ms()
        return still_page(state, deck, window.canvas, self._measure, pressed=window.pressed, wait_ms=wait)

    def _on_changed(self, _old: ShowState, new: ShowState) -> None:
        if self.staff != self._waits.isActive():
            if self.staff:
                self._waits.start()
            else:
                self._waits.stop()
            self.changed.emit()
        self._window.refresh()
        if new.leaving:
            self._window.leaving = True
            QApplication.quit()


def nothing() -> Loaded:
    """A deck without slides, of which nothing can be touched."""
    title = plain("JN Presenter")
    briefing = Briefing(title=title, languages=LANGUAGES, styles=(PLAIN.name,), kiosk=Kiosk(touch=False))
    deck = Deck(folder="", briefing=briefing, styles={PLAIN.name: PLAIN})
    return Loaded(deck=deck, problems=(), sources=Sources(folder="", pool=Pool()), context=Context(folder=""))


def nobody(now_ms: float) -> ShowState:
    """A kiosk that is closed to visitors, since there is nothing to be visited: only staff can do anything."""
    nowhere = Place("")
    return ShowState(
        shown=nowhere,
        at=nowhere,
        languages=LANGUAGES[:1],
        notes_languages=LANGUAGES[:1],
        style=PLAIN.name,
        started_ms=now_ms,
        kiosk=Stand(phase="closed", since_ms=now_ms, touched_ms=now_ms),
    )
