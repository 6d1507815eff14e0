"""Files that are whole or as they were before: made in memory or aside, then put in their places."""

import errno
import os
from collections.abc import Iterable
from pathlib import Path
from shutil import rmtree

from jn_presenter import durable


def write(path: Path, content: bytes) -> None:
    """The content as a whole file; folders on the way are made. Raises OSError as `possible` does."""
    path = possible(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    durable.replace(path, content)


def write_all(folder: Path, files: Iterable[tuple[str, bytes]]) -> tuple[Path, ...]:
    """Names and contents as files of the folder, which is made; the files written.

    They take their places once all of them are there, so that an export that is stopped changes nothing. Files of other
    names stay. Raises OSError, and what making `files` raises.
    """
    folder = folder.resolve()
    made = _made(folder)
    aside = folder / f".{os.getpid()}.part"
    written: list[Path] = []
    try:
        aside.mkdir()
        for name, content in files:
            possible(folder / name)
            durable.replace(aside / name, content)
            written.append(folder / name)
        for file in written:
            (aside / file.name).replace(file)
        aside.rmdir()
        durable.settle_names(folder)
    except BaseException:
        rmtree(aside, ignore_errors=True)
        for new in made:
            _remove_empty(new)
        raise
    return tuple(written)


def possible(path: Path) -> Path:
    """Where a file of that name is written, links followed. Raises OSError where something is in the way.

    That is a folder, a device such as /dev/null, a file that is read-only or, on Windows, open in another program; or a
    file where a folder is meant.
    """
    path = path.resolve()
    if path.exists():
        if not path.is_file():
            raise _refused(errno.EISDIR if path.is_dir() else errno.EEXIST, path)
        with path.open("r+b"):
            pass
    elif not (nearest := next(above for above in path.parents if above.exists())).is_dir():
        raise _refused(errno.ENOTDIR, nearest)
    return path


def _made(folder: Path) -> tuple[Path, ...]:
    """Make the folder; those that were not there, the innermost first."""
    missing = [place for place in (folder, *folder.parents) if not place.exists()]
    folder.mkdir(parents=True, exist_ok=True)
    return tuple(missing)


def _remove_empty(folder: Path) -> None:
    if folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()


def _refused(code: int, path: Path) -> OSError:
    return OSError(code, os.strerror(code), str(path))
