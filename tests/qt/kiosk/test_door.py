"""The plain page of a kiosk: staff leave it as they leave slides, nobody else does, and it stays whatever breaks."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QDropEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jn_presenter.model.kiosk import Corner, Display, Settings, Span
from jn_presenter.model.options import KioskOptions
from jn_presenter.qt.fonts import load_fonts
from jn_presenter.qt.kiosk.door import Door
from jn_presenter.qt.kiosk.ending import Ending
from jn_presenter.qt.kiosk.pin_file import TRIES, PinFile
from jn_presenter.qt.kiosk.safe import SafeShow
from jn_presenter.show.kiosk.gestures import HOLD_MS
from jn_presenter.show.kiosk.pin import made
from tests.qt.windows.conftest import Time

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
PIN = "2468"
LINE = str(made(PIN, bytes(16)))
NEVER = (Span((0,), 0, 1),)
CORNERS: dict[Corner, tuple[float, float]] = {"top-left": (0.03, 0.05), "bottom-right": (0.97, 0.95)}


class Hall:
    """The plain page, 960 x 540 px, and somebody with a mouse; time stands until it is moved."""

    def __init__(self, qtbot: QtBot, qapp: QApplication, folder: Path, settings: Settings) -> None:
        self.said: list[bytes] = []
        self.time = Time()
        self.qtbot = qtbot
        options = KioskOptions(deck="", folder=str(folder), windowed=True, safe=True)
        self.show = SafeShow(options, settings, self.said.append, Ending(qapp))
        self.window = self.show.window

    def open(self) -> "Hall":
        self.show.begin()
        self.qtbot.waitExposed(self.window)
        self.qtbot.waitUntil(lambda: not self.show._seen.isActive() and self.said != [])
        self.window.resize(960, 540)
        if self.show.door is not None:
            self.door.store.now = self.time
        return self

    def close(self) -> None:
        self.show.end()
        self.window.close()
        self.window.deleteLater()

    @property
    def door(self) -> Door:
        assert self.show.door is not None
        return self.show.door

    def point(self, x: float, y: float) -> QPoint:
        return QPoint(round(x * self.window.width()), round(y * self.window.height()))

    def hold(self, x: float = 0.03, y: float = 0.05) -> None:
        QTest.mousePress(self.window, LEFT, NONE, self.point(x, y))
        self.time.ms += HOLD_MS
        self.door.hands.look()
        QTest.mouseRelease(self.window, LEFT, NONE, self.point(x, y))

    def press(self, key: str) -> None:
        """A key of the pad."""
        (target,) = (target for target in self.window.page.targets if target.key == f"pad.{key}")
        canvas, rect = self.window.canvas, target.rect
        at = self.point((rect.x + rect.w / 2) / canvas.width, (rect.y + rect.h / 2) / canvas.height)
        QTest.mouseClick(self.window, LEFT, NONE, at)

    def type(self, digits: str) -> None:
        for digit in digits:
            self.press(digit)
        self.press("enter")
        self.qtbot.waitUntil(lambda: not self.door.gate.busy)


Open = Callable[..., Hall]


@pytest.fixture
def left(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Whether the program was told to end; the tests' own application goes on."""
    told: list[str] = []
    monkeypatch.setattr(QApplication, "quit", lambda: told.append("quit"))
    return told


@pytest.fixture
def hall(qtbot: QtBot, qapp: QApplication, tmp_path: Path, left: list[str]) -> Iterator[Open]:
    load_fonts()
    halls: list[Hall] = []

    def make(**more: object) -> Hall:
        settings = Settings(**{"pin": LINE, **more})  # type: ignore[arg-type]
        halls.append(Hall(qtbot, qapp, tmp_path / "own", settings))
        return halls[-1].open()

    yield make
    for made_ in halls:
        made_.close()


@pytest.mark.parametrize("corner", CORNERS)
def test_staff_leave_by_the_corner_and_their_pin(hall: Open, left: list[str], corner: Corner) -> None:
    here = hall(corner=corner)
    here.hold(*CORNERS[corner])
    assert here.door.staff
    here.type(PIN)
    assert json.loads(here.said[-1]) == {"bye": "staff"}
    assert left == ["quit"]
    assert here.window.close()


def test_elsewhere_and_for_less_time_nothing_is_held(hall: Open) -> None:
    here = hall()
    here.hold(0.5, 0.5)
    assert not here.door.staff
    QTest.mousePress(here.window, LEFT, NONE, here.point(0.03, 0.05))
    here.time.ms += HOLD_MS - 100.0
    here.door.hands.look()
    QTest.mouseRelease(here.window, LEFT, NONE, here.point(0.03, 0.05))
    assert not here.door.staff
    assert here.window.page.marks == ()


def test_wrong_pins_lock_it_in_the_file_that_the_show_reads_too(hall: Open, left: list[str], tmp_path: Path) -> None:
    here = hall()
    here.hold()
    for tries in (2, 1):
        here.type("1111")
        assert any(f"tries left: {tries}" in str(mark) for mark in here.window.page.marks)
    here.type("1111")
    assert [target.key for target in here.window.page.targets] == ["pad.cancel"]
    assert PinFile(tmp_path / "own" / TRIES).read().wrong == 3
    assert left == []
    here.press("cancel")
    assert here.window.page.marks == ()


def test_the_record_of_the_show_locks_the_plain_page(hall: Open, tmp_path: Path) -> None:
    from jn_presenter.show.kiosk.pin import Tries

    PinFile(tmp_path / "own" / TRIES).write(Tries(3, 30_000.0))
    here = hall()
    here.hold()
    assert [target.key for target in here.window.page.targets] == ["pad.cancel"]


def test_a_pad_that_is_left_alone_goes_away(hall: Open) -> None:
    here = hall()
    here.hold()
    here.press("1")
    here.time.ms += 56_000.0
    here.door.store.dispatch("kiosk-tick")
    assert not here.door.staff
    stand = here.door.store.state.kiosk
    assert stand is not None
    assert (stand.phase, stand.digits) == ("closed", "")


def test_nothing_else_gets_through(hall: Open, left: list[str]) -> None:
    here = hall()
    handle = here.window.windowHandle()
    middle = QPointF(here.window.width() / 2, here.window.height() / 2)
    before = here.door.store.state
    for _ in range(2):
        for key in (Qt.Key.Key_F4, Qt.Key.Key_Escape, Qt.Key.Key_Q, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_1):
            for held in (NONE, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier):
                QApplication.sendEvent(handle, QKeyEvent(QEvent.Type.KeyPress, key, held, "x"))
        point = middle.toPoint()
        events = (
            QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, point),
            QWheelEvent(
                middle, middle, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
            ),
            QMouseEvent(
                QEvent.Type.MouseButtonPress, middle, middle, Qt.MouseButton.RightButton,
                Qt.MouseButton.RightButton, NONE,
            ),
            QDropEvent(middle, Qt.DropAction.CopyAction, QMimeData(), LEFT, NONE),
        )  # fmt: skip
        for event in events:
            QApplication.sendEvent(here.window, event)
        QTest.mouseClick(here.window, LEFT, NONE, point)
        assert not here.window.close()
        assert here.window.isVisible()
        assert here.door.store.state is before
        here.door.store.dispatch("next")  # what a swipe would
        assert left == []


def test_where_the_way_out_cannot_be_had_the_page_stays_and_says_so(
    hall: Open, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setitem(sys.modules, "jn_presenter.qt.kiosk.door", None)
    here = hall()
    assert here.show.door is None
    assert "staff cannot leave by the screen" in caplog.text
    assert json.loads(here.said[0])["seen"]
    assert not here.window.close()
    picture = here.window.grab().toImage()
    assert len({picture.pixel(x, y) for x in range(0, 960, 3) for y in range(0, 540, 3)}) > 20


def test_before_it_is_seen_nothing_of_the_show_is_imported() -> None:
    code = "import sys, jn_presenter.qt.kiosk.child, jn_presenter.qt.kiosk.safe; print(*sys.modules)"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    show = ("kiosk.app", "kiosk.door", "kiosk.gate", "kiosk.content", "windows.kiosk.hands", "windows.kiosk.window")
    assert [name for name in show if f"jn_presenter.qt.{name}" in found] == []


def test_who_types_a_pin_is_not_interrupted(hall: Open) -> None:
    here = hall()
    assert json.loads(here.said[0])["calm"]
    here.hold()
    here.show.beat.ask()
    here.qtbot.waitUntil(lambda: not json.loads(here.said[-1]).get("calm", True))
    here.press("cancel")
    here.show.beat.ask()
    here.qtbot.waitUntil(lambda: json.loads(here.said[-1]).get("calm", False))


def test_outside_the_hours_staff_see_their_pad_and_nobody_else_sees_anything(
    hall: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = hall(hours=NEVER, display=Display(power="none"))
    wanted: list[bool] = []
    monkeypatch.setattr(here.show.power, "want", wanted.append)
    here.show._looked(False)
    dark = here.window.grab().toImage()
    assert {dark.pixel(x, y) for x in range(0, 960, 3) for y in range(0, 540, 3)} == {0xFF000000}
    here.hold()
    pad = here.window.grab().toImage()
    assert len({pad.pixel(x, y) for x in range(0, 960, 3) for y in range(0, 540, 3)}) > 20
    here.press("cancel")
    assert wanted == [False, True, False]
    assert here.show.place().phase == "closed"
