"""One figure of a table: a column's last one, or that of a row by its name, with what its row is called."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Annotated

from msgspec import Struct, structs

from jn_presenter.draw.bound import Bound
from jn_presenter.draw.dates import date_words
from jn_presenter.draw.entries import Entry, item_entry, table
from jn_presenter.draw.figures import as_text
from jn_presenter.draw.grouping import names_of
from jn_presenter.draw.table_cells import ColumnNames, column_named, number_at
from jn_presenter.model.element import Env, Table
from jn_presenter.model.feed import Badge, Cell, Column, Feed, Snapshot
from jn_presenter.model.fields import FactId, doc
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message, Text, plain

_EXACT = Context(prec=120)
"""Room for every digit that a cell may have."""
MOST_ROWS = 120
"""Rows before the figure's own that are read for how it came to be."""


class Figures(Struct, frozen=True, kw_only=True):
    """A column of figures up to the row that is asked for: the names of the rows, and a value or None for each.

    waiting: whether there is nothing yet, for the feed has not been read, or could never be.
    """

    column: str = ""
    names: tuple[Text, ...] = ()
    values: tuple[Decimal | None, ...] = ()
    waiting: bool = False
    findings: tuple[Finding, ...] = ()

    @property
    def value(self) -> Decimal | None:
        return self.values[-1] if self.values else None

    @property
    def name(self) -> Text:
        """What the row of the figure is called; empty where rows have no names."""
        return self.names[-1] if self.names else Text(())

    def earlier(self, name: str = "") -> tuple[Decimal | None, Text]:
        """The value and the name of the row before the figure's own, or of the last one before it that is called so."""
        rows = range(len(self.names) - 2, -1, -1)
        found = next((k for k in rows if not name or name in _all(self.names[k])), None)
        return (None, Text(())) if found is None else (self.values[found], self.names[found])

    def entry(self, label: Text | None, unit: Text | None, env: Env, *, sample: Badge) -> Entry | None:
        """The figure, None where it is missing."""
        if self.value is None:
            return None
        entry = item_entry(0, label or plain(self.column), self.value, False, unit, env, sample=sample)
        return structs.replace(entry, key=self.column)


class FromCell(Bound, frozen=True, kw_only=True):
    """An element of one figure, which may be that of a table."""

    column: Annotated[str, doc("数值所在的列，默认是最后一列", "the column of the figure, by default the last")] = ""
    row: Annotated[
        str, doc("数值所在行的名称，默认是最后有数的一行", "the name of its row, by default the last that has a figure")
    ] = ""
    names: Annotated[
        ColumnNames,
        doc("行名所在的列，默认是第一列；可按语言分列", "the column of names, by default the first; or one a language"),
    ] = ""
    digits: Annotated[
        int | None,
        doc(
            "表中数值保留几位小数，默认照原样",
            "decimal places of the table's figures, by default as they are",
            ge=0,
            le=6,
        ),
    ] = None

    def measured(self) -> tuple[str, ...]:
        return (self.column,) if self.column else ()

    def figures(self, env: Env) -> Figures | None:
        """The table's figures as they are now, None where there is no table."""
        if self.data is None:
            return None
        return figures_of(self.data, self.column, self.row, self.names, env, digits=self.digits)

    def table_of(self, fact: FactId | None, value: Decimal | None, label: Text | None, env: Env) -> Table:
        """The one row of what it is and its figure: that of the fact, else the value, else that of the table."""
        figures = self.figures(env)
        if fact or value is not None or figures is None:
            return table((fact,) if fact else (), () if fact or value is None else ((label or Text(()), value),), env)
        return table((), ((label or plain(figures.column), figures.value),) if figures.column else (), env)


def figures_of(
    feed: Feed, column: str, row: str, names: ColumnNames, env: Env, *, digits: int | None = None
) -> Figures:
    """The column's figures up to the row called `row`, by default up to the last that has one.

    column: by default the last of the table. names: the column of the rows' names, by default the first other one that
    is no stream. digits: what figures are rounded to, half up as spreadsheets do; all of them, so that a change is the
    difference of what is seen.
    """
    snapshot = env.snapshots.get(feed)
    if snapshot is None or not snapshot.columns:
        return Figures(waiting=True, findings=(snapshot.finding,) if snapshot is not None and snapshot.finding else ())
    asked = column or snapshot.names[-1]
    known = column_named(snapshot, asked)
    if isinstance(known, Finding):
        return Figures(findings=(known,))
    labels, findings = _labels(snapshot, known, names)
    if snapshot.finding:
        findings.append(snapshot.finding)
    end = _end(snapshot, known, [column for _, column in labels], row)
    if isinstance(end, Finding):
        return Figures(column=asked, findings=(*findings, end))
    rows = range(max(0, end + 1 - MOST_ROWS), end + 1)
    read = [number_at(known, k, snapshot) for k in rows]
    wrong = [finding for _, finding in read if finding]
    return Figures(
        column=asked,
        names=tuple(_name(labels, k) for k in rows) if labels else (),
        values=tuple(rounded(value, digits) for value, _ in read),
        findings=(*findings, *wrong[-3:]),
    )


def rounded(value: Decimal | None, digits: int | None) -> Decimal | None:
    """To so many decimal places, all of them written; as it is where none are asked for."""
    if value is None or digits is None:
        return value
    return value.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP, _EXACT)


def row_words(name: Text, env: Env) -> Text | None:
    """The name of a row as it is said: of a date, the date in words. None where there is none."""
    words = [(language, date_words(name.pick(language, env.fallbacks)[1], language)) for language in env.languages]
    return as_text(words) if any(said for _, said in words) else None


def _labels(snapshot: Snapshot, figures: Column, names: ColumnNames) -> tuple[list[tuple[str, Column]], list[Finding]]:
    wanted = names_of(names)
    if not wanted:
        others = (column for column in snapshot.columns if column is not figures)
        free = next((column for column in others if not isinstance(column.cells, memoryview)), None)
        return ([("", free)] if free else []), []
    found = [(language, column_named(snapshot, name)) for language, name in wanted]
    there = [(language, column) for language, column in found if isinstance(column, Column)]
    return there, [column for _, column in found if isinstance(column, Finding)]


def _end(snapshot: Snapshot, figures: Column, labels: Sequence[Column], row: str) -> int | Finding:
    """The number of the row that is asked for."""
    if row:
        named = (k for k in range(len(snapshot) - 1, -1, -1) if any(_words(label.cells[k]) == row for label in labels))
        found = next(named, None)
        return _no_row(snapshot, labels, row) if found is None else found
    filled = (k for k in range(len(snapshot) - 1, -1, -1) if number_at(figures, k, snapshot) != (None, None))
    found = next(filled, None)
    return len(snapshot) - 1 if found is None else found


def _name(labels: Sequence[tuple[str, Column]], row: int) -> Text:
    return Text(tuple((language, _words(column.cells[row])) for language, column in labels))


def _all(name: Text) -> tuple[str, ...]:
    return tuple(words for _, words in name.variants)


def _words(cell: Cell | float) -> str:
    return f"{cell:.15g}" if isinstance(cell, float) else str(cell if cell is not None else "")


def _no_row(snapshot: Snapshot, labels: Sequence[Column], row: str) -> Finding:
    there = [words for label in labels[:1] for cell in label.cells[-6:] if (words := _words(cell))]
    return Finding(
        code="no-row",
        path="data",
        file=snapshot.file,
        message=Message(f"表里没有叫 “{row[:40]}” 的行", f"the table has no row called {row[:40]!r}"),
        hint=Message(f"最后几行：{'、'.join(there)}", f"the last ones are: {', '.join(there)}")
        if there
        else Message("表里没有名称列", "the table has no column of names"),
    )
