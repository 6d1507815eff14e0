"""A SELECT from an SQLite database, which is never written to."""

import os
import re
import sqlite3
import stat
import sys
import time
from collections.abc import Sequence
from contextlib import closing
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any

from msgspec import Meta, structs

from jn_presenter.confined import COPY, HALF, NO_FILE, WAIT, at_once, inside, refused, unreadable
from jn_presenter.draw.tabular import Rows, table_of
from jn_presenter.model.feed import MOST_COLUMNS, MOST_ROWS, Cell, Feed, FeedError, Request, Snapshot
from jn_presenter.model.fields import DataFile, doc
from jn_presenter.model.text import Message

MOST_S = 2.0
"""Seconds that a query may take."""
BUSY_S = 0.5
"""Seconds to wait for a program that is writing."""
INSTRUCTIONS = 10_000
"""Steps of SQLite's machine between two looks at the clock: less than a millisecond."""
LONGEST_QUERY = 10_000
MAGIC = b"SQLite format 3\0"
WAL = "-wal"
LOGGED = b"\2\2"
"""Its versions of writing and reading, where changes are written to a log first."""
BEGINNING = re.compile(r"(?:\s+|--[^\n]*(?:\n|\Z)|/\*.*?\*/)*(?:select|with|values)\b", re.DOTALL | re.IGNORECASE)
NOT_ALLOWED = re.compile("one statement|authorized|prohibited|null character")
ALLOWED = frozenset({sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_RECURSIVE})
FORBIDDEN = frozenset({"load_extension", "readfile", "writefile", "edit", "fts3_tokenizer", "zeroblob", "randomblob"})
"""Functions that reach out of the database, or fill memory."""


class Sqlite(Feed, frozen=True, kw_only=True):
    """What one SELECT gives: a column of the table for each of its columns, as they are called in it.

    The file is opened for reading alone, and a program may write to it meanwhile. A query may take two seconds.
    """

    about = "SQLite 数据库里一条 SELECT 的结果"

    file: Annotated[DataFile, doc("文件，如data/a.db", "the file, as in data/a.db")]
    query: Annotated[
        str, doc("一条SELECT语句", "one SELECT, as in SELECT name, value FROM t"), Meta(max_length=LONGEST_QUERY)
    ]
    sample: Annotated[bool, doc("是否示例数据", "whether the data is made up")] = False

    @property
    def made_up(self) -> bool:
        return self.sample

    def files(self) -> tuple[str, ...]:
        """The database, and the log that stands beside it while a program writes."""
        return (self.file, self.file + WAL)

    def read(self, request: Request) -> Snapshot:
        """The rows that the query gives now."""
        if not BEGINNING.match(self.query):
            raise self._only_select()
        try:
            path = inside(request.folder, self.file)
            time_s, at_rest = self._checked(path)
            rows = self._rows(path, at_rest)
            if at_rest and self._checked(path) != (time_s, True):
                raise refused(self.file, "half-written", HALF, WAIT)
        except OSError as error:
            raise unreadable(self.file, error) from None
        try:
            table = table_of(rows, file=self.file, as_of=self.as_of, time_s=time_s)
        except FeedError as error:
            raise FeedError(structs.replace(error.finding, line=0, column=0)) from None
        return structs.replace(table, lines=())

    def _checked(self, path: str) -> tuple[float, bool]:
        """When the data changed, in seconds since 1970, and whether nobody has the database open for a log.

        Without such a program SQLite would make a log beside the file only to read it. Raises FeedError where the file
        does not begin like a database, and OSError.
        """
        with open(path, "rb", opener=at_once) as stream:
            info = os.fstat(stream.fileno())
            if not stat.S_ISREG(info.st_mode):
                raise refused(self.file, "unreadable", NO_FILE, COPY)
            head = stream.read(20)
        if not head:
            raise refused(self.file, "half-written", HALF, WAIT)
        if not head.startswith(MAGIC):
            message = Message("这不是 SQLite 数据库", "this is no SQLite database")
            hint = Message("另存为 .xlsx 或 .csv", "save it as .xlsx or .csv")
            raise refused(self.file, "not-a-database", message, hint)
        if not os.path.exists(path + WAL):  # noqa: PTH110
            return info.st_mtime, head[18:20] == LOGGED
        return max(info.st_mtime, os.stat(path + WAL).st_mtime), False  # noqa: PTH116

    def _rows(self, path: str, at_rest: bool) -> Rows:
        try:
            with closing(_opened(path, at_rest)) as database:
                tables = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type != 'index'")]
                database.set_authorizer(_authorized)
                try:
                    return self._asked(database)
                except (sqlite3.Error, sqlite3.Warning) as error:
                    raise self._failed(error, tables) from None
        except (sqlite3.Error, sqlite3.Warning) as error:
            raise self._failed(error, []) from None
        except ValueError:  # signs that cannot be in a query
            raise self._only_select() from None

    def _asked(self, database: sqlite3.Connection) -> Rows:
        cursor = database.execute(self.query)
        names = [one[0] for one in cursor.description or ()]
        if len(names) > MOST_COLUMNS:
            message = Message(f"有 {len(names)} 列", f"these are {len(names)} columns")
            raise refused(
                self.file, "too-large", message, Message(f"最多 {MOST_COLUMNS} 列", f"at most {MOST_COLUMNS}")
            )
        rows: list[tuple[int, Sequence[Cell | float]]] = [(0, names)]
        for number, row in enumerate(cursor, 1):
            if number > MOST_ROWS:
                message = Message(f"超过 {MOST_ROWS} 行", f"these are more than {MOST_ROWS} rows")
                hint = Message("在查询里归并，或加上 LIMIT", "group them in the query, or add a LIMIT")
                raise refused(self.file, "too-large", message, hint)
            rows.append((number, [self._cell(value, number, name) for value, name in zip(row, names, strict=True)]))
        return rows

    def _cell(self, value: Any, row: int, name: str) -> Cell | float:
        if isinstance(value, bytes):
            where = name[:40]
            message = Message(f"第 {row} 行的 {where} 是二进制数据", f"{where} of row {row} is a blob")
            raise refused(self.file, "blob", message, Message("只查询文字和数", "select texts and numbers alone"))
        return Decimal(value) if isinstance(value, int) else value

    def _only_select(self) -> FeedError:
        message = Message("这里只能写一条 SELECT，不能修改数据", "here stands one SELECT, which changes nothing")
        hint = Message("如 SELECT 名称, 出口 FROM 表 ORDER BY 月份", "as in SELECT name, value FROM t ORDER BY month")
        return refused(self.file, "not-a-select", message, hint)

    def _failed(self, error: Exception, tables: Sequence[str]) -> FeedError:
        """What SQLite says of the query or the file, in words of ours where they say more."""
        words = str(error)
        if isinstance(error, sqlite3.Warning) or NOT_ALLOWED.search(words):
            return self._only_select()
        if words == "interrupted":
            message = Message(f"查询超过 {MOST_S:g} 秒", f"the query takes more than {MOST_S:g} seconds")
            return refused(self.file, "too-slow", message, Message("加上索引或 LIMIT", "add an index or a LIMIT"))
        if re.search("locked|busy|readonly|unable to open", words):
            message = Message("数据库正被别的程序占用", "another program holds the database")
            return refused(self.file, "locked", message, Message("稍后会自动再读", "it is read again by itself"))
        if "malformed" in words or "not a database" in words or "disk I/O" in words:
            return refused(self.file, "half-written", HALF, WAIT)
        message = Message(f"查询有误：{words[:100]}", f"the query is wrong: {words[:100]}")
        names = ", ".join(name[:40] for name in tables[:12])
        hint = Message(f"现有的表：{names or '没有'}", f"the tables are: {names or 'none'}")
        return refused(self.file, "bad-query", message, hint)


def _opened(path: str, at_rest: bool) -> sqlite3.Connection:
    """The database, for reading alone, with the time running that a query has."""
    address = f"{Path(path).absolute().as_uri()}?mode=ro{'&immutable=1' if at_rest else ''}"
    database = sqlite3.connect(address, uri=True, timeout=BUSY_S, isolation_level=None)
    until = time.monotonic() + MOST_S
    database.set_progress_handler(lambda: time.monotonic() > until, INSTRUCTIONS)
    for pragma in ("query_only=ON", "trusted_schema=OFF", "temp_store=MEMORY"):
        database.execute(f"PRAGMA {pragma}")
    if sys.version_info >= (3, 11):
        database.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 1 << 20)
    return database


def _authorized(action: int, first: str | None, second: str | None, *_: str | None) -> int:
    good = action in ALLOWED or (action == sqlite3.SQLITE_FUNCTION and (second or "").lower() not in FORBIDDEN)
    return sqlite3.SQLITE_OK if good else sqlite3.SQLITE_DENY


FEED = Sqlite
