"""Files that a power cut leaves either as they were or as they were to be, and reading small ones back."""

import errno
import os
import stat
import sys
from contextlib import suppress
from pathlib import Path


def read(path: Path, most: int) -> bytes:
    """A small file whole. Raises OSError, also for more than `most` bytes, and for a pipe, which may never end."""
    with os.fdopen(os.open(path, os.O_RDONLY | _BINARY | getattr(os, "O_NONBLOCK", 0)), "rb") as stream:
        if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(path))
        content = stream.read(most + 1)
    if len(content) > most:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), str(path))
    return content


def replace(path: Path, content: bytes, mode: int = 0o666, *, alike: bool = False) -> None:
    """The content as a whole file in place of what is there; it is on the disk before it takes that place.

    mode: who may read and write it, less the user's umask. alike: it gets the permissions of the file that is there
    instead, and its owner where that may be given. Raises OSError.
    """
    before = path.stat() if alike else None
    part = _part_of(path)
    part.unlink(missing_ok=True)  # of a program that was killed; with another mode perhaps
    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, mode), "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        if before is not None:
            if sys.platform != "win32" and os.geteuid() == 0:
                os.chown(part, before.st_uid, before.st_gid)
            part.chmod(stat.S_IMODE(before.st_mode))
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    settle_names(path.parent)


def _part_of(path: Path) -> Path:
    """Where the content stands until it is whole; a name as long as names can be leaves no room for more signs."""
    name = path.name if len(os.fsencode(path.name)) <= LONGEST_NAME else path.name[:SHORT_NAME]
    return path.with_name(f".{name}.part")


def append(path: Path, content: bytes) -> None:
    """The content at the end of a file that is there; it is on the disk then. Raises OSError, and part of it may be."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_APPEND | _BINARY), "ab") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def settle_names(folder: Path) -> None:
    """Have the folder's names on the disk too, where that can be asked for: some network drives know no such thing.

    The file has its place by now, so that this is no failure.
    """
    if sys.platform != "win32":
        with suppress(OSError):
            handle = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)


LONGEST_NAME, SHORT_NAME = 240, 40
"""Bytes of a name that has room for an ending, and the signs that are kept of a longer one."""
_BINARY: int = getattr(os, "O_BINARY", 0)
