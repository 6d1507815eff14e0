"""One thing done off the GUI thread that touches nothing of Qt, as writing files: the show waits for no disk."""

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

LOOK_MS = 20


class Errand(QObject):
    """Runs a job in a thread and tells what came of it. The program does not end before it is done.

    look_ms: between two looks at whether it is done.
    """

    done = Signal(object)
    """What the job returned."""

    def __init__(self, parent: QObject, look_ms: int = LOOK_MS) -> None:
        super().__init__(parent)
        self._thread: threading.Thread | None = None
        self._results: list[object] = []
        self._look = QTimer(self, interval=look_ms)
        self._look.timeout.connect(self._take)

    @property
    def busy(self) -> bool:
        return self._thread is not None

    def run(self, job: Callable[[], object]) -> None:
        """Have the job done, unless another one is under way."""
        if self._thread is None:
            self._thread = threading.Thread(target=lambda: self._results.append(job()), name="errand")
            self._thread.start()
            self._look.start()

    def wait(self) -> None:
        """Until what is under way is done; what came of it is not told any more."""
        self._look.stop()
        if self._thread is not None:
            self._thread.join()

    def _take(self) -> None:
        if self._thread is None or self._thread.is_alive():
            return
        self._look.stop()
        self._thread = None
        results, self._results = self._results, []
        for result in results:
            self.done.emit(result)
