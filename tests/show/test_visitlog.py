"""The log of a visit: its seconds are all the time there was, its words are words, and spreadsheets can read it."""

import csv
import io
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from jn_presenter.model.text import plain
from jn_presenter.show.commands import COMMANDS
from jn_presenter.show.journal import encode, entry, last, restored
from jn_presenter.show.pace import MINUTE_MS
from jn_presenter.show.state import Noted, initial
from jn_presenter.show.visitlog import COLUMNS, as_csv, rows

WALL = 1.7e12


def run(state, deck, *names, now=0.0, **args):
    for name in names:
        state = COMMANDS[name](state, deck, now, **args)
    return state


def walked(deck, draw):
    """A show that goes to and fro, and what its clock says by then."""
    now = 1000.0
    state = initial(deck, now)
    for name in draw(st.lists(st.sampled_from(["next", "previous", "last", "freeze", "restart-clock"]), max_size=12)):
        now += draw(st.integers(1, 90_000))
        state = run(state, deck, name, now=now)
    return state, now + draw(st.integers(0, 90_000))


def lasted_ms(state, now):
    """How long the visit is by now, whenever its clock was restarted."""
    return now - (state.earlier or state).started_ms


@given(data=st.data())
def test_the_seconds_of_all_slides_are_the_time_of_the_show(any_deck, data):
    deck = any_deck(data.draw)
    state, now = walked(deck, data.draw)
    log = rows(state, deck, now, WALL)
    assert sum(row.seconds for row in log) == round(lasted_ms(state, now) / 1000)
    assert all(row.seconds >= 0 for row in log)


@given(data=st.data())
def test_slides_stand_in_the_order_in_which_they_were_first_seen(any_deck, data):
    deck = any_deck(data.draw)
    state, now = walked(deck, data.draw)
    log = rows(state, deck, now, WALL)
    assert [row.order for row in log] == list(range(1, len(log) + 1))
    assert {row.slide for row in log} >= {*state.spent, state.shown.slide}
    times = [row.first_ms for row in log]
    assert times == sorted(times)
    assert times[0] == pytest.approx(WALL - lasted_ms(state, now))
    assert times[-1] <= WALL


@given(data=st.data())
def test_after_a_power_cut_the_log_goes_on_as_if_there_had_been_none(any_deck, data):
    deck = any_deck(data.draw)
    state, now = walked(deck, data.draw)
    kept = last(encode(entry(state, deck, now, WALL))).entry
    again, before = rows(restored(kept, deck, 77.0, WALL), deck, 77.0, WALL), rows(state, deck, now, WALL)
    assert [untimed(row) for row in again] == [untimed(row) for row in before]
    assert [row.first_ms for row in again] == pytest.approx([row.first_ms for row in before], abs=1.0)


def untimed(row):
    return structs.replace(row, first_ms=0.0)


def test_a_slide_seen_later_stands_later_wherever_it_is_in_the_deck(three):
    state = run(run(initial(three), three, "last", now=5.0), three, "previous", now=9.0)
    assert [row.slide for row in rows(state, three, 20.0, WALL)] == ["a/one", "b/three", "b/two"]


def test_a_slide_seen_twice_has_one_row_with_both_times(three):
    state = run(initial(three), three, "last", now=10_000.0)
    state = run(state, three, "first", now=15_000.0)
    log = rows(state, three, 17_000.0, WALL)
    assert [(row.slide, row.seconds, WALL - row.first_ms) for row in log] == [
        ("a/one", 12, 17_000.0),
        ("b/three", 5, 7_000.0),
    ]


def test_a_clock_restarted_in_mid_show_takes_no_slide_from_the_log(three):
    state = run(run(initial(three), three, "last", now=10_000.0), three, "restart-clock", now=15_000.0)
    state = run(run(state, three, "first", now=18_000.0), three, "restart-clock", now=20_000.0)
    log = rows(state, three, 26_000.0, WALL)
    assert [(row.slide, row.seconds, WALL - row.first_ms) for row in log] == [
        ("a/one", 18, 26_000.0),
        ("b/three", 8, 16_000.0),
    ]


def test_the_slide_that_waited_for_the_guests_is_no_part_of_the_visit(three):
    state = run(initial(three), three, "restart-clock", now=900_000.0)
    log = rows(state, three, 905_000.0, WALL)
    assert [(row.slide, row.seconds, WALL - row.first_ms) for row in log] == [("a/one", 5, 5_000.0)]


def test_a_rehearsal_leaves_no_trace_in_the_log(three):
    state = run(initial(three), three, "last", now=10_000.0)
    state = run(state, three, "rehearse", now=15_000.0, overlays=("rehearsal",))
    state = run(state, three, "confirm-rehearse", now=16_000.0)
    state = run(run(state, three, "first", now=30_000.0), three, "restart-clock", now=31_000.0)
    state = run(state, three, "jump", now=32_000.0, slide="b/two")
    state = run(state, three, "rehearse", now=40_000.0, overlays=("rehearsal",))
    assert [(row.slide, row.seconds) for row in rows(state, three, 43_000.0, WALL)] == [
        ("a/one", 10),
        ("b/three", 6),
        ("b/two", 3),
    ]


def test_the_budget_is_the_one_that_the_pace_is_measured_by(slide, deck):
    found = deck(slide("a/one", minutes="1.5"))
    assert rows(initial(found), found, 0.0, WALL)[0].budget_s == 90
    interpreted = initial(found, interpreting="consecutive")
    assert rows(interpreted, found, 0.0, WALL)[0].budget_s == 162


def test_a_question_stands_at_the_slide_where_it_was_asked(three):
    noted = (
        Noted(words="何时？", slide="b/three", ms=1.0),
        Noted(words="Why?", slide="b/three", ms=2.0, open=False),
    )
    state = structs.replace(run(initial(three), three, "last", now=MINUTE_MS), noted=noted)
    asked = ("何时？（会后答复 to answer）", "Why?")
    assert [row.questions for row in rows(state, three, MINUTE_MS, WALL)] == [(), asked]


def read(content):
    assert content.startswith(b"\xef\xbb\xbf"), "the mark without which Excel garbles Chinese"
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def titled(three, words):
    slides = {name: structs.replace(slide, title=plain(words)) for name, slide in three.slides.items()}
    return structs.replace(three, slides=slides)


def test_the_table_has_the_day_s_times_and_all_columns(three):
    deck = titled(three, "江宁, “高新”")
    log = rows(initial(deck), deck, 65_400.0, 65_400.0, "zh")
    assert read(as_csv(log, time.gmtime)) == [
        list(COLUMNS),
        ["1", "a", "a/one", "江宁, “高新”", "65", "60", "00:00:00", ""],
    ]


@pytest.mark.parametrize("words", ["=1+1", "+20 % in a year", "-3", "@home", "＝1+1", "＋3", "－3", "＠家"])
def test_words_are_no_formulas(three, words):
    deck = titled(three, words)
    assert read(as_csv(rows(initial(deck), deck, 0.0, WALL)))[1][3] == "'" + words
