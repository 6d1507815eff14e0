from decimal import Decimal

import pytest
from msgspec import structs

from jn_presenter.model.interpreting import Interpreting
from jn_presenter.show.commands import COMMANDS
from jn_presenter.show.pace import MINUTE_MS
from jn_presenter.show.state import Place, initial, length_of
from jn_presenter.show.travel import choice


def run(state, deck, name, now=0.0, **args):
    return COMMANDS[name](state, deck, now, **args)


def test_a_length_and_an_end_take_each_others_place_and_the_slide_and_step_stay(slide, deck):
    found = deck(slide("a/one", 2, "extra"), slide("a/two"))
    state = run(initial(found), found, "next")
    short = run(state, found, "minutes", minutes=Decimal(1))
    assert (short.minutes, short.until_ms, choice(short, found).slides) == (1, None, ("a/two",))
    ends = run(short, found, "until", until_ms=2 * MINUTE_MS)
    assert (ends.minutes, ends.until_ms, length_of(ends)) == (None, 2 * MINUTE_MS, 2)
    assert choice(ends, found).slides == ("a/one", "a/two")
    assert short.at == ends.at == ends.shown == Place("a/one", 1)
    again = run(ends, found, "minutes", minutes=None)
    assert (again.minutes, again.until_ms) == (None, None)


@pytest.mark.parametrize(("name", "args"), [("minutes", {"minutes": None}), ("until", {"until_ms": None})])
def test_the_same_time_changes_nothing(three, name, args):
    state = initial(three)
    assert run(state, three, name, **args) is state


def test_interpreting_is_turned_on_in_mid_show_by_the_decks_own_factors(slide, deck):
    found = deck(slide("a/one", minutes=2), slide("a/two", depth="standard", minutes=2))
    briefing = structs.replace(found.briefing, interpreting=Interpreting(consecutive=Decimal(3)))
    found = structs.replace(found, briefing=briefing)
    state = initial(found, minutes=Decimal(5))
    ways, chosen = [], []
    for _ in range(3):
        state = run(state, found, "interpreting")
        ways.append(state.interpreting)
        chosen.append(len(choice(state, found).slides))
    assert (ways, chosen) == (["consecutive", "simultaneous", "none"], [1, 2, 2])
    assert run(state, found, "interpreting", how="none") is state
    assert initial(found, minutes=Decimal(5), interpreting="consecutive").shown == Place("a/one")


def test_the_clock_begins_again_with_the_guests(three):
    state = run(run(initial(three), three, "last", 1000.0), three, "restart-clock", 5000.0)
    assert (state.started_ms, state.entered_ms, state.spent) == (5000.0, 5000.0, {})
    assert state.at == Place("b/three")
