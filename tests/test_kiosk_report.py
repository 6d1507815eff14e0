"""What `kiosk --status` says, and with which exit code."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from jn_presenter import kiosk_folder as kiosk_folder_module
from jn_presenter import kiosk_report
from jn_presenter.cli import main
from jn_presenter.kiosk_folder import kiosk_folder, lock, runs
from jn_presenter.kiosk_report import OLD_S, current, words
from jn_presenter.lock import Lock
from jn_presenter.model.text import Message
from jn_presenter.packs.errand import Outcome
from jn_presenter.packs.telling import tell
from jn_presenter.supervise.ladder import SAFE
from jn_presenter.supervise.protocol import Content
from jn_presenter.supervise.scribe import whole
from jn_presenter.supervise.status import Fallen, Status, as_json

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
        assert "showing the last good copy" in capsys.readouterr().out


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


def test_each_deck_has_its_own_folder_however_it_is_named(state: Path) -> None:
    (state / "one").mkdir()
    (state / "link").symlink_to("one")
    assert kiosk_folder(str(state / "one")) == kiosk_folder(str(state / "link"))
    assert kiosk_folder(str(state / "one")) != kiosk_folder(str(state / "two"))
    assert kiosk_folder("/decks/展厅").name.startswith("kiosk-")
    assert os.environ["XDG_STATE_HOME"] in str(kiosk_folder("x"))
    assert set(Status._fields) == kiosk_report.NEEDED
