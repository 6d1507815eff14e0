"""Keeps the machine and its screens awake while a show runs."""

import logging
import threading

log = logging.getLogger(__name__)
LEAVE_S = 2.0


class Awake:
    """Holds a sleep inhibitor from `start` to `stop`.

    All of it happens on a thread of its own: importing wakepy and asking a desktop's bus take a tenth of a second or,
    where nobody answers, much longer; and wakepy wants to be left by the thread that entered it.
    """

    def __init__(self) -> None:
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._hold, name="awake", daemon=True)
        self.method = ""
        """How sleep is held off, once it is; for the console and the tests."""
        self.settled = threading.Event()

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Let the machine sleep again; waits for the desktop to be told, but not for ever."""
        self._over.set()
        if self._thread.is_alive():
            self._thread.join(LEAVE_S)

    def _hold(self) -> None:
        from wakepy import keep

        with keep.presenting(on_fail="pass") as mode:
            self.method = mode.method.name if mode.active and mode.method else ""
            log.info("sleep is held off by %s", self.method or "nothing: the desktop offers no way")
            self.settled.set()
            self._over.wait()
