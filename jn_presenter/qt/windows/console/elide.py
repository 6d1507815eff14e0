"""Words made shorter for their room."""

from collections.abc import Callable

ELLIPSIS = "…"


def elided(text: str, fits: Callable[[str], bool]) -> str:
    """The text, or as much of its beginning as fits with an ellipsis behind it."""
    if fits(text):
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(text[:middle] + ELLIPSIS) else (low, middle - 1)
    return text[:low].rstrip() + ELLIPSIS
