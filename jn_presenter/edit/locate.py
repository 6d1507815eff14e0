"""From a place in a file to what of the slide stands there, and back, as cursor and preview point at each other."""

from collections.abc import Iterable

from jn_presenter.load.sources import EACH, Places
from jn_presenter.model.problem import Span


def path_at(places: Places, offset: int) -> str:
    """The dotted path of the smallest value around a character of the file; empty for the file as a whole.

    Right behind its last character a value is still meant: that is where the cursor stands after typing it.
    """
    best, best_path = -1, ""
    for k, path in enumerate(places.paths):
        _, _, start, end = places.numbers[EACH * k : EACH * (k + 1)]
        if path and start <= offset <= end and (best < 0 or end - start <= best):
            best, best_path = end - start, path
    return best_path


def element_at(places: Places, offset: int, elements: Iterable[str]) -> str:
    """Which of these elements, named by their paths, the character belongs to; empty for none of them."""
    return element_of(path_at(places, offset), elements)


def element_of(path: str, elements: Iterable[str]) -> str:
    """Which of these elements the value at a path belongs to; empty for none of them."""
    elements = tuple(elements)
    whole = max((one for one in elements if path == one or path.startswith(one + ".")), key=len, default="")
    if whole or not path:
        return whole
    # an element in a slot of its own may be written as the slot's value, the short form of `slot.1`
    inner = [one for one in elements if one.startswith(path + ".")]
    return inner[0] if len(inner) == 1 else ""


def place_of(places: Places, element: str) -> Span | None:
    """Where an element is written, or the nearest value around it; None where the file has nothing of it."""
    path = element
    while path:
        if (span := places.get(path)) is not None:
            return span
        path = path.rpartition(".")[0]
    return None
