"""The overview over the console: every slide by theme, pictures in idle time, and a jump only when it is told to."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from msgspec import structs
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from jn_presenter.model.geometry import WIDE
from jn_presenter.qt.windows.console import Console
from jn_presenter.qt.windows.console.cells import Cells
from jn_presenter.qt.windows.console.look import Look
from jn_presenter.qt.windows.console.overview import Overview
from jn_presenter.qt.windows.console.sheet import Sheet
from jn_presenter.show.state import Place
from jn_presenter.show.travel import choice
from tests.decks import deck, points_slide
from tests.qt.windows.conftest import Open, Rig, loaded

Make = Callable[..., Rig]
Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
SLIDES = tuple(points_slide(f"{theme}/{k}", 2) for theme in "ab" for k in range(3))
MANY = tuple(points_slide(f"{theme}/{k}", 1) for theme in "abcdefgh" for k in range(9))


def opened(rig: Make, console: Open, qtbot: QtBot, slides: tuple[object, ...] = SLIDES) -> tuple[Rig, Console]:
    here = rig(deck(*slides), animate=False)  # type: ignore[arg-type]
    made = console(here)
    made.installEventFilter(here.keys)
    made.catch_up()
    qtbot.keyClick(made, Key.Key_O)
    return here, made


def pictured(view: Overview) -> list[str]:
    return [slide for slide in view.grid.slides if view._sheet.get(slide, view.picture_size()) is not None]


@pytest.mark.parametrize("key", [Key.Key_O, Key.Key_Tab, Key.Key_Escape])
def test_keys_open_and_close_it_and_the_audience_sees_nothing(rig: Make, console: Open, qtbot: QtBot, key: Key) -> None:
    here = rig(deck(*SLIDES), animate=False)
    before = here.audience.grab().toImage()
    made = console(here)
    made.installEventFilter(here.keys)
    qtbot.keyClick(made, Key.Key_Tab)
    assert made.overlays.overview.isVisible()
    assert made.focusWidget() is made.overlays.overview
    qtbot.keyClicks(made.focusWidget(), "bw.n3")
    assert here.store.state.shown == Place("a/0")
    qtbot.keyClick(made.focusWidget(), key)
    assert (made.overlays.overview.isVisible(), here.store.state.blank) == (False, "none")
    assert here.audience.grab().toImage() == before


def test_it_opens_with_words_and_pictures_come_one_by_one_when_nothing_else_is_done(
    rig: Make, console: Open, qtbot: QtBot
) -> None:
    _, made = opened(rig, console, qtbot)
    view = made.overlays.overview
    assert (view.grid.slides, pictured(view)) == (tuple(slide.id for slide in SLIDES), [])
    for count in range(1, 7):
        view._make()
        assert len(pictured(view)) == count
    view._making.stop()
    view._make()
    assert not view._making.isActive()


def test_only_what_is_in_sight_is_pictured_and_scrolling_comes_first(rig: Make, console: Open, qtbot: QtBot) -> None:
    _, made = opened(rig, console, qtbot, MANY)
    view = made.overlays.overview
    qtbot.waitUntil(lambda: not view._making.isActive())
    count = len(pictured(view))
    assert 0 < count < len(MANY) / 2
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    assert view._making.remainingTime() > 50
    view.viewport().repaint()
    assert len(pictured(view)) == count


def test_arrows_choose_and_enter_goes_there_and_back_returns(rig: Make, console: Open, qtbot: QtBot) -> None:
    here, made = opened(rig, console, qtbot)
    qtbot.keyClick(made.focusWidget(), Key.Key_Escape)
    here.store.dispatch("next")
    qtbot.keyClick(made, Key.Key_O)
    view = made.overlays.overview
    for key in (Key.Key_Down, Key.Key_Right, Key.Key_Right, Key.Key_Left):
        qtbot.keyClick(view, key)
    assert (view.chosen, here.store.state.at) == (4, Place("a/0", 1))
    qtbot.keyClick(view, Key.Key_Return)
    assert (here.store.state.shown, view.isVisible()) == (Place("b/1"), False)
    qtbot.keyClick(made, Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert here.store.state.shown == Place("a/0", 1)


def test_it_opens_at_the_present_slide_wherever_that_is(rig: Make, console: Open, qtbot: QtBot) -> None:
    here, made = opened(rig, console, qtbot, MANY)
    view = made.overlays.overview
    for key, slide in ((Key.Key_End, "h/8"), (Key.Key_Home, "a/0")):
        qtbot.keyClick(view, key)
        assert view.viewport().rect().contains(view.cell_rect(view.chosen))
        qtbot.keyClick(view, Key.Key_Enter)
        assert here.store.state.at.slide == slide
        qtbot.keyClick(made, Key.Key_O)
        assert view.viewport().rect().contains(view.cell_rect(view.grid.slides.index(slide)))


def test_a_press_on_a_slide_goes_there_and_one_beside_them_does_nothing(rig: Make, console: Open, qtbot: QtBot) -> None:
    here, made = opened(rig, console, qtbot)
    view = made.overlays.overview
    qtbot.mouseClick(view.viewport(), LEFT, pos=QPoint(2, 2))
    assert view.isVisible()
    qtbot.mouseClick(view.viewport(), LEFT, pos=view.cell_rect(4).center())
    assert (here.store.state.shown, view.isVisible()) == (Place("b/1"), False)


def test_hidden_slides_can_be_gone_to_and_broken_ones_cannot(rig: Make, console: Open, qtbot: QtBot) -> None:
    whole = deck(*SLIDES)
    broken = structs.replace(whole, slides={k: v for k, v in whole.slides.items() if k != "b/2"})
    here = rig(broken, animate=False, hidden=frozenset({"b/1"}))
    made = console(here)
    made.installEventFilter(here.keys)
    qtbot.keyClick(made, Key.Key_O)
    view = made.overlays.overview
    assert "b/2" in view.grid.slides
    qtbot.waitUntil(lambda: not view._making.isActive())
    assert pictured(view) == ["a/0", "a/1", "a/2", "b/0", "b/1"]
    qtbot.keyClick(view, Key.Key_End)
    qtbot.keyClick(view, Key.Key_Return)
    assert (view.isVisible(), here.store.state.at.slide) == (True, "a/0")
    qtbot.keyClick(view, Key.Key_Left)
    qtbot.keyClick(view, Key.Key_Return)
    assert here.store.state.shown == Place("b/1")


def test_a_reload_shows_its_slides_and_keeps_the_choice(rig: Make, console: Open, qtbot: QtBot) -> None:
    here, made = opened(rig, console, qtbot)
    view = made.overlays.overview
    qtbot.keyClick(view, Key.Key_End)
    here.store.take(loaded(deck(points_slide("a/new"), *SLIDES)))
    assert (view.grid.slides[0], view.grid.slides[view.chosen]) == ("a/new", "b/2")


def test_pictures_hold_for_their_slide_as_it_is_and_its_language_and_the_oldest_go_first(rig: Make) -> None:
    here = rig(deck(*SLIDES), animate=False)
    size = QSize(160, 90)
    sheet = Sheet(here.store, here.fits.measure, lambda: WIDE, room=3 * 160 * 90 * 4)
    for slide in SLIDES[:3]:
        sheet.make(slide.id, size)
    assert sheet.get("a/0", size) is sheet.make("a/0", size)
    sheet.make("b/0", size)
    assert [slide.id for slide in SLIDES if sheet.get(slide.id, size)] == ["a/0", "a/2", "b/0"]
    old = here.store.deck
    again = {**old.slides, "a/0": points_slide("a/0", 1)}
    here.store.take(loaded(structs.replace(old, slides=again)))
    assert sheet.get("a/0", size) is None
    assert sheet.get("b/0", size)
    here.store.dispatch("language")
    assert sheet.get("b/0", size) is None
    assert sheet.make("z/none", size) is None


def test_a_finger_that_taps_a_slide_goes_there(rig: Make, console: Open, qtbot: QtBot) -> None:
    here, made = opened(rig, console, qtbot)
    view, finger = made.overlays.overview, QTest.createTouchDevice()
    at = view.cell_rect(4).center()
    QTest.touchEvent(view.viewport(), finger).press(0, at, view.viewport()).commit()
    QTest.touchEvent(view.viewport(), finger).release(0, at, view.viewport()).commit()
    qtbot.waitUntil(lambda: here.store.state.shown == Place("b/1"))
    assert not view.isVisible()


@pytest.mark.parametrize("most", [1, 2])
def test_a_title_that_has_no_room_ends_in_an_ellipsis(rig: Make, most: int) -> None:
    here = rig(deck(*SLIDES))
    pixmap = QPixmap(10, 10)
    painter = QPainter(pixmap)
    cells = Cells(painter, Look(1.0), here.fits.measure, "en", 1.0)
    title = "Foreign-invested firms join three chains of the world, one after the other, and bring their own"

    def said(width: float) -> list[str]:
        return ["".join(run.text for run in line.runs) for line in cells.lines(title, "ink", width, most)]

    short, whole = said(230.0), said(2000.0)
    painter.end()
    assert whole == [title]
    assert len(short) == most
    assert short[-1].endswith("…")
    assert title.startswith("".join(part if part.endswith(" ") else f"{part} " for part in short).rstrip(" …"))


def test_it_opens_with_a_whole_row_at_its_top(rig: Make, console: Open, qtbot: QtBot) -> None:
    here = rig(deck(*MANY), animate=False)
    made = console(here, size=(1024, 768))
    tops = set()
    for slide in here.store.deck.order[::5]:
        here.store.dispatch("jump", slide=slide)
        here.store.dispatch("overview", overlays=("overview",))
        view = made.overlays.overview
        tops.add(view.verticalScrollBar().value())
        assert view.viewport().rect().contains(view.cell_rect(view.chosen))
        here.store.dispatch("overlay-none")
    assert len(tops) > 2
    ys = {row.y for row in view.grid.rows}
    assert tops - ys <= {view.verticalScrollBar().maximum()}


def timed(rig: Make, console: Open, qtbot: QtBot) -> tuple[Rig, Overview]:
    """Six slides of two minutes, of which five minutes leave two; the list is open."""
    several = tuple(points_slide(f"{theme}/{k}", minutes=Decimal(2)) for theme in "ab" for k in range(3))
    here, made = opened(rig, console, qtbot, several)
    here.store.dispatch("minutes", minutes=Decimal(5))
    return here, made.overlays.overview


def test_it_says_of_every_slide_why_it_is_shown_or_not(rig: Make, console: Open, qtbot: QtBot) -> None:
    here, view = timed(rig, console, qtbot)
    assert view.bar.told == "Today 2 of 6 slides · 4 min (of 5 min)"
    said = [why.en if (why := view.bar.why(slide)) else "" for slide in view.grid.slides]
    assert said == ["it fits into the 5 min"] * 2 + ["it takes 2 min, and 1 min are left"] * 4
    assert view.bar.reason == "it fits into the 5 min"
    here.store.dispatch("minutes", minutes=None)
    assert [view.bar.why(slide) for slide in view.grid.slides] == [None] * 6


def test_keys_override_the_choice_for_the_chosen_slide_and_the_show_stays(
    rig: Make, console: Open, qtbot: QtBot
) -> None:
    here, view = timed(rig, console, qtbot)
    before = here.store.state.shown
    qtbot.keyClick(view, Key.Key_End)
    qtbot.keyClicks(view, "+")
    assert here.store.state.stressed == {"b/2"}
    assert view.bar.reason == "shown in any case"
    assert view.bar.buttons["take-in"].lit
    assert choice(here.store.state, here.store.deck).slides == ("a/0", "b/2")
    qtbot.keyClicks(view, "-")
    assert (here.store.state.stressed, here.store.state.hidden) == (frozenset(), {"b/2"})
    assert view.bar.reason == "taken out for today"
    qtbot.keyClicks(view, "0")
    assert (here.store.state.stressed, here.store.state.hidden) == (frozenset(), frozenset())
    assert (view.isVisible(), here.store.state.shown, view.chosen) == (True, before, 5)


def test_a_press_on_the_words_chooses_and_the_buttons_override(rig: Make, console: Open, qtbot: QtBot) -> None:
    here, view = timed(rig, console, qtbot)
    cell = view.cell_rect(2)
    qtbot.mouseClick(view.viewport(), LEFT, pos=QPoint(cell.x() + 10, cell.bottom() - 10))
    assert (view.chosen, view.isVisible(), here.store.state.at.slide) == (2, True, "a/0")
    qtbot.mouseClick(view.bar.buttons["leave-out"], LEFT)
    assert here.store.state.hidden == {"a/2"}
    qtbot.mouseClick(view.viewport(), LEFT, pos=QPoint(cell.x() + 10, cell.y() + 10))
    assert here.store.state.at.slide == "a/2"


def test_a_hand_finds_the_visits_from_there(rig: Make, console: Open, qtbot: QtBot) -> None:
    here, made = opened(rig, console, qtbot)
    qtbot.mouseClick(made.overlays.overview.bar.visits, LEFT)
    assert (here.store.state.overlay, made.overlays.visits.isVisible()) == ("visits", True)


def test_the_foot_hides_no_slide(rig: Make, console: Open, qtbot: QtBot) -> None:
    _, made = opened(rig, console, qtbot, MANY)
    view = made.overlays.overview
    qtbot.keyClick(view, Key.Key_End)
    assert not view.bar.geometry().intersects(view.viewport().geometry())
    assert view.viewport().rect().contains(view.cell_rect(view.chosen))
    assert view.bar.isVisible()
