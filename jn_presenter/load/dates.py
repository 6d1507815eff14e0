"""Dates as facts and elements have them: a year, a month or a day; and what was meant by one in another form."""

import datetime
import re

from jn_presenter.model.text import Message

DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")
PARTS = re.compile(r"([0-9]{4})\s*[-/.年]\s*([0-9]{1,2})(?:\s*[-/.月]\s*([0-9]{1,2})\s*日?|\s*月)?")
YEAR = re.compile(r"([0-9]{4})\s*年")
WESTERN = re.compile(r"([0-9]{1,2})[/.]([0-9]{1,2})[/.]([0-9]{4})")
FORMS = Message("写成 2020、2020-06 或 2020-06-30", "write 2020, 2020-06 or 2020-06-30")


def real_date(word: str) -> bool:
    """Whether the word is YYYY, YYYY-MM or YYYY-MM-DD, and such a day exists."""
    found = DATE.fullmatch(word)
    if not found:
        return False
    year, month, day = (int(part) if part else 1 for part in found.groups())
    try:
        datetime.date(year, month, day)
    except ValueError:
        return False
    return True


def date_slip(word: str) -> tuple[Message, Message, str]:
    """What is wrong with a word that is no date, what to write instead, and that date where it can be told."""
    import calendar  # only a mistake pays for it

    from jn_presenter.load.slips.lookalike import plain

    straight = plain(word)
    short = word[:40]
    message = Message(f"“{short}” 不是日期", f"{short!r} is not a date")
    if (found := YEAR.fullmatch(straight)) and real_date(found[1]):
        return message, Message(f"写成 {found[1]}", f"write {found[1]}"), found[1]
    if WESTERN.fullmatch(straight):
        return message, Message(f"年份在前：{FORMS.zh}", f"the year comes first: {FORMS.en}"), ""
    found = PARTS.fullmatch(straight)
    if found is None:
        return message, FORMS, ""
    year, month, day = int(found[1]), int(found[2]), int(found[3] or 1)
    if not 1 <= month <= 12:
        wrong = Message(f"没有 {month} 月", f"there is no month {month}")
        return wrong, Message("月份写 01 到 12", "months are 01 to 12"), ""
    last = calendar.monthrange(max(1, year), month)[1]
    if not 1 <= day <= last:
        wrong = Message(f"{year} 年 {month} 月没有 {day} 日", f"{calendar.month_name[month]} {year} has no day {day}")
        return wrong, Message(f"这个月是 01 到 {last} 日", f"its days are 01 to {last}"), ""
    meant = f"{found[1]}-{month:02}" + (f"-{day:02}" if found[3] else "")
    return message, Message(f"写成 {meant}", f"write {meant}"), meant
