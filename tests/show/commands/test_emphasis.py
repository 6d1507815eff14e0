"""What stands out and how far time is in a chart: reversible, gone with the slide, and never on a frozen screen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from jn_presenter.show.commands import COMMANDS
from jn_presenter.show.state import ShowState, initial
from tests.decks import bars_slide, deck

DECK = deck(bars_slide("a/one"), bars_slide("a/two"))
START = initial(DECK, animate=False)
FOCI = ("shop", "café", "tickets")
SCRUBS = ("a/one/left", "a/one/right")


def run(state: ShowState, name: str, **args: object) -> ShowState:
    return COMMANDS[name](state, DECK, 0.0, **args)


def test_figures_stand_out_one_after_the_other_and_then_none() -> None:
    seen, state = [], START
    for _ in range(5):
        state = run(state, "focus-next", foci=FOCI)
        seen.append(state.focus)
    assert seen == ["shop", "café", "tickets", "", "shop"]


@given(st.sampled_from(("", *FOCI)))
def test_one_on_and_one_back_is_where_it_was(focus: str) -> None:
    state = structs.replace(START, focus=focus)
    for there, back in (("focus-next", "focus-previous"), ("focus-previous", "focus-next")):
        assert run(run(state, there, foci=FOCI), back, foci=FOCI) == state


def test_a_figure_that_data_took_away_is_followed_by_the_first() -> None:
    assert run(structs.replace(START, focus="gone"), "focus-next", foci=FOCI).focus == "shop"


def test_a_figure_by_its_key_and_again_none() -> None:
    one = run(START, "focus", key="shop")
    assert one.focus == "shop"
    assert run(one, "focus", key="shop") == START
    assert run(one, "unfocus") == START
    assert run(START, "unfocus") is START


@pytest.mark.parametrize("name", ["focus-next", "focus-previous", "scrub-back", "scrub-on"])
def test_where_nothing_can_stand_out_or_be_scrubbed_nothing_changes(name: str) -> None:
    assert run(START, name) is START


def test_the_first_chart_with_time_is_scrubbed_back_and_on_to_where_it_was() -> None:
    state = START
    for _ in range(7):
        state = run(state, "scrub-back", scrubs=SCRUBS)
    assert state.scrub == {"a/one/left": 0.65}
    for _ in range(7):
        state = run(state, "scrub-on", scrubs=SCRUBS)
    assert state == START
    assert run(START, "scrub-on", scrubs=SCRUBS) is START


@given(st.floats(-10, 10), st.floats(-10, 10))
def test_a_chart_is_scrubbed_within_its_time_and_others_stay(one: float, two: float) -> None:
    state = run(run(START, "scrub", element="x", value=one), "scrub", element="y", value=two)
    assert all(0.0 <= value < 1.0 for value in state.scrub.values())
    assert ("x" in state.scrub) == (one < 0.99995)
    assert run(run(state, "scrub", element="y", value=1.0), "scrub", element="x", value=1.0) == START


@pytest.mark.parametrize("name", ["next", "last", "previous"])
def test_all_of_it_is_gone_with_the_slide_and_stays_with_its_steps(name: str) -> None:
    there = structs.replace(initial(DECK, start="a/two" if name == "previous" else "", animate=False))
    state = run(run(there, "focus", key="shop"), "scrub", element="x", value=0.5)
    left = run(state, name)
    assert (left.focus, left.scrub) == ("", {})
    assert run(state, "language").focus == "shop"
    assert run(state, "language").scrub == {"x": 0.5}


def test_frozen_nothing_of_it_changes_and_it_is_gone_where_the_slide_is_another_by_then() -> None:
    state = run(run(START, "scrub", element="x", value=0.5), "freeze")
    assert run(state, "focus", key="shop") is state
    assert run(state, "scrub", element="x", value=0.1) is state
    assert run(state, "freeze").scrub == {"x": 0.5}
    assert run(run(state, "next"), "freeze").scrub == {}
