"""The content of a table from a feed: chosen columns, numbers as such, bars in their cells, and how many rows more."""

from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct

from jn_presenter.draw.cell_bar import CellBar
from jn_presenter.draw.cell_figure import rounded
from jn_presenter.draw.cells import Cell
from jn_presenter.draw.dataset import keys_of
from jn_presenter.draw.figures import as_text
from jn_presenter.draw.grouping import names_of
from jn_presenter.draw.numbers import plain_number
from jn_presenter.draw.parsing import NotANumberError, number_in
from jn_presenter.draw.sheet import Sheet, SheetRow
from jn_presenter.draw.table_cells import MOST_FINDINGS, ColumnNames, column_named, number_at
from jn_presenter.model.element import Env
from jn_presenter.model.feed import Badge, Column, Snapshot
from jn_presenter.model.feed import Cell as Raw
from jn_presenter.model.marks import Datum, State
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message, Text, plain

NONE = "—"
"""Stands in a cell without a value."""
GROUPED_FROM = 10_000
"""The least number of a column that has commas between thousands: years have none."""


class Chosen(Struct, frozen=True, kw_only=True):
    """What a table takes of a feed: the column of names, (column, head, whether targets) of the others, which of these
    have bars, and the most decimal places of a number.
    """

    label: ColumnNames = ""
    values: tuple[tuple[str, Text | None, bool], ...] = ()
    bars: tuple[str, ...] = ()
    most: int = 10
    digits: int | None = None
    sample: Badge = ""


class DataSheet(Struct, frozen=True):
    """The table, how many rows have no place in it, and what is wrong."""

    sheet: Sheet
    more: int = 0
    findings: tuple[Finding, ...] = ()


class _Numbers(Struct, frozen=True):
    """A column's numbers, None where they are missing, and as they are written in each language."""

    values: tuple[Decimal | None, ...]
    words: tuple[Text, ...]


def sheet_of_feed(snapshot: Snapshot | None, chosen: Chosen, env: Env) -> DataSheet:
    """The first rows of the feed; none while it is awaited, or where it could never be read."""
    if snapshot is None or not snapshot.columns:
        found = (snapshot.finding,) if snapshot is not None and snapshot.finding else ()
        return DataSheet(Sheet((), ()), findings=found)
    names, others, findings = _columns(snapshot, chosen)
    count = min(len(snapshot), chosen.most)
    keys = keys_of([_words(names[0][1].cells[k]) if names else str(k) for k in range(count)])
    heads, columns = [], []
    if names:
        heads.append(Cell(key="head.names", text=_head(names), quiet=True))
        columns.append([_name(names, k, key) for k, key in enumerate(keys)])
    read = [_numbers(column, count, chosen, env) for column, _, _ in others]
    barred = [
        (column.name, numbers.values, target)
        for (column, _, target), numbers in zip(others, read, strict=True)
        if numbers and column.name in chosen.bars
    ]
    scales = _scales(barred)
    for (column, label, target), numbers in zip(others, read, strict=True):
        heads.append(Cell(key=f"head.{column.name}", text=label or plain(column.name), quiet=True))
        if numbers is None:
            columns.append([_text(column, k, key) for k, key in enumerate(keys)])
            continue
        findings += _wrong(column, count, snapshot)
        scale = scales.get(column.name)
        bars = _bars(numbers, scale, env, target=target) if scale else [None] * count
        head = (label or plain(column.name)).pick(env.languages[0], env.fallbacks)[1]
        state: State = "sample" if chosen.sample else "target" if target else "achieved"
        columns.append(
            [
                _number(
                    f"{column.name}.{key}",
                    numbers.words[k],
                    bars[k],
                    _datum(numbers.values[k], [*_called(names, k, env), head], state),
                    target=target,
                )
                for k, key in enumerate(keys)
            ]
        )
    rows = tuple(SheetRow(0, key, tuple(column[k] for column in columns)) for k, key in enumerate(keys))
    if snapshot.finding:
        findings.append(snapshot.finding)
    return DataSheet(
        Sheet(tuple(heads), rows if columns else ()), len(snapshot) - count, tuple(findings[:MOST_FINDINGS])
    )


def _columns(
    snapshot: Snapshot, chosen: Chosen
) -> tuple[list[tuple[str, Column]], list[tuple[Column, Text | None, bool]], list[Finding]]:
    """The columns of names by language, the others with head and whether targets, and those that are gone."""
    findings = []
    taken = {name for name, _, _ in chosen.values}
    free = next((name for name in snapshot.names if name not in taken), "")
    names = []
    for language, name in names_of(chosen.label or free):
        column = column_named(snapshot, name)
        if isinstance(column, Finding):
            findings.append(column)
        else:
            names.append((language, column))
    used = {column.name for _, column in names}
    wanted = chosen.values or tuple((name, None, False) for name in snapshot.names if name not in used)
    others = []
    for name, label, target in wanted:
        column = column_named(snapshot, name)
        if isinstance(column, Finding):
            findings.append(column)
        else:
            others.append((column, label, target))
    shown = {column.name for column, _, _ in others}
    findings += (_no_bars(name) for name in chosen.bars if name not in shown)
    return names, others, findings


def _numbers(column: Column, count: int, chosen: Chosen, env: Env) -> _Numbers | None:
    """The numbers of a column that has nothing else, or that is to have bars; None for one of words."""
    asked = column.name in chosen.bars
    values: list[Decimal | None] = []
    for k in range(count):
        try:
            values.append(_shortened(number_in(column.cells[k]), chosen.digits))
        except NotANumberError:
            if not asked:
                return None
            values.append(None)
    if not asked and all(value is None for value in values):
        return None
    grouped = any(value is not None and abs(value) >= GROUPED_FROM for value in values)
    return _Numbers(tuple(values), tuple(_written(value, env, grouped=grouped) for value in values))


def _shortened(value: Decimal | None, digits: int | None) -> Decimal | None:
    """Rounded where it has more decimal places; whole numbers beside it stay whole."""
    long = value is not None and digits is not None and -int(value.as_tuple().exponent) > digits
    return rounded(value, digits) if long else value


def _written(value: Decimal | None, env: Env, *, grouped: bool) -> Text:
    if value is None:
        return plain(NONE)
    if not grouped:
        return plain(f"{value:f}".replace("-", "−"))
    # One number for all languages: beside one another in a column, 12600 and 12,600 would be read as two.
    return plain(plain_number(value, env.languages[0]))


def _wrong(column: Column, count: int, snapshot: Snapshot) -> list[Finding]:
    return [finding for k in range(count) if (finding := number_at(column, k, snapshot)[1])]


def _scales(barred: Sequence[tuple[str, Sequence[Decimal | None], bool]]) -> dict[str, tuple[float, float]]:
    """The least and the largest value of each column with bars, zero included.

    A column of targets has one scale with the one before it, which it is compared with.
    """
    groups: list[list[tuple[str, Sequence[Decimal | None]]]] = []
    for name, values, target in barred:
        if not (target and groups):
            groups.append([])
        groups[-1].append((name, values))
    found = {}
    for group in groups:
        known = [float(value) for _, values in group for value in values if value is not None]
        found.update({name: (min((0.0, *known)), max((0.0, *known))) for name, _ in group})
    return found


def _bars(numbers: _Numbers, scale: tuple[float, float], env: Env, *, target: bool) -> list[CellBar | None]:
    """Bars from zero on the scale."""
    low, high = scale
    span = high - low or 1.0
    font = env.font("body")
    words = [text.pick("")[1].partition(".") for text in numbers.words]
    # Points stand under one another, so that a figure takes the longest part before and the longest after them.
    widest = "".join(
        max((word[part] for word in words), key=lambda piece: env.measure.advance(piece, font)) for part in range(3)
    )
    return [
        CellBar(
            zero=-low / span,
            end=None if value is None else (float(value) - low) / span,
            widest=widest,
            target=target,
            signed=low < 0.0,
        )
        for value in numbers.values
    ]


def _number(key: str, words: Text, bar: CellBar | None, datum: Datum | None, *, target: bool) -> Cell:
    signed = target and bar is None and datum is not None
    return Cell(key=f"cell.{key}", text=words, figure=True, quiet=datum is None, datum=datum, target=signed, bar=bar)


def _datum(value: Decimal | None, words: Sequence[str], state: State) -> Datum | None:
    """What a cell stands for, named by its row and its column."""
    return None if value is None else Datum(value=value, label=" · ".join(filter(None, words)), state=state)


def _called(names: Sequence[tuple[str, Column]], row: int, env: Env) -> tuple[str, ...]:
    """The name of a row in the first language, none where rows have no names."""
    words = Text(tuple((language, _words(column.cells[row])) for language, column in names))
    return (words.pick(env.languages[0], env.fallbacks)[1],) if names else ()


def _text(column: Column, row: int, key: str) -> Cell:
    words = _words(column.cells[row])
    return Cell(key=f"cell.{column.name}.{key}", text=plain(words or NONE), quiet=not words)


def _name(names: Sequence[tuple[str, Column]], row: int, key: str) -> Cell:
    words = tuple((language, _words(column.cells[row])) for language, column in names)
    return Cell(key=f"name.{key}", text=Text(words) if any(word for _, word in words) else None)


def _head(names: Sequence[tuple[str, Column]]) -> Text:
    return as_text((language, column.name) for language, column in names)


def _words(cell: Raw | float) -> str:
    return f"{cell:.15g}" if isinstance(cell, float) else str(cell if cell is not None else "")


def _no_bars(name: str) -> Finding:
    return Finding(
        code="no-column",
        path="bars",
        message=Message(f"bars 里的 “{name[:40]}” 不在表中", f"{name[:40]!r} of bars is no column of the table"),
        hint=Message("写 values 里的列名", "name one of the columns that are shown"),
    )
