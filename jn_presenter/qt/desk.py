"""Where a show's windows are: the only module that shows, hides and moves them, as screens and state ask for it."""

import logging
from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from jn_presenter.model.options import PresentOptions
from jn_presenter.qt import screens
from jn_presenter.qt.remembered import Memory
from jn_presenter.qt.store import Store
from jn_presenter.qt.windows.audience import Audience
from jn_presenter.show.screens import Lost, Plan, Spot, Wish, apart, lost_by, plan, spots
from jn_presenter.show.state import ShowState

log = logging.getLogger(__name__)
SCREENS_MS = 300
"""How long screens must stay as they are before windows move: a projector comes and goes in several steps."""
AUDIENCE, CONSOLE, INTERPRETER = "audience", "console", "interpreter"
LARGE, SMALL = 0.7, 0.55
"""The share of its screen that a normal window takes: alone there, and beside another one."""

Makers = Mapping[str, Callable[[], QWidget]]
"""Name of a window beside the audience's -> how it is made, once it is first wanted: `console`, `interpreter`."""


class Desk(QObject):
    """The audience's window and those beside it, each on the screen that is meant for it.

    file: where choices of screens are remembered; by default the user's.
    """

    def __init__(
        self, store: Store, audience: Audience, options: PresentOptions, makers: Makers, file: Path | None = None
    ) -> None:
        super().__init__()
        self._store, self._options, self._makers = store, options, makers
        self.audience = audience
        self.windows: dict[str, QWidget] = {}
        """The windows made so far, beside the audience's."""
        self.plan = Plan(None, None)
        """Which screen is whose, as it is now."""
        self.known: screens.Known = {}
        self._lost: Lost | None = None
        self._memory = Memory(file)
        self._placed: dict[str, tuple[Spot, QRect]] = {}
        self._normal: dict[tuple[str, str], QRect] = {}
        self._up = {AUDIENCE}
        """The windows that may be seen by now."""
        self._later = QTimer(self, singleShot=True, interval=SCREENS_MS)
        self._later.timeout.connect(self.rearrange)

    def begin(self) -> None:
        """Put the audience's window up; the others wait for `open`."""
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.screenAdded.connect(self._screen_came)
        application.screenRemoved.connect(self._screen_went)
        application.primaryScreenChanged.connect(self._later.start)
        for screen in application.screens():
            self._watch(screen)
        self._store.offers["seats"] = lambda: (self.plan.audience or "", self.plan.console or "")
        self._store.offers["screens"] = self._separate
        self._store.offers["standing"] = self._standing
        if self._look():
            self._settle()

    def open(self) -> None:
        """From now on the other windows are up too where the state wants them."""
        self._up |= {CONSOLE, INTERPRETER} & self._makers.keys()
        self._store.changed.connect(self._on_changed)
        self._settle()

    def to_front(self) -> None:
        """Bring the show's windows above all others."""
        for window in (self.audience, *self.windows.values()):
            if window.isVisible():
                window.raise_()
                window.activateWindow()

    def rearrange(self) -> None:
        """Put every window where the screens there are now want it; with none, wait for one to come."""
        if self._look():
            self._settle()

    def _look(self) -> bool:
        """Plan anew for the screens that there are; whether there are any."""
        there = screens.probe(self.known)
        if not there:
            return False
        separate = frozenset(screen.id for screen in apart(there))
        before, self._lost = self.plan, lost_by(self.plan, self._lost, separate)
        self.plan = plan(there, *self._wishes(separate), with_console=self._options.console, lost=self._lost)
        log.debug("screens: %s; %s", ", ".join(sorted(separate)), self.plan)
        # where one screen is left, the console takes it if it had it before
        console = self._lost is not None if before.console is not None and self.plan.console is None else None
        self._store.dispatch("screens-changed", unplugged=self._lost is not None, console=console)
        return True

    def _wishes(self, there: frozenset[str]) -> tuple[Wish, ...]:
        """What was chosen in this show, then what was asked for at its start, then what was chosen here earlier."""
        seating, options = self._store.state.seating, self._options
        chosen = Wish(seating.audience, seating.console)
        asked = Wish(options.screen, options.console_screen, options.interpreter_screen)
        return (chosen, asked, self._memory.wish(there))

    def _separate(self) -> tuple[str, ...]:
        """The screens there are, from left to right."""
        return tuple(screen.id for screen in apart(screens.probe(self.known)))

    def _standing(self) -> tuple[str, str]:
        """The screens on which the windows of audience and console are, wherever they should be."""
        screens.probe(self.known)
        windows = (self.audience, self.windows.get(CONSOLE))
        audience, console = (
            self.known.get(window.screen(), "") if window is not None and window.isVisible() else ""
            for window in windows
        )
        return audience, console

    def _on_changed(self, old: ShowState, new: ShowState) -> None:
        if new.leaving:
            return
        if (old.seating.audience, old.seating.console) != (new.seating.audience, new.seating.console):
            self._lost = None
            QTimer.singleShot(0, self._chosen)
            return
        same = (old.seating, old.console, old.interpreter) == (new.seating, new.console, new.interpreter)
        if not same and not self._later.isActive():  # else screens are waited for
            self._settle()

    def _chosen(self) -> None:
        """Follow a choice of screens, and remember it."""
        self.rearrange()
        seating = self._store.state.seating
        if seating.audience:
            self._memory.keep(self._separate(), seating.audience, seating.console)

    # screens

    def _watch(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._later.start)
        screen.logicalDotsPerInchChanged.connect(self._later.start)

    def _screen_came(self, screen: QScreen) -> None:
        self._watch(screen)
        self._later.start()

    def _screen_went(self, _screen: QScreen) -> None:
        """Take windows that have lost their screen off at once: Qt is about to move them onto another one."""
        screens.probe(self.known)
        there = self.known.values()
        for name in [name for name, (spot, _) in self._placed.items() if spot.screen not in there]:
            self._take_off(name)
        self._later.start()
        self._look()

    # windows

    def _settle(self) -> None:
        """Show, hide and move windows until all are where they should be."""
        state = self._store.state
        found = spots(
            self.plan,
            state.seating,
            console=state.console,
            interpreter=state.interpreter,
            with_console=self._options.console,
        )
        wanted = {name: spot for name, spot in found.items() if spot is not None and name in self._up}
        moved = [name for name, spot in wanted.items() if not self._stands(name, spot)]
        for name in moved:
            self._take_off(name)
        for name in moved:
            self._put(name, wanted[name])
        # last, so that nothing else is seen between two windows that take turns
        gone = [name for name in self._placed if name not in wanted]
        for name in gone:
            self._take_off(name)
        self.audience.asks = CONSOLE not in wanted
        if moved or gone:
            self._give_keys()

    def _stands(self, name: str, spot: Spot) -> bool:
        """Whether the window is there already; a normal one may be anywhere that it was drawn to."""
        screen, window = screens.find(self.known, spot.screen), self._window(name)
        if screen is None or not window.isVisible() or name not in self._placed:
            return False
        if self._placed[name] != (spot, screen.geometry()):
            return False
        return not spot.fullscreen or window.geometry() == screen.geometry()

    def _put(self, name: str, spot: Spot) -> None:
        screen, window = screens.find(self.known, spot.screen), self._window(name)
        if screen is None:
            return
        if name == INTERPRETER:
            self._keep_above_console(window, spot)
        if spot.fullscreen:
            screens.put_fullscreen(window, screen)
        else:
            screens.put_windowed(window, screen, self._normal.get((name, spot.screen)) or self._area(name, screen))
        self._placed[name] = (spot, screen.geometry())
        if name != AUDIENCE:
            window.raise_()

    def _keep_above_console(self, window: QWidget, spot: Spot) -> None:
        """A normal window over a fullscreen one would be lost beneath it at the first click."""
        console = self._placed.get(CONSOLE)
        above = not spot.fullscreen and console is not None and console[0].fullscreen
        kind = Qt.WindowType.Dialog if above else Qt.WindowType.Window  # only dialogs are kept above their parent
        if window.windowType() != kind:
            window.setWindowFlags(kind)
        window.winId()  # makes the handle
        parent = self.windows[CONSOLE].windowHandle() if above else None
        window.windowHandle().setTransientParent(parent)  # type: ignore[arg-type]  # None is its default

    def _area(self, name: str, screen: QScreen) -> QRect:
        """Where a window stands at first that does not fill its screen: in the middle, or beside the one there."""
        beside = any(spot.screen == self.known[screen] for other, (spot, _) in self._placed.items() if other != name)
        return screens.part_of(screen, SMALL, 0.96, 0.92) if beside else screens.part_of(screen, LARGE, 0.5, 0.5)

    def _take_off(self, name: str) -> None:
        """Hide the window; a normal one comes back where it was."""
        if name in self._placed:
            spot, _ = self._placed.pop(name)
            window = self._window(name)
            if not spot.fullscreen and window.isVisible():
                self._normal[name, spot.screen] = window.geometry()
            window.hide()

    def _give_keys(self) -> None:
        window = self.windows.get(CONSOLE) if CONSOLE in self._placed else self.audience
        if window is not None and window.isVisible():
            window.activateWindow()

    def _window(self, name: str) -> QWidget:
        """The window of that name, made now if it was never wanted before."""
        if name == AUDIENCE:
            return self.audience
        if name not in self.windows:
            self.windows[name] = self._makers[name]()
        return self.windows[name]
