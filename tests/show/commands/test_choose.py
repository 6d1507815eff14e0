from decimal import Decimal

import pytest
from msgspec import structs

from jn_presenter.show.commands import COMMANDS
from jn_presenter.show.state import Place, initial
from jn_presenter.show.travel import choice


def run(state, deck, *names, **args):
    for name in names:
        state = COMMANDS[name](state, deck, 0.0, **args)
    return state


def order(state, deck):
    return "".join(slide[-1] for slide in choice(state, deck).slides)


@pytest.mark.parametrize(
    ("name", "args"),
    [("minutes", {"minutes": Decimal(0)}), ("themes", {"themes": ("b",)}), ("hide", {"slide": "a/one"})],
)
def test_a_new_choice_keeps_the_place_even_outside_of_it(slide, deck, name, args):
    found = deck(slide("a/one", 2, "extra"), slide("b/two"))
    state = COMMANDS["next"](initial(found), found, 0.0)
    chosen = COMMANDS[name](state, found, 0.0, **args)
    assert (chosen.at, chosen.shown, chosen.motion) == (Place("a/one", 1), Place("a/one", 1), state.motion)
    for _ in range(2):
        chosen = COMMANDS["next"](chosen, found, 0.0)
    assert chosen.at == Place("b/two")
    assert COMMANDS["previous"](chosen, found, 0.0).at == Place("b/two")


@pytest.mark.parametrize(("name", "args"), [("themes", {"themes": ()}), ("move-none", {})])
def test_the_same_choice_changes_nothing(three, name, args):
    state = initial(three)
    assert COMMANDS[name](state, three, 0.0, **args) is state


def test_hidden_twice_is_in_again(three):
    state = initial(three)
    once = COMMANDS["hide"](state, three, 0.0, slide="b/two")
    assert once.hidden == {"b/two"}
    assert COMMANDS["hide"](once, three, 0.0, slide="b/two") == state


def test_without_a_name_the_present_slide_is_hidden_and_stays_on_the_screen(three):
    state = run(initial(three), three, "hide")
    assert (state.hidden, state.at) == ({"a/one"}, Place("a/one"))


def test_a_slide_is_shown_earlier_or_later_today_and_next_follows_it(slide, deck):
    found = deck(*(slide(f"a/{name}") for name in "abcd"))
    state = run(initial(found, start="a/b"), found, "move-later")
    assert (order(state, found), state.at) == ("acbd", Place("a/b"))
    assert run(state, found, "next").at == Place("a/d")
    state = run(state, found, "move-earlier", slide="a/d")
    assert order(state, found) == "acdb"
    assert run(state, found, "next") is not state
    assert run(state, found, "next").at == Place("a/b")
    assert order(run(state, found, "move-none"), found) == "abcd"


def test_at_the_ends_of_the_show_nothing_moves(three):
    state = initial(three)
    assert run(state, three, "move-earlier") is state
    assert run(state, three, "move-later", slide="b/three") is state
    assert run(state, three, "move-later", slide="z/none") is state


def test_a_slide_moves_past_those_that_nobody_sees(slide, deck):
    found = deck(*(slide(f"a/{name}") for name in "abcd"))
    state = run(initial(found, hidden=frozenset({"a/b", "a/c"})), found, "move-later")
    assert order(state, found) == "da"


def test_todays_order_outlives_a_reload_and_takes_new_slides_in(slide, deck):
    found = deck(*(slide(f"a/{name}") for name in "abcd"))
    state = run(initial(found), found, "move-later", slide="a/b")
    new = deck(*(slide(f"a/{name}") for name in "axbd"))
    state = COMMANDS["reload"](state, new, 0.0, old=found)
    assert order(state, new) == "axbd"
    state = COMMANDS["reload"](state, found, 0.0, old=new)
    assert order(state, found) == "acbd"


def test_a_slide_that_is_gone_is_followed_by_its_neighbour_in_todays_order(slide, deck):
    found = deck(*(slide(f"a/{name}") for name in "abcd"))
    state = run(initial(found, start="a/b"), found, "move-later")
    new = deck(*(slide(f"a/{name}") for name in "acd"))
    assert COMMANDS["reload"](state, new, 0.0, old=found).at == Place("a/d")


def test_a_slide_is_shown_in_any_case_or_left_out_or_neither(slide, deck):
    found = deck(slide("a/one", depth="core"), slide("a/two", depth="extra"))
    state = run(initial(found), found, "minutes", minutes=Decimal(1))
    assert order(state, found) == "e"
    taken = run(state, found, "take-in", chosen_slide="a/two")
    assert order(taken, found) == "eo"
    assert order(run(taken, found, "leave-out", chosen_slide="a/one"), found) == "o"
    out = run(taken, found, "leave-out", chosen_slide="a/two")
    assert (out.hidden, out.stressed) == ({"a/two"}, frozenset())
    assert run(out, found, "by-rule", chosen_slide="a/two") == state


def test_a_slide_skipped_for_lack_of_time_that_is_taken_in_is_shown(three):
    state = structs.replace(initial(three), skipped=frozenset({three.order[1]}))
    assert three.order[1] in choice(run(state, three, "take-in", chosen_slide=three.order[1]), three).slides


@pytest.mark.parametrize("name", ["take-in", "leave-out", "by-rule"])
def test_with_nothing_chosen_nothing_changes(three, name):
    state = initial(three)
    assert run(state, three, name) is state


def test_stressed_twice_is_by_the_minutes_again(three):
    state = initial(three)
    once = run(run(state, three, "hide"), three, "stress")
    assert (once.stressed, once.hidden) == ({state.at.slide}, frozenset())
    assert run(once, three, "stress") == state
