"""The lengths that a show can be given, and what it would be with each: how many slides, and how long they take."""

import re
from collections.abc import Iterator
from decimal import Decimal

from msgspec import Struct

from jn_presenter.model.daytime import DAY_MS, Daytime, daytime
from jn_presenter.model.deck import Deck
from jn_presenter.show.pace import budget_ms
from jn_presenter.show.select import selection
from jn_presenter.show.state import ShowState, minutes_between

LONGEST = 600
"""Minutes: ten hours, more than any host would ask for."""
WRITTEN = re.compile(r"\d{1,3}(\.\d)?", re.ASCII)


class Length(Struct, frozen=True, kw_only=True):
    """A length as commands take it: minutes, or a time of the show's clock to be over by; neither for all slides."""

    minutes: Decimal | None = None
    until_ms: float | None = None

    def limit(self, state: ShowState) -> Decimal | None:
        """The minutes that the show may take from its start; None for no limit."""
        return self.minutes if self.until_ms is None else minutes_between(state.started_ms, self.until_ms)


class Outcome(Struct, frozen=True):
    """What a show of some length has: how many slides, and how long they take together, interpretation included."""

    slides: int
    ms: int


ALL = Length()


def offered(deck: Deck) -> tuple[Length, ...]:
    """All slides, and each version of the briefing."""
    return (ALL, *(Length(minutes=minutes) for minutes in deck.briefing.versions))


def present(state: ShowState) -> Length:
    """The length that the show has."""
    return Length(minutes=state.minutes, until_ms=state.until_ms)


def outcome(state: ShowState, deck: Deck, length: Length) -> Outcome:
    """What the show would have; slides that are hidden or skipped stay so, and those not read yet take no time."""
    slides = selection(
        deck,
        length.limit(state),
        state.themes,
        state.hidden,
        order=state.order,
        skipped=state.skipped,
        stressed=state.stressed,
        factor=deck.briefing.interpreting.factor(state.interpreting),
    ).slides
    return Outcome(len(slides), sum(budget_ms(state, deck, slide) for slide in slides))


def typed(words: str, now_ms: float, of_day_ms: float) -> Length | None:
    """The length that `25` or `15:30` means; None for what means none, or a time that is over.

    now_ms: by the show's clock. of_day_ms: since midnight.
    """
    narrow = "".join(_narrow(words.strip()))
    at = daytime(narrow)
    if at is not None:
        ahead = at.ahead_ms(of_day_ms)
        return Length(until_ms=now_ms + ahead) if ahead > 0.0 else None
    if WRITTEN.fullmatch(narrow) is None:
        return None
    minutes = Decimal(narrow)
    return Length(minutes=minutes) if 0 < minutes <= LONGEST else None


def is_over(words: str, of_day_ms: float) -> bool:
    """Whether a time was typed that is over already."""
    at = daytime(words)
    return at is not None and at.ahead_ms(of_day_ms) <= 0.0


def written(length: Length, now_ms: float, of_day_ms: float) -> str:
    """As it would be typed; empty for all slides."""
    if length.until_ms is not None:
        minute = round((of_day_ms + length.until_ms - now_ms) % DAY_MS / 60_000.0) % 1440
        return str(Daytime(minute // 60, minute % 60))
    return "" if length.minutes is None else f"{length.minutes.normalize():f}"


def _narrow(words: str) -> Iterator[str]:
    """Digits and signs as an input method may widen them."""
    for character in words:
        yield chr(ord(character) - 0xFEE0) if "\uff10" <= character <= "\uff1a" or character == "\uff0e" else character
