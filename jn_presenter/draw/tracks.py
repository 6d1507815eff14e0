"""The columns of a table as points: what x is, and for each column of figures its values over x."""

import math
from array import array
from collections.abc import Callable, Sequence
from decimal import Decimal
from itertools import pairwise

from msgspec import Struct

from jn_presenter.draw.axes import Kind
from jn_presenter.draw.instants import instant
from jn_presenter.draw.lacking import without_figures
from jn_presenter.draw.parsing import NotANumberError, number_in
from jn_presenter.draw.table_cells import MOST_FINDINGS, column_named, number_at, place
from jn_presenter.model.feed import Badge, Cell, Column, Snapshot
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message, Text, plain

YEARS = (1000.0, 2999.0)
"""Whole numbers between these are taken for years where nothing else is said."""
YEAR_WORD = "年"


class Track(Struct, frozen=True):
    """One series: its key, its name, and its points in order of x; a value that is missing is not a number.

    floors: of ranges the lower ends, of which ys are the upper ones. part: which of the chart's parts it is, from 0.
    """

    key: str
    label: Text
    xs: Sequence[float]
    ys: Sequence[float]
    part: int = 0
    floors: Sequence[float] = ()


class Tracks(Struct, frozen=True, kw_only=True):
    """All series of a chart. waiting: whether there is nothing yet; `sample`: whether it is made up."""

    tracks: tuple[Track, ...] = ()
    kind: Kind = "number"
    sample: Badge = ""
    waiting: bool = False
    findings: tuple[Finding, ...] = ()

    @property
    def known(self) -> tuple[float, ...]:
        """All values there are."""
        return tuple(y for track in self.tracks for y in track.ys if not math.isnan(y))

    @property
    def span(self) -> tuple[float, float]:
        """The first and the last x; 0..1 where there is none."""
        xs = [x for track in self.tracks if track.xs for x in (track.xs[0], track.xs[-1])]
        return (min(xs), max(xs)) if xs else (0.0, 1.0)

    @property
    def pitch(self) -> float:
        """The seconds between the two dates that are closest; 0 for all else that x may be."""
        if self.kind != "date" or not self.tracks:
            return 0.0
        return min((b - a for a, b in pairwise(self.tracks[0].xs) if b > a), default=0.0)


def tracks_of(
    snapshot: Snapshot | None,
    x: str,
    columns: Sequence[tuple[str, Text | None]],
    *,
    kind: Kind | None = None,
    sample: Badge = "",
    most: int = 12,
) -> Tracks:
    """The columns over the column x, by default the first one; by default all other columns, the first `most` of them.

    kind: what x is, found out from its cells where None. Cells that are wrong are gaps, each named with its place.
    """
    if snapshot is None or not snapshot.columns:
        found = (snapshot.finding,) if snapshot is not None and snapshot.finding else ()
        return Tracks(sample=sample, waiting=True, findings=found)
    along = column_named(snapshot, x) if x else snapshot.columns[0]
    if isinstance(along, Finding):
        return Tracks(sample=sample, waiting=True, findings=(along,))
    findings: list[Finding] = []
    wanted: list[tuple[int, Column, Text]] = []
    others = columns or [(column.name, None) for column in snapshot.columns if column is not along]
    for part, (name, label) in enumerate(others):
        column = column_named(snapshot, name)
        if isinstance(column, Finding):
            findings.append(column)
        else:
            wanted.append((part, column, label or plain(column.name)))
    kind = kind or kind_of(along.cells)
    xs, wrong = positions(along, snapshot, kind)
    findings += wrong
    order = sorted((k for k, value in enumerate(xs) if not math.isnan(value)), key=lambda k: xs[k])
    places = tuple(xs[k] for k in order)
    tracks = []
    for part, column, label in wanted[:most]:
        ys, wrong = numbers(column, snapshot)
        findings += wrong
        if ys and not wrong and all(map(math.isnan, ys)):
            findings.append(without_figures(snapshot, column))
        tracks.append(Track(column.name, label, places, tuple(ys[k] for k in order), part))
    if len(wanted) > most:
        findings.append(_too_many(len(wanted), most, snapshot))
    if snapshot.finding:
        findings.append(snapshot.finding)
    return Tracks(tracks=tuple(tracks), kind=kind, sample=sample, findings=tuple(findings[:MOST_FINDINGS]))


def numbers(column: Column, snapshot: Snapshot) -> tuple[list[float], list[Finding]]:
    """The column's values, not a number where one is missing or is none, and what is wrong with which."""
    if isinstance(column.cells, memoryview):
        return array("d", column.cells).tolist(), []
    values: list[float] = []
    findings: list[Finding] = []
    for row in range(len(column.cells)):
        value, finding = number_at(column, row, snapshot)
        values.append(math.nan if value is None else float(value))
        if finding:
            findings.append(finding)
    return values, findings


def positions(column: Column, snapshot: Snapshot, kind: Kind) -> tuple[list[float], list[Finding]]:
    """Where on x each row stands, not a number where its cell tells none, and what is wrong with which."""
    if kind == "number":
        return numbers(column, snapshot)
    read: Callable[[Cell | float], float | None] = _date if kind == "date" else _year
    values, findings = [], []
    for row, cell in enumerate(column.cells):
        value = read(cell)
        values.append(math.nan if value is None else value)
        if value is None and cell is not None:
            findings.append(_no_date(column, row, cell, snapshot, kind))
    return values, findings


def kind_of(cells: Sequence[Cell] | memoryview) -> Kind:
    """What the cells are, by how they are written."""
    if isinstance(cells, memoryview):
        return "number"
    there = [cell for cell in cells if cell is not None]
    if there and all(isinstance(cell, str) and instant(cell) is not None for cell in there):
        return "date"
    years = [_year(cell) for cell in there]
    good = all(year is not None and year == int(year) and YEARS[0] <= year <= YEARS[1] for year in years)
    return "year" if years and good else "number"


def _year(cell: Cell | float) -> float | None:
    try:
        found = number_in(cell.strip().removesuffix(YEAR_WORD) if isinstance(cell, str) else cell)
    except NotANumberError:
        return None
    return None if found is None else float(found)


def _date(cell: Cell | float) -> float | None:
    """Seconds since 1970; a year alone is its first day."""
    if cell is None:
        return None
    word = str(cell).strip()
    return instant(word) if not word.removesuffix(YEAR_WORD).isdigit() else instant(f"{word.removesuffix('年')}-01")


def last_value(values: Sequence[float]) -> Decimal | None:
    """The last value there is, as a number that a mark can stand for."""
    last = next((value for value in reversed(values) if not math.isnan(value)), None)
    return None if last is None else Decimal(repr(last))


def _no_date(column: Column, row: int, cell: Cell | float, snapshot: Snapshot, kind: Kind) -> Finding:
    where, word = place(snapshot, column, row), str(cell)[:40]
    named = Message("年份", "a year") if kind == "year" else Message("日期", "a date")
    example = Message("写成 2024", "write 2024") if kind == "year" else Message("写成 2024-03-08", "write 2024-03-08")
    return Finding(
        code="not-a-date",
        path="data",
        file=snapshot.file,
        line=snapshot.lines[row] if snapshot.lines else 0,
        column=column.number if snapshot.lines else 0,
        message=Message(f"{where}：“{word}” 不是{named.zh}", f"{where}: {word!r} is not {named.en}"),
        hint=example,
    )


def _too_many(count: int, most: int, snapshot: Snapshot) -> Finding:
    return Finding(
        code="too-many-series",
        path="values",
        file=snapshot.file,
        severity="warning",
        message=Message(f"有 {count} 列数，只画前 {most} 列", f"of {count} columns, the first {most} are drawn"),
        hint=Message("用 values: 写明要画的列", "name the columns to be drawn under values:"),
    )
