"""Pens and pointers in process: real events over one window, the pixels of both."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from msgspec import structs
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from jn_presenter.model.ink import AT_REST, Point, Stroke
from jn_presenter.qt.screens import beneath
from jn_presenter.qt.windows import pointing_hand
from jn_presenter.qt.windows.console import Console
from jn_presenter.show.ink import possible, strokes_on
from jn_presenter.show.state import Place
from tests.decks import deck, points_slide
from tests.qt.windows.conftest import Open, Rig

Make = Callable[..., Rig]
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
PRESS, MOVE, RELEASE = QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.MouseButtonRelease
SLIDES = (points_slide("a/one", 1), points_slide("a/two", 1))
WAY = ((0.2, 0.8), (0.3, 0.8), (0.4, 0.8), (0.5, 0.8))
"""A line across an empty part of the slides, in shares of the picture."""
MID = (0.35, 0.8)
LINE = Stroke("pen", "amber", 6.0, (Point(0.2, 0.8), Point(0.5, 0.8)))


def mouse(widget: QWidget, kind: QEvent.Type, at: QPointF, button: Qt.MouseButton = LEFT) -> None:
    held = LEFT if kind != RELEASE and button == LEFT else NONE
    which = NONE if kind == MOVE else button
    event = QMouseEvent(kind, at, widget.mapToGlobal(at), which, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(widget, event)


def on_pane(made: Console, share: tuple[float, float]) -> QPointF:
    area = made.current.picture_rect()
    return QPointF(area.x() + share[0] * area.width(), area.y() + share[1] * area.height())


def on_stage(here: Rig, share: tuple[float, float]) -> QPointF:
    stage = here.audience.stage
    return QPointF(share[0] * stage.width(), share[1] * stage.height())


def stroke_on_pane(made: Console, way: tuple[tuple[float, float], ...] = WAY, *, lift: bool = True) -> None:
    mouse(made.current, PRESS, on_pane(made, way[0]))
    for place in way[1:]:
        mouse(made.current, MOVE, on_pane(made, place))
    if lift:
        mouse(made.current, RELEASE, on_pane(made, way[-1]))


def audience(here: Rig) -> QImage:
    return here.audience.grab().toImage()


def at(image: QImage, share: tuple[float, float]) -> str:
    return image.pixelColor(round(share[0] * image.width()), round(share[1] * image.height())).name()


def near(one: str, two: str, most: int = 16) -> bool:
    """Whether no level of two colours differs by more; the rim of a thin line is mixed with what is beside it."""
    return all(abs(a - b) <= most for a, b in zip(bytes.fromhex(one[1:]), bytes.fromhex(two[1:]), strict=True))


def pane(made: Console) -> QImage:
    return made.current.grab(made.current.picture_rect()).toImage()


def strokes(here: Rig, slide: str = "a/one") -> int:
    return len(strokes_on(here.store.state.ink, slide))


@pytest.fixture
def desk(rig: Make, console: Open) -> tuple[Rig, Console]:
    here = rig(deck(*SLIDES), animate=False)
    here.store.dispatch("ink-colour", colour="amber")
    made = console(here)
    made.catch_up()
    return here, made


def test_a_line_drawn_on_the_console_is_at_that_place_of_the_audiences_picture(desk: tuple[Rig, Console]) -> None:
    here, made = desk
    bare = audience(here)
    here.store.dispatch("pen")
    stroke_on_pane(made)
    seen = audience(here)
    ink = here.store.deck.styles["night"].colour("amber")
    for x in (0.21, 0.35, 0.49):
        assert at(seen, (x, 0.8)) == ink
        assert near(at(pane(made), (x, 0.8)), ink)
    for share in ((0.19, 0.8), (0.51, 0.8), (0.35, 0.79), (0.35, 0.81)):
        assert at(seen, share) == at(bare, share)


def test_places_of_the_pane_are_those_of_the_canvas_to_a_hundredth_of_a_px(desk: tuple[Rig, Console]) -> None:
    here, made = desk
    here.store.dispatch("pen")
    stroke_on_pane(made, ((0.125, 0.25), (0.75, 0.5)))
    (line,) = strokes_on(here.store.state.ink, "a/one")
    first, last = line.points[0], line.points[-1]
    assert [first.x * 1920, first.y * 1080, last.x * 1920, last.y * 1080] == pytest.approx(
        [240, 270, 1440, 540], abs=0.02
    )


def test_it_is_seen_while_it_is_drawn_and_does_not_change_when_the_hand_is_lifted(desk: tuple[Rig, Console]) -> None:
    here, made = desk
    here.store.dispatch("pen")
    state = here.store.state
    stroke_on_pane(made, lift=False)
    assert here.store.state is state  # only what is finished goes through the state
    drawing, beside = audience(here), pane(made)
    mouse(made.current, RELEASE, on_pane(made, WAY[-1]))
    assert (strokes(here), here.store.pointing) == (1, AT_REST)
    assert _furthest(drawing, audience(here)) <= 40  # thinned out, at the rim of the line
    assert _furthest(beside, pane(made)) <= 60
    assert at(drawing, MID) == at(audience(here), MID)


def _furthest(one: QImage, two: QImage) -> int:
    """The largest difference of a level between two pictures."""
    a, b = (bytes(image.convertToFormat(QImage.Format.Format_RGB32).constBits()) for image in (one, two))
    return max(abs(x - y) for x, y in zip(a, b, strict=True))


def test_a_highlighter_lets_the_words_beneath_through_and_is_as_dense_where_it_crosses_itself(
    desk: tuple[Rig, Console],
) -> None:
    here, made = desk
    bare = audience(here)
    here.store.dispatch("highlighter")
    there_and_back = (*WAY, (0.5, 0.83), (0.5, 0.8), *reversed(WAY[:-1]))
    stroke_on_pane(made, there_and_back, lift=False)
    live = audience(here)
    mouse(made.current, RELEASE, on_pane(made, WAY[0]))
    done = audience(here)
    assert near(at(live, MID), at(done, MID), 2)
    assert not near(at(done, MID), at(bare, MID))
    assert not near(at(done, MID), here.store.deck.styles["night"].colour("amber"))


def test_undo_takes_it_away_to_the_last_pixel_and_redo_brings_it_back(desk: tuple[Rig, Console], qtbot: QtBot) -> None:
    here, made = desk
    bare = audience(here)
    qtbot.keyClick(here.audience, Qt.Key.Key_D)
    stroke_on_pane(made)
    inked = audience(here)
    qtbot.keyClick(here.audience, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert audience(here) == bare
    qtbot.keyClick(here.audience, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert audience(here) == inked
    qtbot.keyClick(here.audience, Qt.Key.Key_E, Qt.KeyboardModifier.ShiftModifier)
    assert audience(here) == bare


def test_the_next_slide_has_none_of_it_and_back_it_is_there_again(desk: tuple[Rig, Console]) -> None:
    here, made = desk
    here.store.dispatch("jump", slide="a/two")
    other = audience(here)
    here.store.dispatch("first")
    here.store.dispatch("pen")
    stroke_on_pane(made)
    inked = audience(here)
    here.store.dispatch("jump", slide="a/two")
    assert audience(here) == other
    here.store.dispatch("first")
    assert audience(here) == inked
    here.store.dispatch("arrow")
    assert audience(here) == inked


def test_an_eraser_takes_the_strokes_it_touches_at_once_and_one_undo_brings_them_back(
    desk: tuple[Rig, Console],
) -> None:
    here, made = desk
    bare = audience(here)
    here.store.dispatch("pen")
    stroke_on_pane(made)
    stroke_on_pane(made, tuple((x, 0.9) for x, _ in WAY))
    inked = audience(here)
    here.store.dispatch("eraser")
    stroke_on_pane(made, ((0.35, 0.75), (0.35, 0.85), (0.35, 0.95)), lift=False)
    assert strokes(here) == 2
    assert audience(here) == bare
    mouse(made.current, RELEASE, on_pane(made, (0.35, 0.95)))
    assert (strokes(here), audience(here) == bare) == (0, True)
    here.store.dispatch("ink-undo")
    assert audience(here) == inked


def test_of_strokes_that_cross_the_one_that_stays_is_whole(desk: tuple[Rig, Console]) -> None:
    here, made = desk
    here.store.dispatch("pen")
    stroke_on_pane(made)
    alone = audience(here)
    stroke_on_pane(made, ((0.35, 0.7), (0.35, 0.95)))
    here.store.dispatch("ink-undo")
    assert audience(here) == alone


def tablet(widget: QWidget, kind: QEvent.Type, at: QPointF, pressure: float, *, eraser: bool = False) -> None:
    pointer = QPointingDevice.PointerType.Eraser if eraser else QPointingDevice.PointerType.Pen
    caps = QPointingDevice.Capability.Position | QPointingDevice.Capability.Pressure
    device = QPointingDevice("stylus", 7, QPointingDevice.DeviceType.Stylus, pointer, caps, 1, 2)
    held = NONE if kind == QEvent.Type.TabletRelease else LEFT
    button = NONE if kind == QEvent.Type.TabletMove else LEFT
    modifiers = Qt.KeyboardModifier.NoModifier
    event = QTabletEvent(kind, device, at, widget.mapToGlobal(at), pressure, 0, 0, 0, 0, 0, modifiers, button, held)
    QApplication.sendEvent(widget, event)


def stylus(made: Console, way: tuple[tuple[float, float, float], ...], *, eraser: bool = False) -> None:
    kinds = [QEvent.Type.TabletPress, *[QEvent.Type.TabletMove] * (len(way) - 1)]
    for kind, (x, y, pressure) in zip(kinds, way, strict=True):
        tablet(made.current, kind, on_pane(made, (x, y)), pressure, eraser=eraser)
    tablet(made.current, QEvent.Type.TabletRelease, on_pane(made, way[-1][:2]), 0.0, eraser=eraser)


def test_a_stylus_that_is_pressed_harder_draws_wider(desk: tuple[Rig, Console]) -> None:
    here, made = desk
    bare = audience(here)
    here.store.dispatch("pen")
    stylus(made, ((0.2, 0.8, 0.1), (0.3, 0.8, 0.1), (0.5, 0.8, 1.0), (0.6, 0.8, 1.0)))
    seen = audience(here)

    def thick(x: float) -> int:
        column = round(x * seen.width())
        return sum(seen.pixel(column, y) != bare.pixel(column, y) for y in range(seen.height()))

    assert thick(0.22) < thick(0.4) < thick(0.58)
    (line,) = strokes_on(here.store.state.ink, "a/one")
    assert (line.points[0].pressure, line.points[-1].pressure) == (0.1, 1.0)


def test_a_stylus_turned_round_erases_whatever_is_held(desk: tuple[Rig, Console]) -> None:
    here, made = desk
    here.store.dispatch("pen")
    stroke_on_pane(made)
    here.store.dispatch("arrow")
    stylus(made, ((0.35, 0.7, 0.5), (0.35, 0.9, 0.5)), eraser=True)
    assert strokes(here) == 0


def test_the_hand_on_the_glass_beside_the_stylus_draws_nothing(desk: tuple[Rig, Console]) -> None:
    here, made = desk
    here.store.dispatch("pen")
    tablet(made.current, QEvent.Type.TabletPress, on_pane(made, (0.2, 0.8)), 0.5)
    mouse(made.current, PRESS, on_pane(made, (0.6, 0.9)))
    mouse(made.current, MOVE, on_pane(made, (0.7, 0.9)))
    tablet(made.current, QEvent.Type.TabletMove, on_pane(made, (0.3, 0.8)), 0.5)
    tablet(made.current, QEvent.Type.TabletRelease, on_pane(made, (0.3, 0.8)), 0.0)
    (line,) = strokes_on(here.store.state.ink, "a/one")
    assert all(point.y == pytest.approx(0.8, abs=0.001) for point in line.points)


def test_a_pressure_beyond_its_bounds_is_one_that_the_journal_and_the_file_take(desk: tuple[Rig, Console]) -> None:
    here, made = desk
    here.store.dispatch("pen")
    stylus(made, ((0.2, 0.8, 1.25), (0.3, 0.8, 1.25), (0.5, 0.8, -0.5), (0.6, 0.8, -0.5)))
    (line,) = strokes_on(here.store.state.ink, "a/one")
    assert (line.points[0].pressure, line.points[-1].pressure) == (1.0, 0.0)
    assert possible(line)


def test_a_stylus_that_was_never_seen_to_be_lifted_leaves_the_mouse_alive(desk: tuple[Rig, Console]) -> None:
    here, made = desk
    here.store.dispatch("pen")
    tablet(made.current, QEvent.Type.TabletPress, on_pane(made, (0.2, 0.8)), 0.5)
    made.hide()
    made.show()
    before = strokes(here)
    stroke_on_pane(made)
    assert strokes(here) == before + 1


def test_a_finger_draws_too(desk: tuple[Rig, Console]) -> None:
    here, made = desk
    here.store.dispatch("pen")
    device = QTest.createTouchDevice()
    touch = QTest.touchEvent(made.window(), device)
    where = [made.current.mapTo(made, on_pane(made, place).toPoint()) for place in WAY]
    touch.press(0, where[0]).commit()
    for place in where[1:]:
        QTest.touchEvent(made.window(), device).move(0, place).commit()
    QTest.touchEvent(made.window(), device).release(0, where[-1]).commit()
    assert strokes(here) == 1


def test_with_one_screen_it_is_drawn_on_the_audiences_own_picture_and_a_click_is_no_step(rig: Make) -> None:
    here = rig(deck(*SLIDES), animate=False)
    here.store.dispatch("ink-colour", colour="amber")
    here.store.dispatch("pen")
    stage = here.audience.stage
    mouse(stage, PRESS, on_stage(here, WAY[0]))
    for place in WAY[1:]:
        mouse(stage, MOVE, on_stage(here, place))
    mouse(stage, RELEASE, on_stage(here, WAY[-1]))
    assert here.store.state.at == Place("a/one", 0)
    assert at(audience(here), MID) == here.store.deck.styles["night"].colour("amber")
    here.store.dispatch("arrow")
    mouse(stage, PRESS, on_stage(here, WAY[0]))
    assert here.store.state.at == Place("a/one", 1)


def test_with_a_laser_a_click_on_the_audiences_picture_still_goes_on(rig: Make) -> None:
    here = rig(deck(*SLIDES), animate=False)
    here.store.dispatch("laser")
    mouse(here.audience.stage, PRESS, on_stage(here, MID))
    assert here.store.state.at == Place("a/one", 1)


def test_the_laser_follows_the_hand_over_the_consoles_picture_and_goes_with_it(desk: tuple[Rig, Console]) -> None:
    here, made = desk
    bare = audience(here)
    here.store.dispatch("laser")
    mouse(made.current, MOVE, on_pane(made, MID), NONE)
    seen = audience(here)
    assert at(seen, MID) == "#ffffff"
    assert at(pane(made), MID) == "#ffffff"
    assert at(seen, (0.5, 0.8)) == at(bare, (0.5, 0.8))
    mouse(made.current, MOVE, on_pane(made, (0.6, 0.8)), NONE)
    assert at(audience(here), MID) == at(bare, MID)
    assert at(audience(here), (0.6, 0.8)) == "#ffffff"
    QApplication.sendEvent(made.current, QEvent(QEvent.Type.Leave))
    assert audience(here) == bare


def test_the_spotlight_dims_all_but_a_circle(desk: tuple[Rig, Console]) -> None:
    here, made = desk
    bare = audience(here)
    here.store.dispatch("spotlight")
    mouse(made.current, MOVE, on_pane(made, (0.3, 0.5)), NONE)
    seen = audience(here)
    assert at(seen, (0.3, 0.5)) == at(bare, (0.3, 0.5))
    assert at(seen, (0.33, 0.55)) == at(bare, (0.33, 0.55))
    far = (0.9, 0.1)
    before, after = (image.pixelColor(round(0.9 * 960), round(0.1 * 540)).lightness() for image in (bare, seen))
    assert after < before / 2, far


def test_the_lens_shows_what_is_beneath_twice_as_large(desk: tuple[Rig, Console]) -> None:
    here, made = desk
    here.store.dispatch("pen")
    stroke_on_pane(made, ((0.36, 0.7), (0.36, 0.9)))
    ink = here.store.deck.styles["night"].colour("amber")
    here.store.dispatch("magnifier")
    mouse(made.current, MOVE, on_pane(made, (0.35, 0.8)), NONE)
    seen = audience(here)
    assert at(seen, (0.37, 0.8)) == ink  # 0.01 off the middle is shown 0.02 off it
    assert at(seen, (0.36, 0.8)) != ink


@pytest.mark.parametrize("tool", ["laser", "spotlight", "magnifier"])
def test_moving_a_light_leaves_no_trace(desk: tuple[Rig, Console], tool: str) -> None:
    here, made = desk
    here.store.dispatch(tool)
    for k in range(8):
        mouse(made.current, MOVE, on_pane(made, (0.2 + k / 20, 0.3 + k / 30)), NONE)
        QApplication.processEvents()
    kept = on_screen(here)
    assert kept == audience(here).convertToFormat(QImage.Format.Format_RGB32)
    assert len({kept.pixel(x, 288) for x in range(kept.width())}) > 2


def on_screen(here: Rig) -> QImage:
    """What has been painted by and by, nothing of it anew."""
    window = here.audience
    screen = beneath(window)
    assert screen is not None
    return screen.grabWindow(window.winId()).toImage().convertToFormat(QImage.Format.Format_RGB32)


def test_a_line_painted_piece_by_piece_is_that_painted_at_once(desk: tuple[Rig, Console]) -> None:
    here, made = desk
    here.store.dispatch("pen")
    zigzag = tuple((0.2 + k / 50, 0.8 + 0.1 * (k % 3)) for k in range(12))
    mouse(made.current, PRESS, on_pane(made, zigzag[0]))
    for place in zigzag[1:]:
        mouse(made.current, MOVE, on_pane(made, place))
        QApplication.processEvents()
    by_and_by = on_screen(here)
    assert by_and_by == audience(here).convertToFormat(QImage.Format.Format_RGB32)
    mouse(made.current, RELEASE, on_pane(made, zigzag[-1]))
    here.store.dispatch("ink-undo")
    stroke_on_pane(made, ((0.6, 0.9), (0.62, 0.9)), lift=False)  # the sheet for a line is clean again
    QApplication.processEvents()
    assert at(on_screen(here), zigzag[0]) == at(audience(here), zigzag[0]) != at(by_and_by, zigzag[0])
    assert on_screen(here) == audience(here).convertToFormat(QImage.Format.Format_RGB32)


def test_of_a_line_that_was_undone_nothing_shows_around_the_next_one(desk: tuple[Rig, Console]) -> None:
    here, made = desk
    bare = audience(here)
    here.store.dispatch("pen")
    stroke_on_pane(made)
    here.store.dispatch("ink-undo")
    stroke_on_pane(made, ((0.2, 0.7), (0.5, 0.9)), lift=False)
    assert at(audience(here), (0.22, 0.8)) == at(bare, (0.22, 0.8))
    assert at(audience(here), (0.48, 0.8)) == at(bare, (0.48, 0.8))


def test_a_blank_screen_hides_ink_and_light_and_takes_no_stroke(desk: tuple[Rig, Console]) -> None:
    here, made = desk
    here.store.dispatch("blank-black")
    black = audience(here)
    here.store.dispatch("show")
    here.store.dispatch("pen")
    stroke_on_pane(made)
    here.store.dispatch("blank-black")
    assert audience(here) == black
    stroke_on_pane(made)
    assert (strokes(here), audience(here) == black) == (1, True)


@pytest.mark.parametrize("tool", ["laser", "spotlight", "magnifier"])
def test_frozen_a_light_is_the_presenters_alone(desk: tuple[Rig, Console], tool: str) -> None:
    here, made = desk
    here.store.dispatch(tool)
    bare, dark = audience(here), pane(made)
    mouse(made.current, MOVE, on_pane(made, MID), NONE)
    lit = pane(made)
    assert audience(here) != bare
    here.store.dispatch("freeze")
    assert (audience(here) == bare, pane(made) == lit, lit == dark) == (True, True, False)
    mouse(made.current, MOVE, on_pane(made, (0.6, 0.8)), NONE)
    assert audience(here) == bare
    for name in ("next", "next"):  # another step, another slide
        here.store.dispatch(name)
        mouse(made.current, MOVE, on_pane(made, (0.6, 0.8)), NONE)
        assert audience(here) == bare


def test_frozen_the_audience_sees_neither_new_ink_nor_old_ink_go_and_thawed_all_of_it(
    desk: tuple[Rig, Console],
) -> None:
    here, made = desk
    amber = here.store.deck.styles["night"].colour("amber")
    higher = tuple((x, 0.9) for x, _ in WAY)
    here.store.dispatch("pen")
    stroke_on_pane(made)
    here.store.dispatch("freeze")
    stood = audience(here)
    stroke_on_pane(made, higher, lift=False)
    assert near(at(pane(made), (0.35, 0.9)), amber)
    assert audience(here) == stood
    mouse(made.current, RELEASE, on_pane(made, higher[-1]))
    here.store.dispatch("eraser")
    stroke_on_pane(made, ((0.35, 0.7), (0.35, 0.85)), lift=False)
    assert audience(here) == stood
    mouse(made.current, RELEASE, on_pane(made, (0.35, 0.85)))
    assert (strokes(here), audience(here) == stood) == (1, True)
    for name in ("ink-clear", "ink-undo", "next", "previous"):
        here.store.dispatch(name)
        assert audience(here) == stood
    here.store.dispatch("freeze")
    assert at(audience(here), MID) != amber
    assert at(audience(here), (0.35, 0.9)) == amber


def test_a_line_that_is_being_drawn_stands_frozen_as_far_as_it_had_come(desk: tuple[Rig, Console]) -> None:
    here, made = desk
    amber = here.store.deck.styles["night"].colour("amber")
    here.store.dispatch("pen")
    stroke_on_pane(made, WAY[:2], lift=False)
    half = audience(here)
    here.store.dispatch("freeze")
    frozen = audience(here)
    assert _furthest(half, frozen) <= 40  # smoothed and thinned out, as when the hand is lifted
    for place in WAY[2:]:
        mouse(made.current, MOVE, on_pane(made, place))
    mouse(made.current, RELEASE, on_pane(made, WAY[-1]))
    assert (strokes(here), audience(here) == frozen) == (1, True)
    here.store.dispatch("freeze")
    assert at(audience(here), (0.48, 0.8)) == amber


def test_with_one_screen_a_frozen_picture_takes_no_ink_and_a_press_with_a_pen_is_no_step(rig: Make) -> None:
    here = rig(deck(*SLIDES), animate=False)
    here.store.dispatch("pen")
    stage = here.audience.stage

    def stroke() -> None:
        mouse(stage, PRESS, on_stage(here, WAY[0]))
        mouse(stage, MOVE, on_stage(here, WAY[-1]))
        mouse(stage, RELEASE, on_stage(here, WAY[-1]))

    here.store.dispatch("freeze")
    stroke()
    assert (strokes(here), here.store.state.at) == (0, Place("a/one"))
    here.store.dispatch("freeze")
    mouse(stage, PRESS, on_stage(here, WAY[0]))
    mouse(stage, MOVE, on_stage(here, WAY[1]))
    here.store.dispatch("freeze")
    mouse(stage, MOVE, on_stage(here, WAY[2]))
    mouse(stage, RELEASE, on_stage(here, WAY[2]))
    (line,) = strokes_on(here.store.state.ink, "a/one")
    assert line.points[-1].x == pytest.approx(WAY[1][0], abs=0.002)


def test_ahead_of_a_frozen_audience_ink_is_of_the_slide_that_the_presenter_sees(desk: tuple[Rig, Console]) -> None:
    here, made = desk
    here.store.dispatch("freeze")
    bare = audience(here)
    here.store.dispatch("jump", slide="a/two")
    made.catch_up()
    here.store.dispatch("pen")
    stroke_on_pane(made)
    assert (strokes(here), strokes(here, "a/two")) == (0, 1)
    assert audience(here) == bare
    assert near(at(pane(made), MID), here.store.deck.styles["night"].colour("amber"))
    here.store.dispatch("freeze")
    assert at(audience(here), MID) == here.store.deck.styles["night"].colour("amber")


def test_the_picture_of_the_next_step_has_the_ink_that_will_be_seen_and_that_of_the_next_slide_its_own(
    desk: tuple[Rig, Console],
) -> None:
    here, made = desk
    amber = here.store.deck.styles["night"].colour("amber")
    here.store.dispatch("pen")
    stroke_on_pane(made)
    made.catch_up()
    assert near(at(following(made), MID), amber, 60)
    here.store.dispatch("next")
    made.catch_up()
    assert not near(at(following(made), MID), amber, 60)


def following(made: Console) -> QImage:
    return made.next.grab(made.next.picture_rect()).toImage()


def test_ahead_of_a_frozen_audience_the_small_picture_of_what_it_sees_has_its_ink(desk: tuple[Rig, Console]) -> None:
    here, made = desk
    wide, amber = structs.replace(LINE, width=60.0), here.store.deck.styles["night"].colour("amber")
    here.store.dispatch("draw", slide="a/one", stroke=wide)
    here.store.dispatch("freeze")
    here.store.dispatch("jump", slide="a/two")
    made.catch_up()
    seen = made.current.grab(made.current._inset()).toImage()
    assert near(at(seen, MID), amber)
    here.store.dispatch("erase", slide="a/one", strokes=(wide,))
    made.catch_up()
    assert made.current.grab(made.current._inset()).toImage() == seen


def test_a_key_in_the_middle_of_a_stroke_leaves_it_on_its_slide(desk: tuple[Rig, Console]) -> None:
    here, made = desk
    here.store.dispatch("pen")
    stroke_on_pane(made, lift=False)
    here.store.dispatch("jump", slide="a/two")
    assert (strokes(here), strokes(here, "a/two")) == (1, 0)
    mouse(made.current, MOVE, on_pane(made, (0.9, 0.9)))
    assert strokes(here, "a/two") == 0


def test_a_button_that_was_let_go_elsewhere_ends_the_stroke(desk: tuple[Rig, Console]) -> None:
    here, made = desk
    here.store.dispatch("pen")
    stroke_on_pane(made, lift=False)
    for place in ((0.6, 0.9), (0.7, 0.9)):
        mouse(made.current, MOVE, on_pane(made, place), NONE)
    (line,) = strokes_on(here.store.state.ink, "a/one")
    assert line.points[-1].x == pytest.approx(0.5, abs=0.001)


def test_a_stroke_without_end_is_kept_in_parts_that_meet(
    desk: tuple[Rig, Console], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pointing_hand, "MOST_POINTS", 10)
    here, made = desk
    here.store.dispatch("pen")
    stroke_on_pane(made, tuple((0.2 + k / 100, 0.8) for k in range(25)))
    parts = strokes_on(here.store.state.ink, "a/one")
    assert len(parts) == 3
    ends = [(one.points[-1], two.points[0]) for one, two in pairwise(parts)]
    assert all(end == begin for end, begin in ends)


def test_another_style_shows_the_ink_in_its_own_colour_and_another_language_in_its_place(
    desk: tuple[Rig, Console],
) -> None:
    here, made = desk
    here.store.dispatch("ink-colour", colour="ink")
    here.store.dispatch("pen")
    stroke_on_pane(made)
    assert at(audience(here), MID) == here.store.deck.styles["night"].ink
    here.store.dispatch("style")
    assert at(audience(here), MID) == here.store.deck.styles["day"].ink
    here.store.dispatch("language")
    assert at(audience(here), MID) == here.store.deck.styles["day"].ink


def test_ink_comes_with_its_slide_when_the_transition_is_over(rig: Make) -> None:
    here = rig(deck(*SLIDES, transition="fade"))
    here.tick(5000)
    here.store.dispatch("draw", slide="a/one", stroke=LINE)
    ink = here.store.deck.styles["night"].colour("amber")
    assert at(audience(here), MID) == ink
    here.store.dispatch("jump", slide="a/two")
    assert at(audience(here), MID) != ink
    here.tick(5000)
    here.store.dispatch("first")
    assert at(audience(here), MID) != ink
    here.tick(5000)
    assert here.audience.pointing is not None
    here.audience.pointing.layer.follow()
    assert at(audience(here), MID) == ink


@pytest.mark.parametrize("shape", [(540, 960), (640, 480)])
def test_ink_survives_another_size_and_shape_of_the_screen(rig: Make, shape: tuple[int, int]) -> None:
    here = rig(deck(*SLIDES), animate=False)
    here.store.dispatch("draw", slide="a/one", stroke=LINE)
    here.audience.resize(*shape)
    assert at(audience(here), MID) == here.store.deck.styles["night"].colour("amber")


def test_the_pointer_over_the_audiences_picture_is_the_pens_dot_and_none_beneath_a_laser(
    rig: Make, qtbot: QtBot
) -> None:
    here = rig(deck(*SLIDES), animate=False)
    stage = here.audience.stage
    here.store.dispatch("pen")
    qtbot.mouseMove(stage, QPoint(100, 100))
    qtbot.mouseMove(stage, QPoint(140, 120))
    assert stage.cursor().shape() == Qt.CursorShape.BitmapCursor
    here.store.dispatch("laser")
    assert stage.cursor().shape() == Qt.CursorShape.BlankCursor
    here.store.dispatch("arrow")
    assert stage.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_without_a_tool_presses_on_the_consoles_picture_ask_figures_as_ever(desk: tuple[Rig, Console]) -> None:
    here, made = desk
    stroke_on_pane(made)
    assert here.store.state.ink == {}
    assert here.store.pointing is AT_REST
