"""What 2,000 slides cost more than 20: at the start, and in memory once all are read and have been shown."""

from statistics import median

from bench.lab import MANY, SLIDES, Lab
from bench.process import pss_mb
from bench.row import Limit, Row
from bench.rows.start import paired_starts, spread

STARTS = 5
MOST_MS, MOST_MB = 250.0, 60.0


def measure(lab: Lab) -> list[Row]:
    """Take the samples. Raises LostError."""
    few, many = paired_starts(lab, lab.ours(lab.plain()), lab.ours(lab.plain(MANY)), lab.count(STARTS))
    versus = f"{SLIDES} slides"
    small, large = memory(lab, SLIDES), memory(lab, MANY)
    return [
        Row(
            what="start with a deck of 2,000 slides",
            unit="ms",
            ours=median(start.full_ms for start in many),
            base=median(start.full_ms for start in few),
            versus=versus,
            limit=Limit("extra", MOST_MS),
            n=len(many),
            spread=f"{spread(many)}; {versus} {spread(few)}",
        ),
        *(
            Row(
                what=f"memory with a deck of 2,000 slides, {when} (PSS)",
                unit="MB",
                ours=two_thousand,
                base=twenty,
                versus=versus,
                limit=Limit("extra", MOST_MB),
            )
            for when, twenty, two_thousand in zip(("all read", "all shown"), small, large, strict=True)
        ),
    ]


def memory(lab: Lab, slides: int) -> tuple[float, float]:
    """MB once the program rests, and once every slide was shown."""
    with lab.show(lab.ours(lab.plain(slides))) as show:
        show.settle()
        read = pss_mb(show.process.pid)
        for n in range(2, slides + 1):
            show.go("Right", n)
        show.settle()
        return read, pss_mb(show.process.pid)
