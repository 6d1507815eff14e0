"""A log that stays within its bounds."""

import errno
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.supervise import logs
from jn_presenter.supervise.logs import BURST, RotatingLog, Sieve


def size(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.iterdir())


def test_lines_have_their_time_and_stand_in_order(tmp_path: Path) -> None:
    log = RotatingLog(tmp_path / "log")
    log.write("one 一")
    log.write("two")
    log.close()
    lines = (tmp_path / "log" / "kiosk.log").read_text(encoding="utf-8").splitlines()
    assert [line[25:] for line in lines] == ["one 一", "two"]
    assert lines[0][:2] == "20"


def test_it_never_grows_beyond_its_files(tmp_path: Path) -> None:
    log = RotatingLog(tmp_path, files=3, most=1000)
    for number in range(500):
        log.write(f"line {number} " + "x" * (number % 90))
        assert size(tmp_path) <= 3 * 1000
    assert sorted(file.name for file in tmp_path.iterdir()) == ["kiosk.log", "kiosk.log.1", "kiosk.log.2"]
    kept = "".join((tmp_path / f"kiosk.log{end}").read_text(encoding="utf-8") for end in (".2", ".1", ""))
    numbers = [int(line.split()[3]) for line in kept.splitlines()]
    assert numbers == list(range(numbers[0], 500))


def test_a_new_start_goes_on_in_the_same_file(tmp_path: Path) -> None:
    for number in range(30):
        log = RotatingLog(tmp_path, files=2, most=400)
        log.write(f"start {number}")
        log.close()
        assert size(tmp_path) <= 800


def test_a_line_longer_than_a_file_is_cut(tmp_path: Path) -> None:
    log = RotatingLog(tmp_path, files=2, most=100)
    for _ in range(5):
        log.write("x" * 5000)
        assert size(tmp_path) <= 200


def test_where_old_files_cannot_be_moved_nothing_more_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = RotatingLog(tmp_path, files=3, most=200)

    def refuse(*_: object) -> None:
        raise OSError(errno.EACCES, "no")

    monkeypatch.setattr(Path, "replace", refuse)
    failed = 0
    for _ in range(20):
        try:
            log.write("x" * 50)
        except OSError:
            failed += 1
    assert failed > 10
    assert size(tmp_path) <= 600
    monkeypatch.undo()
    log.write("again")
    assert "again" in (tmp_path / "kiosk.log").read_text(encoding="utf-8")


def test_after_a_full_disk_it_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    log = RotatingLog(tmp_path)
    log.write("before")

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as patched:
        patched.setattr(logs.os, "write", full)
        with pytest.raises(OSError, match="full"):
            log.write("lost")
    log.write("after")
    log.close()
    words = (tmp_path / "kiosk.log").read_text(encoding="utf-8")
    assert "before" in words
    assert "after" in words


def test_a_folder_that_is_taken_away_is_made_again_with_the_next_file(tmp_path: Path) -> None:
    folder = tmp_path / "log"
    log = RotatingLog(folder, files=2, most=200)
    log.write("x" * 100)
    for file in folder.iterdir():
        file.unlink()
    folder.rmdir()
    for _ in range(3):
        log.write("y" * 100)
    assert (folder / "kiosk.log").exists()


def test_a_flood_is_cut_and_counted() -> None:
    sieve = Sieve()
    kept: list[str] = []
    for _ in range(100_000):
        kept += sieve.pass_on(b"an error", 10.0)
    assert sum(len(line) + 1 for line in kept) <= BURST
    told = sieve.pass_on(b"later", 10_000.0)
    assert told == [f"… {100_000 - len(kept)} lines left out / 略去 {100_000 - len(kept)} 行", "later"]


def test_while_a_flood_goes_on_its_size_is_told_every_minute() -> None:
    sieve = Sieve()
    told = []
    for second in range(300):
        for _ in range(500):
            told += [line for line in sieve.pass_on(b"x" * 999, 100.0 + second) if line.startswith("…")]
    assert 3 <= len(told) <= 6


def test_bytes_that_are_no_words_are_replaced() -> None:
    assert Sieve().pass_on(b"\xff\xfe", 0.0) == ["\ufffd\ufffd"]


@given(st.lists(st.tuples(st.integers(0, 3000), st.floats(0.0, 100.0)), max_size=20))
def test_no_flood_passes_more_than_its_share(floods: list[tuple[int, float]]) -> None:
    sieve, now, kept = Sieve(), 0.0, 0
    for count, later in floods:
        now += later
        for _ in range(count):
            lines = sieve.pass_on(b"x" * 499, now)
            kept += sum(len(line) + 1 for line in lines if not line.startswith("…"))
    assert kept <= BURST + logs.A_SECOND * now + 1


def test_the_cap_of_all_files_is_what_is_said() -> None:
    assert logs.FILES * logs.MOST == 5 << 20
