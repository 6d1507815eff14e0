"""A press of the other button, or a long one, on the console's picture lets a figure stand out for the audience."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage

from jn_presenter.compose import frame
from jn_presenter.draw.hit import box_of
from jn_presenter.qt.windows.console import Console
from jn_presenter.qt.windows.console.singling import LONG_MS
from tests.decks import bars_slide, deck, points_slide
from tests.qt.windows.conftest import Open, Rig
from tests.qt.windows.test_scrubbing import LEFT, MOVE, PRESS, RELEASE, mouse

Make = Callable[..., Rig]
RIGHT = Qt.MouseButton.RightButton


def opened(rig: Make, console: Open) -> tuple[Rig, Console]:
    here = rig(deck(bars_slide("a/bars"), points_slide("a/two")), animate=False)
    made = console(here)
    made.catch_up()
    return here, made


def point_of(made: Console, key: str) -> QPoint:
    fitted = made.asking.fitted()
    assert fitted is not None
    box = next(box_of(mark) for item in frame(fitted, 0) for mark in item.marks if mark.key == key)
    area = made.current.picture_rect()
    scale = area.width() / fitted.canvas.width
    return area.topLeft() + QPoint(round((box.x + box.w / 2) * scale), round((box.y + box.h / 2) * scale))


def click(made: Console, at: QPoint, button: Qt.MouseButton) -> None:
    mouse(made.current, PRESS, at, button)
    mouse(made.current, RELEASE, at, button)


def seen(here: Rig) -> QImage:
    return here.audience.stage.grab().toImage()


def test_the_other_button_lets_a_bar_stand_out_and_again_all_are_alike(rig: Make, console: Open) -> None:
    here, made = opened(rig, console)
    rest = seen(here)
    click(made, point_of(made, "bar.1"), RIGHT)
    assert here.store.state.focus in here.store.offers["foci"]()
    assert here.store.state.focus == "1"
    one = seen(here)
    assert one != rest
    click(made, point_of(made, "bar.2"), RIGHT)
    assert here.store.state.focus == "2"
    assert seen(here) not in (one, rest)
    click(made, point_of(made, "bar.2"), RIGHT)
    assert (here.store.state.focus, here.store.state.asked) == ("", None)
    assert seen(here) == rest


def test_beside_all_figures_it_lets_all_be_alike(rig: Make, console: Open) -> None:
    here, made = opened(rig, console)
    click(made, point_of(made, "bar.1"), RIGHT)
    click(made, made.current.picture_rect().topLeft() + QPoint(3, 3), RIGHT)
    assert here.store.state.focus == ""


def test_a_long_press_does_so_too_and_asks_nothing_when_it_ends(rig: Make, console: Open) -> None:
    here, made = opened(rig, console)
    at = point_of(made, "bar.1")
    mouse(made.current, PRESS, at, LEFT)
    assert made.singling.timer.isActive()
    assert made.singling.timer.interval() == LONG_MS == 600
    made.singling.timer.timeout.emit()
    assert here.store.state.focus == "1"
    mouse(made.current, RELEASE, at, LEFT)
    assert (here.store.state.focus, here.store.state.asked) == ("1", None)
    click(made, at, LEFT)
    assert here.store.state.asked is not None


def test_a_short_press_or_one_that_moves_is_no_long_one(rig: Make, console: Open) -> None:
    here, made = opened(rig, console)
    at = point_of(made, "bar.1")
    click(made, at, LEFT)
    assert not made.singling.timer.isActive()
    mouse(made.current, PRESS, at, LEFT)
    mouse(made.current, MOVE, at + QPoint(2, 2), LEFT)
    assert made.singling.timer.isActive()
    mouse(made.current, MOVE, at + QPoint(30, 2), LEFT)
    assert not made.singling.timer.isActive()
    mouse(made.current, RELEASE, at + QPoint(30, 2), LEFT)
    assert here.store.state.focus == ""


def test_what_the_audience_does_not_see_stands_out_for_nobody(rig: Make, console: Open) -> None:
    here, made = opened(rig, console)
    at = point_of(made, "bar.1")
    for name in ("freeze", "blank-black"):
        here.store.dispatch(name)
        click(made, at, RIGHT)
        assert here.store.state.focus == ""
        here.store.dispatch(name)
    click(made, at, RIGHT)
    assert here.store.state.focus == "1"
