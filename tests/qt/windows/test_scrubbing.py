"""Charts with a time dimension are scrubbed on the console, by a slider or a drag over the chart, and back exactly."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from jn_presenter.answer import PATH
from jn_presenter.compose import element_frame, frame
from jn_presenter.draw.hit import box_of
from jn_presenter.model.deck import Slide
from jn_presenter.model.feed import Column, Snapshot
from jn_presenter.model.geometry import Canvas
from jn_presenter.model.marks import TextMark
from jn_presenter.qt.windows.console import Console
from jn_presenter.qt.windows.console.areas import SLIDER, WORDS, with_slider
from jn_presenter.qt.windows.console.arranging import arrange
from jn_presenter.qt.windows.console.slider import Slider
from tests.decks import bars_slide, deck, element, feed, points_slide, text
from tests.qt.windows.conftest import Open, Rig

Make = Callable[..., Rig]
ONE, TWO = feed("one"), feed("two")
NAMES = ("甲", "乙", "丙")
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
PRESS, MOVE, RELEASE = QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.MouseButtonRelease


def race_data(shift: int = 0) -> Snapshot:
    """Three names at three moments; who is last becomes first."""
    years = {"2019": (30, 20, 10), "2020": (25, 22, 21), "2021": (20, 24, 32)}
    moments = (Column(name=year, cells=tuple(Decimal(v + shift) for v in cells)) for year, cells in years.items())
    return Snapshot(columns=(Column(name="name", cells=NAMES), *moments))


def race_slide(name: str, *feeds: Any) -> Slide:
    slots = ("chart",) if len(feeds) == 1 else ("left", "right")
    charts = tuple(element("race", data=one) for one in feeds)
    return Slide(
        id=name,
        theme="a",
        layout="chart-full" if len(feeds) == 1 else "two-columns",
        title=text("排名", "A race"),
        slots=tuple((slot, (chart,)) for slot, chart in zip(slots, charts, strict=True)),
        digest=name,
    )


def opened(rig: Make, console: Open, *feeds: Any, size: tuple[int, int] = (1366, 768)) -> tuple[Rig, Console]:
    feeds = feeds or (ONE,)
    here = rig(deck(race_slide("a/race", *feeds), bars_slide("a/bars"), points_slide("a/points")), animate=False)
    here.store.take_snapshots({one: race_data(k) for k, one in enumerate(feeds)})
    here.tick(1000)
    made = console(here, size=size)
    made.catch_up()
    return here, made


def seen(here: Rig) -> QImage:
    return here.audience.stage.grab().toImage()


def mouse(widget: QWidget, kind: QEvent.Type, at: QPoint, button: Qt.MouseButton = LEFT) -> None:
    there = QPointF(at)
    held = NONE if kind == RELEASE else button
    event = QMouseEvent(
        kind, there, widget.mapToGlobal(there), NONE if kind == MOVE else button, held, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(widget, event)


def on_slider(slider: Slider, value: float) -> QPoint:
    return QPoint(round(slider.x_of(value)), slider.height() // 2)


def chart_point(made: Console, path: str, x: float, y: float) -> QPoint:
    """A point of the chart, 0..1 of its rectangle, in the pane."""
    fitted = made.asking.fitted()
    assert fitted is not None
    rect = next(item.rect for item in fitted.placed if item.path == path)
    area, canvas = made.current.picture_rect(), fitted.canvas
    return QPoint(
        round(area.x() + (rect.x + x * rect.w) / canvas.width * area.width()),
        round(area.y() + (rect.y + y * rect.h) / canvas.height * area.height()),
    )


def drag(widget: QWidget, *points: QPoint) -> None:
    first, *others = points
    mouse(widget, PRESS, first)
    for point in others:
        mouse(widget, MOVE, point)
    mouse(widget, RELEASE, points[-1])


# the slider


def test_it_stands_under_a_chart_with_a_time_dimension_and_under_no_other(rig: Make, console: Open) -> None:
    here, made = opened(rig, console)
    slider, about = made.scrubbing.slider, made.about.geometry()
    assert slider.isVisible()
    assert (slider.value, slider.text) == (1.0, "2021")
    assert slider.geometry().top() == made.current.mapToParent(made.current.picture_rect().bottomLeft()).y() + 1
    assert about.top() > slider.geometry().bottom()
    here.store.dispatch("next")
    made.catch_up()
    assert not slider.isVisible()
    assert made.about.geometry().top() < about.top()
    here.store.dispatch("previous")
    made.catch_up()
    assert slider.isVisible()
    assert made.about.geometry() == about


def test_a_press_jumps_there_and_the_audience_sees_it_at_once(rig: Make, console: Open) -> None:
    here, made = opened(rig, console)
    rest = seen(here)
    slider = made.scrubbing.slider
    drag(slider, on_slider(slider, 0.0))
    assert here.store.state.scrub == {"a/race/chart": 0.0}
    assert (slider.value, slider.text) == (0.0, "2019")
    assert seen(here) != rest
    picture = here.audience.stage.picture
    assert picture is not None
    assert picture.look.scrub == {"chart": 0.0}


def test_a_drag_goes_forth_and_back_to_the_very_same_pictures(rig: Make, console: Open) -> None:
    here, made = opened(rig, console)
    slider = made.scrubbing.slider
    values = (0.8, 0.55, 0.3, 0.1)
    mouse(slider, PRESS, on_slider(slider, 1.0))
    rest = seen(here)
    there, back = [], []
    for value in values:
        mouse(slider, MOVE, on_slider(slider, value))
        there.append(seen(here))
    for value in reversed(values):
        mouse(slider, MOVE, on_slider(slider, value))
        back.append(seen(here))
    mouse(slider, MOVE, on_slider(slider, 1.0))
    mouse(slider, RELEASE, on_slider(slider, 1.0))
    assert back == there[::-1]
    assert seen(here) == rest
    assert here.store.state.scrub == {}
    assert len({image.constBits().tobytes() for image in there}) == len(values)


def test_released_it_stays_and_with_the_slide_it_is_gone(rig: Make, console: Open) -> None:
    here, made = opened(rig, console)
    slider = made.scrubbing.slider
    drag(slider, on_slider(slider, 0.5))
    mouse(slider, MOVE, on_slider(slider, 0.1), NONE)
    value = here.store.state.scrub["a/race/chart"]
    assert value == pytest.approx(0.5, abs=0.01)
    made.catch_up()
    assert (slider.value, slider.text) == (value, "2020")
    here.store.dispatch("next")
    here.store.dispatch("previous")
    made.catch_up()
    assert (here.store.state.scrub, slider.value) == ({}, 1.0)


def test_beyond_its_ends_a_drag_stays_at_the_end(rig: Make, console: Open) -> None:
    here, made = opened(rig, console)
    slider = made.scrubbing.slider
    drag(slider, on_slider(slider, 0.5), QPoint(-500, 0))
    assert here.store.state.scrub == {"a/race/chart": 0.0}
    drag(slider, on_slider(slider, 0.5), QPoint(5000, 0))
    assert here.store.state.scrub == {}


def turn(widget: QWidget, notches: int) -> None:
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle,
        widget.mapToGlobal(middle),
        QPoint(),
        QPoint(0, 120 * notches),
        NONE,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def test_a_notch_of_the_wheel_is_a_key(rig: Make, console: Open) -> None:
    here, made = opened(rig, console)
    turn(made.scrubbing.slider, -2)
    by_wheel = here.store.state.scrub
    here.store.dispatch("unfocus")
    turn(made.scrubbing.slider, 2)
    assert here.store.state.scrub == {}
    here.store.dispatch("scrub-back")
    here.store.dispatch("scrub-back")
    assert here.store.state.scrub == by_wheel == {"a/race/chart": 0.9}
    assert made.scrubbing.slider.value == 0.9


def test_a_finger_drags_it(rig: Make, console: Open, qtbot: QtBot) -> None:
    here, made = opened(rig, console)
    slider = made.scrubbing.slider
    device = QTest.createTouchDevice()
    assert isinstance(device, QPointingDevice)
    for stage, value in (("press", 1.0), ("move", 0.6), ("move", 0.25), ("release", 0.25)):
        touch = QTest.touchEvent(slider, device)
        getattr(touch, stage)(0, on_slider(slider, value), slider)
        touch.commit()
    assert here.store.state.scrub["a/race/chart"] == pytest.approx(0.25, abs=0.01)


def test_frozen_blank_or_elsewhere_there_is_none_and_a_late_hand_changes_nothing(rig: Make, console: Open) -> None:
    here, made = opened(rig, console)
    slider = made.scrubbing.slider
    mouse(slider, PRESS, on_slider(slider, 0.5))
    for name in ("freeze", "blank-black"):
        before = here.store.state.scrub
        here.store.dispatch(name)
        mouse(slider, MOVE, on_slider(slider, 0.2))
        assert here.store.state.scrub == before
        made.catch_up()
        assert not slider.isVisible()
        here.store.dispatch(name)
        made.catch_up()
        assert slider.isVisible()
    here.store.dispatch("next")
    mouse(slider, MOVE, on_slider(slider, 0.2))
    assert here.store.state.scrub == {}


def test_a_line_over_years_names_its_moment_at_its_end_too(rig: Make, console: Open) -> None:
    years = Column(name="year", cells=(Decimal(2019), Decimal(2020), Decimal(2021)))
    table = Snapshot(columns=(years, Column(name="n", cells=(Decimal(1), Decimal(3), Decimal(4)))))
    slide = Slide(
        id="a/line",
        theme="a",
        layout="chart-full",
        title=text("折线", "A line"),
        slots=(("chart", (element("line", data=ONE, x="year"),)),),
        digest="line",
    )
    here = rig(deck(slide), animate=False)
    here.store.take_snapshots({ONE: table})
    made = console(here)
    made.catch_up()
    slider = made.scrubbing.slider
    assert slider.text == "2021"
    drag(slider, on_slider(slider, 0.5))
    assert slider.text == "2020"


# a drag over the chart


def test_a_drag_over_the_chart_scrubs_it_by_as_much_of_its_width(rig: Make, console: Open) -> None:
    here, made = opened(rig, console)
    rest = seen(here)
    start = chart_point(made, "chart", 0.9, 0.5)
    mouse(made.current, PRESS, start)
    mouse(made.current, MOVE, chart_point(made, "chart", 0.4, 0.5))
    assert here.store.state.scrub["a/race/chart"] == pytest.approx(0.5, abs=0.01)
    assert made.scrubbing.slider.text == "2020"
    assert seen(here) != rest
    mouse(made.current, MOVE, start)
    mouse(made.current, RELEASE, start)
    assert here.store.state.scrub == {}
    assert seen(here) == rest
    assert here.store.state.asked is None


def bar_point(made: Console, key: str, moment: float = 1.0) -> QPoint:
    """The middle of a mark of the slide at a moment of its chart, in the pane."""
    fitted = made.asking.fitted()
    assert fitted is not None
    box = next(
        box_of(mark) for item in frame(fitted, 0, scrub={"chart": moment}) for mark in item.marks if mark.key == key
    )
    area = made.current.picture_rect()
    scale = area.width() / fitted.canvas.width
    x, y = box.x + box.w / 2, box.y + box.h / 2
    return area.topLeft() + QPoint(round(x * scale), round(y * scale))


def test_a_press_that_does_not_move_asks_and_one_that_moves_does_not(rig: Make, console: Open) -> None:
    here, made = opened(rig, console)
    at = bar_point(made, "bar.甲")
    mouse(made.current, PRESS, at)
    assert here.store.state.asked is None
    mouse(made.current, MOVE, at + QPoint(2, 1))
    mouse(made.current, RELEASE, at + QPoint(2, 1))
    assert here.store.state.asked is not None
    assert here.store.state.scrub == {}
    drag(made.current, at, at - QPoint(60, 0), at)
    assert here.store.state.asked is not None
    mouse(made.current, MOVE, at, NONE)
    assert made.asking.bubble.isVisible()
    mouse(made.current, PRESS, at)
    mouse(made.current, MOVE, at - QPoint(60, 0))
    assert not made.asking.bubble.isVisible()
    mouse(made.current, RELEASE, at - QPoint(60, 0))
    assert here.store.state.scrub != {}


def test_what_is_asked_of_a_chart_is_what_it_shows_at_its_moment(rig: Make, console: Open) -> None:
    here, made = opened(rig, console)
    here.store.dispatch("scrub", element="a/race/chart", value=0.0)
    made.catch_up()
    at = bar_point(made, "bar.丙", 0.0)
    mouse(made.current, MOVE, at, NONE)
    assert "10" in made.asking.bubble.text.split()
    drag(made.current, at)
    assert here.store.state.asked is not None
    assert "10" in answer_words(here)
    here.store.dispatch("scrub", element="a/race/chart", value=1.0)
    assert "32" in answer_words(here)


def answer_words(here: Rig) -> set[str]:
    """What the audience reads in the answer."""
    picture = here.audience.stage.picture
    assert picture is not None
    assert picture.fitted.placed[-1].path == PATH
    marks = element_frame(picture.fitted.placed[-1], 0, 1.0).marks
    lines = (line for mark in marks if isinstance(mark, TextMark) for line in mark.lines)
    return {"".join(run.text for run in line.runs) for line in lines}


def test_down_the_chart_or_beside_it_nothing_is_scrubbed(rig: Make, console: Open) -> None:
    here, made = opened(rig, console)
    at = chart_point(made, "chart", 0.5, 0.2)
    drag(made.current, at, at + QPoint(4, 80))
    drag(made.current, chart_point(made, "title", 0.5, 0.5), chart_point(made, "title", 0.1, 0.5))
    here.store.dispatch("next")
    made.catch_up()
    drag(made.current, at, at - QPoint(80, 0))
    assert here.store.state.scrub == {}


def test_a_drag_that_lost_its_release_does_not_go_on_by_itself(rig: Make, console: Open) -> None:
    here, made = opened(rig, console)
    at = chart_point(made, "chart", 0.5, 0.2)
    mouse(made.current, PRESS, at)
    mouse(made.current, MOVE, at - QPoint(50, 0))
    value = here.store.state.scrub
    mouse(made.current, MOVE, at - QPoint(90, 0), NONE)
    assert here.store.state.scrub == value


def test_of_several_charts_slider_and_keys_are_of_the_one_touched_last(rig: Make, console: Open) -> None:
    here, made = opened(rig, console, ONE, TWO)
    slider = made.scrubbing.slider
    assert made.scrubbing.element == "a/race/left"
    at = chart_point(made, "right", 0.5, 0.05)
    drag(made.current, at, at - QPoint(40, 0))
    assert made.scrubbing.element == "a/race/right"
    assert list(here.store.state.scrub) == ["a/race/right"]
    drag(slider, on_slider(slider, 0.0))
    assert here.store.state.scrub == {"a/race/right": 0.0}
    here.store.dispatch("scrub-on")
    assert here.store.state.scrub == {"a/race/right": 0.05}
    drag(made.current, chart_point(made, "left", 0.5, 0.05))
    made.catch_up()
    assert (made.scrubbing.element, slider.value) == ("a/race/left", 1.0)
    here.store.dispatch("scrub-back")
    assert here.store.state.scrub == {"a/race/right": 0.05, "a/race/left": 0.95}


def test_nothing_on_the_audiences_own_window_steers(rig: Make, console: Open) -> None:
    here, _ = opened(rig, console)
    stage = here.audience.stage
    drag(stage, QPoint(600, 300), QPoint(300, 300))
    assert here.store.state.scrub == {}
    assert here.store.state.asked is None


# where it stands


@pytest.mark.parametrize("window", [(1024, 768), (1366, 768), (1920, 1080), (480, 360), (1080, 1920), (768, 1024)])
@pytest.mark.parametrize("canvas", [Canvas(1920, 1080), Canvas(1080, 1920), Canvas(1440, 1080), Canvas(3840, 1080)])
def test_it_is_as_wide_as_the_picture_and_covers_nothing_but_its_foot(window: tuple[int, int], canvas: Canvas) -> None:
    ratio = canvas.width / canvas.height
    areas = arrange(*map(float, window), ratio)
    u = round(8 * areas.scale)
    slider, rest = with_slider(areas, ratio)
    assert (slider.x, slider.h) == (areas.current.x, SLIDER * u)
    assert slider.right <= areas.current.right
    for other in (rest.about, rest.next, rest.notes, rest.beside):
        apart = slider.right <= other.x or other.right <= slider.x
        assert apart or slider.bottom <= other.y or other.bottom <= slider.y
    if rest != areas:
        assert slider.y >= areas.current.bottom - 1
        assert rest.about.h >= (WORDS - SLIDER) * u
