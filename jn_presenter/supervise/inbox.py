"""What the show has said since the supervisor looked last: the newest of each kind, however much was said."""

import select
import socket
from contextlib import suppress
from threading import Lock
from typing import NamedTuple

from jn_presenter.supervise.protocol import Beat, Bye, Content, Going, Good, Said


class Heard(NamedTuple):
    """All that is new."""

    beat: Beat | None = None
    going: Going | None = None
    """Where this came after the beat."""
    good: Good | None = None
    content: Content | None = None
    bye: Bye | None = None


class Bell:
    """Wakes whoever waits, from a thread or from a signal's handler.

    A socket and not a lock: up to Python 3.10 locks wait by the clock on the wall, and where that is put back by an
    hour, they wait an hour longer.
    """

    def __init__(self) -> None:
        self._rope, self._clapper = socket.socketpair()
        self._rope.setblocking(False)
        self._clapper.setblocking(False)

    def ring(self) -> None:
        """End the waiting, or the next one."""
        with suppress(OSError):  # it has been rung very often already
            self._rope.send(b"!")

    def wait(self, seconds: float) -> None:
        """Wait so long, or until somebody rings."""
        if select.select((self._clapper,), (), (), seconds)[0]:
            with suppress(OSError):
                self._clapper.recv(4096)

    def __del__(self) -> None:
        self._rope.close()
        self._clapper.close()


class Inbox:
    """Filled by the threads that read, emptied by the supervisor."""

    def __init__(self, bell: Bell) -> None:
        self._lock = Lock()
        self._heard = Heard()
        self._bell = bell

    def put(self, said: Said) -> None:
        """Keep it, and wake the supervisor where it has to act; a beat can wait for its next look."""
        with self._lock:
            if isinstance(said, Beat):
                self._heard = self._heard._replace(beat=said, going=None)
            elif isinstance(said, Going):
                self._heard = self._heard._replace(going=said)
            elif isinstance(said, Good):
                self._heard = self._heard._replace(good=said)
            elif isinstance(said, Content):
                self._heard = self._heard._replace(content=said)
            else:
                self._heard = self._heard._replace(bye=said)

    def take(self) -> Heard:
        """What is new; it is taken out."""
        with self._lock:
            heard, self._heard = self._heard, Heard()
        return heard

    def ring(self) -> None:
        """Wake the supervisor."""
        self._bell.ring()
