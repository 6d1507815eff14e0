"""The cells of a CSV file, each with its own characters: one is changed and the file stays as its program wrote it."""

import csv
import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

from jn_presenter.draw.delimited import DELIMITERS, decoded, delimited, encodings
from jn_presenter.load.encoding import UTF8_BOM

UTF16 = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
ROW_ENDS = re.compile(r"\r\n|\r|\n")
Place = tuple[int, int]
"""A row and a cell in it, counted from 0."""


class CsvCell(Struct, frozen=True):
    """What a cell says, and where its characters stand in the file's text, quotes included."""

    value: str
    start: int
    end: int


class CsvFile(Struct, frozen=True):
    """A file as it can be written again to the last byte. codec: without the byte order mark, which is `mark`."""

    text: str
    codec: str
    mark: bytes
    delimiter: str
    rows: tuple[tuple[CsvCell, ...], ...]

    @property
    def table(self) -> Sequence[Sequence[str]]:
        """What the cells say."""
        return [[cell.value for cell in row] for row in self.rows]


def csv_file(data: bytes, encoding: str = "") -> CsvFile | None:
    """The file as the feed reads it, None where that cannot be written again as it was. encoding: as the feed's."""
    for name in (encoding,) if encoding else encodings(data):
        try:
            if decoded(data, (name,)) is not None:
                return _read(data, name)
        except (LookupError, ValueError):
            return None
    return None


def with_cells(data: bytes, values: Mapping[Place, str], encoding: str = "") -> bytes | None:
    """The file with other words in these cells; None where other cells would change, or a sign cannot be written.

    Quotes that are there stay, and there are more only where a cell needs them.
    """
    before = csv_file(data, encoding)
    if before is None or any(r >= len(before.rows) or c >= len(before.rows[r]) for r, c in values):
        return None
    wanted = [list(row) for row in before.table]
    for (row, cell), value in values.items():
        wanted[row][cell] = value
    for always in (False, True):  # an empty cell alone in its row needs quotes to be one
        text = before.text
        for (row, cell), value in sorted(values.items(), reverse=True):
            old = before.rows[row][cell]
            text = text[: old.start] + _written(before, old, value, always=always) + text[old.end :]
        try:
            made = before.mark + text.encode(before.codec)
        except UnicodeEncodeError:
            return None
        after = csv_file(made, encoding)
        if after is not None and after.codec == before.codec and after.table == wanted:
            return made
    return None


def _read(data: bytes, name: str) -> CsvFile | None:
    mark = data[:2] if name == "utf-16" and data[:2] in UTF16 else UTF8_BOM if name == "utf-8-sig" else b""
    codec = UTF16.get(mark, "utf-8" if name == "utf-8-sig" else name)
    text = data.removeprefix(mark).decode(codec)
    if mark + text.encode(codec) != data:
        return None
    delimiter = max(DELIMITERS, key=text.partition("\n")[0].count)
    rows = _rows(text, delimiter)
    try:
        same = [[cell.value for cell in row] for row in rows] == [row for _, row in delimited(text)]
    except csv.Error:
        return None
    return CsvFile(text, codec, mark, delimiter, tuple(rows)) if same else None


def _rows(text: str, delimiter: str) -> list[tuple[CsvCell, ...]]:
    """The rows with the places of their cells; an empty line is a row without any."""
    cell = re.compile(rf'"((?:[^"]|"")*)"|[^{re.escape(delimiter)}\r\n]*')
    rows: list[tuple[CsvCell, ...]] = []
    row: list[CsvCell] = []
    at = 0
    while at < len(text):
        found = cell.match(text, at)
        assert found is not None  # an empty cell always matches
        value = found[0] if found[1] is None else found[1].replace('""', '"')
        at = found.end()
        row.append(CsvCell(value, found.start(), at))
        if text.startswith(delimiter, at):
            at += 1
            if at < len(text):
                continue
            row.append(CsvCell("", at, at))
        elif (end := ROW_ENDS.match(text, at)) is not None:
            at = end.end()
        elif at < len(text):
            break  # letters behind a closing quote: no cell of a whole file
        rows.append(() if len(row) == 1 and row[0].start == row[0].end else tuple(row))
        row = []
    return rows


def _written(file: CsvFile, old: CsvCell, value: str, *, always: bool) -> str:
    quoted = file.text[old.start : old.end].startswith('"')
    if not (always or quoted or any(sign in value for sign in (file.delimiter, '"', "\r", "\n"))):
        return value
    return '"' + value.replace('"', '""') + '"'
