"""A workbook that somebody has edited: its rows by the columns we know, whatever else was done to it."""

import datetime
import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from typing import Any
from xml.etree import ElementTree

from msgspec import Struct

from jn_presenter.draw.table_cells import letters
from jn_presenter.draw.workbook import STYLES, WorkbookError, worksheet
from jn_presenter.draw.worksheet import Place, styled
from jn_presenter.model.text import Message
from jn_presenter.tables.form import RECORD, Column

MOST_ROWS = 50_000
MOST_BEFORE_HEADINGS = 20
"""Rows that somebody may have put above ours."""
Raw = str | float | datetime.date | None
MONTHS = frozenset({17, 27, 50, 52, 55, 57})
"""The built-in formats of dates that show no day."""
WORDS = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')


class TableError(ValueError):
    """A file that cannot be taken as a table: why, and what to do."""

    def __init__(self, message: Message, hint: Message | None = None) -> None:
        super().__init__(message.en)
        self.message = message
        self.hint = hint or Message("", "")


class Cell(Struct, frozen=True):
    """One cell. where: as in 数据!E12. month: whether it is a date shown without a day. fault: what Excel has there in
    place of a value; empty for a formula that was never calculated, None where nothing is wrong.
    """

    where: str
    raw: Raw = None
    month: bool = False
    percent: bool = False
    fault: str | None = None

    @property
    def words(self) -> str:
        """What it says, as a text."""
        if isinstance(self.raw, float):
            return f"{self.raw:.15g}"
        if isinstance(self.raw, datetime.date):
            return self.raw.isoformat()[: 7 if self.month else 10]
        return self.raw or ""


class ReadRow(Struct, frozen=True):
    """A row by the keys of the columns that are there; number: as Excel counts, from 1."""

    number: int
    cells: Mapping[str, Cell]
    merged: str = ""
    """The cells that were made one, as C4:C6, where the row has a part in such."""

    def get(self, key: str) -> Cell | None:
        return self.cells.get(key)

    def words(self, key: str) -> str:
        found = self.cells.get(key)
        return found.words if found else ""


def rows_of(data: bytes, name: str, columns: tuple[Column, ...]) -> tuple[ReadRow, ...]:
    """The rows of the sheet of that name below its headings; those that are empty are left out.

    Raises TableError for what is no workbook, has no such sheet, or not its headings.
    """
    from python_calamine import CalamineError, CalamineWorkbook  # only these commands pay for it

    try:
        found = worksheet(data, name)
        sheet = CalamineWorkbook.from_filelike(io.BytesIO(found.packed)).get_sheet_by_name(found.name)
        lines = _lines(sheet)
        merged = sheet.merged_cell_ranges or []
    except WorkbookError as error:
        raise TableError(error.message, _hint(error)) from None
    except (CalamineError, OSError, ValueError) as error:
        words = str(error)[:80]
        raise TableError(Message(f"表读不出来（{words}）", f"the sheet cannot be read ({words})"), RESAVE) from None
    top, places = _headings(lines, columns)
    months = _months(found.packed)

    def cell(row: int, column: int, raw: Any) -> Cell:
        place = Place(row, column)
        where = f"{name}!{letters(column)}{row}"
        return Cell(where, _raw(raw), place in months, place in found.percents, found.faults.get(place))

    return tuple(
        ReadRow(number, {key: cell(number, k + 1, line[k]) for key, k in places.items()}, _merged(number, merged))
        for number, line in enumerate(lines[top:], top + 1)
        if any(value not in ("", None) for value in line)
    )


RESAVE = Message("在 Excel 里打开并另存为 .xlsx", "open it in Excel and save it as .xlsx")


def _hint(error: WorkbookError) -> Message:
    if error.code == "half-written":
        return Message(
            "保存完成后再试；若一直如此，请重新保存", "try again once it is saved; if it stays so, save it again"
        )
    return error.hint


def _lines(sheet: Any) -> list[list[Any]]:
    """The cells from A1 on. Raises TableError for too many rows."""
    if sheet.start is None:
        return []
    if sheet.total_height > MOST_ROWS:
        raise TableError(
            Message(f"超过 {MOST_ROWS} 行", f"more than {MOST_ROWS} rows"),
            Message("删去表下面的空行，再保存", "delete the empty rows at the end and save it"),
        )
    before = [""] * sheet.start[1]
    lines = [before + list(line) for line in sheet.iter_rows()]
    missing = sheet.total_height - len(lines)
    return [[""] * len(lines[0]) for _ in range(max(0, missing))] + lines if lines else []


def _headings(lines: list[list[Any]], columns: tuple[Column, ...]) -> tuple[int, dict[str, int]]:
    """How many rows there are down to the headings, and where each column stands: columns may be moved, and more be
    there. Raises TableError.
    """
    names = {name: column.key for column in columns for name in _names(column)}
    best: tuple[int, dict[str, int]] = (0, {})
    for number, line in enumerate(lines[:MOST_BEFORE_HEADINGS], 1):
        found: dict[str, int] = {}
        for k, value in enumerate(line):
            if (key := names.get(_name(str(value)))) is not None:
                found.setdefault(key, k)
        if len(found) > len(best[1]):
            best = (number, found)
    if RECORD not in best[1]:
        raise TableError(
            Message(
                "找不到这张表的标题行，或隐藏的那一列（勿改）被删了",
                "the row of headings cannot be found, or its hidden column (do not edit) was deleted",
            ),
            Message("重新导出，把改动抄到新表里", "export it again, and copy what you changed into that"),
        )
    return best


def _names(column: Column) -> Iterator[str]:
    yield _name(column.words)


def _name(words: str) -> str:
    return "".join(words.split()).casefold()


def _raw(value: Any) -> Raw:
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return float(value)
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    return str(value)


def _merged(row: int, ranges: list[tuple[tuple[int, int], tuple[int, int]]]) -> str:
    for (top, left), (bottom, right) in ranges:
        if top < row <= bottom + 1:
            return f"{letters(left + 1)}{top + 1}:{letters(right + 1)}{bottom + 1}"
    return ""


def _months(packed: bytes) -> frozenset[Place]:
    """The cells with a date of which Excel shows no day: what was typed there was a year and a month."""
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        names = archive.namelist()
        if STYLES not in names:
            return frozenset()
        styles = ElementTree.fromstring(archive.read(STYLES))  # vetted by draw/workbook.py
        content = archive.read(next(name for name in names if "worksheets/" in name))
    formats = {
        int(one.get("numFmtId", "0"))
        for one in styles.iter()
        if one.tag.endswith("}numFmt") and _without_day(one.get("formatCode", "")[:300])
    } | MONTHS
    listed = next((one for one in styles if one.tag.endswith("}cellXfs")), ())
    return styled(content, [k for k, one in enumerate(listed) if int(one.get("numFmtId", "0") or 0) in formats])


def _without_day(code: str) -> bool:
    signs = WORDS.sub("", code.lower())
    return "y" in signs and "m" in signs and "d" not in signs
