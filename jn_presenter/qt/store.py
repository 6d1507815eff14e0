"""The one place that holds a show: deck, data and state. Everything that happens is a command dispatched here."""

import logging
from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject, Signal

from jn_presenter.load import DeckError, Loaded, with_slides
from jn_presenter.model.deck import Deck
from jn_presenter.model.feed import Feed, Snapshots
from jn_presenter.model.ink import AT_REST, Pointing
from jn_presenter.model.problem import Finding, Problem
from jn_presenter.qt.clock import monotonic_ms
from jn_presenter.show.command import Command
from jn_presenter.show.state import ShowState
from jn_presenter.show.travel import choice

log = logging.getLogger(__name__)


class Store(QObject):
    """Holds deck, data and state; windows read them, send commands, and redraw from the signals.

    `snapshots` is what the feeds say by now, `seen` what of it the audience may see, which is less while it is frozen;
    `arrived` tells when each feed's data came there, as long as it is on its way on the screen. All three are replaced
    as a whole and never changed.
    """

    changed = Signal(object, object)
    """(old, new) ShowState; the same object twice where only the deck changed. Every listener hears of all changes in
    their order: one that is made while another is being told counts at once, and is told after it."""
    deck_changed = Signal()
    """The deck or its problems are others than before; emitted ahead of `changed`."""
    data_changed = Signal(object)
    """frozenset of the feeds that have new snapshots."""
    pointed = Signal(object, object)
    """(old, new) Pointing: of every move of the hand, so that it does not run through what listens to `changed`."""

    def __init__(
        self,
        loaded: Loaded,
        state: ShowState,
        now: Callable[[], float] = monotonic_ms,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.loaded = loaded
        self.state = state
        self.now = now
        self.snapshots: Snapshots = {}
        self.seen: Snapshots = self.snapshots
        self.arrived: Mapping[Feed, float] = {}
        self.unplayed: tuple[tuple[str, Finding], ...] = ()
        """The films of the slide shown that cannot be played, by the path of their element, and why."""
        self.own_problems: tuple[Problem, ...] = ()
        """Those of the user's own files, which no deck knows: his keys."""
        self.pointing = AT_REST
        self.waiting: Loaded | None = None
        """A deck that enters together with the next change of which `between` says that it is one between slides."""
        self.between: Callable[[ShowState, ShowState], bool] = lambda _old, _new: False
        self._untold: list[tuple[ShowState, ShowState]] = []
        self._strangers: set[str] = set()
        """Visits that there are none of any more."""
        self.offers: dict[str, Callable[[], Any]] = {"pointing": lambda: self.pointing}
        """What commands want to know of what is drawn, by the name of their argument: set by whoever draws it."""

    @property
    def deck(self) -> Deck:
        return self.loaded.deck

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All that is wrong: what hinders the presenter on every slide first, then what is wrong with the deck."""
        return (*self.own_problems, *self.loaded.problems)

    def dispatch(self, name: str, **args: Any) -> None:
        """Run a command on the present state. Unknown names raise KeyError: they are mistakes of ours."""
        old, command = self.state, command_of(name)
        new = self._run(command, args)
        entered = new is not old and self._enters(old, new)
        if entered:
            new = self._run(command, args)  # it may lead elsewhere there
        skipped = bool(self.arrived) and not command.quiet
        if skipped:
            self.arrived = {}
        if new is not old:
            log.debug("%s: %s step %d", name, new.at.slide, new.at.step)
            self.state = new
            self._uncover()
            if entered:
                self.deck_changed.emit()
        if new is not old or skipped:
            self._tell(old, new)

    def point(self, pointing: Pointing) -> None:
        """What the hand does now."""
        old, self.pointing = self.pointing, pointing
        if pointing != old:
            self.pointed.emit(old, pointing)

    def take(self, loaded: Loaded) -> None:
        """Go on with a deck read anew or further; the place survives."""
        old_deck, self.loaded = self.deck, loaded
        old = self.state
        if loaded.deck is not old_deck:
            self.state = command_of("reload")(old, loaded.deck, self.now(), old=old_deck)
        self.deck_changed.emit()
        self._tell(old, self.state)

    def enter(self, loaded: Loaded, name: str, **args: Any) -> None:
        """Go on with another deck and with what a command makes of the show in it, as one change."""
        old, before, self.loaded = self.state, self.deck, loaded
        self.state = command_of("reload")(old, loaded.deck, self.now(), old=before)
        self.state = self._run(command_of(name), args)
        self.deck_changed.emit()
        self._tell(old, self.state)

    def take_snapshots(self, found: Snapshots) -> None:
        """Go on with what these feeds say now; a frozen audience sees it when it is not frozen any more."""
        new = {feed: snapshot for feed, snapshot in found.items() if self.snapshots.get(feed) is not snapshot}
        if new:
            self.snapshots = {**self.snapshots, **new}
            self._uncover()
            self.data_changed.emit(frozenset(new))

    def forget(self, feeds: frozenset[Feed]) -> None:
        """Let go of the data of feeds that nothing shows."""
        self.snapshots = {feed: snapshot for feed, snapshot in self.snapshots.items() if feed not in feeds}
        self._uncover()

    def take_unplayed(self, found: tuple[tuple[str, Finding], ...]) -> None:
        """Go on with what cannot be played of the slide shown: a problem as those of the deck are."""
        if found != self.unplayed:
            self.unplayed = found
            self.deck_changed.emit()

    def take_own_problems(self, found: tuple[Problem, ...]) -> None:
        """Go on with what is wrong with the user's own files now."""
        if found != self.own_problems:
            self.own_problems = found
            self.deck_changed.emit()

    def _enters(self, old: ShowState, new: ShowState) -> bool:
        """Whether the deck that waits does so with this change. It is the present one then, and the state is in it."""
        waiting, before = self.waiting, self.deck
        if waiting is None or not self.between(old, new):
            return False
        self.loaded, self.waiting = waiting, None
        self.state = command_of("reload")(old, waiting.deck, self.now(), old=before)
        return True

    def _tell(self, old: ShowState, new: ShowState) -> None:
        """Emit `changed`, after those that are still being told: a listener may be the one who made this change."""
        self._untold.append((old, new))
        if len(self._untold) > 1:
            return
        try:
            while self._untold:
                self.changed.emit(*self._untold[0])
                del self._untold[0]
        finally:
            self._untold.clear()

    def _uncover(self) -> None:
        """Let the audience see the present data, unless it is frozen."""
        if self.state.frozen or self.seen is self.snapshots:
            return
        now = self.now()
        fresh = (feed for feed, snapshot in self.snapshots.items() if self.seen.get(feed) is not snapshot)
        self.arrived = {**self.arrived, **dict.fromkeys(fresh, now)}
        self.seen = self.snapshots

    def need(self, *slides: str) -> bool:
        """Read these slides now if they are still to be read; whether any was."""
        pending = tuple(slide for slide in slides if slide in self.deck.pending)
        if pending:
            self.loaded = with_slides(self.loaded, pending)
            self.deck_changed.emit()
        return bool(pending)

    def _run(self, command: Command, args: dict[str, Any]) -> ShowState:
        """The command, again while the place it leads to had yet to be read: it may have steps, or be broken; and
        where it leads to other guests, in the deck made out for them.
        """
        args = {want: self.offers[want]() for want in command.wants if want in self.offers} | args
        while True:
            new = command(self.state, self.deck, self.now(), **args)
            if self._receive(new.guests):
                continue
            if not self.need(new.at.slide, new.shown.slide):
                return new

    def _receive(self, guests: str) -> bool:
        """Have the deck made out for the visit of that id, as a show that is resumed wants it; whether it was not."""
        visit = self.deck.visit
        if guests == (visit.id if visit else "") or guests in self._strangers:
            return False
        from jn_presenter.load.making_out import with_visit  # a show without a visit does not pay for it

        try:
            self.loaded = with_visit(self.loaded, guests)
        except DeckError as error:
            log.warning("%s / %s", error.message.zh, error.message.en)
            self._strangers.add(guests)
            return False
        self.deck_changed.emit()
        return True

    def neighbours(self) -> tuple[str, ...]:
        """The slides before and after the present one in the show."""
        chosen = choice(self.state, self.deck)
        here = self.state.at.slide
        return tuple(slide for slide in (chosen.after(here), chosen.before(here)) if slide is not None)


def command_of(name: str) -> Command:
    """The command of that name. None is called before the first slide is up, which so need not wait for all of them."""
    from jn_presenter.show.commands import COMMANDS

    return COMMANDS[name]
