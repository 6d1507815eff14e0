"""All that can happen to the files of a deck while it is shown: written anew, in part, elsewhere, or not there."""

import os
import shutil
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from random import Random

from bench.churn_deck import contents

VERSIONS = 5
OTHERS = ("briefing.yaml", "facts.yaml", "one/theme.yaml", "data/rows.csv", "pictures/p.png")
"""Files that are no slides: as content of a slide's file they are mistakes."""


class Tearer:
    """Does one thing after the other to the files of a deck; `mend` brings all of them back."""

    def __init__(self, deck: Path, random: Random) -> None:
        self._deck, self._random = deck, random
        self._versions = [contents(version) for version in range(VERSIONS)]
        self._names = sorted(self._versions[0])
        self._acts: tuple[tuple[int, Callable[[Path, str], None]], ...] = (
            (20, self.replaced),
            (20, self.written),
            (20, self.cut),
            (8, self.deleted),
            (16, self.restored),
            (6, self.dated),
            (4, self.garbage),
            (4, self.moved),
            (3, self.folder_gone),
            (2, self.not_a_file),
            (3, self.swapped),
        )

    def tear(self) -> str:
        """One thing; its name. What cannot be done to a file that is none is left."""
        (act,) = self._random.choices([act for _, act in self._acts], [weight for weight, _ in self._acts])
        name = self._random.choice(self._names)
        path = self._deck / name
        with suppress(OSError):
            if path.is_fifo():
                path.unlink()  # who opens one for writing waits for a reader
            act(path, name)
        return act.__name__

    def mend(self) -> None:
        """All files as they were at first."""
        for away in self._deck.parent.glob("away-*"):
            if not self._deck.exists():
                away.rename(self._deck)
        for name in self._names:
            path = self._deck / name
            self._room(path)
            path.write_bytes(self._versions[0][name])

    def _room(self, path: Path) -> None:
        """A folder for the file, and nothing else in its place."""
        if not self._deck.exists():
            self._deck.mkdir()
        for part in (path.parent, path):
            if part.is_symlink() or (part.exists() and part.is_dir() != (part == path.parent)):
                shutil.rmtree(part) if part.is_dir() and not part.is_symlink() else part.unlink()
            elif part == path and part.exists() and not part.is_file():
                part.unlink()
        path.parent.mkdir(parents=True, exist_ok=True)

    def _content(self, name: str) -> bytes:
        return self._random.choice(self._versions)[name]

    def replaced(self, path: Path, name: str) -> None:
        """As good editors save: a new file takes the name."""
        part = path.with_name(f".{path.name}.swp")
        part.write_bytes(self._content(name))
        part.replace(path)

    def written(self, path: Path, name: str) -> None:
        """As others do: in place, in two goes."""
        content = self._content(name)
        half = self._random.randrange(len(content) + 1)
        with path.open("wb", buffering=0) as out:
            out.write(content[:half])
            out.write(content[half:])

    def cut(self, path: Path, name: str) -> None:
        """Somewhere, as a full disk does."""
        content = self._content(name)
        path.write_bytes(content[: self._random.randrange(len(content))])

    def deleted(self, path: Path, _name: str) -> None:
        path.unlink()

    def restored(self, path: Path, name: str) -> None:
        self._room(path)
        path.write_bytes(self._content(name))

    def dated(self, path: Path, _name: str) -> None:
        """The same content, of another time."""
        at = self._random.choice((0, 1, 10**9, time.time_ns() + 10**15, time.time_ns()))
        os.utime(path, ns=(at, at))

    def garbage(self, path: Path, _name: str) -> None:
        path.write_bytes(self._random.randbytes(self._random.choice((0, 1, 40, 5000))))

    def moved(self, path: Path, _name: str) -> None:
        """The folder of the file goes away, or comes back."""
        away = path.parent.with_name(f"{path.parent.name}.away")
        if path.parent != self._deck:
            away.rename(path.parent) if away.exists() and not path.parent.exists() else path.parent.rename(away)

    def folder_gone(self, _path: Path, _name: str) -> None:
        """The whole folder goes away, or comes back, as a drive does."""
        away = self._deck.with_name(f"away-{self._deck.name}")
        away.rename(self._deck) if away.exists() and not self._deck.exists() else self._deck.rename(away)

    def not_a_file(self, path: Path, _name: str) -> None:
        """A folder, a pipe, a link to a nowhere of its own: what is written there is its content from then on."""
        path.unlink()
        self._random.choice((path.mkdir, lambda: os.mkfifo(path), lambda: path.symlink_to(f"nowhere-{path.stem}")))()

    def swapped(self, path: Path, _name: str) -> None:
        """The content of another file, of another kind."""
        path.write_bytes(self._versions[0][self._random.choice(OTHERS)])
