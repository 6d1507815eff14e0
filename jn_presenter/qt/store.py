"""The one place that holds a show: its deck and its state. Everything that happens is a command dispatched here."""

import logging
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from jn_presenter.load import Loaded, with_slides
from jn_presenter.model.deck import Deck
from jn_presenter.qt.clock import monotonic_ms
from jn_presenter.show.commands import COMMANDS
from jn_presenter.show.state import ShowState
from jn_presenter.show.travel import choice

log = logging.getLogger(__name__)


class Store(QObject):
    """Holds deck and state; windows read them, send commands, and redraw from `changed`."""

    changed = Signal(object, object)
    """(old, new) ShowState; the same object twice where only the deck changed."""
    deck_changed = Signal()
    """The deck or its problems are others than before; emitted ahead of `changed`."""

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

    @property
    def deck(self) -> Deck:
        return self.loaded.deck

    def dispatch(self, name: str, **args: Any) -> None:
        """Run a command on the present state. Unknown names raise KeyError: they are mistakes of ours."""
        old = self.state
        new = self._run(name, args)
        if new is not old:
            log.debug("%s: %s step %d", name, new.at.slide, new.at.step)
            self.state = new
            self.changed.emit(old, new)

    def take(self, loaded: Loaded) -> None:
        """Go on with a deck read anew or further; the place survives."""
        old_deck, self.loaded = self.deck, loaded
        old = self.state
        if loaded.deck is not old_deck:
            self.state = COMMANDS["reload"](old, loaded.deck, self.now(), old=old_deck)
        self.deck_changed.emit()
        self.changed.emit(old, self.state)

    def need(self, *slides: str) -> bool:
        """Read these slides now if they are still to be read; whether any was."""
        pending = tuple(slide for slide in slides if slide in self.deck.pending)
        if pending:
            self.loaded = with_slides(self.loaded, pending)
            self.deck_changed.emit()
        return bool(pending)

    def _run(self, name: str, args: dict[str, Any]) -> ShowState:
        """The command, again while the place it leads to had yet to be read: it may have steps, or be broken."""
        while True:
            new = COMMANDS[name](self.state, self.deck, self.now(), **args)
            if not self.need(new.at.slide, new.shown.slide):
                return new

    def neighbours(self) -> tuple[str, ...]:
        """The slides before and after the present one in the show."""
        chosen = choice(self.state, self.deck)
        here = self.state.at.slide
        return tuple(slide for slide in (chosen.after(here), chosen.before(here)) if slide is not None)
