"""The pen tray: there while a tool is held, for hands without a keyboard."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from jn_presenter.qt.windows.console import Console
from jn_presenter.qt.windows.console.areas import FINGER
from jn_presenter.qt.windows.console.button import Button
from tests.decks import deck, points_slide
from tests.qt.windows.conftest import Open, Rig
from tests.qt.windows.test_pointing import stroke_on_pane, strokes

Make = Callable[..., Rig]
LEFT = Qt.MouseButton.LeftButton


def opened(rig: Make, console: Open, size: tuple[int, int] = (1366, 768), language: str = "en") -> tuple[Rig, Console]:
    here = rig(deck(points_slide("a/one"), points_slide("a/two")), animate=False)
    made = console(here, language, size)
    made.catch_up()
    return here, made


def tools(made: Console) -> dict[str, Button]:
    return made.tray.pens.buttons | made.tray.lights.buttons


def test_the_button_for_the_pen_opens_it_and_putting_away_closes_it(rig: Make, console: Open, qtbot: QtBot) -> None:
    here, made = opened(rig, console)
    assert not made.tray.isVisible()
    qtbot.mouseClick(made.bar.buttons["pen"], LEFT)
    assert made.tray.isVisible()
    assert here.store.state.tool == "pen"
    qtbot.mouseClick(made.tray.lights.buttons["laser"], LEFT)
    assert here.store.state.tool == "laser"
    assert [name for name, button in tools(made).items() if button.lit] == ["laser"]
    qtbot.mouseClick(made.tray.lights.buttons["arrow"], LEFT)
    assert (here.store.state.tool, made.tray.isVisible()) == ("", False)


def test_a_colour_is_chosen_and_strokes_are_undone_by_touch_alone(rig: Make, console: Open, qtbot: QtBot) -> None:
    here, made = opened(rig, console)
    qtbot.mouseClick(made.bar.buttons["pen"], LEFT)
    qtbot.mouseClick(made.tray.swatches["amber"], LEFT)
    stroke_on_pane(made)
    (line,) = here.store.state.ink["a/one"].strokes
    assert line.colour == "amber"
    qtbot.mouseClick(made.tray.changes.buttons["ink-undo"], LEFT)
    assert strokes(here) == 0
    qtbot.mouseClick(made.tray.changes.buttons["ink-redo"], LEFT)
    assert strokes(here) == 1
    qtbot.mouseClick(made.tray.changes.buttons["ink-clear"], LEFT)
    assert strokes(here) == 0


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("size", [(1024, 768), (1366, 768), (1920, 1080), (3840, 2160), (1080, 1920)])
def test_it_leaves_the_picture_free_and_has_room_for_fingers(
    rig: Make, console: Open, size: tuple[int, int], language: str
) -> None:
    here, made = opened(rig, console, size, language)
    here.store.dispatch("pen")
    tray = made.tray.geometry()
    picture = made.current.picture_rect().translated(made.current.pos())
    assert not tray.intersects(picture)
    assert made.rect().contains(tray)
    assert not any(tray.intersects(button.geometry()) for button in made.bar.buttons.values() if button.isVisible())
    parts = [*tools(made).values(), *made.tray.changes.buttons.values(), *made.tray.swatches.values()]
    for part in parts:
        assert part.isVisible(), part.accessibleName()
        assert min(part.width(), part.height()) >= FINGER - 1, part.accessibleName()
        assert made.tray.rect().contains(part.geometry())
