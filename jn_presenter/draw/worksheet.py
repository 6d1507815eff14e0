"""What only the XML of a spreadsheet's sheet tells: how far its cells lie apart, and which are errors or in percent.

Looked for in the bytes, since a parser of XML would take longer than reading the figures. Every pattern ends at `<` or
after a fixed number of characters, so that none takes more than one pass.
"""

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

MOST_CELLS = 4_000_000
"""Cells of the block from the first to the last cell of a sheet."""
MOST_FAULTS = 200


class Place(NamedTuple):
    """A cell by row and column, both from 1."""

    row: int
    column: int


def column_of(letters: str) -> int:
    """The number of a spreadsheet's column: A is 1, AA is 27; 0 for no letters."""
    number = 0
    for letter in letters.upper():
        number = 26 * number + ord(letter) - ord("A") + 1
    return number


REFERENCE = re.compile(rb"""\br\s{0,9}=\s{0,9}["']\s{0,9}([A-Za-z]{0,9})([0-9]{1,9})""")
UNUSUAL_CELL = re.compile(rb'<c(?! r="[A-Z][0-9]{1,5}")')
UNUSUAL_ROW = re.compile(rb'<row(?! r="[0-9]{1,5}")')
"""What no tag is like in a sheet of at most 26 columns and 99,999 rows, written as office programs do."""
TAG = re.compile(rb"<(?:\w+:)?(row|c)(?![\w:.-])([^<>]*)>")


def too_far(content: bytes) -> str:
    """The cell from which on the block of all cells is too large to be laid out; empty where it is not."""
    body = _body(content)
    prefixed = _has(body, b":c") or _has(body, b":row")
    if not prefixed and not UNUSUAL_CELL.search(body) and not UNUSUAL_ROW.search(body):
        return ""
    row = column = rows = columns = 0
    for tag in TAG.finditer(body):
        found = REFERENCE.search(tag[2])
        if tag[1] == b"row":
            row, column = (int(found[2]) if found else row + 1), 0
        elif found:
            row, column = int(found[2]), column_of(found[1].decode())
        else:
            column += 1
        rows, columns = max(rows, row), max(columns, column)
        if rows * columns > MOST_CELLS:
            return found[0].decode().partition("=")[2].strip("\"' ") if found else str(row)
    return ""


CELLS = b"sheetData"


def _body(content: bytes) -> bytes:
    """The part with the cells: whatever the tag around them is prefixed with, and whatever stands in comments."""
    first, last = content.find(CELLS), content.rfind(CELLS)
    return content[first + len(CELLS) : last] if first < last else content


def _has(body: bytes, word: bytes) -> bool:
    """The same as `in`, at once where one of the signs is missing, as most are among figures."""
    return all(sign in body for sign in word) and word in body


ERROR = re.compile(rb"""<(?:\w+:)?c\s([^<>]*\bt\s{0,9}=\s{0,9}["']e["'][^<>]*)>""")
CELL = re.compile(rb"<(?:\w+:)?c\s([^<>]*)>\s*\Z")
VALUE = re.compile(rb"<(?:\w+:)?v>([^<]{1,20})</")
UNCALCULATED = re.compile(
    rb"<(?:\w+:)?f\b[^<>]*(?:/>|>[^<]*</(?:\w+:)?f>)\s{0,99}"
    rb"(?:<(?:\w+:)?v\s{0,9}(?:/>|>\s{0,99}</(?:\w+:)?v>)\s{0,99})?</(?:\w+:)?c>"
)
TEXT = re.compile(rb"""\bt\s{0,9}=\s{0,9}["']str["']""")
UNKNOWN = "#N/A"
"""What people type, and formulas give, to say that there is no value: no fault."""


def faults(content: bytes) -> dict[Place, str]:
    """Cells without a value that should have one: the error that stands there, nothing for a formula that was never
    calculated. At most 200 of each.
    """
    body = _body(content)
    return dict((*_uncalculated(body), *_errors(body)))


def _errors(content: bytes) -> Iterator[tuple[Place, str]]:
    if not _has(content, b'"e"') and not _has(content, b"'e'"):
        return
    for count, found in enumerate(ERROR.finditer(content)):
        value = VALUE.search(content, found.end(), found.end() + 10_000)
        word = value[1].decode("utf-8", "replace") if value else "#VALUE!"
        if word != UNKNOWN and (place := _place(found[1])):
            yield place, word
        if count == MOST_FAULTS:
            return


def _uncalculated(content: bytes) -> Iterator[tuple[Place, str]]:
    if not _has(content, b"<f") and not _has(content, b":f"):
        return
    for count, found in enumerate(UNCALCULATED.finditer(content)):
        cell = CELL.search(content, max(0, found.start() - 400), found.start())
        if cell and not TEXT.search(cell[1]) and not ERROR.match(cell[0].strip()) and (place := _place(cell[1])):
            yield place, ""
        if count == MOST_FAULTS:
            return


def styled(content: bytes, styles: Collection[int]) -> frozenset[Place]:
    """The cells with one of these styles."""
    if not styles:
        return frozenset()
    pattern = re.compile(rb' s="(?:' + b"|".join(b"%d" % style for style in sorted(styles)) + rb')"')
    starts = (content.rfind(b"<", max(0, found.start() - 200), found.start()) for found in pattern.finditer(content))
    tags = (content[start : start + 200] for start in starts if start >= 0)
    return frozenset(place for tag in tags if (place := _place(tag)))


def _place(attributes: bytes) -> Place | None:
    found = REFERENCE.search(attributes)
    return Place(int(found[2]), column_of(found[1].decode())) if found and found[1] else None
