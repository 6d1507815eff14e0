"""Which window of a show is where: decided anew whenever screens come and go, or the state asks for it."""

import logging
from pathlib import Path

from PySide6.QtCore import QMetaObject, QObject, QTimer
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from jn_presenter.model.options import PresentOptions
from jn_presenter.qt import drawn, screens
from jn_presenter.qt.drawn import Drawn
from jn_presenter.qt.placing import AUDIENCE, CONSOLE, Makers, Placing
from jn_presenter.qt.remembered import Memory
from jn_presenter.qt.store import Store
from jn_presenter.qt.windows.audience import Audience
from jn_presenter.show.screens import Lost, Plan, Wish, apart, lost_by, plan, spots
from jn_presenter.show.state import ShowState

log = logging.getLogger(__name__)
SCREENS_MS = 300
"""How long screens must stay as they are before windows move: a projector comes and goes in several steps."""
MOST_STRAYS = 5
"""How often in a row windows are put back into their places: some window managers never agree."""
CALM_MS = 10_000
"""After so long without one, the next is the first again."""


class Desk(QObject):
    """The audience's window and those beside it, each on the screen that is meant for it.

    file: where choices of screens are remembered; by default the user's. Places of windows are beside it.
    """

    def __init__(
        self, store: Store, audience: Audience, options: PresentOptions, makers: Makers, file: Path | None = None
    ) -> None:
        super().__init__()
        self._store, self._options = store, options
        self.audience = audience
        self.plan = Plan(None, None)
        """Which screen is whose, as it is now."""
        self._known: screens.Known = {}
        self._drawn = Drawn(file and file.with_name(drawn.FILE))
        self._placing = Placing(audience, makers, self._known, self._drawn)
        self._memory = Memory(file)
        self._lost: Lost | None = None
        self._up = frozenset({AUDIENCE})
        """The windows that may be seen by now."""
        self._heard: list[QMetaObject.Connection] = []
        self._later = QTimer(self, singleShot=True, interval=SCREENS_MS)
        self._later.timeout.connect(self.rearrange)
        self._strays, self._strayed_ms = 0, 0.0
        self._placing.strayed.connect(self._on_strayed)

    @property
    def windows(self) -> dict[str, QWidget]:
        """The windows made so far, beside the audience's."""
        return self._placing.windows

    def begin(self) -> None:
        """Put the audience's window up; the others wait for `open`."""
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        self._heard = [
            application.screenAdded.connect(self._screen_came),
            application.screenRemoved.connect(self._screen_went),
            application.primaryScreenChanged.connect(self._later.start),
        ]
        for screen in application.screens():
            self._watch(screen)
        self._store.offers["seats"] = lambda: (self.plan.audience or "", self.plan.console or "")
        self._store.offers["screens"] = self._separate
        self._store.offers["standing"] = self._placing.standing
        if self._look():
            self._settle()

    def open(self) -> None:
        """From now on the other windows are up too where the state wants them."""
        self._up = self._placing.names
        self._store.changed.connect(self._on_changed)
        self._settle()
        self._tell_missing()

    def end(self) -> None:
        """Leave all windows where they are, and what is to be remembered on the disk."""
        while self._heard:
            QObject.disconnect(self._heard.pop())
        self._later.stop()
        self._placing.keep_areas()
        self._drawn.finish()
        self._memory.finish()

    def _tell_missing(self) -> None:
        """A screen that was asked for may be plugged in yet; but a name may be mistyped."""
        options = self._options
        screens.tell_missing(
            screens.probe(self._known), options.screen, options.console_screen, options.interpreter_screen
        )

    def to_front(self) -> None:
        """Bring the show's windows above all others."""
        self._placing.to_front()

    def rearrange(self) -> None:
        """Put every window where the screens there are now want it; with none, wait for one to come."""
        if self._look():
            self._settle()

    def _look(self) -> bool:
        """Plan anew for the screens that there are; whether there are any."""
        there = screens.probe(self._known)
        if not there:
            return False
        separate = frozenset(screen.id for screen in apart(there))
        before, self._lost = self.plan, lost_by(self.plan, self._lost, separate)
        self.plan = plan(there, *self._wishes(separate), with_console=self._options.console, lost=self._lost)
        log.debug("screens: %s; %s", ", ".join(sorted(separate)), self.plan)
        # where one screen is left, the console takes it if it had it before
        unplugged = self._lost is not None
        console = unplugged if before.console is not None and self.plan.console is None else None
        if console is not None or unplugged != self._store.state.seating.unplugged:
            self._store.dispatch("screens-changed", unplugged=unplugged, console=console)
        return True

    def _wishes(self, there: frozenset[str]) -> tuple[Wish, ...]:
        """What was chosen in this show, then what was asked for at its start, then what was chosen here earlier."""
        seating, options = self._store.state.seating, self._options
        chosen = Wish(seating.audience, seating.console)
        asked = Wish(options.screen, options.console_screen, options.interpreter_screen)
        return (chosen, asked, self._memory.wish(there))

    def _separate(self) -> tuple[str, ...]:
        """The screens there are, from left to right."""
        return tuple(screen.id for screen in apart(screens.probe(self._known)))

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

    def _on_strayed(self) -> None:
        now = self._store.now()
        if now - self._strayed_ms > CALM_MS:
            self._strays = 0
        self._strayed_ms = now
        if self._heard and not self._later.isActive() and self._strays < MOST_STRAYS:
            self._strays += 1
            self._later.start()

    def _screen_came(self, screen: QScreen) -> None:
        self._watch(screen)
        self._later.start()

    def _screen_went(self, _screen: QScreen) -> None:
        """Take windows that have lost their screen off at once: Qt is about to move them onto another one."""
        screens.probe(self._known)
        self._placing.drop(frozenset(self._known.values()))
        self._later.start()
        self._look()

    def _settle(self) -> None:
        """Have all windows where they should be."""
        state = self._store.state
        found = spots(
            self.plan,
            state.seating,
            console=state.console,
            interpreter=state.interpreter,
            with_console=self._options.console,
        )
        wanted = {name: spot for name, spot in found.items() if spot is not None and name in self._up}
        self._placing.settle(wanted, apart=self.plan.console is not None)
        self.audience.asks = CONSOLE not in wanted
