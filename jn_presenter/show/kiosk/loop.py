"""Which slides the attract loop shows, and which a visitor finds in a theme. Nothing broken or set aside is in them."""

from collections.abc import Iterable
from functools import lru_cache

from jn_presenter.model.deck import Deck
from jn_presenter.model.same import Same
from jn_presenter.show.kiosk.stand import Stand
from jn_presenter.show.select import theme_id

KEPT = 4
"""Loops remembered: the deck before and after a reload, with and without what is set aside."""


def loop_of(deck: Deck, stand: Stand) -> tuple[str, ...]:
    """The slides of the loop in their order, those not read yet included.

    What the briefing's `kiosk: loop` names; without it the core slides of all content themes. Where that leaves none,
    all that can be shown; empty only for a deck of which nothing can be. A core slide is one that was read.
    """
    return _loop(Same(deck), stand.aside)


def slides_of(deck: Deck, stand: Stand, theme: str) -> tuple[str, ...]:
    """The slides of a theme that a visitor can see, in their order."""
    return tuple(slide for slide in _possible(deck, stand.aside) if theme_id(slide) == theme)


@lru_cache(maxsize=KEPT)
def _loop(same: Same[Deck], aside: frozenset[str]) -> tuple[str, ...]:
    deck = same.value
    possible = _possible(deck, aside)
    named = dict.fromkeys(slide for name in deck.briefing.kiosk.loop for slide in _named(name, possible))
    if named:
        return tuple(named)
    content = frozenset(theme.id for theme in deck.themes if theme.role == "content")
    core = tuple(slide for slide in possible if theme_id(slide) in content and _is_core(deck, slide))
    return core or possible


def _possible(deck: Deck, aside: frozenset[str]) -> tuple[str, ...]:
    """Those that can be shown; where all of them are set aside, they all are possible after all."""
    there = tuple(dict.fromkeys(slide for slide in deck.order if slide in deck.slides or slide in deck.pending))
    return tuple(slide for slide in there if slide not in aside) or there


def _named(name: str, possible: Iterable[str]) -> Iterable[str]:
    return (slide for slide in possible if name in (slide, theme_id(slide)))


def _is_core(deck: Deck, slide: str) -> bool:
    found = deck.slides.get(slide)
    return found is not None and found.depth == "core"
