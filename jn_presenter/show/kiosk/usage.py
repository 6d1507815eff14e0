"""What a kiosk was used for, day by day: what was shown how long, and what visitors chose. Nothing about any of them.

There is no time of day in it and no order, so that nobody's visit can be told from another's.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from msgspec import Struct

from jn_presenter.show.kiosk.stand import Stand
from jn_presenter.show.select import theme_id
from jn_presenter.show.state import ShowState

COLUMNS = (
    "日期 Day",
    "状态 State",
    "专题 Theme",
    "页 Slide",
    "语言 Language",
    "秒 Seconds",
    "次数 Times",
    "参观 Visits",
    "大字 Large text",
    "高对比 High contrast",
)
STATES = {"loop": "轮播 loop", "home": "首页 home", "slides": "观众 visitor", "staff": "员工 staff"}
SECOND_MS = 1000.0


class Seen(NamedTuple):
    """What was on the screen. Theme and slide are empty where no slide was."""

    state: str
    """A phase of the kiosk's, or `staff` where their pad was up."""
    theme: str = ""
    slide: str = ""
    language: str = ""
    """More than one, stacked, are joined by `+`."""


class Count(NamedTuple):
    """How much of it there was."""

    ms: float = 0.0
    times: int = 0
    """How often it came up."""
    visits: int = 0
    """How many visits began so."""
    large: int = 0
    """How often large text was switched on there."""
    contrast: int = 0


Tally = Mapping[Seen, Count]
NOTHING: Tally = {}


class Row(NamedTuple):
    """A line of the record."""

    day: str
    """As 2026-11-23."""
    seen: Seen
    amount: Count


class Meter(Struct, frozen=True):
    """A tally that runs: what is seen has been since `since_ms`."""

    since_ms: float
    tally: Tally = NOTHING


def added(tally: Tally, more: Tally) -> Tally:
    """Both together."""
    total = dict(tally)
    for seen, count in more.items():
        total[seen] = _sum(total[seen], count) if seen in total else count
    return total


def begun(state: ShowState, now_ms: float) -> Meter:
    """A meter for a kiosk that shows this from now on."""
    seen = seen_in(state)
    return Meter(now_ms, {} if seen is None else {seen: Count(times=1)})


def counted(meter: Meter, old: ShowState, new: ShowState, now_ms: float) -> Meter:
    """The meter once the kiosk has gone from the one state to the other."""
    before, after = seen_in(old), seen_in(new)
    chosen = _chosen(old, new)
    if before == after and not any(chosen):
        return meter
    tally = run(meter, old, now_ms).tally
    if after is not None and any(chosen):
        tally = added(tally, {after: chosen})
    return Meter(now_ms, tally)


def run(meter: Meter, state: ShowState, now_ms: float) -> Meter:
    """The meter up to now, the state being the one that it has run in."""
    seen, spent = seen_in(state), max(0.0, now_ms - meter.since_ms)
    tally = meter.tally if seen is None or spent == 0.0 else added(meter.tally, {seen: Count(ms=spent)})
    return Meter(now_ms, tally)


def is_over(old: ShowState, new: ShowState) -> bool:
    """Whether a visit has come to its end."""
    return _visited(old.kiosk) and not _visited(new.kiosk)


def seen_in(state: ShowState) -> Seen | None:
    """What is to be seen; None outside the opening hours."""
    stand, language = state.kiosk, "+".join(state.languages)
    if stand is None or stand.phase == "closed":
        return None
    if stand.staff:
        return Seen("staff", language=language)
    if stand.phase == "home":
        return Seen("home", language=language)
    return Seen(stand.phase, theme_id(state.shown.slide), state.shown.slide, language)


def as_csv(rows: Iterable[Row]) -> bytes:
    """The record as a table that spreadsheets open: UTF-8 with a mark in front, without which Excel garbles Chinese.

    rows: those of a day one after the other. Their seconds are rounded so that they add up to the day's.
    """
    from csv import writer
    from io import StringIO

    text = StringIO(newline="")
    table = writer(text)
    table.writerow(COLUMNS)
    day, total, told = "", 0.0, 0
    for row in rows:
        if row.day != day:
            day, total, told = row.day, 0.0, 0
        total += row.amount.ms
        seconds = round(total / SECOND_MS) - told
        told += seconds
        state, *place = row.seen
        table.writerow((row.day, STATES.get(state, state), *place, seconds, *row.amount[1:]))
    return text.getvalue().encode("utf-8-sig")


def _sum(one: Count, other: Count) -> Count:
    return Count(
        one.ms + other.ms,
        one.times + other.times,
        one.visits + other.visits,
        one.large + other.large,
        one.contrast + other.contrast,
    )


def _chosen(old: ShowState, new: ShowState) -> Count:
    """What somebody, or the loop, has done between the two."""
    before, after = old.kiosk, new.kiosk
    if before is None or after is None or after.phase == "closed":
        return Count()
    here = (after.phase, "" if after.phase == "home" else new.shown.slide)
    there = (before.phase, "" if before.phase == "home" else old.shown.slide)
    return Count(
        times=int(here != there),
        visits=int(_visited(after) and before.phase == "loop"),
        large=int(after.large and not before.large),
        contrast=int(after.contrast and not before.contrast),
    )


def _visited(stand: Stand | None) -> bool:
    return stand is not None and stand.phase in ("home", "slides")
