"""The console's panes under a hand and under keys, its notes in size and language, and its buttons."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from jn_presenter.model.text import Text
from jn_presenter.qt.keys import chord
from jn_presenter.qt.windows.console import Console
from jn_presenter.qt.windows.console.areas import pages, turned
from jn_presenter.qt.windows.console.grips import Grip
from jn_presenter.show.commands import COMMANDS
from jn_presenter.show.keyhelp import short
from jn_presenter.show.panes import Panes, Shares
from jn_presenter.show.state import Place
from tests.decks import deck, points_slide
from tests.qt.windows.conftest import Open, Rig

Make = Callable[..., Rig]
LEFT = Qt.MouseButton.LeftButton
NOTES = Text((("zh", "今天讲三点。" * 20), ("en", "Three points today. " * 20)))


def opened(rig: Make, console: Open, language: str = "en", size: tuple[int, int] = (1366, 768)) -> tuple[Rig, Console]:
    here = rig(deck(points_slide("a/one", 2, notes=NOTES), points_slide("b/two", 1)), animate=False)
    return here, console(here, language, size)


def grip(made: Console, gap: str) -> Grip:
    return next(one for one in made.grips.all if one.gap == gap)


def drag(part: QWidget, by: QPoint) -> None:
    """Press in the middle of the part, move in steps, let go; as the window system sends it, in px of the window."""
    start = part.mapTo(part.window(), part.rect().center())
    for kind, at in (
        (QEvent.Type.MouseButtonPress, start),
        (QEvent.Type.MouseMove, start + by / 2),
        (QEvent.Type.MouseMove, start + by),
        (QEvent.Type.MouseButtonRelease, start + by),
    ):
        point = QPointF(part.mapFrom(part.window(), at))
        held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else LEFT
        event = QMouseEvent(kind, point, QPointF(at), QPointF(at), LEFT, held, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(part, event)


# gaps


def test_a_drag_moves_the_gap_with_the_hand_and_the_panes_at_once(rig: Make, console: Open) -> None:
    here, made = opened(rig, console)
    before, wide = grip(made, "column").x(), made.notes.width()
    drag(grip(made, "column"), QPoint(-100, 40))
    assert grip(made, "column").x() == pytest.approx(before - 100, abs=1)
    assert made.notes.width() == pytest.approx(wide + 100, abs=1)
    assert made.current.width() < before
    assert here.store.state.panes.lying.column is not None


def test_a_drag_down_makes_the_next_step_larger_and_the_notes_lower(rig: Make, console: Open) -> None:
    _, made = opened(rig, console)
    high, low = made.next.height(), made.notes.height()
    drag(grip(made, "next"), QPoint(0, 60))
    assert made.next.height() == pytest.approx(high + 60, abs=1)
    assert made.notes.height() == pytest.approx(low - 60, abs=1)


def test_after_a_drag_the_pictures_are_made_for_their_new_place(rig: Make, console: Open) -> None:
    _, made = opened(rig, console)
    drag(grip(made, "column"), QPoint(-120, 0))
    assert made._later.isActive()
    made.catch_up()
    for pane in (made.current, made.next):
        assert pane.pixmap is not None
        assert pane.pixmap.size() == pane.picture_size()


def test_nothing_of_the_show_moves_with_a_gap(rig: Make, console: Open) -> None:
    here, made = opened(rig, console)
    drag(grip(made, "current"), QPoint(0, -50))
    assert here.store.state.at == Place("a/one", 0)
    assert here.audience.projector.canvas == made.pictures.thumbnails.canvas


def test_a_double_click_has_the_gap_where_the_window_wants_it(rig: Make, console: Open, qtbot: QtBot) -> None:
    here, made = opened(rig, console)
    drag(grip(made, "column"), QPoint(-120, 0))
    qtbot.mouseDClick(grip(made, "column"), LEFT)
    assert here.store.state.panes == Panes()


def test_keys_move_gaps_from_where_they_stand_and_no_further_than_they_can(rig: Make, console: Open) -> None:
    here, made = opened(rig, console)
    before = grip(made, "column").x()
    here.store.dispatch("gap-left")
    assert grip(made, "column").x() == pytest.approx(before - 0.02 * 1318, abs=1)
    for _ in range(60):
        here.store.dispatch("gap-left")
    stop = grip(made, "column").x()
    here.store.dispatch("gap-right")
    assert grip(made, "column").x() > stop
    here.store.dispatch("panes-usual")
    assert grip(made, "column").x() == before


def test_an_upright_window_is_divided_by_itself(rig: Make, console: Open) -> None:
    here, made = opened(rig, console, size=(1080, 1920))
    drag(grip(made, "current"), QPoint(0, -100))
    panes = here.store.state.panes
    assert panes.lying == Shares()
    assert panes.upright.current is not None


# hidden panes


@pytest.mark.parametrize("name", ["next", "about", "notes"])
def test_each_pane_goes_and_comes_by_its_command_and_is_not_painted_meanwhile(
    rig: Make, console: Open, name: str
) -> None:
    here, made = opened(rig, console)
    part = getattr(made, name)
    here.store.dispatch(f"pane-{name}")
    assert not part.isVisible()
    here.store.dispatch("next")
    made.catch_up()
    here.store.dispatch(f"pane-{name}")
    made.catch_up()
    assert part.isVisible()
    if name == "next":
        assert part.pixmap is not None
        assert part.pixmap.size() == part.picture_size()


def test_without_the_next_pane_no_picture_is_made_for_it(rig: Make, console: Open) -> None:
    here, made = opened(rig, console)
    here.store.dispatch("pane-next")
    made.pictures.stop()
    made.pictures.thumbnails._pixmaps.clear()
    here.store.dispatch("next")
    made.catch_up()
    made.pictures._prepare()
    assert not made.pictures.thumbnails._pixmaps


def test_a_hidden_panes_place_is_no_press_on_it(rig: Make, console: Open, qtbot: QtBot) -> None:
    here, made = opened(rig, console)
    at = made.next.geometry().center()
    here.store.dispatch("pane-next")
    qtbot.mouseClick(made, LEFT, pos=at)
    assert here.store.state.at == Place("a/one", 0)


# notes


def test_notes_grow_and_shrink_live_and_keep_what_they_say(rig: Make, console: Open) -> None:
    here, made = opened(rig, console)
    said, longest = made.notes.text, made.notes.verticalScrollBar().maximum()
    for _ in range(3):
        here.store.dispatch("notes-larger")
    assert made.notes.text == said
    assert made.notes.verticalScrollBar().maximum() > longest
    here.store.dispatch("notes-usual")
    assert made.notes.verticalScrollBar().maximum() == longest


@pytest.mark.parametrize(
    ("key", "modifiers", "text", "name"),
    [
        (Qt.Key.Key_Equal, Qt.KeyboardModifier.ControlModifier, "=", "Ctrl+="),
        (Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier, "", "Ctrl++"),
        (Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier, "+", "Ctrl++"),
        (Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.KeypadModifier, "+", "Ctrl++"),
        (Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier, "", "Ctrl+-"),
        (Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier, "", "Ctrl+0"),
    ],
)
def test_plus_is_plus_wherever_a_keyboard_has_it(
    key: Qt.Key, modifiers: Qt.KeyboardModifier, text: str, name: str
) -> None:
    assert chord(QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text)) == name


def test_the_notes_languages_change_in_mid_show_and_the_audiences_do_not(rig: Make, console: Open) -> None:
    here, made = opened(rig, console)
    before = pixels(here)
    here.store.dispatch("notes-language")
    made.catch_up()
    assert made.notes.text.startswith("Three points")
    here.store.dispatch("notes-language")
    made.catch_up()
    assert [text[:5] for text in made.notes.text.splitlines()] == ["今天讲三点", "Three"]
    assert here.store.state.languages == ("zh",)
    assert pixels(here) == before


def test_both_languages_stand_side_by_side_where_there_is_room_and_else_one_above_the_other(
    rig: Make, console: Open
) -> None:
    here, made = opened(rig, console, size=(1920, 1080))
    here.store.dispatch("notes-language")
    here.store.dispatch("notes-language")
    here.store.dispatch("gap", gap="column", share=0.4, upright=False)
    made.catch_up()
    lines = made.notes._lines
    assert {line.x for line in lines if line.language == "zh"} == {0.0}
    (right,) = {line.x for line in lines if line.language == "en"}
    assert right > 200
    assert min(line.y for line in lines if line.language == "en") < 60
    for _ in range(20):
        here.store.dispatch("gap-right")
        here.store.dispatch("notes-larger")
    made.catch_up()
    lines = made.notes._lines
    assert {line.x for line in lines} == {0.0}
    last_zh = max(line.y for line in lines if line.language == "zh")
    assert min(line.y for line in lines if line.language == "en") > last_zh


def pixels(here: Rig) -> QImage:
    return here.audience.grab().toImage()


# buttons


def test_buttons_say_what_the_commands_say_with_their_keys(rig: Make, console: Open) -> None:
    for language in ("zh", "en"):
        _, made = opened(rig, console, language)
        for name, button in made.bar.buttons.items():
            assert button.text() == short(COMMANDS[name].help, language)
            assert button.key
            assert button.isVisible()
    assert made.bar.buttons["next"].text() == "Next step"
    assert made.bar.buttons["freeze"].text() == "Freeze"


@pytest.mark.parametrize("size", [(1366, 768), (1024, 768), (640, 360), (455, 256), (1080, 1920), (360, 640)])
def test_buttons_are_large_enough_for_a_finger_in_every_window(
    rig: Make, console: Open, qtbot: QtBot, size: tuple[int, int]
) -> None:
    _, made = opened(rig, console, size=size)
    bar = made.bar
    always = [bar.buttons[name].geometry() for name in ("previous", "next")]
    found: list[str] = []
    for _ in range(len(bar.buttons)):
        shown = [button for button in (*bar.buttons.values(), bar.more) if button.isVisible()]
        for button in shown:
            assert min(button.width(), button.height()) >= 39
            assert made.rect().contains(button.geometry())
        for one, two in pairwise(sorted(button.geometry().x() for button in shown)):
            assert one + 39 <= two
        assert [bar.buttons[name].geometry() for name in ("previous", "next")] == always
        found += [name for name, button in bar.buttons.items() if button.isVisible() and name not in found]
        if bar.more.isVisible():
            qtbot.mouseClick(bar.more, LEFT)
    assert found == list(bar.buttons)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", [(1024, 768), (1280, 720), (1080, 1920), (800, 600)])
def test_no_label_of_a_button_is_too_small_to_be_read(
    rig: Make, console: Open, qtbot: QtBot, size: tuple[int, int], language: str
) -> None:
    _, made = opened(rig, console, language, size)
    for _ in range(3):
        for button in (*made.bar.buttons.values(), made.bar.more):
            assert not button.isVisible() or button._share >= 0.84
        qtbot.mouseClick(made.bar.more, LEFT)


def test_as_many_buttons_stand_on_a_page_as_can_be_read_there() -> None:
    wishes = (100, 60, 80, 80, 80)
    assert pages(432, wishes, 8, 2, 50) == ((0, 1, 2, 3, 4),)
    assert pages(370, wishes, 8, 2, 50) == ((0, 1, 2, 3), (0, 1, 4))
    assert pages(100, wishes, 8, 2, 50) == ((0, 1, 2), (0, 1, 3), (0, 1, 4))
    assert pages(100, wishes, 8, 5, 50) == ((0, 1, 2, 3, 4),)
    assert turned(432, wishes, 8, 2, 50, 3)[1] is None
    for page in range(4):
        places, turn = turned(370, wishes, 8, 2, 50, page)
        assert (places[0], places[1], turn) == ((0, 91), (99, 55), (324, 46))
        assert set(places) == ({0, 1, 4} if page % 2 else {0, 1, 2, 3})
        assert max(x + wide for x, wide in places.values()) == 316


def test_buttons_do_what_keys_do_and_show_what_is_on(rig: Make, console: Open, qtbot: QtBot) -> None:
    here, made = opened(rig, console)
    buttons = made.bar.buttons

    def press(name: str) -> None:
        qtbot.mouseClick(buttons[name], LEFT)
        made.catch_up()

    press("next")
    assert here.store.state.at == Place("a/one", 1)
    press("previous")
    assert here.store.state.at == Place("a/one", 0)
    press("freeze")
    assert here.store.state.frozen
    assert buttons["freeze"].lit
    press("freeze")
    assert not buttons["freeze"].lit
    press("blank-black")
    assert here.store.state.blank == "black"
    assert buttons["blank-black"].lit
    press("blank-black")
    press("overview")
    assert here.store.state.overlay == "overview"
    here.store.dispatch("overlay-none")
    press("time")
    assert here.store.state.overlay == "time"


def test_a_press_that_slides_off_a_button_does_nothing(rig: Make, console: Open) -> None:
    here, made = opened(rig, console)
    drag(made.bar.buttons["next"], QPoint(0, -200))
    assert here.store.state.at == Place("a/one", 0)
