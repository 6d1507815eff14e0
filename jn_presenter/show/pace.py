"""How the show stands in time and in its course: elapsed, remaining, ahead or behind, slide n of N, theme n of N."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from msgspec import Struct

from jn_presenter.model.daytime import MINUTE_MS as MINUTE_MS
from jn_presenter.model.deck import Deck
from jn_presenter.model.interpreting import Interpretation
from jn_presenter.model.same import Same
from jn_presenter.show.select import theme_id
from jn_presenter.show.state import ShowState, length_of
from jn_presenter.show.travel import choice, interrupted, last_step, spent_ms

KEPT = 4
"""Decks whose budgets are remembered: before and after a reload, each with and without interpreting."""
ON_TIME_MS = 15_000
"""How far from the plan a show is still on time: less than that is made up by a breath."""

Standing = Literal["ahead", "on-time", "behind"]


class Pace(Struct, frozen=True, kw_only=True):
    """Where the presenter is. Numbers count from 1; 0 stands for a slide outside the present choice."""

    elapsed_ms: float
    remaining_ms: float
    """Below 0 once the time is over."""
    budget_ms: int
    """What is planned for the slide that the audience sees, interpretation included."""
    spent_ms: int
    """How long the audience has seen that slide, all visits together."""
    rest_ms: int
    """What is still planned: see `rest_ms` below."""
    behind_ms: int
    """How much later than allowed the show would end if all went as planned from now on; below 0, ahead."""
    slide: int
    slides: int
    step: int
    """Of the slide, from 0 to `last_step`."""
    last_step: int
    theme: int
    themes: int

    @property
    def standing(self) -> Standing:
        """How the show stands, by `behind_ms`."""
        if abs(self.behind_ms) < ON_TIME_MS:
            return "on-time"
        return "behind" if self.behind_ms > 0 else "ahead"


def pace(state: ShowState, deck: Deck, now_ms: float) -> Pace:
    """All of it at once, as the console shows it."""
    chosen = choice(state, deck)
    theme = theme_id(state.at.slide)
    rest = rest_ms(state, deck, now_ms)
    return Pace(
        elapsed_ms=elapsed_ms(state, now_ms),
        remaining_ms=remaining_ms(state, deck, now_ms),
        budget_ms=budget_ms(state, deck, state.shown.slide),
        spent_ms=round(spent_ms(state, state.shown.slide, now_ms)),
        rest_ms=rest,
        behind_ms=_behind_ms(state, deck, now_ms, rest),
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
    length = length_of(state)
    return choice(state, deck).minutes if length is None else length


def remaining_ms(state: ShowState, deck: Deck, now_ms: float) -> float:
    """Of the planned length; below 0 once it is over."""
    return float(planned(state, deck)) * MINUTE_MS - elapsed_ms(state, now_ms)


def budget_ms(state: ShowState, deck: Deck, slide: str) -> int:
    """The time planned for a slide, interpretation included; 0 while it is not read yet.

    Whole milliseconds, so that sums are exact in any order.
    """
    return _budgets(Same(deck), state.interpreting).get(slide, 0)


@lru_cache(maxsize=KEPT)
def _budgets(same: Same[Deck], how: Interpretation) -> Mapping[str, int]:
    """Slide -> ms: asked for again with every second of the show."""
    factor = same.value.briefing.interpreting.factor(how) * int(MINUTE_MS)
    return {name: round(slide.minutes * factor) for name, slide in same.value.slides.items()}


def origin(state: ShowState) -> str:
    """The slide from which the show goes on: the one shown, or after a jump the one that it interrupted."""
    return (interrupted(state, state.shown.slide) or state.shown).slide


def ahead(state: ShowState, deck: Deck) -> tuple[str, ...]:
    """The chosen slides behind the one from which the show goes on."""
    chosen = choice(state, deck)
    rank = chosen.ranks.get(origin(state))
    return () if rank is None else tuple(slide for slide in chosen.slides if chosen.ranks[slide] > rank)


def rest_ms(state: ShowState, deck: Deck, now_ms: float) -> int:
    """What the plan still wants: of the present slide what is left of its budget, and of all that `next` leads to.

    What the audience has seen of a slide already counts as done. While a jump has led away, the slide that was
    interrupted is the present one.
    """
    return _left_ms(state, deck, (origin(state), *ahead(state, deck)), now_ms)


def behind_ms(state: ShowState, deck: Deck, now_ms: float) -> int:
    """How much longer than planned the show takes if its rest goes as planned; below 0 where time is left over."""
    return _behind_ms(state, deck, now_ms, rest_ms(state, deck, now_ms))


def _behind_ms(state: ShowState, deck: Deck, now_ms: float, rest: int) -> int:
    return rest + round(elapsed_ms(state, now_ms)) - round(planned(state, deck) * int(MINUTE_MS))


def _left_ms(state: ShowState, deck: Deck, slides: Iterable[str], now_ms: float) -> int:
    budgets = _budgets(Same(deck), state.interpreting)
    asked = dict.fromkeys(slides)
    seen = [slide for slide in (*state.spent, state.shown.slide) if slide in asked]
    whole = sum(budgets.get(slide, 0) for slide in asked)
    done = (min(budgets.get(slide, 0), round(spent_ms(state, slide, now_ms))) for slide in dict.fromkeys(seen))
    return whole - sum(done)
