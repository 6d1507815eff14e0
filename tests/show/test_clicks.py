import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from jn_presenter.show.clicks import FRAME_MS, neighbours
from jn_presenter.show.commands import COMMANDS
from jn_presenter.show.kiosk.visit import fresh
from jn_presenter.show.moment import Moment, moment
from jn_presenter.show.state import Place, initial

FIRST = FRAME_MS / 400


def test_in_the_middle_of_a_slide_they_are_its_steps(three):
    state = COMMANDS["jump"](initial(three), three, 0.0, slide="a/one", step=1)
    assert neighbours(state, three) == (
        Moment(place=Place("a/one", 2), step=2, t=FIRST),
        Moment(place=Place("a/one"), step=0, t=1.0, direction=-1),
    )


def test_at_the_ends_of_the_show_one_is_missing(three):
    assert neighbours(initial(three), three)[1] is None
    state = COMMANDS["jump"](initial(three), three, 0.0, slide="b/three", step=1)
    assert neighbours(state, three)[0] is None


def test_another_slide_is_one_frame_into_its_own_motion_where_no_transition_is(three):
    ahead, behind = neighbours(initial(three, start="b/two"), three)
    assert ahead == Moment(place=Place("b/three"), step=0, t=FIRST)
    assert behind == Moment(place=Place("a/one", 2), step=2, direction=-1)


def test_under_a_transition_another_slide_has_not_begun_to_play(slide, deck):
    found = deck(slide("a/one"), slide("a/two"), transition="fade")
    ahead, _ = neighbours(initial(found), found)
    assert (ahead.t, ahead.transition, ahead.effect) == (0.0, pytest.approx(FIRST), "fade")


def test_without_animation_everything_stands_at_once(slide, deck):
    found = deck(slide("a/one", 1), slide("a/two"), transition="fade")
    state = initial(found, animate=False)
    assert neighbours(state, found)[0] == Moment(place=Place("a/one", 1), step=1)


@pytest.mark.parametrize("change", [{"blank": "black"}, {"frozen": True, "shown": Place("b/three")}])
def test_blank_or_frozen_they_are_those_of_the_presenters_place(three, change):
    state = initial(three)
    assert neighbours(structs.replace(state, **change), three) == neighbours(state, three)


@given(data=st.data())
def test_they_are_exactly_what_the_keys_then_show(any_deck, data):
    deck = any_deck(data.draw)
    state = initial(deck, animate=data.draw(st.booleans()))
    for name in data.draw(st.lists(st.sampled_from(["next", "previous", "last"]), max_size=6)):
        state = COMMANDS[name](state, deck, 0.0)
    ahead, behind = neighbours(state, deck)
    pressed = COMMANDS["next"](state, deck, 7000.0)
    assert ahead == (None if pressed.at == state.at else moment(pressed, 7000.0 + FRAME_MS))
    pressed = COMMANDS["previous"](state, deck, 7000.0)
    ended = moment(pressed, 1e9)
    assert behind == (None if pressed.at == state.at else structs.replace(ended, direction=-1))


def test_in_a_kiosk_they_are_what_time_or_a_visitor_brings(three):
    loop = fresh(three, 0.0)
    assert neighbours(loop, three) == (Moment(place=Place("a/one", 1), step=1, t=FIRST), None)
    home = COMMANDS["kiosk-touch"](loop, three, 0.0)
    assert neighbours(home, three) == (None, None)
    read = COMMANDS["next"](COMMANDS["kiosk-theme"](home, three, 0.0, theme="b"), three, 0.0)
    assert neighbours(read, three) == (None, Moment(place=Place("b/two"), step=0, direction=-1))
