"""The columns of a table by name, and its cells as numbers: what is wrong with them is said with file and cell."""

from collections.abc import Sequence
from decimal import Decimal

from jn_presenter.draw.parsing import NotANumberError, number_in
from jn_presenter.model.element import Env
from jn_presenter.model.feed import Column, Snapshot
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message

ColumnNames = str | tuple[tuple[str, str], ...]
"""The name of a column, or one a language where a table has its labels in several."""
MOST_FINDINGS = 8
"""Cells that are named; of a table full of mistakes the first few are enough."""


def column_named(snapshot: Snapshot, name: str) -> Column | Finding:
    """The column of that name, or that there is none."""
    column = snapshot.column(name)
    if column is not None:
        return column
    there = snapshot.names[:12]
    return Finding(
        code="no-column",
        path="data",
        file=snapshot.file,
        line=snapshot.lines[0] - 1 if snapshot.lines else 0,
        message=Message(f"表里没有 “{name}” 这一列", f"the table has no column {name!r}"),
        hint=Message(f"现有的列：{'、'.join(there)}", f"there are: {', '.join(there)}"),
    )


def number_at(column: Column, row: int, snapshot: Snapshot) -> tuple[Decimal | None, Finding | None]:
    """The number of a cell, None where it is missing or none, and what is wrong with it."""
    try:
        return number_in(column.cells[row]), None
    except NotANumberError as error:
        where, number = place(snapshot, column, row), snapshot.lines[row] if snapshot.lines else 0
        return None, Finding(
            code="not-a-number",
            path="data",
            file=snapshot.file,
            line=number,
            column=column.number if number else 0,
            message=Message(f"{where}：“{str(error)[:40]}” 不是数", f"{where}: {str(error)[:40]!r} is not a number"),
            hint=Message(
                "只写数字，单位写在 unit；缺数就留空", "digits alone, the unit goes to unit; leave it empty if unknown"
            ),
        )


def place(snapshot: Snapshot, column: Column, row: int) -> str:
    """Where a cell is, as its program names it: Sheet1!B7, or 出口:7 where there is no sheet."""
    line = snapshot.lines[row] if snapshot.lines else row + 1
    if snapshot.sheet:
        return f"{snapshot.sheet}!{letters(column.number)}{line}"
    return f"{column.name}:{line}"


def letters(number: int) -> str:
    """The letters of a spreadsheet's column, counted from 1: 1 is A, 27 is AA."""
    word = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        word = chr(ord("A") + rest) + word
    return word


def by_language(snapshot: Snapshot, taken: Sequence[str], env: Env) -> tuple[str, ...]:
    """The columns that are called as languages of the deck, where there are several: they have the rows' names."""
    asked = (column for column in snapshot.columns if column.name in env.fallbacks and column.name not in taken)
    found = tuple(
        column.name for column in asked if any(number_at(column, row, snapshot)[1] for row in range(len(snapshot)))
    )
    return found if len(found) > 1 else ()


def names_by_language(snapshot: Snapshot, names: Sequence[str]) -> Finding:
    """How to say that these columns have the rows' names, each in its language."""
    written = f"label: {{{', '.join(f'{name}: {name}' for name in names)}}}"
    return Finding(
        code="names-by-language",
        path="data",
        file=snapshot.file,
        severity="warning",
        message=Message(
            f"各行的名称分列在 {'、'.join(names)} 中", f"the rows’ names stand in the columns {', '.join(names)}"
        ),
        hint=Message(f"写 {written}", f"write {written}"),
    )
