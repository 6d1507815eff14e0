"""From a key to the pixels of a slide of which nothing is prepared: neither its picture nor its lay-out."""

from bench.lab import HD, UHD, Lab
from bench.row import Limit, Row
from bench.show import Show
from bench.stats import summary

JUMPS = 30
FAR = 14
"""Slides walked before each jump, so that what is kept of the slide at the other end has given way."""
SLIDES = 2 * FAR + 12
MOST_MS = 60.0


def measure(lab: Lab) -> list[Row]:
    """Take the samples. Raises LostError."""
    rows = []
    for size in (HD, UHD):
        with lab.show(lab.ours(lab.plain(SLIDES)), size) as show:
            found = summary(jumps(show, lab.count(JUMPS)))
        rows.append(
            Row(
                what=f"jump to a slide that is not cached, {size[0]}×{size[1]}, p95",
                unit="ms",
                ours=found.p95,
                limit=Limit("value", MOST_MS),
                n=found.n,
                spread=f"p50 {found.p50:.1f}, most {found.most:.1f}",
            )
        )
    return rows


def jumps(show: Show, count: int) -> list[float]:
    """Ms of jumps from end to end and back."""
    found = []
    for k in range(count):
        first, step, key, target = ((1, 1, "Right", SLIDES), (SLIDES, -1, "Left", 1))[k % 2]
        for n in range(1, FAR + 1):
            show.go(key, first + step * n)
        show.rest()
        found.append(show.go("End" if target == SLIDES else "Home", target))
        show.rest()
    return found
