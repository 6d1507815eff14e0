"""Words are looked for by keys, in the file and in the whole deck, and replaced by edits that can be undone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jn_presenter.qt.windows.editor import wording
from tests.qt.windows.editor.conftest import START, Desk

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
"""The offscreen platform has no window manager to tell of the least size of a window that is shown."""
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def shown(qtbot: QtBot, desk: Desk) -> Desk:
    desk.window.show()
    qtbot.waitExposed(desk.window)
    desk.window.activateWindow()
    desk.code.setFocus()
    return desk


def chosen(desk: Desk) -> tuple[int, str]:
    cursor = desk.code.textCursor()
    return desk.code.text[: desk.code.offset].count("\n") + 1, cursor.selectedText()


def lit(desk: Desk) -> list[str]:
    return [one.selectedText() for one in desk.code._found]


def test_words_are_found_in_the_file_and_gone_through(qtbot: QtBot, shown: Desk) -> None:
    finding = shown.window.finding
    qtbot.keyClick(shown.code, Qt.Key.Key_F, CONTROL)
    assert QApplication.focusWidget() is finding.words
    qtbot.keyClicks(finding.words, "CHART")
    assert lit(shown) == ["chart", "chart", "chart"]
    lines = [number for number, line in enumerate(shown.code.text.split("\n"), 1) if "chart" in line]
    seen = [chosen(shown)]
    for _ in range(3):
        qtbot.keyClick(finding.words, Qt.Key.Key_Return)
        seen.append(chosen(shown))
    assert seen == [(line, "chart") for line in [*lines, lines[0]]]
    assert finding.count.text() == wording.FOUND_OF.zh.format(1, 3)
    qtbot.keyClick(shown.window, Qt.Key.Key_F3, SHIFT)
    assert chosen(shown) == (lines[-1], "chart")
    qtbot.keyClick(finding.words, Qt.Key.Key_Escape)
    assert finding.isHidden()
    assert lit(shown) == []
    assert QApplication.focusWidget() is shown.code


def test_what_is_selected_is_looked_for_and_f3_goes_on(qtbot: QtBot, shown: Desk) -> None:
    shown.code.to(shown.code.text.index("points"), len("points"))
    qtbot.keyClick(shown.window, Qt.Key.Key_F3)
    assert shown.window.finding.words.text() == "points"
    assert chosen(shown) == (shown.code.text[: shown.code.text.index("[points")].count("\n") + 1, "points")


def test_capitals_count_if_told(qtbot: QtBot, shown: Desk) -> None:
    shown.window.finding.open()
    shown.window.finding.words.setText("CHART")
    shown.window.finding.exact.setChecked(True)
    assert lit(shown) == []
    assert shown.window.finding.count.text() == wording.FOUND_NONE.zh


def test_one_place_is_replaced_after_the_other(qtbot: QtBot, shown: Desk) -> None:
    before = shown.code.text
    finding = shown.window.finding
    finding.open(replacing=True)
    finding.words.setText("千亿")
    finding.new.setText("万亿")
    count = before.count("千亿")
    assert count > 1
    finding.replace()
    assert shown.code.text == before.replace("千亿", "万亿", 1)
    finding.replace()
    assert shown.code.text == before.replace("千亿", "万亿", 2)
    shown.session.undo()
    assert shown.code.text == before.replace("千亿", "万亿", 1)


def test_all_are_replaced_as_one_edit(qtbot: QtBot, shown: Desk) -> None:
    before = shown.code.text
    finding = shown.window.finding
    finding.open(replacing=True)
    finding.words.setText("集群")
    finding.new.setText("集群集群")
    finding.replace_all()
    assert shown.code.text == before.replace("集群", "集群集群")
    shown.session.undo()
    assert shown.code.text == before
    assert not shown.session.work.unsaved


def test_what_is_typed_moves_the_lights(shown: Desk) -> None:
    shown.window.finding.open()
    shown.window.finding.words.setText("chart")
    shown.code.to(0)
    shown.code.textCursor().insertText("# chart\n")
    assert len(lit(shown)) == 4


def test_all_files_are_looked_through_and_a_place_is_led_to(qtbot: QtBot, shown: Desk) -> None:
    searching = shown.window.searching
    qtbot.keyClick(shown.code, Qt.Key.Key_F, CONTROL | SHIFT)
    assert QApplication.focusWidget() is searching.words
    shown.type("软件业领衔", "独一无二的词")
    searching.words.setText("独一无二")
    qtbot.keyClick(searching.words, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: searching.list.count() == 1 and not searching._turn.isActive())
    assert searching.list.item(0).text().startswith(f"{START}.yaml:4  ")
    assert searching.told.text() == wording.FOUND_IN_ALL.zh.format(1, 1)
    shown.session.go("overview/standing")
    qtbot.keyClick(searching.words, Qt.Key.Key_Return)
    assert shown.session.slide == START
    assert chosen(shown) == (4, "独一无二")
    assert not shown.window.grab().isNull()


def test_a_slide_is_found_by_its_sound_and_its_file_by_its_name(qtbot: QtBot, shown: Desk) -> None:
    searching = shown.window.searching
    for words in ("rjylx", "cluster-targets"):
        searching.open(words)
        qtbot.waitUntil(lambda: not searching._turn.isActive())
        found = [searching.list.item(row).text() for row in range(searching.list.count())]
        assert any(text.startswith(f"{START}.yaml:") for text in found), words


def test_nothing_found_is_said(qtbot: QtBot, shown: Desk) -> None:
    searching = shown.window.searching
    searching.open("没有这样的词")
    qtbot.waitUntil(lambda: not searching._turn.isActive())
    assert searching.told.text() == wording.FOUND_NONE.zh
