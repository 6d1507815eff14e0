"""The editor with 2,000 slides: until it is open, and from a key to the preview."""

import sys
import time
from statistics import median

import msgspec

from bench import decks
from bench.desktop import Desktop
from bench.edited import Times
from bench.lab import HD, MANY, Lab
from bench.process import output
from bench.row import Limit, Row
from bench.stats import summary

OPENINGS, KEYS = 6, 60
SLIDE = 1000
"""The slide that is edited, in the middle of the deck."""
LIMIT_S = 180.0
OPEN_MS, KEY_MS = 1500.0, 100.0


def measure(lab: Lab) -> list[Row]:
    """Take the samples. Raises RuntimeError where the editor does not come up."""
    deck = lab.plain(MANY)
    slide = decks.slide_file(deck, SLIDE).relative_to(deck).with_suffix("").as_posix()
    found = []
    with Desktop(*HD) as desktop:
        for round_ in range(lab.count(OPENINGS, 2) + 1):
            began = repr(time.perf_counter())
            command = [sys.executable, "-m", "bench.edited", str(deck), slide, began, str(lab.count(KEYS, 4))]
            times = msgspec.json.decode(output(command, desktop.env, LIMIT_S), type=Times)
            if round_:  # the first one fills the caches of files and byte code
                found.append(times)
    return rows_of(found)


def rows_of(found: list[Times]) -> list[Row]:
    """The lines of the table."""
    opened, read = [times.opened for times in found], [times.read for times in found]
    keys = summary([ms for times in found for ms in times.keys])
    return [
        Row(
            what=f"editor, {MANY:,} slides: start → first slide beside the whole outline",
            unit="ms",
            ours=median(opened),
            limit=Limit("value", OPEN_MS),
            n=len(opened),
            spread=f"{min(opened):.0f}–{max(opened):.0f}; all slides read {median(read):.0f}",
        ),
        Row(
            what=f"editor, {MANY:,} slides: key → preview painted, p95",
            unit="ms",
            ours=keys.p95,
            limit=Limit("value", KEY_MS),
            n=keys.n,
            spread=f"p50 {keys.p50:.0f}, most {keys.most:.0f}",
        ),
    ]
