"""What the supervisor needs of the machine, as one thing that tests can make up: time, processes, and waiting."""

import time
from collections.abc import Callable, Sequence
from typing import Protocol

from jn_presenter.supervise.child import Child
from jn_presenter.supervise.inbox import Bell, Heard, Inbox


class Running(Protocol):
    """A show that was started."""

    pid: int

    def exit_code(self) -> int | None: ...

    def end(self, grace_s: float) -> bool: ...

    def close(self) -> None: ...


class World(Protocol):
    """The machine around the supervisor."""

    def now(self) -> float:
        """Seconds of a clock that never goes back."""

    def wall(self) -> float:
        """Seconds since 1970, as the machine thinks."""

    def wait(self, seconds: float) -> None:
        """So long, or until something happens."""

    def wake(self) -> None:
        """End the waiting; a signal's handler may call it."""

    def heard(self) -> Heard:
        """What the show has said."""

    def start(self, arguments: Sequence[str]) -> Running:
        """Start the show. Raises OSError."""


class Machine:
    """The real one. command: what runs the program; log: takes the show's words, line by line, in a thread."""

    def __init__(self, command: Sequence[str], log: Callable[[bytes], object]) -> None:
        self._command, self._log = command, log
        self._bell = Bell()
        self._inbox = Inbox(self._bell)

    def now(self) -> float:
        return time.monotonic()

    def wall(self) -> float:
        return time.time()

    def wait(self, seconds: float) -> None:
        self._bell.wait(seconds)

    def wake(self) -> None:
        self._bell.ring()

    def heard(self) -> Heard:
        return self._inbox.take()

    def start(self, arguments: Sequence[str]) -> Running:
        self._inbox = Inbox(self._bell)  # what a reader of the last show still says is not this one's
        return Child([*self._command, *arguments], self._inbox, self._log)
