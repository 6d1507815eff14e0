"""The show of a kiosk: wires deck, store, window, time and heartbeat together. Its supervisor starts it and stops it.

There is no console here, no journal and no way out by a key: what a visitor can do is a command of the group `kiosk`.
"""

import logging
import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from jn_presenter.choices import chosen_languages, chosen_style
from jn_presenter.load import Loaded, NoSlidesError, load_index, with_slides
from jn_presenter.model.kiosk import Settings
from jn_presenter.model.options import KioskOptions
from jn_presenter.model.text import Message
from jn_presenter.qt import heap
from jn_presenter.qt.awake import Awake
from jn_presenter.qt.clock import FrameClock
from jn_presenter.qt.feeds import Feeds
from jn_presenter.qt.following import Following
from jn_presenter.qt.fonts import load_fonts
from jn_presenter.qt.kiosk.beat import Beat
from jn_presenter.qt.kiosk.placing import KioskPlacing
from jn_presenter.qt.kiosk.ticks import Ticks
from jn_presenter.qt.scene.fits import Fits
from jn_presenter.qt.scene.text import QtMeasure
from jn_presenter.qt.store import Store
from jn_presenter.qt.windows.audience import Audience
from jn_presenter.show.kiosk.loop import loop_of
from jn_presenter.show.kiosk.resume import Resume, read_resume, resumed
from jn_presenter.show.kiosk.stand import Stand
from jn_presenter.show.kiosk.visit import fresh
from jn_presenter.show.state import ShowState

log = logging.getLogger(__name__)
SWITCH_S = 0.001
"""How long Python lets one thread run while another waits: 5 ms, its default, is a third of a frame."""


def run_child(options: KioskOptions, say: Callable[[bytes], object] = lambda _: None) -> int:
    """Show the deck until staff end it; the exit code. `say` takes a line to the supervisor, and must not wait.

    Raises load.DeckError for a deck that cannot be shown, and OptionError for a language or style that it lacks.
    """
    began_ns = time.time_ns()
    sys.setswitchinterval(SWITCH_S)
    place = read_resume(options.resume)
    loaded = first_slides(load_index(options.deck), options, place)
    application = QApplication.instance() or QApplication(["jn-presenter"])
    application.setApplicationName("jn-presenter")
    load_fonts()
    show = KioskShow(loaded, options, Settings(), place, began_ns, say)
    show.begin()
    code = application.exec()
    show.end()
    return code


def first_slides(loaded: Loaded, options: KioskOptions, place: Resume | None) -> Loaded:
    """With the slide to begin with read: where it was, or the first one of the loop that can be."""
    stand = Stand(aside=frozenset(options.aside))
    here = place.slide if place is not None else ""
    while True:
        loop = loop_of(loaded.deck, stand)
        if not loop:
            raise NoSlidesError(Message("没有一页能放映", "there is no slide that can be shown"), loaded.problems)
        wanted = tuple(slide for slide in (here, loop[0]) if slide in loaded.deck.pending)
        if not wanted:
            return loaded
        loaded = with_slides(loaded, wanted)


class KioskShow(QObject):
    """A running kiosk and everything it owns. `began_ns`: the system's time before anything of the deck was read."""

    def __init__(
        self,
        loaded: Loaded,
        options: KioskOptions,
        settings: Settings,
        place: Resume | None = None,
        began_ns: int | None = None,
        say: Callable[[bytes], object] = lambda _: None,
    ) -> None:
        super().__init__()
        self.clock = FrameClock()
        self.store = Store(loaded, initial_state(loaded, options, place, self.clock.now()), self.clock.now, self)
        self.fits = Fits(QtMeasure())
        self.window = Audience(self.store, self.clock, self.fits)
        self.placing = KioskPlacing(self.window, options.screen or settings.screen, windowed=options.windowed)
        self.beat = Beat(self.store, self.window.stage, say)
        self.feeds = Feeds(self.store)
        self.following = Following(self.store, self.feeds, began_ns)
        self.ticks = Ticks(self.store)
        self.awake = Awake()

    def begin(self) -> None:
        """Put the window up; all else waits until its first slide is on the screen."""
        self.window.projector.settled.connect(self._first_settled)
        self.store.changed.connect(self._on_changed)
        self.feeds.begin()
        self.placing.settle()

    def end(self) -> None:
        """Stop what runs beside the window."""
        self.beat.stop()
        self.ticks.stop()
        self.following.stop()
        self.feeds.stop()
        self.awake.stop()
        heap.unsettle()

    def _first_settled(self) -> None:
        self.window.projector.settled.disconnect(self._first_settled)
        QTimer.singleShot(0, self._go_on)

    def _go_on(self) -> None:
        heap.one_arena()
        self.following.begin()
        self.ticks.begin()
        self.awake.start()

    def _on_changed(self, _old: ShowState, new: ShowState) -> None:
        if new.leaving:
            QApplication.quit()


def initial_state(loaded: Loaded, options: KioskOptions, place: Resume | None, now_ms: float) -> ShowState:
    """What the kiosk begins with: its loop, or where it was. Raises OptionError for a language or style it lacks."""
    deck = loaded.deck
    state = fresh(
        deck,
        now_ms,
        languages=chosen_languages(options.languages, deck.briefing) if options.languages else (),
        style=chosen_style(options.style, deck).name,
        aside=frozenset(options.aside),
        windowed=options.windowed,
        animate=options.animate,
    )
    return resumed(state, deck, place, now_ms)
