"""The show as a real process: heard, ended, and nothing left of it."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from jn_presenter.supervise import child as module
from jn_presenter.supervise.child import Child
from jn_presenter.supervise.inbox import Bell, Heard, Inbox
from jn_presenter.supervise.protocol import Beat, Bye

FAKE = [sys.executable, "-S", "-E", str(Path(__file__).with_name("fake_show.py"))]
LIMIT_S, LOOK_S = 30.0, 0.002


def until(condition: Callable[[], object], what: str) -> None:
    end = time.monotonic() + LIMIT_S
    while not condition():
        assert time.monotonic() < end, f"never: {what}"
        time.sleep(LOOK_S)


class Stage:
    """Children, what they say, and what goes to the log."""

    def __init__(self) -> None:
        self.bell = Bell()
        self.inbox = Inbox(self.bell)
        self.log: list[bytes] = []
        self.heard = Heard()
        self.children: list[Child] = []

    def play(self, *acts: str) -> Child:
        made = Child([*FAKE, *acts], self.inbox, self.overhear)
        self.children.append(made)
        return made

    def overhear(self, line: bytes) -> None:
        self.log.append(line)

    def hear(self) -> Heard:
        new = self.inbox.take()
        merged = {name: value for name, value in new._asdict().items() if value is not None}
        self.heard = self.heard._replace(**merged)
        return self.heard


@pytest.fixture
def stage() -> Iterator[Stage]:
    made = Stage()
    yield made
    for one in made.children:
        one.end(0.0)


def threads() -> int:
    return len(list(Path("/proc/self/task").iterdir()))


def descriptors() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


def state(pid: int) -> str:
    """R, S, T for stopped, Z for a zombie; X where there is no such process."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0]
    except OSError:
        return "X"


def is_gone(pid: int) -> bool:
    """Whether there is no such process, or nothing but its number."""
    return state(pid) in "ZX"


def test_what_it_says_is_heard_and_what_it_writes_is_logged(stage: Stage) -> None:
    play = stage.play("beat=3", "err=words", "say={", 'say={"bye": "staff"}', "exit=0")
    until(lambda: play.exit_code() is not None, "its end")
    play.close()
    assert stage.hear().beat == Beat("a/b", '{"slide":"a/b"}')
    assert stage.heard.bye == Bye("staff")
    assert stage.log == [b"words"]
    assert play.exit_code() == 0


@pytest.mark.parametrize(("act", "code"), [("exit=3", 3), ("kill=9", -9), ("kill=11", -11), ("kill=6", -6)])
def test_it_is_known_how_it_ended(stage: Stage, act: str, code: int) -> None:
    play = stage.play(act)
    until(lambda: play.exit_code() is not None, "its end")
    assert play.exit_code() == code


def test_its_end_wakes_the_supervisor(stage: Stage) -> None:
    play = stage.play("beat", "exit=1")
    stage.bell.wait(LIMIT_S)
    until(lambda: play.exit_code() == 1, "its end")


def test_a_show_that_hangs_is_killed_with_all_that_it_has_started(stage: Stage, tmp_path: Path) -> None:
    note = tmp_path / "pid"
    play = stage.play("deaf", f"family={note}", "beat", "hang")
    until(lambda: stage.hear().beat, "a beat")
    grandchild = int(note.read_text(encoding="ascii"))
    assert not is_gone(grandchild)
    assert play.end(0.05)
    assert play.exit_code() == -9
    until(lambda: is_gone(grandchild), "the end of what it has started")


def test_what_a_crashed_show_has_started_is_ended_too(stage: Stage, tmp_path: Path) -> None:
    note = tmp_path / "pid"
    play = stage.play(f"family={note}", "exit=1")
    until(lambda: play.exit_code() is not None, "its end")
    play.close()
    grandchild = int(note.read_text(encoding="ascii"))
    until(lambda: is_gone(grandchild), "the end of what it has started")


def test_asked_kindly_it_can_do_what_it_has_to_before_it_ends(stage: Stage) -> None:
    """The leash would end it at once; it is held until the show has ended by itself."""
    code = (
        "import os, signal, threading, time\n"
        "threading.Thread(target=lambda: (os.read(0, 1), os._exit(70)), daemon=True).start()\n"
        "def end(*_):\n    os.write(2, b'written')\n    os._exit(5)\n"
        "signal.signal(signal.SIGTERM, end)\n"
        "os.write(1, b'{\"beat\": 1}\\n')\n"
        "while True: time.sleep(60)\n"
    )
    play = Child([sys.executable, "-S", "-E", "-c", code], stage.inbox, stage.overhear)
    until(lambda: stage.hear().beat, "a beat")
    assert play.end(LIMIT_S)
    assert play.exit_code() == 5
    assert stage.log == [b"written"]


def test_without_a_grace_it_is_killed_at_once(stage: Stage) -> None:
    play = stage.play("beat", "hang")
    assert play.end(0.0)
    assert play.exit_code() == -9


def test_a_stopped_show_is_killed_as_well(stage: Stage) -> None:
    play = stage.play("beat", "hang")
    until(lambda: stage.hear().beat, "a beat")
    os.kill(play.pid, 19)
    until(lambda: state(play.pid) == "T", "stopped")
    assert play.end(0.05)
    assert play.exit_code() == -9


def test_a_show_that_writes_without_end_fills_no_memory(stage: Stage) -> None:
    kept: list[int] = []
    play = Child([*FAKE, "flood=200", "say=", "beat", "exit=0"], stage.inbox, lambda line: kept.append(len(line)))
    stage.children.append(play)
    until(lambda: play.exit_code() is not None, "its end")
    play.close()
    assert stage.hear().beat is not None, "it is understood again after the flood"
    assert kept == [1000] * 200


def test_last_words_without_an_end_are_logged_and_long_ones_cut(stage: Stage) -> None:
    code = f"import os; os.write(2, b'x' * {module.MOST_WORDS + 7} + b'\\nlast')"
    play = Child([sys.executable, "-S", "-E", "-c", code], stage.inbox, stage.overhear)
    until(lambda: play.exit_code() is not None, "its end")
    play.close()
    assert stage.log == [b"x" * module.MOST_WORDS, b"last"]


def test_memory_is_taken_from_the_show_first(stage: Stage) -> None:
    play = stage.play("beat", "hang")
    score = int(Path(f"/proc/{play.pid}/oom_score_adj").read_text(encoding="ascii"))
    assert score > int(Path("/proc/self/oom_score_adj").read_text(encoding="ascii")) or score >= 500


def test_its_own_words_to_systemd_are_kept_from_it(stage: Stage) -> None:
    environ = {"NOTIFY_SOCKET": "/x", "WATCHDOG_PID": "1", "OTHER": "y"}
    code = "import os; os.write(2, ' '.join(sorted(os.environ)).encode())"
    play = Child([sys.executable, "-S", "-E", "-c", code], stage.inbox, stage.overhear, environ)
    stage.children.append(play)
    until(lambda: play.exit_code() is not None, "its end")
    play.close()
    names = stage.log[0].split()
    assert b"OTHER" in names
    assert not {b"NOTIFY_SOCKET", b"WATCHDOG_PID"} & set(names)


def test_a_program_that_is_not_there_is_an_error() -> None:
    with pytest.raises(OSError, match="nowhere"):
        Child(["/nowhere/at/all"], Inbox(Bell()), lambda _chunk: None)


def test_restarts_leave_no_descriptor_no_thread_and_no_zombie(stage: Stage) -> None:
    """The short form; the long one is in the soak."""
    before = descriptors(), threads()
    for number in range(60):
        play = Child(["/bin/sh", "-c", "echo '{\"beat\": 1}'; exit 3"], stage.inbox, stage.overhear)
        if number % 3:
            until(lambda play=play: play.exit_code() is not None, "its end")
            play.close()
        else:
            play.end(0.01)
        assert is_gone(play.pid)
        assert not Path(f"/proc/{play.pid}").exists(), "a zombie"
    until(lambda: (descriptors(), threads()) == before, "as many as before")


def test_what_lives_on_elsewhere_and_holds_the_pipes_keeps_no_thread(stage: Stage, tmp_path: Path) -> None:
    """It has left the group; what it holds of ours is let go of."""
    before = threads(), descriptors()
    note = tmp_path / "pid"
    code = f"""
import os, time
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        with open({str(note)!r}, "w") as out:
            out.write(str(os.getpid()))
        os.write(1, b'{{"beat": 1}}\\n')
        time.sleep(3600)
    os._exit(0)
os.wait()
"""
    play = Child([sys.executable, "-S", "-c", code], stage.inbox, stage.overhear)
    until(lambda: play.exit_code() is not None and stage.hear().beat is not None, "its end")
    play.close()
    until(lambda: (threads(), descriptors()) == before, "as many as before")
    os.kill(int(note.read_text(encoding="ascii")), 9)
