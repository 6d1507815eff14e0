"""Figures made up by a rule, for practice and for showing what charts can do; the same reading is always the same.

Every value is a function of the seed, its series and its number alone (Perlin's value noise over a hash that counts,
Steele, Lea and Flood 2014), so that nothing is carried from one reading to the next, and a stream that runs on may
take what it had from the snapshot before.
"""

import math
from array import array
from decimal import Decimal
from typing import Annotated, Literal

from msgspec import Meta

from jn_presenter.draw.parsing import NotANumberError, number_in
from jn_presenter.model.feed import MOST_COLUMNS, MOST_ROWS, Badge, Cell, Column, Feed, FeedError, Request, Snapshot
from jn_presenter.model.fields import doc
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import PLAIN, Message, Text

TIME = "time"
NAME = "name"
LONG, SHORT = (1024, 256, 64, 16, 4), (16, 4, 1)
"""Distances between the lattice points of a walk in a stream and in a table; the longer the stronger."""
TURN = 8
"""Readings in which a ranking changes its order."""
HOLD = 5
"""Values that a step lasts, in tables; streams hold theirs as many times as they have fewer points."""
STREAM_HOLD = 200
WAVE, STREAM_WAVE = 24, 600
"""Values of one turn of a wave."""


class Simulated(Feed, frozen=True, kw_only=True):
    """Invented figures that move. Charts of them always say that they are simulated.

    With `points` a stream: a column `time` in seconds and a column for each of `series`. With `categories` a table of
    them: their names in the column `name`, or in a column a language, and a column for each of `series`. With `columns`
    and `rows` a table that is written out, of which the columns `series` move about what is written, `swing` to either
    side: figures that belong together, as a range and its middle or the stages of a funnel, stay so.
    """

    about = "虚构的、会动的数据；用它的图表总会注明是模拟数据"

    kind: Annotated[
        Literal["walk", "wave", "ranking", "steps"],
        doc(
            "变化方式：walk为游走，wave为起伏，ranking为名次变化，steps为阶跃",
            "how they move: walk wanders, wave swings, ranking changes its order, steps jumps",
        ),
    ] = "walk"
    series: Annotated[
        tuple[str, ...], doc("数值各列的名称", "the names of the columns of figures"), Meta(min_length=1, max_length=12)
    ] = ("value",)
    categories: Annotated[
        tuple[Text, ...], doc("各类别的名称", "the names of the categories"), Meta(max_length=60)
    ] = ()
    columns: Annotated[
        tuple[str, ...],
        doc("写出的表：各列的名称", "the names of a written table's columns"),
        Meta(max_length=MOST_COLUMNS),
    ] = ()
    rows: Annotated[
        tuple[tuple[str | None, ...], ...],
        doc("写出的表：各行；缺数写null", "the rows of a written table; null for a missing value"),
        Meta(max_length=400),
    ] = ()
    swing: Annotated[
        float, doc("写出的数上下变动的幅度", "how far written figures move to either side, as a share", ge=0, le=1)
    ] = 0.1
    points: Annotated[
        int, doc("数据流的点数，0为类别表", "how many points a stream has, 0 for a table", ge=0, le=MOST_ROWS)
    ] = 0
    fresh: Annotated[
        int, doc("数据流每次新增的点数", "how many points of a stream are new each time", ge=1, le=1000)
    ] = 1
    every: Annotated[float, doc("每隔多少毫秒变化一次", "how often it changes, in ms", ge=33, le=3_600_000)] = 1000.0
    low: Annotated[float, doc("最小值", "the least value", ge=-1e12, le=1e12)] = 0.0
    high: Annotated[float, doc("最大值", "the largest value", ge=-1e12, le=1e12)] = 100.0
    digits: Annotated[int, doc("表中数值的小数位数", "decimal places of the figures of a table", ge=0, le=6)] = 0
    seed: Annotated[int, doc("随机种子", "another seed gives other figures", ge=0, le=1_000_000)] = 1

    @property
    def made_up(self) -> bool:
        """Always: no field turns the badge off."""
        return True

    @property
    def badge(self) -> Badge:
        return "simulated"

    def period_s(self) -> float:
        return self.every / 1000.0

    def read(self, request: Request) -> Snapshot:
        """The reading number `request.tick`. Raises FeedError where the fields make no table."""
        if sum(map(bool, (self.points, self.categories, self.columns or self.rows))) != 1:
            message = Message(
                "categories、points、columns 和 rows，三者要写一种",
                "this takes one of categories, points, and columns with rows",
            )
            hint = Message(
                "类别表写 categories，数据流写 points，写出的表写 columns 和 rows",
                "categories for a table, points for a stream, columns and rows for a table that is written out",
            )
            raise _refused("missing-names", message, hint)
        names = self.columns or (*self._label_names(), *self.series)
        if len(set(names)) < len(names):
            message = Message("有两列同名", "two columns have the same name")
            hint = Message(f"各列名称不能重复，也不能用 {names[0]}", f"name them apart, and none of them {names[0]}")
            raise _refused("duplicate-column", message, hint)
        if self.columns or self.rows:
            return self._written(request.tick)
        return self._stream(request) if self.points else self._table(request.tick)

    def _label_names(self) -> tuple[str, ...]:
        if self.points:
            return (TIME,)
        languages = dict.fromkeys(language for text in self.categories for language, _ in text.variants)
        languages.pop(PLAIN, None)
        return tuple(languages) or (NAME,)

    def _table(self, tick: int) -> Snapshot:
        labels = tuple(
            Column(name=name, cells=tuple(text.pick(name)[1] for text in self.categories))
            for name in self._label_names()
        )
        figures = tuple(
            Column(name=name, cells=tuple(self._figure(64 * row + k, tick) for row in range(len(self.categories))))
            for k, name in enumerate(self.series)
        )
        return Snapshot(columns=(*labels, *figures), as_of=self.as_of)

    def _figure(self, series: int, tick: int) -> Cell:
        (value,) = self._values(series, tick, 1)
        return self._rounded(value)

    def _rounded(self, value: float) -> Decimal:
        return Decimal(round(value * 10**self.digits)).scaleb(-self.digits)

    def _written(self, tick: int) -> Snapshot:
        """The table as it is written, with the figures of `series` as they are now."""
        if gone := next((name for name in self.series if name not in self.columns), ""):
            message = Message(f"columns 里没有 “{gone}” 这一列", f"there is no column {gone!r} in columns")
            there = "、".join(self.columns[:12])
            raise _refused(
                "no-column", message, Message(f"series 写其中几列：{there}", f"series names some of {there}")
            )
        made = []
        for k, name in enumerate(self.columns):
            cells: tuple[Cell, ...] = tuple(row[k] if k < len(row) else None for row in self.rows)
            if name in self.series:
                cells = tuple(self._moved(cell, 64 * row + k, tick) for row, cell in enumerate(cells))
            made.append(Column(name=name, cells=cells))
        return Snapshot(columns=tuple(made), as_of=self.as_of)

    def _moved(self, cell: Cell, series: int, tick: int) -> Cell:
        """A written figure as it is now. Raises FeedError for what is none."""
        try:
            middle = number_in(cell)
        except NotANumberError:
            message = Message(f"rows 里的 “{str(cell)[:40]}” 不是数", f"{str(cell)[:40]!r} in rows is no number")
            hint = Message("series 只写数值各列", "name only columns of figures in series")
            raise _refused("not-a-number", message, hint) from None
        if middle is None:
            return None
        (part,) = self._parts(series, tick, 1)
        return self._rounded(float(middle) * (1.0 + self.swing * (2.0 * part - 1.0)))

    def _stream(self, request: Request) -> Snapshot:
        first = request.tick * self.fresh
        known = self._known(request.before, first)
        start = first + known
        times = self._kept(request.before, 0, known)
        times.extend(map(self._time, range(start, first + self.points)))
        columns = [Column(name=TIME, cells=memoryview(times).toreadonly())]
        for k, name in enumerate(self.series):
            values = self._kept(request.before, k + 1, known)
            values.extend(self._values(k, start, self.points - known))
            columns.append(Column(name=name, cells=memoryview(values).toreadonly()))
        return Snapshot(columns=tuple(columns), as_of=self.as_of)

    def _time(self, number: int) -> float:
        """When the value of that number was, in seconds since the first."""
        return number * self.every / (1000.0 * self.fresh)

    def _known(self, before: Snapshot | None, first: int) -> int:
        """How many values from `first` on the snapshot before ends with."""
        times = before.columns[0].cells if before is not None and before.columns else None
        if before is None or not isinstance(times, memoryview) or before.names != (TIME, *self.series):
            return 0
        old = round(times[0] * 1000.0 * self.fresh / self.every)
        same = len(times) == self.points and self._time(old) == times[0]
        return max(0, self.points - (first - old)) if same and old <= first else 0

    def _kept(self, before: Snapshot | None, k: int, known: int) -> "array[float]":
        values = array("d")
        cells = before.columns[k].cells if before is not None and known else None
        if isinstance(cells, memoryview):
            values.frombytes(cells[self.points - known :].cast("B"))
        return values

    def _values(self, series: int, first: int, count: int) -> list[float]:
        """The values of these numbers, between low and high."""
        span = self.high - self.low
        return [self.low + span * part for part in self._parts(series, first, count)]

    def _parts(self, series: int, first: int, count: int) -> list[float]:
        """Where these values are between the least and the largest, 0..1."""
        key, stream = _mixed(self.seed * 1_000_003 + series), self.points > 0
        if self.kind == "walk":
            return _walk(key, first, count, LONG if stream else SHORT)
        if self.kind == "wave":
            return _wave(key, first, count, STREAM_WAVE if stream else WAVE)
        if self.kind == "ranking":
            return _noise(key, first, count, STREAM_WAVE if stream else TURN)
        hold = STREAM_HOLD if stream else HOLD
        shift = _mixed(key) % hold  # not all series jump at once
        return [_unit(key, (number + shift) // hold) for number in range(first, first + count)]


MASK = (1 << 64) - 1


def _mixed(number: int) -> int:
    """SplitMix64's finalizer."""
    number = (number + 0x9E3779B97F4A7C15) & MASK
    number = ((number ^ (number >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    number = ((number ^ (number >> 27)) * 0x94D049BB133111EB) & MASK
    return number ^ (number >> 31)


def _unit(key: int, number: int) -> float:
    """0..1, as if by chance, for that number."""
    return _mixed(key ^ (number * 0xD1342543DE82EF95 & MASK)) / (MASK + 1)


def _noise(key: int, first: int, count: int, distance: int) -> list[float]:
    """0..1: chance at every `distance`-th number, smooth between."""
    values: list[float] = []
    number, end = first, first + count
    while number < end:
        cell, offset = divmod(number, distance)
        low, high = _unit(key, cell), _unit(key, cell + 1)
        stop = min(distance, offset + end - number)
        for k in range(offset, stop):
            t = k / distance
            values.append(low + (high - low) * t * t * (3.0 - 2.0 * t))
        number += stop - offset
    return values


def _walk(key: int, first: int, count: int, distances: tuple[int, ...]) -> list[float]:
    """0..1: noises over each other, each half as strong as the one before."""
    layers = [_noise(_mixed(key + k), first, count, distance) for k, distance in enumerate(distances)]
    strengths = [0.5**k for k in range(len(layers))]
    whole = sum(strengths)
    return [
        min(1.0, max(0.0, 0.5 + 1.5 * (sum(map(float.__mul__, strengths, parts)) / whole - 0.5)))
        for parts in zip(*layers, strict=True)
    ]


def _wave(key: int, first: int, count: int, turn: int) -> list[float]:
    """0..1: a sine with an overtone, and a little chance."""
    phase = math.tau * _unit(key, -1)
    own = turn * (0.75 + 0.5 * _unit(key, -2))
    numbers = range(first, first + count)
    angles = (phase + math.tau * number / own for number in numbers)
    return [
        0.5 + 0.36 * math.sin(angle) + 0.1 * math.sin(2.7 * angle) + 0.06 * (_unit(key, number) - 0.5)
        for angle, number in zip(angles, numbers, strict=True)
    ]


def _refused(code: str, message: Message, hint: Message) -> FeedError:
    return FeedError(Finding(code=code, path="data", message=message, hint=hint))


FEED = Simulated
