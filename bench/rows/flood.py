"""Memory: what a hundred thousand snapshots leave behind that six charts have shown."""

import sys

import msgspec

from bench import decks
from bench.desktop import Desktop
from bench.flooded import Memory
from bench.lab import Lab
from bench.process import output
from bench.row import Limit, Row

SNAPSHOTS = 100_000
QUICK_SNAPSHOTS = 5_000
MOST_MB = 5.0
LIMIT_S = 900.0


def measure(lab: Lab) -> list[Row]:
    """Take the samples. Raises RuntimeError where the charts cannot be shown."""
    deck = decks.flood_deck(lab.folder / "flood")
    snapshots = lab.count(SNAPSHOTS) if lab.repeats >= 1.0 else QUICK_SNAPSHOTS
    with Desktop() as desktop:
        command = [sys.executable, "-m", "bench.flooded", str(deck), str(snapshots)]
        found = msgspec.json.decode(output(command, desktop.env, LIMIT_S), type=Memory)
    return [row_of(found)]


def row_of(found: Memory) -> Row:
    """The line of the table."""
    return Row(
        what=f"growth of resident memory over {found.snapshots:,} snapshots into 6 charts, after {found.begun:,}",
        unit="MB",
        ours=found.last - found.first,
        limit=Limit("value", MOST_MB),
        spread=f"from {found.first:.1f} over {found.half:.1f} to {found.last:.1f}; {found.paints:,} frames",
    )
