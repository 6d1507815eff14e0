"""Rows as a source has them to the snapshot of a table: the names of its columns, and the cells below them."""

import math
from array import array
from collections.abc import Sequence
from decimal import Decimal
from operator import itemgetter
from typing import TypeAlias, cast

from jn_presenter.model.counting import counted
from jn_presenter.model.feed import LONGEST_CELL, MOST_COLUMNS, MOST_ROWS, Cell, Column, FeedError, Snapshot
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message

Rows: TypeAlias = Sequence[tuple[int, Sequence[Cell | float]]]
"""Rows with their lines; floats are taken as the 15 digits that spreadsheets show of them."""


def table_of(
    rows: Rows,
    *,
    file: str = "",
    sheet: str = "",
    first: int = 1,
    as_of: str = "",
    time_s: float = 0.0,
) -> Snapshot:
    """The snapshot of rows, each with its line in the file; the first of them has the names of the columns.

    Empty rows are left out, and columns without a name; rows are cut or filled to the number of names. `first` is the
    number of the first cell's column. Raises FeedError for a table without names, and for one that is too large.
    """
    filled = [(line, row) for line, row in rows if any(row) or any(cell is not None and cell != "" for cell in row)]
    if not filled:
        raise _refused(file, "empty-table", Message("表是空的", "the table is empty"), NAMES_FIRST, line=1)
    line, head = filled[0]
    read = [_cell(cell, file, line, first + k) for k, cell in enumerate(head)]
    names = ["" if name is None else str(name) for name in read]
    kept = [k for k, name in enumerate(names) if name]
    body = filled[1:]
    if not kept:
        raise _refused(file, "empty-table", Message("各列都没有名称", "no column has a name"), NAMES_FIRST, line=line)
    if len(kept) > MOST_COLUMNS or len(body) > MOST_ROWS:
        size = Message(
            f"表有 {len(body)} 行 {len(kept)} 列，最多 {MOST_ROWS} 行 {MOST_COLUMNS} 列",
            f"the table has {counted(len(body), 'row')} and {counted(len(kept), 'column')}; "
            f"{MOST_ROWS} and {MOST_COLUMNS} are the most",
        )
        raise _refused(file, "too-large", size, Message("只留要显示的数据", "keep just what is shown"), line=line)
    twice = next((names[k] for n, k in enumerate(kept) if names[k] in (names[j] for j in kept[:n])), None)
    if twice is not None:
        message = Message(f"有两列都叫 “{twice}”", f"two columns are called {twice!r}")
        raise _refused(file, "duplicate-column", message, Message("改掉一列的名称", "rename one of them"), line=line)
    lines, below = tuple([at for at, _ in body]), [row for _, row in body]
    columns = tuple(
        Column(name=names[k], cells=_cells(_below(below, k), lines, file, first + k), number=first + k) for k in kept
    )
    return Snapshot(columns=columns, lines=lines, sheet=sheet, file=file, as_of=as_of, time_s=time_s)


MOST_DIGITS = 30
"""Digits before and after the point; beyond that no figure of a chart is, and writing it out would take a while."""
DENSE = 1_000
"""Rows from which a column of floats stays one, as curves take it: exact decimals would cost more than reading them."""
NAMES_FIRST = Message("第一行写各列的名称，下面是数据", "the first row has the columns’ names, the figures stand below")


def _below(rows: Sequence[Sequence[Cell | float]], k: int) -> list[Cell | float]:
    """The cells of one column; nothing where a row ends before it."""
    try:
        return list(map(itemgetter(k), rows))
    except IndexError:
        return [row[k] if k < len(row) else None for row in rows]


def _cells(cells: list[Cell | float], lines: Sequence[int], file: str, column: int) -> Sequence[Cell] | memoryview:
    """One column's cells. Raises FeedError for the first that no chart could show."""
    kinds = set(map(type, cells))
    if len(cells) >= DENSE and float in kinds and kinds <= {float, type(None)}:
        known = cast("list[float | None]", cells)
        if sum([abs(cell) for cell in known if cell is not None]) < 10**MOST_DIGITS:  # then each is, and is finite too
            return memoryview(array("d", [math.nan if cell is None else cell for cell in known])).toreadonly()
    return tuple([_cell(cell, file, line, column) for cell, line in zip(cells, lines, strict=True)])


def _cell(cell: Cell | float, file: str, line: int, column: int) -> Cell:
    if isinstance(cell, str):
        if len(cell) > LONGEST_CELL:
            message = Message(
                f"第 {line} 行有一格超过 {LONGEST_CELL} 字", f"a cell in line {line} is over {LONGEST_CELL} characters"
            )
            raise _refused(file, "too-large", message, Message("写短些", "make it shorter"), line=line, column=column)
        return cell.strip() or None
    if cell is None:
        return None
    number = Decimal(f"{cell:.15g}") if isinstance(cell, float) else cell
    if not (number.is_finite() and -MOST_DIGITS <= number.adjusted() <= MOST_DIGITS):
        message = Message(f"第 {line} 行的 {number} 不是可用的数", f"{number} in line {line} is no number to be shown")
        hint = Message("写有限的数，缺数就留空", "write a finite number, or leave the cell empty")
        raise _refused(file, "not-finite", message, hint, line=line, column=column)
    return number


def _refused(file: str, code: str, message: Message, hint: Message, *, line: int = 0, column: int = 0) -> FeedError:
    return FeedError(Finding(code=code, path="data", file=file, line=line, column=column, message=message, hint=hint))
