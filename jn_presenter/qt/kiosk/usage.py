"""Counts what a kiosk is used for and has it written down once a minute, on a thread: the show waits for no disk."""

from pathlib import Path
from queue import SimpleQueue
from threading import Thread

from PySide6.QtCore import QObject, QTimer

from jn_presenter.qt.kiosk.opening import Wall, wall
from jn_presenter.qt.store import Store
from jn_presenter.show.kiosk.usage import Meter, Tally, begun, counted, is_over, run
from jn_presenter.show.state import ShowState

WRITE_MS = 60_000
LEAVE_S = 0.4
"""How long the end of a show waits for its last minute to be written."""
MOST_QUEUED = 10
"""Where a disk does not answer, what is counted stays with the counting."""


class Usage(QObject):
    """From `begin` on. folder: the kiosk's own. What is lost when the power goes is a minute at most."""

    def __init__(self, store: Store, folder: Path, wall: Wall = wall) -> None:
        super().__init__(store)
        self._store, self._folder, self._wall = store, folder, wall
        self._meter = Meter(0.0)
        self._day = "1970-01-01"
        self._tallies: SimpleQueue[tuple[str, Tally] | None] = SimpleQueue()
        self._thread = Thread(target=self._write, name="usage", daemon=True)
        self._timer = QTimer(self, interval=WRITE_MS)
        self._timer.timeout.connect(self.flush)

    def begin(self) -> None:
        """Count from now on."""
        self._meter = begun(self._store.state, self._store.now())
        self._store.changed.connect(self._on_changed)
        self._timer.start()

    def stop(self) -> None:
        """Count no more, and have the rest written if that does not take long."""
        if not self._timer.isActive():
            return
        self._timer.stop()
        self._store.changed.disconnect(self._on_changed)
        self.flush()
        self._tallies.put(None)
        self._thread.join(LEAVE_S)

    def flush(self) -> None:
        """Have what was counted so far written, under the day that it is by now."""
        now = self._store.now()
        self._meter = run(self._meter, self._store.state, now)
        if self._tallies.qsize() >= MOST_QUEUED:
            return
        at = self._wall()
        self._day = at.date().isoformat() if at is not None else self._day
        self._tallies.put((self._day, self._meter.tally))
        if self._thread.ident is None:
            self._thread.start()
        self._meter = Meter(now)

    def _on_changed(self, old: ShowState, new: ShowState) -> None:
        self._meter = counted(self._meter, old, new, self._store.now())
        if is_over(old, new):
            self.flush()

    def _write(self) -> None:
        from jn_presenter.usage_file import NAME, UsageFile  # SQLite is loaded here, after the first slide

        file = UsageFile(self._folder / NAME)
        while (batch := self._tallies.get()) is not None:
            file.keep(*batch)
