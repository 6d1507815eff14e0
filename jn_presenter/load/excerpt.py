"""The line of a file with a caret under one character, for problems; full-width characters take two columns."""

import unicodedata

from jn_presenter.draw.typography import is_wide
from jn_presenter.load.lines import line_bounds

MOST_COLUMNS = 96
INVISIBLE = ("Mn", "Me", "Cf")


def columns(character: str) -> int:
    """How many columns of a terminal the character takes: 0, 1 or 2."""
    return 2 if is_wide(character) else 0 if unicodedata.category(character) in INVISIBLE else 1


def excerpt(text: str, index: int, end: int = 0) -> str:
    """The line of `text` that holds the character `index`, and below it carets from there to `end`, at least one.

    A long line is cut around the first caret; control characters and bidirectional marks are shown as one `�` or left
    out, so that a file cannot rearrange the terminal it is reported on.
    """
    begin, last = line_bounds(text, index)
    before, after = text[max(begin, index - MOST_COLUMNS) : index], text[index : min(last, index + MOST_COLUMNS)]
    left, right = _shown(before), _shown(after)
    cut = index - begin > len(before)
    near = _fitting(left[::-1], MOST_COLUMNS * 2 // 3)
    more = "…" if near < len(left) or cut else ""
    left = left[len(left) - near :]
    indent = _width(more) + _width(left)
    kept = right[: _fitting(right, MOST_COLUMNS - indent)]
    if kept != right or len(after) < last - index:
        kept += "…"
    carets = min(_width(_shown(text[index : min(end, last)])), _width(kept)) if end > index + 1 else 1
    return f"{more}{left}{kept}\n{' ' * indent}{'^' * max(1, carets)}"


def _width(characters: str) -> int:
    return len(characters) if characters.isascii() else sum(map(columns, characters))


def _fitting(characters: str, room: int) -> int:
    """How many of the characters, from the first on, have room in so many columns. A file may have 20,000 problems."""
    if characters.isascii():
        return min(len(characters), max(0, room))
    taken = count = 0
    for character in characters:
        taken += columns(character)
        if taken > room:
            break
        count += 1
    return count


def _shown(part: str) -> str:
    return part if part.isprintable() else "".join(_one(character) for character in part)


def _one(character: str) -> str:
    if character == "\t":
        return " "
    category = unicodedata.category(character)
    return "" if category == "Cf" else "\ufffd" if category in ("Cc", "Zl", "Zp", "Cs") else character
