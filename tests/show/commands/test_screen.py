import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from jn_presenter.model.ink import Point, Pointing, Stroke
from jn_presenter.show.commands import COMMANDS
from jn_presenter.show.ink import seen
from jn_presenter.show.moment import moment
from jn_presenter.show.state import Place, initial


def run(state, deck, *names, now=0.0):
    for name in names:
        state = COMMANDS[name](state, deck, now)
    return state


@pytest.mark.parametrize(("name", "blank"), [("blank-black", "black"), ("blank-white", "white")])
def test_black_and_white_go_on_and_off(three, name, blank):
    state = run(initial(three), three, name)
    assert (state.blank, run(state, three, name).blank) == (blank, "none")


def test_the_logo_stays_when_called_again(three):
    state = run(initial(three), three, "blank-logo")
    assert state.blank == "logo"
    assert run(state, three, "blank-logo") is state


def test_one_blank_replaces_another(three):
    state = run(initial(three), three, "blank-black", "blank-white")
    assert state.blank == "white"
    assert run(state, three, "blank-logo").blank == "logo"


def test_blanking_ends_a_motion_and_keeps_the_place(three):
    state = run(initial(three), three, "next", "blank-black")
    assert (state.motion, state.shown) == (None, Place("a/one", 1))


def test_show_on_a_slide_that_is_shown_changes_nothing(three):
    state = run(initial(three), three, "next")
    assert run(state, three, "show") is state


def test_frozen_the_audience_stays_while_the_presenter_moves_on(three):
    state = run(initial(three), three, "freeze", "next", "last")
    assert (state.shown, state.at, state.back) == (Place("a/one"), Place("b/three"), Place("a/one", 1))


def test_freezing_lets_a_motion_end(three):
    state = run(initial(three), three, "next", now=5000.0)
    frozen = run(state, three, "freeze", "next", now=5100.0)
    assert moment(frozen, 5200.0) == moment(state, 5200.0)
    assert moment(frozen, 5400.0).t == 1.0


def test_frozen_the_ink_stands_as_it_was_seen_and_unfrozen_it_is_that_of_now(three):
    one, two = (Stroke("pen", "coral", 6.0, (Point(x, 0.2), Point(0.9, 0.2))) for x in (0.1, 0.2))
    half = Stroke("pen", "coral", 6.0, (Point(0.3, 0.2), Point(0.4, 0.2)))
    state = COMMANDS["draw"](initial(three), three, 0.0, slide="a/one", stroke=one)
    frozen = COMMANDS["freeze"](state, three, 0.0, pointing=Pointing("a/one", stroke=half))
    for name, args in (("draw", {"stroke": two}), ("erase", {"strokes": (one,)})):
        frozen = COMMANDS[name](frozen, three, 0.0, slide="a/one", **args)
    assert seen(frozen) == (one, half)
    thawed = run(frozen, three, "freeze")
    assert (seen(thawed), thawed.seen_ink) == ((two,), {})
    rubbed = COMMANDS["freeze"](state, three, 0.0, pointing=Pointing("a/one", erased=(one,)))
    assert seen(rubbed) == ()


def test_unfrozen_the_audience_is_taken_to_the_presenters_place(slide, deck):
    found = deck(slide("a/one"), slide("a/two"), slide("a/three"), transition="fade")
    state = run(initial(found), found, "freeze", "last", "freeze", now=5000.0)
    assert (state.frozen, state.shown) == (False, Place("a/three"))
    assert moment(state, 5100.0).from_place == Place("a/one")


def test_unfrozen_where_it_was_frozen_nothing_moves(three):
    state = structs.replace(initial(three), motion=None)
    assert run(state, three, "freeze", "freeze") == state


def test_a_blank_screen_stays_blank_when_frozen_or_unfrozen_or_stepped_frozen(three):
    state = run(initial(three), three, "blank-black", "freeze", "next")
    assert (state.blank, state.at, state.shown) == ("black", Place("a/one", 1), Place("a/one"))
    state = run(state, three, "freeze")
    assert (state.blank, state.at, state.shown, state.motion) == ("black", Place("a/one", 1), Place("a/one", 1), None)
    assert run(state, three, "next").blank == "none"
    assert run(state, three, "freeze", "last", "freeze").motion is None


@given(names=st.lists(st.sampled_from(["next", "previous", "first", "last", "back"]), max_size=10))
def test_frozen_then_unfrozen_is_where_the_same_keys_lead_without(three, names):
    begin = initial(three, start="b/two")
    frozen = run(begin, three, "freeze", *names)
    assert frozen.shown == begin.shown
    assert run(frozen, three, "freeze").shown == run(begin, three, *names).shown
