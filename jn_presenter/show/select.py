"""Which slides a show has: the one choice there is, by minutes, themes and what the presenter has hidden."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import lru_cache

from msgspec import Struct

from jn_presenter.model.deck import Deck
from jn_presenter.model.same import Same
from jn_presenter.show.order import ordered

KEPT = 4
"""Selections remembered: the deck before and after a reload, each with and without a limit."""
NONE: frozenset[str] = frozenset()
ONCE = Decimal(1)


class Selection(Struct, frozen=True, kw_only=True):
    """The chosen slides in show order, and what is needed to step through them without walking the deck."""

    slides: tuple[str, ...]
    themes: tuple[str, ...]
    """The themes of the chosen slides, in show order."""
    minutes: Decimal
    """The chosen slides' minutes together, those skipped for lack of time included: the length that was planned.

    Those not read yet count nothing.
    """
    known: frozenset[str]
    """Every slide that can be shown, chosen or not."""
    open: frozenset[str]
    """The chosen slides, and those that may turn out to be once they are read."""
    ranks: Mapping[str, int]
    """The place of every listed slide in today's order, broken ones included; its keys are in that order."""
    chosen: tuple[int, ...]
    """The ranks of `slides`, ascending."""

    def after(self, slide: str) -> str | None:
        """The next chosen slide behind any slide of the deck, itself chosen or not; None at the end."""
        if slide not in self.ranks:
            return None
        k = bisect_right(self.chosen, self.ranks[slide])
        return self.slides[k] if k < len(self.slides) else None

    def before(self, slide: str) -> str | None:
        """The chosen slide before any slide of the deck, itself chosen or not; None at the beginning."""
        if slide not in self.ranks:
            return None
        k = bisect_left(self.chosen, self.ranks[slide])
        return self.slides[k - 1] if k else None

    def number(self, slide: str) -> int:
        """The slide's number among the chosen ones, counted from 1; 0 where it is not chosen."""
        rank = self.ranks.get(slide, -1)
        k = bisect_left(self.chosen, rank)
        return k + 1 if k < len(self.chosen) and self.chosen[k] == rank else 0


def select(
    deck: Deck,
    minutes: Decimal | None = None,
    themes: tuple[str, ...] = (),
    hidden: frozenset[str] = NONE,
    *,
    order: tuple[str, ...] = (),
    skipped: frozenset[str] = NONE,
    stressed: frozenset[str] = NONE,
    factor: Decimal = ONCE,
) -> tuple[str, ...]:
    """The ids of the slides to show, in show order.

    Without `minutes` all slides of the themes (all themes where empty) that are not hidden. With `minutes` all core
    slides; then standard, then extra ones in show order, each that still fits into the minutes. Frame themes are
    always in. A slide not read yet is chosen where no reading could leave it out: without a limit, or in a frame.
    order: today's, in place of the deck's. skipped: left out of the result, while nothing else takes their minutes.
    stressed: taken in any case, as if they were core and of a chosen theme, but for those that are hidden.
    factor: how many times its minutes each slide takes.
    """
    chosen = selection(deck, minutes, themes, hidden, order=order, skipped=skipped, stressed=stressed, factor=factor)
    return chosen.slides


def selection(
    deck: Deck,
    minutes: Decimal | None = None,
    themes: tuple[str, ...] = (),
    hidden: frozenset[str] = NONE,
    *,
    order: tuple[str, ...] = (),
    skipped: frozenset[str] = NONE,
    stressed: frozenset[str] = NONE,
    factor: Decimal = ONCE,
) -> Selection:
    """As `select`, with neighbours and sums; remembered by the deck's identity, so that a key press costs no walk."""
    return _selection(Same(deck), minutes, themes, hidden, order, skipped, stressed, factor)


@lru_cache(maxsize=KEPT)
def _selection(
    same: Same[Deck],
    minutes: Decimal | None,
    themes: tuple[str, ...],
    hidden: frozenset[str],
    today: tuple[str, ...],
    skipped: frozenset[str],
    stressed: frozenset[str],
    factor: Decimal,
) -> Selection:
    deck = same.value
    order = ordered(deck.order, today)
    known = frozenset(slide for slide in order if slide in deck.slides or slide in deck.pending)
    frames = frozenset(theme.id for theme in deck.themes if theme.role == "frame")
    wanted = frozenset(themes)
    offered = [
        slide
        for slide in order
        if slide in known
        and slide not in hidden
        and (not wanted or theme_id(slide) in wanted or theme_id(slide) in frames or slide in stressed)
    ]
    taken = frozenset(offered) if minutes is None else _within(deck, offered, minutes, frames, stressed, factor)
    slides = tuple(slide for slide in offered if slide in taken and slide not in skipped)
    ranks = {slide: rank for rank, slide in enumerate(order)}
    unread = frozenset(slide for slide in offered if slide in deck.pending)
    return Selection(
        slides=slides,
        themes=tuple(dict.fromkeys(map(theme_id, slides))),
        minutes=_minutes(deck, taken) * factor,
        known=known,
        open=frozenset(slides) | (unread - skipped),
        ranks=ranks,
        chosen=tuple(ranks[slide] for slide in slides),
    )


def _within(
    deck: Deck,
    offered: list[str],
    minutes: Decimal,
    frames: frozenset[str],
    stressed: frozenset[str],
    factor: Decimal,
) -> frozenset[str]:
    """Those of the offered slides that a show of so many minutes has."""
    read = [deck.slides[slide] for slide in offered if slide in deck.slides]
    taken = {slide for slide in offered if theme_id(slide) in frames or slide in stressed}
    taken.update(slide.id for slide in read if slide.depth == "core")
    total = _minutes(deck, taken)
    for depth in ("standard", "extra"):
        for slide in read:
            if slide.depth == depth and slide.id not in taken and (total + slide.minutes) * factor <= minutes:
                taken.add(slide.id)
                total += slide.minutes
    return frozenset(taken)


def _minutes(deck: Deck, slides: Iterable[str]) -> Decimal:
    return sum((deck.slides[slide].minutes for slide in slides if slide in deck.slides), Decimal(0))


def theme_id(slide: str) -> str:
    """The theme of a slide id: the part before the slash."""
    return slide.partition("/")[0]
