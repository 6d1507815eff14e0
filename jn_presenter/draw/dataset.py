"""The figures of a chart as they are now, whatever they come from: categories, series, an entry for each of both."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Literal

from msgspec import Struct, structs

from jn_presenter.draw.entries import Entry, item_entry
from jn_presenter.draw.lacking import without_figures
from jn_presenter.draw.table_cells import (
    MOST_FINDINGS,
    ColumnNames,
    by_language,
    column_named,
    names_by_language,
    number_at,
)
from jn_presenter.model.element import Env
from jn_presenter.model.feed import Badge, Cell, Column, Snapshot
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message, Text, plain


class Category(Struct, frozen=True):
    """One category. Its key stays the same through new data, which is how its mark is found again."""

    key: str
    label: Text


class Measured(Struct, frozen=True):
    """One series: an entry for each category, None where its value is missing."""

    key: str
    label: Text
    entries: tuple[Entry | None, ...]
    target: bool = False

    @property
    def values(self) -> tuple[Decimal | None, ...]:
        return tuple(entry.value if entry else None for entry in self.entries)


class Dataset(Struct, frozen=True, kw_only=True):
    """Categories and series. `by`: what the chart's parts count, and what a step therefore brings in.

    waiting: whether there is nothing yet, for the feed has not been read, or could never be.
    """

    categories: tuple[Category, ...] = ()
    series: tuple[Measured, ...] = ()
    unit: Text | None = None
    sample: Badge = ""
    by: Literal["category", "series"] = "category"
    waiting: bool = False
    findings: tuple[Finding, ...] = ()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Those of the first series that have a value: all there is for a chart of one series."""
        return tuple(entry for entry in self.series[0].entries if entry) if self.series else ()

    @property
    def missing(self) -> tuple[Category, ...]:
        """The categories that some series has no value for."""
        return tuple(
            category
            for k, category in enumerate(self.categories)
            if any(measured.entries[k] is None for measured in self.series)
        )

    def part(self, series: int, category: int) -> int:
        """The part that brings in the mark of that series and category, from 0."""
        return series if self.by == "series" else category

    def with_findings(self, findings: tuple[Finding, ...]) -> "Dataset":
        return structs.replace(self, findings=(*findings, *self.findings)) if findings else self


class Wanted(Struct, frozen=True, kw_only=True):
    """What a chart takes of a table: the column of names, and (column, name shown, whether targets) of each series."""

    label: ColumnNames = ""
    values: tuple[tuple[str, Text | None, bool], ...] = ()
    unit: Text | None = None
    sample: Badge = ""


def of_entries(
    entries: Sequence[Entry], unit: Text | None, *, sample: Badge, findings: tuple[Finding, ...] = ()
) -> Dataset:
    """One series of entries that are categories each."""
    categories = tuple(Category(entry.key, entry.label) for entry in entries)
    series = (Measured("", Text(()), tuple(entries)),)
    return Dataset(categories=categories, series=series, unit=unit, sample=sample, findings=findings)


def of_snapshot(snapshot: Snapshot | None, wanted: Wanted, env: Env, *, most: int, most_series: int) -> Dataset:
    """The columns wanted of a feed's rows; what is wrong with them is said with its file and row."""
    if snapshot is None or not snapshot.columns:
        found = (snapshot.finding,) if snapshot is not None and snapshot.finding else ()
        return Dataset(sample=wanted.sample, unit=wanted.unit, by="series", waiting=True, findings=found)
    reader = _Reader(snapshot, wanted, env)
    labels = reader.labels()
    columns = reader.columns()[:most_series]
    count = min(len(snapshot), most)
    findings = list(reader.findings)
    if len(snapshot) > most:
        findings.append(_too_many(snapshot, most))
    keys = keys_of([label.pick("")[1] for label in labels[:count]])
    categories = tuple(Category(key, label) for key, label in zip(keys, labels[:count], strict=True))
    series = []
    for number, (column, name, target) in enumerate(columns):
        entries: list[Entry | None] = []
        for row in range(count):
            value, finding = number_at(column, row, snapshot)
            if finding and len(findings) < MOST_FINDINGS:
                findings.append(finding)
            if value is None:
                entries.append(None)
                continue
            entry = _at(
                row,
                column,
                snapshot,
                item_entry(number, labels[row], value, target, wanted.unit, env, sample=wanted.sample),
            )
            several = len(columns) > 1
            entries.append(
                _among(entry, keys[row], column, name, env) if several else structs.replace(entry, key=keys[row])
            )
        if count and not any(entries) and not any(finding.column == column.number for finding in findings):
            findings.append(without_figures(snapshot, column))
        series.append(Measured(column.name, name or plain(column.name), tuple(entries), target))
    if snapshot.finding:
        findings.append(snapshot.finding)
    return Dataset(
        categories=categories,
        series=tuple(series),
        unit=wanted.unit,
        sample=wanted.sample,
        by="series",
        findings=tuple(findings),
    )


def _at(row: int, column: Column, snapshot: Snapshot, entry: Entry) -> Entry:
    """The entry with the cell it stands in."""
    if not snapshot.lines:
        return structs.replace(entry, file=snapshot.file)
    return structs.replace(entry, file=snapshot.file, line=snapshot.lines[row], column=column.number)


def _among(entry: Entry, key: str, column: Column, name: Text | None, env: Env) -> Entry:
    """The entry of one of several series: its figure is told with the name of both."""
    series = (name or plain(column.name)).pick(env.languages[0], env.fallbacks)[1]
    label = " · ".join(filter(None, (entry.datum.label, series)))
    return structs.replace(entry, key=f"{column.name}.{key}", datum=structs.replace(entry.datum, label=label))


class _Reader:
    """Finds a table's columns, and notes those that are gone."""

    def __init__(self, snapshot: Snapshot, wanted: Wanted, env: Env) -> None:
        self.snapshot = snapshot
        self.wanted = wanted
        self.env = env
        self.findings: list[Finding] = []
        self.spoken = () if wanted.label else by_language(snapshot, [column for column, _, _ in wanted.values], env)
        if self.spoken:
            self.findings.append(names_by_language(snapshot, self.spoken))

    def _label_names(self) -> tuple[tuple[str, str], ...]:
        label = self.wanted.label
        if isinstance(label, tuple):
            return label
        if self.spoken:
            return tuple((name, name) for name in self.spoken)
        taken = {column for column, _, _ in self.wanted.values}
        free = (name for name in self.snapshot.names if name not in taken)
        return (("", label or next(free, "")),)

    def labels(self) -> list[Text]:
        """The name of each row, in each language that has a column of its own."""
        found = [(language, self._named(name)) for language, name in self._label_names() if name]
        there = [(language, column) for language, column in found if column]
        count = len(self.snapshot)
        if not there:
            return [plain(str(row + 1)) for row in range(count)]
        return [
            Text(tuple((language, _words(column.cells[row])) for language, column in there)) for row in range(count)
        ]

    def columns(self) -> list[tuple[Column, Text | None, bool]]:
        """The columns of figures."""
        if self.wanted.values:
            found = [(self._named(name), label, target) for name, label, target in self.wanted.values]
            return [(column, label, target) for column, label, target in found if column]
        names = {name for _, name in self._label_names()}
        return [(column, None, False) for column in self.snapshot.columns if column.name not in names and column.name]

    def _named(self, name: str) -> Column | None:
        column = column_named(self.snapshot, name)
        if isinstance(column, Finding):
            self.findings.append(column)
            return None
        return column


def keys_of(names: Iterable[str]) -> list[str]:
    """The names, the second of a kind with its number."""
    seen: dict[str, int] = {}
    keys = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        keys.append(name if seen[name] == 1 else f"{name}#{seen[name]}")
    return keys


def _words(cell: Cell | float) -> str:
    return f"{cell:.15g}" if isinstance(cell, float) else str(cell if cell is not None else "")


def _too_many(snapshot: Snapshot, most: int) -> Finding:
    return Finding(
        code="too-many-rows",
        path="data",
        file=snapshot.file,
        severity="warning",
        message=Message(
            f"表里有 {len(snapshot)} 行，只显示前 {most} 行", f"of {len(snapshot)} rows, the first {most} are shown"
        ),
        hint=Message("在表里归并，或只留要讲的几行", "group them in the table, or keep those you speak about"),
    )
