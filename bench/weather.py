"""Everything that people can do to a kiosk at random: fingers, keys, mice, styluses, and whatever closes windows."""

import math
from collections.abc import Callable
from random import Random

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QCloseEvent,
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QEventPoint,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPointingDevice,
    QTabletEvent,
    QTouchEvent,
    QWheelEvent,
    QWindow,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from jn_presenter.qt.kiosk.app import KioskShow

Type, Button, Modifier = QEvent.Type, Qt.MouseButton, Qt.KeyboardModifier
KEYS = tuple(int(key) for key in Qt.Key)
FAVOURITES = (
    *(Qt.Key.Key_F4, Qt.Key.Key_Q, Qt.Key.Key_W, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_F11),
    *(Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Home, Qt.Key.Key_Space, Qt.Key.Key_Menu, Qt.Key.Key_F10),
)
MODIFIERS = (Modifier.ControlModifier, Modifier.AltModifier, Modifier.ShiftModifier, Modifier.MetaModifier)
BUTTONS = (Button.LeftButton, Button.LeftButton, Button.RightButton, Button.MiddleButton, Button.BackButton)
STATES = tuple(QEventPoint.State)
FINGERS = 10
HOLD_MS = 3100.0
STRANGE = (math.nan, math.inf, -math.inf, 1e300, -1e9, 0.0)


class Hours:
    """The time of a kiosk in a storm: a clock that goes by what happens."""

    def __init__(self, ms: float) -> None:
        self.ms = ms

    def __call__(self) -> float:
        return self.ms


class Weather:
    """Does one thing after the other to a show. The same seed does the same, as far as the show is as fast."""

    def __init__(self, show: KioskShow, hours: Hours, seed: int) -> None:
        self._show, self._hours, self._random = show, hours, Random(seed)
        self._device = QTest.createTouchDevice()
        self._mouse = QPointingDevice.primaryPointingDevice()
        self._down: dict[int, QPoint] = {}
        self._held = Button.NoButton
        self._kinds: tuple[tuple[int, Callable[[], None]], ...] = (
            (30, self.finger),
            (10, self.stroke),
            (12, self.press_target),
            (10, self.tap),
            (5, self.lift),
            (1, self.hold_corner),
            (3, self.broken_touch),
            (22, self.key),
            (10, self.mouse),
            (2, self.stylus),
            (3, self.wheel),
            (3, self.menu),
            (2, self.drop),
            (2, self.write),
            (3, self.close),
            (5, self.wait),
            (1, self.hour),
        )
        self._weights = [weight for weight, _ in self._kinds]

    @property
    def window(self) -> QWindow:
        return self._show.window.windowHandle()

    def blow(self) -> str:
        """One event, and a few ms; what it was."""
        (_, what) = self._random.choices(self._kinds, self._weights)[0]
        self._hours.ms += self._random.expovariate(1 / 30.0)
        what()
        return what.__name__

    def calm(self) -> None:
        """All fingers are lifted."""
        self.lift()
        if self._held != Button.NoButton:
            self._mouse_event(Type.MouseButtonRelease, QPointF(5.0, 5.0), self._held, Button.NoButton)
            self._held = Button.NoButton
        self._show.hands.rest()

    def finger(self) -> None:
        """Any finger comes, goes or moves, the way a touch screen tells."""
        finger = self._random.randrange(FINGERS)
        if finger not in self._down:
            self._touch("press", finger, self._point())
        elif self._random.random() < 0.5:
            self._touch("release", finger, self._down[finger])
        else:
            self._touch("move", finger, self._point())

    def stroke(self) -> None:
        """A finger that goes somewhere, alone or among others; sometimes it is a pinch of two."""
        if self._random.random() < 0.5:
            self.lift()
        several = [finger for finger in range(FINGERS) if finger not in self._down][: self._random.choice((1, 1, 2, 3))]
        ways = {finger: self._way() for finger in several}
        for finger, (start, _) in ways.items():
            self._touch("press", finger, start)
        for k in range(1, 5):
            self._hours.ms += self._random.uniform(5.0, 150.0)
            for finger, (start, end) in ways.items():
                self._touch("move", finger, start + (end - start) * (k / 4))
        for finger, (_, end) in ways.items():
            self._touch("release", finger, end)

    def tap(self) -> None:
        """A short touch somewhere, alone or among others, which asks a figure if there is one."""
        if self._random.random() < 0.5:
            self.lift()
        finger, at = next((k for k in range(FINGERS) if k not in self._down), None), self._point()
        if finger is not None:
            self._touch("press", finger, at)
            self._hours.ms += self._random.choice((40.0, 80.0, 1600.0))
            self._touch("release", finger, at)

    def lift(self) -> None:
        """Everybody lifts their fingers."""
        for finger in list(self._down):
            self._touch("release", finger, self._down[finger])

    def press_target(self) -> None:
        """Whatever can be touched, touched: so the storm gets about."""
        targets, finger = self._show.window.page.targets, next((k for k in range(FINGERS) if k not in self._down), None)
        if not targets or finger is None:
            return
        rect, window = self._random.choice(targets).rect, self._show.window
        px = window.width() / window.canvas.width
        at = QPoint(round((rect.x + rect.w / 2) * px), round((rect.y + rect.h / 2) * px))
        self._touch("press", finger, at)
        self._hours.ms += 60.0
        self._touch("release", finger, at)

    def hold_corner(self) -> None:
        """The staff's corner, found by somebody."""
        if 0 in self._down:
            return
        self._touch("press", 0, QPoint(8, 8))
        self._hours.ms += HOLD_MS
        self._show.hands.look()  # as its timer would, which goes by another clock
        self._touch("release", 0, QPoint(8, 8))

    def broken_touch(self) -> None:
        """What no touch screen should say: any points in any state at any place."""
        points = []
        for _ in range(self._random.randrange(6)):
            place = QPointF(*(self._random.choice((*STRANGE, self._random.uniform(-50, 2000))) for _ in range(2)))
            points.append(QEventPoint(self._random.randrange(-3, 40), self._random.choice(STATES), place, place))
        kind = self._random.choice((Type.TouchBegin, Type.TouchUpdate, Type.TouchEnd, Type.TouchCancel))
        QApplication.sendEvent(self.window, QTouchEvent(kind, self._device, Modifier.NoModifier, points))

    def key(self) -> None:
        """Any key with any modifiers, down, up, held or as a shortcut, to the window or to a widget."""
        random = self._random
        key = random.choice(FAVOURITES if random.random() < 0.5 else KEYS)
        modifiers = Modifier.NoModifier
        for one in MODIFIERS:
            if random.random() < 0.25:
                modifiers |= one
        target = random.choice((self.window, self._show.window, self._show.window.stage))
        for kind in random.choice(((Type.KeyPress, Type.KeyRelease), (Type.ShortcutOverride,), (Type.KeyPress,))):
            text = random.choice(("", "a", "1", "\x11", "江"))
            QApplication.sendEvent(target, QKeyEvent(kind, key, modifiers, text, random.random() < 0.2))

    def mouse(self) -> None:
        """Any button of a mouse, anywhere, on the window or on a widget."""
        random, at = self._random, QPointF(self._point())
        if self._held == Button.NoButton:
            self._held = random.choice(BUTTONS)
            kind = random.choice((Type.MouseButtonPress, Type.MouseButtonPress, Type.MouseButtonDblClick))
            self._mouse_event(kind, at, self._held, self._held)
        elif random.random() < 0.5:
            self._mouse_event(Type.MouseMove, at, Button.NoButton, random.choice((self._held, Button.NoButton)))
        else:
            self._mouse_event(Type.MouseButtonRelease, at, self._held, Button.NoButton)
            self._held = Button.NoButton

    def stylus(self) -> None:
        """Press, move or lift, in no order."""
        at, kind = QPointF(self._point()), self._random.choice((Type.TabletPress, Type.TabletMove, Type.TabletRelease))
        numbers = (self._random.random(), 0.0, 0.0, 0.0, 0.0, 0.0)
        held = self._random.choice((Button.LeftButton, Button.NoButton))
        event = QTabletEvent(
            kind, self._mouse, at, at, *numbers, Modifier.NoModifier, self._random.choice(BUTTONS), held
        )
        QApplication.sendEvent(self.window, event)

    def wheel(self) -> None:
        """A wheel, with Ctrl too, and the zoom of a touch pad."""
        at, by = QPointF(self._point()), QPoint(0, self._random.choice((120, -120)))
        modifiers = self._random.choice((Modifier.NoModifier, Modifier.ControlModifier))
        phase = Qt.ScrollPhase.NoScrollPhase
        QApplication.sendEvent(self.window, QWheelEvent(at, at, by, by, Button.NoButton, modifiers, phase, False))
        zoom = self._random.choice(tuple(Qt.NativeGestureType))
        QApplication.sendEvent(self.window, QNativeGestureEvent(zoom, self._mouse, 2, at, at, at, 1.5, QPointF()))

    def menu(self) -> None:
        """What opens a menu, from any device."""
        reason, at = self._random.choice(tuple(QContextMenuEvent.Reason)), self._point()
        target = self._random.choice((self._show.window, self._show.window.stage, self._show.window.overlay))
        QApplication.sendEvent(target, QContextMenuEvent(reason, at, at))

    def drop(self) -> None:
        """A file that is dragged here and dropped."""
        data, at = QMimeData(), self._point()
        data.setUrls([QUrl("file:///briefing.yaml")])
        copy, left, none = Qt.DropAction.CopyAction, Button.LeftButton, Modifier.NoModifier
        QApplication.sendEvent(self._show.window, QDragEnterEvent(at, copy, data, left, none))
        QApplication.sendEvent(self._show.window, QDropEvent(QPointF(at), copy, data, left, none))

    def write(self) -> None:
        """What an input method says."""
        event = QInputMethodEvent("pin", [])
        event.setCommitString("拼音")
        QApplication.sendEvent(self._show.window, event)

    def close(self) -> None:
        """Whatever closes windows or ends programs."""
        how = self._random.randrange(4)
        if how == 0:
            self._show.window.close()
        elif how == 1:
            QApplication.sendEvent(self.window, QCloseEvent())
        elif how == 2:
            QApplication.closeAllWindows()
        else:
            QApplication.quit()

    def wait(self) -> None:
        """Time goes by: a moment, a while, until everybody has gone."""
        self._hours.ms += self._random.choice((50.0, 400.0, 2000.0, 2000.0, 20_000.0, 70_000.0))
        self._show.store.dispatch("kiosk-tick")
        self._show.clock.tick.emit(self._hours.ms)

    def hour(self) -> None:
        """The hall is closed for the night, and opened again before long."""
        stand = self._show.store.state.kiosk
        if stand is not None and stand.phase == "closed":
            self._show.store.dispatch("kiosk-open")
        elif self._random.random() < 0.1:
            self._show.store.dispatch("kiosk-close")

    def _point(self) -> QPoint:
        """Anywhere on the window, often at its edges, sometimes beside it."""
        size, random = self.window.size(), self._random
        x, y = random.uniform(0, size.width()), random.uniform(0, size.height())
        if random.random() < 0.2:
            x, y = random.choice((0.0, 2.0, size.width() - 1.0, -5.0, x)), random.choice((0.0, size.height() - 1.0, y))
        return QPoint(round(x), round(y))

    def _way(self) -> tuple[QPoint, QPoint]:
        """From one point to another, often along a line of the slide."""
        start, end = self._point(), self._point()
        return start, QPoint(
            end.x(), start.y() + self._random.randrange(-20, 20)
        ) if self._random.random() < 0.6 else end

    def _touch(self, act: str, finger: int, at: QPoint) -> None:
        """Through the system's own queue, every other finger where it was."""
        sequence = QTest.touchEvent(self.window, self._device, False)
        for other in self._down:
            if other != finger:
                sequence.stationary(other)
        getattr(sequence, act)(finger, at, self.window)
        if act == "release":
            self._down.pop(finger, None)
        else:
            self._down[finger] = at
        sequence.commit(False)

    def _mouse_event(self, kind: QEvent.Type, at: QPointF, button: Qt.MouseButton, held: Qt.MouseButton) -> None:
        target = self._random.choice((self.window, self.window, self._show.window, self._show.window.stage))
        event = QMouseEvent(kind, at, at, button, held, Modifier.NoModifier)
        QApplication.sendEvent(target, event)
