"""The presenter's console as a window: it follows the store, and the audience is served first."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from msgspec import structs
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPixmap, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from jn_presenter.model.problem import Problem
from jn_presenter.model.text import Message, Text
from jn_presenter.qt.scene.pictures import Grounds, whole
from jn_presenter.qt.windows.console import Console
from jn_presenter.qt.windows.console.toolbar import NAMES
from jn_presenter.qt.windows.console.window import GLANCE_MS, GRACE_MS
from jn_presenter.show.state import Place
from tests.decks import bars_slide, deck, points_slide, text
from tests.qt.windows.conftest import AFTERNOON, Open, Rig

Make = Callable[..., Rig]
SLIDES = (points_slide("a/one", 2), bars_slide("a/bars"), points_slide("b/two", 1))
LONG = Text((("zh", "\n".join(f"第{k}句。" for k in range(60))),))


def still(rig: Make, *slides: object, **state: object) -> Rig:
    return rig(deck(*(slides or SLIDES)), animate=False, **state)  # type: ignore[arg-type]


def pixels(pixmap: QPixmap | None) -> QImage:
    assert pixmap is not None
    return pixmap.toImage().convertToFormat(QImage.Format.Format_RGB32)


def thumbnail(rig: Rig, slide: str, step: int, size: QSize) -> QImage:
    """The slide at the end of a step, rendered on its own."""
    state, here = rig.store.state, rig.store.deck
    canvas = rig.audience.projector.canvas
    fitted = rig.fits.get(here, here.slides[slide], canvas, state.languages, state.style)
    return pixels(whole(fitted, step, size, Grounds()))


def dispatch(rig: Rig, made: Console, *names: str) -> None:
    for name in names:
        rig.store.dispatch(name)
    made.catch_up()


# words


def test_it_says_where_the_show_is_and_how_late(rig: Make, console: Open) -> None:
    here = still(rig, minutes=Decimal(10))
    made = console(here)
    here.time.ms += 61_000
    dispatch(here, made, "next")
    said = {
        figure.caption: figure.value.text
        for figure in (made.clocks.wall, made.clocks.elapsed, made.clocks.remaining, made.clocks.slide)
    }
    assert said == {"Time": "14:05", "Elapsed": "1:01", "Remaining": "8:59", "Slide": "1 / 3"}
    assert made.clocks.step.value.text == "1 / 2"
    assert made.about.text.splitlines() == ["Theme 1 of 2 · a · slide 1 of 2", "Title of a/one"]


def test_over_time_the_remaining_time_is_red_with_its_sign(rig: Make, console: Open) -> None:
    here = still(rig, minutes=Decimal(1))
    made = console(here)
    here.time.ms += 90_000
    made.clocks.tick()
    assert (made.clocks.remaining.caption, made.clocks.remaining.value.text, made.clocks.remaining.value.tone) == (
        "Overtime",
        "−0:30",
        "red",
    )


def test_only_figures_that_changed_are_painted_again(rig: Make, console: Open, qtbot: QtBot) -> None:
    here = still(rig, minutes=Decimal(10))
    made = console(here)
    painted: list[str] = []
    parts = {name: getattr(made, name) for name in ("current", "next", "notes", "about")}
    parts |= {name: getattr(made.clocks, name) for name in ("wall", "elapsed", "remaining", "slide", "pace", "plan")}
    for name, part in parts.items():
        part.update = lambda *_args, name=name: painted.append(name)
    here.time.ms += 400
    made.clocks.tick()
    assert painted == []
    here.time.ms += 600
    made.clocks.tick()
    assert painted == ["elapsed", "remaining"]


def test_notes_keep_their_line_breaks_and_figures_and_start_at_the_top(rig: Make, console: Open) -> None:
    here = still(rig, points_slide("a/one", 1, notes=LONG), points_slide("a/two", notes=LONG))
    made = console(here, "zh")
    assert made.notes.text.splitlines() == [f"第{k}句。" for k in range(60)]
    made.notes.verticalScrollBar().setValue(200)
    dispatch(here, made, "next")
    assert made.notes.verticalScrollBar().value() == 200
    dispatch(here, made, "next")
    assert made.notes.verticalScrollBar().value() == 0


def test_notes_scroll_by_the_wheel(rig: Make, console: Open) -> None:
    made = console(still(rig, points_slide("a/one", notes=LONG)))
    view = made.notes.viewport()
    middle = QPointF(view.rect().center())
    turn = QWheelEvent(
        middle,
        view.mapToGlobal(middle),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, turn)
    assert made.notes.verticalScrollBar().value() > 0


def test_without_notes_it_says_so(rig: Make, console: Open) -> None:
    assert console(still(rig, points_slide("a/one", notes=None))).notes.text == "No notes for this slide"


def test_notes_in_another_language_are_marked(rig: Make, console: Open) -> None:
    here = still(rig, points_slide("a/one", notes=Text((("zh", "讲稿"),))), notes_languages=("en",))
    assert console(here).notes.text.splitlines() == ["no notes in this language; these are in another", "讲稿"]


def test_it_says_when_the_audience_sees_another_language(rig: Make, console: Open) -> None:
    here = still(rig, structs.replace(SLIDES[0], title=Text((("zh", "只有中文"),))), languages=("en",))
    assert "no words in en: the audience sees zh" in console(here).about.text


def test_a_mistake_in_the_user_s_own_keys_is_a_problem_on_every_slide(rig: Make, console: Open) -> None:
    here = still(rig)
    said, hint = Message("没有这个键", "there is no such key"), Message("", "a letter")
    here.store.own_problems = (
        Problem(file="keys.yaml", line=2, column=1, severity="error", code="unknown-key-name", message=said, hint=hint),
    )
    made = console(here)
    for _ in range(2):
        assert "keys.yaml:2" in made.about.text
        assert "there is no such key" in made.about.text
        dispatch(here, made, "last")


def test_problems_are_counted_and_listed_with_file_and_line(rig: Make, console: Open) -> None:
    here = still(rig)
    made = console(here)
    wrong = Problem(
        file="a/gone.yaml",
        line=7,
        column=1,
        severity="error",
        code="unknown-key",
        message=Message("不认识的键", "unknown key"),
        hint=Message("", "did you mean title?"),
        slide="a/gone",
    )
    broken = structs.replace(here.store.deck, order=("a/one", "a/gone", "a/bars", "b/two"))
    here.store.take(structs.replace(here.store.loaded, deck=broken, problems=(wrong,)))
    dispatch(here, made, "next", "next")
    assert made.about.text.splitlines()[1:5] == [
        "1 problem",
        "broken: a/gone",
        "a/gone.yaml:7  unknown key",
        "did you mean title?",
    ]
    assert made.next.notice == "skips a broken slide: a/gone"


# pictures


def test_the_current_pane_is_the_audiences_own_picture(rig: Make, console: Open) -> None:
    here = still(rig)
    made = console(here)
    dispatch(here, made, "next")
    image = here.audience.stage.image()
    assert image is not None
    expected = image.scaled(
        made.current.picture_size(),
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    assert pixels(made.current.pixmap) == pixels(expected)


def test_the_next_pane_shows_the_end_of_the_next_step_at_every_step(rig: Make, console: Open) -> None:
    here = rig(deck(*SLIDES))
    made = console(here)
    size = made.next.picture_size()
    for slide, step in (("a/one", 1), ("a/one", 2), ("a/bars", 0), ("b/two", 0), ("b/two", 1)):
        here.tick(2000)
        made.catch_up()
        assert pixels(made.next.pixmap) == thumbnail(here, slide, step, size)
        here.store.dispatch("next")
        assert here.store.state.at == Place(slide, step)
    here.tick(2000)
    made.catch_up()
    assert (made.next.pixmap, made.next.placeholder) == (None, "End of show")


def test_on_a_blank_screen_the_next_pane_shows_the_slide_that_comes_back(rig: Make, console: Open) -> None:
    here = still(rig)
    made = console(here)
    dispatch(here, made, "next", "blank-black")
    assert pixels(made.current.pixmap).pixelColor(50, 50) == QColor(0, 0, 0)
    assert pixels(made.next.pixmap) == thumbnail(here, "a/one", 1, made.next.picture_size())
    assert [badge.text for badge in made.current.badges] == ["Black screen", "中文"]


def test_frozen_and_ahead_it_shows_the_own_place_and_the_audiences_picture_in_it(rig: Make, console: Open) -> None:
    here = still(rig)
    made = console(here)
    dispatch(here, made, "freeze", "next")
    assert made.current.caption.text == "Where you are (not shown)"
    assert pixels(made.current.pixmap) == thumbnail(here, "a/one", 1, made.current.picture_size())
    assert made.current.inset is not None
    dispatch(here, made, "freeze")
    assert made.current.inset is None


def test_languages_change_the_next_picture_too(rig: Make, console: Open) -> None:
    here = still(rig)
    made = console(here)
    before = pixels(made.next.pixmap)
    dispatch(here, made, "language")
    assert pixels(made.next.pixmap) != before
    assert pixels(made.next.pixmap) == thumbnail(here, "a/one", 1, made.next.picture_size())


@pytest.mark.parametrize("size", [(1366, 768), (1371, 777), (1080, 1920)])
def test_pictures_are_made_for_their_place_to_the_pixel(rig: Make, console: Open, size: tuple[int, int]) -> None:
    here = still(rig)
    made = console(here, size=size)
    dispatch(here, made, "freeze", "next")
    for pane in (made.current, made.next):
        shown = pixels(pane.grab(pane.picture_rect()))
        inner = shown.rect().adjusted(1, 1, -1, -1)
        if pane is made.current:
            inner.setRight(inner.center().x())
        assert shown.copy(inner) == pixels(pane.pixmap).copy(inner)


def test_panes_take_the_shape_of_the_audiences_screen(rig: Make, console: Open) -> None:
    here = still(rig)
    here.audience.resize(540, 960)
    made = console(here)
    size = made.current.picture_size()
    assert size.width() / size.height() == pytest.approx(540 / 960, abs=0.01)


# when


def test_a_key_costs_the_console_nothing_before_the_audience_has_painted(rig: Make, console: Open) -> None:
    here = still(rig)
    made = console(here)
    called: list[str] = []
    made.catch_up = lambda: called.append("catch up")  # type: ignore[method-assign]
    before = (made.clocks.step.value, made.next.pixmap)
    here.store.dispatch("next")
    made.audience_painted()
    assert (made.clocks.step.value, made.next.pixmap) == before
    assert called == []


def test_it_catches_up_once_the_audience_has_painted(rig: Make, console: Open, qtbot: QtBot) -> None:
    here = still(rig)
    made = console(here)
    here.audience.projector.settled.connect(made.audience_painted)
    here.store.dispatch("next")
    qtbot.waitUntil(lambda: made.clocks.step.value.text == "1 / 2")


def test_it_catches_up_too_where_nobody_paints_the_audiences_window(rig: Make, console: Open, qtbot: QtBot) -> None:
    here = still(rig)
    made = console(here)
    here.audience.hide()
    here.store.dispatch("next")
    assert made._later.interval() == GRACE_MS
    qtbot.waitUntil(lambda: made.clocks.step.value.text == "1 / 2")


def test_during_a_motion_it_looks_ten_times_a_second_and_renders_nothing(rig: Make, console: Open) -> None:
    here = rig(deck(*SLIDES))
    made = console(here)
    here.tick(2000)
    made.catch_up()
    made.pictures.stop()
    made.pictures.thumbnails._pixmaps.clear()
    here.store.dispatch("next")
    here.tick(50)
    made.catch_up()
    assert made.clocks.step.value.text == "1 / 2"
    assert made._later.interval() == GLANCE_MS
    assert not made.pictures.thumbnails._pixmaps


def test_the_picture_of_another_place_never_stands_under_the_next_one_s_words(rig: Make, console: Open) -> None:
    here = rig(deck(*SLIDES))
    made = console(here)
    here.tick(2000)
    made.catch_up()
    made.pictures.stop()
    here.store.dispatch("last")
    here.tick(50)
    made.catch_up()
    assert made.next.pixmap is None, "that of the place before"
    here.tick(2000)
    made.catch_up()
    shown = made.next.pixmap
    assert pixels(shown) == thumbnail(here, "b/two", 1, made.next.picture_size())
    here.store.dispatch("language")
    here.tick(5)
    made.pictures.show(here.store.state, still=False)
    assert made.next.pixmap is shown, "the same place in another language"


def test_during_a_long_motion_the_next_picture_is_made_once_and_is_of_no_other_place(
    rig: Make, console: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = rig(deck(*SLIDES))
    made = console(here)
    here.tick(2000)
    made.catch_up()
    here.store.dispatch("next")
    here.tick(16)
    monkeypatch.setattr("jn_presenter.qt.windows.console.pictures.LONG_MS", 1.0)
    made.catch_up()
    assert pixels(made.next.pixmap) == thumbnail(here, "a/one", 2, made.next.picture_size())
    made.pictures.thumbnails._pixmaps.clear()  # as new data would
    made.catch_up()
    assert not made.pictures.thumbnails._pixmaps


def test_a_dear_look_at_the_audience_is_not_repeated_during_the_motion(
    rig: Make, console: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = rig(deck(*SLIDES))
    made = console(here)
    here.tick(2000)
    here.store.dispatch("next")

    def dear() -> QPixmap | None:
        here.time.ms += 30
        return here.audience.stage.image()

    monkeypatch.setattr(made.pictures, "image", dear)
    made.catch_up()
    motion = here.store.state.motion
    assert motion is not None
    assert made._later.interval() == motion.duration_ms - 30 + 1


def test_the_step_after_the_next_one_is_ready_before_the_key(rig: Make, console: Open, qtbot: QtBot) -> None:
    here = rig(deck(*SLIDES))
    made = console(here)
    here.tick(2000)
    made.catch_up()
    qtbot.waitUntil(lambda: not made.pictures.preparing)
    here.store.dispatch("next")
    here.tick(50)
    made.catch_up()
    assert pixels(made.next.pixmap) == thumbnail(here, "a/one", 2, made.next.picture_size())


def test_hidden_it_does_nothing(rig: Make, console: Open) -> None:
    here = still(rig)
    made = console(here)
    made.hide()
    here.store.dispatch("next")
    made.audience_painted()
    assert not any((made._later.isActive(), made.pictures.preparing, made.clocks.running))
    made.show()
    assert made.clocks.step.value.text == "1 / 2"


# hands


def test_a_press_on_the_next_pane_goes_on_and_elsewhere_does_nothing(rig: Make, console: Open, qtbot: QtBot) -> None:
    here = still(rig)
    made = console(here)
    for part in (made.current, made.notes.viewport(), made.about.viewport(), made.clocks.elapsed):
        qtbot.mouseClick(part, Qt.MouseButton.LeftButton)
    assert here.store.state.at == Place("a/one", 0)
    qtbot.mouseClick(made.next, Qt.MouseButton.RightButton)
    assert here.store.state.at == Place("a/one", 0)
    qtbot.mouseClick(made.next, Qt.MouseButton.LeftButton)
    assert here.store.state.at == Place("a/one", 1)


def test_the_question_covers_the_console_until_it_is_answered(rig: Make, console: Open, qtbot: QtBot) -> None:
    here = still(rig)
    made = console(here, "zh")
    assert not made.question.isVisible()
    dispatch(here, made, "leave")
    assert made.question.isVisible()
    assert made.question.words == ("结束放映？", "回车结束，其他键继续")
    assert made.question.geometry() == made.rect()
    assert made.childAt(made.next.geometry().center()) is made.question
    qtbot.mouseClick(made.question, Qt.MouseButton.LeftButton)
    made.catch_up()
    assert not made.question.isVisible()
    assert not here.store.state.leaving


def test_closing_the_window_asks_first(rig: Make, console: Open) -> None:
    here = still(rig)
    made = console(here)
    assert not made.close()
    assert here.store.state.asking == "leave"
    dispatch(here, made, "confirm-leave")
    assert made.close()


def test_no_input_method_opens_and_nothing_inside_takes_the_focus(rig: Make, console: Open) -> None:
    made = console(still(rig))
    assert made.inputMethodQuery(Qt.InputMethodQuery.ImEnabled) is False
    assert not made.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    for part in filter(QWidget.isVisible, made.findChildren(QWidget)):
        assert part.focusPolicy() == Qt.FocusPolicy.NoFocus
        assert not part.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


# sizes


@pytest.mark.parametrize("size", [(480, 360), (1024, 768), (1366, 768), (1080, 1920), (3840, 2160)])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_it_paints_in_every_size(rig: Make, console: Open, size: tuple[int, int], language: str) -> None:
    made = console(still(rig, minutes=Decimal(1)), language, size)
    image = made.grab().toImage()
    assert (image.width(), image.height()) == size
    colours = {image.pixel(x, y) for x in range(0, size[0], 7) for y in range(0, size[1], 7)}
    assert len(colours) > 10


def test_a_broken_present_slide_leaves_the_last_picture(rig: Make, console: Open) -> None:
    here = still(rig)
    made = console(here)
    lost = structs.replace(here.store.deck, slides={})
    here.store.take(structs.replace(here.store.loaded, deck=lost))
    made.catch_up()
    assert made.current.pixmap is not None
    assert made.next.placeholder == "End of show"
    assert made.about.text.splitlines()[:2] == ["a", "a/one"]
    made.grab()


def test_before_the_first_picture_it_stands_without_one(rig: Make, qtbot: QtBot) -> None:
    here = still(rig, structs.replace(SLIDES[0], title=text("甲", "A")))
    made = Console(here.store, here.clock, here.fits, lambda: None, "en", lambda: AFTERNOON)
    qtbot.addWidget(made)
    made.resize(1024, 768)
    made.catch_up()
    made.grab()
    assert made.current.pixmap is None
    assert made.about.text.splitlines()[1] == "A"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_at_1366_px_all_buttons_have_their_words_in_full_size(rig: Make, console: Open, language: str) -> None:
    made = console(rig(deck(*SLIDES), animate=False), language)
    assert [name for name, button in made.bar.buttons.items() if button.isVisible()] == list(NAMES)
    assert all(button.fitting(button.width()) == 1.0 == button._share for button in made.bar.buttons.values())
