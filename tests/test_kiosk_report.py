"""What `kiosk --status` says, and with which exit code."""

import errno
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from jn_presenter import kiosk_folder as kiosk_folder_module
from jn_presenter import kiosk_report
from jn_presenter.cli import main
from jn_presenter.kiosk_folder import kiosk_folder, leave, lock, make_spare, places, runs
from jn_presenter.kiosk_report import OLD_S, current, words
from jn_presenter.lock import Lock
from jn_presenter.model.text import Message
from jn_presenter.packs.errand import Outcome
from jn_presenter.packs.telling import tell
from jn_presenter.supervise.ladder import DECK, GOOD, SAFE
from jn_presenter.supervise.protocol import Content
from jn_presenter.supervise.scribe import whole
from jn_presenter.supervise.status import Fallen, Status, Why, as_json

WELL = Status("1.0", "/decks/hall", 7, 1_700_000_000.0, 0, showing_s=7300.0, slide="a/b", child=8, memory=200_000_000)
FALLEN = WELL._replace(
    rung=SAFE,
    restarts=9,
    aside=(("a/bad", 7200.0),),
    last_crash=Fallen(1_700_000_100.0, "a/bad", "signal", None, "SIGSEGV"),
)


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    return tmp_path


@contextmanager
def kiosk(deck: Path, status: Status | None = WELL) -> Iterator[Path]:
    """A kiosk of that deck that runs, as far as others can see."""
    folder = kiosk_folder(str(deck))
    held = lock(folder)
    assert held is not None
    if status is not None:
        whole(folder / "status.json", as_json(status, 1.0))
    try:
        yield folder
    finally:
        held.release()


def test_a_kiosk_that_is_well(state: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with kiosk(state):
        assert main(["kiosk", str(state), "--status"]) == 0
        said = capsys.readouterr().out
        assert "正常：已连续放映 2 小时 / well: showing for 2 h without a break" in said
        assert "deck: /decks/hall" in said
        assert "200 MB" in said
        assert "last crash" not in said
        assert main(["kiosk", str(state), "--status", "--json"]) == 0
        found = json.loads(capsys.readouterr().out)
        assert (found["healthy"], found["running"], found["slide"], found["child"]) == (True, True, "a/b", 8)


def test_outside_the_opening_hours_nobody_is_told_that_slides_are_shown(
    state: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with kiosk(state, WELL._replace(closed=True)):
        assert main(["kiosk", str(state), "--status"]) == 0
        said = capsys.readouterr().out
        assert "well: closed, and so black; up for 2 h without a break" in said
        assert "showing" not in said


def test_a_kiosk_that_is_not(state: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with kiosk(state, FALLEN):
        assert main(["kiosk", str(state), "--status"]) == 1
        said = capsys.readouterr().out
        assert "not well: showing the plain page" in said
        assert "signal SIGSEGV, on a/bad" in said
        assert "set aside: a/bad, for 2 h yet" in said
        assert main(["kiosk", str(state), "--status", "--json"]) == 1
        assert json.loads(capsys.readouterr().out)["rung"] == "safe"


def test_what_is_wrong_with_the_deck(state: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = Content(2, "a/b.yaml:3: 缺标题 / no title", "briefing.yaml 有误 / is broken")
    with kiosk(state, WELL._replace(content=content)):
        assert main(["kiosk", str(state), "--status"]) == 0
        said = capsys.readouterr().out
        assert "the deck's errors: 2" in said
        assert "a/b.yaml:3: 缺标题 / no title\n" in said
        assert "briefing.yaml 有误 / is broken\n" in said
    with kiosk(state, WELL._replace(content=Content(1, "x", copy=True))):
        assert main(["kiosk", str(state), "--status"]) == 1
        said = capsys.readouterr().out
        assert "showing the last good copy" in said
        assert "why not the deck: it cannot be shown; its first error:\nx\n" in said
        assert "the deck's errors" not in said


def test_why_another_deck_is_shown_and_a_slide_is_not(state: Path, capsys: pytest.CaptureFixture[str]) -> None:
    refused = Fallen(1_700_000_000.0, "", "exit", 2, "", "briefing.yaml:3:1: 缺标题 / no title")
    crashed = Fallen(1_700_000_000.0, "a/x", "signal", None, "SIGSEGV")
    with kiosk(state, FALLEN._replace(rung=GOOD, why=Why(((DECK, refused),), (("a/bad", crashed),)))):
        assert main(["kiosk", str(state), "--status"]) == 1
        said = capsys.readouterr().out
        assert "why not the deck: 2023-11-1" in said
        assert "exit code 2\nbriefing.yaml:3:1: 缺标题 / no title\n" in said
        assert "signal SIGSEGV, on a/x\n" in said.partition("set aside: a/bad")[2]
        assert "no last good copy" not in said
    with kiosk(state, FALLEN._replace(why=Why(((DECK, refused), (GOOD, crashed))))):
        main(["kiosk", str(state), "--status"])
        said = capsys.readouterr().out
        assert "why not the last good copy of the deck: 2023-11-1" in said
        assert "no last good copy" not in said
        assert "crashed before this start" in said
    with kiosk(state, FALLEN._replace(why=Why(((DECK, refused),)))):
        main(["kiosk", str(state), "--status"])
        assert "there is no last good copy" in capsys.readouterr().out


def test_a_window_that_the_system_does_not_show_is_not_well(state: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with kiosk(state, WELL._replace(seen=False)):
        assert main(["kiosk", str(state), "--status"]) == 1
        assert "does not show its window" in capsys.readouterr().out


def test_no_kiosk(state: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with kiosk(state):
        pass
    assert main(["kiosk", str(state), "--status"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "no kiosk of this deck is running" in told.err
    assert main(["kiosk", str(state), "--status", "--json"]) == 2
    assert json.loads(capsys.readouterr().out) == {"healthy": False, "running": False}


def test_the_kiosk_of_another_deck_is_named(state: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with kiosk(state / "other"):
        assert main(["kiosk", str(state), "--status"]) == 2
        assert "kiosk --status /decks/hall" in capsys.readouterr().err


def test_a_status_that_was_not_written_for_long_is_not_believed(state: Path) -> None:
    with kiosk(state) as folder:
        written = (folder / "status.json").stat().st_mtime
        assert current(folder, written + OLD_S)["healthy"] is True
        old = current(folder, written + OLD_S + 1.0)
        assert old["healthy"] is False
        assert "status is 2 min old" in words(old)[0].en
        assert current(folder, written - 365 * 86_400.0)["healthy"] is True, "a clock that was put back"


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"healthy": true}', b"\xff", b"[" * 100_000, b"1" * 5000])
def test_a_file_that_is_no_status_is_said_so(state: Path, content: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    with kiosk(state, None) as folder:
        (folder / "status.json").write_bytes(content)
        assert main(["kiosk", str(state), "--status"]) == 1
        assert "cannot be read" in capsys.readouterr().out


def test_what_became_of_the_last_pack_is_said(state: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with kiosk(state) as folder:
        main(["kiosk", str(state), "--status"])
        assert "pack" not in capsys.readouterr().out
        tell(folder, Outcome("/media/usb/x.jnpack", "cut", Message("不完整", "not whole")), 1_700_000_000.0)
        assert main(["kiosk", str(state), "--status"]) == 0
        said = capsys.readouterr().out
        assert "pack x.jnpack, refused 2023-11-1" in said
        assert "not whole" in said
        main(["kiosk", str(state), "--status", "--json"])
        assert json.loads(capsys.readouterr().out)["pack"]["outcome"]["code"] == "cut"
        tell(folder, Outcome("/media/usb/x.jnpack", "new", Message("新", "took")), 1_700_000_000.0)
        main(["kiosk", str(state), "--status"])
        said = capsys.readouterr().out
        assert "taken 2023-11-1" in said
        assert "in its place" not in said
        (folder / "decks" / "7").mkdir(parents=True)
        (folder / "decks" / "7" / "briefing.yaml").touch()
        main(["kiosk", str(state), "--status"])
        assert "in its place that of a pack: version 7" in capsys.readouterr().out


def test_every_way_to_end_has_words() -> None:
    for how in ("exit", "signal", "hang", "start"):
        status = json.loads(as_json(FALLEN._replace(last_crash=Fallen(1.0, "", how, 3, "SIGABRT")), 1.0))
        lines = words(status | {"age_s": 0.0})
        assert any("last crash" in line.en and "{" not in line.zh for line in lines)
    starting = json.loads(as_json(WELL._replace(showing_s=None), 1.0)) | {"age_s": 0.0, "healthy": False}
    assert "nothing is shown" in words(starting)[0].en


def test_one_supervisor_a_deck(state: Path) -> None:
    folder = kiosk_folder(str(state))
    assert not runs(folder)
    with kiosk(state):
        assert runs(folder)
        with pytest.raises(BlockingIOError):
            lock(folder)
    assert not runs(folder)
    assert lock(state / "file-to-be") is not None


def test_who_only_asks_for_it_keeps_no_kiosk_from_starting(state: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = kiosk_folder(str(state))
    folder.mkdir(parents=True)
    asks = Lock(folder / "running")
    assert asks.take()
    monkeypatch.setattr(kiosk_folder_module.time, "sleep", lambda _seconds: asks.release())
    held = lock(folder)
    assert held is not None
    held.release()


def test_where_nothing_can_be_written_there_is_no_lock(state: Path) -> None:
    (state / "state").write_text("a file")
    assert lock(kiosk_folder(str(state))) is None


@pytest.fixture
def read_only(state: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a kiosk that cannot be made, on a machine with a folder in memory."""
    (state / "state").write_text("a file")
    (state / "memory").mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(state / "memory"))
    return kiosk_folder(str(state))


def test_a_kiosk_that_cannot_write_is_found_all_the_same(
    read_only: Path, state: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spare = make_spare(read_only)
    assert spare is not None
    assert spare.parent == state / "memory"
    held = lock(read_only, spare)
    assert held is not None
    with pytest.raises(BlockingIOError):
        lock(read_only, spare)
    whole(spare / "status.json", as_json(WELL, 1.0))
    assert main(["kiosk", str(state), "--status"]) == 0
    assert "well: showing" in capsys.readouterr().out
    assert main(["kiosk", str(state / "other"), "--status"]) == 2
    assert "kiosk --status /decks/hall" in capsys.readouterr().err
    held.release()
    leave(spare)
    assert main(["kiosk", str(state), "--status"]) == 2
    assert list((state / "memory").iterdir()) == []


def test_a_kiosk_whose_disk_became_read_only_still_runs(state: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with kiosk(state) as folder:
        opened = os.open

        def no_writing(path: object, flags: int, *more: int) -> int:
            if flags & (os.O_RDWR | os.O_WRONLY | os.O_CREAT):
                raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(path))
            return opened(path, flags, *more)  # type: ignore[arg-type]

        monkeypatch.setattr(os, "open", no_writing)
        assert runs(folder)
        with pytest.raises(BlockingIOError):
            lock(folder, state)


def test_a_folder_that_somebody_else_can_write_in_is_no_spare_one(read_only: Path, state: Path) -> None:
    spare = make_spare(read_only)
    assert spare is not None
    spare.chmod(0o777)
    assert spare not in places(read_only)
    other = make_spare(read_only)
    assert other != spare
    leave(other)
    spare.rmdir()
    spare.symlink_to(state)
    assert spare not in places(read_only)


def test_the_newest_status_counts(state: Path, read_only: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a disk that is full there is an older one."""
    monkeypatch.setenv("XDG_STATE_HOME", str(state / "other"))
    with kiosk(state) as folder:
        spare = make_spare(folder)
        assert spare is not None
        whole(spare / "status.json", as_json(FALLEN, 2.0))
        for place, at_s in ((folder, 1000.0), (spare, 2000.0)):
            os.utime(place / "status.json", (at_s, at_s))
        assert current(folder, 2001.0)["rung"] == "safe"
        os.utime(folder / "status.json", (3000.0, 3000.0))
        assert current(folder, 3001.0)["rung"] == "deck"
        (folder / "status.json").write_bytes(b"")
        assert current(folder, 3001.0)["rung"] == "safe"


def test_each_deck_has_its_own_folder_however_it_is_named(state: Path) -> None:
    (state / "one").mkdir()
    (state / "link").symlink_to("one")
    assert kiosk_folder(str(state / "one")) == kiosk_folder(str(state / "link"))
    assert kiosk_folder(str(state / "one")) != kiosk_folder(str(state / "two"))
    assert kiosk_folder("/decks/展厅").name.startswith("kiosk-")
    assert os.environ["XDG_STATE_HOME"] in str(kiosk_folder("x"))
    assert set(Status._fields) == kiosk_report.NEEDED
