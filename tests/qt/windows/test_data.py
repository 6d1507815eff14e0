"""New data on the audience's screen: where its motion begins, what of the screen it repaints, and where it ends."""

from collections.abc import Callable

import pytest
from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QRegion
from pytestqt.qtbot import QtBot

from jn_presenter.compose import fit_slide
from jn_presenter.model.deck import Deck, Free, Target
from jn_presenter.model.element import Element, Env, Fitted, Phase
from jn_presenter.model.feed import Feed, Snapshots
from jn_presenter.model.geometry import Rect, canvas_for
from jn_presenter.model.marks import AnyMark, Box, ShapeMark
from jn_presenter.qt.scene.pictures import Grounds, whole
from jn_presenter.qt.scene.reel import MOST_CAME
from jn_presenter.qt.scene.shots import device_rect
from tests.decks import deck, element, feed, points_slide, rows, table_slide
from tests.qt.windows.conftest import Rig

Make = Callable[..., Rig]
DATA, OTHER = feed("one"), feed("two")
OLD, NEW, NEWER = ({DATA: rows(a=a, b=5, c=8)} for a in (3, 6, 1))
DURATION = 400.0


class Ticking(Feed, frozen=True, kw_only=True):
    """A feed that is read every so many seconds."""

    every: float

    def period_s(self) -> float:
        return self.every


def show(rig: Make, *, animate: bool = True, data: Snapshots = OLD, here: Deck | None = None) -> Rig:
    """A slide of bars at rest, with data."""
    found = here or deck(table_slide("a/bars", DATA), points_slide("a/points"))
    made = rig(found, animate=animate)
    made.store.take_snapshots(data)
    made.tick(5000)
    return made


def screen(rig: Rig) -> QImage:
    return rig.audience.stage.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def expected(rig: Rig, data: Snapshots, slide: str = "a/bars", step: int = 0) -> QImage:
    """The slide rendered on its own, with no cache and no motion."""
    state, here, size = rig.store.state, rig.store.deck, rig.audience.stage.size()
    canvas = canvas_for(size.width(), size.height())
    style = here.styles[state.style]
    fitted = fit_slide(here, here.slides[slide], canvas, state.languages, style, rig.fits.measure, data)
    return whole(fitted, step, size, Grounds()).toImage().convertToFormat(QImage.Format.Format_RGB32)


def test_new_data_begins_with_what_was_seen_and_ends_exactly_on_the_still_picture(rig: Make) -> None:
    made = show(rig)
    made.store.take_snapshots(NEW)
    assert screen(made) == expected(made, OLD)
    made.tick(DURATION / 2)
    assert screen(made) not in (expected(made, OLD), expected(made, NEW))
    made.tick(DURATION / 2)
    assert screen(made) == expected(made, NEW)
    assert not made.audience.projector.reel.changes


def test_data_that_comes_in_the_middle_of_a_change_sets_out_from_that_moment(rig: Make) -> None:
    made = show(rig)
    made.store.take_snapshots(NEW)
    made.tick(DURATION / 3)
    middle = screen(made)
    made.store.take_snapshots(NEWER)
    made.tick(0)
    assert screen(made) == middle
    made.tick(DURATION / 2)
    assert screen(made) != middle
    made.tick(DURATION / 2)
    assert screen(made) == expected(made, NEWER)


def test_data_that_comes_while_a_chart_plays_sets_out_from_that_moment(rig: Make) -> None:
    made = rig(deck(table_slide("a/bars", DATA)))
    made.store.take_snapshots(OLD)
    made.tick(150)
    middle = screen(made)
    made.store.take_snapshots(NEW)
    made.tick(0)
    assert screen(made) == middle
    made.tick(2 * DURATION)
    assert screen(made) == expected(made, NEW)


@pytest.mark.parametrize("command", ["language", "style"])
@pytest.mark.parametrize("came", [(NEW,), (NEW, NEWER)])
def test_in_another_language_or_style_data_on_its_way_is_where_it_would_be_had_it_always_been_so(
    rig: Make, command: str, came: tuple[Snapshots, ...]
) -> None:
    always, changed = show(rig), show(rig)
    always.store.dispatch(command)
    always.tick(5000)
    for data in came:
        for made in (always, changed):
            made.store.take_snapshots(data)
            made.tick(DURATION / 3)
    assert screen(changed) != screen(always)
    changed.store.dispatch(command)
    for _ in range(3):
        assert screen(changed) == screen(always)
        assert screen(changed) != expected(changed, came[-1])
        for made in (always, changed):
            made.tick(DURATION / 6)
    for made in (always, changed):
        made.tick(DURATION)
        assert screen(made) == expected(made, came[-1])
        assert not made.audience.projector.reel.changes


def test_data_that_comes_in_the_same_moment_as_another_language_sets_out_in_that_language(rig: Make) -> None:
    made = show(rig)
    made.store.dispatch("freeze")
    made.store.take_snapshots(NEW)
    made.store.dispatch("language")
    made.store.dispatch("freeze")
    assert screen(made) == expected(made, OLD)
    made.tick(DURATION)
    assert screen(made) == expected(made, NEW)


def test_a_key_ends_the_change_and_then_acts(rig: Make) -> None:
    made = show(rig, here=deck(table_slide("a/bars", DATA), points_slide("a/points"), transition="fade"))
    made.store.take_snapshots(NEW)
    made.tick(100)
    made.store.dispatch("next")
    made.tick(0)
    assert made.audience.projector._crossing is not None
    old = made.audience.projector._crossing.old.toImage().convertToFormat(QImage.Format.Format_RGB32)
    assert old == expected(made, NEW)


def test_a_key_that_leads_nowhere_ends_the_change_too(rig: Make) -> None:
    made = show(rig, here=deck(table_slide("a/bars", DATA)))
    made.store.take_snapshots(NEW)
    made.tick(100)
    made.store.dispatch("next")
    assert screen(made) == expected(made, NEW)


def test_without_animation_new_data_stands_at_once(rig: Make) -> None:
    made = show(rig, animate=False)
    made.store.take_snapshots(NEW)
    assert screen(made) == expected(made, NEW)


@pytest.mark.parametrize(("every", "moves"), [(0.9, False), (1.0, True)])
def test_streams_are_followed_at_once_and_slower_feeds_by_motion(rig: Make, every: float, moves: bool) -> None:
    feed = Ticking(every=every)
    made = show(rig, here=deck(table_slide("a/bars", feed)), data={feed: OLD[DATA]})
    made.store.take_snapshots({feed: NEW[DATA]})
    assert (screen(made) == expected(made, {feed: NEW[DATA]})) is not moves
    made.tick(DURATION)
    assert screen(made) == expected(made, {feed: NEW[DATA]})


def test_the_base_is_kept_and_nothing_beside_the_chart_is_repainted(
    rig: Make, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = deck(table_slide("a/both", DATA, OTHER))
    made = show(rig, here=here, data={**OLD, OTHER: rows(x=1, y=2)})
    qtbot.waitUntil(lambda: not made.audience.projector._idle.isActive())
    current = made.audience.projector.reel.current
    assert current is not None
    left = next(item for item in current.moving if item.path == "left")
    repainted: list[QRegion] = []
    monkeypatch.setattr(made.audience.stage, "update", repainted.append)
    made.store.take_snapshots(NEW)
    for _ in range(4):
        made.tick(100)
    assert len(repainted) == 4
    assert all((region - QRegion(device_rect(left.rect, current.scale))).isEmpty() for region in repainted)
    now = made.audience.projector.reel.current
    assert now is not None
    assert now.base is current.base


def test_data_of_another_slide_repaints_nothing(rig: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    made = show(rig)
    painted: list[tuple[QRegion, ...]] = []
    monkeypatch.setattr(made.audience.stage, "update", lambda *region: painted.append(region))
    made.store.take_snapshots({OTHER: rows(x=1)})
    made.tick(50)
    assert painted == []


def test_a_frozen_picture_stands_and_the_data_arrives_when_it_is_not_frozen_any_more(rig: Make) -> None:
    made = show(rig)
    made.store.dispatch("freeze")
    made.store.take_snapshots(NEW)
    made.store.take_snapshots(NEWER)
    made.tick(1000)
    assert screen(made) == expected(made, OLD)
    made.store.dispatch("freeze")
    assert screen(made) == expected(made, OLD)
    made.tick(DURATION / 2)
    assert screen(made) not in (expected(made, OLD), expected(made, NEWER))
    made.tick(DURATION)
    assert screen(made) == expected(made, NEWER)


def test_freezing_lets_a_change_come_to_its_end(rig: Make) -> None:
    made = show(rig)
    made.store.take_snapshots(NEW)
    made.tick(100)
    made.store.dispatch("freeze")
    assert screen(made) != expected(made, NEW)
    made.tick(DURATION)
    assert screen(made) == expected(made, NEW)


def test_data_waits_for_a_transition_to_end(rig: Make) -> None:
    slides = points_slide("a/points", 1, steps=()), table_slide("a/bars", DATA)
    made = show(rig, here=deck(*slides, transition="fade"))
    made.store.dispatch("next")
    made.tick(200)
    made.store.take_snapshots(NEW)
    made.tick(100)
    crossing = made.audience.stage._crossing
    assert crossing is not None
    assert crossing.picture.fitted.plan.env.snapshots == OLD
    made.tick(101)
    assert made.audience.projector.reel.changes
    made.tick(2 * DURATION)
    assert screen(made) == expected(made, NEW)


def test_the_pictures_under_the_keys_are_made_anew_with_their_pixmap_kept(rig: Make, qtbot: QtBot) -> None:
    made = show(rig, here=deck(points_slide("a/points", 1, steps=()), table_slide("a/bars", DATA)), animate=False)
    made.idle(qtbot)
    (before,) = made.audience.projector.reel.ahead
    made.store.take_snapshots(NEW)
    made.idle(qtbot)
    (after,) = made.audience.projector.reel.ahead
    assert after is not before
    assert after.base is before.base
    made.store.dispatch("next")
    assert screen(made) == expected(made, NEW)


def test_on_a_blank_screen_data_comes_unseen(rig: Make) -> None:
    made = show(rig)
    made.store.dispatch("blank-black")
    made.store.take_snapshots(NEW)
    made.tick(10)
    assert screen(made).pixelColor(480, 270).lightness() == 0
    made.store.dispatch("show")
    assert screen(made) == expected(made, NEW)


def test_a_step_taken_back_shows_live_data_in_full(rig: Make) -> None:
    steps = ((Target("chart"),),)
    for animate in (True, False):
        made = show(rig, here=deck(table_slide("a/bars", DATA, steps=steps)), animate=animate)
        for name, step in (("next", 1), ("previous", 0), ("next", 1)):
            made.store.dispatch(name)
            made.tick(2 * DURATION)
            assert screen(made) == expected(made, OLD, step=step)
        made.store.dispatch("previous")
        made.tick(2 * DURATION)
        made.store.take_snapshots(NEW)
        made.tick(2 * DURATION)
        assert screen(made) == expected(made, NEW)
        made.store.dispatch("next")
        made.tick(2 * DURATION)
        assert screen(made) == expected(made, NEW, step=1)


def test_one_figure_stands_out_and_then_all_are_alike_again_to_the_last_bit(rig: Make, qtbot: QtBot) -> None:
    made = show(rig, animate=False)
    plain, words = expected(made, OLD), screen(made)
    qtbot.keyClick(made.audience, Qt.Key.Key_H)
    assert made.store.state.focus == "a"
    dim = screen(made)
    assert dim != plain
    for key in ("b", "c", ""):
        qtbot.keyClick(made.audience, Qt.Key.Key_H)
        assert made.store.state.focus == key
    assert screen(made) == plain == words
    qtbot.keyClick(made.audience, Qt.Key.Key_H, Qt.KeyboardModifier.ShiftModifier)
    assert made.store.state.focus == "c"
    qtbot.keyClick(made.audience, Qt.Key.Key_U)
    assert screen(made) == plain


def test_what_stands_out_keeps_doing_so_while_its_data_changes(rig: Make) -> None:
    made = show(rig)
    made.store.dispatch("focus", key="a")
    before = screen(made)
    made.store.take_snapshots(NEW)
    assert screen(made) == before
    made.tick(DURATION)
    assert screen(made) not in (before, expected(made, NEW))
    made.store.dispatch("unfocus")
    assert screen(made) == expected(made, NEW)


class Timeline(Element, frozen=True, kw_only=True):
    """A box that grows with time."""

    def fit(self, rect: Rect, env: Env) -> "FittedTimeline":
        return FittedTimeline(rect=rect)


class FittedTimeline(Fitted, frozen=True, kw_only=True):
    def marks(self, phase: Phase) -> tuple[AnyMark, ...]:
        share = 1.0 if phase.scrub is None else phase.scrub
        box = Box(self.rect.x, self.rect.y, self.rect.w * share, self.rect.h)
        return (ShapeMark(key="box", shape=box, fill="#ff0000"),)


def test_keys_scrub_the_first_element_that_has_a_time_and_back_to_the_last_bit(rig: Make, qtbot: QtBot) -> None:
    slide = structs.replace(table_slide("a/time", DATA), slots=(("chart", (Timeline(),)),))
    made = show(rig, here=deck(slide, points_slide("a/points")), animate=False)
    plain = screen(made)
    seen = []
    for _ in range(3):
        qtbot.keyClick(made.audience, Qt.Key.Key_BracketLeft)
        seen.append(screen(made))
    assert made.store.state.scrub == {"a/time/chart": 0.85}
    qtbot.keyClick(made.audience, Qt.Key.Key_BracketRight)
    assert screen(made) == seen[1]
    made.store.dispatch("scrub", element="a/time/chart", value=1.0)
    assert screen(made) == plain
    made.store.dispatch("scrub", element="a/time/chart", value=0.5)
    made.store.dispatch("next")
    made.store.dispatch("previous")
    assert screen(made) == plain


def test_a_step_taken_back_without_animation_shows_nothing_of_it_beside_live_data(rig: Make) -> None:
    box = Free(element=element("box", fill="#ff0000"), at=(0.0, 0.0, 0.1, 0.1), step=1)
    made = show(rig, here=deck(table_slide("a/bars", DATA, free=(box,), steps=((Target("free"),),))), animate=False)
    for name, step in (("next", 1), ("previous", 0)):
        made.store.dispatch(name)
        assert screen(made) == expected(made, OLD, step=step)


def test_data_that_never_rests_keeps_no_more_of_what_came_than_it_needs(rig: Make) -> None:
    made = show(rig)
    for k in range(3 * MOST_CAME):
        made.store.take_snapshots({DATA: rows(a=k + 1, b=5, c=8)})
        made.tick(DURATION / 4)
    assert made.audience.projector.reel.changes
    assert len(made.audience.projector.reel._came) == MOST_CAME
