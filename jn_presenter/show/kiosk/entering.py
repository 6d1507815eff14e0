"""When a deck that has changed may enter a kiosk: between two slides, and never under the eyes of who reads one."""

from jn_presenter.model.deck import Deck, Slide
from jn_presenter.show.kiosk.loop import loop_of, slides_of
from jn_presenter.show.state import ShowState


def is_between(old: ShowState, new: ShowState) -> bool:
    """Whether this change leaves the slide that was in sight: for another one, the themes, or its own beginning."""
    before, after = old.kiosk, new.kiosk
    if before is None or after is None:
        return False
    if before.staff or after.staff:
        return False
    if old.shown.slide != new.shown.slide or before.phase != after.phase or before.theme != after.theme:
        return True
    again = after.since_ms != before.since_ms and new.shown.step == 0  # a loop of one slide
    return after.phase == "closed" or (after.phase == "loop" and again)


def in_sight(state: ShowState, deck: Deck) -> tuple[str, ...]:
    """The slides that can be seen without a further touch: the loop's, those of the visitor's theme, the one shown."""
    stand = state.kiosk
    if stand is None:
        return (state.shown.slide,)
    theme = slides_of(deck, stand, stand.theme) if stand.theme else ()
    return tuple(dict.fromkeys((state.shown.slide, *theme, *loop_of(deck, stand))))


def looks_alike(old: Deck, new: Deck) -> bool:
    """Whether nobody could tell the decks apart: what differs is how far they are read, or nothing."""
    return (
        all(_alike(new.slides.get(name), slide) for name, slide in old.slides.items())
        and new.slides.keys() <= old.slides.keys() | old.pending
        and (old.folder, old.order, old.themes, old.briefing) == (new.folder, new.order, new.themes, new.briefing)
        and (old.facts, old.styles) == (new.facts, new.styles)
    )


def _alike(new: Slide | None, old: Slide) -> bool:
    return new is old or new == old
