"""An office's laptop has room for all of it: no field of the form is cut off, and titles can be told apart."""

import pytest
from pytestqt.qtbot import QtBot

from tests.qt.windows.editor.conftest import Desk

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
LAPTOP = (1366, 768)


def test_nothing_of_the_form_is_cut_off_on_a_small_laptop(desk: Desk, qtbot: QtBot) -> None:
    window = desk.window
    window.tabs.setCurrentWidget(window.form)
    window.resize(*LAPTOP)
    with qtbot.waitExposed(window):
        window.show()
    qtbot.waitUntil(lambda: window.form.widget() is not None)
    assert window.width() == LAPTOP[0]
    assert window.form.viewport().width() >= window.form.widget().minimumSizeHint().width()
    assert window.outline.width() >= 180
