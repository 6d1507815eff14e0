"""A workbook as another program saves it after somebody has typed into it: values and a few formats, no more."""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

import xlsxwriter  # type: ignore[import-untyped]
from python_calamine import CalamineWorkbook

from jn_presenter.draw.worksheet import column_of

Typed = str | float | bool | datetime.date | None


class Shown(NamedTuple):
    """A value with its number format, as Excel gives one to what it takes for a date or a percentage."""

    value: float | datetime.date
    code: str


class Formula(NamedTuple):
    """A formula with the value that it had when the file was saved; without one it was never calculated."""

    words: str
    value: object


Cells = dict[tuple[int, int], object]
CELL = re.compile(r"([A-Z]+)([0-9]+)")


def cells_of(data: bytes, sheet: str) -> Cells:
    """The values of a sheet by row and column, both from 1."""
    found = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_name(sheet)
    rows = found.to_python(skip_empty_area=False)
    return {(r, c): value for r, row in enumerate(rows, 1) for c, value in enumerate(row, 1) if value != ""}


def at(cell: str) -> tuple[int, int]:
    """Row and column of E12."""
    parts = CELL.fullmatch(cell)
    assert parts is not None
    return int(parts[2]), column_of(parts[1])


def saved(cells: Cells, sheet: str, merged: Iterable[str] = ()) -> bytes:
    """A workbook with these cells alone."""
    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, {"in_memory": True, "strings_to_urls": False})
    page = book.add_worksheet(sheet)
    for (row, column), value in cells.items():
        _write(book, page, row - 1, column - 1, value)
    for area in merged:
        page.merge_range(area, cells.get(at(area.partition(":")[0])) or "")
    book.close()
    return content.getvalue()


def typed(data: bytes, sheet: str, changes: Mapping[str, object], merged: Iterable[str] = ()) -> bytes:
    """The workbook after these cells were typed over."""
    cells = cells_of(data, sheet)
    for cell, value in changes.items():
        cells.pop(at(cell), None)
        if value is not None:
            cells[at(cell)] = value
    return saved(cells, sheet, merged)


def column(data: bytes, sheet: str, words: str) -> str:
    """The letters of the column whose heading begins with these words."""
    for (row, k), value in cells_of(data, sheet).items():
        if row == 1 and str(value).startswith(words):
            return chr(ord("A") + k - 1)
    raise AssertionError(words)


def row_of(data: bytes, sheet: str, words: str) -> int:
    """The first row that has a cell of these words."""
    return min(row for (row, _), value in cells_of(data, sheet).items() if value == words)


def _write(book: object, page: object, row: int, column: int, value: object) -> None:
    assert isinstance(page, xlsxwriter.worksheet.Worksheet)
    assert isinstance(book, xlsxwriter.Workbook)
    if isinstance(value, Shown):
        style = book.add_format({"num_format": value.code})
        write = page.write_datetime if isinstance(value.value, datetime.date) else page.write_number
        write(row, column, value.value, style)
    elif isinstance(value, Formula):
        page.write_formula(row, column, value.words, None, value.value)
    elif isinstance(value, str):
        page.write_string(row, column, value)
    elif isinstance(value, bool):
        page.write_boolean(row, column, value)
    elif isinstance(value, datetime.date):
        page.write_datetime(row, column, value, book.add_format({"num_format": "yyyy-mm-dd"}))
    else:
        page.write(row, column, value)
