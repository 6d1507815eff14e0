"""The visits of a deck as a host looks for them: today's first, then those to come, then the others."""

import re
from datetime import date
from typing import Literal

from msgspec import Struct

from jn_presenter.model.problem import Problem
from jn_presenter.model.text import Message
from jn_presenter.model.visit import Visit

When = Literal["today", "coming", "undated", "past"]
WHEN: dict[When, Message] = {
    "today": Message("今天", "Today"),
    "coming": Message("以后", "Coming"),
    "undated": Message("没有日期", "Without a date"),
    "past": Message("以前", "Past"),
}
"""In this order."""
DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?!\d)", re.ASCII)


class Listed(Struct, frozen=True, kw_only=True):
    """A file in visits/. visit: None where it cannot be used, of which the problems say why."""

    id: str
    visit: Visit | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def date(self) -> str:
        """YYYY, YYYY-MM or YYYY-MM-DD; of a file that cannot be read, what its name begins with; empty for none."""
        return day_in(self.id) if self.visit is None else self.visit.date


def day_in(name: str) -> str:
    """The day, YYYY-MM-DD, that the name of a visit begins with; empty for none that there is."""
    found = DAY.match(name)
    try:
        return date.fromisoformat(found[1]).isoformat() if found else ""
    except ValueError:
        return ""


def when(day: str, today: str) -> When:
    """today: YYYY-MM-DD. A month or a year that has not gone by is still to come."""
    if not day:
        return "undated"
    if day == today:
        return "today"
    return "coming" if day >= today[: len(day)] else "past"


def arranged(visits: tuple[Listed, ...], today: str) -> tuple[Listed, ...]:
    """Today's, the coming ones by their day, those without a date, and the past, the latest of them first."""
    kinds = tuple(WHEN)
    by_name = sorted(visits, key=lambda one: one.id)
    by_day = sorted(by_name, key=lambda one: one.date, reverse=True)
    past = [one for one in by_day if when(one.date, today) == "past"]
    others = sorted(by_name, key=lambda one: (kinds.index(when(one.date, today)), one.date, _until(one)))
    return (*(one for one in others if when(one.date, today) != "past"), *past)


def _until(one: Listed) -> str:
    """Of several on one day the one that is over first comes first; those without a time come last."""
    return str(one.visit.until) if one.visit is not None and one.visit.until is not None else "~"
