"""What the audience sees, in process: every painted frame, by an injected clock."""

from collections.abc import Callable

import pytest
from msgspec import structs
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from jn_presenter.compose import fit_slide
from jn_presenter.model.geometry import canvas_for
from jn_presenter.qt.scene.pictures import Grounds, whole
from jn_presenter.qt.windows.asking import FINGER_PX, rows
from jn_presenter.show.state import Place
from tests.decks import bars_slide, deck, points_slide
from tests.qt.windows.conftest import Rig, loaded

Make = Callable[..., Rig]
SLIDES = (points_slide("a/one", 2), bars_slide("a/bars"), points_slide("b/two", 1))


def screen(rig: Rig) -> QImage:
    return rig.audience.stage.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def expected(rig: Rig, slide: str, step: int) -> QImage:
    """The slide rendered on its own, with no cache and no motion."""
    state, here = rig.store.state, rig.store.deck
    size = rig.audience.stage.size()
    fitted = fit_slide(
        here,
        here.slides[slide],
        canvas_for(size.width(), size.height()),
        state.languages,
        here.styles[state.style],
        rig.fits.measure,
    )
    return whole(fitted, step, size, Grounds()).toImage().convertToFormat(QImage.Format.Format_RGB32)


def test_the_first_slide_is_there_at_once(rig: Make) -> None:
    made = rig(deck(*SLIDES), animate=False)
    assert screen(made) == expected(made, "a/one", 0)


def test_every_step_is_exactly_the_picture_of_that_step(rig: Make, qtbot: QtBot) -> None:
    made = rig(deck(*SLIDES), animate=False)
    for slide, step in (("a/one", 1), ("a/one", 2), ("a/bars", 0), ("b/two", 0), ("b/two", 1)):
        qtbot.keyClick(made.audience, Qt.Key.Key_PageDown)
        assert screen(made) == expected(made, slide, step)
        made.idle(qtbot)
    for slide, step in (("b/two", 0), ("a/bars", 0), ("a/one", 2), ("a/one", 1), ("a/one", 0)):
        qtbot.keyClick(made.audience, Qt.Key.Key_PageUp)
        assert screen(made) == expected(made, slide, step)
        made.idle(qtbot)


@pytest.mark.parametrize("transition", ["none", "fade", "push"])
def test_motion_ends_exactly_on_the_still_picture(rig: Make, qtbot: QtBot, transition: str) -> None:
    made = rig(deck(*SLIDES, transition=transition))
    made.tick(2000)
    path = [("a/one", 1), ("a/one", 2), ("a/bars", 0), ("b/two", 0)]
    for slide, step in path:
        made.store.dispatch("next")
        for _ in range(60):
            made.tick(20)
        assert screen(made) == expected(made, slide, step)
        made.idle(qtbot)
    for slide, step in (("a/bars", 0), ("a/one", 2), ("a/one", 1), ("a/one", 0)):
        made.store.dispatch("previous")
        for _ in range(60):
            made.tick(20)
        assert screen(made) == expected(made, slide, step)


@pytest.mark.parametrize("transition", ["fade", "push"])
def test_a_transition_begins_with_the_old_slide_and_never_shows_black(rig: Make, transition: str) -> None:
    made = rig(deck(*SLIDES, transition=transition))
    made.tick(2000)
    made.store.dispatch("jump", slide="b/two")
    assert screen(made) == expected(made, "a/one", 0)
    for _ in range(70):
        made.tick(16)
        shown = screen(made)
        corners = [QPoint(2, 2), QPoint(957, 2), QPoint(2, 500), QPoint(957, 500), QPoint(480, 30)]
        assert all(shown.pixelColor(point).lightness() > 10 for point in corners)


def test_a_key_during_motion_ends_it_and_then_acts(rig: Make) -> None:
    made = rig(deck(*SLIDES, transition="fade"))
    made.store.dispatch("next")
    made.tick(50)
    made.store.dispatch("next")
    made.tick(10_000)
    assert screen(made) == expected(made, "a/one", 2)


def test_the_pictures_under_next_and_previous_are_ready(rig: Make, qtbot: QtBot) -> None:
    made = rig(deck(*SLIDES), animate=False)
    made.store.dispatch("next")
    made.idle(qtbot)
    ready = {(picture.fitted.slide, picture.step) for picture in made.audience.projector.reel.ahead}
    assert ready == {("a/one", 2), ("a/one", 0)}
    made.store.dispatch("next")
    made.idle(qtbot)
    ready = {(picture.fitted.slide, picture.step) for picture in made.audience.projector.reel.ahead}
    assert ready == {("a/bars", 0), ("a/one", 1)}


def test_with_animation_previous_has_the_step_that_is_taken_back(rig: Make, qtbot: QtBot) -> None:
    made = rig(deck(*SLIDES))
    made.store.dispatch("jump", slide="a/one", step=2)
    made.tick(5000)
    made.idle(qtbot)
    projector = made.audience.projector
    assert projector.reel.current is not None
    assert projector.reel.current.step == 2
    made.store.dispatch("previous")
    assert projector.reel.current.step == 2
    made.tick(5000)
    assert screen(made) == expected(made, "a/one", 1)


def test_l_changes_the_language_in_place(rig: Make, qtbot: QtBot) -> None:
    made = rig(deck(*SLIDES), animate=False)
    made.store.dispatch("next")
    for languages in (("en",), ("zh", "en"), ("zh",)):
        qtbot.keyClick(made.audience, Qt.Key.Key_L)
        assert made.store.state.languages == languages
        assert made.store.state.shown == Place("a/one", 1)
        assert screen(made) == expected(made, "a/one", 1)


def test_a_change_of_language_keeps_the_frame_of_a_motion(rig: Make) -> None:
    made = rig(deck(*SLIDES, transition="none"))
    made.tick(2000)
    made.store.dispatch("jump", slide="a/bars")
    made.tick(150)
    motion = made.store.state.motion
    made.store.dispatch("language")
    assert made.store.state.motion == motion
    assert 0.0 < made.audience.stage.t < 1.0


def test_blank_black_white_and_logo(rig: Make, qtbot: QtBot) -> None:
    made = rig(deck(*SLIDES), animate=False)
    slide = screen(made)
    qtbot.keyClick(made.audience, Qt.Key.Key_Period)
    assert screen(made).pixelColor(480, 270).lightness() == 0
    qtbot.keyClick(made.audience, Qt.Key.Key_F5)
    assert screen(made) == slide
    qtbot.keyClick(made.audience, Qt.Key.Key_W)
    assert screen(made).pixelColor(480, 270).lightness() == 255
    qtbot.keyClick(made.audience, Qt.Key.Key_Escape)
    logo = screen(made)
    assert logo != slide
    assert logo.pixelColor(480, 270).lightness() < 255
    qtbot.keyClick(made.audience, Qt.Key.Key_PageDown)
    assert screen(made) == slide


def test_frozen_the_audience_sees_nothing_of_what_the_presenter_does(rig: Make, qtbot: QtBot) -> None:
    made = rig(deck(*SLIDES), animate=False)
    qtbot.keyClick(made.audience, Qt.Key.Key_F)
    before = screen(made)
    for _ in range(3):
        qtbot.keyClick(made.audience, Qt.Key.Key_Right)
        assert screen(made) == before
    qtbot.keyClick(made.audience, Qt.Key.Key_F)
    assert screen(made) == expected(made, "a/bars", 0)


def test_a_reload_is_shown_at_the_same_place(rig: Make, qtbot: QtBot) -> None:
    made = rig(deck(*SLIDES), animate=False)
    made.store.dispatch("next")
    changed = deck(points_slide("a/one", 3), *SLIDES[1:])
    made.store.take(loaded(changed))
    assert made.store.state.shown == Place("a/one", 1)
    assert screen(made) == expected(made, "a/one", 1)


def test_a_slide_that_breaks_off_leaves_the_next_one(rig: Make) -> None:
    made = rig(deck(*SLIDES), animate=False)
    made.store.take(loaded(deck(*SLIDES[1:])))
    assert screen(made) == expected(made, "a/bars", 0)


def test_a_new_size_is_composed_anew(rig: Make) -> None:
    made = rig(deck(*SLIDES), animate=False)
    made.audience.resize(540, 960)
    assert made.audience.projector.canvas.shape == "tall"
    assert screen(made) == expected(made, "a/one", 0)


def test_ctrl_q_asks_and_any_other_key_stays(rig: Make, qtbot: QtBot) -> None:
    made = rig(deck(*SLIDES), animate=False)
    qtbot.keyClick(made.audience, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    assert made.store.state.asking == "leave"
    assert made.audience._question.isVisible()
    qtbot.keyClick(made.audience, Qt.Key.Key_Right)
    assert made.store.state.asking == ""
    assert made.store.state.at == Place("a/one", 0)
    assert not made.audience._question.isVisible()
    qtbot.keyClick(made.audience, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(made.audience, Qt.Key.Key_Return)
    assert made.store.state.leaving


def test_esc_held_for_a_second_and_a_half_asks(rig: Make, qtbot: QtBot) -> None:
    made = rig(deck(*SLIDES), animate=False)
    qtbot.keyPress(made.audience, Qt.Key.Key_Escape)
    assert made.store.state.blank == "logo"
    made.time.ms += 1499
    made.keys.look()
    assert made.store.state.asking == ""
    made.time.ms += 1
    made.keys.look()
    assert made.store.state.asking == "leave"


def test_esc_let_go_in_time_asks_nothing(rig: Make, qtbot: QtBot) -> None:
    made = rig(deck(*SLIDES), animate=False)
    qtbot.keyClick(made.audience, Qt.Key.Key_Escape)
    made.time.ms += 5000
    made.keys.look()
    assert made.store.state.asking == ""


def test_closing_the_window_asks_too(rig: Make) -> None:
    made = rig(deck(*SLIDES), animate=False)
    assert not made.audience.close()
    assert made.store.state.asking == "leave"


def test_no_input_method_opens_over_the_show(rig: Make) -> None:
    made = rig(deck(*SLIDES), animate=False)
    assert made.audience.inputMethodQuery(Qt.InputMethodQuery.ImEnabled) is False
    assert not made.audience.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_the_pointer_shows_when_moved_and_hides_after_two_seconds(rig: Make, qtbot: QtBot) -> None:
    made = rig(deck(*SLIDES), animate=False)
    stage = made.audience.stage
    assert stage.cursor().shape() == Qt.CursorShape.BlankCursor
    qtbot.mouseMove(stage, QPoint(100, 100))
    qtbot.mouseMove(stage, QPoint(140, 120))
    assert stage.cursor().shape() == Qt.CursorShape.ArrowCursor
    made.time.ms += 2000
    made.audience.update_pointer()
    assert stage.cursor().shape() == Qt.CursorShape.BlankCursor


def test_a_click_goes_on(rig: Make, qtbot: QtBot) -> None:
    made = rig(deck(*SLIDES), animate=False)
    qtbot.mouseClick(made.audience.stage, Qt.MouseButton.LeftButton)
    assert made.store.state.at == Place("a/one", 1)


def test_an_unfinished_show_is_asked_about_in_both_languages_within_the_window(rig: Make) -> None:
    long = f"a/{'long' * 40}"
    made = rig(deck(*SLIDES, points_slide(long)), animate=False)
    kept = structs.replace(made.store.state, shown=Place(long), started_ms=-725_000.0, entered_ms=0.0)
    for size in ((960, 540), (540, 960), (480, 300)):
        made.audience.resize(*size)
        made.store.dispatch("offer", kept=kept, torn=True)
        panel = made.audience._question
        assert panel.isVisible()
        assert panel.prompt is not None
        told = "".join(row.text for row in rows(panel.prompt))
        assert all(part in told for part in ("接着上次", "Go on with", "12:05", "损坏", "damaged"))
        assert made.audience.rect().contains(panel.geometry())
        assert [answer.accessibleName() for answer in panel.answers] == ["接着放 Go on", "从头开始 Begin anew"]
        assert all(panel.rect().contains(answer.geometry()) for answer in panel.answers)
        assert all(min(answer.width(), answer.height()) >= FINGER_PX == 48 for answer in panel.answers)
        assert not panel.answers[0].geometry().intersects(panel.answers[1].geometry())
        made.store.dispatch("begin-anew")
        assert not panel.isVisible()


def test_where_a_console_asks_the_audience_sees_nothing_of_it(rig: Make) -> None:
    made = rig(deck(*SLIDES), animate=False)
    made.audience.asks = False
    made.store.dispatch("offer", kept=made.store.state)
    assert not made.audience._question.isVisible()
    assert screen(made) == expected(made, "a/one", 0)


@pytest.mark.parametrize(("which", "slide"), [(0, "b/two"), (1, "a/one")])
def test_on_a_lone_screen_a_hand_answers_whether_the_last_show_goes_on(
    rig: Make, qtbot: QtBot, which: int, slide: str
) -> None:
    made = rig(deck(*SLIDES), animate=False)
    panel = made.audience._question
    made.store.dispatch("offer", kept=structs.replace(made.store.state, shown=Place("b/two"), at=Place("b/two")))
    qtbot.mouseClick(made.audience.stage, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    qtbot.mouseClick(panel, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert made.store.state.asking == "resume"
    qtbot.mouseClick(panel.answers[which], Qt.MouseButton.LeftButton)
    assert (made.store.state.asking, made.store.state.at) == ("", Place(slide))
    assert not panel.isVisible()


def test_on_a_lone_screen_a_hand_answers_whether_to_leave_and_a_press_beside_stays(rig: Make, qtbot: QtBot) -> None:
    made = rig(deck(*SLIDES), animate=False)
    panel = made.audience._question
    for stay in (panel, made.audience.stage):
        made.store.dispatch("leave")
        qtbot.mouseClick(stay if stay is not panel else panel.answers[1], Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
        assert (made.store.state.asking, made.store.state.leaving) == ("", False)
    assert made.store.state.at == Place("a/one", 0)
    made.store.dispatch("leave")
    qtbot.mouseClick(panel.answers[0], Qt.MouseButton.LeftButton)
    assert made.store.state.leaving


def test_a_console_that_comes_while_the_audiences_window_asks_takes_the_question(rig: Make) -> None:
    made = rig(deck(*SLIDES), animate=False)
    made.store.dispatch("leave")
    assert made.audience._question.isVisible()
    made.audience.asks = False
    assert not made.audience._question.isVisible()
    made.audience.asks = True
    assert made.audience._question.isVisible()
