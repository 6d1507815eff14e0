"""Dates as the deck writes them (YYYY, YYYY-MM, YYYY-MM-DD), in words and as places on a time axis."""

import re
from datetime import date as calendar_date

from msgspec import Struct

from jn_presenter.model.fact import Fact
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message

_WRITTEN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?", re.ASCII)
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_PLANS = {"2025": Message("“十四五”期间（至2025年）", "14th Five-Year Plan (to 2025)")}
"""Dues that are the last year of a plan and are called by it."""


class Date(Struct, frozen=True):
    """A date as exact as it was given: month and day are 0 where it gives none."""

    year: int
    month: int = 0
    day: int = 0


def parse_date(text: str) -> Date | Finding:
    """The date that `text` writes, or what is wrong with it."""
    written = _WRITTEN.fullmatch(text)
    if written is not None:
        year, month, day = (int(part or 0) for part in written.groups())
        try:
            calendar_date(year, month if written[2] else 1, day if written[3] else 1)
        except ValueError:
            return _wrong(text, Message("日历上没有这一天", "there is no such day in the calendar"))
        return Date(year, month, day)
    return _wrong(text, Message("写法不对", "it is not written as a date"))


def date_words(text: str, language: str, *, due: bool = False) -> str:
    """1992年6月, June 1992; 2021年6月4日, 4 June 2021; 2020年, 2020. Words that are no date come back as they are.

    With `due` the words stand alone and say that it is a limit: 到2035年, by 2035; the last year of the 14th Plan is
    “十四五”期间（至2025年）, 14th Five-Year Plan (to 2025).
    """
    if due:
        day = date_words(text, language)
        return _PLANS.get(text, Message(f"到{day}", f"by {day}")).in_language(language)
    date = parse_date(text)
    if isinstance(date, Finding):
        return text
    chinese = f"{date.year}年" + (f"{date.month}月" if date.month else "") + (f"{date.day}日" if date.day else "")
    month = f"{_MONTHS[date.month - 1]} " if date.month else ""
    return Message(chinese, (f"{date.day} " if date.day else "") + f"{month}{date.year}").in_language(language)


def fact_date(fact: Fact, language: str) -> str:
    """What `<id.date>` stands for within a sentence: as_of or due, empty where there is neither.

    A due is a plain date here, because the sentence has its own "by"; only the 14th Plan is called by its name.
    """
    if not fact.as_of and fact.due in _PLANS:
        return date_words(fact.due, language, due=True)
    return date_words(fact.date, language)


def due_limit(due: str, language: str) -> str:
    """The due in the provenance line: 至2025年, to 2025 for the end of a plan; 到2035年, by 2035 for any other."""
    day = date_words(due, language)
    plan = due in _PLANS
    return Message(f"{'至' if plan else '到'}{day}", f"{'to' if plan else 'by'} {day}").in_language(language)


def year_fraction(text: str) -> float:
    """The place of a date on an axis in years: that of its first day, so that 2019 stands at the tick 2019.

    Raises ValueError for what is no date; load/ lets none through.
    """
    date = parse_date(text)
    if isinstance(date, Finding):
        raise ValueError(date.message.en)
    first = calendar_date(date.year, 1, 1)
    day = calendar_date(date.year, date.month or 1, date.day or 1)
    length = (calendar_date(date.year, 12, 31) - first).days + 1
    return date.year + (day - first).days / length


def _wrong(text: str, why: Message) -> Finding:
    return Finding(
        code="date",
        message=Message(f"“{text}”不是有效的日期：{why.zh}", f"“{text}” is not a date: {why.en}"),
        hint=Message("写成 2020、1992-06 或 2021-06-04", "write 2020, 1992-06 or 2021-06-04"),
    )
