"""Never lost: the show is written down as it goes on, and what a power cut has ended is offered at the next start."""

import logging
import threading
import time
from collections.abc import Callable
from pathlib import Path

from msgspec import structs
from PySide6.QtCore import QObject, Qt, Signal

from jn_presenter.load import DeckError
from jn_presenter.model.daytime import HOUR_MS
from jn_presenter.model.deck import Deck
from jn_presenter.model.options import PresentOptions
from jn_presenter.qt.journal_file import BEAT_MS, Instant, journal_path
from jn_presenter.qt.recorder import Found, Recorder
from jn_presenter.qt.store import Store
from jn_presenter.qt.visit_file import VisitFile
from jn_presenter.show.journal import Entry, restored
from jn_presenter.show.state import ShowState

log = logging.getLogger(__name__)
WORTH_MS = 12 * HOUR_MS
"""A show that ended longer ago is of another day."""
SETTLE_S = 0.05
"""A burst of changes is written once, and not while the audience's picture is painted."""
LEAVE_S = 2.0
"""How long the end of the program waits for a disk that does not answer."""

Latest = tuple[ShowState, Deck, int]


def journal(store: Store, options: PresentOptions, start: ShowState) -> "Journal":
    """The journal of a show as the options want it; its log has the titles in the console's language."""
    visit = VisitFile(options.console_language) if options.logged else None
    return Journal(store, Recorder(journal_path(options.deck), visit, offering=not options.fresh), start)


class Journal(QObject):
    """Follows the store; all reading and writing is the recorder's, on a thread, so that no key waits for a disk.

    While it is open whether an earlier show is to go on, nothing is written: a second power cut loses it neither.
    `start`: what it begins with, which alone is not worth a question. `wall`: seconds since 1970.
    """

    _found = Signal(object)

    def __init__(
        self, store: Store, recorder: Recorder, start: ShowState, wall: Callable[[], float] = time.time
    ) -> None:
        super().__init__(store)
        self._store, self._recorder, self._start, self._wall = store, recorder, start, wall
        self._latest: Latest | None = None
        """What is to be written, with its chapter: the latest alone. None before anything is."""
        self._chapter = 0
        self._looked = False
        self._thread: threading.Thread | None = None
        self._wake, self._ended = threading.Event(), threading.Event()
        self._found.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def begin(self) -> None:
        """Look for an earlier show, and write this one down from now on."""
        self._store.changed.connect(self._on_changed)
        begun = self._instant((self._start, self._store.deck, self._chapter))
        self._thread = threading.Thread(target=self._work, args=(begun,), name="journal", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """The show has come to its end, so that there is nothing to go on with; its log is whole then."""
        self._ended.set()
        self._wake.set()
        if self._thread is not None:
            self._thread.join(LEAVE_S)

    @property
    def log_path(self) -> Path | None:
        """Where the log of the visit is, None where there is none."""
        return self._recorder.log_path

    def _on_changed(self, old: ShowState, new: ShowState) -> None:
        if new.offered is not None or not self._looked:
            return
        if old.offered is not None:
            self._chapter += 1
        self._latest = (new, self._store.deck, self._chapter)
        self._wake.set()

    def _take(self, found: Found) -> None:
        """Offer what was found if it is worth it."""
        self._looked = True
        store, now, wall_ms = self._store, self._store.now(), self._wall() * 1000.0
        kept, torn = found.last.entry, found.last.torn
        if torn:
            log.warning("上次放映的记录有损坏 / the record of the last show is damaged")
        if kept is not None and wall_ms - kept.wall_ms <= WORTH_MS:
            store.need(kept.shown.slide)
            kept, deck = self._received(kept)
            try:
                show = restored(kept, deck, now, wall_ms, animate=store.state.animate)
            except ValueError:
                log.warning("上次放映的页面都不在了 / no slide of the last show is left")
            else:
                store.dispatch("offer", kept=show, torn=torn)
                return
        elif kept is None and torn and wall_ms - found.written_ms <= WORTH_MS:
            store.dispatch("offer", kept=None, torn=True)
        self._on_changed(store.state, store.state)

    def _received(self, kept: Entry) -> tuple[Entry, Deck]:
        """The deck of that show, made out for the guests that it had, where their visit is still there."""
        deck = self._store.deck
        if kept.guests == (deck.visit.id if deck.visit else ""):
            return kept, deck
        from jn_presenter.load.making_out import with_visit  # a show without a visit does not pay for it

        try:
            return kept, with_visit(self._store.loaded, kept.guests).deck
        except DeckError as error:
            log.warning("%s / %s", error.message.zh, error.message.en)
            return structs.replace(kept, guests=deck.visit.id if deck.visit else ""), deck

    def _instant(self, latest: Latest) -> Instant:
        state, deck, chapter = latest
        return Instant(state, deck, self._store.now(), self._wall() * 1000.0, chapter)

    def _work(self, begun: Instant) -> None:
        self._found.emit(self._recorder.open(begun))
        while not self._ended.is_set():
            if self._wake.wait(BEAT_MS / 1000.0):
                self._wake.clear()
                self._ended.wait(SETTLE_S)
            latest = self._latest
            if latest is not None and not self._ended.is_set():
                self._recorder.keep(self._instant(latest))
        latest = self._latest
        self._recorder.close(self._instant(latest) if latest is not None else None)
