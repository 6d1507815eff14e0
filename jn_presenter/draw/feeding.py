"""Which feeds a slide's charts are bound to."""

from collections.abc import Iterable

from jn_presenter.model.deck import Deck, Slide
from jn_presenter.model.feed import Feed


def slide_feeds(slide: Slide) -> tuple[Feed, ...]:
    """The feeds of a slide's elements, each once, in the order of the slide."""
    elements = (*(element for _, several in slide.slots for element in several), *(free.element for free in slide.free))
    return tuple(dict.fromkeys(feed for element in elements for feed in element.feeds()))


def deck_feeds(deck: Deck, slides: Iterable[str] | None = None) -> tuple[Feed, ...]:
    """The feeds of these slides, by default of all that are read, each once."""
    names = deck.order if slides is None else slides
    there = (deck.slides[name] for name in names if name in deck.slides)
    return tuple(dict.fromkeys(feed for slide in there for feed in slide_feeds(slide)))
