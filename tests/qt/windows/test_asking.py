"""A figure on the console's picture of the slide is asked by pointing, and the audience sees the answer once sent."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from jn_presenter.answer import PATH
from jn_presenter.compose import frame
from jn_presenter.draw.hit import box_of
from jn_presenter.qt.windows.console import Console
from jn_presenter.show.state import Asked
from tests.decks import bars_slide, deck, points_slide
from tests.qt.windows.conftest import Open, Rig

Make = Callable[..., Rig]
BARS = bars_slide("a/bars")


def opened(rig: Make, console: Open, language: str = "en") -> tuple[Rig, Console]:
    here = rig(deck(BARS, points_slide("a/two")), animate=False)
    made = console(here, language)
    made.catch_up()
    return here, made


def point_of(here: Rig, made: Console, key: str) -> QPoint:
    """Where the mark's middle is in the pane."""
    canvas = here.audience.projector.canvas
    state, shown = here.store.state, here.store.deck
    fitted = here.fits.get(shown, shown.slides["a/bars"], canvas, state.languages, state.style, here.store.snapshots)
    mark = next(mark for item in frame(fitted, 0) for mark in item.marks if mark.key == key)
    box, area = box_of(mark), made.current.picture_rect()
    x = area.x() + (box.x + box.w / 2) / canvas.width * area.width()
    y = area.y() + (box.y + box.h / 2) / canvas.height * area.height()
    return QPoint(round(x), round(y))


def move(widget: QWidget, at: QPoint) -> None:
    """The pointer comes to a point of the widget."""
    none = Qt.MouseButton.NoButton
    there = QPointF(at)
    event = QMouseEvent(
        QEvent.Type.MouseMove, there, widget.mapToGlobal(there), none, none, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(widget, event)


def test_pointing_at_a_bar_tells_it_on_the_console_alone(rig: Make, console: Open) -> None:
    here, made = opened(rig, console)
    move(made.current, point_of(here, made, "bar.1"))
    assert made.asking.bubble.isVisible()
    assert made.asking.bubble.text.splitlines() == [
        "类别1",
        "5",
        "Sample data",
        "click to show the audience, again to put it away",
    ]
    assert here.store.state.asked is None
    move(made.current, made.current.picture_rect().topLeft() + QPoint(3, 3))
    assert not made.asking.bubble.isVisible()


def test_a_press_sends_it_and_another_takes_it_back(rig: Make, console: Open, qtbot: QtBot) -> None:
    here, made = opened(rig, console)
    before = here.audience.stage.grab().toImage()
    qtbot.mouseClick(made.current, Qt.MouseButton.LeftButton, pos=point_of(here, made, "bar.1"))
    assert here.store.state.asked == Asked(here.store.state.shown, "chart", "bar.1")
    picture = here.audience.stage.picture
    assert picture is not None
    assert picture.fitted.placed[-1].path == PATH
    assert here.audience.stage.grab().toImage() != before
    qtbot.mouseClick(made.current, Qt.MouseButton.LeftButton, pos=point_of(here, made, "bar.1"))
    assert here.store.state.asked is None
    assert here.audience.stage.grab().toImage() == before


def test_the_next_step_takes_the_answer_away(rig: Make, console: Open, qtbot: QtBot) -> None:
    here, made = opened(rig, console)
    qtbot.mouseClick(made.current, Qt.MouseButton.LeftButton, pos=point_of(here, made, "bar.1"))
    here.store.dispatch("next")
    picture = here.audience.stage.picture
    assert picture is not None
    assert all(item.path != PATH for item in picture.fitted.placed)
    here.store.dispatch("previous")
    assert here.store.state.asked is None or here.store.state.asked.place == here.store.state.shown


def test_frozen_the_presenter_reads_it_and_nothing_is_sent(rig: Make, console: Open, qtbot: QtBot) -> None:
    here, made = opened(rig, console)
    here.store.dispatch("freeze")
    at = point_of(here, made, "bar.1")
    move(made.current, at)
    assert made.asking.bubble.isVisible()
    assert "click" not in made.asking.bubble.text
    qtbot.mouseClick(made.current, Qt.MouseButton.LeftButton, pos=at)
    assert here.store.state.asked is None


def test_words_stay_inside_the_window(rig: Make, console: Open) -> None:
    _, made = opened(rig, console, "zh")
    bubble = made.asking.bubble
    bubble.tell((("很长的说明" * 8, "caption"), ("5", "lead")), sendable=True)
    for corner in (QPoint(0, 0), QPoint(made.width(), made.height()), QPoint(made.width() // 2, made.height() // 2)):
        bubble.stand(corner)
        assert made.rect().contains(bubble.geometry())
