"""Python's cyclic garbage, collected by the GUI thread alone.

Left to itself Python collects in whichever thread happens to allocate. A window, a timer or a watcher of files that is
part of a cycle would then be destroyed in the thread that reads a deck, which Qt does not bear: the program crashes.
"""

import gc
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

LOOK_MS = 500
YOUNG = 2_000
"""Objects more than at the last collection, from which on the youngest are looked through."""
OLDER = 10
"""Collections of the youngest, or of those that survived them, per one of the generation above (Python's own)."""
LATE = 4
"""Full collections that were due and put off because something moved, after which one is done all the same."""


def due(counts: tuple[int, int, int], late: int = 0, *, moving: bool = False) -> int:
    """The generation to collect, -1 for none. counts: of `gc.get_count()`; late: how often a full one was put off."""
    young, older, oldest = counts
    if young < YOUNG:
        return -1
    if older < OLDER:
        return 0
    if oldest < OLDER:
        return 1
    return 1 if moving and late < LATE else 2


class Garbage(QObject):
    """Takes the collector over from `begin` to `stop`. moving: whether a full collection would make a frame late."""

    def __init__(self, moving: Callable[[], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._moving = moving
        self._late = 0
        self._was = gc.isenabled()
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self.look)

    def begin(self) -> None:
        """To be called before the first other thread starts."""
        self._was = gc.isenabled()
        gc.disable()
        self._look.start()

    def stop(self) -> None:
        """Give the collector back as it was."""
        self._look.stop()
        if self._was:
            gc.enable()

    def look(self) -> None:
        """Collect what is due."""
        counts = gc.get_count()
        generation = due(counts, self._late, moving=self._moving())
        if generation < 0:
            return
        put_off = generation == 1 and counts[2] >= OLDER
        self._late = self._late + 1 if put_off else 0
        gc.collect(generation)
