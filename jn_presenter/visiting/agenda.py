"""An agenda for a visit: of the cards that stand for themes, those of the visit in its order."""

from msgspec import structs

from jn_presenter.model.deck import Slide, Target
from jn_presenter.model.element import Element

SLOT = "cards"


def only_themes(slide: Slide, themes: tuple[str, ...]) -> Slide:
    """The slide with the cards of these themes alone, in their order; other cards stay where they are.

    Steps that show cards one by one show those that are left, in the order in which they stand. The slide itself where
    nothing changes: without themes, without cards that stand for one, and where none would be left.
    """
    cards = slide.slot(SLOT)
    kept = _kept(cards, themes)
    if not themes or not kept or kept == list(range(len(cards))):
        return slide
    slots = tuple((name, tuple(cards[k] for k in kept) if name == SLOT else there) for name, there in slide.slots)
    return structs.replace(slide, slots=slots, steps=_steps(slide.steps, kept))


def has_themes(slide: Slide) -> bool:
    """Whether any of its cards stands for a theme."""
    return any(getattr(card, "theme", "") for card in slide.slot(SLOT))


def _kept(cards: tuple[Element, ...], themes: tuple[str, ...]) -> list[int]:
    """The places of the cards that are left, as they are to stand; those of a theme take turns in its places."""
    stands_for = [getattr(card, "theme", "") for card in cards]
    chosen = sorted(
        (k for k, theme in enumerate(stands_for) if theme in themes), key=lambda k: (themes.index(stands_for[k]), k)
    )
    turns = iter(chosen)
    return [k if not theme else next(turns) for k, theme in enumerate(stands_for) if not theme or theme in themes]


def _steps(steps: tuple[tuple[Target, ...], ...], kept: list[int]) -> tuple[tuple[Target, ...], ...]:
    """The steps of the cards that are left: as many as before, ascending; entries that showed nothing else are gone."""
    there = {k + 1: number for number, k in enumerate(kept, 1)}
    listed = [target.part for entry in steps for target in entry if target.slot == SLOT and target.part in there]
    parts = iter(sorted(there[part] for part in listed))
    found = []
    for entry in steps:
        new = []
        for target in entry:
            if target.slot != SLOT or not target.part:
                new.append(target)
            elif target.part in there:
                new.append(Target(SLOT, next(parts)))
        if new:
            found.append(tuple(new))
    return tuple(found)
