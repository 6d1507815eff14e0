"""Key events to commands, with keyboards as X11 describes them and a clock by hand."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from pytestqt.qtbot import QtBot

from jn_presenter.qt.keys import Keys, chord
from jn_presenter.qt.store import Store
from jn_presenter.show.state import initial
from tests.decks import deck, points_slide
from tests.qt.windows.conftest import Time, loaded

DECK = deck(points_slide("a/one", 3), points_slide("a/two"))
WINDOW = QObject()
PRESS, RELEASE = QEvent.Type.KeyPress, QEvent.Type.KeyRelease
ESC, RIGHT = Qt.Key.Key_Escape, Qt.Key.Key_Right


class Keyboard:
    """Keys of a store, pressed as a window system would."""

    def __init__(self) -> None:
        self.time = Time()
        self.store = Store(loaded(DECK), initial(DECK, self.time.ms, animate=False), self.time)
        self.keys = Keys(self.store)

    def send(self, kind: QEvent.Type, key: Qt.Key, ms: int, *, is_repeat: bool = False) -> None:
        """An event of the window system's own time `ms`."""
        event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, "", is_repeat)
        event.setTimestamp(ms)
        self.time.ms = 1000.0 + ms
        assert self.keys.eventFilter(WINDOW, event)


@pytest.fixture
def keyboard(qtbot: QtBot) -> Iterator[Keyboard]:
    return Keyboard()


def hold(keyboard: Keyboard, key: Qt.Key, until: int, *, marked: bool) -> None:
    """Press a key at 100 ms; from 700 ms on X11 repeats it, and Qt marks that or fails to."""
    keyboard.send(PRESS, key, 100)
    for ms in range(700, until, 40):
        keyboard.send(RELEASE, key, ms, is_repeat=marked)
        keyboard.send(PRESS, key, ms, is_repeat=marked)


@pytest.mark.parametrize("marked", [True, False])
def test_escape_held_asks_whether_or_not_qt_sees_that_x11_repeats_it(keyboard: Keyboard, marked: bool) -> None:
    hold(keyboard, ESC, 1580, marked=marked)
    assert (keyboard.store.state.blank, keyboard.store.state.asking) == ("logo", "")
    keyboard.send(RELEASE, ESC, 1605, is_repeat=marked)
    keyboard.send(PRESS, ESC, 1605, is_repeat=marked)
    assert keyboard.store.state.asking == "leave"
    keyboard.send(RELEASE, ESC, 1645, is_repeat=marked)
    keyboard.send(PRESS, ESC, 1645, is_repeat=marked)
    keyboard.send(RELEASE, ESC, 1650)
    assert keyboard.store.state.asking == "leave", "repeats answer no question"


def test_escape_let_go_in_time_asks_nothing(keyboard: Keyboard, qtbot: QtBot) -> None:
    hold(keyboard, ESC, 1580, marked=False)
    keyboard.send(RELEASE, ESC, 1590)
    keyboard.time.ms += 5000
    keyboard.keys.look()
    assert keyboard.store.state.asking == ""


def test_escape_pressed_again_and_again_is_not_held(keyboard: Keyboard) -> None:
    for ms in range(100, 5000, 200):
        keyboard.send(PRESS, ESC, ms)
        keyboard.send(RELEASE, ESC, ms + 100)
    assert (keyboard.store.state.blank, keyboard.store.state.asking) == ("logo", "")


@pytest.mark.parametrize("marked", [True, False])
def test_a_held_arrow_goes_on_and_a_held_c_opens_the_console_once(keyboard: Keyboard, marked: bool) -> None:
    hold(keyboard, RIGHT, 780, marked=marked)
    assert keyboard.store.state.at.step == 3
    keyboard.send(RELEASE, RIGHT, 800)
    hold(keyboard, Qt.Key.Key_C, 1500, marked=marked)
    assert keyboard.store.state.console


def test_events_without_a_time_are_no_repetition(keyboard: Keyboard) -> None:
    for _ in range(3):
        keyboard.send(PRESS, Qt.Key.Key_C, 0)
        keyboard.send(RELEASE, Qt.Key.Key_C, 0)
    assert keyboard.store.state.console


def test_a_window_that_loses_the_keys_forgets_what_was_held(keyboard: Keyboard) -> None:
    keyboard.send(PRESS, ESC, 100)
    assert not keyboard.keys.eventFilter(WINDOW, QEvent(QEvent.Type.WindowDeactivate))
    keyboard.time.ms += 5000
    keyboard.keys.look()
    assert keyboard.store.state.asking == ""


@pytest.mark.parametrize(
    ("key", "modifiers", "text", "expected"),
    [
        (Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier, "\x11", "Ctrl+Q"),
        (Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier, "\r", "Enter"),
        (Qt.Key.Key_5, Qt.KeyboardModifier.KeypadModifier, "5", "5"),
        (Qt.Key.Key_Question, Qt.KeyboardModifier.ShiftModifier, "?", "?"),
        (Qt.Key.Key_L, Qt.KeyboardModifier.ShiftModifier, "L", "Shift+L"),
        (Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier, "", "Shift+F5"),
    ],
)
def test_a_chord_is_named_alike_on_every_keyboard(
    key: Qt.Key, modifiers: Qt.KeyboardModifier, text: str, expected: str
) -> None:
    assert chord(QKeyEvent(PRESS, key, modifiers, text)) == expected
