"""The staff's way out: digits to PIN to command, and how long wrong ones lock it, restarts included."""

import json
import math
import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from jn_presenter.qt.kiosk import gate as module
from jn_presenter.qt.kiosk.gate import Gate
from jn_presenter.qt.kiosk.pin_file import PinFile
from jn_presenter.qt.store import Store
from jn_presenter.show.kiosk.pin import Secret, Tries, is_right, made
from jn_presenter.show.kiosk.stand import Stand
from jn_presenter.show.kiosk.visit import fresh
from tests.decks import deck, points_slide
from tests.qt.kiosk.test_pin_file import Up
from tests.qt.windows.conftest import Time, loaded

SECRET = made("2468", bytes(16))


class Staff:
    """Somebody at the pad of a kiosk."""

    def __init__(self, qtbot: QtBot, path: Path, up: Up, secret: Secret | None = SECRET) -> None:
        here = deck(points_slide("a/one"))
        time = Time()
        self.qtbot = qtbot
        self.store = Store(loaded(here), fresh(here, time.ms, animate=False), time)
        self.gate = Gate(self.store, secret, PinFile(path, up), self.store, up=up)
        self.store.dispatch("kiosk-staff")

    @property
    def stand(self) -> Stand:
        assert self.store.state.kiosk is not None
        return self.store.state.kiosk

    def type(self, digits: str) -> None:
        """Type the digits and OK, and wait for the answer."""
        for digit in digits:
            self.store.dispatch("kiosk-digit", digit=digit)
        self.gate.enter()
        self.qtbot.waitUntil(lambda: not self.gate.busy)

    @property
    def out(self) -> bool:
        return self.store.state.leaving

    @property
    def digits(self) -> str:
        return self.stand.digits


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "tries.json"


def test_the_right_pin_leads_out_and_wrong_ones_are_forgotten(qtbot: QtBot, path: Path) -> None:
    staff = Staff(qtbot, path, Up())
    staff.type("1111")
    assert not staff.out
    assert staff.digits == ""
    staff.type("2468")
    assert staff.out
    assert PinFile(path, Up()).read() == Tries(0, 0.0)


def test_three_wrong_ones_lock_the_pad_for_the_right_one_too(qtbot: QtBot, path: Path) -> None:
    up = Up()
    staff = Staff(qtbot, path, up)
    with qtbot.waitSignal(staff.gate.changed):
        for _ in range(3):
            staff.type("1111")
    assert staff.gate.wait_ms() == 30_000.0
    staff.type("2468")
    assert not staff.out
    up.ms += 29_999.0
    staff.type("")
    assert not staff.out
    up.ms += 1.0
    staff.type("")  # the digits are still there
    assert staff.out


def test_a_wrong_one_is_said_to_be_wrong_with_the_tries_that_are_left(qtbot: QtBot, path: Path) -> None:
    up = Up()
    staff = Staff(qtbot, path, up)
    said = []
    for digits in ("24", "1111", "1111", "1111"):
        staff.type(digits)
        said.append((staff.stand.refused, staff.stand.left))
    assert said == [(True, 3), (True, 2), (True, 1), (True, 0)]
    up.ms += staff.gate.wait_ms()
    staff.type("1111")
    assert (staff.stand.refused, staff.stand.left) == (True, 0)
    staff.store.dispatch("kiosk-digit", digit="2")
    assert not staff.stand.refused


def test_the_lock_and_its_growth_survive_a_restart(qtbot: QtBot, path: Path) -> None:
    up = Up()
    staff = Staff(qtbot, path, up)
    for _ in range(3):
        staff.type("1111")
    staff = Staff(qtbot, path, up)
    assert staff.gate.wait_ms() == 30_000.0
    staff.type("2468")
    assert not staff.out
    up.ms += 30_000.0
    staff = Staff(qtbot, path, up)
    staff.type("1111")
    assert staff.gate.wait_ms() == 60_000.0


def test_what_is_left_of_a_lock_is_kept_for_a_restart_of_the_machine(qtbot: QtBot, path: Path) -> None:
    up = Up(10_000_000.0)
    staff = Staff(qtbot, path, up)
    for _ in range(3):
        staff.type("1111")
    up.ms += 20_000.0
    staff.gate.keep()
    staff.gate.stop()
    assert Staff(qtbot, path, Up(0.0)).gate.wait_ms() == 10_000.0


def test_a_try_is_on_the_disk_before_anybody_knows_what_comes_of_it(
    qtbot: QtBot, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []

    def compare(secret: Secret, digits: str) -> bool:
        seen.append((json.loads(path.read_text())["wrong"], threading.current_thread() is threading.main_thread()))
        return is_right(secret, digits)

    monkeypatch.setattr(module, "is_right", compare)
    Staff(qtbot, path, Up()).type("2468")
    assert seen == [(1, False)]


def test_where_nothing_can_be_written_it_is_locked_all_the_same(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    up = Up()
    staff = Staff(qtbot, tmp_path / "file" / "tries.json", up)
    up.ms += 30_000.0  # a folder that is none reads as damage, which locks once
    for _ in range(2):
        staff.type("1111")
        up.ms += staff.gate.wait_ms() - 1.0
        staff.type("2468")
        assert not staff.out
        up.ms += 1.0
        staff.store.dispatch("kiosk-pin", right=False)
    staff.type("2468")
    assert staff.out


def test_too_few_digits_are_no_try(qtbot: QtBot, path: Path) -> None:
    staff = Staff(qtbot, path, Up())
    for _ in range(5):
        staff.type("246")
        assert staff.digits == ""
    assert not path.exists()
    assert staff.gate.wait_ms() == 0.0


def test_without_a_pin_nobody_gets_out(qtbot: QtBot, path: Path, caplog: pytest.LogCaptureFixture) -> None:
    staff = Staff(qtbot, path, Up(), None)
    assert staff.gate.wait_ms() == math.inf
    for digits in ("", "0000", "2468"):
        staff.type(digits)
    assert not staff.out
    assert not path.exists()


def test_without_a_pin_the_pad_goes_away_by_itself_and_its_owner_reads_how_to_set_one(
    qtbot: QtBot, path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    staff = Staff(qtbot, path, Up(), None)
    assert staff.stand.staff
    staff.gate._note.setInterval(1)
    staff.store.dispatch("kiosk-staff")
    for _ in range(3):
        staff.store.dispatch("kiosk-staff")
        assert staff.stand.staff
        qtbot.waitUntil(lambda: not staff.stand.staff)
    assert caplog.text.count("jn-presenter kiosk --set-pin") == 1
    staff.store.dispatch("kiosk-staff")
    staff.store.dispatch("kiosk-staff")
    assert not staff.gate._note.isActive(), "a pad that is away is not put away"


def test_with_a_pin_the_pad_stays(qtbot: QtBot, path: Path) -> None:
    staff = Staff(qtbot, path, Up())
    staff.store.dispatch("kiosk-staff")
    staff.store.dispatch("kiosk-staff")
    assert staff.stand.staff
    assert not staff.gate._note.isActive()


def test_with_the_pad_away_nothing_is_compared_and_no_late_answer_counts(qtbot: QtBot, path: Path) -> None:
    staff = Staff(qtbot, path, Up())
    for digit in "2468":
        staff.store.dispatch("kiosk-digit", digit=digit)
    staff.gate.enter()
    staff.store.dispatch("kiosk-staff")
    qtbot.waitUntil(lambda: not staff.gate.busy)
    assert not staff.out
    staff.gate.enter()
    assert not staff.gate.busy
