"""The columns of a stream: doubles over a clock that runs, the stretch of them that is shown, and what they span.

numpy is imported where it is used: only a slide with a stream pays for it.
"""

import math
from array import array
from bisect import bisect_left

from msgspec import Struct

from jn_presenter.draw.table_cells import column_named, place
from jn_presenter.draw.tracks import numbers
from jn_presenter.model.feed import Column, Snapshot
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message


class Running(Struct, frozen=True, eq=False):
    """A column over time, oldest first: xs in s, ys not a number where the stream had a gap."""

    key: str
    xs: memoryview
    ys: memoryview

    @property
    def newest(self) -> float:
        """The last value; not a number where there is none."""
        return float(self.ys[-1]) if len(self.ys) else math.nan

    @property
    def span(self) -> tuple[float, float] | None:
        """The lowest and the highest value, None where there is none."""
        import numpy as np

        values = np.frombuffer(self.ys, dtype=np.float64)
        low, high = np.fmin.reduce(values, initial=math.inf), np.fmax.reduce(values, initial=-math.inf)
        return (float(low), float(high)) if low <= high else None

    def last(self, seconds: float) -> "Running":
        """The part that is no older than `seconds` before the newest."""
        if not len(self.xs):
            return self
        first = bisect_left(self.xs, self.xs[-1] - seconds)
        return Running(self.key, self.xs[first:], self.ys[first:])


def running(
    snapshot: Snapshot, time: str, names: tuple[str, ...], most: int
) -> tuple[tuple[Running, ...], tuple[Finding, ...]]:
    """The columns over the column `time`, by default the first and all others; and what is wrong with them.

    Where the clock went back, the stream begins anew: what was before is left out, and that is said.
    """
    clock = column_named(snapshot, time) if time else snapshot.columns[0]
    if isinstance(clock, Finding):
        return (), (clock,)
    found = [column_named(snapshot, name) for name in names] or [one for one in snapshot.columns if one is not clock]
    xs, wrong = doubles(clock, snapshot)
    findings = [*wrong, *(one for one in found if isinstance(one, Finding))]
    there = timed(xs)
    xs = kept(xs, there)
    first = running_from(xs)
    if first:
        findings.append(_went_back(clock, first if there is None else there[first], snapshot))
    made = []
    for column in [one for one in found if isinstance(one, Column)][:most]:
        ys, wrong = doubles(column, snapshot)
        findings += wrong
        made.append(Running(column.name, xs[first:], kept(ys, there)[first:]))
    return tuple(made), tuple(findings)


def _went_back(clock: Column, row: int, snapshot: Snapshot) -> Finding:
    where = place(snapshot, clock, row)
    return Finding(
        code="clock-back",
        path="data",
        file=snapshot.file,
        line=snapshot.lines[row] if snapshot.lines else 0,
        column=clock.number if snapshot.lines else 0,
        severity="warning",
        message=Message(
            f"{where}：时间往回跳了，只显示从这里开始的", f"{where}: time goes back; what is shown begins here"
        ),
        hint=Message("检查数据来源的时钟", "look at the clock of whatever writes the data"),
    )


def doubles(column: Column, snapshot: Snapshot) -> tuple[memoryview, list[Finding]]:
    """The cells of a column as doubles: as they are where they are dense, read one by one where they are not."""
    if isinstance(column.cells, memoryview):
        return column.cells, []
    values, findings = numbers(column, snapshot)
    return memoryview(array("d", values)).toreadonly(), findings


def timed(xs: memoryview) -> tuple[int, ...] | None:
    """The rows that have a time, None where all have one, as in every stream that runs well."""
    import numpy as np

    missing = np.isnan(np.frombuffer(xs, dtype=np.float64))
    return tuple(np.flatnonzero(~missing).tolist()) if missing.any() else None


def kept(values: memoryview, rows: tuple[int, ...] | None) -> memoryview:
    """These rows of a column; the column itself where it is all of them."""
    return values if rows is None else memoryview(array("d", (values[row] for row in rows))).toreadonly()


def running_from(xs: memoryview) -> int:
    """The row from which on time only goes forward."""
    import numpy as np

    times = np.frombuffer(xs, dtype=np.float64)
    back = np.flatnonzero(~(np.diff(times) >= 0.0))
    return int(back[-1]) + 1 if len(back) else 0
