"""Which feeds a slide's charts are bound to, and what of them these may ask for by name."""

from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import Struct

from jn_presenter.model.deck import Deck, Slide
from jn_presenter.model.element import Element
from jn_presenter.model.feed import Feed, Wants
from jn_presenter.model.text import Text


def slide_feeds(slide: Slide) -> tuple[Feed, ...]:
    """The feeds of a slide's elements, each once, in the order of the slide."""
    return tuple(dict.fromkeys(feed for element in _elements(slide) for feed in element.feeds()))


def wants_of(slides: Iterable[Slide], feed: Feed) -> Wants:
    """What the elements bound to the feed want of it.

    Named are whatever strings they have that are no words for an audience: among them is every name of a column, in
    whatever field of whatever element.
    """
    bound = [element for slide in slides for element in _elements(slide) if feed in element.feeds()]
    return Wants(
        named=frozenset(name for element in bound for name in _strings(element)),
        measured=frozenset(name for element in bound for name in element.measured()),
        negatives=all(element.negatives for element in bound),
    )


def deck_feeds(deck: Deck, slides: Iterable[str] | None = None) -> tuple[Feed, ...]:
    """The feeds of these slides, by default of all that are read, each once."""
    names = deck.order if slides is None else slides
    there = (deck.slides[name] for name in names if name in deck.slides)
    return tuple(dict.fromkeys(feed for slide in there for feed in slide_feeds(slide)))


def _elements(slide: Slide) -> tuple[Element, ...]:
    return (*(element for _, several in slide.slots for element in several), *(free.element for free in slide.free))


def _strings(value: Any) -> Iterator[str]:
    if type(value) is str:
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _strings(part)
    elif isinstance(value, Struct) and not isinstance(value, Feed | Text):
        for field in value.__struct_fields__:
            yield from _strings(getattr(value, field))
