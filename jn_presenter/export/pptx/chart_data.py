"""The figures of a chart: as the workbook behind it, and as the copies of its cells that stand in the chart."""

import io
import math
from collections.abc import Sequence
from datetime import datetime, timezone
from typing import Literal

from msgspec import Struct

from jn_presenter.export.pptx.xml import FORBIDDEN, attribute, words

Value = float | None
SHEET = "Sheet1"
GENERAL = "General"
LONGEST_CELL = 32767
"""Characters that a cell of a workbook can have."""
MADE = datetime(2000, 1, 1, tzinfo=timezone.utc)
"""The workbooks' date, which says nothing."""


class Column(Struct, frozen=True, kw_only=True):
    """One series: its name, a value for each category, and its look as XML.

    look: c:spPr. points: (index, c:spPr) of those that look otherwise. labels: c:dLbls. tail: what follows its values.
    """

    name: str
    values: tuple[Value, ...]
    look: str
    points: tuple[tuple[int, str], ...] = ()
    labels: str = ""
    marker: str = ""
    format: str = GENERAL
    tail: str = ""


class Figures(Struct, frozen=True, kw_only=True):
    """What stands in the workbook: names or numbers down its first column, and a column for each series."""

    names: tuple[str, ...] = ()
    xs: tuple[float, ...] = ()
    """In place of names, of a chart over numbers."""
    head: str = ""
    """Of the first column."""
    columns: tuple[Column, ...]
    x_format: str = GENERAL

    @property
    def count(self) -> int:
        return len(self.xs or self.names)


def number(value: float) -> str:
    """As short as says the very same number."""
    return f"{value:.15g}"


def workbook(figures: Figures) -> bytes:
    """The figures as a workbook. Words stay words, however much they look like formulas or addresses."""
    from xlsxwriter import Workbook  # type: ignore[import-untyped]  # it has no types; a presentation without charts has no use for it

    written = io.BytesIO()
    book = Workbook(written, {"in_memory": True})
    book.set_properties({"created": MADE})
    sheet = book.add_worksheet(SHEET)
    sheet.write_string(0, 0, _cell(figures.head))
    formats = {
        code: book.add_format({"num_format": code}) for code in dict.fromkeys(one.format for one in figures.columns)
    }
    for row in range(figures.count):
        if figures.xs:
            sheet.write_number(row + 1, 0, figures.xs[row])
        else:
            sheet.write_string(row + 1, 0, _cell(figures.names[row]))
    for k, column in enumerate(figures.columns, 1):
        sheet.write_string(0, k, _cell(column.name))
        for row, value in enumerate(column.values, 1):
            if value is not None and math.isfinite(value):
                sheet.write_number(row, k, value, formats[column.format])
    book.close()
    return written.getvalue()


def _cell(text: str) -> str:
    return FORBIDDEN.sub("", text)[:LONGEST_CELL]


def letter(column: int) -> str:
    """The name of a column, counted from 0; there are never more than 26."""
    return chr(ord("A") + column)


def title_of(column: int, name: str) -> str:
    """The name of a series, by the cell that it stands in."""
    points = f'<c:ptCount val="1"/><c:pt idx="0"><c:v>{words(name)}</c:v></c:pt>'
    return f"<c:tx><c:strRef><c:f>{SHEET}!${letter(column)}$1</c:f><c:strCache>{points}</c:strCache></c:strRef></c:tx>"


def names_of(figures: Figures) -> str:
    """The categories, by their cells."""
    points = "".join(f'<c:pt idx="{k}"><c:v>{words(name)}</c:v></c:pt>' for k, name in enumerate(figures.names))
    count = f'<c:ptCount val="{figures.count}"/>'
    return (
        f"<c:cat><c:strRef><c:f>{_cells(0, figures)}</c:f><c:strCache>{count}{points}</c:strCache></c:strRef></c:cat>"
    )


def values_of(column: int, figures: Figures, tag: Literal["val", "yVal"] = "val") -> str:
    """The values of a series, by their cells; missing ones are no points."""
    own = figures.columns[column - 1]
    return _numbers(column, own.values, own.format, figures, tag)


def xs_of(figures: Figures) -> str:
    """Where the points stand along x, by their cells."""
    return _numbers(0, figures.xs, figures.x_format, figures, "xVal")


def _numbers(column: int, values: Sequence[Value], code: str, figures: Figures, tag: str) -> str:
    points = "".join(
        f'<c:pt idx="{k}"><c:v>{number(value)}</c:v></c:pt>'
        for k, value in enumerate(values)
        if value is not None and math.isfinite(value)
    )
    return (
        f"<c:{tag}><c:numRef><c:f>{_cells(column, figures)}</c:f><c:numCache><c:formatCode>{words(code)}</c:formatCode>"
        f'<c:ptCount val="{figures.count}"/>{points}</c:numCache></c:numRef></c:{tag}>'
    )


def _cells(column: int, figures: Figures) -> str:
    return f"{SHEET}!${letter(column)}$2:${letter(column)}${figures.count + 1}"


def code_attribute(code: str) -> str:
    """A number format as an attribute, which keeps the spaces in it."""
    return attribute(code)
