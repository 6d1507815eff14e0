"""All visits of a deck's folder, each read by itself, for whoever chooses one. A broken file is told with its problem.

Files that are as they were are not read again.
"""

import os
from collections.abc import Mapping

from msgspec import Struct

from jn_presenter.load.deck import Loaded
from jn_presenter.load.files import Missing, read_file
from jn_presenter.load.reader import read
from jn_presenter.load.reading import Context, Reading
from jn_presenter.load.visits import FOLDER, visit, visits_of
from jn_presenter.model.problem import Finding
from jn_presenter.show.visits import Listed

MOST = 500
"""Visits that are listed, those whose names come last: they begin with the day."""


class Given(Struct, frozen=True):
    """What visits are read by: the folder, the languages and facts, the ids of themes and slides."""

    context: Context
    themes: tuple[str, ...]
    order: tuple[str, ...]


class Known(Struct, frozen=True, eq=False):
    """The visits as they were found. kept: by their ids, with the times and sizes of their files."""

    given: Given | None = None
    kept: Mapping[str, tuple[tuple[int, int], Listed]] = {}
    left_out: int = 0
    """Files for which there was no room."""

    @property
    def visits(self) -> tuple[Listed, ...]:
        return tuple(one for _, one in self.kept.values())


def look(loaded: Loaded, known: Known) -> Known:
    """The visits that there are now."""
    given, folder = given_by(loaded), loaded.deck.folder
    same = known.kept if known.given is not None and _alike(known.given, given) else {}
    names = visits_of(folder)
    found: dict[str, tuple[tuple[int, int], Listed]] = {}
    for name in names[-MOST:]:
        path = os.path.join(folder, FOLDER, f"{name}.yaml")  # noqa: PTH118  # as all paths here, a string
        stamp = _stamp(path)
        before = same.get(name)
        found[name] = before if before is not None and before[0] == stamp else (stamp, read_one(name, path, given))
    return Known(given, found, max(0, len(names) - MOST))


def given_by(loaded: Loaded) -> Given:
    """Of the deck as it is written, whoever it is made out for now."""
    deck = loaded.written or loaded.deck
    return Given(loaded.context, tuple(theme.id for theme in deck.themes), deck.order)


def read_one(name: str, path: str, given: Given, data: bytes | None = None) -> Listed:
    """One visit. data: what its file is to say, in place of what it says."""
    reading = Reading(f"{FOLDER}/{name}.yaml", given.context)
    found = read_file(path, given.context.folder) if data is None else data
    if isinstance(found, Missing):
        return Listed(id=name)
    if isinstance(found, Finding):
        reading.report(0, found.code, found.message, found.hint)
        return Listed(id=name, problems=tuple(reading.problems))
    root = read(found, reading)
    made = visit(root, reading, name, given.themes, given.order) if root is not None else None
    return Listed(id=name, visit=made, problems=tuple(reading.problems))


def _alike(old: Given, new: Given) -> bool:
    """By identity where that does: to compare facts would cost more than to read."""
    return old.context is new.context and old.order == new.order and old.themes == new.themes


def _stamp(path: str) -> tuple[int, int]:
    try:
        found = os.stat(path)  # noqa: PTH116
    except OSError:
        return 0, -1
    return found.st_mtime_ns, found.st_size
