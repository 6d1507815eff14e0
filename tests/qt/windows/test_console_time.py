"""What the console says of the time: pace, length and end, what to leave out, and the one key that does it."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from jn_presenter.model.deck import Deck
from jn_presenter.qt.windows.console.elide import elided
from jn_presenter.qt.windows.console.report import Said
from jn_presenter.qt.windows.console.tempo import Offer, Plan, Tempo, at_minute, minutes_of, plan, tempo
from jn_presenter.show.commands import COMMANDS
from jn_presenter.show.pace import MINUTE_MS, ON_TIME_MS, behind_ms, pace
from jn_presenter.show.state import ShowState, initial
from tests.decks import deck, points_slide
from tests.qt.windows.conftest import Open, Rig

Make = Callable[..., Rig]
TWO_PM = 14 * 60 * MINUTE_MS
LONG = deck(
    points_slide("a/one", 0, minutes=Decimal(2), depth="core"),
    points_slide("a/two", 0, minutes=Decimal(3), depth="extra"),
    points_slide("a/three", 0, minutes=Decimal(2), depth="extra"),
    points_slide("a/four", 0, minutes=Decimal(3), depth="core"),
)


def begun(of: Deck = LONG, **more: Any) -> ShowState:
    return initial(of, animate=False, **more)


def stands(state: ShowState, minutes: float, of: Deck = LONG, language: str = "en") -> Tempo:
    now = minutes * MINUTE_MS
    return tempo(state, of, pace(state, of, now), TWO_PM + now, language)


def planned(state: ShowState, minutes: float, of: Deck = LONG, language: str = "en") -> Plan:
    now = minutes * MINUTE_MS
    return plan(state, of, pace(state, of, now), now, TWO_PM + now, language)


# pace


def test_the_time_on_the_slide_is_told_with_its_budget_and_turns_amber_beyond_it() -> None:
    state = begun()
    told = stands(state, 1.5)
    assert (told.spent, told.budget) == (Said("1:30"), "/ 2:00")
    assert stands(state, 2.5).spent == Said("2:30", "amber")
    interpreted = begun(interpreting="consecutive")
    told = stands(interpreted, 2.5)
    assert (told.spent, told.budget) == (Said("2:30"), "/ 3:36")


def test_where_no_length_is_set_nothing_is_said_of_ahead_and_behind_however_long_it_takes() -> None:
    for minutes, end in ((0, "14:10"), (5, "14:13"), (60, "15:08")):
        told = stands(begun(), minutes)
        assert (told.caption, told.standing) == ("Ends about", Said(end))
        assert planned(begun(), minutes).offer is None


def test_ahead_and_behind_are_told_in_seconds() -> None:
    state = begun(minutes=Decimal(12))
    early = stands(state, 1)
    assert (early.caption, early.standing) == ("In hand", Said("2:00"))
    assert stands(state, 3, language="zh").caption == "富余"
    late = stands(state, 4.5)
    assert (late.caption, late.standing) == ("Behind", Said("0:30", "amber"))


@pytest.mark.parametrize(("language", "caption", "said"), [("zh", "进度", "准时"), ("en", "Pace", "On time")])
def test_near_the_plan_the_show_is_on_time_in_both_languages_alike(language: str, caption: str, said: str) -> None:
    state, second = begun(minutes=Decimal(10)), 1 / 60
    for minutes in (0.0, 1.9, 2.0, 2.0 + second, 2.0 + 14 * second):
        told = stands(state, minutes, language=language)
        assert (told.caption, told.standing) == (caption, Said(said))
    assert stands(state, 2.0 + 15 * second, language=language).standing == Said("0:15", "amber")
    assert stands(begun(minutes=Decimal("10.25")), 1, language=language).standing == Said("0:15")


def test_until_a_time_counts_like_a_length() -> None:
    state = begun(until_ms=12 * MINUTE_MS)
    assert stands(state, 1).standing == Said("2:00")


def test_ahead_or_behind_is_not_guessed_while_slides_are_still_to_be_read() -> None:
    kept = {name: slide for name, slide in LONG.slides.items() if name != "a/four"}
    loading = structs.replace(LONG, slides=kept, pending=frozenset({"a/four"}))
    assert stands(begun(loading, minutes=Decimal(5)), 20, loading).standing == Said("")
    assert planned(begun(loading, minutes=Decimal(5)), 20, loading).offer is None


@given(st.floats(0, 30), st.integers(6, 20))
def test_what_is_told_is_the_pace_itself(minutes: float, length: int) -> None:
    state = begun(minutes=Decimal(length))
    told, behind = stands(state, minutes), behind_ms(state, LONG, minutes * MINUTE_MS)
    assert (told.standing.text == "On time") == (abs(behind) < ON_TIME_MS)
    assert (told.caption == "Behind") == (told.standing.tone == "amber") == (behind >= ON_TIME_MS)
    assert (told.caption == "In hand") == (behind <= -ON_TIME_MS)
    if told.caption != "Pace":
        minute, second = told.standing.text.split(":")[-2:]
        assert int(minute) * 60 + int(second) == abs(behind) // 1000


# length and end


@pytest.mark.parametrize(
    ("more", "zh", "en"),
    [
        ({}, "全部内容 · 10 分钟", "Everything · 10 min"),
        ({"minutes": Decimal(12)}, "12 分钟 · 14:12 结束", "12 min · ends 14:12"),
        ({"until_ms": 30 * MINUTE_MS}, "14:30 前结束 · 共 30 分钟", "Until 14:30 · 30 min"),
    ],
)
def test_the_length_of_the_show_and_its_end_are_told(more: dict[str, Any], zh: str, en: str) -> None:
    assert planned(begun(**more), 1, language="zh").first == Said(zh)
    assert planned(begun(**more), 1).first == Said(en)


def test_slides_and_interpreting_are_told() -> None:
    assert planned(begun(), 0).second == Said("4 slides", "quiet")
    interpreted = begun(interpreting="consecutive")
    assert planned(interpreted, 0).second.text == "4 slides · interpreted consecutively ×1.8"


def test_ends_are_told_to_the_nearest_minute_and_past_midnight() -> None:
    assert at_minute(TWO_PM + 29_000) == "14:00"
    assert at_minute(TWO_PM + 31_000) == "14:01"
    assert at_minute(24 * 60 * MINUTE_MS - 1000) == "00:00"
    assert [minutes_of(Decimal(x)) for x in ("20", "19.5", "19.96", "100")] == ["20", "19.5", "20", "100"]


# late


def test_late_it_names_the_slides_to_leave_out_and_the_command_that_does_it() -> None:
    state = begun(minutes=Decimal(10))
    assert planned(state, 2.1).offer is None
    told = planned(state, 3)
    assert told.first == Said("Skip 1 to end on time", "amber")
    assert (told.second.text, told.spared) == ("10 min · ends 14:10", ("Title of a/three",))
    assert told.offer == Offer("skip-extras", "Skip")
    assert planned(state, 6).spared == ("Title of a/two", "Title of a/three")


def test_where_that_is_not_enough_it_says_how_late_it_is_all_the_same() -> None:
    state = begun(minutes=Decimal(10))
    assert planned(state, 9, language="zh").first.text == "略过 2 页，仍晚 2:00"


def test_what_could_be_left_out_is_said_once_in_a_pane_or_where_none_has_room_in_the_plan(
    rig: Callable[..., Rig], console: Open
) -> None:
    here = rig(LONG, animate=False, minutes=Decimal(10))
    made = console(here, "zh", (1366, 768))
    here.time.ms += 6 * MINUTE_MS
    made.catch_up()
    titles = ["标题 a/two", "标题 a/three"]
    assert [title in made.beside.text for title in titles] == [True, True]
    assert made.clocks.plan.second.text.startswith("10 分钟")
    for name in ("pane-next", "pane-about"):
        here.store.dispatch(name)
    made.catch_up()
    assert made.clocks.plan.second.text == "；".join(titles)  # titles have commas of their own


def test_what_was_left_out_can_be_had_back() -> None:
    state = COMMANDS["skip-extras"](begun(minutes=Decimal(10)), LONG, 3 * MINUTE_MS)
    told = planned(state, 3)
    assert told.first.tone == "ink"
    assert told.second.text == "Skipped 1: Title of a/three"
    assert told.offer == Offer("unskip", "Undo")
    assert planned(COMMANDS["unskip"](state, LONG, 0.0), 3).offer == Offer("skip-extras", "Skip")


def test_with_nothing_left_to_leave_out_it_offers_nothing() -> None:
    core = deck(points_slide("a/one", 0, depth="core"), points_slide("a/two", 0, depth="core"))
    told = planned(begun(core, minutes=Decimal(2)), 5, core)
    assert (told.offer, told.second.text) == (None, "2 slides · nothing left to skip")


def test_words_are_cut_with_an_ellipsis_where_they_do_not_fit() -> None:
    assert elided("abcdef", lambda words: len(words) <= 6) == "abcdef"
    assert elided("abcdefg", lambda words: len(words) <= 6) == "abcde…"
    assert elided("ab cdefg", lambda words: len(words) <= 4) == "ab…"
    assert elided("abc", lambda words: False) == "…"


# on the console


@pytest.fixture
def late(rig: Make, console: Open) -> tuple[Rig, Any]:
    here = rig(LONG, animate=False, minutes=Decimal(10))
    made = console(here)
    here.time.ms += 3 * MINUTE_MS
    made.clocks._on_second()
    return here, made


def test_every_second_brings_pace_and_advice_up_to_date(late: tuple[Rig, Any]) -> None:
    _, made = late
    clocks = made.clocks
    assert (clocks.spent.value.text, clocks.spent.of) == ("3:00", "/ 2:00")
    assert (clocks.pace.caption, clocks.pace.value.text) == ("Behind", "1:00")
    assert made.beside.text.splitlines()[2:] == ["Could be left out", "Title of a/three"]
    assert "Could be left out" not in made.about.text
    assert clocks.plan.button.isVisible()


def test_in_a_window_made_larger_the_button_has_room_for_its_larger_words(late: tuple[Rig, Any]) -> None:
    _, made = late
    made.resize(3840, 2160)
    button = made.clocks.plan.button
    assert button.width() >= button.wish()


def test_where_there_are_no_words_beside_the_next_step_the_slides_to_leave_out_stand_with_the_present_one(
    late: tuple[Rig, Any],
) -> None:
    here, made = late
    here.store.dispatch("pane-next")
    made.catch_up()
    assert made.about.text.splitlines()[2:] == ["Could be left out", "Title of a/three"]


def test_a_press_accepts_and_another_takes_it_back(late: tuple[Rig, Any], qtbot: QtBot) -> None:
    here, made = late
    button = made.clocks.plan.button
    assert (button.text(), button.key) == ("Skip", "K")
    assert button.width() >= 40
    assert button.height() >= 40
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    made.catch_up()
    assert here.store.state.skipped == {"a/three"}
    assert "Could be left out" not in made.beside.text
    assert (button.text(), button.key) == ("Undo", "Shift+K")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not here.store.state.skipped


def test_a_second_in_which_nothing_reads_differently_paints_only_the_clocks(late: tuple[Rig, Any]) -> None:
    here, made = late
    painted: list[str] = []
    for name in ("wall", "elapsed", "remaining", "pace", "spent", "slide", "step", "plan"):
        getattr(made.clocks, name).update = lambda *_args, name=name: painted.append(name)
    here.time.ms += 1000
    made.clocks._on_second()
    assert painted == ["elapsed", "remaining", "pace", "spent"] or painted == ["elapsed", "remaining", "spent", "pace"]
