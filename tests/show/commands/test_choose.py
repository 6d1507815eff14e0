from decimal import Decimal

import pytest

from jn_presenter.show.commands import COMMANDS
from jn_presenter.show.state import Place, initial


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


@pytest.mark.parametrize(("name", "args"), [("minutes", {"minutes": None}), ("themes", {"themes": ()})])
def test_the_same_choice_changes_nothing(three, name, args):
    state = initial(three)
    assert COMMANDS[name](state, three, 0.0, **args) is state


def test_hidden_twice_is_in_again(three):
    state = initial(three)
    once = COMMANDS["hide"](state, three, 0.0, slide="b/two")
    assert once.hidden == {"b/two"}
    assert COMMANDS["hide"](once, three, 0.0, slide="b/two") == state
