"""One show a display: a second one brings the first to the front instead of covering it."""

import getpass
import logging
import os
from pathlib import Path
from zlib import adler32, crc32

from PySide6.QtCore import QDeadlineTimer, QDir, QLockFile, QObject, QThread, Signal

log = logging.getLogger(__name__)
ANSWER_MS = 2000
STARTING_MS, RETRY_MS = 10_000, 50
"""How long a show that holds the lock but cannot be reached may still be starting; how often it is asked."""
RAISE = b"raise\n"


def name_for(display: str) -> str:
    """A name that one user's shows on one display share; short, as socket paths end at 100 characters."""
    whole = f"{getpass.getuser()}|{display}".encode()
    return f"jn-presenter-{crc32(whole):08x}{adler32(whole):08x}"


def display_name() -> str:
    """What tells displays apart where a machine can have several; the same words elsewhere."""
    return os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY") or "the display"


class Single(QObject):
    """Holds the place of the one show on a display.

    The lock is a file, since that costs nothing at the start; the socket by which another start makes itself heard is
    opened once the first slide is up.
    """

    raised = Signal()
    """Another start asked for this show to come to the front."""

    def __init__(self, display: str) -> None:
        super().__init__()
        self._name = name_for(display)
        self._lock = QLockFile(str(Path(QDir.tempPath(), f"{self._name}.lock")))
        self._lock.setStaleLockTime(0)  # a show runs for weeks; QLockFile sees by itself whether its process lives
        self._server: QObject | None = None

    def first(self) -> bool:
        """Whether no other show is running. Where the lock cannot be written, there is none that we could know of."""
        return self._lock.tryLock(0) or self._lock.error() != QLockFile.LockError.LockFailedError

    def raise_other(self) -> bool:
        """Ask the running show to come to the front; whether it heard.

        One that was only just started is waited for; where it ends instead, its place is taken and the answer is no.
        """
        patience = QDeadlineTimer(STARTING_MS)
        while not self._ask():
            if patience.hasExpired() or self.first():
                return False
            QThread.msleep(RETRY_MS)
        return True

    def _ask(self) -> bool:
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(ANSWER_MS):
            return False
        socket.write(RAISE)
        return socket.waitForBytesWritten(ANSWER_MS)

    def listen(self) -> None:
        """Hear other starts from now on."""
        from PySide6.QtNetwork import QLocalServer

        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(self._name)  # left by a show that crashed: the lock says that we are the only one
        if not server.listen(self._name):
            log.info("other starts cannot be heard: %s", server.errorString())
            return
        server.newConnection.connect(self._on_connection)
        self._server = server

    def close(self) -> None:
        """Give the place up."""
        self._lock.unlock()

    def _on_connection(self) -> None:
        """Whoever connects wants the show in front; what it sends is not read."""
        from PySide6.QtNetwork import QLocalServer

        assert isinstance(self._server, QLocalServer)
        connection = self._server.nextPendingConnection()
        connection.disconnected.connect(connection.deleteLater)
        self.raised.emit()
