"""Places in a deck that has changed: the same slide and step, or the nearest to them that it still has."""

from collections.abc import Sequence

from jn_presenter.model.deck import Deck
from jn_presenter.show.select import Selection
from jn_presenter.show.state import Place
from jn_presenter.show.travel import last_step


def surviving(place: Place, before: Sequence[str], deck: Deck, chosen: Selection) -> Place:
    """The place, or the nearest to it that the new deck still has.

    before: slides in the order they had until now. For a slide that is gone the next one stands that is chosen, or
    may be once it is read, at its first step; behind the last, the one before, at its last. `chosen` is of the new deck
    and knows at least one slide.
    """
    if place.slide in chosen.known:
        return clamped(place, deck)
    order = tuple(chosen.ranks) if place.slide in chosen.ranks else before
    here = order.index(place.slide) if place.slide in order else -1
    there = chosen.open or chosen.known
    for slide in order[here + 1 :]:
        if slide in there:
            return Place(slide)
    for slide in reversed(order[: max(0, here)]):
        if slide in there:
            return Place(slide, last_step(deck, slide))
    return Place(next(slide for slide in chosen.ranks if slide in there))


def clamped(place: Place, deck: Deck) -> Place:
    """The step within the slide's steps; as it is while the slide is not read yet."""
    slide = deck.slides.get(place.slide)
    return place if slide is None or place.step <= slide.last_step else Place(place.slide, slide.last_step)
