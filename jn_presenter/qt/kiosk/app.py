"""The show of a kiosk: wires deck, store, window, hands, time and heartbeat together.

There is no console here, no journal and no way out by a key: what a visitor can do is a command of the group `kiosk`.
"""

import logging
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from jn_presenter.choices import chosen_languages, chosen_style
from jn_presenter.load import DeckError, FolderError, Loaded, NoSlidesError, load_index, with_slides
from jn_presenter.model.kiosk import CONTRAST, Settings
from jn_presenter.model.options import KioskOptions
from jn_presenter.model.text import Message
from jn_presenter.qt import heap
from jn_presenter.qt.awake import Awake
from jn_presenter.qt.clock import FrameClock, monotonic_ms
from jn_presenter.qt.feeds import Feeds
from jn_presenter.qt.garbage import Garbage
from jn_presenter.qt.kiosk.beat import Beat, Say, Telling
from jn_presenter.qt.kiosk.content import Content
from jn_presenter.qt.kiosk.ending import Ending
from jn_presenter.qt.kiosk.gate import Gate
from jn_presenter.qt.kiosk.lastgood import GOOD, refusal_line
from jn_presenter.qt.kiosk.opening import Opening
from jn_presenter.qt.kiosk.pin_file import TRIES, PinFile
from jn_presenter.qt.kiosk.placing import KioskPlacing
from jn_presenter.qt.kiosk.power import DisplayPower
from jn_presenter.qt.kiosk.ticks import Ticks
from jn_presenter.qt.kiosk.trims import Trims
from jn_presenter.qt.kiosk.usage import Usage
from jn_presenter.qt.scene.fits import Fits
from jn_presenter.qt.scene.text import QtMeasure
from jn_presenter.qt.store import Store
from jn_presenter.qt.windows.kiosk.charts import Charts
from jn_presenter.qt.windows.kiosk.hands import HandsOn
from jn_presenter.qt.windows.kiosk.locked import Locked
from jn_presenter.qt.windows.kiosk.window import KioskWindow
from jn_presenter.show.kiosk.loop import loop_of
from jn_presenter.show.kiosk.pin import parse
from jn_presenter.show.kiosk.resume import Resume, resume_of, resumed
from jn_presenter.show.kiosk.stand import Stand
from jn_presenter.show.kiosk.visit import fresh
from jn_presenter.show.state import ShowState

log = logging.getLogger(__name__)
REST_MS = 5000
"""How long the first slide has to come to rest; data that comes again and again would never let it."""


def opened(options: KioskOptions, place: Resume | None, say: Say) -> Loaded:
    """The deck with its first slide read; where it cannot be shown, its last good copy, and `say` is told why.

    A copy counts only as long as its files are what they were when it was made. Raises DeckError.
    """
    from jn_presenter.load.lastgood import DECK, good_deck

    copies = Path(options.folder, GOOD)
    is_copy = bool(options.folder) and Path(options.deck).resolve() == (copies / DECK).resolve()
    try:
        if is_copy and good_deck(copies) is None:
            raise FolderError(Message(f"{options.deck} 已损坏", f"{options.deck} is damaged"))
        return first_slides(load_index(options.deck, more_styles=(CONTRAST,)), options, place)
    except DeckError as error:
        copy = good_deck(copies) if options.folder and not is_copy else None
        if copy is None:
            raise
        log.warning("%s: %s / %s", options.deck, error.message.zh, error.message.en)
        say(refusal_line(error, copy=True))
        log.warning("the last good copy is shown meanwhile / 先放映最近一次正常的副本")
        return first_slides(load_index(copy, more_styles=(CONTRAST,)), options, place)


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


class KioskShow(QObject):
    """A running kiosk and everything it owns. `began_ns`: the system's time before anything of the deck was read."""

    def __init__(
        self,
        loaded: Loaded,
        options: KioskOptions,
        settings: Settings,
        say: Say,
        ending: Ending,
        *,
        place: Resume | None = None,
        began_ns: int | None = None,
    ) -> None:
        state = initial_state(loaded, options, place, monotonic_ms())
        super().__init__()
        self.clock = FrameClock()
        self.store = Store(loaded, state, self.clock.now, self)
        self.telling = Telling(self.store, say)
        self.fits = Fits(QtMeasure())
        self.window = KioskWindow(self.store, self.clock, self.fits)
        self.placing = KioskPlacing(self.window, options.screen or settings.screen, windowed=options.windowed)
        self.gate = Gate(self.store, parse(settings.pin), PinFile(Path(options.folder, TRIES)), self)
        self.window.wait_ms = self.gate.wait_ms
        self.gate.changed.connect(self.window.refresh)
        charts = Charts(self.window, self.store)
        self.hands = HandsOn(self.window, self.store, self.gate.enter, settings.corner, charts)
        self.locked = Locked(self.window, self.store, self.hands, ends=ending.asked, back=self.placing.settle_later)
        self.beat = Beat(self.window.stage, lambda: resume_of(self.store.state), say)
        self.beat.unseen.connect(self.placing.settle_later)
        self.feeds = Feeds(self.store)
        reel = self.window.projector.reel
        self.content = Content(
            self.store, self.feeds, self.fits.measure, lambda: reel.canvas, options, say, began_ns=began_ns
        )
        self.ticks = Ticks(self.store)
        self.trims = Trims(self.store)
        self.power = DisplayPower(settings.display, x11=QApplication.platformName() == "xcb")
        self.opening = Opening(self.store, settings.hours, self.power.want)
        self.usage = Usage(self.store, Path(options.folder))
        self.awake = Awake()
        self.garbage = Garbage(lambda: self.clock.running, self)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._go_on)

    def begin(self) -> None:
        """Put the window up; all else waits until its first slide is on the screen and at rest, but not for ever."""
        heap.one_arena()
        self.window.projector.settled.connect(self._first_settled)
        self._rest.start()
        self.store.changed.connect(self.beat.look)
        self.store.changed.connect(self._on_changed)
        self.locked.begin()
        self.garbage.begin()
        self.feeds.begin()
        self.opening.settle()
        self.usage.begin()
        self.placing.settle()

    def end(self) -> None:
        """Stop what runs beside the window."""
        self._rest.stop()
        self.beat.stop()
        self.usage.stop()
        self.ticks.stop()
        self.trims.stop()
        self.opening.stop()
        self.power.stop()
        self.locked.stop()
        self.content.stop()
        self.feeds.stop()
        self.gate.stop()
        self.awake.stop()
        self.garbage.stop()
        heap.unsettle()

    def _first_settled(self) -> None:
        self._rest.start(0)

    def _go_on(self) -> None:
        self.window.projector.settled.disconnect(self._first_settled)
        self.content.begin()
        self.ticks.begin()
        self.trims.begin()
        self.opening.begin()
        self.awake.start()

    def _on_changed(self, _old: ShowState, new: ShowState) -> None:
        if new.leaving:
            QApplication.quit()
