"""Whether somebody has mended the deck since it was tried last: a thread that nobody waits for looks at its files.

A folder of thousands of files costs a twentieth of a processor at most, and a network drive that hangs holds up the
looking alone.
"""

import os
from collections import deque
from collections.abc import Callable
from hashlib import blake2b
from itertools import islice
from threading import Condition, Thread
from time import monotonic
from typing import Protocol

LOOK_S = 1.5
"""Between two looks; files that are the same in both are quiet."""
REST = 19.0
"""How long it rests after a look, in units of what the look took."""
MOST = 20_000
"""Files and folders that are looked at, those nearest to the deck's own folder first."""


class Files(Protocol):
    """The files of a deck; neither method waits."""

    def tried(self) -> None:
        """The deck is about to be tried: whatever comes of it comes of the files as they are now."""

    def changed(self) -> bool:
        """Whether they are others since, and quiet again. To be asked again and again: it is looked only then."""


class Unwatched:
    """Files at which nobody looks."""

    def tried(self) -> None: ...

    def changed(self) -> bool:
        return False


class Mending:
    """Those of a folder, which may be another one each time it is asked for."""

    def __init__(self, folder: Callable[[], str], now: Callable[[], float] = monotonic) -> None:
        self._folder, self._now = folder, now
        self._more = Condition()
        self._begins = self._asked = self._changed = False
        self._rest_s = 0.0
        self._tried: bytes | None = None
        """What the files were like when the deck was tried; None while that is not known."""
        self._seen: bytes | None = None

    def begin(self) -> None:
        """Look from now on, in a thread."""
        Thread(target=self._work, name="mending", daemon=True).start()

    def tried(self) -> None:
        with self._more:
            self._begins, self._changed, self._tried = True, False, None
            self._more.notify_all()

    def changed(self) -> bool:
        with self._more:
            self._asked = True
            self._more.notify_all()
            return self._changed

    def look(self) -> None:
        """Look now, and find out how long to rest."""
        with self._more:
            begins, self._begins, self._asked = self._begins, False, False
        began = self._now()
        found = footprint(self._folder())
        took = self._now() - began
        with self._more:
            self._rest_s = self._now() + max(LOOK_S, REST * took)
            if begins:
                self._tried = found
            self._changed = found == self._seen and self._tried not in (None, found)
            self._seen = found

    def _work(self) -> None:
        while True:
            with self._more:
                while not (self._begins or (self._asked and self._now() >= self._rest_s)):
                    self._more.wait(self._rest_s - self._now() if self._asked else None)
            self.look()


def footprint(folder: str, most: int = MOST) -> bytes:
    """What tells the files of a folder from what they were: another one for other names, sizes or times.

    Hidden ones do not count: editors and version control leave theirs there. What cannot be read counts as that.
    """
    made, folders, left = blake2b(_line(folder), digest_size=16), deque([folder]), most
    while folders and left > 0:
        here = folders.popleft()
        try:
            with os.scandir(here) as found:
                entries = sorted(islice(found, left), key=lambda entry: entry.name)
        except OSError as error:
            made.update(_line(here, error.errno))
            continue
        left -= len(entries)
        for entry in entries:
            if entry.name.startswith("."):
                continue
            try:
                if entry.is_dir(follow_symlinks=False):
                    folders.append(entry.path)
                    continue
                stat = entry.stat()
            except OSError as error:
                made.update(_line(entry.path, error.errno))
                continue
            made.update(_line(entry.path, stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns))
    return made.digest()


def _line(path: str, *what: int | None) -> bytes:
    return f"{path}\0{what}\n".encode("utf-8", "surrogatepass")
