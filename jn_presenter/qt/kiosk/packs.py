"""Packs of content while a kiosk runs: looked for and taken off the GUI thread, shown where nobody is in the middle."""

import logging
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event, Thread

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from jn_presenter.model.kiosk import Packs as Source
from jn_presenter.packs.errand import TAKEN, Job, Outcome
from jn_presenter.packs.looking import Looking, packs_in
from jn_presenter.packs.telling import NO_NEWS, tell
from jn_presenter.qt.kiosk.beat import Say
from jn_presenter.qt.store import Store
from jn_presenter.show.kiosk.loop import loop_of
from jn_presenter.show.kiosk.resume import NEW_DECK
from jn_presenter.show.state import ShowState

log = logging.getLogger(__name__)
LOOK_S = 3.0
"""Between two looks at the folders; a pack that is being copied changes between them."""
HEAR_MS = 250
AGAIN = frozenset({"busy"})
"""Another process takes a pack at the moment."""

Take = Callable[[Job], list[Outcome]]


class Packs(QObject):
    """Once a newer deck was taken the show ends, for its supervisor to start it with that one.

    store: of the show; None where a plain page is shown, which nobody misses. look_s: see LOOK_S. leave: ends the event
    loop whatever the windows say, which refuse to be closed.
    """

    def __init__(
        self,
        source: Source,
        folder: Path,
        take: Take,
        store: Store | None,
        say: Say,
        *,
        look_s: float = LOOK_S,
        leave: Callable[[], object] = QApplication.exit,
    ) -> None:
        super().__init__()
        self._source, self._folder, self._take = source, folder, take
        self._store, self._say, self._look_s, self._leave = store, say, look_s, leave
        self._outcomes: SimpleQueue[Outcome] = SimpleQueue()
        self._ended = Event()
        self._waits = False
        self._timer = QTimer(self, interval=HEAR_MS)
        self._timer.timeout.connect(self._hear)

    def begin(self) -> None:
        """Look from now on."""
        if self._store is not None:
            self._store.changed.connect(self._on_changed)
        Thread(target=self._look, name="packs", daemon=True).start()
        self._timer.start()

    def end(self) -> None:
        """Take no more notice; what a stick that hangs holds up is not waited for."""
        self._ended.set()
        self._timer.stop()

    def _look(self) -> None:
        """In the thread: until a deck was taken, for the one on the screen has to stay on the disk."""
        looking, taken = Looking(), False
        while not taken and not self._ended.wait(self._look_s):
            due = looking.due(packs_in(self._source.folders))
            if not due:
                continue
            files = tuple(seen.path for seen in due)
            outcomes = self._take(Job(files, str(self._folder), self._source.key))
            again = {outcome.file for outcome in outcomes if outcome.code in AGAIN}
            looking.tried(seen for seen in due if seen.path not in again)
            for outcome in outcomes:
                tell(self._folder, outcome, time.time())
                self._outcomes.put(outcome)
                taken = taken or outcome.code == TAKEN

    def _hear(self) -> None:
        with suppress(Empty):
            while True:
                outcome = self._outcomes.get_nowait()
                if outcome.code not in NO_NEWS:
                    message, level = outcome.message, logging.INFO if outcome.code == TAKEN else logging.WARNING
                    log.log(level, "%s: %s / %s", Path(outcome.file).name, message.en, message.zh)
                self._waits = self._waits or outcome.code == TAKEN
        if self._waits and (self._store is None or _is_unseen(self._store)):
            self._go()

    def _on_changed(self, old: ShowState, new: ShowState) -> None:
        """Between two slides of the loop, and as soon as a visitor's things are put away."""
        if self._waits and _is_loop(new) and old.shown.slide != new.shown.slide:
            self._go()

    def _go(self) -> None:
        self.end()
        self._waits = False
        self._say(NEW_DECK)
        self._leave()


def _is_loop(state: ShowState) -> bool:
    return state.kiosk is not None and state.kiosk.phase == "loop" and not state.kiosk.staff


def _is_unseen(store: Store) -> bool:
    """Whether nothing is shown, or nothing else ever: a loop of one slide."""
    stand = store.state.kiosk
    if stand is not None and stand.phase == "closed":
        return True
    return stand is not None and _is_loop(store.state) and len(loop_of(store.deck, stand)) == 1
