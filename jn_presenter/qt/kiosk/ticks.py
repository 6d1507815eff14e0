"""The one timer of a kiosk: it waits for what is due next and has it happen."""

import math

from PySide6.QtCore import QObject, Qt, QTimer

from jn_presenter.qt.store import Store
from jn_presenter.show.kiosk.ticking import due_ms

MOST_MS = 60_000
"""Looked at once a minute even where nothing is due: a timer that was lost must not leave a kiosk standing."""


class Ticks(QObject):
    """Dispatches `kiosk-tick` when it is due."""

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self._store = store
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._begun = False

    def begin(self) -> None:
        """From now on."""
        self._begun = True
        self._store.changed.connect(self._wait)
        self._wait()

    def stop(self) -> None:
        """No further tick."""
        if self._begun:
            self._store.changed.disconnect(self._wait)
        self._timer.stop()

    def _tick(self) -> None:
        try:
            self._store.dispatch("kiosk-tick")
        finally:
            self._wait()  # a slide that cannot be drawn is not the last one

    def _wait(self) -> None:
        due = due_ms(self._store.state, self._store.deck)
        left = MOST_MS if due is None else min(MOST_MS, max(0, math.ceil(due - self._store.now())))
        self._timer.start(left)
