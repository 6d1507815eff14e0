"""Opening hours as an owner writes them: `mon-fri: 09:00-17:30`, `sat: [09:00-12:00, 13:00-16:00]`, `sun: closed`."""

import re

from jn_presenter.load.keyed import not_a_mapping
from jn_presenter.load.nodes import Mapping, Node, Scalar, Sequence
from jn_presenter.load.reading import Reading
from jn_presenter.load.slips.suggest import nearest
from jn_presenter.load.words import present, wrong_kind
from jn_presenter.model.daytime import daytime
from jn_presenter.model.kiosk import Span
from jn_presenter.model.text import Message

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DAILY = "daily"
CLOSED = "closed"
WRITTEN = re.compile(r"\s*([^\s~～至–—-]+)\s*[-~～至–—]\s*([^\s~～至–—-]+)\s*")
MIDNIGHT = 24 * 60
MOST = 8
"""Times on one day."""
HOW = Message("写成 09:00-17:30", "write it as 09:00-17:30")


def hours(node: Node, reading: Reading) -> tuple[Span, ...]:
    """The node's spans in the order written; none, and so always open, where anything in it is wrong and reported.

    A day that is not named is closed all day. A span that ends before it begins ends on the next day.
    """
    if not present(node, reading):
        return ()
    if not isinstance(node, Mapping):
        not_a_mapping(node, reading)
        return ()
    before = len(reading.problems)
    spans: list[Span] = []
    named: set[int] = set()
    for key, value in node.entries:
        days = _days(key, reading)
        if again := named.intersection(days):
            _report_twice(key, DAYS[min(again)], reading)
        named.update(days)
        spans += (Span(days, start, end) for start, end in _times(value, reading))
    if not spans and len(reading.problems) == before:
        reading.report(
            node,
            "never-open",
            Message("没有一天开放，画面会一直是黑的", "it is closed on all days, so that the screen would stay black"),
            Message("写上开放时间，或删去 hours（始终开放）", "write the hours, or remove hours to be always open"),
        )
    return tuple(spans) if node.sound and len(reading.problems) == before else ()


def _days(key: Scalar, reading: Reading) -> tuple[int, ...]:
    """`daily`, a day, or days from one to another, over the week's end too; ascending."""
    words = key.value.strip().lower()
    if words == DAILY:
        return tuple(range(7))
    first, dash, last = (part.strip() for part in words.partition("-"))
    if first in DAYS and (not dash or last in DAYS):
        start = DAYS.index(first)
        count = (DAYS.index(last) - start) % 7 if dash else 0
        return tuple(sorted((start + k) % 7 for k in range(count + 1)))
    guess = nearest(first[:3], DAYS)
    meant = f"{guess}-{nearest(last[:3], DAYS) or 'fri'}" if dash and guess else guess
    reading.report(
        key,
        "unknown-day",
        Message(f"“{key.value[:40]}” 不是星期几", f"{key.value[:40]!r} is no day of the week"),
        Message(
            (f"是否想写 {meant}？" if meant else "") + f"可以写 {'、'.join(DAYS)}，如 mon-fri，或 {DAILY}（每天）",
            (f"did you mean {meant}? " if meant else "") + f"write {', '.join(DAYS)}, days as mon-fri, or {DAILY}",
        ),
    )
    return ()


def _times(node: Node, reading: Reading) -> list[tuple[int, int]]:
    """(start, end) in minutes of the day; none where it is closed."""
    if not present(node, reading):
        return []
    items = node.items if isinstance(node, Sequence) else (node,)
    if isinstance(node, Scalar) and node.value.strip().lower() == CLOSED:
        return []
    if len(items) > MOST:
        reading.report(
            node,
            "wrong-count",
            Message(f"一天至多 {MOST} 段时间", f"a day has {MOST} times at most"),
            Message("合并相邻的时间", "join times that follow each other"),
        )
        return []
    return [time for item in items if (time := _time(item, reading)) is not None]


def _time(node: Node, reading: Reading) -> tuple[int, int] | None:
    if not present(node, reading):
        return None
    if not isinstance(node, Scalar):
        wrong_kind(node, reading, Message("一段时间，如 09:00-17:30", "a time, as 09:00-17:30"))
        return None
    found = WRITTEN.fullmatch(node.value)
    start, end = (_minute(found[k]) if found else None for k in (1, 2))
    if start is None or end is None or start == MIDNIGHT:
        reading.report(
            node,
            "bad-time",
            Message(f"“{node.value[:40]}” 不是一段时间", f"{node.value[:40]!r} is no time from one hour to another"),
            Message(f"{HOW.zh}；休息日写 {CLOSED}", f"{HOW.en}; {CLOSED} where it is not open"),
        )
        return None
    if start == end:
        reading.report(
            node,
            "bad-time",
            Message(f"“{node.value[:40]}” 没有长短", f"{node.value[:40]!r} has no length"),
            Message("全天开放写成 00:00-24:00", "all day long is 00:00-24:00"),
        )
        return None
    return start, end


def _minute(words: str) -> int | None:
    time = daytime(words)
    if time is None:
        return None
    minute = time.hour * 60 + time.minute
    return MIDNIGHT if minute == 0 and words.strip().startswith(("24", "２４")) else minute


def _report_twice(key: Scalar, day: str, reading: Reading) -> None:
    reading.report(
        key,
        "duplicate-day",
        Message(f"{day} 写了两次", f"{day} is named twice"),
        Message(
            "一天的几段时间写成列表：[09:00-12:00, 13:00-17:00]",
            "several times of a day are a list: [09:00-12:00, 13:00-17:00]",
        ),
    )
