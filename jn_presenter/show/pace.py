"""How the show stands in time and in its course: elapsed, remaining, slide n of N, theme n of N."""

from decimal import Decimal

from msgspec import Struct

from jn_presenter.model.deck import Deck
from jn_presenter.show.select import theme_id
from jn_presenter.show.state import ShowState
from jn_presenter.show.travel import choice, last_step

MINUTE_MS = 60_000.0


class Pace(Struct, frozen=True, kw_only=True):
    """Where the presenter is. Numbers count from 1; 0 stands for a slide outside the present choice."""

    elapsed_ms: float
    remaining_ms: float
    """Below 0 once the time is over."""
    slide: int
    slides: int
    step: int
    """Of the slide, from 0 to `last_step`."""
    last_step: int
    theme: int
    themes: int


def pace(state: ShowState, deck: Deck, now_ms: float) -> Pace:
    """All of it at once, as the console shows it."""
    chosen = choice(state, deck)
    theme = theme_id(state.at.slide)
    return Pace(
        elapsed_ms=elapsed_ms(state, now_ms),
        remaining_ms=remaining_ms(state, deck, now_ms),
        slide=chosen.number(state.at.slide),
        slides=len(chosen.slides),
        step=state.at.step,
        last_step=last_step(deck, state.at.slide),
        theme=chosen.themes.index(theme) + 1 if theme in chosen.themes else 0,
        themes=len(chosen.themes),
    )


def elapsed_ms(state: ShowState, now_ms: float) -> float:
    """Since the show began; never below 0."""
    return max(0.0, now_ms - state.started_ms)


def planned(state: ShowState, deck: Deck) -> Decimal:
    """The length of the show in minutes: what was asked for, else what its slides take together."""
    return choice(state, deck).minutes if state.minutes is None else state.minutes


def remaining_ms(state: ShowState, deck: Deck, now_ms: float) -> float:
    """Of the planned length; below 0 once it is over."""
    return float(planned(state, deck)) * MINUTE_MS - elapsed_ms(state, now_ms)
