"""The file that a show is kept in: one line for each change, on the disk before the next, never longer than a bound."""

import hashlib
import os
from pathlib import Path

from msgspec import Struct, structs

from jn_presenter.durable import append, replace
from jn_presenter.model.deck import Deck
from jn_presenter.show.journal import Entry, Last, encode, entry, last
from jn_presenter.show.state import ShowState

MOST = 1 << 18
"""Bytes; where an entry would make it longer, the file is begun again with that entry alone."""
READ = 1 << 24
"""Bytes at the end of the file that are read, whatever somebody put there."""
BEAT_MS = 10_000.0
"""How old the last entry gets while nothing but the time goes on."""
OWNER_ONLY = 0o600


class Instant(Struct, frozen=True):
    """A show at one time. A change of `chapter` says that what was kept until then counts no more."""

    state: ShowState
    deck: Deck
    now_ms: float
    """By the show's clock."""
    wall_ms: float
    """Since 1970."""
    chapter: int = 0


def journal_path(folder: str) -> Path:
    """Where a show of the deck in that folder is kept, apart from those of other decks."""
    from platformdirs import user_state_dir

    name = hashlib.sha256(os.path.realpath(folder).encode("utf-8", "surrogateescape")).hexdigest()[:16]
    return Path(user_state_dir("jn-presenter", appauthor=False), "shows", f"{name}.journal")


class JournalFile:
    """Writes a journal; every method may raise OSError, and the next one begins with a whole file again."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._size = 0
        """Of what this show has written, 0 as long as the file is not its own or not sure to be whole."""
        self._kept: Entry | None = None
        self._written_ms = 0.0
        self._chapter = 0

    def make_folder(self) -> None:
        """See that its folder is there, for nobody but its owner."""
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)

    def written_ms(self) -> float:
        """When anything was written there, in ms since 1970; 0 where there is no file."""
        try:
            return self.path.stat().st_mtime * 1000.0
        except FileNotFoundError:
            return 0.0

    def read(self) -> Last:
        """What is kept there; nothing where there is no file."""
        try:
            with self.path.open("rb") as stream:
                stream.seek(max(0, stream.seek(0, os.SEEK_END) - READ))
                return last(stream.read())
        except FileNotFoundError:
            return Last(None, torn=False)

    def begin(self, instant: Instant) -> None:
        """What the show begins with, which alone is not worth a question: it is written with the first beat."""
        self._kept, self._written_ms, self._chapter = _timeless(_entry(instant)), instant.now_ms, instant.chapter

    def keep(self, instant: Instant) -> None:
        """Write what has changed since the last time, and at every BEAT_MS the time alone."""
        found, anew = _entry(instant), instant.chapter != self._chapter
        timeless = _timeless(found)
        if anew or timeless != self._kept or instant.now_ms - self._written_ms >= BEAT_MS:
            self._write(encode(found), anew=anew)
            self._kept, self._written_ms, self._chapter = timeless, instant.now_ms, instant.chapter

    def end(self) -> None:
        """The show has come to its end: there is nothing left to go on with."""
        self._size = 0
        self.path.unlink(missing_ok=True)

    def _write(self, line: bytes, *, anew: bool) -> None:
        size, self._size = self._size, 0
        if anew or not size or size + len(line) > MOST:
            self.make_folder()
            replace(self.path, line, OWNER_ONLY)
            self._size = len(line)
        else:
            append(self.path, line)
            self._size = size + len(line)


def _entry(instant: Instant) -> Entry:
    return entry(instant.state, instant.deck, instant.now_ms, instant.wall_ms)


def _timeless(kept: Entry) -> Entry:
    """The entry without what goes on by itself."""
    return structs.replace(kept, wall_ms=0.0, elapsed_ms=0.0, left_ms=None, spent={})
