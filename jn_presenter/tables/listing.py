"""What would change as a table for a terminal, in which Chinese characters take two columns."""

from collections.abc import Iterator, Sequence

from jn_presenter.load.excerpt import columns
from jn_presenter.tables.taking import Told

GAP = "  "
NARROWEST = 60
MOST_LINES = 6
"""Of a cell; notes of a whole slide would push the next change out of sight."""
WIDEST = (18, 40)
"""Of the cells, and of the places, which shall stay whole: terminals make links of them."""


def listing(told: Sequence[Told], heads: tuple[str, str, str, str], language: str, width: int) -> Iterator[str]:
    """The lines of the table: each change with its cell, its place in the files, what was there and what will be."""
    width = max(NARROWEST, width)
    cell = min(WIDEST[0], max(_width(words) for words in (heads[0], *(one.cell for one in told))))
    places = (heads[1], *(words for one in told for words in (one.place, one.what.in_language(language))))
    place = min(WIDEST[1], width // 3, max(map(_width, places)))
    half = (width - cell - place - 3 * len(GAP)) // 2
    widths = [cell, place, half, half]
    yield from _row(heads, widths)
    yield GAP.join("-" * one for one in widths)
    for one in told:
        where = f"{one.what.in_language(language)}\n{one.place}"
        yield from _row((one.cell, where, one.before, one.after), widths)


def _row(cells: tuple[str, ...], widths: Sequence[int]) -> Iterator[str]:
    wrapped = [_wrapped(words, width) for words, width in zip(cells, widths, strict=True)]
    for k in range(max(map(len, wrapped))):
        parts = (lines[k] if k < len(lines) else "" for lines in wrapped)
        yield GAP.join(_padded(part, width) for part, width in zip(parts, widths, strict=True)).rstrip()


def _wrapped(words: str, width: int) -> list[str]:
    """The words in lines of at most so many columns, the rest of very many left out."""
    lines: list[str] = []
    for line in words.split("\n"):
        rest = "".join(character if character.isprintable() else " " for character in line)
        while True:
            count = _fitting(rest, width)
            lines.append(rest[:count].rstrip())
            rest = rest[count:].lstrip()
            if not rest:
                break
    if len(lines) > MOST_LINES:
        lines = [*lines[: MOST_LINES - 1], "…"]
    return lines


def _fitting(words: str, width: int) -> int:
    """How many characters fit; broken at the last blank if there is one in the second half."""
    taken = 0
    for k, character in enumerate(words):
        taken += columns(character)
        if taken > width:
            blank = words.rfind(" ", k // 2, k + 1)
            return blank if blank > 0 else max(1, k)
    return len(words)


def _padded(words: str, width: int) -> str:
    return words + " " * max(0, width - _width(words))


def _width(words: str) -> int:
    return sum(map(columns, words))
