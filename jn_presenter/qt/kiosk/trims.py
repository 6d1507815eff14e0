"""Gives the memory of a visit back to the system: what one that went everywhere took is not kept for weeks."""

from PySide6.QtCore import QObject, QTimer

from jn_presenter.qt import heap
from jn_presenter.qt.store import Store
from jn_presenter.show.state import ShowState

AFTER_MS = 3000
"""From the end of a visit: the motion into the loop is over by then, and its slide still stands."""


class Trims(QObject):
    """From `begin` on."""

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self._store = store
        self._timer = QTimer(self, singleShot=True, interval=AFTER_MS)
        self._timer.timeout.connect(self.trim)

    def begin(self) -> None:
        """Wait for the end of visits."""
        self._store.changed.connect(self._on_changed)

    def stop(self) -> None:
        """Nothing is given back any more."""
        self._timer.stop()

    def trim(self) -> None:
        """Now, which takes some ms."""
        heap.trim()

    def _on_changed(self, old: ShowState, new: ShowState) -> None:
        loops = [state.kiosk is not None and state.kiosk.phase == "loop" for state in (old, new)]
        if not loops[1]:
            self._timer.stop()
        elif not loops[0]:
            self._timer.start()
