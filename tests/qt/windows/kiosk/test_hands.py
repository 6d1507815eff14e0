"""Fingers, mouse and stylus on a kiosk's window: what visitors do there, alone and two at once."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QInputDevice, QPointingDevice, QTabletEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jn_presenter.compose import element_frame
from jn_presenter.draw.hit import box_of
from jn_presenter.qt.windows.kiosk import window as module
from jn_presenter.qt.windows.kiosk.charts import FINGER
from jn_presenter.show.kiosk.gestures import HOLD_MS, REST
from jn_presenter.show.state import Asked, Place
from tests.decks import bars_slide, deck, points_slide
from tests.qt.windows.kiosk.hall import PIN, Hall, Open
from tests.qt.windows.test_scrubbing import ONE, race_data, race_slide

DECK = deck(points_slide("a/one", 0), bars_slide("a/two"), points_slide("a/three", 0), points_slide("b/one", 0))
MIDDLE = (0.5, 0.45)
PRESS, MOVE, RELEASE = QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.MouseButtonRelease


def racing(hall: Open) -> Hall:
    """A visitor before a chart with a time."""
    here = hall(deck(race_slide("a/race", ONE), points_slide("a/points", 0)))
    here.store.take_snapshots({ONE: race_data()})
    here.read("a")
    return here


def keys(here: Hall) -> list[str]:
    return [target.key for target in here.window.page.targets]


def test_a_touch_wakes_the_loop_and_presses_nothing_that_then_appears(hall: Open) -> None:
    here = hall(DECK)
    assert here.stand.phase == "loop"
    here.tap(MIDDLE)
    assert here.stand.phase == "home"
    here.touch(("press", 0, MIDDLE))
    assert here.stand.phase == "home"


def test_a_tile_leads_into_its_theme_and_a_button_on_and_home(hall: Open) -> None:
    here = hall(DECK)
    here.store.dispatch("kiosk-touch")
    tile = next(target.key for target in here.window.page.targets if target.args.get("theme") == "a")
    here.tap(here.share_of(tile))
    assert (here.stand.phase, here.store.state.shown) == ("slides", Place("a/one"))
    onward = next(target.key for target in here.window.page.targets if target.command == "next")
    here.tap(here.share_of(onward))
    assert here.store.state.shown.slide == "a/two"
    home = next(target.key for target in here.window.page.targets if target.command == "kiosk-home")
    here.tap(here.share_of(home))
    assert here.stand.phase == "home"
    assert here.hands.hands == REST


@pytest.mark.parametrize(("start", "end", "slide"), [(0.7, 0.4, "a/three"), (0.4, 0.7, "a/one")])
def test_a_stroke_turns_the_slide(hall: Open, start: float, end: float, slide: str) -> None:
    here = hall(DECK)
    here.read("a")
    here.store.dispatch("next")
    here.stroke((start, 0.4), (end, 0.42))
    assert here.store.state.shown.slide == slide


def test_nobody_turns_slides_on_the_themes_page_or_behind_the_pad(hall: Open) -> None:
    here = hall(DECK)
    here.store.dispatch("kiosk-touch")
    here.stroke((0.7, 0.02), (0.4, 0.02))
    here.stroke((0.7, 0.98), (0.4, 0.98))
    assert here.stand.phase == "home"
    here.read("a")
    here.store.dispatch("kiosk-staff")
    here.stroke((0.95, 0.5), (0.7, 0.5))
    assert here.store.state.shown.slide == "a/one"


def test_two_people_at_once_are_both_understood(hall: Open) -> None:
    here = hall(DECK)
    here.read("a")
    button = here.share_of("language")
    start = (0.95, 0.3) if button[0] < 0.5 else (0.55, 0.3)
    here.touch(("press", 0, start))
    for k in range(1, 5):
        here.time.ms += 40.0
        at = (start[0] - 0.1 * k, 0.3)
        if k == 1:
            here.touch(("move", 0, at), ("press", 7, button))
        elif k == 2:
            here.touch(("move", 0, at), ("stay", 7, button))
        elif k == 3:
            here.touch(("move", 0, at), ("release", 7, button))
        else:
            here.touch(("move", 0, at))
    here.touch(("release", 0, (start[0] - 0.4, 0.3)))
    assert here.store.state.languages == ("en",)
    assert here.store.state.shown.slide == "a/two"
    assert here.hands.hands == REST


def test_two_touch_screens_that_number_their_fingers_alike_are_not_mixed_up(hall: Open) -> None:
    here = hall(DECK)
    here.read("a")
    here.touch(("press", 0, (0.2, 0.4)))
    here.touch(("press", 0, (0.8, 0.4)), device=here.other)
    assert len(here.hands.hands.tracks) == 2
    here.touch(("release", 0, (0.8, 0.4)), device=here.other)
    here.touch(("release", 0, (0.2, 0.4)))
    assert here.hands.hands == REST


def test_a_finger_that_the_screen_forgets_is_forgotten(hall: Open) -> None:
    here = hall(DECK)
    here.read("a")
    here.touch(("press", 0, (0.2, 0.4)))
    here.touch(("press", 1, (0.8, 0.4)))
    assert [track.id % (1 << 32) for track in here.hands.hands.tracks] != []
    here.touch(("release", 1, (0.8, 0.4)))
    assert here.hands.hands == REST


def test_a_hidden_window_has_no_finger_on_it(hall: Open) -> None:
    here = hall(DECK)
    here.read("a")
    here.touch(("press", 0, (0.2, 0.4)))
    here.window.hide()
    assert here.hands.hands == REST


def test_buttons_look_pressed_as_long_as_a_finger_is_on_them(hall: Open) -> None:
    here = hall(DECK)
    here.read("a")
    onward = next(target.key for target in here.window.page.targets if target.command == "next")
    plain = here.window.page.marks
    here.touch(("press", 0, here.share_of(onward)))
    assert here.window.page.marks != plain
    here.touch(("move", 0, (0.5, 0.3)))
    assert here.window.page.marks == plain
    here.touch(("release", 0, (0.5, 0.3)))


def test_a_button_that_is_another_one_by_then_is_not_pressed(hall: Open) -> None:
    here = hall(DECK)
    here.read("a")
    onward = next(target.key for target in here.window.page.targets if target.command == "next")
    at = here.share_of(onward)
    here.touch(("press", 0, at))
    here.store.dispatch("kiosk-home")
    here.time.ms += 50.0
    there = here.window.page.target_at(at[0] * here.window.canvas.width, at[1] * here.window.canvas.height)
    assert there is not None
    assert there.key != onward
    before = here.store.state
    here.touch(("release", 0, at))
    assert here.store.state is before


def test_a_figure_answers_a_tap_and_a_tap_beside_puts_the_answer_away(hall: Open) -> None:
    here = hall(DECK)
    here.read("a")
    here.store.dispatch("next")
    stage, fitted = here.window.stage, here.window.projector.reel.fitted(here.store.state, "a/two", here.store.seen)
    (bars,) = (item for item in fitted.placed if item.path == "chart")
    box = next(box_of(mark) for mark in element_frame(bars, 0, 1.0).marks if mark.key == "bar.1")
    px = stage.width() / fitted.canvas.width
    at = ((box.x + 20.0) * px + stage.x(), (box.bottom + FINGER - 2.0) * px + stage.y())
    here.tap((at[0] / here.window.width(), at[1] / here.window.height()))
    assert here.store.state.asked == Asked(Place("a/two"), "chart", "bar.1")
    here.tap((0.5, 0.01))
    assert here.store.state.asked is None
    assert here.store.state.shown.slide == "a/two"


def test_a_drag_goes_through_a_charts_time_and_turns_no_slide(hall: Open) -> None:
    here = racing(hall)
    here.stroke((0.7, 0.45), (0.3, 0.46))
    (value,) = here.store.state.scrub.values()
    fitted = here.window.projector.reel.fitted(here.store.state, "a/race", here.store.seen)
    rect = next(item.rect for item in fitted.placed if item.path.startswith("chart"))
    way = 0.4 * here.window.width() / here.window.stage.width() * fitted.canvas.width
    assert value == pytest.approx(1.0 - way / rect.w, abs=0.01)
    assert here.store.state.shown.slide == "a/race"
    here.stroke((0.3, 0.45), (0.9, 0.45))
    assert here.store.state.scrub == {}


def test_a_chart_that_is_gone_while_it_is_dragged_is_let_go(hall: Open) -> None:
    here = racing(hall)
    here.touch(("press", 0, (0.7, 0.45)))
    here.touch(("move", 0, (0.6, 0.45)))
    assert here.store.state.scrub
    here.store.dispatch("next")
    here.touch(("move", 0, (0.5, 0.45)))
    here.touch(("release", 0, (0.4, 0.45)))
    assert here.store.state.scrub == {}
    assert here.hands.hands == REST


@pytest.mark.parametrize(
    ("corner", "share"),
    [
        ("top-left", (0.03, 0.05)),
        ("top-right", (0.97, 0.05)),
        ("bottom-left", (0.03, 0.95)),
        ("bottom-right", (0.97, 0.95)),
    ],
)
@pytest.mark.parametrize("phase", ["loop", "home", "slides", "closed"])
def test_staff_hold_their_corner_in_every_phase(
    hall: Open, corner: str, share: tuple[float, float], phase: str
) -> None:
    here = hall(DECK, corner=corner)
    if phase == "closed":
        here.store.dispatch("kiosk-close")
    elif phase != "loop":
        here.store.dispatch("kiosk-touch")
    if phase == "slides":
        here.read("a")
    here.hold(share, HOLD_MS - 1.0)
    assert not here.stand.staff
    here.read("a") if phase == "slides" else None
    here.hold(share)
    assert here.stand.staff
    here.hold(share)
    assert here.stand.staff, "holding it again does not put the pad away"


def test_staff_type_their_pin_and_are_out(hall: Open, qtbot: QtBot) -> None:
    here = hall(DECK)
    here.hold()
    for digit in PIN:
        here.tap(here.share_of(f"pad.{digit}"))
    assert here.stand.digits == PIN
    here.tap(here.share_of("pad.enter"))
    qtbot.waitUntil(lambda: here.store.state.leaving)


def test_without_a_pin_nobody_leaves_by_touch_and_staff_are_told_why(
    hall: Open, caplog: pytest.LogCaptureFixture
) -> None:
    here = hall(DECK, secret=None)
    here.hold()
    assert here.stand.staff
    assert [target.key for target in here.window.page.targets] == ["pad.cancel"]
    assert any("请联系负责人" in str(mark) for mark in here.window.page.marks)
    here.tap(here.share_of("pad.cancel"))
    assert not here.stand.staff


def test_whoever_goes_on_touching_is_not_sent_away_and_dirt_on_the_glass_is(hall: Open) -> None:
    here = hall(DECK)
    here.read("a")
    here.touch(("press", 0, (0.5, 0.4)))
    touched = here.stand.touched_ms
    here.time.ms += 5000.0
    here.touch(("move", 0, (0.5, 0.41)))
    assert here.stand.touched_ms == touched
    here.touch(("move", 0, (0.5, 0.6)))
    here.touch(("move", 0, (0.5, 0.61)))
    assert here.stand.touched_ms == here.time.ms
    here.touch(("release", 0, (0.5, 0.6)))


def test_the_left_button_of_a_mouse_is_a_finger_and_no_other(hall: Open) -> None:
    here = hall(DECK)
    here.read("a")
    for button in (Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton, Qt.MouseButton.BackButton):
        at = here.share_of(next(target.key for target in here.window.page.targets if target.command == "next"))
        here.mouse(PRESS, at, button)
        here.mouse(RELEASE, at, button)
    assert here.store.state.shown.slide == "a/one"
    here.mouse(PRESS, (0.7, 0.4))
    for k in range(1, 5):
        here.time.ms += 30.0
        here.mouse(MOVE, (0.7 - 0.1 * k, 0.4))
    here.mouse(RELEASE, (0.3, 0.4))
    assert here.store.state.shown.slide == "a/two"


def test_a_button_let_go_outside_is_no_finger_any_more(hall: Open) -> None:
    here = hall(DECK)
    here.read("a")
    here.mouse(PRESS, (0.7, 0.4))
    here.mouse(MOVE, (0.6, 0.4), held=False)
    assert here.hands.hands == REST


def test_a_touch_is_not_a_click_as_well(hall: Open) -> None:
    """Qt makes mouse events of touches that nobody takes."""
    here = hall(DECK)
    here.read("a")
    onward = next(target.key for target in here.window.page.targets if target.command == "next")
    here.tap(here.share_of(onward))
    QApplication.processEvents()
    assert here.store.state.shown.slide == "a/two"


def test_the_tip_of_a_stylus_is_a_finger(hall: Open) -> None:
    here = hall(DECK)
    here.read("a")
    device = QPointingDevice.primaryPointingDevice()
    at = here.share_of(next(target.key for target in here.window.page.targets if target.command == "next"))
    point = QPointF(here.point(at))
    handle = here.window.windowHandle()
    for kind, held in ((QEvent.Type.TabletPress, True), (QEvent.Type.TabletRelease, False)):
        event = QTabletEvent(
            kind,
            device,
            point,
            handle.mapToGlobal(point),
            0.5,
            0.0,
            0.0,
            0.0,
            0.0,
            0.0,
            Qt.KeyboardModifier.NoModifier,
            Qt.MouseButton.LeftButton,
            Qt.MouseButton.LeftButton if held else Qt.MouseButton.NoButton,
        )
        QApplication.sendEvent(handle, event)
        assert event.isAccepted()
    assert here.store.state.shown.slide == "a/two"


def test_a_touch_pad_touches_nothing(hall: Open) -> None:
    from PySide6.QtTest import QTest

    here = hall(DECK)
    here.device = QTest.createTouchDevice(QInputDevice.DeviceType.TouchPad)
    here.tap(MIDDLE)
    assert here.stand.phase == "loop"


def test_a_hand_that_moves_has_no_page_laid_out_anew(hall: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    here = hall(DECK)
    here.read("a")
    laid_out = []
    still = module.still_page
    monkeypatch.setattr(module, "still_page", lambda *args, **more: laid_out.append(1) or still(*args, **more))
    for _ in range(5):
        here.time.ms += 2000.0
        here.store.dispatch("kiosk-touch")
    assert laid_out == []
    for command in ("kiosk-language", "kiosk-large", "next", "kiosk-staff", "kiosk-staff", "kiosk-home"):
        laid_out.clear()
        here.store.dispatch(command)
        assert laid_out, command
