"""The order of the slides for today: the deck's, or the presenter's own, which outlives every edit of the deck."""

from collections.abc import Iterable


def ordered(deck_order: Iterable[str], today: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The deck's slides, each once, as `today` has them.

    A slide that `today` does not know yet stands behind the one that it follows in the deck; what the deck does not
    have is left out. Without `today` it is the deck's order.
    """
    deck = dict.fromkeys(deck_order)
    if not today:
        return tuple(deck)
    kept = dict.fromkeys(slide for slide in today if slide in deck)
    behind: dict[str, list[str]] = {}
    anchor = ""
    for slide in deck:
        if slide in kept:
            anchor = slide
        else:
            behind.setdefault(anchor, []).append(slide)
    found = behind.pop("", [])
    for slide in kept:
        found.append(slide)
        found += behind.get(slide, ())
    return tuple(found)


def moved(order: tuple[str, ...], slide: str, beside: str, *, after: bool) -> tuple[str, ...]:
    """The order with `slide` right before or after `beside`; all three have to be different slides of it."""
    rest = [other for other in order if other != slide]
    at = rest.index(beside) + after
    return (*rest[:at], slide, *rest[at:])
