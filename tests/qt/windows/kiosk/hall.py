"""A kiosk in a hall, offscreen: its window under lock, and people who touch it by the system's own events."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jn_presenter.kiosk.page import Target
from jn_presenter.model.deck import Deck
from jn_presenter.model.kiosk import Corner
from jn_presenter.qt.clock import FrameClock
from jn_presenter.qt.kiosk.gate import Gate
from jn_presenter.qt.kiosk.pin_file import PinFile
from jn_presenter.qt.scene.fits import Fits
from jn_presenter.qt.scene.text import QtMeasure
from jn_presenter.qt.store import Store
from jn_presenter.qt.windows.kiosk.charts import Charts
from jn_presenter.qt.windows.kiosk.hands import HandsOn
from jn_presenter.qt.windows.kiosk.locked import Locked
from jn_presenter.qt.windows.kiosk.window import KioskWindow
from jn_presenter.show.kiosk.pin import Secret, made
from jn_presenter.show.kiosk.stand import Stand
from jn_presenter.show.kiosk.visit import fresh
from tests.qt.windows.conftest import Time, loaded

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
Share = tuple[float, float]
PIN = "2468"
SECRET = made(PIN, bytes(16))


class Hall:
    """A kiosk of that deck, 960 x 540 px, whose time stands until it is moved."""

    def __init__(
        self,
        deck: Deck,
        tries: Path,
        secret: Secret | None = SECRET,
        corner: Corner = "top-left",
        *,
        animate: bool = False,
    ) -> None:
        self.time = Time()
        self.clock = FrameClock(self.time)
        self.clock.start = lambda: None  # type: ignore[method-assign]  # frames come by `tick` alone
        self.store = Store(loaded(deck), fresh(deck, self.time.ms, animate=animate), self.time)
        self.window = KioskWindow(self.store, self.clock, Fits(QtMeasure()))
        self.gate = Gate(self.store, secret, PinFile(tries), self.window)
        self.window.wait_ms = self.gate.wait_ms
        self.hands = HandsOn(self.window, self.store, self.gate.enter, corner, Charts(self.window, self.store))
        self.back = 0
        self.system_ends = False
        self.locked = Locked(self.window, self.store, self.hands, ends=lambda: self.system_ends, back=self._back)
        self.device = QTest.createTouchDevice()
        self.other = QTest.createTouchDevice()

    def open(self, qtbot: QtBot, size: tuple[int, int] = (960, 540)) -> None:
        self.window.resize(*size)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.locked.begin()

    def close(self) -> None:
        self.locked.stop()
        self.gate.stop()
        self.window.hide()
        self.window.deleteLater()

    def _back(self) -> None:
        self.back += 1

    @property
    def stand(self) -> Stand:
        assert self.store.state.kiosk is not None
        return self.store.state.kiosk

    def point(self, share: Share) -> QPoint:
        return QPoint(round(share[0] * self.window.width()), round(share[1] * self.window.height()))

    def target(self, key: str) -> Target:
        found = [target for target in self.window.page.targets if target.key == key]
        assert found, (key, [target.key for target in self.window.page.targets])
        return found[0]

    def share_of(self, key: str) -> Share:
        """The middle of a target."""
        rect, canvas = self.target(key).rect, self.window.canvas
        return (rect.x + rect.w / 2) / canvas.width, (rect.y + rect.h / 2) / canvas.height

    def touch(self, *acts: tuple[str, int, Share], device: QPointingDevice | None = None) -> None:
        """One event of a touch screen: (press, move, stay or release, finger, place) each."""
        handle = self.window.windowHandle()
        sequence = QTest.touchEvent(handle, device or self.device, False)
        for act, finger, share in acts:
            if act == "stay":
                sequence.stationary(finger)
            else:
                getattr(sequence, act)(finger, self.point(share), handle)
        sequence.commit(True)

    def tap(self, share: Share, finger: int = 0) -> None:
        self.touch(("press", finger, share))
        self.time.ms += 80.0
        self.touch(("release", finger, share))

    def stroke(self, start: Share, end: Share, finger: int = 0, ms: float = 200.0, count: int = 5) -> None:
        self.touch(("press", finger, start))
        for k in range(1, count + 1):
            self.time.ms += ms / count
            at = (start[0] + (end[0] - start[0]) * k / count, start[1] + (end[1] - start[1]) * k / count)
            self.touch(("move", finger, at))
        self.touch(("release", finger, end))

    def hold(self, share: Share = (0.03, 0.05), ms: float = 3000.0) -> None:
        """A finger that rests there; what is due by then is looked at, as the timer would."""
        self.touch(("press", 0, share))
        self.time.ms += ms
        self.hands.look()
        self.touch(("release", 0, share))

    def mouse(self, kind: QEvent.Type, share: Share, button: Qt.MouseButton = LEFT, held: bool | None = None) -> None:
        at = QPointF(self.point(share))
        down = kind != QEvent.Type.MouseButtonRelease if held is None else held
        which = NONE if kind == QEvent.Type.MouseMove else button
        handle = self.window.windowHandle()
        event = QMouseEvent(kind, at, handle.mapToGlobal(at), which, button if down else NONE, Qt.KeyboardModifier(0))
        QApplication.sendEvent(handle, event)

    def key(
        self,
        key: Qt.Key,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        text: str = "",
        *,
        repeats: bool = False,
    ) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(self.window.windowHandle(), QKeyEvent(kind, key, modifiers, text, repeats))

    def read(self, theme: str) -> None:
        """A visitor who has gone into a theme."""
        self.store.dispatch("kiosk-touch")
        self.store.dispatch("kiosk-theme", theme=theme)


Open = Callable[..., Hall]
