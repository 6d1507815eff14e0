"""A rehearsal: its clock, its end, and the minutes that it proposes."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from jn_presenter.show.commands import COMMANDS
from jn_presenter.show.pace import elapsed_ms
from jn_presenter.show.rehearsal import MOST, defaults, proposed, timings
from jn_presenter.show.state import Place, initial

CONSOLE = ("rehearsal",)


def run(deck, *steps, state=None):
    """The state after these (ms, command, args)."""
    state = state or initial(deck)
    for now, name, args in steps:
        wanted = {"overlays": CONSOLE} if "overlays" in COMMANDS[name].wants else {}
        state = COMMANDS[name](state, deck, now, **wanted, **args)
    return state


def test_a_rehearsal_starts_the_clock_anew_and_leaves_the_place(three):
    state = run(three, (1000.0, "next", {}), (50000.0, "rehearse", {}))
    assert (state.rehearsing, state.shown, dict(state.spent)) == (True, Place("a/one", 1), {})
    assert dict(state.first_seen) == {"a/one": 50000.0}
    assert elapsed_ms(state, 52000.0) == 2000.0
    assert state.overlay == ""


def test_a_show_under_way_is_interrupted_after_a_question_alone(three):
    before = run(three, (1000.0, "jump", {"slide": "b/three"}))
    asked = run(three, (50000.0, "rehearse", {}), state=before)
    assert asked == structs.replace(before, asking="rehearse")
    assert run(three, (51000.0, "cancel-rehearse", {}), state=asked) == before
    state = run(three, (52000.0, "confirm-rehearse", {}), state=asked)
    assert (state.rehearsing, state.asking, state.shown.slide, dict(state.spent)) == (True, "", "b/three", {})
    assert elapsed_ms(state, 53000.0) == 1000.0
    assert all(run(three, (0.0, name, {}), state=before) is before for name in ("confirm-rehearse", "cancel-rehearse"))


def test_the_show_that_a_rehearsal_interrupted_goes_on_with_its_clock_and_its_times(three):
    before = run(three, (1000.0, "jump", {"slide": "b/three"}))
    state = run(three, (50000.0, "rehearse", {}), (52000.0, "confirm-rehearse", {}), state=before)
    state = run(three, (60000.0, "restart-clock", {}), (70000.0, "jump", {"slide": "b/two"}), state=state)
    state = run(three, (90000.0, "rehearse", {}), state=state)
    assert dict(state.rehearsed) == {"b/three": 10000.0, "b/two": 20000.0}
    assert dict(state.spent) == {"a/one": 1000.0, "b/three": 51000.0}
    assert dict(state.first_seen) == {"a/one": 0.0, "b/three": 1000.0, "b/two": 90000.0}
    assert (elapsed_ms(state, 91000.0), state.earlier, state.put_by) == (91000.0, None, None)


def test_a_show_begins_after_the_rehearsal_that_came_before_it(three):
    state = run(three, (1000.0, "rehearse", {}), (9000.0, "last", {}), (20000.0, "rehearse", {}))
    assert (elapsed_ms(state, 25000.0), dict(state.spent)) == (5000.0, {})
    assert dict(state.first_seen) == {"b/three": 20000.0}


def test_without_a_console_there_is_nobody_to_rehearse_for(three):
    state = initial(three)
    assert COMMANDS["rehearse"](state, three, 0.0) is state


def test_at_its_end_the_time_of_every_slide_is_told_in_the_order_of_the_show(three):
    state = run(
        three,
        (10000.0, "rehearse", {}),
        (40000.0, "jump", {"slide": "b/three"}),
        (130000.0, "jump", {"slide": "b/two"}),
        (132000.0, "rehearse", {}),
    )
    assert (state.rehearsing, state.overlay) == (False, "rehearsal")
    found = timings(state, three)
    assert [(one.slide, one.ms) for one in found] == [("a/one", 30000), ("b/two", 2000), ("b/three", 90000)]
    assert [one.budget_ms for one in found] == [60000, 60000, 60000]
    assert [one.proposed for one in found] == [Decimal("0.5"), Decimal("0.25"), Decimal("1.5")]


def test_what_was_passed_over_and_what_is_right_already_is_not_written_unless_asked_for(three):
    state = run(
        three,
        (0.0, "rehearse", {}),
        (61000.0, "jump", {"slide": "b/three"}),
        (121000.0 + 30000.0, "jump", {"slide": "b/two"}),
        (151000.0 + 4000.0, "rehearse", {}),
    )
    assert defaults(timings(state, three)) == {"b/three": Decimal("1.5")}


def test_next_behind_the_last_step_ends_the_rehearsal_and_shows_its_report(three):
    state = run(three, (0.0, "rehearse", {}), (1000.0, "last", {}))
    while state.rehearsing:
        before = state
        state = run(three, (90000.0, "next", {}), state=state)
        assert state is not before
    assert (state.overlay, state.at) == ("rehearsal", before.at)
    assert state.rehearsed[state.shown.slide] > 0
    assert run(three, (1000.0, "last", {}), (2000.0, "next", {})).overlay == ""


def test_the_report_can_be_put_away_and_seen_again(three):
    state = run(three, (0.0, "rehearse", {}), (9000.0, "rehearse", {}), (9100.0, "rehearsal-close", {}))
    assert (state.overlay, dict(state.rehearsed)) == ("", {"a/one": 9000.0})
    assert run(three, (9200.0, "rehearsal-report", {}), state=state).overlay == "rehearsal"
    assert run(three, (0.0, "rehearsal-report", {})).overlay == ""


def test_a_rehearsal_is_nothing_that_the_audience_sees(three):
    names = {name for name in COMMANDS if "rehears" in name}
    assert len(names) == 5
    assert all(COMMANDS[name].quiet for name in names)


@pytest.mark.parametrize(
    ("seconds", "factor", "minutes"),
    [(0, "1", "0.25"), (22, "1", "0.25"), (23, "1", "0.5"), (90, "1", "1.5"), (162, "1.8", "1.5"), (1e6, "1", "600")],
)
def test_minutes_are_quarters_without_the_interpreters_share(seconds, factor, minutes):
    assert proposed(seconds * 1000.0, Decimal(factor)) == Decimal(minutes)


@given(st.floats(0, 1e9), st.decimals(1, 5, places=2))
def test_proposed_minutes_are_within_an_eighth_of_what_it_took(ms, factor):
    found = proposed(ms, factor)
    assert Decimal("0.25") <= found <= MOST
    assert found * 4 == int(found * 4)
    exact = Decimal(round(ms)) / 60000 / factor
    if Decimal("0.25") < found < MOST:
        assert abs(found - exact) <= Decimal("0.125")
