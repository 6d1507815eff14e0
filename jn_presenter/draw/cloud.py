"""The rows of a table as points: two figures each, perhaps a size and a name."""

import math
from collections.abc import Sequence

from msgspec import Struct

from jn_presenter.draw.axes import Kind
from jn_presenter.draw.table_cells import MOST_FINDINGS, ColumnNames, column_named
from jn_presenter.draw.tracks import kind_of, numbers, positions
from jn_presenter.model.feed import Column, Snapshot
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message, Text, plain


class Point(Struct, frozen=True):
    """One row: where it stands, its size (1 where sizes are not asked for), its name. `key` is the name or the row."""

    key: str
    label: Text
    x: float
    y: float
    size: float = 1.0


class Cloud(Struct, frozen=True, kw_only=True):
    """The points whose figures are known, and the columns' names. lacking: how many rows miss a figure."""

    points: tuple[Point, ...] = ()
    kind: Kind = "number"
    x: str = ""
    y: str = ""
    lacking: int = 0
    waiting: bool = False
    findings: tuple[Finding, ...] = ()


def cloud(
    snapshot: Snapshot | None, x: str, y: str, size: str, name: ColumnNames, *, kind: Kind | None = None
) -> Cloud:
    """The points, by default the second column over the first. Those with a name are in the order of their names, so
    that a row keeps its point through new data; sizes below zero are refused.
    """
    if snapshot is None or not snapshot.columns:
        found = (snapshot.finding,) if snapshot is not None and snapshot.finding else ()
        return Cloud(waiting=True, findings=found)
    names = snapshot.names
    wanted = [x or names[0], y or (names[1] if len(names) > 1 else names[0]), *([size] if size else [])]
    columns = [column_named(snapshot, one) for one in wanted]
    labels = [(language, column_named(snapshot, one)) for language, one in _pairs(name)]
    gone = [one for one in (*columns, *(column for _, column in labels)) if isinstance(one, Finding)]
    there = [one for one in columns if isinstance(one, Column)]
    if len(there) < len(columns):
        return Cloud(waiting=True, findings=tuple(gone))
    kind = kind or kind_of(there[0].cells)
    xs, wrong_x = positions(there[0], snapshot, kind)
    ys, wrong_y = numbers(there[1], snapshot)
    sizes, wrong_size = numbers(there[2], snapshot) if size else ([1.0] * len(xs), [])
    findings = [*gone, *wrong_x, *wrong_y, *wrong_size]
    if any(value < 0.0 for value in sizes):
        findings.append(NEGATIVE)
    texts = _texts([(language, column) for language, column in labels if isinstance(column, Column)], len(xs))
    rows = [
        Point(key, text, a, b, c)
        for key, text, a, b, c in zip(_keys(texts), texts, xs, ys, sizes, strict=True)
        if not math.isnan(a + b + c) and c >= 0.0
    ]
    if snapshot.finding:
        findings.append(snapshot.finding)
    return Cloud(
        points=tuple(sorted(rows, key=lambda point: point.key) if name else rows),
        kind=kind,
        x=there[0].name,
        y=there[1].name,
        lacking=len(xs) - len(rows),
        findings=tuple(findings[:MOST_FINDINGS]),
    )


def _pairs(name: ColumnNames) -> tuple[tuple[str, str], ...]:
    return name if isinstance(name, tuple) else (("", name),) if name else ()


def _texts(columns: Sequence[tuple[str, Column]], count: int) -> list[Text]:
    if not columns:
        return [plain("")] * count
    return [
        Text(
            tuple((language, "" if (cell := column.cells[row]) is None else str(cell)) for language, column in columns)
        )
        for row in range(count)
    ]


def _keys(texts: Sequence[Text]) -> list[str]:
    """The names, the second of a kind with its number; the number of the row where there is none."""
    seen: dict[str, int] = {}
    keys = []
    for row, text in enumerate(texts):
        name = text.pick("")[1] or f"#{row}"
        seen[name] = seen.get(name, 0) + 1
        keys.append(name if seen[name] == 1 else f"{name}#{seen[name]}")
    return keys


NEGATIVE = Finding(
    code="negative",
    path="size",
    message=Message("面积不能是负数", "an area cannot be negative"),
    hint=Message("改正这些数，或去掉 size", "mend these figures, or leave out size"),
)
