"""A time of day as people say it, 15:30: when a show has to be over."""

import re

from msgspec import Struct

MINUTE_MS = 60_000.0
HOUR_MS = 60.0 * MINUTE_MS
DAY_MS = 24.0 * HOUR_MS
WRITTEN = re.compile(r"(\d{1,2})[:：](\d{2})", re.ASCII)


class Daytime(Struct, frozen=True):
    """hour 0..23, minute 0..59, by the clock on the wall."""

    hour: int
    minute: int

    def __str__(self) -> str:
        return f"{self.hour:02}:{self.minute:02}"

    def ahead_ms(self, of_day_ms: float) -> float:
        """How long it is from a moment, in ms since midnight, to the nearest such time: -12 h up to +12 h.

        The nearest, so that 00:30 said at 23:50 is in forty minutes, and 15:00 said at 15:05 was five minutes ago: a
        show that overruns does not get another day.
        """
        there = self.hour * HOUR_MS + self.minute * MINUTE_MS
        return DAY_MS / 2.0 - (of_day_ms - there + DAY_MS / 2.0) % DAY_MS


def daytime(words: str) -> Daytime | None:
    """The time that `15:30` names, None where it names none. 24:00 is midnight; full-width characters may be typed."""
    found = WRITTEN.fullmatch("".join(map(_narrow, words.strip())))
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2])
    if (hour, minute) == (24, 0):
        return Daytime(0, 0)
    return Daytime(hour, minute) if hour < 24 and minute < 60 else None


def _narrow(character: str) -> str:
    return chr(ord(character) - 0xFEE0) if "\uff10" <= character <= "\uff19" else character
