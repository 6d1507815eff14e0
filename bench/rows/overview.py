"""The overview of 2,000 slides over the console: how long it takes to open, and a frame of scrolling through it."""

import sys

import msgspec

from bench.desktop import Desktop
from bench.lab import HD, MANY, Lab
from bench.overlooked import Times
from bench.process import output
from bench.row import Limit, Row
from bench.stats import summary

OPENINGS = 20
LIMIT_S = 300.0
OPEN_MS = 150.0
FRAME_MS = 16.7


def measure(lab: Lab) -> list[Row]:
    """Take the samples. Raises RuntimeError where the console does not come up."""
    size = [str(side) for side in HD]
    command = [sys.executable, "-m", "bench.overlooked", str(lab.plain(MANY)), *size, str(lab.count(OPENINGS))]
    with Desktop(*HD) as desktop:
        return rows_of(msgspec.json.decode(output(command, desktop.env, LIMIT_S), type=Times))


def rows_of(times: Times) -> list[Row]:
    """The lines of the table."""
    opened, scrolled = summary(times.opened), summary(times.scrolled)
    return [
        Row(
            what=f"overview of {MANY:,} slides on the console, opened, p95",
            unit="ms",
            ours=opened.p95,
            limit=Limit("value", OPEN_MS),
            n=opened.n,
            spread=f"p50 {opened.p50:.1f}, most {opened.most:.1f}",
        ),
        Row(
            what="and a frame of scrolling through it, p95",
            unit="ms",
            ours=scrolled.p95,
            limit=Limit("value", FRAME_MS),
            n=scrolled.n,
            spread=f"p50 {scrolled.p50:.1f}, most {scrolled.most:.1f}",
        ),
    ]
