"""The list of what may be typed, by real keys."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.qt.windows.editor.conftest import Desk


def offered(desk: Desk) -> list[str]:
    found = desk.window.completing.list
    return [] if found.isHidden() else [found.item(k).text().split("    ")[0] for k in range(found.count())]


def behind(desk: Desk, words: str) -> None:
    desk.code.to(desk.code.text.index(words) + len(words))


def test_a_word_is_chosen_with_the_arrows_and_typed_with_enter(qtbot: QtBot, desk: Desk) -> None:
    desk.type("chart-right", "")
    behind(desk, "layout: ")
    qtbot.keyClicks(desk.code, "cha")
    assert offered(desk)[:3] == ["chart-full", "chart-left", "chart-right"]
    qtbot.keyClick(desk.code, Qt.Key.Key_Down)
    qtbot.keyClick(desk.code, Qt.Key.Key_Up)
    qtbot.keyClick(desk.code, Qt.Key.Key_Down)
    qtbot.keyClick(desk.code, Qt.Key.Key_Return)
    assert "layout: chart-left\n" in desk.code.text
    assert offered(desk) == []


def test_a_fact_is_proposed_behind_its_sign_and_closed(qtbot: QtBot, desk: Desk) -> None:
    behind(desk, "软件业领衔")
    qtbot.keyClicks(desk.code, "<target-i")
    assert "target-ic" in offered(desk)
    desk.window.completing.list.setCurrentRow(offered(desk).index("target-ic"))
    qtbot.keyClick(desk.code, Qt.Key.Key_Tab)
    assert "软件业领衔<target-ic>，" in desk.code.text


def test_esc_and_wandering_put_it_away_and_ctrl_space_brings_it(qtbot: QtBot, desk: Desk) -> None:
    behind(desk, "depth: core\n")
    qtbot.keyClick(desk.code, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert "transition" in offered(desk)
    qtbot.keyClick(desk.code, Qt.Key.Key_Escape)
    assert offered(desk) == []
    qtbot.keyClick(desk.code, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(desk.code, Qt.Key.Key_Left)
    assert offered(desk) == []


def test_plain_words_bring_nothing(qtbot: QtBot, desk: Desk) -> None:
    behind(desk, "软件业领衔")
    qtbot.keyClicks(desk.code, "abc")
    assert offered(desk) == []
    qtbot.keyClick(desk.code, Qt.Key.Key_Return)
    assert "软件业领衔abc\n  ，" in desk.code.text
