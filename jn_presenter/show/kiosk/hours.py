"""Opening hours: whether it is open at a time by the clock on the wall, how long yet, and what is to be done then.

Nothing here trusts that clock to go on: it may be set, and summer begins and ends. Whoever asks, asks again soon.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Literal

from jn_presenter.model.kiosk import Span
from jn_presenter.show.kiosk.stand import Stand

DAY = 24 * 60
WEEK = 7 * DAY
MINUTE_MS = 60_000.0
GRACE_MS = 5 * MINUTE_MS
"""How long a visitor who is there at closing time may stay."""

Hours = tuple[Span, ...]


def is_open(hours: Hours, at: datetime) -> bool:
    """Whether it is open at this time on the wall. Without any hours it always is."""
    return not hours or _within(hours, _minute(at))


def until_change_ms(hours: Hours, at: datetime) -> float | None:
    """How long by the clock on the wall until it opens or closes next; None where it never does."""
    here = _minute(at)
    now = _within(hours, here)
    edges = {(edge - here - 1) % WEEK + 1 for begin, length in _stretches(hours) for edge in (begin, begin + length)}
    minutes = next((ahead for ahead in sorted(edges) if _within(hours, here + ahead) != now), None)
    if minutes is None:
        return None
    return minutes * MINUTE_MS - (at.second * 1000.0 + at.microsecond / 1000.0)


def due(stand: Stand, *, opened: bool, over_ms: float) -> Literal["kiosk-open", "kiosk-close"] | None:
    """The command that brings the kiosk into line with the hours; None while nothing is to be done.

    over_ms: since when it is not open. A visitor finishes, and so do staff at the pad, but not for ever.
    """
    if (stand.phase != "closed") == opened:
        return None
    if opened:
        return None if stand.staff else "kiosk-open"
    return "kiosk-close" if over_ms >= GRACE_MS or not _busy(stand) else None


def _busy(stand: Stand) -> bool:
    """Whether somebody stands before it."""
    return stand.staff or stand.phase in ("home", "slides")


def _minute(at: datetime) -> int:
    """Of the week, from Monday's first one."""
    return at.weekday() * DAY + at.hour * 60 + at.minute


def _within(hours: Hours, minute: int) -> bool:
    return any((minute - begin) % WEEK < length for begin, length in _stretches(hours))


def _stretches(hours: Hours) -> Iterator[tuple[int, int]]:
    """(begin in minutes of the week, length in minutes) of every day of every span."""
    for span in hours:
        length = span.end - span.start if span.end > span.start else span.end + DAY - span.start
        yield from ((day * DAY + span.start, length) for day in span.days)
