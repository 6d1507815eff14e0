"""The record of usage: sums, bounds, and that nothing that is wrong with its file stops anybody."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jn_presenter import usage_file as module
from jn_presenter.show.kiosk.usage import Count, Row, Seen, as_csv
from jn_presenter.usage_file import MOST_BROKEN, NAME, UsageFile, read_usage

HOME = Seen("home", language="zh")
SLIDE = Seen("slides", "a", "a/one", "zh")
DAY, NEXT = "2026-11-23", "2026-11-24"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "own" / NAME


def files(path: Path) -> list[str]:
    return sorted(one.name for one in path.parent.iterdir())


def test_what_is_counted_adds_up_over_batches_days_and_runs(path: Path) -> None:
    file = UsageFile(path)
    assert file.keep(DAY, {SLIDE: Count(1500.5, 1), HOME: Count(100.0, 1, 1)})
    assert file.keep(DAY, {SLIDE: Count(499.5, 2, 0, 1, 1)})
    assert UsageFile(path).keep(NEXT, {SLIDE: Count(1.0)})
    assert read_usage(path) == (
        Row(DAY, HOME, Count(100.0, 1, 1)),
        Row(DAY, SLIDE, Count(2000.0, 3, 0, 1, 1)),
        Row(NEXT, SLIDE, Count(1.0)),
    )
    assert files(path) == [NAME]


def test_without_a_record_there_is_none_to_read_and_none_is_made(path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_usage(path)
    assert not path.parent.exists()


def test_names_that_are_no_text_are_kept_as_what_can_be_read(path: Path) -> None:
    assert UsageFile(path).keep(DAY, {Seen("loop", "a", "a/\udcff", "zh"): Count(1.0)})
    assert read_usage(path)[0].seen.slide == "a/?"


@pytest.mark.parametrize("content", [b"", b"\0" * 5000, b"no database, but a note of the owner's " * 200])
def test_what_is_no_record_is_set_aside_once_and_nothing_is_lost(
    path: Path, content: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    file = UsageFile(path)
    for _ in range(3):
        assert file.keep(DAY, {SLIDE: Count(1.0)})
    assert read_usage(path)[0].amount.ms == 3.0
    if content:
        assert (path.parent / "usage.broken-1").read_bytes() == content
    assert len(caplog.records) == bool(content)


def test_a_database_of_somebody_else_or_of_another_version_is_set_aside(
    path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path.parent.mkdir()
    for sql in ("CREATE TABLE other (x)", "PRAGMA user_version = 9", "CREATE TABLE seen (day)"):
        with closing(sqlite3.connect(path)) as book:
            book.execute(sql)
        with pytest.raises(sqlite3.DatabaseError):
            read_usage(path)
        assert UsageFile(path).keep(DAY, {SLIDE: Count(1.0)})
        assert len(read_usage(path)) == 1
        path.unlink()
    assert len(caplog.records) == 3


def test_a_trigger_that_somebody_put_there_is_never_run(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    UsageFile(path).keep(DAY, {SLIDE: Count(1.0)})
    with closing(sqlite3.connect(path)) as book:
        book.execute("CREATE TRIGGER t AFTER INSERT ON seen BEGIN DELETE FROM seen; END")
    assert UsageFile(path).keep(DAY, {HOME: Count(1.0)})
    assert [row.seen for row in read_usage(path)] == [HOME]
    assert "usage.broken-1" in files(path)


def test_a_file_that_breaks_under_the_running_show_is_set_aside_with_its_journal(
    path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    file = UsageFile(path)
    file.keep(DAY, {SLIDE: Count(1.0)})
    path.write_bytes(b"x" * 9000)
    Path(f"{path}-journal").write_bytes(b"y" * 600)
    assert file.keep(DAY, {SLIDE: Count(2.0)})
    assert read_usage(path) == (Row(DAY, SLIDE, Count(2.0)),)
    assert "usage.broken-1" in files(path)
    assert f"{NAME}-journal" not in files(path)
    assert len(caplog.records) == 1


def test_a_page_that_no_minute_would_touch_is_found_broken_as_the_show_begins(
    path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    rows = {Seen("loop", "a", f"a/{k:04}", "zh"): Count(1.0) for k in range(2000)}
    UsageFile(path).keep(DAY, rows)
    whole = path.read_bytes()
    assert len(whole) > 20 * 4096
    path.write_bytes(whole[: 10 * 4096] + bytes(4096) + whole[11 * 4096 :])
    with pytest.raises(sqlite3.DatabaseError):
        read_usage(path)
    assert UsageFile(path).keep(NEXT, {HOME: Count(1.0)})
    assert read_usage(path) == (Row(NEXT, HOME, Count(1.0)),)
    assert "usage.broken-1" in files(path)


def test_pages_that_would_be_read_twice_are_found_though_nothing_else_would_complain(
    path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """The first two children of the table's root are made one: https://www.sqlite.org/fileformat2.html#b_tree_pages"""
    rows = {Seen("loop", "a", f"a/{k:04}", "zh"): Count(1.0) for k in range(2000)}
    UsageFile(path).keep(DAY, rows)
    book = bytearray(path.read_bytes())
    size = int.from_bytes(book[16:18], "big")
    assert book[size] == 2, "the root has children"
    first, second = (size + int.from_bytes(book[at : at + 2], "big") for at in (size + 12, size + 14))
    book[second : second + 4] = book[first : first + 4]
    path.write_bytes(book)
    with pytest.raises(sqlite3.DatabaseError):
        read_usage(path)
    assert UsageFile(path).keep(NEXT, {HOME: Count(1.0)})
    assert read_usage(path) == (Row(NEXT, HOME, Count(1.0)),)
    assert "usage.broken-1" in files(path)


def test_a_journal_goes_along_with_the_file_that_it_is_of(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path.parent.mkdir()
    path.write_bytes(b"x")
    Path(f"{path}-journal").write_bytes(b"y")
    assert UsageFile(path)._set_aside(sqlite3.DatabaseError("broken"))
    assert files(path) == ["usage.broken-1", "usage.broken-1-journal"]


def test_a_file_that_only_says_it_is_read_only_is_broken_and_one_that_is_waits(
    path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    UsageFile(path).keep(DAY, {SLIDE: Count(1.0)})
    whole = bytearray(path.read_bytes())
    whole[18] = 9  # the format for who writes
    path.write_bytes(whole)
    with monkeypatch.context() as patch:
        patch.setattr(os, "access", lambda *_: False)
        assert not UsageFile(path).keep(DAY, {SLIDE: Count(1.0)})
        assert files(path) == [NAME]
    assert UsageFile(path).keep(DAY, {SLIDE: Count(1.0)})
    assert files(path) == ["usage.broken-1", NAME]


def test_what_cannot_be_opened_is_left_where_it_is(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    path.mkdir(parents=True)
    file = UsageFile(path)
    for _ in range(3):
        assert not file.keep(DAY, {SLIDE: Count(1.0)})
    assert files(path) == [NAME]
    assert len(caplog.records) == 1
    path.rmdir()
    assert file.keep(DAY, {})
    assert read_usage(path)[0].amount.ms == 3.0


def test_of_what_was_set_aside_the_last_few_are_kept(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    for k in range(MOST_BROKEN + 3):
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"broken %d" % k * 100)
        assert UsageFile(path).keep(DAY, {SLIDE: Count(1.0)})
    assert files(path) == [*(f"usage.broken-{k}" for k in range(4, 4 + MOST_BROKEN)), NAME]


def test_a_file_that_is_gone_is_begun_anew(path: Path) -> None:
    file = UsageFile(path)
    file.keep(DAY, {SLIDE: Count(1.0)})
    shutil.rmtree(path.parent)
    assert file.keep(DAY, {SLIDE: Count(2.0)})
    assert read_usage(path)[0].amount.ms == 2.0


def test_what_is_locked_waits_and_comes_later(
    path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "LOCKED_S", 0.01)
    file = UsageFile(path)
    file.keep(DAY, {SLIDE: Count(1.0)})
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        for _ in range(3):
            assert not file.keep(DAY, {SLIDE: Count(1.0)})
        other.execute("ROLLBACK")
    assert [record.getMessage().count("locked") for record in caplog.records] == [1]
    assert file.keep(DAY, {})
    assert read_usage(path)[0].amount.ms == 4.0
    assert files(path) == [NAME]


def test_where_nothing_can_be_written_it_waits_within_bounds_and_comes_later(
    path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_ROWS", 3)
    path.parent.write_text("a file where the folder is to be")
    file = UsageFile(path)
    for day in range(1, 9):
        assert not file.keep(f"2026-11-0{day}", {SLIDE: Count(1.0)})
        assert file.waiting <= 3
    assert len(caplog.records) == 1
    path.parent.unlink()
    assert file.keep("2026-11-08", {SLIDE: Count(1.0)})
    assert [(row.day, row.amount.ms) for row in read_usage(path)] == [
        ("2026-11-06", 1.0),
        ("2026-11-07", 1.0),
        ("2026-11-08", 2.0),
    ]
    assert file.waiting == 0


FULL = """
import resource, signal, sys
from pathlib import Path
from jn_presenter.show.kiosk.usage import Count, Seen
from jn_presenter.usage_file import UsageFile
file = UsageFile(Path(sys.argv[1]))
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
resource.setrlimit(resource.RLIMIT_FSIZE, (8192, hard))
rows = {Seen("loop", "a", f"a/{k}" * 20, "zh"): Count(1.0) for k in range(500)}
print(file.keep("2026-11-23", rows), file.waiting)
resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
print(file.keep("2026-11-23", {}), file.waiting)
"""


def test_what_a_full_disk_does_not_take_is_written_when_it_does(path: Path) -> None:
    """The kernel refuses to let the file grow, as it does where the disk is full."""
    path.parent.mkdir()
    said = subprocess.run([sys.executable, "-c", FULL, str(path)], capture_output=True, text=True, check=True)
    assert said.stdout == "False 500\nTrue 0\n"
    assert said.stderr.count("cannot be written") == 1
    assert len(read_usage(path)) == 500
    assert files(path) == [NAME]


def test_the_last_800_days_are_kept_by_the_days_there_are(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert module.MOST_DAYS == 800
    monkeypatch.setattr(module, "MOST_DAYS", 3)
    file = UsageFile(path)
    for day in ("2026-11-01", "2026-11-02", "2026-11-03", "2096-01-01", "2026-11-04"):
        file.keep(day, {SLIDE: Count(1.0)})
    days = [row.day for row in read_usage(path)]
    assert days == ["2026-11-03", "2026-11-04", "2096-01-01"]


def test_the_file_has_a_most_and_forgets_old_days_to_keep_it(
    path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(module, "MOST_BYTES", 40 * 4096)
    file = UsageFile(path)
    rows = {Seen("loop", "a", f"a/{k}" * 10, "zh"): Count(1.0) for k in range(100)}
    for day in range(100, 140):
        file.keep(f"day {day}", rows)
        assert path.stat().st_size <= 40 * 4096
    assert file.keep("day 140", rows)
    days = sorted({row.day for row in read_usage(path)})
    assert days[-1] == "day 140"
    assert 2 <= len(days) < 30
    assert "usage.broken-1" not in files(path)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("whole") / NAME
    rows = {Seen("loop", "a", f"a/{k}", "zh"): Count(1.0) for k in range(200)}
    UsageFile(path).keep(DAY, rows)
    return path.read_bytes()


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_whatever_is_wrong_with_the_bytes_the_next_minute_is_written(
    path: Path, whole: bytes, data: st.DataObject, caplog: pytest.LogCaptureFixture
) -> None:
    shutil.rmtree(path.parent, ignore_errors=True)
    path.parent.mkdir()
    broken = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 4))):
        where = data.draw(st.integers(0, 110) | st.integers(0, len(whole) - 1))
        broken[where] = data.draw(st.integers(0, 255))
    path.write_bytes(bytes(broken[: data.draw(st.just(len(broken)) | st.integers(0, len(broken)))]))
    file = UsageFile(path)
    assert file.keep(DAY, {HOME: Count(5.0)})
    rows = read_usage(path)
    assert any(row.seen == HOME for row in rows)
    assert as_csv(rows)
    assert len([name for name in files(path) if "broken" in name and "journal" not in name]) <= 1


def test_the_record_is_read_while_it_is_being_written_and_from_a_copy_that_is_read_only(path: Path) -> None:
    file = UsageFile(path)
    file.keep(DAY, {SLIDE: Count(1.0)})
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE seen SET ms = 99")
        assert read_usage(path)[0].amount.ms == 1.0
        other.execute("ROLLBACK")
    path.chmod(0o400)
    os.chmod(path.parent, 0o500)  # noqa: PTH101
    try:
        assert read_usage(path)[0].amount.ms == 1.0
    finally:
        os.chmod(path.parent, 0o700)  # noqa: PTH101
