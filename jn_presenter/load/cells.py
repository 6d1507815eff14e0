"""Figures that stand in a file of data: `value: {file: data/a.xlsx, row: 2020, column: 出口}` is that cell's number."""

import re
from collections.abc import Sequence
from decimal import Decimal

from msgspec import structs

from jn_presenter.draw.parsing import NotANumberError, number_in
from jn_presenter.draw.table_cells import place
from jn_presenter.load.feeds import feed
from jn_presenter.load.nodes import Mapping, Node, Scalar
from jn_presenter.load.reading import BAD, Bad, Reading
from jn_presenter.load.words import present, string
from jn_presenter.model.feed import Cell, Column, Feed, FeedError, Request, Snapshot
from jn_presenter.model.problem import Finding, Problem
from jn_presenter.model.text import Message

ROW, COLUMN = "row", "column"
LETTERS = re.compile(r"[A-Za-z]{1,3}")


class Cells:
    """Reads the cells that one file of facts names, each table once."""

    def __init__(self) -> None:
        self._tables: dict[Feed, Snapshot | Finding] = {}

    def value(self, node: Mapping, reading: Reading) -> Decimal | Bad:
        """The number of the cell that the mapping names; else BAD, and problems say why."""
        row, column = (self._word(node, key, reading) for key in (ROW, COLUMN))
        rest = tuple(entry for entry in node.entries if entry[0].value not in (ROW, COLUMN))
        source = feed(structs.replace(node, entries=rest), reading)
        if source is BAD or row is None or column is None:
            return BAD
        if not source.files() or source.made_up:
            reading.report(node, "no-cell", NO_FILE, Message("写 file: data/a.xlsx", "write file: data/a.xlsx"))
            return BAD
        table = self._table(source, reading)
        if isinstance(table, Finding):
            _elsewhere(table, node, reading)
            return BAD
        return _value(table, row, column, node, reading)

    def _word(self, node: Mapping, key: str, reading: Reading) -> Scalar | None:
        found = node.get(key)
        if found is None:
            report = Message(f"缺少：{key}", f"missing: {key}")
            reading.report(node, "missing-key", report, Message(f"加上 “{key}: ……”", f"add '{key}: …'"))
        elif present(found, reading) and not isinstance(string(found, reading), Bad) and isinstance(found, Scalar):
            return found
        return None

    def _table(self, source: Feed, reading: Reading) -> Snapshot | Finding:
        if source not in self._tables:
            try:
                self._tables[source] = source.read(Request(folder=reading.context.folder))
            except FeedError as error:
                self._tables[source] = error.finding
        return self._tables[source]


NO_FILE = Message("数据格要在数据文件里，不能是示例数据", "a cell stands in a file of data that is not made up")


def _value(table: Snapshot, row: Scalar, column: Scalar, node: Mapping, reading: Reading) -> Decimal | Bad:
    """The number in that row and column."""
    found = _column(table, column.value)
    if found is None:
        message = Message(
            f"{table.file} 里没有 “{column.value[:40]}” 这一列", f"{table.file} has no column {column.value[:40]!r}"
        )
        reading.report(column, "no-column", message, reading.suggest(column.value, table.names))
        return BAD
    names = next((one for one in table.columns if one is not found), found)
    number = _row(table, names, row, reading)
    if number is None:
        return BAD
    where = place(table, found, number)
    line = table.lines[number] if table.lines else 0
    at = found.number if line else 0
    try:
        value = number_in(found.cells[number])
    except NotANumberError as error:
        word = str(error)[:40]
        message = Message(f"{where}：“{word}” 不是数", f"{where}: {word!r} is not a number")
        hint = Message("这一格只写数字", "write digits alone in this cell")
    else:
        if value is not None:
            return Decimal(f"{value:f}")
        message = Message(f"{where} 是空的", f"{where} is empty")
        hint = Message("在这一格写上数", "write the number in this cell")
        if (fault := table.finding) and (fault.line, fault.column) == (line, at):
            message, hint = fault.message, fault.hint
    _elsewhere(
        Finding(code="bad-cell", file=table.file, line=line, column=at, message=message, hint=hint), node, reading
    )
    return BAD


def _column(table: Snapshot, word: str) -> Column | None:
    """The column of that name, else of these letters where the table is a sheet's."""
    named = table.column(word)
    if named is not None or not table.sheet or not LETTERS.fullmatch(word):
        return named
    from jn_presenter.draw.worksheet import column_of  # only for what is written as a spreadsheet's cell

    return next((one for one in table.columns if one.number == column_of(word)), None)


def _row(table: Snapshot, names: Column, row: Scalar, reading: Reading) -> int | None:
    """The index of the row of that name, else of that number as its program counts."""
    words = _words(names.cells)
    there = [k for k, word in enumerate(words) if word == row.value.strip()]
    if len(there) == 1:
        return there[0]
    if there:
        message = Message(
            f"{table.file} 里有 {len(there)} 行都叫 “{row.value[:40]}”",
            f"{table.file} has {len(there)} rows {row.value[:40]!r}",
        )
        numbers = [str(table.lines[k] if table.lines else k + 1) for k in there[:4]]
        hint = Message(f"写行号：{'、'.join(numbers)}", f"write the row’s number: {', '.join(numbers)}")
        reading.report(row, "ambiguous-row", message, hint)
        return None
    if row.value.isascii() and row.value.isdigit() and len(row.value) < 9:
        number = int(row.value)
        if table.lines and number in table.lines:
            return table.lines.index(number)
        if not table.lines and 1 <= number <= len(table):
            return number - 1
    message = Message(f"{table.file} 里没有 “{row.value[:40]}” 这一行", f"{table.file} has no row {row.value[:40]!r}")
    reading.report(row, "no-row", message, reading.suggest(row.value, words[:200]))
    return None


def _words(cells: Sequence[Cell] | memoryview) -> list[str]:
    """The cells as they may be written in YAML."""
    known = ("" if cell is None else cell for cell in cells)
    return [f"{cell:.15g}" if isinstance(cell, float) else str(cell) for cell in known]


def _elsewhere(finding: Finding, node: Node, reading: Reading) -> None:
    """Note what is wrong in the file of data, and which line of this file wants it."""
    if reading.crowded:
        return
    wanted = f"{reading.file}:{node.line}"
    reading.problems.append(
        Problem(
            file=finding.file,
            line=max(1, finding.line),
            column=max(1, finding.column),
            severity="error",
            code=finding.code,
            message=Message(f"{finding.message.zh}（用于 {wanted}）", f"{finding.message.en} (wanted by {wanted})"),
            hint=finding.hint,
        )
    )
