"""A lock that the system itself lets go of when its program ends, however it ends."""

import os
import sys
from contextlib import suppress
from pathlib import Path

MOST_TRIES = 10
"""Some network drives give a file another number each time it is looked at; elsewhere two are enough."""


class Lock:
    """Held by one program at a time. `path`: a file for it, in a folder that is there."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle: int | None = None

    def take(self) -> bool:
        """Whether it is ours now; not where another program has it. Where nothing can be locked there is no other.

        Raises OSError where there can be no such file.
        """
        for tries in range(MOST_TRIES):
            handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
            try:
                _lock(handle)
            except BlockingIOError:
                os.close(handle)
                return False
            except OSError:
                pass  # some network drives know no locks
            if self._names(handle) or tries == MOST_TRIES - 1:
                self._handle = handle
                return True
            os.close(handle)  # another show has just let go of it, and taken the file away
        return False

    def release(self) -> None:
        """Let go of it, if it is ours."""
        handle, self._handle = self._handle, None
        if handle is None:
            return
        if sys.platform == "win32":
            os.close(handle)  # what is open cannot be taken away there
        with suppress(OSError):
            self._path.unlink()
        if sys.platform != "win32":
            os.close(handle)

    def _names(self, handle: int) -> bool:
        """Whether the path still leads to the file that is open."""
        try:
            return os.path.samestat(os.fstat(handle), self._path.stat())
        except FileNotFoundError:
            return False


def is_held(path: Path) -> bool:
    """Whether a program has the lock of that file; it is asked even where nothing can be written."""
    try:
        handle = os.open(path, os.O_RDONLY)
    except OSError:
        return False
    try:
        _ask(handle)
    except BlockingIOError:
        return True
    except OSError:
        return False  # some network drives know no locks
    finally:
        os.close(handle)
    return False


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except PermissionError as error:
            raise BlockingIOError from error

    _ask = _lock
else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _ask(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
