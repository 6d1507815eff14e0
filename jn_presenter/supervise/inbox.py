"""What the show has said since the supervisor looked last: the newest of each kind, however much was said."""

from contextlib import suppress
from queue import Empty, SimpleQueue
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


class Inbox:
    """Filled by the threads that read, emptied by the supervisor."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._heard = Heard()
        self._bell: SimpleQueue[None] = SimpleQueue()

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
        """Wake the supervisor; a signal's handler may do this too."""
        if self._bell.empty():
            self._bell.put(None)

    def wait(self, seconds: float) -> None:
        """Wait so long, or until somebody rings."""
        with suppress(Empty):
            self._bell.get(timeout=seconds)
