"""What a kiosk lets nobody do: each guard by itself. That nothing gets past all of them together is the storm's."""

from itertools import product

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QCloseEvent,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFileOpenEvent,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QNativeGestureEvent,
    QPointingDevice,
    QShortcutEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QGestureEvent
from pytestqt.qtbot import QtBot

from jn_presenter.qt.windows.kiosk.locked import KEYS, REFUSED
from jn_presenter.qt.windows.kiosk.window import KioskWindow
from jn_presenter.show.commands import COMMANDS
from tests.decks import deck, points_slide
from tests.qt.windows.kiosk.hall import Hall, Open

DECK = deck(points_slide("a/one", 0), points_slide("a/two", 0), points_slide("b/one", 0))
Key, Modifier, Type = Qt.Key, Qt.KeyboardModifier, QEvent.Type
PLAIN = Modifier.NoModifier
OPEN_KEYS = {Key(key) for key in KEYS}


class Spy(QObject):
    """Hears what gets past the lock, to any part of the window."""

    def __init__(self, here: Hall) -> None:
        super().__init__(here.window)
        self.heard: list[QEvent.Type] = []
        self.parts = (here.window.windowHandle(), here.window, here.window.stage, here.window.overlay)
        here.locked.stop()
        for part in self.parts:
            part.installEventFilter(self)
        here.locked.begin()  # the last filter is the first to be asked

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.heard.append(event.type())
        return False


def reading(hall: Open) -> Hall:
    here = hall(DECK)
    here.read("a")
    return here


@pytest.mark.parametrize(
    ("key", "to"), [(Key.Key_Right, "a/two"), (Key.Key_Space, "a/two"), (Key.Key_PageDown, "a/two")]
)
def test_a_clicker_and_large_keys_turn_slides(hall: Open, key: Qt.Key, to: str) -> None:
    here = reading(hall)
    here.key(key, text=" " if key == Key.Key_Space else "")
    assert here.store.state.shown.slide == to
    here.key(Key.Key_Left, Modifier.KeypadModifier)
    assert here.store.state.shown.slide == "a/one"
    here.key(Key.Key_Home)
    assert here.stand.phase == "home"


def test_a_key_wakes_the_loop_and_does_no_more(hall: Open) -> None:
    here = hall(DECK)
    here.key(Key.Key_Right)
    assert here.stand.phase == "home"


def test_a_book_on_the_keyboard_keeps_nobody_there(hall: Open) -> None:
    here = reading(hall)
    here.time.ms += 1000.0
    before = here.store.state
    here.key(Key.Key_Right, repeats=True)
    assert here.store.state is before


def test_an_event_that_goes_wrong_reaches_nobody_either(
    hall: Open, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    here = reading(hall)
    spy = Spy(here)
    monkeypatch.setattr(here.store, "dispatch", lambda *_args, **_more: 1 / 0)
    here.key(Key.Key_Right)
    assert Type.KeyPress not in spy.heard
    assert "ZeroDivisionError" in caplog.text


def test_what_keys_do_are_commands(hall: Open) -> None:
    assert set(KEYS.values()) <= set(COMMANDS)


@pytest.mark.parametrize("phase", ["loop", "slides", "staff"])
def test_no_other_key_does_anything(hall: Open, phase: str) -> None:
    """Every key that Qt has a name for, and with each modifier those that act alone."""
    here = hall(DECK)
    if phase != "loop":
        here.read("a")
    if phase == "staff":
        here.store.dispatch("kiosk-staff")
    here.time.ms += 100.0
    before = here.store.state
    others = [key for key in Key if key not in OPEN_KEYS]
    for key in others:
        here.key(key)
        here.key(key, text="1")
    some = Modifier.ControlModifier, Modifier.AltModifier, Modifier.ShiftModifier, Modifier.MetaModifier
    for key, modifier in product((*OPEN_KEYS, Key.Key_F4, Key.Key_Q, Key.Key_W, Key.Key_Plus, Key.Key_F10), some):
        here.key(key, modifier)
        here.key(key, modifier | Modifier.KeypadModifier)
    if phase == "staff":
        for key in OPEN_KEYS:
            here.key(key)
    assert here.store.state is before
    assert here.window.isVisible()
    assert QApplication.activePopupWidget() is None
    assert [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()] == [here.window]


def test_nobody_closes_the_window_or_quits(hall: Open) -> None:
    here = hall(DECK)
    assert not here.window.close()
    event = QCloseEvent()
    QApplication.sendEvent(here.window.windowHandle(), event)
    assert not event.isAccepted()
    quits = QEvent(Type.Quit)
    QApplication.sendEvent(QApplication.instance(), quits)
    assert not quits.isAccepted()
    assert here.window.isVisible()
    assert here.stand.phase == "loop"
    assert not here.store.state.leaving


def test_the_lock_alone_keeps_it_open(hall: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(KioskWindow, "closeEvent", lambda _window, event: event.accept())
    here = hall(DECK)
    assert not here.window.close()
    QApplication.closeAllWindows()
    assert here.window.isVisible()
    here.store.dispatch("kiosk-staff")
    here.store.dispatch("kiosk-pin", right=True)
    assert here.window.close()


def test_the_window_itself_refuses_to_be_closed_too(hall: Open) -> None:
    here = hall(DECK)
    here.locked.stop()
    assert not here.window.close()


@pytest.mark.parametrize("who", ["staff", "system"])
def test_staff_and_the_system_close_it(hall: Open, who: str) -> None:
    here = hall(DECK)
    if who == "staff":
        here.store.dispatch("kiosk-staff")
        here.store.dispatch("kiosk-pin", right=True)
    else:
        here.system_ends = True
    event = QCloseEvent()
    assert not here.locked.eventFilter(here.window, event)
    assert event.isAccepted()


def others(at: QPointF) -> list[QEvent]:
    data = QMimeData()
    data.setUrls([QUrl("file:///x.yaml")])
    copy, left, device = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, QPointingDevice.primaryPointingDevice()
    zoom = Qt.NativeGestureType.ZoomNativeGesture
    return [
        QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at.toPoint(), at.toPoint()),
        QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at.toPoint(), at.toPoint()),
        QDragEnterEvent(at.toPoint(), copy, data, left, PLAIN),
        QDropEvent(at, copy, data, left, PLAIN),
        QWheelEvent(at, at, QPoint(0, 120), QPoint(0, 120), Qt.MouseButton(0), PLAIN, Qt.ScrollPhase(0), False),
        QWheelEvent(
            at, at, QPoint(0, 9), QPoint(0, 120), Qt.MouseButton(0), Modifier.ControlModifier, Qt.ScrollPhase(0), False
        ),
        QNativeGestureEvent(zoom, device, 2, at, at, at, 2.0, QPointF()),
        QInputMethodEvent("拼", []),
        QKeyEvent(Type.ShortcutOverride, Key.Key_F4, Modifier.AltModifier),
        QKeyEvent(Type.KeyRelease, Key.Key_Menu, PLAIN),
        QDragMoveEvent(at.toPoint(), copy, data, left, PLAIN),
        QDragLeaveEvent(),
        QShortcutEvent(QKeySequence("Alt+F4"), 1),
        QGestureEvent([]),
        QFileOpenEvent(QUrl("file:///x.yaml")),
        *(QHelpEvent(kind, at.toPoint(), at.toPoint()) for kind in (Type.ToolTip, Type.WhatsThis, Type.QueryWhatsThis)),
        *(QMouseEvent(kind, at, at, left, left, PLAIN) for kind in FRAME),
        QEvent(Type.EnterWhatsThisMode),
        QEvent(Type.HelpRequest),
        *(QEvent(kind) for kind in sorted(REFUSED) if kind not in REAL),
    ]


FRAME = (Type.NonClientAreaMouseButtonPress, Type.NonClientAreaMouseButtonDblClick)
REAL = {
    Type.ContextMenu,
    Type.DragEnter,
    Type.DragMove,
    Type.DragLeave,
    Type.Drop,
    Type.Wheel,
    Type.NativeGesture,
    Type.InputMethod,
    Type.ShortcutOverride,
    Type.Shortcut,
    Type.KeyRelease,
    Type.Gesture,
    Type.GestureOverride,
    Type.FileOpen,
    Type.ToolTip,
    Type.WhatsThis,
    Type.QueryWhatsThis,
    *FRAME,
}
"""Events whose type wants a class of its own."""


def test_menus_drops_wheel_zoom_and_input_methods_reach_no_widget(hall: Open) -> None:
    here = reading(hall)
    spy, before = Spy(here), here.store.state
    for part in spy.parts:
        sent = others(QPointF(50.0, 50.0))
        assert {event.type() for event in sent} >= REFUSED - {Type.GestureOverride}
        for event in sent:
            QApplication.sendEvent(part, event)
            assert not event.isAccepted(), event.type()
        assert not {event.type() for event in sent}.intersection(spy.heard)
    assert here.store.state is before


@pytest.mark.parametrize("part", ["window", "stage", "overlay"])
def test_a_click_on_any_part_of_the_window_is_the_windows_own(hall: Open, qtbot: QtBot, part: str) -> None:
    here = reading(hall)
    onward, widget = here.target("next").rect, here.window if part == "window" else getattr(here.window, part)
    px = here.window.width() / here.window.canvas.width
    at = QPointF((onward.x + onward.w / 2) * px, (onward.y + onward.h / 2) * px).toPoint()
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=widget.mapFrom(here.window, at))
    assert here.store.state.shown.slide == "a/two"


def test_a_mouse_that_moves_is_seen(hall: Open) -> None:
    here = hall(DECK)
    assert here.window.cursor().shape() == Qt.CursorShape.BlankCursor
    here.mouse(Type.MouseMove, (0.5, 0.5), held=False)
    here.mouse(Type.MouseMove, (0.6, 0.5), held=False)
    assert here.window.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_a_window_made_small_or_hidden_comes_back(hall: Open) -> None:
    here = hall(DECK)
    here.window.showMinimized()
    assert here.back >= 1
    before = here.back
    here.window.hide()
    assert here.back > before


def test_a_window_that_a_desktop_puts_aside_comes_back(hall: Open, qtbot: QtBot) -> None:
    """No widget hears of it: the system has unmapped the window."""
    here = hall(DECK)
    qtbot.wait(0)
    before = here.back
    here.window.update()
    QApplication.processEvents()
    assert here.back == before
    handle = here.window.windowHandle()
    here.locked._changed(handle, Type.Expose)
    assert here.back == before
    here.locked._handle = type("Aside", (), {"isExposed": lambda _: False})()  # type: ignore[assignment]
    here.locked._changed(here.locked._handle, Type.Expose)  # type: ignore[arg-type]
    assert here.back == before + 1
    here.locked._handle = handle
    handle.setVisible(False)
    qtbot.waitUntil(lambda: here.back > before + 1)


def test_a_lock_that_is_taken_off_lets_everything_through(hall: Open) -> None:
    here = hall(DECK)
    spy = Spy(here)
    here.locked.stop()
    here.key(Key.Key_Right)
    assert Type.KeyPress in spy.heard
    assert here.stand.phase == "loop"


def test_a_window_that_is_made_after_the_lock_is_locked_too(hall: Open) -> None:
    """The system's window comes with the first showing."""
    here = hall(DECK)
    here.locked.stop()
    here.window.destroy()
    here.locked.begin()
    here.window.show()
    assert here.locked._handle is here.window.windowHandle()
    here.key(Key.Key_Right)
    assert here.stand.phase == "home"
    event = QCloseEvent()
    QApplication.sendEvent(here.window.windowHandle(), event)
    assert not event.isAccepted()
