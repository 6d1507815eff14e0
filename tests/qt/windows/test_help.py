"""The key help lies over the console: all commands with their keys, and any key or press puts it away."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from jn_presenter.model.element import Measure
from jn_presenter.qt.scene.text import QtMeasure
from jn_presenter.qt.windows.console import Console
from jn_presenter.qt.windows.console.keyboard import page
from jn_presenter.qt.windows.console.look import Look
from jn_presenter.show.keyhelp import help_table
from jn_presenter.show.keymap import keymap, merged
from tests.decks import deck, points_slide
from tests.qt.windows.conftest import AFTERNOON, Open, Rig

Make = Callable[..., Rig]
MEASURE: Measure = QtMeasure()
Key = Qt.Key


def opened(rig: Make, console: Open, qtbot: QtBot, size: tuple[int, int] = (1366, 768)) -> tuple[Rig, Console]:
    here = rig(deck(points_slide("a/one"), points_slide("a/two")), animate=False)
    made = console(here, "en", size)
    made.installEventFilter(here.keys)
    made.catch_up()
    qtbot.keyClick(made, Key.Key_F1)
    return here, made


def test_a_key_shows_it_on_the_console_and_the_audience_sees_nothing(rig: Make, console: Open, qtbot: QtBot) -> None:
    here = rig(deck(points_slide("a/one"), points_slide("a/two")), animate=False)
    made = console(here)
    made.installEventFilter(here.keys)
    before = here.audience.grab().toImage()
    qtbot.keyClicks(made, "?")
    assert made.overlays.help.isVisible()
    assert made.overlays.help.geometry() == made.rect()
    assert "next step" in made.overlays.help.accessibleName().lower()
    assert here.audience.grab().toImage() == before


@pytest.mark.parametrize("key", [Key.Key_Escape, Key.Key_B, Key.Key_Tab, Key.Key_F1, Key.Key_Return])
def test_any_key_puts_it_away_and_does_nothing_else(rig: Make, console: Open, qtbot: QtBot, key: Key) -> None:
    here, made = opened(rig, console, qtbot, (1920, 1080))
    state = here.store.state
    focus = made.focusWidget()
    assert focus is made.overlays.help
    qtbot.keyClick(focus, key)
    assert (made.overlays.help.isVisible(), here.store.state.overlay, here.store.state.blank) == (False, "", "none")
    assert here.store.state.at == state.at
    assert made.focusWidget() is made


def test_a_key_on_the_audiences_window_puts_it_away_too(rig: Make, console: Open, qtbot: QtBot) -> None:
    here, made = opened(rig, console, qtbot)
    qtbot.keyClick(here.audience, Key.Key_Right)
    assert not made.overlays.help.isVisible()
    assert here.store.state.at.step == 0


def test_a_press_beside_its_lines_puts_it_away_and_goes_no_further(rig: Make, console: Open, qtbot: QtBot) -> None:
    here, made = opened(rig, console, qtbot)
    at = made.bar.buttons["next"].geometry().bottomLeft() + QPoint(8, 12)
    qtbot.mouseClick(made.overlays.help.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert not made.overlays.help.isVisible()
    assert here.store.state.at.step == 0


def test_a_press_on_a_line_does_what_it_says_and_puts_it_away(rig: Make, console: Open, qtbot: QtBot) -> None:
    here, made = opened(rig, console, qtbot, (480, 400))
    shown = made.overlays.help
    for name in ("notes-larger", "next", "leave"):
        here.store.dispatch("help", overlays=("help",))
        area = next(area for area, command in shown._page.rows if command == name)
        margin = 3 * shown.look.unit
        shown.verticalScrollBar().setValue(int(area.y))
        at = QPoint(int(area.x) + margin + 5, int(area.y) + margin + 5 - shown.verticalScrollBar().value())
        qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=at)
        assert not shown.isVisible()
    state = here.store.state
    assert (state.panes.notes, state.at.step, state.asking) == (115, 1, "leave")


def test_lines_of_answers_and_of_a_series_are_no_buttons(rig: Make) -> None:
    rig(deck(points_slide("a/one")))
    made = page(help_table("en"), 1318.0, Look(1.0), MEASURE, "en")
    called = {name for _, name in made.rows}
    assert called >= {"next", "previous", "freeze", "leave", "search", "notes-larger", "pane-next", "skip-extras"}
    assert not called & {"help", "help-close", "confirm-leave", "theme-1", "gap-left"}
    assert all(area.h >= 40.0 for area, _ in made.rows)  # for a finger
    for k, (area, _) in enumerate(made.rows):
        for other, _ in made.rows[k + 1 :]:
            overlap = area.y < other.bottom - 0.5 and other.y < area.bottom - 0.5
            assert not (overlap and area.x < other.right and other.x < area.right)


def test_where_it_is_long_it_scrolls_instead_and_begins_at_its_top_again(
    rig: Make, console: Open, qtbot: QtBot
) -> None:
    _, made = opened(rig, console, qtbot, (480, 400))
    bar = made.overlays.help.verticalScrollBar()
    assert bar.maximum() > 0
    qtbot.keyClick(made.overlays.help, Key.Key_PageDown)
    assert (made.overlays.help.isVisible(), bar.value()) == (True, bar.pageStep())
    qtbot.keyClick(made.overlays.help, Key.Key_End)
    assert bar.value() == bar.maximum()
    qtbot.keyClick(made.overlays.help, Key.Key_Space)
    assert not made.overlays.help.isVisible()
    qtbot.keyClick(made, Key.Key_F1)
    assert (made.overlays.help.isVisible(), bar.value()) == (True, 0)


def test_a_finger_that_moved_on_does_not_put_it_away(rig: Make, console: Open, qtbot: QtBot) -> None:
    _, made = opened(rig, console, qtbot)
    view, left = made.overlays.help.viewport(), Qt.MouseButton.LeftButton
    qtbot.mousePress(view, left, pos=QPoint(200, 300))
    qtbot.mouseRelease(view, left, pos=QPoint(200, 120))
    assert made.overlays.help.isVisible()


def test_it_does_not_open_where_no_console_is_seen_and_goes_with_it(rig: Make, console: Open, qtbot: QtBot) -> None:
    here, made = opened(rig, console, qtbot)
    made.hide()
    assert here.store.state.overlay == ""
    qtbot.keyClick(here.audience, Key.Key_F1)
    assert here.store.state.overlay == ""


def test_a_question_is_asked_above_it_and_has_the_keys(rig: Make, console: Open, qtbot: QtBot) -> None:
    here, made = opened(rig, console, qtbot)
    made.close()
    made.catch_up()
    assert made.question.isVisible()
    assert made.focusWidget() is made
    qtbot.keyClick(made, Key.Key_X)
    assert (here.store.state.asking, here.store.state.overlay) == ("", "help")
    assert made.focusWidget() is made.overlays.help


def test_it_has_the_users_own_keys(rig: Make, qtbot: QtBot) -> None:
    here = rig(deck(points_slide("a/one")), animate=False)
    own = keymap(merged({"next": ("J",)}))
    made = Console(here.store, here.clock, here.fits, here.audience.stage.image, "zh", lambda: AFTERNOON, own)
    assert "J  下一步" in made.overlays.help.accessibleName()
    made.deleteLater()


def test_keys_that_come_while_it_is_open_are_said_everywhere_at_once(rig: Make, console: Open) -> None:
    here = rig(deck(points_slide("a/one")), animate=False)
    made = console(here)
    here.store.dispatch("help")
    made.take_keys(keymap(merged({"next": ("J",), "rehearse": ("Ctrl+J",), "preflight-close": ("Esc", "F12")})))
    assert "J  Next step" in made.overlays.help.accessibleName()
    assert made.bar.buttons["next"].accessibleName().endswith("J")
    here.store.dispatch("overlay-none")
    here.store.dispatch("time")
    assert made.overlays.schedule.rehearse.accessibleName().endswith("Ctrl+J")
    assert made.overlays.preflight.keymap.pressed["preflight"]["F12"] == "preflight-close"


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("width", "scale"), [(440, 0.75), (1318, 1.0), (3696, 2.8), (700, 1.0)])
def test_nothing_of_it_stands_in_anothers_place(rig: Make, language: str, width: int, scale: float) -> None:
    rig(deck(points_slide("a/one")))
    made = page(help_table(language), float(width), Look(scale), MEASURE, language)
    caps = made.caps
    assert len(caps) == sum(len(row.keys) for row in help_table(language))
    assert all(cap.x >= 0 and cap.right <= width and cap.bottom <= made.height + 1 for cap in caps)
    for k, cap in enumerate(caps):
        assert not any(
            cap.x < other.right and other.x < cap.right and cap.y < other.bottom and other.y < cap.bottom
            for other in caps[k + 1 :]
        )


def test_a_console_that_is_put_away_with_it_comes_back_without_it(rig: Make, console: Open) -> None:
    """As where one window has the whole screen: whoever places windows hears of the change first."""
    here = rig(deck(points_slide("a/one"), points_slide("a/two")), animate=False)
    consoles: list[Console] = []
    here.store.changed.connect(lambda _old, new: [one.setVisible(not new.console) for one in consoles])
    made = console(here)
    consoles.append(made)
    here.store.dispatch("help")
    assert made.overlays.help.isVisible()
    here.store.dispatch("console")
    assert not made.isVisible()
    assert here.store.state.overlay == ""
    assert made.overlays.help.isHidden()
