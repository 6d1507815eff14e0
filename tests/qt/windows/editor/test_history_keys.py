"""The keys of the history are the window's, even while somebody types."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.qt.windows.editor.conftest import Desk

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.mark.parametrize(("key", "modifiers"), [(Qt.Key.Key_Z, CONTROL), (Qt.Key.Key_Z, CONTROL | SHIFT)])
def test_the_text_leaves_them_to_the_window(desk: Desk, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
    """A field that takes such a key for its own would swallow it: it has no history."""
    event = QKeyEvent(QKeyEvent.Type.ShortcutOverride, key, modifiers)
    event.ignore()
    QApplication.sendEvent(desk.code, event)
    assert not event.isAccepted()


def test_other_keys_of_editing_stay_the_text_s_own(qtbot: QtBot, desk: Desk) -> None:
    event = QKeyEvent(QKeyEvent.Type.ShortcutOverride, Qt.Key.Key_C, CONTROL)
    event.ignore()
    QApplication.sendEvent(desk.code, event)
    assert event.isAccepted()
