"""From the start of the process to the first slide, fully on the screen."""

from statistics import median

from bench.desktop import Desktop
from bench.lab import Lab
from bench.row import Limit, Row
from bench.show import Show, Start

STARTS = 10
MOST = 1.6


def measure(lab: Lab) -> list[Row]:
    """Take the samples. Raises LostError."""
    floors, ours = paired_starts(lab, lab.floor(), lab.ours(lab.plain()), lab.count(STARTS))
    return [
        Row(
            what="process start → first slide fully on the screen",
            unit="ms",
            ours=median(start.full_ms for start in ours),
            base=median(start.full_ms for start in floors),
            limit=Limit("ratio", MOST),
            n=len(ours),
            spread=spread(ours) + f"; floor {spread(floors)}",
        )
    ]


def paired_starts(lab: Lab, one: list[str], other: list[str], count: int) -> tuple[list[Start], list[Start]]:
    """Starts of two programs in turns, on one desktop, after one of each that fills the caches of files."""
    found: tuple[list[Start], list[Start]] = ([], [])
    with Desktop() as desktop:
        for round_ in range(count + 1):
            for command, starts in zip((one, other), found, strict=True):
                with Show(desktop, command) as show:
                    if round_:
                        starts.append(show.start)
    return found


def spread(starts: list[Start]) -> str:
    """The shortest and the longest of them."""
    times = [start.full_ms for start in starts]
    return f"{min(times):.0f}–{max(times):.0f}"
