"""The record of wrong PINs on the disk, and what is left of it after restarts, damage and clocks that were set."""

import json
import stat
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jn_presenter import durable
from jn_presenter.qt.kiosk import pin_file as module
from jn_presenter.qt.kiosk.pin_file import PinFile, up_ms
from jn_presenter.show.kiosk.pin import DAMAGED, MOST_LOCK_MS, NONE, Tries


class Up:
    """The clock that runs since the machine was started."""

    def __init__(self, ms: float = 100_000.0) -> None:
        self.ms = ms

    def __call__(self) -> float:
        return self.ms


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kiosk-1234" / "tries.json"


def test_tries_outlive_the_program(path: Path) -> None:
    up = Up()
    assert PinFile(path, up).read() == NONE
    assert PinFile(path, up).write(Tries(4, 60_000.0))
    up.ms += 20_000.0
    assert PinFile(path, up).read() == Tries(4, 40_000.0)
    up.ms += 60_000.0
    assert PinFile(path, up).read() == Tries(4, 0.0)


def test_after_a_restart_of_the_machine_the_rest_of_the_lock_is_still_to_come(path: Path) -> None:
    PinFile(path, Up(7_200_000.0)).write(Tries(9, 1_920_000.0))
    assert PinFile(path, Up(15_000.0)).read() == Tries(9, 1_905_000.0)


def test_the_clock_on_the_wall_counts_for_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    up = Up()
    PinFile(path, up).write(Tries(4, 60_000.0))
    for year in (1980, 2021, 2099):
        record = json.loads(path.read_text())
        record["written"] = f"{year}-01-01T00:00:00+00:00"
        path.write_text(json.dumps(record))
        assert PinFile(path, up).read() == Tries(4, 60_000.0)


@settings(max_examples=60)
@given(data=st.data())
def test_whatever_is_in_the_file_a_damaged_one_locks_once(data: st.DataObject, tmp_path_factory: Any) -> None:
    path = tmp_path_factory.mktemp("kiosk") / "tries.json"
    up = Up()
    PinFile(path, up).write(Tries(5, 120_000.0))
    whole = path.read_bytes()
    cut = data.draw(st.integers(0, len(whole) - 3))
    torn = data.draw(st.sampled_from([whole[:cut], whole[:cut] + b"\0" * 20, b"", data.draw(st.binary(max_size=60))]))
    path.write_bytes(torn)
    assert PinFile(path, up).read() == DAMAGED


@pytest.mark.parametrize(
    "change",
    [
        {"wrong": -1},
        {"wrong": 1e300},
        {"wrong": "3"},
        {"wrong": None},
        {"lock_ms": -1.0},
        {"lock_ms": MOST_LOCK_MS * 2},
        {"up_ms": -1.0},
        {"more": 1},
    ],
)
def test_numbers_that_nobody_writes_are_damage(path: Path, change: dict[str, object]) -> None:
    PinFile(path, Up()).write(Tries(5, 120_000.0))
    path.write_text(json.dumps(json.loads(path.read_text()) | change))
    assert PinFile(path, Up()).read() == DAMAGED


def test_what_is_no_small_file_is_damage(tmp_path: Path) -> None:
    assert PinFile(tmp_path, Up()).read() == DAMAGED
    large = tmp_path / "tries.json"
    large.write_bytes(b" " * 100_000)
    assert PinFile(large, Up()).read() == DAMAGED


def test_where_nothing_can_be_written_it_says_so_and_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "no-folder").write_text("")
    assert not PinFile(tmp_path / "no-folder" / "tries.json", Up()).write(Tries(1, 0.0))

    def full(*_args: object, **_more: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(module, "replace", full)
    assert not PinFile(tmp_path / "tries.json", Up()).write(Tries(1, 0.0))


def test_a_record_that_is_cut_off_while_it_is_written_leaves_the_one_before(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    up = Up()
    PinFile(path, up).write(Tries(3, 30_000.0))

    def cut(_handle: int) -> None:
        raise OSError(5, "I/O error")

    monkeypatch.setattr(durable.os, "fsync", cut)
    assert not PinFile(path, up).write(NONE)
    monkeypatch.undo()
    assert PinFile(path, up).read() == Tries(3, 30_000.0)


@pytest.mark.skipif(sys.platform == "win32", reason="permissions")
def test_it_is_its_owners_alone(path: Path) -> None:
    PinFile(path, Up()).write(NONE)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_the_clock_of_the_lock_is_none_that_anybody_sets(monkeypatch: pytest.MonkeyPatch) -> None:
    before, day_s = up_ms(), 86_400.0
    at = time.time()
    for jump in (365 * day_s, -365 * day_s):
        monkeypatch.setattr(time, "time", lambda jump=jump: at + jump)
        assert 0.0 <= up_ms() - before < day_s * 1000.0
