"""From a slide's file being saved to its new pixels, by writing it in place and by renaming a new file over it."""

import shutil
from functools import partial
from pathlib import Path

from bench import decks
from bench.lab import MANY, SLIDES, Lab
from bench.row import Limit, Row
from bench.saving import WAYS
from bench.show import Show
from bench.stats import summary

SAVES = 40
MOST_MS = {SLIDES: 150.0, MANY: 200.0}
OTHER = 1001
"""The marker that the first slide has after every other save."""


def measure(lab: Lab) -> list[Row]:
    """Take the samples. Raises LostError."""
    rows = []
    for slides in (SLIDES, MANY):
        deck = lab.folder / f"edited-{slides}"
        shutil.copytree(lab.plain(slides), deck)
        with lab.show(lab.ours(deck)) as show:
            found = summary(saves(show, decks.slide_file(deck, 1), lab.count(SAVES)))
        rows.append(
            Row(
                what=f"saved YAML → pixels changed, {slides:,} slides, p95",
                unit="ms",
                ours=found.p95,
                limit=Limit("value", MOST_MS[slides]),
                n=found.n,
                spread=f"p50 {found.p50:.0f}, most {found.most:.0f}",
            )
        )
    return rows


def saves(show: Show, path: Path, count: int) -> list[float]:
    """Ms of saves that change the marker of the first slide there and back."""
    found = []
    for k in range(count):
        old, new = ((1, OTHER), (OTHER, 1))[k % 2]
        text = decks.recoloured(path.read_text(encoding="utf-8"), old, new)
        save = WAYS[k // 2 % 2]
        show.settle()
        found.append(show.changed_by(partial(save, path, text.encode()), new))
    return found
