"""Rows of text with a sign between the cells, as CSV files and services have them, and how they are encoded."""

import csv
from collections.abc import Sequence

BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
DELIMITERS = ",;\t|"
MOST_LINES = 40_000
"""More are not read: twice as many as a table may have rows, for those that are empty."""


def encodings(data: bytes) -> Sequence[str]:
    """What the text may be encoded as, most likely first: as its byte order mark says, else UTF-8, else GB18030."""
    return (*(name for bom, name in BOMS if data.startswith(bom)), "utf-8", "gb18030")


def decoded(data: bytes, tried: Sequence[str]) -> str | None:
    """The text in the first of the encodings that fits, None where none does. Raises LookupError for an unknown one."""
    for name in tried:
        try:
            return data.decode(name)
        except UnicodeError:
            continue
    return None


def delimited(text: str) -> list[tuple[int, list[str]]]:
    """Each row with the line it begins on; the delimiter is what the first line has most of. Raises csv.Error."""
    head = text.partition("\n")[0]
    delimiter = max(DELIMITERS, key=head.count)
    reader = csv.reader(text.splitlines(keepends=True), delimiter=delimiter, strict=True)
    rows: list[tuple[int, list[str]]] = []
    line = 1
    for row in reader:
        rows.append((line, row))
        line = reader.line_num + 1
        if len(rows) > MOST_LINES:
            break
    return rows
