"""Versions of packs: whole numbers with dots between them, which only grow. Pure."""

import re
from datetime import datetime, timezone

FORM = re.compile(r"(?:0|[1-9][0-9]{0,17})(?:\.(?:0|[1-9][0-9]{0,17})){0,3}")


def is_version(text: str) -> bool:
    """Whether it is one: up to four numbers, such as 7 or 2.10; without leading zeros, so that each has one form."""
    return FORM.fullmatch(text) is not None


def order(version: str) -> tuple[int, ...]:
    """What versions are compared by: 2.10 is newer than 2.9, and 2.0 the same as 2. Empty stands below all."""
    if not version:
        return (-1,)
    numbers = [int(part) for part in version.split(".")]
    return (*numbers, *(0 for _ in range(4 - len(numbers))))


def by_time(now: datetime) -> str:
    """The version of a pack that is made now: the time in UTC, such as 20261123063755."""
    return now.astimezone(timezone.utc).strftime("%Y%m%d%H%M%S")
