"""Finds packs on sticks and in folders, and tells those that are worth trying: at rest, and not tried as they are."""

import os
import stat
from collections.abc import Iterable
from glob import iglob
from itertools import islice
from pathlib import Path
from typing import NamedTuple

SUFFIX = ".jnpack"
MOST_FOLDERS, MOST_FILES = 64, 256
"""A look is to end soon, whatever somebody plugs in."""


class Seen(NamedTuple):
    """A pack as it lies there. `changed`: the time of its last change in ns; `node` tells a stick from the next one."""

    path: str
    size: int
    changed: int
    node: tuple[int, int]


def packs_in(folders: Iterable[str]) -> list[Seen]:
    """The packs that lie directly in the folders, which may have `*` for a part, as in /media/*/*.

    What cannot be read, as a stick that is being pulled out, has none. Names that cannot be printed are left out.
    """
    found: list[Seen] = []
    for folder in islice((one for pattern in folders for one in iglob(pattern)), MOST_FOLDERS):  # noqa: PTH207
        try:
            with os.scandir(folder) as entries:
                names = [entry.path for entry in islice(entries, MOST_FILES) if _is_pack(entry.name)]
        except OSError:
            continue
        found += [seen for name in sorted(names) if (seen := _seen(name)) is not None]
    return found


class Looking:
    """What was seen the last time, and what was tried."""

    def __init__(self) -> None:
        self._last: set[Seen] = set()
        self._tried: set[Seen] = set()

    def due(self, seen: list[Seen]) -> list[Seen]:
        """Those to try now: as they were at the last look. One that is gone is forgotten."""
        now = set(seen)
        self._tried &= now
        due = [one for one in seen if one in self._last and one not in self._tried]
        self._last = now
        return due

    def tried(self, seen: Iterable[Seen]) -> None:
        """These are not due again until they change, or are plugged in anew."""
        self._tried.update(seen)


def _is_pack(name: str) -> bool:
    return name.lower().endswith(SUFFIX) and not name.startswith(".")


def _seen(path: str) -> Seen | None:
    if not path.isprintable():  # in no log, and in no terminal
        return None
    try:
        found = Path(path).lstat()
    except OSError:
        return None
    if not stat.S_ISREG(found.st_mode):
        return None
    return Seen(path, found.st_size, found.st_mtime_ns, (found.st_dev, found.st_ino))
