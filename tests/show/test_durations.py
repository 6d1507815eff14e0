"""How long a step plays: as the style says, or as long as what enters with it asks."""

import pytest

from jn_presenter.elements.race import Race
from jn_presenter.model.deck import Slide, Target
from jn_presenter.show.commands import COMMANDS
from jn_presenter.show.state import Place, initial, step_ms
from tests.decks import bars_slide, deck, element, text

USUAL = 400.0


def race(name: str, *steps: tuple[Target, ...]) -> Slide:
    slots = (("points", (element("points", items=(text("甲", "A"),)),)), ("chart", (Race(seconds=6.0),)))
    return Slide(
        id=name, theme="one", layout="chart-right", title=text("赛", "Race"), slots=slots, steps=steps, digest=name
    )


DECK = deck(bars_slide("one/bars"), race("one/race"), race("one/later", (Target("points"),), (Target("chart"),)))


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (Place("one/bars"), USUAL),
        (Place("one/race"), 6000.0),
        (Place("one/later"), USUAL),
        (Place("one/later", 1), USUAL),
        (Place("one/later", 2), 6000.0),
        (Place("one/none"), USUAL),
    ],
)
def test_a_step_lasts_as_long_as_what_enters_with_it(place: Place, expected: float) -> None:
    assert step_ms(DECK, "night", place) == expected


def test_a_slide_entered_plays_its_race_after_the_transition_and_a_step_back_is_quick() -> None:
    state = COMMANDS["next"](initial(DECK, 0.0), DECK, 10_000.0)
    assert state.motion is not None
    assert state.motion.duration_ms == 6000.0
    state = COMMANDS["jump"](state, DECK, 30_000.0, slide="one/later", step=1)
    state = COMMANDS["next"](state, DECK, 40_000.0)
    assert state.motion is not None
    assert state.motion.duration_ms == 6000.0
    state = COMMANDS["previous"](state, DECK, 60_000.0)
    assert state.motion is not None
    assert state.motion.duration_ms == USUAL


def test_a_key_ends_a_race_under_way() -> None:
    state = COMMANDS["next"](initial(DECK, 0.0), DECK, 10_000.0)
    state = COMMANDS["next"](state, DECK, 11_000.0)
    assert state.at == Place("one/later")
