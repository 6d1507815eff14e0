from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from jn_presenter.show.commands import COMMANDS
from jn_presenter.show.pace import MINUTE_MS, elapsed_ms, pace, planned, remaining_ms
from jn_presenter.show.state import initial


def test_time_runs_from_the_start_of_the_show(three):
    state = initial(three, 5000.0)
    assert [elapsed_ms(state, now) for now in (4000.0, 5000.0, 65000.0)] == [0.0, 0.0, MINUTE_MS]


def test_without_a_limit_the_slides_own_minutes_remain(slide, deck):
    found = deck(slide("a/one", minutes="1.5"), slide("a/two", minutes=2))
    state = initial(found)
    assert planned(state, found) == Decimal("3.5")
    assert remaining_ms(state, found, MINUTE_MS) == 2.5 * MINUTE_MS


def test_with_a_limit_its_minutes_remain_and_go_below_zero(three):
    state = initial(three, minutes=Decimal(2))
    assert [remaining_ms(state, three, m * MINUTE_MS) for m in (0, 1, 3)] == [2 * MINUTE_MS, MINUTE_MS, -MINUTE_MS]


def test_the_place_counts_slides_steps_and_themes(three):
    state = COMMANDS["jump"](initial(three), three, 0.0, slide="b/three", step=1)
    found = pace(state, three, 0.0)
    assert (found.slide, found.slides, found.step, found.last_step) == (3, 3, 1, 1)
    assert (found.theme, found.themes) == (2, 2)


def test_the_place_is_the_presenters_while_the_audience_is_frozen(three):
    state = COMMANDS["freeze"](initial(three), three, 0.0)
    assert pace(COMMANDS["last"](state, three, 0.0), three, 0.0).slide == 3


def test_a_slide_outside_the_choice_has_number_0(three):
    state = structs.replace(initial(three), themes=("b",))
    found = pace(state, three, 0.0)
    assert (found.slide, found.slides, found.theme, found.themes) == (0, 2, 0, 1)


def talk(slide, deck):
    return deck(
        slide("a/one", 1, minutes=2),
        slide("a/two", minutes=1),
        slide("a/three", minutes=3),
        slide("z/backup", depth="extra", minutes=5),
    )


def at(state, deck, now):
    told = pace(state, deck, now * MINUTE_MS)
    return told.budget_ms / MINUTE_MS, told.spent_ms / MINUTE_MS, told.rest_ms / MINUTE_MS, told.behind_ms / MINUTE_MS


def go(state, deck, name, now, **args):
    return COMMANDS[name](state, deck, now * MINUTE_MS, **args)


def test_within_its_budget_a_slide_is_on_time_and_beyond_it_every_second_is_late(slide, deck):
    found = talk(slide, deck)
    state = initial(found, hidden=frozenset({"z/backup"}))
    assert [at(state, found, now) for now in (0, 1.5, 2, 2.75)] == [
        (2, 0, 6, 0),
        (2, 1.5, 4.5, 0),
        (2, 2, 4, 0),
        (2, 2.75, 4, 0.75),
    ]


def test_going_on_early_gains_and_steps_change_nothing(slide, deck):
    found = talk(slide, deck)
    state = initial(found, hidden=frozenset({"z/backup"}))
    state = go(state, found, "next", 0.5)
    assert at(state, found, 0.5) == (2, 0.5, 5.5, 0)
    state = go(state, found, "next", 1)
    assert at(state, found, 1) == (1, 0, 4, -1)
    assert at(state, found, 2.5) == (1, 1.5, 3, -0.5)


def test_a_slip_of_the_finger_to_the_next_slide_and_back_costs_nothing(slide, deck):
    found = talk(slide, deck)
    state = initial(found, hidden=frozenset({"z/backup"}))
    state = go(go(go(state, found, "last", 1), found, "back", 1.25), found, "next", 1.5)
    assert at(state, found, 1.5) == (2, 1.25, 4.5, 0)


def test_time_left_over_at_the_end_is_ahead(slide, deck):
    found = talk(slide, deck)
    state = initial(found, minutes=Decimal(10))
    assert pace(state, found, 0.0).slides == 3
    assert at(state, found, 0) == (2, 0, 6, -4)


def test_while_a_jump_has_led_away_the_rest_is_that_of_the_slide_it_interrupted(slide, deck):
    found = talk(slide, deck)
    state = initial(found, hidden=frozenset({"z/backup"}))
    state = go(state, found, "jump", 1, slide="z/backup")
    assert at(state, found, 1.5) == (5, 0.5, 5, 0.5)
    state = go(state, found, "back", 2)
    assert at(state, found, 2) == (2, 1, 5, 1)


def test_going_on_from_where_a_jump_has_led_the_rest_is_what_follows_there(slide, deck):
    found = talk(slide, deck)
    state = initial(found, hidden=frozenset({"z/backup"}))
    state = go(state, found, "jump", 0, slide="a/two")
    state = go(state, found, "next", 1)
    assert at(state, found, 1) == (3, 0, 3, -2)


def test_frozen_the_time_is_that_of_the_slide_the_audience_sees(slide, deck):
    found = talk(slide, deck)
    state = initial(found, hidden=frozenset({"z/backup"}))
    state = go(go(state, found, "freeze", 0), found, "last", 0.5)
    assert at(state, found, 1.5) == (2, 1.5, 4.5, 0)
    state = go(state, found, "freeze", 2)
    assert at(state, found, 2) == (3, 0, 3, -1)
    assert set(state.spent) == {"a/one"}


def test_interpretation_scales_every_budget(slide, deck):
    found = talk(slide, deck)
    state = go(initial(found), found, "interpreting", 0, how="consecutive")
    assert at(state, found, 0)[:3] == (3.6, 0, 11 * 1.8)
    assert planned(state, found) == Decimal("19.8")


def test_an_end_is_a_length_from_the_start(slide, deck):
    found = talk(slide, deck)
    state = initial(found, 1000.0, until_ms=1000.0 + 6 * MINUTE_MS)
    assert (pace(state, found, 1000.0).slides, planned(state, found)) == (3, 6)
    assert remaining_ms(state, found, 1000.0 + MINUTE_MS) == 5 * MINUTE_MS
    late = go(state, found, "until", 0, until_ms=0.0)
    assert planned(late, found) == 0


@given(data=st.data())
def test_whatever_happens_a_minute_more_is_planned_or_late_by_at_most_that(any_deck, data):
    deck = any_deck(data.draw)
    state, now = initial(deck, minutes=data.draw(st.sampled_from([None, Decimal(5)]))), 0.0
    for name in data.draw(st.lists(st.sampled_from(["next", "previous", "last", "first", "back"]), max_size=10)):
        now += data.draw(st.integers(0, 200_000))
        state = COMMANDS[name](state, deck, now)
    later = data.draw(st.integers(0, 100_000))
    before, after = pace(state, deck, now), pace(state, deck, now + later)
    assert 0 <= after.behind_ms - before.behind_ms <= later
    assert before.rest_ms - after.rest_ms <= later
    assert before.spent_ms + later == after.spent_ms
