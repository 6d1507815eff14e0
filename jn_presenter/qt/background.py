"""Work on the deck off the GUI thread: reading the slides that are left, and reading changed files anew."""

import logging
import queue
import threading
from collections.abc import Callable
from typing import Protocol

from msgspec import Struct
from PySide6.QtCore import QObject, Qt, Signal

from jn_presenter.load import Loaded
from jn_presenter.qt.store import Store

log = logging.getLogger(__name__)
LEAVE_S = 2.0

Job = Callable[[Loaded], Loaded]


class Holder(Protocol):
    """Whoever has the deck that is worked on: the store, or what stands between it and the files."""

    @property
    def loaded(self) -> Loaded: ...

    def take(self, loaded: Loaded) -> None:
        """Go on with this."""


class _Done(Struct, frozen=True):
    job: Job
    base: Loaded
    result: Loaded


class Background(QObject):
    """Runs jobs one after the other; a job is a pure function from what is loaded to what is loaded then.

    Its result is taken only if nothing else was loaded meanwhile; else the job runs again on what there is now. So no
    lock is held, and a key never waits for a file.
    """

    idle = Signal()
    """Everything that was asked for is done and taken."""
    _done = Signal(object)

    def __init__(self, store: Store, holder: Holder | None = None) -> None:
        super().__init__(store)
        self._holder: Holder = store if holder is None else holder
        self._jobs: queue.SimpleQueue[tuple[Job, Loaded] | None] = queue.SimpleQueue()
        self._open = 0
        self._stopped = False
        self._thread = threading.Thread(target=self._work, name="deck", daemon=True)
        self._done.connect(self._take, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether anything that was asked for is not done yet."""
        return self._open > 0

    def run(self, job: Job) -> None:
        """Have the job done on the deck as it is by then; after the end, nothing."""
        if self._stopped:
            return
        if not self._thread.is_alive():
            self._thread.start()
        self._open += 1
        self._jobs.put((job, self._holder.loaded))

    def stop(self) -> None:
        """End the thread after the job it is at; not waiting for ever where a network drive does not answer.

        What is done by then is taken no more: there is no show for it.
        """
        self._stopped = True
        self._jobs.put(None)
        if self._thread.is_alive():
            self._thread.join(LEAVE_S)

    def _work(self) -> None:
        while (entry := self._jobs.get()) is not None:
            job, base = entry
            self._done.emit(_Done(job, base, _done(job, base)))

    def _take(self, done: _Done) -> None:
        if self._stopped:
            return
        self._open -= 1
        if done.base is not self._holder.loaded:
            self.run(done.job)
            return
        if done.result is not done.base:
            self._holder.take(done.result)
        if not self._open:
            self.idle.emit()


def _done(job: Job, base: Loaded) -> Loaded:
    """What the job makes of it; a mistake of ours costs that job, and not all that would be read after it."""
    try:
        return job(base)
    except Exception:  # whatever it is, the show goes on
        log.exception("the deck could not be read / 无法读取内容")
        return base
