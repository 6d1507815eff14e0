"""What ties the show of a kiosk to its supervisor: its ends of three pipes, and the stacks it leaves behind.

stdout takes the lines of the protocol alone, stderr all words for the log, and the end of stdin is the supervisor's.
"""

import faulthandler
import os
import sys
from collections.abc import Callable
from threading import Thread

STDIN, STDOUT, STDERR = 0, 1, 2
ORPHANED = 70
"""The exit code of a show whose supervisor is gone."""
START_S = 14.0
"""How long the first picture may take until the stacks are dumped; less than the supervisor waits."""
STILL_S = 2.5
"""The same between two beats."""


def hold(fd: int = STDIN, end: Callable[[int], object] = os._exit) -> Thread:
    """From now on this process ends with whoever holds the other end of the pipe, however that one ends.

    No clean-up: the program may hang, and its files outlive a power cut anyway.
    """

    def wait() -> None:
        try:
            while os.read(fd, 4096):
                pass
        except OSError:
            pass  # as good as its end
        end(ORPHANED)

    thread = Thread(target=wait, name="leash", daemon=True)
    thread.start()
    return thread


def speech() -> "Speech":
    """The pipe to the supervisor, which is stdout. Whatever else is printed there goes to stderr from now on."""
    sys.stdout.flush()
    fd = os.dup(STDOUT)
    os.dup2(STDERR, STDOUT)
    if sys.platform != "win32":
        os.set_blocking(fd, False)
    return Speech(fd, watch_on)


class Speech:
    """Says lines into a pipe and never waits: while nobody reads, they are dropped. spoken: called before each."""

    MOST = 4000
    """Bytes of a line: up to 4096 a pipe takes all of it or nothing."""

    def __init__(self, fd: int, spoken: Callable[[], object] = lambda: None) -> None:
        self._fd, self._spoken = fd, spoken

    def say(self, line: bytes) -> bool:
        """Whether the line is in the pipe; not one that is too long. It gets its end here."""
        self._spoken()
        if len(line) > self.MOST:
            return False
        try:
            os.write(self._fd, line + b"\n")
        except OSError:
            return False  # full, or nobody is there any more
        return True


def watch_start() -> None:
    """Stacks go to the log where the program crashes, or where its first picture does not come."""
    faulthandler.enable(STDERR)
    faulthandler.dump_traceback_later(START_S, file=STDERR)


def watch_on() -> None:
    """All is well; stacks go to the log where this is not called again before long."""
    faulthandler.dump_traceback_later(STILL_S, file=STDERR)
