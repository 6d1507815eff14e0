import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.show.commands import COMMANDS
from jn_presenter.show.moment import Moment, moment, moving
from jn_presenter.show.state import Motion, Place, initial


def seen(state, now_ms):
    found = moment(state, now_ms)
    return found.step, round(found.t, 6), found.transition


def test_the_show_begins_at_the_first_slide_with_its_charts_playing(three):
    state = initial(three, 1000.0)
    assert state.shown == state.at == Place("a/one")
    assert (state.languages, state.notes_languages, state.style) == (("zh",), ("zh",), "night")
    assert [seen(state, now) for now in (1000, 1100, 1400)] == [(0, 0.0, None), (0, 0.25, None), (0, 1.0, None)]


def test_the_show_begins_where_and_how_it_is_told(three):
    state = initial(three, start="b/two", languages=("en", "zh"), notes_languages=("en",), style="day")
    assert (state.shown, state.languages, state.notes_languages) == (Place("b/two"), ("en", "zh"), ("en",))
    assert state.style == "day"


def test_what_the_deck_does_not_have_is_replaced_by_its_first(three):
    state = initial(three, start="b/nine", languages=("fr", "en"), notes_languages=("fr",), style="dusk")
    assert (state.shown, state.languages, state.notes_languages) == (Place("a/one"), ("en",), ("zh",))
    assert state.style == "night"


def test_a_choice_without_any_slide_begins_at_the_first_that_can_be_shown(slide, deck):
    found = deck(slide("a/one"), slide("a/two"), broken=("a/one",))
    assert initial(found, themes=("z",)).shown == Place("a/two")


def test_a_deck_without_a_slide_to_show_is_an_error(slide, deck):
    with pytest.raises(ValueError, match="no slide can be shown"):
        initial(deck(slide("a/one"), broken=("a/one",)))


def test_a_step_plays_from_0_to_1(three):
    state = COMMANDS["next"](initial(three, 0.0), three, 5000.0)
    assert [seen(state, now) for now in (5000, 5100, 5300, 5400, 9000)] == [
        (1, 0.0, None),
        (1, 0.25, None),
        (1, 0.75, None),
        (1, 1.0, None),
        (1, 1.0, None),
    ]


def test_a_step_taken_back_plays_from_1_to_0_and_ends_as_the_step_before(three):
    state = COMMANDS["jump"](initial(three, 0.0), three, 500.0, slide="a/one", step=2)
    state = COMMANDS["previous"](state, three, 5000.0)
    assert [seen(state, now) for now in (5000, 5100, 5399, 5400)] == [
        (2, 1.0, None),
        (2, 0.75, None),
        (2, 0.0025, None),
        (1, 1.0, None),
    ]
    assert all(moment(state, now).place == Place("a/one", 1) for now in (5000, 5399, 5400))


def test_a_transition_comes_first_and_then_the_slide_plays(slide, deck):
    found = deck(slide("a/one"), slide("a/two", 1), transition="fade")
    state = COMMANDS["next"](initial(found, 0.0), found, 5000.0)
    assert moment(state, 5100.0) == Moment(
        place=Place("a/two"), step=0, t=0.0, transition=0.25, from_place=Place("a/one"), effect="fade"
    )
    assert [seen(state, now) for now in (5000, 5400, 5500, 5800)] == [
        (0, 0.0, 0.0),
        (0, 0.0, None),
        (0, 0.25, None),
        (0, 1.0, None),
    ]


def test_a_slide_entered_from_behind_stands_at_its_last_step(slide, deck):
    found = deck(slide("a/one", 2), slide("a/two"), transition="push")
    state = COMMANDS["previous"](initial(found, 0.0, start="a/two"), found, 5000.0)
    assert moment(state, 5100.0) == Moment(
        place=Place("a/one", 2),
        step=2,
        t=1.0,
        transition=0.25,
        from_place=Place("a/two"),
        effect="push",
        direction=-1,
    )
    assert seen(state, 5400) == (2, 1.0, None)
    assert not moving(state, 5400)


def test_motion_is_over_at_its_end(three):
    state = COMMANDS["next"](initial(three, 0.0), three, 5000.0)
    assert [moving(state, now) for now in (5000.0, 5399.0, 5400.0)] == [True, True, False]


def test_a_clock_behind_the_key_shows_the_motions_beginning(three):
    assert seen(COMMANDS["next"](initial(three, 0.0), three, 5000.0), 4990) == (1, 0.0, None)


@given(
    crossing=st.floats(0, 1000),
    entry=st.floats(0, 1000),
    direction=st.sampled_from([1, -1]),
    same=st.booleans(),
    nows=st.lists(st.floats(-100, 3000), min_size=2).map(sorted),
)
def test_progress_is_within_0_and_1_and_runs_one_way(three, crossing, entry, direction, same, nows):
    crossing = 0.0 if same else crossing
    start, end = Place("a/one", 1), Place("a/one" if same else "b/two", 1 + direction if same else 0)
    motion = Motion(
        start_ms=0.0,
        duration_ms=crossing + entry,
        direction=direction,
        start=start,
        end=end,
        transition="fade" if crossing else "none",
        transition_ms=crossing,
    )
    state = initial(three)
    state = type(state)(**{**{f: getattr(state, f) for f in state.__struct_fields__}, "shown": end, "motion": motion})
    found = [moment(state, now) for now in nows]
    assert all(0.0 <= each.t <= 1.0 and 0.0 <= (each.transition or 0.0) <= 1.0 for each in found)
    progress = [
        each.transition
        if each.transition is not None
        else 2.0 - each.t
        if each.step != end.step
        else 3.0
        if same and direction < 0
        else 1.0 + each.t
        for each in found
    ]
    assert progress == sorted(progress)
