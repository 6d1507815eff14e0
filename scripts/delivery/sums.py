"""SHA256SUMS: every file of a stick by its hash, in the form that `sha256sum -c` reads. It is written last of all, so a
folder that has it was finished, and its own last line tells that it is whole.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

NAME = "SHA256SUMS"
_END = "# whole: "
_PIECE = 1 << 20

Progress = Callable[[int, int], None]
"""Called with what is done and what there is, in bytes."""


class UnfinishedError(Exception):
    """There is no list of hashes, or not all of it: the folder was never finished, or was copied badly."""


class Damage(NamedTuple):
    """What is wrong with a stick: paths of files that are gone, and of files that are not what they were."""

    missing: tuple[str, ...]
    changed: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.missing or self.changed)


def sha256(path: Path) -> str:
    """The hash of a file."""
    return _hash(path, lambda _: None)


def write(folder: Path) -> None:
    """Write the list of all files that are there. It appears whole, after everything else is on the disk."""
    body = "".join(f"{sha256(folder / name)}  {name}\n" for name in sorted(_files(folder)))
    part = folder / (NAME + ".part")
    with part.open("w", encoding="utf-8", newline="\n") as file:
        file.write(body + _end(body))
        file.flush()
        os.fsync(file.fileno())
    part.replace(folder / NAME)


def read(folder: Path) -> dict[str, str]:
    """Path → hash. Raises UnfinishedError."""
    try:
        text = (folder / NAME).read_bytes().replace(b"\r\n", b"\n").decode("utf-8")
    except (FileNotFoundError, UnicodeDecodeError) as error:
        raise UnfinishedError from error
    body, mark, _ = text.rpartition(_END)
    if not mark or text != body + _end(body):
        raise UnfinishedError
    return {name: value for value, _, name in (line.partition("  ") for line in body.splitlines())}


def verify(folder: Path, progress: Progress = lambda done, of: None) -> Damage:
    """Hold every listed file against its hash; others are nobody's business. Raises UnfinishedError."""
    listed = read(folder)
    there = {name: folder / name for name in listed if (folder / name).is_file()}
    of = sum(path.stat().st_size for path in there.values())
    done = 0

    def read_on(size: int) -> None:
        nonlocal done
        done += size
        progress(done, of)

    changed = tuple(name for name, path in there.items() if not _is(path, listed[name], read_on))
    return Damage(tuple(name for name in listed if name not in there), changed)


def _is(path: Path, wanted: str, read_on: Callable[[int], None]) -> bool:
    try:
        return _hash(path, read_on) == wanted
    except OSError:  # a stick that cannot be read in this place
        return False


def _hash(path: Path, read_on: Callable[[int], None]) -> str:
    found = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            found.update(piece)
            read_on(len(piece))
    return found.hexdigest()


def _files(folder: Path) -> Iterator[str]:
    for path in folder.rglob("*"):
        if path.is_file() and path.name not in (NAME, NAME + ".part"):
            yield path.relative_to(folder).as_posix()


def _end(body: str) -> str:
    return f"{_END}{hashlib.sha256(body.encode()).hexdigest()}\n"
