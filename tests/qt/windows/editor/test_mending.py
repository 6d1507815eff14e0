"""A problem whose mending is known is put right by a click or a key, and can be taken back."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from jn_presenter.qt.windows.dark import HAIRLINE, TONES
from tests.qt.windows.editor.conftest import START, Desk

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
FILE = f"{START}.yaml"


@pytest.fixture
def shown(qtbot: QtBot, desk: Desk) -> Desk:
    desk.window.show()
    qtbot.waitExposed(desk.window)
    return desk


def test_where_nothing_is_wrong_nothing_is_offered(shown: Desk) -> None:
    assert not shown.window.mending.mend.isVisible()


def test_the_line_to_write_stands_below_and_is_written_by_a_click(qtbot: QtBot, shown: Desk) -> None:
    before = shown.code.text
    shown.type("depth: core", "depth：core")
    shown.read()
    mending = shown.window.mending
    assert mending.mend.isVisible()
    assert mending.line.text().endswith("  depth: core")
    qtbot.mouseClick(mending.mend, Qt.MouseButton.LeftButton)
    shown.read()
    assert shown.code.text == before
    assert not mending.mend.isVisible()
    shown.session.undo()
    assert "depth：core" in shown.code.text


def test_the_key_does_the_same_for_the_problem_that_is_chosen(qtbot: QtBot, shown: Desk) -> None:
    shown.type("depth: core", "depth: croe")
    shown.type("type: bar", "type: barr")
    shown.read()
    problems, mending = shown.window.problems, shown.window.mending
    rows = [row for row in range(problems.count()) if "croe" in problems.item(row).text()]
    problems.setCurrentRow(rows[0])
    assert mending.line.text().endswith("depth: core")
    shown.window.activateWindow()
    shown.code.setFocus()
    qtbot.keyClick(shown.code, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    shown.read()
    assert "depth: core" in shown.code.text
    assert "type: barr" in shown.code.text
    assert mending.line.text().endswith("type: bar")


def test_a_problem_without_a_mending_offers_none(shown: Desk) -> None:
    shown.type("layout: chart-right", "layout: chart-right\nqqqqq: 1")
    shown.read()
    assert shown.window.problems.count() >= 1
    assert not shown.window.mending.mend.isVisible()


def test_what_is_chosen_keeps_the_colour_of_what_is_wrong(shown: Desk) -> None:
    shown.type("depth: core", "depth：core")
    shown.read()
    problems = shown.window.problems
    row = problems.visualItemRect(problems.currentItem())
    seen = problems.viewport().grab(row).toImage()
    colours = {seen.pixelColor(x, y).name() for x in range(seen.width()) for y in range(seen.height())}
    assert TONES["red"] in colours
    assert HAIRLINE in colours
