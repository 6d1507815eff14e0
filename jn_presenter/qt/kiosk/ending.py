"""What may end a kiosk besides its staff: the system, by a signal or by the end of the user's session."""

import signal
import socket
from collections.abc import Callable
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, QTimer
from PySide6.QtGui import QGuiApplication, QSessionManager

from jn_presenter.qt.clock import monotonic_ms

SIGNALS = (signal.SIGTERM, signal.SIGINT)
SESSION_MS = 30_000.0
"""How long windows may be closed once the session has said that it ends: the user may think better of it."""


class Ending(QObject):
    """From `begin` on a signal ends the event loop with the exit code that shells give it, 128 and its number."""

    def __init__(
        self,
        application: QGuiApplication,
        *,
        now: Callable[[], float] = monotonic_ms,
        leave: Callable[[int], object] = QGuiApplication.exit,
    ) -> None:
        super().__init__(application)
        self._now, self._leave = now, leave
        self._until_ms = 0.0
        application.commitDataRequest.connect(self._session_ends)
        self._before: dict[signal.Signals, object] = {}
        self._ends: tuple[socket.socket, ...] = ()

    def begin(self) -> None:
        """Python's own handlers run when Python does, which an idle event loop has no reason for: a byte wakes it."""
        wake, woken = self._ends = socket.socketpair()
        for end in self._ends:
            end.setblocking(False)
        self._notifier = QSocketNotifier(woken.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(lambda: woken.recv(64))
        signal.set_wakeup_fd(wake.fileno(), warn_on_full_buffer=False)
        for one in SIGNALS:
            self._before[one] = signal.signal(one, self._signalled)

    def stop(self) -> None:
        """Signals are what they were before."""
        if not self._before:
            return
        signal.set_wakeup_fd(-1)
        for one, before in self._before.items():
            signal.signal(one, before)  # type: ignore[arg-type]
        self._before.clear()
        self._notifier.setEnabled(False)
        for end in self._ends:
            end.close()

    def asked(self) -> bool:
        """Whether the session ends, so that its manager may close windows."""
        return self._now() < self._until_ms

    def _signalled(self, number: int, _frame: FrameType | None) -> None:
        QTimer.singleShot(0, self, lambda: self._leave(128 + number))  # in the loop, which may have yet to begin

    def _session_ends(self, manager: QSessionManager) -> None:
        manager.setRestartHint(QSessionManager.RestartHint.RestartNever)  # its supervisor starts it
        self._until_ms = self._now() + SESSION_MS
