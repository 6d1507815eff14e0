"""The private jump: typed over the console, seen there alone, and taken by the show only when it is told to."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jn_presenter.qt.windows.console import Console
from jn_presenter.qt.windows.console.found import Found, excerpt
from jn_presenter.qt.windows.console.hits import ROW
from jn_presenter.show.state import Place
from tests.decks import deck, points_slide
from tests.qt.windows.conftest import Open, Rig, loaded

Make = Callable[..., Rig]
Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
SLIDES = (points_slide("a/one", 2), points_slide("a/two"), points_slide("b/three", 1))


def opened(rig: Make, console: Open, qtbot: QtBot, language: str = "en") -> tuple[Rig, Console]:
    here = rig(deck(*SLIDES), animate=False)
    made = console(here, language)
    made.installEventFilter(here.keys)
    made.catch_up()
    qtbot.keyClick(made, Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: made.overlays.jump._finder.is_ready)
    return here, made


def typed(made: Console, qtbot: QtBot, words: str) -> None:
    """The words, as keys that come to whatever has the focus."""
    for letter in words:
        qtbot.keyClicks(made.focusWidget(), letter)


def listed(made: Console) -> list[str]:
    return [row.slide for row in made.overlays.jump.hits.rows]


@pytest.mark.parametrize("key", ["/", "Ctrl+F"])
def test_a_key_opens_it_and_what_is_typed_reaches_the_line_alone(
    rig: Make, console: Open, qtbot: QtBot, key: str
) -> None:
    here = rig(deck(*SLIDES), animate=False)
    made = console(here)
    made.installEventFilter(here.keys)
    before, state = here.audience.grab().toImage(), here.store.state
    if key == "/":
        qtbot.keyClicks(made, "/")
    else:
        qtbot.keyClick(made, Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert made.focusWidget() is made.overlays.jump.line
    typed(made, qtbot, "bw. ?3o")
    qtbot.keyClick(made.focusWidget(), Key.Key_F5)
    assert made.overlays.jump.line.text() == "bw. ?3o"
    assert (here.store.state.shown, here.store.state.blank) == (state.shown, "none")
    assert here.audience.grab().toImage() == before


def test_typing_lists_slides_with_number_theme_and_title_and_marks_what_was_typed(
    rig: Make, console: Open, qtbot: QtBot
) -> None:
    _, made = opened(rig, console, qtbot)
    typed(made, qtbot, "of b/th")
    (row,) = made.overlays.jump.hits.rows
    assert (row.slide, row.number) == ("b/three", (("3", False),))
    assert row.title == (("Title ", False), ("of b/th", True), ("ree", False))
    assert row.about[0][0]


def test_slides_are_found_by_number_and_by_the_initials_of_their_sound(rig: Make, console: Open, qtbot: QtBot) -> None:
    _, made = opened(rig, console, qtbot, "zh")
    typed(made, qtbot, "2")
    assert made.overlays.jump.hits.rows[0].number == (("2", True),)
    made.overlays.jump.line.clear()
    typed(made, qtbot, "bt")
    assert listed(made) == ["a/one", "a/two", "b/three"]
    assert made.overlays.jump.hits.rows[0].title[0] == ("标题", True)


def test_arrows_choose_and_enter_takes_and_back_returns_to_the_step(rig: Make, console: Open, qtbot: QtBot) -> None:
    here, made = opened(rig, console, qtbot)
    here.store.dispatch("next")
    typed(made, qtbot, "title")
    for key in (Key.Key_Down, Key.Key_Down, Key.Key_Down, Key.Key_Up, Key.Key_Down):
        qtbot.keyClick(made.focusWidget(), key)
    assert made.overlays.jump.hits.row == 2
    assert here.store.state.shown == Place("a/one", 1)
    qtbot.keyClick(made.focusWidget(), Key.Key_Return)
    assert (here.store.state.shown, made.overlays.jump.isVisible()) == (Place("b/three"), False)
    assert made.focusWidget() is made
    qtbot.keyClick(made, Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert here.store.state.shown == Place("a/one", 1)


def test_escape_puts_it_away_without_a_trace(rig: Make, console: Open, qtbot: QtBot) -> None:
    here, made = opened(rig, console, qtbot)
    typed(made, qtbot, "three")
    state = here.store.state
    qtbot.keyClick(made.focusWidget(), Key.Key_Escape)
    assert (made.overlays.jump.isVisible(), here.store.state.blank, here.store.state.back) == (False, "none", None)
    assert (here.store.state.at, here.store.state.shown) == (state.at, state.shown)
    qtbot.keyClicks(made, "/")
    assert (made.overlays.jump.line.text(), listed(made)) == ("", [])


def test_frozen_the_presenter_goes_there_alone(rig: Make, console: Open, qtbot: QtBot) -> None:
    here, made = opened(rig, console, qtbot)
    here.store.dispatch("freeze")
    typed(made, qtbot, "three")
    qtbot.keyClick(made.focusWidget(), Key.Key_Enter)
    assert (here.store.state.at.slide, here.store.state.shown.slide) == ("b/three", "a/one")


def test_enter_with_nothing_found_stays(rig: Make, console: Open, qtbot: QtBot) -> None:
    here, made = opened(rig, console, qtbot)
    typed(made, qtbot, "zzz")
    qtbot.keyClick(made.focusWidget(), Key.Key_Return)
    assert (made.overlays.jump.isVisible(), here.store.state.at.slide) == (True, "a/one")
    assert made.overlays.jump.hits.accessibleName() == "Nothing found"


def test_chinese_comes_through_the_input_method_in_this_line_alone(rig: Make, console: Open, qtbot: QtBot) -> None:
    _, made = opened(rig, console, qtbot)
    assert made.overlays.jump.line.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    assert made.overlays.jump.line.inputMethodQuery(Qt.InputMethodQuery.ImEnabled) is True
    assert made.inputMethodQuery(Qt.InputMethodQuery.ImEnabled) is False
    QApplication.sendEvent(made.overlays.jump.line, QInputMethodEvent("biao ti", []))
    done = QInputMethodEvent()
    done.setCommitString("标题")
    QApplication.sendEvent(made.overlays.jump.line, done)
    assert made.overlays.jump.line.text() == "标题"
    assert listed(made) == ["a/one", "a/two", "b/three"]


def test_a_press_chooses_another_takes_and_one_beside_the_panel_puts_it_away(
    rig: Make, console: Open, qtbot: QtBot
) -> None:
    here, made = opened(rig, console, qtbot)
    typed(made, qtbot, "title")
    second = QPoint(60, ROW * made.overlays.jump.look.unit + 10)
    qtbot.mouseClick(made.overlays.jump.hits, LEFT, pos=second)
    assert (made.overlays.jump.hits.row, here.store.state.at.slide) == (1, "a/one")
    assert made.focusWidget() is made.overlays.jump.line
    qtbot.mouseClick(made.overlays.jump.hits, LEFT, pos=second)
    assert here.store.state.shown == Place("a/two")
    qtbot.keyClicks(made, "/")
    qtbot.mouseClick(made.overlays.jump, LEFT, pos=QPoint(2, 2))
    assert not made.overlays.jump.isVisible()
    assert here.store.state.shown == Place("a/two")


def test_the_chosen_slide_is_pictured_once_and_a_press_on_it_takes_it(rig: Make, console: Open, qtbot: QtBot) -> None:
    here, made = opened(rig, console, qtbot)
    typed(made, qtbot, "three")
    sheet, size = made.overlays.sheet, made.overlays.jump.glimpse.size()
    qtbot.waitUntil(lambda: sheet.get("b/three", size) is not None)
    assert sheet.get("a/one", size) is None
    qtbot.mouseClick(made.overlays.jump, LEFT, pos=made.overlays.jump.glimpse.frame.center())
    assert here.store.state.shown == Place("b/three")


def test_a_reload_is_found_and_what_is_gone_is_not(rig: Make, console: Open, qtbot: QtBot) -> None:
    here, made = opened(rig, console, qtbot)
    here.store.take(loaded(deck(SLIDES[0], points_slide("c/new"))))
    typed(made, qtbot, "title of b")
    assert listed(made) == []
    qtbot.keyClick(made.focusWidget(), Key.Key_Escape)
    qtbot.keyClicks(made, "/")
    typed(made, qtbot, "c/new")
    qtbot.waitUntil(lambda: listed(made) == ["c/new"])


def test_words_in_the_middle_of_long_ones_stand_in_an_excerpt_of_one_line() -> None:
    assert excerpt("短的标题", 2, 4) == (("短的", False), ("标题", True))
    words = "一" * 40 + "\n要找的" + "二" * 200
    before, marked, after = excerpt(words, 41, 44)
    assert (before, marked) == (("…" + "一" * 9 + " ", False), ("要找的", True))
    assert len(after[0]) == 160


@pytest.mark.parametrize("size", [(480, 360), (1366, 768), (3840, 2160), (768, 1366)])
def test_line_list_and_picture_stand_beside_each_other_in_any_window(
    rig: Make, console: Open, size: tuple[int, int]
) -> None:
    here = rig(deck(*SLIDES), animate=False)
    jump = console(here, "en", size).overlays.jump
    line, hits, picture = jump.line.geometry(), jump.hits.geometry(), jump.glimpse.frame
    assert jump.panel.contains(line)
    assert jump.panel.contains(hits)
    assert hits.top() > line.bottom()
    assert picture.isEmpty() or (jump.panel.contains(picture) and picture.left() > hits.right())


def test_what_has_no_room_fades_away_before_the_edge_of_its_row(rig: Make, console: Open, qtbot: QtBot) -> None:
    _, made = opened(rig, console, qtbot)
    hits = made.overlays.jump.hits
    hits.say((Found(slide="", number=(), title=(("█" * 200, False),), about=()),), 0)
    shown, y = hits.grab().toImage(), 2 * hits.look.unit
    right = hits.width() - hits.look.unit
    left, middle, edge = (shown.pixelColor(x, y).lightness() for x in (right - 24, right - 8, right - 1))
    assert left > middle > edge
    assert edge - shown.pixelColor(right + 1, y).lightness() < 20
