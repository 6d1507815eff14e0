"""What the hand holds, and ink that stays with its slide through everything else that happens in a show."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from jn_presenter.model.ink import Point, Stroke
from jn_presenter.show.commands import COMMANDS
from jn_presenter.show.ink import COLOURS, strokes_on
from jn_presenter.show.state import ShowState, initial
from tests.decks import deck, points_slide

DECK = deck(points_slide("a/one", 1), points_slide("a/two", 1))
START = initial(DECK, animate=False)
ONE, TWO = (Stroke("pen", "coral", 6.0, (Point(0.1, 0.1), Point(x, 0.5))) for x in (0.2, 0.3))
TOOLS = ("laser", "spotlight", "magnifier", "pen", "highlighter", "eraser")


def run(state: ShowState, name: str, **args: object) -> ShowState:
    return COMMANDS[name](state, DECK, 0.0, **args)


def ink(state: ShowState, slide: str = "a/one") -> tuple[Stroke, ...]:
    return strokes_on(state.ink, slide)


@pytest.mark.parametrize("tool", TOOLS)
def test_a_tool_is_taken_and_called_again_put_away(tool: str) -> None:
    held = run(START, tool)
    assert held.tool == tool
    assert run(held, tool) == START
    assert run(held, "arrow") == START
    assert run(START, "arrow") is START


def test_one_tool_takes_the_place_of_another() -> None:
    assert run(run(START, "pen"), "laser").tool == "laser"


def test_strokes_are_drawn_erased_and_cleared_and_each_is_taken_back() -> None:
    both = run(run(START, "draw", slide="a/one", stroke=ONE), "draw", slide="a/one", stroke=TWO)
    assert ink(both) == (ONE, TWO)
    less = run(both, "erase", slide="a/one", strokes=(ONE,))
    assert ink(less) == (TWO,)
    none = run(less, "ink-clear")
    assert ink(none) == ()
    seen = []
    for _ in range(4):
        none = run(none, "ink-undo")
        seen.append(ink(none))
    assert seen == [(TWO,), (ONE, TWO), (ONE,), ()]
    assert ink(run(none, "ink-redo")) == (ONE,)


@pytest.mark.parametrize("name", ["ink-undo", "ink-redo", "ink-clear"])
def test_without_ink_nothing_changes(name: str) -> None:
    assert run(START, name) is START


def test_each_slide_has_its_own_ink_and_its_own_undo() -> None:
    state = run(START, "draw", slide="a/one", stroke=ONE)
    there = run(run(state, "jump", slide="a/two"), "draw", slide="a/two", stroke=TWO)
    back = run(run(there, "ink-undo"), "first")
    assert (ink(back), ink(back, "a/two")) == ((ONE,), ())
    assert ink(run(back, "ink-undo")) == ()


def test_undone_to_the_last_a_slide_can_still_be_redone() -> None:
    state = run(run(START, "draw", slide="a/one", stroke=ONE), "ink-undo")
    assert ink(run(state, "ink-redo")) == (ONE,)


@given(st.lists(st.sampled_from([name for name, command in COMMANDS.items() if not command.needs]), max_size=12))
def test_nothing_but_ink_commands_changes_ink(names: list[str]) -> None:
    state = run(START, "draw", slide="a/one", stroke=ONE)
    for name in names:
        if not name.startswith("ink-"):
            state = run(state, name)
    assert ink(state) == (ONE,)


def test_ink_stays_through_a_reload_even_where_the_slide_is_gone_for_a_while() -> None:
    state = run(START, "draw", slide="a/one", stroke=ONE)
    less = deck(points_slide("a/two", 1))
    gone = COMMANDS["reload"](state, less, 0.0, old=DECK)
    assert ink(COMMANDS["reload"](gone, DECK, 0.0, old=less)) == (ONE,)


def test_ahead_of_a_frozen_audience_undo_is_for_the_slide_that_the_presenter_sees() -> None:
    state = run(run(START, "draw", slide="a/one", stroke=ONE), "draw", slide="a/two", stroke=TWO)
    ahead = run(run(run(state, "freeze"), "next"), "next")
    assert (ahead.at.slide, ahead.shown.slide) == ("a/two", "a/one")
    undone = run(ahead, "ink-undo")
    assert (ink(undone), ink(undone, "a/two")) == ((ONE,), ())


def test_colours_follow_one_another_or_are_chosen() -> None:
    seen, state = [], START
    for _ in COLOURS:
        state = run(state, "ink-colour")
        seen.append(state.ink_colour)
    assert seen == [*COLOURS[1:], COLOURS[0]]
    assert run(START, "ink-colour", colour="jade") == structs.replace(START, ink_colour="jade")
