"""What time brings: the loop, a visitor's steps, the countdown and the end of a visit."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from jn_presenter.model.kiosk import Dwell, Kiosk
from jn_presenter.show.commands import COMMANDS
from jn_presenter.show.kiosk.loop import loop_of
from jn_presenter.show.kiosk.ticking import REVEAL_MS, ahead, due_ms, hold_ms, left_ms, tick
from jn_presenter.show.kiosk.visit import fresh
from jn_presenter.show.state import Place, initial

IDLE, COUNTDOWN = 45_000.0, 10_000.0


def run(state, deck, now, name, **args):
    return COMMANDS[f"kiosk-{name}"](state, deck, now, **args)


def ticked(state, deck, count=1):
    """The state after so many ticks, each when it is due."""
    for _ in range(count):
        state = tick(state, deck, due_ms(state, deck))
    return state


def test_the_loop_goes_step_by_step_and_slide_by_slide_and_begins_again(three):
    state = fresh(three, 0.0)
    seen = [state.shown]
    for _ in range(6):
        state = ticked(state, three)
        seen.append(state.shown)
    steps = [Place("a/one"), Place("a/one", 1), Place("a/one", 2)]
    assert seen == [*steps, Place("b/two"), Place("b/three"), Place("b/three", 1), Place("a/one")]
    assert state.kiosk.phase == "loop"


def test_before_it_is_due_nothing_changes(three):
    state = fresh(three, 0.0)
    due = due_ms(state, three)
    assert tick(state, three, due - 0.001) is state
    assert tick(state, three, due).shown == Place("a/one", 1)


def test_the_steps_of_a_slide_share_its_time(slide, deck):
    found = deck(slide("a/one", 3))
    seconds = Kiosk(dwell=Dwell(least=Decimal(20), most=Decimal(40)))
    found = structs.replace(found, briefing=structs.replace(found.briefing, kiosk=seconds))
    assert hold_ms(fresh(found, 0.0), found) == 5000.0


def test_a_loop_of_one_slide_enters_it_again(slide, deck):
    found = deck(slide("a/one"))
    state = fresh(found, 0.0)
    again = ticked(state, found)
    assert again.shown == state.shown
    assert again.motion.start_ms == again.kiosk.since_ms == due_ms(state, found)


def test_behind_what_is_not_in_the_loop_its_first_slide_comes(slide, deck):
    found = deck(slide("a/cover"), slide("b/x"), slide("b/y"), frames=("a",))
    state = fresh(found, 0.0)
    away = structs.replace(state, shown=Place("a/cover"), at=Place("a/cover"), motion=None)
    assert ticked(away, found).shown == Place("b/x")


def test_a_visitors_slide_shows_its_steps_by_itself_and_then_waits(three):
    state = run(run(fresh(three, 0.0), three, 0.0, "touch"), three, 0.0, "theme", theme="a")
    assert state.shown == Place("a/one")
    assert due_ms(state, three) == REVEAL_MS
    state = ticked(state, three, 2)
    assert state.shown == Place("a/one", 2)
    assert due_ms(state, three) == IDLE + COUNTDOWN


def test_the_countdown_is_seen_in_its_last_seconds_alone(three):
    state = run(fresh(three, 0.0), three, 1000.0, "touch")
    assert left_ms(state, three, 1000.0 + IDLE - 1.0) is None
    assert left_ms(state, three, 1000.0 + IDLE) == COUNTDOWN
    assert left_ms(state, three, 1000.0 + IDLE + 4000.0) == COUNTDOWN - 4000.0
    assert left_ms(state, three, 1000.0 + IDLE + 99_000.0) == 0.0
    assert left_ms(run(state, three, 50_000.0, "touch"), three, 50_000.0) is None
    assert left_ms(fresh(three, 0.0), three, 1e6) is None
    assert left_ms(initial(three), three, 1e6) is None


def test_whoever_has_gone_is_forgotten(three):
    state = run(fresh(three, 0.0), three, 1000.0, "touch")
    state = run(state, three, 2000.0, "language", language="en")
    due = 2000.0 + IDLE + COUNTDOWN
    assert tick(state, three, due - 1.0) is state
    after = tick(state, three, due)
    assert (after.kiosk.phase, after.languages, after.shown) == ("loop", ("zh",), Place("a/one"))


def test_a_pad_that_nobody_types_on_goes_away_and_the_loop_waits_behind_it(three):
    state = run(fresh(three, 0.0), three, 100.0, "staff")
    assert due_ms(state, three) == 100.0 + IDLE + COUNTDOWN
    after = ticked(state, three)
    assert (after.kiosk.staff, after.kiosk.phase) == (False, "loop")


def test_closed_nothing_is_due_but_the_end_of_the_pad(three):
    state = run(fresh(three, 0.0), three, 100.0, "close")
    assert due_ms(state, three) is None
    padded = run(state, three, 200.0, "staff")
    after = ticked(padded, three)
    assert (after.kiosk.staff, after.kiosk.phase, after.blank) == (False, "closed", "black")


def test_what_comes_next_is_known_ahead(three):
    state = fresh(three, 0.0)
    assert ahead(state, three) == Place("a/one", 1)
    home = run(state, three, 0.0, "touch")
    assert ahead(home, three) is None
    assert ahead(run(home, three, 0.0, "theme", theme="b"), three) == Place("b/three")


@given(data=st.data(), late=st.floats(0, 1e9))
def test_a_tick_that_is_due_changes_something_and_the_next_one_is_due_later(any_deck, data, late):
    deck = any_deck(data.draw)
    state = fresh(deck, 0.0, animate=data.draw(st.booleans()))
    for name in data.draw(st.lists(st.sampled_from(["touch", "home", "staff", "close", "large"]), max_size=4)):
        state = run(state, deck, 10.0, name)
    for _ in range(3):
        due = due_ms(state, deck)
        if due is None:
            assert tick(state, deck, late) is state
            return
        now = due + late
        after = tick(state, deck, now)
        assert after != state
        again = due_ms(after, deck)
        assert again is None or again > now
        state = after


def test_a_hundred_thousand_advances_lead_round_and_round_and_keep_nothing(three):
    state = fresh(three, 0.0)
    loop = loop_of(three, state.kiosk)
    seen = {}
    for _ in range(100_000):
        state = tick(state, three, due_ms(state, three))
        seen[state.shown] = seen.get(state.shown, 0) + 1
    assert set(seen) == {Place("a/one"), Place("a/one", 1), Place("a/one", 2), *map(Place, loop[1:]), Place(loop[2], 1)}
    assert max(seen.values()) - min(seen.values()) <= 1
    assert set(state.spent) | set(state.first_seen) <= set(three.order)
    assert state.back is None
