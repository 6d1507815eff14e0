"""The record of what a kiosk was used for, in SQLite. It outlives power cuts, and nothing that is wrong with it stops
a show: what is broken is set aside, what cannot be written now is written later.

One file with a rollback journal, no second one beside it as WAL needs: so that it can be read, copied and mended from
anywhere, with a read-only disk too. Each transaction is on the disk before it counts.
"""

import logging
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from jn_presenter.show.kiosk.usage import NOTHING, Count, Row, Seen, Tally, added

log = logging.getLogger(__name__)
NAME = "usage.sqlite"
VERSION = 1
"""Of the table, as `user_version`."""
MOST_DAYS = 800
MOST_BYTES = 32 << 20
MOST_ROWS = 20_000
"""Kept in memory while nothing can be written."""
MOST_BROKEN = 4
"""Files set aside that are kept."""
LOCKED_S = 2.0
"""How long somebody else's transaction is waited for."""
CREATE = (
    "CREATE TABLE seen (day TEXT, state TEXT, theme TEXT, slide TEXT, language TEXT, "
    "ms REAL NOT NULL, times INTEGER NOT NULL, visits INTEGER NOT NULL, large INTEGER NOT NULL, "
    "contrast INTEGER NOT NULL, PRIMARY KEY (day, state, theme, slide, language)) WITHOUT ROWID"
)
"""SQLite keeps it to the letter, by which a record of ours is known."""
ADD = """
    INSERT INTO seen VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (day, state, theme, slide, language) DO UPDATE SET
        ms = ms + excluded.ms, times = times + excluded.times, visits = visits + excluded.visits,
        large = large + excluded.large, contrast = contrast + excluded.contrast
"""
FORGET = "DELETE FROM seen WHERE day NOT IN (SELECT DISTINCT day FROM seen ORDER BY day DESC LIMIT ?)"
"""By the days that there are, not by today's date: a clock that was set wrong for an hour must not cost two years."""
PASSING = ("locked", "full", "unable to open", "I/O error")
"""Words of SQLite's, whose numbers for them Python 3.10 does not tell."""
READ = """
    SELECT CAST(day AS TEXT), CAST(state AS TEXT), CAST(theme AS TEXT), CAST(slide AS TEXT), CAST(language AS TEXT),
        max(0.0, min(1e12, CAST(ms AS REAL))), CAST(times AS INTEGER), CAST(visits AS INTEGER), CAST(large AS INTEGER),
        CAST(contrast AS INTEGER)
    FROM seen ORDER BY 1, 2, 3, 4, 5
"""
"""As what it is to be, whatever a broken page has made of it."""
BROKEN = "使用统计损坏，已另存，重新开始 / the record of usage was broken and is set aside as %s: %s"
UNWRITTEN = "使用统计暂时写不了，画面照常 / the record of usage cannot be written for now; the show goes on: %s"


class UsageFile:
    """Takes tallies and writes them when it can. All of it is for one thread; nothing here raises."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._waiting: dict[str, Tally] = {}
        """Day -> what is still to be written."""
        self._day = ""
        """The last one that the file was checked for, and old ones forgotten."""
        self._failing = False

    @property
    def waiting(self) -> int:
        """How many rows are still to be written."""
        return sum(map(len, self._waiting.values()))

    def keep(self, day: str, tally: Tally) -> bool:
        """Add the tally to the day's; whether everything is on the disk."""
        if tally:
            self._waiting[day] = added(self._waiting.get(day, NOTHING), tally)
        while self.waiting > MOST_ROWS:
            del self._waiting[min(self._waiting)]
        if not self._waiting:
            return True
        try:
            self._write()
        except OSError as error:
            return self._fail(error)
        except sqlite3.Error as error:
            if not self._will_pass(error):
                return self._set_aside(error) and self._write_anew()
            if "full" in str(error):
                self._make_room()
            return self._fail(error)
        self._failing = False
        return True

    def _write(self) -> None:
        """All that waits in one transaction. Raises sqlite3.Error or OSError, and nothing was written then."""
        today = max(self._waiting)
        with _opened(self._path, check=today != self._day) as book:
            book.execute("BEGIN IMMEDIATE")
            book.executemany(ADD, _values(self._waiting))
            if today != self._day:
                book.execute(FORGET, (MOST_DAYS,))
            book.execute("COMMIT")
        self._day = today
        self._waiting.clear()

    def _write_anew(self) -> bool:
        try:
            self._write()
        except (sqlite3.Error, OSError) as error:
            return self._fail(error)
        return True

    def _will_pass(self, error: sqlite3.Error) -> bool:
        """Whether it may be well by itself: what is locked, full, gone or read-only is not broken.

        A file that can be written and yet is read-only to SQLite says so itself, by a byte that is wrong.
        """
        if "readonly" in str(error):
            return not (os.access(self._path, os.W_OK) and os.access(self._path.parent, os.W_OK))
        return isinstance(error, sqlite3.OperationalError) and any(word in str(error) for word in PASSING)

    def _make_room(self) -> None:
        """Where it is not the disk that is full but our own share of it: forget the older half of the days."""
        with suppress(sqlite3.Error, OSError), _opened(self._path) as book:
            (pages,), (most,) = book.execute("PRAGMA page_count"), book.execute("PRAGMA max_page_count")
            (days,) = book.execute("SELECT count(DISTINCT day) FROM seen").fetchone()
            if pages[0] * 8 > most[0] * 7 and days > 1:
                book.execute(FORGET, (days // 2,))

    def _set_aside(self, why: Exception) -> bool:
        """Whether there is room for a new file. The journal goes along: it would be rolled back into the new one."""
        self._day = ""
        try:
            taken = _numbers(self._path)
            aside = _broken(self._path, max(taken, default=0) + 1)
            self._path.replace(aside)
            with suppress(FileNotFoundError):
                _journal(self._path).replace(_journal(aside))
            for number in sorted(taken)[: max(0, len(taken) + 1 - MOST_BROKEN)]:
                _broken(self._path, number).unlink()
                _journal(_broken(self._path, number)).unlink(missing_ok=True)
        except OSError as error:
            return self._fail(error)
        log.warning(BROKEN, aside.name, why)
        return True

    def _fail(self, error: Exception) -> bool:
        """A line where it begins to fail, and none while it goes on to."""
        if not self._failing:
            self._failing = True
            log.warning(UNWRITTEN, error)
        return False


def read_usage(path: Path) -> tuple[Row, ...]:
    """The record by day, while a kiosk may be writing it. Raises sqlite3.Error, and FileNotFoundError where none is."""
    if not path.exists():
        raise FileNotFoundError(path)
    with _opened(path, create=False, check=True) as book:
        book.text_factory = lambda found: found.decode("utf-8", "replace")
        return tuple(Row(line[0], Seen(*line[1:5]), Count(*line[5:])) for line in book.execute(READ))


@contextmanager
def _opened(path: Path, *, check: bool = False, create: bool = True) -> Iterator[sqlite3.Connection]:
    """The file, with its table. Raises sqlite3.DatabaseError for one that is not ours.

    check: look at all of it, since a page that is broken is noticed only where it is needed, and one that is made to
    lead back to itself would be read for ever.
    """
    if create:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    uri = f"{path.absolute().as_uri()}?mode={'rwc' if create else 'rw'}"
    with closing(sqlite3.connect(uri, uri=True, timeout=LOCKED_S, isolation_level=None)) as book:
        book.execute("PRAGMA trusted_schema = OFF")
        book.execute("PRAGMA synchronous = EXTRA")
        ((size,),) = book.execute("PRAGMA page_size")
        book.execute(f"PRAGMA max_page_count = {MOST_BYTES // size}").fetchall()
        if check and (found := book.execute("PRAGMA quick_check(1)").fetchall()) != [("ok",)]:
            raise sqlite3.DatabaseError(str(found))
        _settle_table(book, create=create)
        yield book


def _settle_table(book: sqlite3.Connection, *, create: bool) -> None:
    """Have the table there. Raises sqlite3.DatabaseError where there is another one."""
    ((version,),) = book.execute("PRAGMA user_version")
    there = [sql for (sql,) in book.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")]
    if version == VERSION and there == [CREATE]:
        return
    if version or there or not create:
        raise sqlite3.DatabaseError("not a record of usage, or one of another version")
    book.execute("BEGIN IMMEDIATE")
    book.execute(CREATE)
    book.execute(f"PRAGMA user_version = {VERSION}")
    book.execute("COMMIT")


def _values(waiting: dict[str, Tally]) -> Iterator[tuple[object, ...]]:
    for day, tally in waiting.items():
        for seen, count in tally.items():
            # names of folders may hold bytes that are no text
            yield (day, *(word.encode("utf-8", "replace").decode() for word in seen), *count)


def _broken(path: Path, number: int) -> Path:
    return path.with_name(f"{path.stem}.broken-{number}")


def _journal(path: Path) -> Path:
    return path.with_name(f"{path.name}-journal")


def _numbers(path: Path) -> list[int]:
    """Of the files that were set aside."""
    found = (one.name.rpartition("-")[2] for one in path.parent.glob(f"{path.stem}.broken-*"))
    return [int(number) for number in found if number.isdecimal() and number.isascii()]
