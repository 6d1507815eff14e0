"""Wires a show together: deck, store, clock, feeds, windows, screens. It decides nothing that another module could."""

import logging
import os
import signal
import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from jn_presenter.choices import as_invited, chosen, now_of_day_ms
from jn_presenter.load import Loaded, NoSlidesError, load_index, with_slides
from jn_presenter.model.options import PresentOptions
from jn_presenter.model.text import Message
from jn_presenter.qt import heap
from jn_presenter.qt.awake import Awake
from jn_presenter.qt.clock import FrameClock
from jn_presenter.qt.desk import Desk
from jn_presenter.qt.feeds import Feeds
from jn_presenter.qt.first_key import FirstKey
from jn_presenter.qt.following import Following
from jn_presenter.qt.fonts import load_fonts
from jn_presenter.qt.garbage import Garbage
from jn_presenter.qt.scene.fits import Fits
from jn_presenter.qt.scene.text import QtMeasure
from jn_presenter.qt.single import Single, display_name
from jn_presenter.qt.store import Store
from jn_presenter.qt.windows.audience import Audience
from jn_presenter.show.select import selection
from jn_presenter.show.state import ShowState, initial

if TYPE_CHECKING:
    from jn_presenter.qt.journal import Journal
    from jn_presenter.qt.keys import Keys
    from jn_presenter.qt.souvenir import Maker

log = logging.getLogger(__name__)
INTERRUPTED = 1
"""What the event loop returns at Ctrl+C."""
SWITCH_S = 0.001
"""How long Python lets one thread run while another waits: 5 ms, its default, is two frames of the audience's time."""


def run(
    options: PresentOptions, say: Callable[[Message], object] = lambda _: None, souvenir: "Maker | None" = None
) -> int:
    """Present the deck until the show is left; the exit code. `say` tells the user where log and souvenir are.

    Raises load.DeckError for a deck that cannot be shown, OptionError for a language, style or slide that it lacks, and
    KeyboardInterrupt where Ctrl+C in the terminal ends the show.
    """
    began_ns = time.time_ns()
    sys.setswitchinterval(SWITCH_S)
    index = load_index(options.deck, visit=options.visit)
    if index.visit is not None:
        options = as_invited(options, index.visit, now_of_day_ms())
    options = chosen(options, index.deck)
    loaded = first_slides(index, options)
    if not loaded.deck.slides:
        raise NoSlidesError(Message("没有一页能放映", "there is no slide that can be shown"), loaded.problems)
    application = QApplication.instance() or QApplication(["jn-presenter"])
    application.setApplicationName("jn-presenter")
    single = Single(display_name())
    if not single.first() and single.raise_other():
        log.warning("已有放映在进行，已切换到它 / a show is running already; it was brought to the front")
        return 0
    load_fonts()
    show = Show(loaded, options, began_ns)
    single.raised.connect(show.desk.to_front)
    show.begun.connect(single.listen)
    show.begin()
    # Python's own handler would raise in whichever slot runs next, where nothing catches it
    signal.signal(signal.SIGINT, lambda _signal, _frame: application.exit(INTERRUPTED))
    code = application.exec()
    show.end()
    if show.journal is not None and show.journal.log_path is not None:
        say(Message(f"参观记录：{show.journal.log_path}", f"log of the visit: {show.journal.log_path}"))
        if souvenir is not None:
            from jn_presenter.qt.souvenir import shown

            signal.signal(signal.SIGINT, signal.default_int_handler)
            size = show.audience.stage.size()
            say(souvenir(shown(show.store, (size.width(), size.height()), show.journal.log_path)))
    if options.logged and show.store.state.ink:
        from jn_presenter.qt.ink_file import save_ink

        ink = save_ink(show.store.state, show.store.deck)
        if ink is not None:
            say(Message(f"标注（export --ink 可画进导出的页面）：{ink}", f"ink, for export --ink: {ink}"))
    single.close()
    if code == INTERRUPTED:
        raise KeyboardInterrupt
    return code


def first_slides(loaded: Loaded, options: PresentOptions) -> Loaded:
    """With the slide to begin with and the one after it read; all of them where the choice depends on their minutes."""
    if options.minutes is not None or options.until is not None:
        return with_slides(loaded, tuple(loaded.deck.pending))
    while True:
        slides = selection(loaded.deck, **_of_visit(loaded)).slides
        start = options.start if options.start in slides else next(iter(slides), "")
        place = slides.index(start) if start else 0
        wanted = tuple(slide for slide in slides[place : place + 2] if slide in loaded.deck.pending)
        if not wanted:
            return loaded
        loaded = with_slides(loaded, wanted)


def _of_visit(loaded: Loaded) -> dict[str, Any]:
    """What the visit asks of the choice of slides, as `selection` and `initial` take it."""
    if loaded.visit is None:
        return {}
    from jn_presenter.show.visiting.options import invitation  # a show without a visit does not pay for it

    asked = invitation(loaded.deck, loaded.visit)
    return {"themes": asked.themes, "order": asked.order, "hidden": asked.hidden, "stressed": asked.stressed}


class Show(QObject):
    """A running show and everything it owns. `began_ns`: the system's time before anything of the deck was read."""

    begun = Signal()
    """The first slide is on the screen."""

    def __init__(self, loaded: Loaded, options: PresentOptions, began_ns: int | None = None) -> None:
        super().__init__()
        self.options = options
        self.clock = FrameClock()
        self.store = Store(loaded, self._initial(loaded), self.clock.now, self)
        self.fits = Fits(QtMeasure())
        self.keys: Keys
        """From the first slide on, or the first key."""
        self.audience = Audience(self.store, self.clock, self.fits)
        self._early: FirstKey | None = FirstKey(self._let_keys_in, self)
        self.audience.installEventFilter(self._early)
        makers = {"console": self._make_console, "interpreter": self._make_interpreter}
        self.desk = Desk(self.store, self.audience, options, makers)
        self.feeds = Feeds(self.store)
        self.following = Following(self.store, self.feeds, began_ns)
        self.awake = Awake()
        self.garbage = Garbage(lambda: self.clock.running, self)
        self.journal: Journal | None = None
        self._lent = False
        """Whether the console is up for the pre-flight alone."""
        self._start = self.store.state

    def _initial(self, loaded: Loaded) -> ShowState:
        options, now, visit = self.options, self.clock.now(), loaded.visit
        notes = (options.console_language,) if options.console_language else ()
        return initial(
            loaded.deck,
            now,
            visit=time.strftime("%Y-%m-%d %H.%M.%S"),
            log_folder=os.path.abspath(options.log) if options.log else "",  # noqa: PTH100
            start=options.start,
            languages=options.languages,
            notes_languages=notes or (visit.notes_languages if visit else ()),
            style=options.style,
            minutes=options.minutes,
            until_ms=now + options.until.ahead_ms(now_of_day_ms()) if options.until else None,
            interpreting=options.interpreting or "none",
            **_of_visit(loaded),
            interpreter=options.interpreter or bool(options.interpreter_screen),
            windowed=options.windowed,
            animate=options.animate,
        )

    def begin(self) -> None:
        """Put the audience's window up; all else waits until its first slide is on the screen."""
        self.audience.projector.settled.connect(self._first_settled)
        self.store.changed.connect(self._on_changed)
        self.garbage.begin()
        self.feeds.begin()
        self.desk.begin()

    def end(self) -> None:
        """Stop what runs beside the windows."""
        if self.journal is not None:
            self.journal.stop()
            self._ink.stop()
            self._own_keys.stop()
        self.desk.end()
        self.following.stop()
        self.feeds.stop()
        self.awake.stop()
        self.garbage.stop()
        heap.unsettle()

    def _first_settled(self) -> None:
        self.audience.projector.settled.disconnect(self._first_settled)
        QTimer.singleShot(0, self._go_on)

    def _go_on(self) -> None:
        self._let_keys_in()
        self.desk.open()
        heap.one_arena()
        self.following.begin()
        self._own_keys.follow()
        self.awake.start()
        self._write_down()
        if self.options.preflight:
            self._open_preflight()
        self.begun.emit()

    def _open_preflight(self) -> None:
        """On one screen, which may be a mirrored one, the console comes up for it and its notes go with it."""
        self.store.dispatch("preflight")
        if self.store.state.overlay != "preflight" and self.options.console:
            self.store.dispatch("console")
            self.store.dispatch("preflight")
            self._lent = self.store.state.console

    def _write_down(self) -> None:
        """Keep the show as it goes on, and offer the last one if it was not brought to its end."""
        from jn_presenter.qt.ink_file import InkFile
        from jn_presenter.qt.journal import journal

        self.journal = journal(self.store, self.options, self._start)
        self.journal.begin()
        self._ink = InkFile(self.store, self)

    def _let_keys_in(self) -> "Keys":
        """The keys, the user's own among them. All commands come with them; the first slide need not wait for that."""
        if self._early is None:
            return self.keys
        from jn_presenter.load.keys import user_keys
        from jn_presenter.qt.keys import Keys
        from jn_presenter.qt.own_keys import OwnKeys

        self.audience.removeEventFilter(self._early)
        self._early = None
        self.keys = Keys(self.store, self)
        self.audience.installEventFilter(self.keys)
        self._own_keys = OwnKeys(self.store, self.keys, user_keys())
        return self.keys

    def _on_changed(self, _old: ShowState, new: ShowState) -> None:
        if new.leaving:
            QApplication.quit()
        if self._lent and not (new.console and new.overlay):
            self._lent = False
            if new.console:
                self.store.dispatch("console")

    def _make_console(self) -> QWidget:
        from jn_presenter.qt.seats import seats
        from jn_presenter.qt.windows.console import Console
        from jn_presenter.qt.windows.console.kept import Kept, panes_file

        language = self.options.console_language or self.store.deck.briefing.languages[0]
        console = Console(
            self.store, self.clock, self.fits, self.audience.stage.image, language, keymap=self.keys.keymap
        )
        self._own_keys.changed.connect(console.take_keys)
        Kept(self.store, panes_file(), console)
        console.installEventFilter(self.keys)
        self.audience.projector.settled.connect(console.audience_painted)
        console.overlays.visiting.entered.connect(self.following.follow)
        windows = self.desk.windows
        console.overlays.preflight.roles = lambda: seats(
            {"audience": self.audience, "presenter": console, "interpreter": windows.get("interpreter")}
        )
        return console

    def _make_interpreter(self) -> QWidget:
        from jn_presenter.qt.windows.interpreter import Interpreter

        language = self.options.console_language or self.store.deck.briefing.languages[0]
        view = Interpreter(self.store, self.fits.measure, language)
        self.audience.projector.settled.connect(view.audience_painted)
        return view
