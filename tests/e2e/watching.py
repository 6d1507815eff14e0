"""Somebody who looks at a monitor without a break, as an audience does, while a test does something else."""

from threading import Event, Thread
from types import TracebackType

from tests.e2e.desk import Monitor
from tests.e2e.spectator import Colour, Spectator


class Watching:
    """A context manager: whether any pixel of the monitor has had the colour, at any look since it was entered."""

    def __init__(self, display: str, monitor: Monitor, colour: Colour) -> None:
        self.looks = 0
        self.seen = False
        self._eyes = Spectator(display)
        self._monitor, self._colour = monitor, colour
        self._over = Event()
        self._thread = Thread(target=self._watch)

    def __enter__(self) -> "Watching":
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        self._thread.join()
        self._eyes.close()

    def _watch(self) -> None:
        while not self._over.is_set():
            self.seen = self._eyes.has(self._monitor, self._colour) or self.seen
            self.looks += 1
