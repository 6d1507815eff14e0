"""Figures of categories over time: from a column a moment, or from rows that each have their moment in a column."""

from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct, structs

from jn_presenter.draw.dataset import Dataset, Wanted, of_snapshot
from jn_presenter.draw.grouping import names_of, texts_of
from jn_presenter.draw.parsing import NotANumberError, number_in
from jn_presenter.model.element import Env
from jn_presenter.model.feed import Badge, Snapshot
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message, Text

MOST_MOMENTS = 120
MOST_NAMES = 60
MOST_ROWS = 4000
"""Rows of a table with a moment each; more than can be followed, few enough to be read without delay."""


class Runner(Struct, frozen=True):
    """One category, with its value at each moment, None where it is not known. `key` stays through new data."""

    key: str
    label: Text
    values: tuple[Decimal | None, ...]


class Moments(Struct, frozen=True, kw_only=True):
    """Moments in their order: their names, their places 0..1 along the time dimension, and all that is followed."""

    names: tuple[str, ...] = ()
    places: tuple[float, ...] = ()
    runners: tuple[Runner, ...] = ()
    sample: Badge = ""
    findings: tuple[Finding, ...] = ()


def of_columns(found: Dataset) -> Moments:
    """A column a moment, a row a category."""
    names = tuple(series.label.pick("")[1] for series in found.series)
    runners = tuple(
        Runner(category.key, category.label, tuple(series.values[k] for series in found.series))
        for k, category in enumerate(found.categories)
    )
    return _ordered(Moments(names=names, runners=runners, sample=found.sample, findings=found.findings))


def of_rows(snapshot: Snapshot | None, wanted: Wanted, time: str, env: Env) -> Moments:
    """Rows of category, moment and value; of two rows with the same moment and category the later one counts."""
    if snapshot is None or not snapshot.columns:
        found = (snapshot.finding,) if snapshot is not None and snapshot.finding else ()
        return Moments(sample=wanted.sample, findings=found)
    labels = names_of(wanted.label) or (("", next((name for name in snapshot.names if name != time), "")),)
    taken = {time, *(column for _, column in labels)}
    values = wanted.values[:1] or tuple((name, None, False) for name in snapshot.names if name not in taken)[:1]
    rows = of_snapshot(snapshot, structs.replace(wanted, label=time, values=values), env, most=MOST_ROWS, most_series=1)
    gone = tuple(_gone(snapshot, column) for _, column in labels if snapshot.column(column) is None)
    texts = texts_of(snapshot, labels)
    known: dict[str, dict[str, Decimal]] = {}
    named: dict[str, Text] = {}
    times: dict[str, None] = {}
    entries = rows.series[0].entries if rows.series and not gone else ()
    for row, entry in enumerate(entries):
        moment, label = rows.categories[row].label.pick("")[1], texts[row]
        key = label.pick("")[1]
        if not moment or not key:
            continue
        times.setdefault(moment)
        named.setdefault(key, label)
        if entry is not None:
            known.setdefault(key, {})[moment] = entry.value
    runners = tuple(
        Runner(key, label, tuple(known.get(key, {}).get(moment) for moment in times)) for key, label in named.items()
    )
    return _ordered(
        Moments(names=tuple(times), runners=runners, sample=wanted.sample, findings=(*gone, *rows.findings))
    )


def _ordered(found: Moments) -> Moments:
    """Moments that are numbers in their order and in proportion, others as they come and evenly; not too many."""
    numbers = _numbers(found.names)
    count = len(found.names)
    order = sorted(range(count), key=lambda k: numbers[k]) if numbers else list(range(count))
    order = order[-MOST_MOMENTS:]
    at = [numbers[k] for k in order] if numbers else [float(k) for k in range(len(order))]
    span = at[-1] - at[0] if at else 0.0
    below = [runner for runner in found.runners if any(value is not None and value < 0 for value in runner.values)]
    runners = tuple(
        structs.replace(runner, values=tuple(_positive(runner.values[k]) for k in order))
        for runner in found.runners[:MOST_NAMES]
    )
    return structs.replace(
        found,
        names=tuple(found.names[k] for k in order),
        places=tuple((place - at[0]) / span if span else 1.0 for place in at),
        runners=runners,
        findings=(
            *found.findings,
            *((_negative(below),) if below else ()),
            *((_too_many(len(found.runners)),) if len(found.runners) > MOST_NAMES else ()),
        ),
    )


def _positive(value: Decimal | None) -> Decimal | None:
    return None if value is None or value < 0 else value


def _numbers(names: Sequence[str]) -> list[float]:
    """The moments as numbers, nothing unless all are different ones."""
    try:
        numbers = [number_in(name) for name in names]
    except NotANumberError:
        return []
    known = [float(number) for number in numbers if number is not None]
    return known if len(set(known)) == len(names) else []


def _gone(snapshot: Snapshot, column: str) -> Finding:
    there = "、".join(snapshot.names[:12])
    return Finding(
        code="no-column",
        path="data",
        file=snapshot.file,
        line=snapshot.lines[0] - 1 if snapshot.lines else 0,
        message=Message(f"表里没有 “{column}” 这一列", f"the table has no column {column!r}"),
        hint=Message(f"现有的列：{there}", f"there are: {', '.join(snapshot.names[:12])}"),
    )


def _negative(runners: Sequence[Runner]) -> Finding:
    names = "、".join(runner.label.pick("")[1] for runner in runners[:3])
    return Finding(
        code="negative",
        path="data",
        message=Message(f"排名动画画不了负数：{names}", f"a race cannot show negative values: {names}"),
        hint=Message("正负都有时请用 type: diverging", "where there are both signs, use type: diverging"),
    )


def _too_many(count: int) -> Finding:
    return Finding(
        code="too-many",
        path="data",
        severity="warning",
        message=Message(
            f"有 {count} 个名称，只看前 {MOST_NAMES} 个", f"of {count} names, the first {MOST_NAMES} are followed"
        ),
        hint=Message("只留可能上榜的", "keep those that may be among the first"),
    )
