"""Which slides an edit changes: what the audience sees of them, what the presenter reads, or both."""

from collections.abc import Iterable

from msgspec import Struct, structs

from jn_presenter.draw.provenance import slide_facts
from jn_presenter.draw.resolve import references
from jn_presenter.model.deck import Deck, Slide
from jn_presenter.model.fact import Fact, Facts


class Effect(Struct, frozen=True):
    """A slide that changes. number: its place in the show, from 1."""

    slide: str
    number: int
    picture: bool
    notes: bool


def effects(before: Deck, after: Deck) -> tuple[Effect, ...]:
    """The slides that change from one deck to the other, in the order of the show."""
    changed = _changed(before.facts, after.facts)
    found = []
    for number, name in enumerate(after.order, 1):
        old, new = before.slides.get(name), after.slides.get(name)
        if old is None or new is None:
            if old is not new:
                found.append(Effect(name, number, picture=True, notes=True))
            continue
        shown = not changed.isdisjoint(slide_facts(new, after.facts))
        picture = shown or _shown(old) != _shown(new)
        notes = old.notes != new.notes or not changed.isdisjoint(_in_notes(new))
        if picture or notes:
            found.append(Effect(name, number, picture, notes))
    return tuple(found)


def _shown(slide: Slide) -> Slide:
    return structs.replace(slide, digest="", notes=None)


def _in_notes(slide: Slide) -> Iterable[str]:
    variants = slide.notes.variants if slide.notes is not None else ()
    return (reference.id for _, words in variants for reference in references(words))


def _around(fact: Fact, facts: Facts) -> tuple[object, ...]:
    """All that is said of a fact, and where else it is said."""
    told = structs.replace(fact, note="")
    return told, facts.units.get(fact.unit), facts.sources.get(fact.source), facts.dues.get(fact.due)


def _changed(before: Facts, after: Facts) -> set[str]:
    """The facts that read otherwise, by themselves, their unit, their source or the name of their due."""
    found = set()
    for name, new in after.facts.items():
        old = before.facts.get(name)
        if old is None or _around(old, before) != _around(new, after):
            found.add(name)
    return found | (before.facts.keys() - after.facts.keys())
