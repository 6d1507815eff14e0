"""A whole supervisor as a process of its own, with a show that is none."""

import json
import os
import signal
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from jn_presenter.supervise import aside
from jn_presenter.supervise.keeping import Kiosk, Records
from jn_presenter.supervise.scribe import Scribe
from jn_presenter.supervise.status import Status
from tests.supervise.made_up import Made
from tests.supervise.test_child import FAKE, is_gone, until

KEEPS = """
import json, sys
from pathlib import Path
from jn_presenter.supervise.keeping import Kiosk, keep_running
from jn_presenter.supervise.supervisor import Patience
folder, deck, patience, *command = json.loads(sys.argv[1])
kiosk = Kiosk("1.0", deck, Path(folder), command=tuple(command), patience=Patience(*patience))
keep_running(kiosk)
"""
PATIENT, HASTY = (30.0, 30.0, 30.0, 5.0), (0.3, 30.0, 30.0, 0.05)


ON = "on the screen"


class Hall:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.notes = folder / "notes"
        self.state = folder / "state"
        self.deck = folder / "deck"
        self.programs: list[subprocess.Popen[bytes]] = []
        self.env = dict(os.environ)

    def keep(self, *acts: str, patience: tuple[float, ...] = PATIENT) -> "subprocess.Popen[bytes]":
        words = json.dumps([str(self.state), str(self.deck), patience, *FAKE, f"note={self.notes}", *acts])
        made = subprocess.Popen([sys.executable, "-c", KEEPS, words], env=self.env)
        self.programs.append(made)
        return made

    def started(self) -> list[int]:
        """The numbers of all shows so far."""
        try:
            return [int(line.split()[0]) for line in self.notes.read_text(encoding="utf-8").splitlines()]
        except OSError:
            return []

    def log(self) -> str:
        try:
            return (self.state / "log" / "kiosk.log").read_text(encoding="utf-8")
        except OSError:
            return ""

    def status(self) -> dict[str, object]:
        try:
            found = json.loads((self.state / "status.json").read_text(encoding="utf-8"))
        except OSError:
            return {}
        assert isinstance(found, dict)
        return found


@pytest.fixture
def hall(tmp_path: Path) -> Iterator[Hall]:
    made = Hall(tmp_path)
    yield made
    for program in made.programs:
        program.terminate()
        program.wait()
    until(lambda: all(is_gone(pid) for pid in made.started()), "the end of all shows")


def test_a_crashed_show_is_started_again_and_that_is_written_down(hall: Hall) -> None:
    hall.keep("leash", "beat", "exit=3")
    until(lambda: len(hall.started()) >= 2, "a second start")
    until(lambda: hall.status().get("restarts"), "a status")
    fallen = hall.status()["last_crash"]
    assert isinstance(fallen, dict)
    assert (fallen["how"], fallen["code"], fallen["slide"]) == ("exit", 3, "a/b")
    assert "exit code 3 on a/b" in hall.log()


def test_a_show_that_hangs_is_ended_and_started_again(hall: Hall) -> None:
    hall.keep("deaf", "beat", "hang", patience=HASTY)
    until(lambda: len(hall.started()) >= 2, "a second start")
    assert is_gone(hall.started()[0])
    until(lambda: "stands still on a/b" in hall.log(), "a word about it")


def test_a_mended_deck_is_back_within_seconds(hall: Hall) -> None:
    hall.deck.mkdir()
    page = hall.deck / "page"
    page.write_text("bad", encoding="ascii")
    hall.keep("leash", f"bad={page}", "beats=0.02")
    until(lambda: "now the plain page" in hall.log(), "the plain page")
    page.write_text("good", encoding="ascii")
    until(lambda: "the deck has changed" in hall.log(), "another try")
    until(lambda: hall.status().get("healthy"), "the deck")
    assert "--safe" not in hall.notes.read_text(encoding="utf-8").splitlines()[-1]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_asked_to_end_it_ends_the_show_and_itself(hall: Hall, number: int) -> None:
    program = hall.keep("leash", "beats=0.02")
    until(hall.started, "a start")
    until(lambda: ON in hall.log(), "a beat")
    program.send_signal(number)
    assert program.wait() == 0
    assert is_gone(hall.started()[0])
    assert "was ended" in hall.log()


def test_asked_to_end_it_ends_a_show_that_does_not_listen_too(hall: Hall) -> None:
    program = hall.keep("deaf", "beat", "hang", patience=(30.0, 30.0, 30.0, 0.05))
    until(lambda: ON in hall.log(), "a beat")
    program.terminate()
    assert program.wait() == 0
    assert is_gone(hall.started()[0])


def test_when_it_is_killed_the_show_ends_at_once(hall: Hall) -> None:
    program = hall.keep("leash", "deaf", "beats=0.02")
    until(lambda: ON in hall.log(), "a beat")
    program.kill()
    until(lambda: is_gone(hall.started()[0]), "the end of the show")


def test_staff_end_the_kiosk(hall: Hall) -> None:
    program = hall.keep("beat", 'say={"bye": "staff"}', "exit=0")
    assert program.wait() == 0
    assert len(hall.started()) == 1


def test_a_supervisor_that_was_stopped_takes_it_for_no_hang(hall: Hall) -> None:
    """The show goes on beating meanwhile; what it says waits in the pipe."""
    program = hall.keep("leash", "beats=0.02", patience=(2.0, 30.0, 30.0, 5.0))
    until(lambda: ON in hall.log(), "a beat")
    program.send_signal(signal.SIGSTOP)
    end = time.monotonic() + 2.5
    until(lambda: time.monotonic() > end, "longer than the show's patience")
    program.send_signal(signal.SIGCONT)
    program.terminate()
    assert program.wait() == 0
    assert len(hall.started()) == 1
    assert "stands still" not in hall.log()


def test_where_nothing_can_be_written_the_show_goes_on(hall: Hall) -> None:
    hall.state.write_text("a file where the folder should be", encoding="utf-8")
    program = hall.keep("leash", "beat", "exit=3")
    until(lambda: len(hall.started()) >= 3, "a third start")
    assert program.poll() is None
    assert stat.S_ISREG(hall.state.stat().st_mode)


def test_its_own_words_reach_systemd(hall: Hall, tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(str(tmp_path / "notify"))
        systemd.settimeout(30.0)
        hall.env |= {"NOTIFY_SOCKET": str(tmp_path / "notify"), "WATCHDOG_USEC": "1000000"}
        hall.env.pop("WATCHDOG_PID", None)
        program = hall.keep("leash", "beats=0.02")
        assert systemd.recv(100) == b"READY=1"
        assert systemd.recv(100).startswith(b"WATCHDOG=1\nSTATUS=")
        assert systemd.recv(100).startswith(b"WATCHDOG=1\nSTATUS=")
        program.terminate()
        program.wait()


class Paper(Scribe):
    """Notes what is to be written, and writes nothing."""

    def __init__(self) -> None:
        self.files: list[tuple[str, bytes]] = []

    def file(self, path: Path, content: bytes, spare: Path | None = None) -> None:
        self.files.append((path.name, content))

    def written(self, name: str) -> list[bytes]:
        return [content for found, content in self.files if found == name]


def status(**more: object) -> Status:
    return Status("1.0", "/deck", 1, 0.0, 0, showing_s=1.0)._replace(**more)


def test_the_status_is_written_at_once_when_it_changes_and_else_now_and_then() -> None:
    made, paper = Made(), Paper()
    records = Records(Kiosk("1.0", "/deck", Path("/state")), paper, made)
    times: list[float] = []

    def go_on(seconds: float, **more: object) -> None:
        for _ in range(int(4 * seconds)):
            before = len(paper.written("status.json"))
            records.keep(status(**more))
            if len(paper.written("status.json")) > before:
                times.append(made.time - 1000.0)
            made.pass_by(0.25)

    go_on(1.0)
    go_on(1.0, restarts=1)
    go_on(88.0, restarts=2)
    assert times == [0.0, 1.0, 2.0, 32.0, 62.0]
    assert json.loads(paper.written("status.json")[-1])["restarts"] == 2
    assert json.loads(records.page.content)["restarts"] == 2
    assert records.page.healthy


def test_what_is_set_aside_is_written_when_it_changes_and_every_ten_minutes() -> None:
    made, paper = Made(), Paper()
    records = Records(Kiosk("1.0", "/deck", Path("/state")), paper, made)
    records.keep_aside({})
    assert paper.files == []
    left = aside.set_aside({}, "a/b")
    for _ in range(4 * 1300):
        records.keep_aside(left)
        made.pass_by(0.25)
        left = aside.aged(left, 0.25)
    contents = paper.written("aside.json")
    assert len(contents) == 3
    assert aside.read(contents[-1], made.wall()) == {"a/b": pytest.approx(aside.DAY_S - 1300.0, abs=2.0)}
    records.keep_aside({})
    assert aside.read(paper.written("aside.json")[-1], made.wall()) == {}


def test_what_was_set_aside_before_a_restart_of_the_machine_still_is(hall: Hall) -> None:
    hall.state.mkdir()
    (hall.state / "aside.json").write_bytes(aside.written({"a/old": 5000.0}, time.time()))
    hall.keep("leash", "beats=0.02")
    until(hall.started, "a start")
    assert "--aside=a/old" in hall.notes.read_text(encoding="utf-8")


def test_without_an_address_nothing_listens(hall: Hall) -> None:
    program = hall.keep("leash", "beats=0.02")
    until(lambda: ON in hall.log(), "a beat")
    held = set()
    for one in Path(f"/proc/{program.pid}/fd").iterdir():
        with suppress(OSError):  # closed meanwhile
            held.add(str(one.readlink()))
    assert held
    tables = [
        Path(f"/proc/{program.pid}/net/{name}").read_text(encoding="ascii") for name in ("tcp", "tcp6", "udp", "udp6")
    ]
    networked = {f"socket:[{line.split()[9]}]" for table in tables for line in table.splitlines()[1:]}
    assert not held & networked
