"""The journal: cut or broken anywhere it gives the last whole entry or says that there is none."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from jn_presenter.model.ink import Ink, Point, Stroke
from jn_presenter.show.commands import COMMANDS
from jn_presenter.show.ink import seen
from jn_presenter.show.journal import Entry, Last, encode, entry, last, restored
from jn_presenter.show.pace import MINUTE_MS, elapsed_ms, pace
from jn_presenter.show.select import selection
from jn_presenter.show.state import Place, Seating, ShowState, initial
from jn_presenter.show.visitlog import rows

WALL = 1.7e12
WALK = [
    "next",
    "previous",
    "last",
    "back",
    "freeze",
    "blank-black",
    "move-later",
    "hide",
    "skip-extras",
    "language",
    "interpreter",
    "rehearse",
    "confirm-rehearse",
    "restart-clock",
]


def run(state, deck, *names, now=0.0, **args):
    for name in names:
        state = COMMANDS[name](state, deck, now, **args)
    return state


def walked(deck, draw, now):
    state = initial(deck, minutes=draw(st.sampled_from([None, Decimal("7.5")])))
    for name in draw(st.lists(st.sampled_from([*WALK, "jump", "note-question", "until"]), max_size=12)):
        args = {
            "jump": {"slide": draw(st.sampled_from(deck.order))},
            "note-question": {"words": draw(st.sampled_from(["Why?", "何时？"]))},
            "rehearse": {"overlays": ("rehearsal",)},
            "until": {"until_ms": 5e5},
        }.get(name, {})
        now += draw(st.integers(0, 90_000))
        state = run(state, deck, name, now=now, **args)
    return state, now


@pytest.fixture(scope="module")
def entries(three):
    state = initial(three)
    found = []
    for k, name in enumerate(["next", "language", "last", "hide"]):
        state = run(state, three, name, now=k * 1000.0)
        found.append(entry(state, three, k * 1000.0, WALL + k * 1000.0))
    return found


def test_an_entry_is_one_line_that_reads_as_it_was_written(entries):
    for kept in entries:
        line = encode(kept)
        assert line.count(b"\n") == 1
        assert last(line) == Last(kept, torn=False)


def test_a_journal_cut_at_any_byte_gives_the_last_whole_entry_and_says_what_is_broken(entries):
    lines = [encode(kept) for kept in entries]
    journal = b"".join(lines)
    for cut in range(len(journal) + 1):
        whole = [k for k in range(len(lines)) if len(b"".join(lines[: k + 1])) - 1 <= cut]
        ends = {len(b"".join(lines[:k])) - edge for k in range(len(lines) + 1) for edge in (0, 1)}
        expected = entries[whole[-1]] if whole else None
        assert last(journal[:cut]) == Last(expected, torn=cut not in ends)


@given(data=st.data())
def test_no_broken_byte_makes_an_entry_that_was_not_written(entries, data):
    journal = bytearray(b"".join(encode(kept) for kept in entries))
    for _ in range(data.draw(st.integers(1, 4))):
        journal[data.draw(st.integers(0, len(journal) - 1))] = data.draw(st.integers(0, 255))
    assert last(bytes(journal)).entry in [None, *entries]


@pytest.mark.parametrize("journal", [b"\x00" * 64, b"{}\n", b'{"crc":1,"entry":{}}\n', b"\xff\n\n", b"null"])
def test_what_is_no_journal_is_said_to_be_broken(journal):
    assert last(journal) == Last(None, torn=True)


def test_an_empty_journal_is_not_broken():
    assert last(b"") == last(b"\n\n") == Last(None, torn=False)


@given(data=st.data())
def test_a_show_goes_on_as_it_was_whatever_the_programs_clock_says_now(any_deck, data):
    deck = any_deck(data.draw)
    state, now = walked(deck, data.draw, 1000.0)
    kept = last(encode(entry(state, deck, now, WALL))).entry
    again = restored(kept, deck, 77.0, WALL)
    clock = (
        "started_ms",
        "until_ms",
        "entered_ms",
        "spent",
        "first_seen",
        "earlier",
        "put_by",
        "motion",
        "focus",
        "scrub",
    )
    gone = ("overlay", "rehearsed", "asking", "motion", "focus", "scrub")
    same = {name: getattr(state, name) for name in state.__struct_fields__ if name not in (*clock, *gone)}
    assert {name: getattr(again, name) for name in same} == same
    assert pace(again, deck, 77.0) == pace(state, deck, now)
    assert entry(again, deck, 77.0, WALL) == kept


def test_the_show_that_a_rehearsal_interrupted_outlives_a_power_cut_in_it(three):
    rehearse = {"overlays": ("rehearsal",)}
    state = run(run(initial(three), three, "last", now=10_000.0), three, "restart-clock", now=15_000.0)
    state = run(run(state, three, "rehearse", now=16_000.0, **rehearse), three, "confirm-rehearse", now=17_000.0)
    kept = last(encode(entry(state, three, 20_000.0, WALL))).entry
    again = restored(kept, three, 500.0, WALL)
    ended = [run(one, three, "rehearse", now=now, **rehearse) for one, now in ((state, 21_000.0), (again, 1500.0))]
    assert [elapsed_ms(ended[0], 22_000.0), elapsed_ms(ended[1], 2500.0)] == [7000.0, 7000.0]
    logs = [rows(one, three, now, WALL) for one, now in zip(ended, (22_000.0, 2500.0), strict=True)]
    assert logs[0] == logs[1]
    assert [row.slide for row in logs[0]] == ["a/one", "b/three"]


@given(data=st.data())
def test_in_a_changed_deck_the_place_is_the_one_that_a_reload_gives(any_deck, edited, data):
    deck = any_deck(data.draw)
    state, now = walked(deck, data.draw, 0.0)
    new = edited(deck, data.draw)
    kept = entry(state, deck, now, WALL)
    if not selection(new).known:
        with pytest.raises(ValueError, match="no slide can be shown"):
            restored(kept, new, now, WALL)
        return
    again = restored(kept, new, now, WALL)
    reloaded = COMMANDS["reload"](state, new, now, old=deck)
    assert (again.shown, again.back) == (reloaded.shown, reloaded.back)
    assert again.at == (reloaded.at if state.at.slide in selection(new).known else again.shown)
    assert (again.frozen, again.blank) == (state.frozen, state.blank)


def test_the_time_has_run_on_while_the_program_was_down(three):
    state = initial(three, 1000.0, until_ms=1000.0 + 10 * MINUTE_MS)
    kept = entry(state, three, 1000.0 + 2 * MINUTE_MS, WALL)
    again = restored(kept, three, 0.0, WALL + MINUTE_MS)
    assert (elapsed_ms(again, 0.0), again.until_ms) == (3 * MINUTE_MS, 7 * MINUTE_MS)
    assert pace(again, three, 0.0).spent_ms == 2 * MINUTE_MS


def test_a_clock_that_lost_its_battery_is_not_believed(three):
    kept = entry(initial(three), three, MINUTE_MS, WALL)
    assert elapsed_ms(restored(kept, three, 0.0, 0.0), 0.0) == MINUTE_MS


def test_nothing_is_uncovered_that_the_audience_did_not_see(three):
    state = run(initial(three), three, "freeze", "last", "blank-black")
    again = restored(entry(state, three, 0.0, WALL), three, 0.0, WALL)
    assert (again.frozen, again.blank, again.shown, again.at) == (True, "black", Place("a/one"), Place("b/three"))


def test_a_deck_of_two_thousand_slides_makes_a_short_entry(slide, deck):
    found = deck(*(slide(f"a/s{k}") for k in range(2000)))
    assert len(encode(entry(initial(found, start="a/s1000"), found, 0.0, WALL))) < 1000
    state = restored(
        entry(initial(found, start="a/s1000"), found, 0.0, WALL),
        structs.replace(found, slides={name: s for name, s in found.slides.items() if name != "a/s1000"}),
        0.0,
        WALL,
    )
    assert state.shown == Place("a/s1001")


@pytest.mark.parametrize("folder", ["logs", "/logs\0", "../logs", "/a\nb"])
def test_a_folder_that_is_no_absolute_path_is_not_believed(three, folder):
    kept = structs.replace(entry(initial(three), three, 0.0, WALL), log_folder=folder)
    assert last(encode(kept)) == Last(None, torn=True)


def test_a_folder_whose_name_is_no_text_is_not_kept(three):
    state = initial(three, log_folder="/logs\udcff")
    assert encode(entry(state, three, 0.0, WALL))
    assert entry(state, three, 0.0, WALL).log_folder == ""


def test_ink_outlives_a_power_cut(three):
    stroke = Stroke("pen", "coral", 6.0, (Point(0.1, 0.2, 0.25), Point(0.12345, 0.2)))
    state = run(initial(three), three, "draw", slide="b/two", stroke=stroke)
    kept = last(encode(entry(state, three, 0.0, WALL))).entry
    assert restored(kept, three, 0.0, WALL).ink == {"b/two": Ink((stroke,))}


def test_ink_that_a_frozen_audience_has_not_seen_is_not_uncovered_by_a_power_cut(three):
    before = Stroke("pen", "coral", 6.0, (Point(0.1, 0.2), Point(0.3, 0.2)))
    later = structs.replace(before, colour="jade")
    state = run(initial(three), three, "draw", slide="a/one", stroke=before)
    state = run(run(state, three, "freeze"), three, "draw", slide="a/one", stroke=later)
    kept = last(encode(entry(state, three, 0.0, WALL))).entry
    again = restored(kept, three, 0.0, WALL)
    assert (seen(again), seen(run(again, three, "freeze"))) == ((before,), (before, later))
    assert entry(run(state, three, "freeze"), three, 0.0, WALL).seen_ink == {}


CLOCK = {"started_ms", "until_ms", "entered_ms"}
"""Kept as times since the start or until the end."""
MOMENTARY = {
    "motion",
    "scrub",
    "focus",
    "tool",
    "ink_colour",
    "saving",
    "asked",
    "asking",
    "overlay",
    "rehearsed",
    "leaving",
}
DESK = {"console", "seating", "panes", "animate", "offered", "torn", "kiosk"}
"""Of the program that runs now."""


def test_every_part_of_a_state_outlives_a_power_cut_or_is_known_not_to(three):
    assert set(ShowState.__struct_fields__) - set(Entry.__struct_fields__) == CLOCK | MOMENTARY | DESK


def test_what_is_of_the_desk_stays_as_it_is_now_when_the_last_show_goes_on(three):
    here = structs.replace(initial(three, animate=False), console=True, seating=Seating(windowed=True))
    here = structs.replace(here, panes=structs.replace(here.panes, notes=150))
    kept = restored(entry(initial(three), three, 0.0, WALL), three, 0.0, WALL, animate=False)
    going = run(run(here, three, "offer", kept=kept), three, "resume")
    gone = {"offered": None, "torn": False}
    assert {name: getattr(going, name) for name in DESK} == {name: getattr(here, name) for name in DESK} | gone


@pytest.mark.parametrize("line", [b'{"x":%s', b'{"crc":1,"entry":%s}', b"%s"])
def test_what_is_nested_without_end_is_torn_and_what_stands_before_it_counts(entries, line):
    deep = b"[" * 100_000
    assert last(encode(entries[0]) + line % deep + b"\n") == Last(entries[0], torn=True)


@pytest.mark.parametrize(
    "changes",
    [
        {"minutes": Decimal("NaN")},
        {"minutes": Decimal("Infinity")},
        {"minutes": Decimal("sNaN")},
        {"wall_ms": 1e300},
        {"elapsed_ms": 1e300},
        {"left_ms": -1e300},
        {"spent": {"a/one": 1e300}},
        {"first_seen": {"a/one": -1e300}},
        {"shown": Place("a/one", -1)},
        {"at": Place("a/one", 10**30)},
        {"visit": "../../2026"},
        {"ink": {"a/one": (Stroke("pen", "ink", 6.0, (Point(1e300, 0.0),)),)}},
        {"seen_ink": {"a/one": (Stroke("pen", "ink", 1e300, (Point(0.0, 0.0),)),)}},
    ],
)
def test_an_entry_that_no_show_can_have_written_counts_as_torn(entries, changes):
    assert last(encode(entries[0]) + encode(structs.replace(entries[1], **changes))) == Last(entries[0], torn=True)


def test_a_deck_whose_folder_is_no_text_is_kept_too(three):
    there = structs.replace(three, folder="/decks/\udcbd\udcad")
    kept = last(encode(entry(initial(there), there, 0.0, WALL))).entry
    assert kept.deck == "/decks/??"


def test_in_a_deck_still_being_read_a_slide_that_is_gone_gives_its_place_to_one_near_it(slide, deck):
    slides = [slide("open/one"), *(slide(f"a/{k}") for k in range(6)), slide("close/end")]
    before = deck(*slides, frames=("open", "close"))
    state = run(initial(before, minutes=Decimal(6)), before, "jump", slide="a/2")
    kept = entry(state, before, 0.0, WALL)
    left = [one for one in slides if one.id != "a/2"]
    unread = tuple(one.id for one in left if one.theme == "a")
    now = deck(*left, frames=("open", "close"), pending=unread)
    assert restored(kept, now, 0.0, WALL).shown == Place("a/3")
    hidden = structs.replace(kept, hidden=frozenset({"a/3"}), skipped=frozenset({"a/4"}))
    assert restored(hidden, now, 0.0, WALL).shown == Place("a/5")


def test_the_guests_and_what_is_stressed_for_them_outlive_a_power_cut(three):
    state = structs.replace(initial(three), guests="zürich", stressed=frozenset({"b/two"}), order=("b/two", "a/one"))
    kept = last(encode(entry(state, three, 0.0, WALL))).entry
    again = restored(kept, three, 0.0, WALL)
    assert (again.guests, again.stressed, again.order) == (state.guests, state.stressed, state.order)
