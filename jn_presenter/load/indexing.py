"""What all files of an index share while it is read, and what is gathered from them."""

import os
from collections.abc import Mapping as MappingType

from jn_presenter.load.files import MISSING, Missing, read_file
from jn_presenter.load.nodes import Node
from jn_presenter.load.reader import read
from jn_presenter.load.reading import MOST_PROBLEMS, TOO_MANY, Context, Reading
from jn_presenter.load.sources import Places, Pool, Sources
from jn_presenter.model.deck import Deck
from jn_presenter.model.problem import Finding, Problem
from jn_presenter.model.text import Message

MOST_ALIKE = MOST_PROBLEMS
"""Problems of one kind that are told; of the rest, how many there are."""


class Indexing:
    """The reading of one index. `last` is the deck's last good state. unsaved: what files say that are being edited,
    None: they are to be deleted.
    """

    def __init__(self, folder: str, last: Deck | None, unsaved: MappingType[str, bytes | None] | None = None) -> None:
        self.folder = os.path.abspath(folder)  # noqa: PTH100  # as all paths here, a string
        self.last = last
        self.unsaved = unsaved or {}
        self.context = Context(folder=self.folder)
        self.told: list[Problem] = []
        self.alike: dict[tuple[str, str], list[str]] = {}
        self.places: dict[str, Places] = {}
        self.pool = Pool()

    @property
    def sources(self) -> Sources:
        return Sources(folder=self.folder, files=self.places, pool=self.pool)

    def path(self, *names: str) -> str:
        """The absolute path of a file of the deck."""
        return os.path.join(self.folder, *names)  # noqa: PTH118

    def open(self, file: str, path: str = "") -> tuple[Node | None, Reading, bool]:
        """The file's tree and notes, and whether there is such a file. The tree is None where it cannot be used."""
        reading = Reading(file, self.context)
        data = self._data(file, path)
        if isinstance(data, Missing):
            return None, reading, False
        if isinstance(data, Finding):
            reading.report(0, data.code, data.message, data.hint)
            return None, reading, True
        root = read(data, reading)
        return (None if reading.broken else root), reading, True

    def _data(self, file: str, path: str) -> bytes | Finding | Missing:
        if file in self.unsaved:
            typed = self.unsaved[file]
            return MISSING if typed is None else typed
        return read_file(path or self.path(file), os.path.dirname(path) if path else self.folder)  # noqa: PTH120

    def close(self, root: Node | None, reading: Reading) -> None:
        """Keep what is worth keeping of a file that was read."""
        self.told += reading.problems
        self.places[reading.file] = self.pool.places(root, reading)

    def room(self, file: str, path: str, kind: str) -> bool:
        """Whether one more problem of that kind is told, which is at this path; if not, it is counted."""
        paths = self.alike.setdefault((file, kind), [])
        paths.append(path)
        return len(paths) <= MOST_ALIKE

    def report(self, file: str, path: str, finding: Finding) -> None:
        self.told.append(self.sources.problem(file, path, finding))

    def problems(self) -> tuple[Problem, ...]:
        """What was told, and how many more there are of each kind of which there was no room for all."""
        more = ((file, paths) for (file, _), paths in self.alike.items() if len(paths) > MOST_ALIKE)
        counted = ((file, paths[MOST_ALIKE], len(paths) - MOST_ALIKE) for file, paths in more)
        return (*self.told, *(self.sources.problem(file, path, _and_more(count)) for file, path, count in counted))


def _and_more(count: int) -> Finding:
    return Finding(
        code=TOO_MANY.code,
        message=Message(f"这样的问题还有 {count} 个，不再列出", f"and {count} more of these, which are left out"),
        hint=TOO_MANY.hint,
    )
