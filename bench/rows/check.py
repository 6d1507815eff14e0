"""How long `jn-presenter check` takes for 1,000 slides: for the first time, again, and after a word was changed."""

import resource
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from statistics import median
from typing import NamedTuple

from bench.decks import plain_deck
from bench.desktop import users_environment
from bench.lab import Lab
from bench.process import output
from bench.row import Limit, Row

SLIDES = 1000
COLD, WARM = 5, 15
"""Runs with nothing remembered, and with what the first one has found."""
LIMIT_MS = 1500.0
LONGEST_S = 120.0
CHANGED = ("part-01/s0001.yaml", "在预期之内")
"""A slide and words of it that are changed before a check."""


class Times(NamedTuple):
    """Of one run, from the start of the command to its end: the clock's and the processors' ms, helpers included."""

    ms: float
    processor_ms: float


def measure(lab: Lab) -> list[Row]:
    """Take the samples. Raises RuntimeError where a check finds anything or fails."""
    own = lab.folder / "checked"
    deck = plain_deck(own / "deck", SLIDES)
    env = users_environment() | {"XDG_CACHE_HOME": str(own / "cache")}
    first = [check(deck, env, "--no-cache") for _ in range(lab.count(COLD))]
    check(deck, env)
    again = [check(deck, env) for _ in range(lab.count(WARM))]
    edited = [_edited(deck, env, run) for run in range(lab.count(WARM))]
    return rows_of(first, again, edited)


def check(deck: Path, env: Mapping[str, str], *options: str) -> Times:
    """One run of the command. Raises RuntimeError where it finds anything."""
    worked, began = _processor_s(), time.perf_counter()
    output([sys.executable, "-m", "jn_presenter", "check", str(deck), "--strict", *options], env, LONGEST_S)
    return Times(1000 * (time.perf_counter() - began), 1000 * (_processor_s() - worked))


def _processor_s() -> float:
    """What all processes have used that were started here and have ended, and those started by them."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _edited(deck: Path, env: Mapping[str, str], run: int) -> Times:
    """A check after one slide says something else; it says what it did afterwards."""
    file, words = deck / CHANGED[0], CHANGED[1]
    before = file.read_bytes()
    file.write_bytes(before.replace(words.encode(), f"{words}{'。' * (run + 1)}".encode()))
    try:
        return check(deck, env)
    finally:
        file.write_bytes(before)


def rows_of(first: list[Times], again: list[Times], edited: list[Times]) -> list[Row]:
    """The lines of the table: the limit is on what an editor waits for after a change, and on the first check too."""
    named = (("for the first time", first), ("again", again), ("after a slide was changed", edited))
    return [
        Row(
            what=f"check of {SLIDES:,} slides, {when}",
            unit="ms",
            ours=median(taken.ms for taken in times),
            limit=Limit("value", LIMIT_MS),
            n=len(times),
            spread=f"{min(times).ms:.0f}–{max(times).ms:.0f}; "
            f"processor {median(taken.processor_ms for taken in times):.0f}",
        )
        for when, times in named
    ]
