"""What is written, and that nothing waits for it."""

import errno
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from jn_presenter.supervise import scribe as module
from jn_presenter.supervise.logs import RotatingLog
from jn_presenter.supervise.scribe import MOST_WAITING, Scribe, whole

LIMIT_S = 30.0


class Desk:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.time = 100.0
        self.echoed: list[str] = []
        self.log = RotatingLog(folder / "log")
        self.scribe = Scribe(self.log, lambda: self.time, self.echoed.append)

    @property
    def logged(self) -> str:
        assert self.scribe.idle(LIMIT_S)
        return (self.folder / "log" / "kiosk.log").read_text(encoding="utf-8")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.scribe.end(LIMIT_S)


def test_lines_are_logged_and_said_aloud(desk: Desk) -> None:
    desk.scribe.line("mine")
    desk.scribe.line("the show's", own=False)
    assert "kiosk: mine\n" in desk.logged
    assert "show: the show's\n" in desk.logged
    assert desk.echoed == ["kiosk: mine", "show: the show's"]


def test_files_are_whole_and_the_newest(desk: Desk) -> None:
    for number in range(50):
        desk.scribe.file(desk.folder / "status.json", b"%d" % number)
    assert desk.scribe.idle(LIMIT_S)
    assert (desk.folder / "status.json").read_bytes() == b"49"
    assert not list(desk.folder.glob(".*"))


def test_a_file_that_cannot_be_written_costs_one_line_until_it_can(desk: Desk) -> None:
    place = desk.folder / "status.json"
    place.mkdir()
    for _ in range(5):
        desk.scribe.file(place, b"x")
        assert desk.scribe.idle(LIMIT_S)
    assert desk.logged.count("cannot write status.json") == 1
    place.rmdir()
    desk.scribe.file(place, b"x")
    assert desk.scribe.idle(LIMIT_S)
    assert place.read_bytes() == b"x"


def test_what_cannot_be_written_in_its_place_stands_in_a_spare_one_meanwhile(desk: Desk) -> None:
    place, spare = desk.folder / "status.json", desk.folder / "spare" / "status.json"
    desk.scribe.file(place, b"first", spare)
    assert desk.scribe.idle(LIMIT_S)
    assert not spare.exists()
    part = place.with_name(".status.json.part")
    part.mkdir()
    desk.scribe.file(place, b"second", spare)
    assert desk.scribe.idle(LIMIT_S)
    assert (place.read_bytes(), spare.read_bytes()) == (b"first", b"second")
    part.rmdir()
    desk.scribe.file(place, b"third", spare)
    assert desk.scribe.idle(LIMIT_S)
    assert (place.read_bytes(), spare.exists()) == (b"third", False)


def test_on_a_full_disk_lines_are_lost_and_counted(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    tries = []

    def full(_log: object, line: str) -> None:
        tries.append(line)
        raise OSError(errno.ENOSPC, "full")

    desk.scribe.line("before")
    assert desk.scribe.idle(LIMIT_S)
    with monkeypatch.context() as patched:
        patched.setattr(RotatingLog, "write", full)
        for number in range(10):
            desk.scribe.line(f"lost {number}")
            assert desk.scribe.idle(LIMIT_S)
        assert len(tries) == 1, "it is not tried again at once"
    desk.time += 10.0
    desk.scribe.line("after")
    assert "10 lines could not be written" in desk.logged
    assert "kiosk: after" in desk.logged


def test_while_the_disk_stands_still_nobody_waits_and_no_memory_fills(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    still, entered = threading.Event(), threading.Event()

    def stuck(_log: object, _line: str) -> None:
        entered.set()
        still.wait(LIMIT_S)

    monkeypatch.setattr(RotatingLog, "write", stuck)
    desk.scribe.line("first")
    assert entered.wait(LIMIT_S)
    for number in range(3 * MOST_WAITING):
        desk.scribe.line(f"line {number}")
        desk.scribe.file(desk.folder / "status.json", b"x" * number)
    assert len(desk.scribe._lines) == MOST_WAITING
    assert len(desk.scribe._files) == 1
    still.set()


def test_a_terminal_that_was_closed_is_not_spoken_to_again(desk: Desk) -> None:
    def closed(text: str) -> None:
        desk.echoed.append(text)
        raise OSError(errno.EIO, "closed")

    desk.scribe._echo = closed
    desk.scribe.line("one")
    desk.scribe.line("two")
    assert "kiosk: two" in desk.logged
    assert desk.echoed == ["kiosk: one"]


def test_a_file_takes_its_place_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "new" / "status.json"
    whole(place, b"old")

    def crash(*_: object) -> None:
        raise OSError(errno.EIO, "pulled out")

    monkeypatch.setattr(module.Path, "replace", crash)
    with pytest.raises(OSError, match="pulled"):
        whole(place, b"new and longer")
    assert place.read_bytes() == b"old"
