"""Moments on a time axis, in seconds since 1970: read from cells, ticked at round ones, and in words."""

import math
import re
from collections.abc import Sequence
from datetime import datetime, timezone

from jn_presenter.draw.locales import locale
from jn_presenter.draw.ticks import nice_step

MINUTE, HOUR, DAY = 60.0, 3600.0, 86_400.0
MONTH, YEAR = 30.44 * DAY, 365.25 * DAY
CLOCK = (
    MINUTE,
    5 * MINUTE,
    15 * MINUTE,
    30 * MINUTE,
    HOUR,
    3 * HOUR,
    6 * HOUR,
    12 * HOUR,
    DAY,
    2 * DAY,
    7 * DAY,
    14 * DAY,
)
MONTHS = (1, 3, 6)
SLACK = 0.9
"""A month may be 28 days long."""
MONDAY = 4 * DAY
"""The first Monday of 1970: weeks begin on Mondays."""
_DATE = r"([0-9]{4})[-/.年]([0-9]{1,2})(?:[-/.月]([0-9]{1,2})?日?)?"
_CLOCK = r"(?:[T ]+([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:\.[0-9]+)?)?Z?)?"
_WRITTEN = re.compile(_DATE + _CLOCK, re.ASCII)


def instant(text: str) -> float | None:
    """The moment of 2024-03, 2024-03-08, 2024/3/8, 2024年3月8日 or 2024-03-08 14:30; None for what is no date."""
    found = _WRITTEN.fullmatch(text.strip())
    if found is None:
        return None
    year, month, day, hour, minute, second = (int(part or 0) for part in found.groups())
    try:
        return datetime(year, month, day or 1, hour, minute, second, tzinfo=timezone.utc).timestamp()
    except ValueError:
        return None


def time_ticks(low: float, high: float, count: int, least: float = 0.0) -> tuple[tuple[float, ...], float]:
    """Round moments from low to high with at most `count` steps, and the step: seconds, months and years on average.

    `least`: seconds that no step is shorter than, so that monthly figures are not ticked by the week.
    """
    rough = max((high - low) / max(1, count), least * SLACK)
    for step in CLOCK:
        if step >= rough:
            start = MONDAY if step >= 7 * DAY else 0.0
            first, last = math.ceil((low - start) / step - 1e-9), math.floor((high - start) / step + 1e-9)
            return tuple(start + k * step for k in range(first, last + 1)), step
    for months in MONTHS:
        if months * MONTH >= rough:
            return _months(low, high, months), months * MONTH
    years = int(nice_step((high - low) / YEAR, count, least=max(1.0, rough / YEAR * SLACK)))
    return _months(low, high, 12 * years), years * YEAR


def _months(low: float, high: float, step: int) -> tuple[float, ...]:
    """The firsts of every `step`-th month."""
    first, last = _moment(low), _moment(high)
    counted = range(first.year * 12 // step * step, (last.year + 1) * 12 + 1, step)
    moments = (_first_of(months) for months in counted)
    return tuple(moment for moment in moments if low <= moment <= high)


def _first_of(months: int) -> float:
    return datetime(max(1, months // 12), months % 12 + 1, 1, tzinfo=timezone.utc).timestamp()


def time_words(values: Sequence[float], step: float, language: str) -> tuple[str, ...]:
    """Years, months, days or hours of the moments; the first one, and each that begins a longer span, says more.

    No language is for several at once: digits alone.
    """
    words = []
    before: datetime | None = None
    for value in values:
        words.append(_word(_moment(value), before, step, language))
        before = _moment(value)
    return tuple(words)


def _word(now: datetime, before: datetime | None, step: float, language: str) -> str:
    own = locale(language)
    parts = {"y": now.year, "m": now.month, "d": now.day, "month": own.short_month(now.month)}
    if step >= YEAR * 0.99:
        return str(now.year)
    if step >= MONTH * 0.99:
        if not language:
            return f"{now.year}-{now.month:02}"
        if before is not None and before.year != now.year and now.month == 1:
            return str(now.year)
        return (own.month if before is None or before.year != now.year else own.tick_month).format(**parts)
    if step >= DAY or (now.hour, now.minute) == (0, 0):
        return own.tick_day.format(**parts) if language else f"{now.month:02}-{now.day:02}"
    return f"{now.hour:02}:{now.minute:02}"


def _moment(value: float) -> datetime:
    return datetime.fromtimestamp(value, tz=timezone.utc)
