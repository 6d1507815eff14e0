"""Dates as the deck writes them (YYYY, YYYY-MM, YYYY-MM-DD), in words and as places on a time axis."""

import re
from datetime import date as calendar_date

from msgspec import Struct

from jn_presenter.draw.locales import locale
from jn_presenter.model.fact import Fact, Facts
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message

_WRITTEN = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?", re.ASCII)


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


def date_words(text: str, language: str, *, governed: bool = False) -> str:
    """1992年6月, June 1992; 2021年6月4日, 4 June 2021; 2020年, 2020. Words that are no date come back as they are.

    governed: whether a word stands before it that governs a case, as in до июня.
    """
    date = parse_date(text)
    if isinstance(date, Finding):
        return text
    own = locale(language)
    form = own.day if date.day else own.month if date.month else own.year
    month = own.month_name(date.month, beside_day=governed or date.day > 0)
    return form.format(y=date.year, m=date.month, d=(date.day == 1 and own.first) or date.day, month=month)


def fact_date(fact: Fact, facts: Facts, language: str, fallbacks: tuple[str, ...] = ()) -> str:
    """What `<id.date>` stands for within a sentence: as_of or due, empty where there is neither.

    A due is a plain date here, because the sentence has its own "by"; only one that has a name is called by it.
    """
    named = None if fact.as_of else facts.dues.get(fact.due)
    return named.pick(language, fallbacks)[1] if named else date_words(fact.date, language)


def due_limit(due: str, facts: Facts, language: str) -> str:
    """The due as a limit: 到2035年, by 2035; of one that has a name, as the end of a period has: 至2025年, to 2025."""
    own = locale(language)
    by = {4: own.by_year, 10: own.by_day}.get(len(due)) or own.by
    return (own.to if due in facts.dues else by).format(date=date_words(due, language, governed=True))


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
