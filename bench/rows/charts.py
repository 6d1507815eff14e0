"""What a frame takes of a chart of twelve figures that is entered or changes its data, of all kinds in the gallery."""

import sys
from collections.abc import Iterator, Sequence
from statistics import median

from bench.desktop import Desktop
from bench.frame import Frame, unpack
from bench.lab import HD, UHD, Lab
from bench.process import output
from bench.row import Limit, Row
from bench.stats import percentile, summary

ROUNDS = 2
LIMIT_S = 300.0
SIZES = {HD: 2.0, UHD: 4.0}
"""The most ms that a frame may take, at its 95th percentile, of whichever chart is the slowest."""


def measure(lab: Lab) -> list[Row]:
    """Take the samples. Raises RuntimeError where the charts cannot be played."""
    return [row for size, most in SIZES.items() for row in rows_of(size, played(size, lab.count(ROUNDS, 1)), most)]


def played(size: tuple[int, int], rounds: int) -> list[Frame]:
    """The frames of all charts and of the floor on a screen of that size. Raises RuntimeError."""
    command = [sys.executable, "-m", "bench.animated", *map(str, (*size, rounds))]
    with Desktop(*size) as desktop:
        return unpack(output(command, desktop.env, LIMIT_S))


def rows_of(size: tuple[int, int], frames: Sequence[Frame], most: float) -> Iterator[Row]:
    """A line for the charts of bars, and one for those of other shapes. Raises RuntimeError where nothing moved."""
    floor = summary([frame.ms for frame in frames if frame.motion == "floor"])
    for what, bars in (("of 12 bars", True), ("of 12 other figures", False)):
        own = [frame for frame in frames if frame.motion != "floor" and frame.bars is bars]
        if own:
            yield _row(size, what, own, floor.p95, most)
    if not any(frame.motion != "floor" for frame in frames):
        raise RuntimeError("no chart moved")


def _row(size: tuple[int, int], what: str, frames: Sequence[Frame], floor: float, most: float) -> Row:
    """The chart and motion that are the slowest, with those that follow them."""
    kinds: dict[tuple[str, str], list[Frame]] = {}
    for frame in frames:
        kinds.setdefault((frame.chart, frame.motion), []).append(frame)
    found = {kind: summary([frame.ms for frame in own]) for kind, own in kinds.items()}
    worst, *others = sorted(found, key=lambda kind: found[kind].p95, reverse=True)
    processor = percentile([frame.processor_ms for frame in kinds[worst]], 0.95)
    slow = "".join(f", {name} {motion} {found[name, motion].p95:.2f}" for name, motion in others[:3])
    over = sum(one.p95 > most for one in found.values())
    charts = len({name for name, _ in kinds})
    return Row(
        what=f"frames of the slowest of {charts} charts {what}, {size[0]}×{size[1]}, p95",
        unit="ms",
        ours=found[worst].p95,
        base=floor,
        versus="12 bars by Qt",
        limit=Limit("value", most),
        n=sum(one.n for one in found.values()),
        spread=f"{worst[0]} {worst[1]} (processor {processor:.2f}){slow}; over: {over} of {len(found)} motions; "
        f"a usual p50 {median(one.p50 for one in found.values()):.2f}",
    )
