import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from jn_presenter.show.commands import COMMANDS
from jn_presenter.show.moment import moment
from jn_presenter.show.state import Place, initial
from jn_presenter.show.travel import choice, last_step

PLACES = [("a/one", 0), ("a/one", 1), ("a/one", 2), ("b/two", 0), ("b/three", 0), ("b/three", 1)]


def at(state):
    assert state.at == state.shown
    return state.at.slide, state.at.step


def run(state, deck, *names, now=0.0, **args):
    for name in names:
        state = COMMANDS[name](state, deck, now, **args)
    return state


def test_next_goes_through_every_step_of_every_slide_and_previous_back(three):
    state = initial(three)
    forward = [at(state := run(state, three, "next")) for _ in PLACES[1:]]
    backward = [at(state := run(state, three, "previous")) for _ in PLACES[1:]]
    assert [PLACES[0], *forward] == PLACES
    assert backward == PLACES[-2::-1]


def test_at_the_ends_nothing_changes(three):
    begin = initial(three, animate=False)
    assert run(begin, three, "previous") is begin
    end = run(begin, three, *["next"] * 5)
    assert run(end, three, "next") is end


def test_a_key_at_the_end_still_ends_the_motion(three):
    moving = initial(three)
    assert moving.motion is not None
    assert run(moving, three, "previous").motion is None


def test_a_key_during_motion_ends_it_and_then_acts(three):
    state = run(initial(three), three, "next", now=5000.0)
    state = run(state, three, "next", now=5100.0)
    assert at(state) == ("a/one", 2)
    assert (state.motion.start, state.motion.end, state.motion.start_ms) == (
        Place("a/one", 1),
        Place("a/one", 2),
        5100.0,
    )


@pytest.mark.parametrize("blank", ["black", "white", "logo"])
@pytest.mark.parametrize("name", ["next", "previous", "show"])
def test_on_a_blank_screen_the_key_brings_the_slide_back_and_stays(three, blank, name):
    state = structs.replace(run(initial(three, animate=False), three, "next"), blank=blank)
    shown = run(state, three, name)
    assert (shown.blank, at(shown), shown.motion) == ("none", ("a/one", 1), None)


@pytest.mark.parametrize("name", ["first", "last"])
def test_a_jump_from_a_blank_screen_shows_its_goal_without_a_transition_from_what_was_hidden(slide, deck, name):
    found = deck(slide("a/one"), slide("a/two"), slide("a/three"), transition="fade")
    state = structs.replace(initial(found, start="a/two", animate=True), blank="black", motion=None)
    shown = run(state, found, name, now=100.0)
    assert (shown.blank, shown.motion.transition, shown.motion.transition_ms) == ("none", "none", 0.0)
    assert at(shown) == ("a/one" if name == "first" else "a/three", 0)


def test_a_jump_to_where_one_is_shows_it(three):
    state = structs.replace(initial(three), blank="logo", motion=None)
    shown = run(state, three, "jump", slide="a/one")
    assert (shown.blank, shown.back) == ("none", None)


@pytest.mark.parametrize(("step", "reached"), [(0, 0), (2, 2), (9, 2), (-1, 0)])
def test_a_jump_stays_within_the_steps(three, step, reached):
    state = run(initial(three, start="b/two"), three, "jump", slide="a/one", step=step)
    assert at(state) == ("a/one", reached)


def test_a_jump_to_what_cannot_be_shown_changes_nothing(slide, deck):
    found = deck(slide("a/one"), slide("a/two"), broken=("a/two",))
    state = initial(found)
    assert run(state, found, "jump", slide="a/two") is state
    assert run(state, found, "jump", slide="z/none") is state


def test_a_jump_may_go_to_a_slide_outside_the_choice_and_next_leads_back_in(three):
    state = initial(three, hidden=frozenset({"b/two"}))
    state = run(state, three, "jump", slide="b/two")
    assert at(state) == ("b/two", 0)
    assert at(run(state, three, "next")) == ("b/three", 0)
    assert at(run(state, three, "previous")) == ("a/one", 2)


def test_back_goes_to_where_the_jump_began_and_there_again(three):
    state = run(initial(three), three, "next", "last")
    assert at(state) == ("b/three", 0)
    state = run(state, three, "back")
    assert at(state) == ("a/one", 1)
    assert at(run(state, three, "back")) == ("b/three", 0)


def test_one_key_returns_from_a_chain_of_jumps_to_what_the_first_one_interrupted(three):
    state = run(initial(three), three, "next")
    state = run(state, three, "jump", slide="b/three", step=1)
    state = run(state, three, "jump", slide="b/two")
    assert at(state) == ("b/two", 0)
    returned = run(state, three, "back")
    assert at(returned) == ("a/one", 1)
    assert at(run(returned, three, "back")) == ("b/two", 0)


def test_steps_of_the_slide_a_jump_led_to_keep_the_way_back(three):
    state = run(initial(three), three, "next", "next")
    state = run(state, three, "jump", slide="b/three")
    state = run(run(state, three, "next"), three, "jump", slide="b/two")
    assert at(run(state, three, "back")) == ("a/one", 2)


def test_once_the_show_has_gone_on_the_next_jump_interrupts_it_there(three):
    state = run(run(initial(three), three, "jump", slide="b/two"), three, "next")
    state = run(state, three, "jump", slide="a/one", step=1)
    assert at(run(state, three, "back")) == ("b/three", 0)


def test_the_show_has_gone_on_even_when_the_slide_jumped_to_is_come_by_again(three):
    state = run(run(initial(three), three, "jump", slide="b/two"), three, "next", "previous")
    assert (at(state), state.detour) == (("b/two", 0), "")
    assert run(state, three, "jump", slide="b/three").back == Place("b/two")


def test_a_jump_back_by_hand_is_a_return(three):
    state = run(run(initial(three), three, "jump", slide="b/two"), three, "jump", slide="a/one")
    assert (state.detour, state.back) == ("", Place("b/two"))


def test_a_private_look_ahead_moves_the_presenter_alone_and_one_key_returns(three):
    state = run(run(initial(three), three, "next"), three, "freeze")
    state = run(state, three, "jump", slide="b/three", step=1)
    assert (state.at, state.shown) == (Place("b/three", 1), Place("a/one", 1))
    assert run(state, three, "back").at == Place("a/one", 1)


def test_themes_are_numbered_as_the_show_has_them(slide, deck):
    found = deck(slide("open/cover"), slide("a/one"), slide("b/hidden"), slide("b/two"), slide("c/three"))
    state = run(initial(found, hidden=frozenset({"b/hidden"})), found, "theme-3")
    assert at(state) == ("b/two", 0)
    assert at(run(state, found, "back")) == ("open/cover", 0)
    fewer = run(run(state, found, "themes", themes=("a", "c")), found, "theme-2")
    assert at(fewer) == ("c/three", 0)
    assert run(state, found, "theme-5") is state


def test_back_without_a_jump_changes_nothing(three):
    state = run(initial(three), three, "next")
    assert run(state, three, "back") is state


def test_steps_do_not_change_where_back_leads(three):
    state = run(initial(three), three, "last", "next", "previous")
    assert state.back == Place("a/one")


def test_only_a_slide_entered_at_step_0_from_before_or_by_a_jump_plays(three):
    def played(state):
        return moment(state, 5000.0).t == 0.0

    begin = structs.replace(initial(three, start="b/two"), motion=None)
    assert played(run(begin, three, "next", now=5000.0))
    assert played(run(begin, three, "first", now=5000.0))
    assert not played(run(begin, three, "previous", now=5000.0))
    assert not played(run(begin, three, "jump", now=5000.0, slide="b/three", step=1))
    assert not played(run(run(begin, three, "first"), three, "back", now=5000.0))


def test_a_leap_over_several_steps_stands_at_once(three):
    state = run(initial(three), three, "next", "next")
    assert run(state, three, "first").motion is None


def test_a_transition_is_undone_backwards_with_the_slides_own(slide, deck):
    found = deck(slide("a/one", transition="fade"), slide("a/two", transition="push"), slide("a/three"))
    forward = run(initial(found), found, "next")
    assert (forward.motion.transition, forward.motion.direction) == ("push", 1)
    backward = run(forward, found, "previous")
    assert (backward.motion.transition, backward.motion.direction) == ("push", -1)
    assert run(forward, found, "next").motion.transition_ms == 0.0


def test_without_animation_there_is_no_motion(slide, deck):
    found = deck(slide("a/one", 1), slide("a/two"), transition="push")
    state = initial(found, animate=False)
    for name in ("next", "next", "previous", "previous", "last", "first", "back"):
        state = run(state, found, name)
        assert state.motion is None


def test_a_slide_not_read_yet_is_passed_in_one_step(slide, deck):
    found = deck(slide("a/one"), slide("a/two", 3), slide("a/three"), pending=("a/two",))
    state = run(initial(found), found, "next")
    assert at(state) == ("a/two", 0)
    assert at(run(state, found, "next")) == ("a/three", 0)
    assert at(run(state, found, "next", "previous")) == ("a/two", 0)


def test_focus_belongs_to_the_slide(three):
    state = structs.replace(run(initial(three), three, "next"), focus="bar-1")
    assert run(state, three, "next").focus == "bar-1"
    assert run(state, three, "last").focus == ""


def seen(state):
    """All of a state but for the clock's part: what is shown, where, and of which slides."""
    return structs.replace(state, motion=None, entered_ms=0.0, spent={}, first_seen={}, detour="")


@given(data=st.data())
def test_next_then_previous_is_the_identity_and_the_other_way_round_unless_at_an_end(any_deck, data):
    deck = any_deck(data.draw)
    state = initial(deck)
    ways = ["next", "previous", "first", "last", "theme-2", "move-later", "move-earlier", "freeze", "skip-extras"]
    for name in data.draw(st.lists(st.sampled_from(ways), max_size=12)):
        state = run(state, deck, name, now=data.draw(st.sampled_from([0.0, 9e5])))
    slides, here = choice(state, deck).slides, state.at
    if here.slide not in slides:
        return
    at_end = here == Place(slides[-1], last_step(deck, slides[-1]))
    for there, back, at_limit in (("next", "previous", at_end), ("previous", "next", here == Place(slides[0]))):
        gone = run(state, deck, there)
        assert (gone.at == here) == at_limit
        if not at_limit:
            assert seen(run(gone, deck, back)) == seen(state)


@given(data=st.data())
def test_after_any_chain_of_jumps_one_key_returns_to_the_slide_and_step_they_interrupted(any_deck, data):
    deck = any_deck(data.draw)
    state = initial(deck, animate=data.draw(st.booleans()))
    for name in data.draw(st.lists(st.sampled_from(["next", "last", "previous", "freeze"]), max_size=6)):
        state = run(state, deck, name)
    interrupted = state.at
    others = [slide for slide in choice(state, deck).known if slide != interrupted.slide]
    if not others:
        return
    for slide in data.draw(st.lists(st.sampled_from(sorted(others)), min_size=1, max_size=5)):
        state = run(state, deck, "jump", slide=slide, step=data.draw(st.integers(0, 3)))
        if state.at.step < last_step(deck, slide) and data.draw(st.booleans()):
            state = run(state, deck, "next")
    away = state.at
    state = run(state, deck, "back")
    assert state.at == interrupted
    assert run(state, deck, "back").at == away
