"""Databases that other programs write to: one SELECT, nothing that writes, and no trace of having been there."""

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, suppress
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jn_presenter.feeds import sqlite
from jn_presenter.feeds.sqlite import Sqlite
from jn_presenter.model.feed import FeedError, Request, Snapshot
from jn_presenter.model.fields import DataFile
from jn_presenter.model.problem import Finding

ENDLESS = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made(tmp_path)
    return tmp_path


def made(folder: Path, *more: str, mode: str = "delete") -> None:
    with closing(sqlite3.connect(folder / "a.db")) as database:
        database.execute(f"PRAGMA journal_mode={mode}")
        database.execute("CREATE TABLE trade (month TEXT, exports REAL, imports INTEGER, scan BLOB)")
        rows = [("一月", 12.1, 7, b"\0"), ("二月", None, 12345678901234567, None)]
        database.executemany("INSERT INTO trade VALUES (?, ?, ?, ?)", rows)
        for one in more:
            database.execute(one)
        database.commit()


def read(folder: Path, query: str) -> Snapshot:
    return Sqlite(file=DataFile("a.db"), query=query).read(Request(folder=str(folder)))


def refusal(folder: Path, query: str) -> Finding:
    with pytest.raises(FeedError) as caught:
        read(folder, query)
    assert caught.value.finding.file == "a.db"
    return caught.value.finding


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_a_select_is_a_table(folder: Path) -> None:
    os.utime(folder / "a.db", (5, 1000))
    found = read(folder, "SELECT month AS 月份, exports, imports FROM trade ORDER BY imports")
    assert found.names == ("月份", "exports", "imports")
    assert found.rows == (("一月", Decimal("12.1"), Decimal(7)), ("二月", None, Decimal(12345678901234567)))
    assert (found.time_s, found.lines, found.state) == (1000.0, (), "fresh")


@pytest.mark.parametrize(
    "query",
    [
        "SELECT month, sum(exports) AS total FROM trade GROUP BY month;",
        "-- 出口\n/* all */ WITH t AS (SELECT * FROM trade) SELECT month, round(exports) FROM t",
        "VALUES ('一月', 1), ('二月', 2)",
        "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n LIMIT 9) SELECT x FROM n",
    ],
)
def test_whatever_only_selects_is_allowed(folder: Path, query: str) -> None:
    assert read(folder, query).columns


@pytest.mark.parametrize(
    "query",
    [
        "",
        "DELETE FROM trade",
        "UPDATE trade SET exports = 1",
        "DROP TABLE trade",
        "PRAGMA journal_mode=wal",
        "ATTACH 'b.db' AS b",
        "VACUUM INTO 'b.db'",
        "BEGIN",
        "SELECT 1; DELETE FROM trade",
        "SELECT 1; SELECT 2",
        "WITH t AS (SELECT 1) DELETE FROM trade",
        "WITH t AS (SELECT 1 AS x) INSERT INTO trade SELECT x, x, x, x FROM t",
        "SELECT load_extension('x')",
        "SELECT zeroblob(1000000000) AS x",
        "SELECT * FROM pragma_table_info('trade')",
        "SELECT 1 \0 DELETE FROM trade",
        "selected",
    ],
)
def test_whatever_does_more_is_refused_and_nothing_is_changed(folder: Path, query: str) -> None:
    before = (folder / "a.db").read_bytes()
    found = refusal(folder, query)
    assert found.code == "not-a-select"
    assert "SELECT" in found.hint.zh
    assert (folder / "a.db").read_bytes() == before
    assert names(folder) == ["a.db"]


def test_a_query_that_is_wrong_is_told_with_the_tables_there_are(folder: Path) -> None:
    found = refusal(folder, "SELECT * FROM sales")
    assert found.code == "bad-query"
    assert "no such table: sales" in found.message.en
    assert found.hint.en == "the tables are: trade"
    assert refusal(folder, "SELECT profit FROM trade").code == "bad-query"
    assert refusal(folder, "SELECT FROM").code == "bad-query"


def test_a_query_that_takes_too_long_is_ended(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ticks: Iterator[float] = iter(range(1000))
    monkeypatch.setattr(sqlite, "time", SimpleNamespace(monotonic=lambda: next(ticks)))
    found = refusal(folder, ENDLESS + " WHERE x < 0")
    assert found.code == "too-slow"
    assert next(ticks) == 4


def test_what_no_chart_can_show_is_refused(folder: Path) -> None:
    blob = refusal(folder, "SELECT month, scan FROM trade")
    assert (blob.code, blob.message.en) == ("blob", "scan of row 1 is a blob")
    assert refusal(folder, ENDLESS).code == "too-large"
    assert refusal(folder, "SELECT " + ", ".join(f"{k} AS c{k}" for k in range(65))).code == "too-large"
    assert refusal(folder, "SELECT month, month FROM trade").code == "duplicate-column"
    assert refusal(folder, "SELECT 9e999 AS x").code == "not-finite"
    assert read(folder, "SELECT month, exports FROM trade WHERE 0").rows == ()


def test_a_program_may_write_meanwhile_and_what_it_wrote_is_read(tmp_path: Path) -> None:
    made(tmp_path, mode="wal")
    with closing(sqlite3.connect(tmp_path / "a.db")) as writer:
        writer.execute("INSERT INTO trade VALUES ('三月', 3, 3, NULL)")
        assert len(read(tmp_path, "SELECT month FROM trade")) == 2
        writer.commit()
        os.utime(tmp_path / "a.db", (5, 1000))
        os.utime(tmp_path / "a.db-wal", (5, 2000))
        found = read(tmp_path, "SELECT month FROM trade")
        assert (len(found), found.time_s) == (3, 2000.0)
    assert names(tmp_path) == ["a.db"]


def test_nothing_is_left_beside_a_database_with_a_log_that_nobody_writes_to(tmp_path: Path) -> None:
    made(tmp_path, mode="wal")
    assert names(tmp_path) == ["a.db"]
    assert len(read(tmp_path, "SELECT month FROM trade")) == 2
    assert names(tmp_path) == ["a.db"]


def test_a_database_that_is_held_is_read_later(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "BUSY_S", 0.0)
    with closing(sqlite3.connect(folder / "a.db", isolation_level=None)) as writer:
        writer.execute("BEGIN EXCLUSIVE")
        assert refusal(folder, "SELECT month FROM trade").code == "locked"
    assert len(read(folder, "SELECT month FROM trade")) == 2


def test_the_log_is_watched_too() -> None:
    assert Sqlite(file=DataFile("data/a.db"), query="SELECT 1").files() == ("data/a.db", "data/a.db-wal")


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"", "half-written"), (b"SQLite format 3\0" + bytes(500), "half-written"), (b"a,b\n1,2\n", "not-a-database")],
)
def test_a_file_that_is_no_whole_database_is_refused(tmp_path: Path, data: bytes, code: str) -> None:
    (tmp_path / "a.db").write_bytes(data)
    assert refusal(tmp_path, "SELECT 1 AS x").code == code


def test_a_file_that_is_missing_elsewhere_or_a_pipe_is_refused(tmp_path: Path) -> None:
    deck = tmp_path / "deck"
    deck.mkdir()
    assert refusal(deck, "SELECT 1").code == "missing-data"
    os.mkfifo(deck / "a.db")
    assert refusal(deck, "SELECT 1").code == "unreadable"
    (deck / "a.db").unlink()
    made(tmp_path)
    (deck / "a.db").symlink_to(tmp_path / "a.db")
    assert refusal(deck, "SELECT 1").code == "outside-deck"


@settings(max_examples=100, deadline=None)
@given(
    st.one_of(st.none(), st.binary(max_size=100), st.tuples(st.integers(0, 8191), st.binary(min_size=1, max_size=40))),
    st.one_of(
        st.sampled_from(["SELECT * FROM trade", "SELECT month, exports FROM trade"]),
        st.text(max_size=30).map("SELECT ".__add__),
        st.text(alphabet="SELCT *FROMtrade;,'\"()-1\0\ud800", max_size=40),
    ),
)
def test_any_bytes_and_any_query_are_a_table_or_a_refusal(change: bytes | tuple[int, bytes] | None, query: str) -> None:
    with tempfile.TemporaryDirectory() as name, suppress(FeedError):
        folder = Path(name)
        made(folder)
        whole = (folder / "a.db").read_bytes()
        if isinstance(change, bytes):
            (folder / "a.db").write_bytes(change)
        elif change is not None:
            at, own = change
            (folder / "a.db").write_bytes(whole[:at] + own + whole[at + len(own) :])
        assert read(folder, query).columns
