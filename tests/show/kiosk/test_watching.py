"""Who watches a film touches nothing: no idle time while it plays, but nobody can hold a kiosk for ever."""

import pytest

from jn_presenter.kiosk.seen import changes_ms
from jn_presenter.model.deck import Deck
from jn_presenter.show.commands import COMMANDS
from jn_presenter.show.kiosk.ticking import MOST_FILM_MS, due_ms, left_ms, tick
from jn_presenter.show.kiosk.visit import fresh, standing
from jn_presenter.show.state import ShowState
from tests.decks import deck, points_slide

IDLE, GONE = 45_000.0, 55_000.0


def run(state: ShowState, deck: Deck, now: float, name: str, **args: object) -> ShowState:
    return COMMANDS[f"kiosk-{name}"](state, deck, now, **args)


@pytest.fixture
def here() -> Deck:
    return deck(points_slide("a/one", steps=()), points_slide("a/two", steps=()), points_slide("b/one", steps=()))


def watching(here: Deck, since: float = 1000.0) -> ShowState:
    """A visitor on the first slide, whose film plays; the last touch was at 0."""
    inside = run(run(fresh(here, 0.0), here, 0.0, "touch"), here, 0.0, "theme", theme="a")
    return run(inside, here, since, "film", plays=True)


def test_while_a_film_plays_nothing_is_counted_down(here: Deck) -> None:
    state = watching(here)
    assert left_ms(state, here, 400_000.0) is None
    assert tick(state, here, 400_000.0) is state
    assert due_ms(state, here) == 1000.0 + MOST_FILM_MS + GONE
    assert changes_ms(state, here, 400_000.0) == 1000.0 + MOST_FILM_MS + IDLE - 400_000.0


def test_idle_time_begins_with_the_end_of_the_film(here: Deck) -> None:
    state = run(watching(here), here, 300_000.0, "film", plays=False)
    assert due_ms(state, here) == 300_000.0 + GONE
    assert left_ms(state, here, 300_000.0 + IDLE + 4000.0) == 6000.0


def test_a_film_without_an_end_does_not_hold_a_kiosk(here: Deck) -> None:
    state = watching(here)
    most = 1000.0 + MOST_FILM_MS
    assert left_ms(state, here, most + IDLE + 4000.0) == 6000.0
    assert standing(tick(state, here, most + GONE)).phase == "loop"
    late = run(state, here, most + 20_000.0, "film", plays=False)
    assert due_ms(late, here) == most + GONE


def test_a_film_that_plays_is_not_said_to_begin_again(here: Deck) -> None:
    state = watching(here)
    assert run(state, here, 9000.0, "film", plays=True) == state


def test_the_next_slide_is_not_held_by_the_film_of_the_last_one(here: Deck) -> None:
    on = COMMANDS["next"](watching(here), here, 20_000.0)
    assert (on.shown.slide, standing(on).film_ms) == ("a/two", None)
    assert due_ms(on, here) == 20_000.0 + GONE
    home = run(watching(here), here, 20_000.0, "home")
    assert (standing(home).film_ms, due_ms(home, here)) == (None, 20_000.0 + GONE)
    assert run(home, here, 21_000.0, "film", plays=False) == home


def test_a_later_touch_counts_when_the_film_is_over(here: Deck) -> None:
    state = run(watching(here), here, 30_000.0, "touch")
    assert due_ms(run(state, here, 25_000.0, "film", plays=False), here) == 30_000.0 + GONE


def test_films_of_the_loop_and_of_a_show_that_is_presented_hold_nothing(here: Deck) -> None:
    loop = fresh(here, 0.0)
    assert run(loop, here, 5.0, "film", plays=True) == loop


def test_a_film_that_ends_behind_the_pad_of_the_staff_has_ended(here: Deck) -> None:
    pad = run(watching(here), here, 20_000.0, "staff")
    away = run(run(pad, here, 21_000.0, "film", plays=False), here, 22_000.0, "staff")
    assert due_ms(away, here) == 22_000.0 + GONE
