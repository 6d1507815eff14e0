from decimal import Decimal

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
