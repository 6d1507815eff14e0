"""A lock that the system itself lets go of when its program ends, however it ends."""

import os
import sys
from pathlib import Path


class Lock:
    """Held by one program at a time. `path`: a file for it, in a folder that is there."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle: int | None = None

    def take(self) -> bool:
        """Whether it is ours now; not where another program has it. Where nothing can be locked there is no other.

        Raises OSError where there can be no such file.
        """
        handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _lock(handle)
        except BlockingIOError:
            os.close(handle)
            return False
        except OSError:
            pass  # some network drives know no locks
        self._handle = handle
        return True

    def release(self) -> None:
        """Let go of it, if it is ours."""
        handle, self._handle = self._handle, None
        if handle is not None:
            self._path.unlink(missing_ok=True)
            os.close(handle)


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except PermissionError as error:
            raise BlockingIOError from error
else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
