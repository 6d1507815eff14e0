"""Placing labels: apart along one dimension, and cut where they would leave their place."""

from collections.abc import Sequence
from itertools import pairwise

from msgspec import structs

from jn_presenter.draw.typography import DESCENT
from jn_presenter.model.element import Block, Measure
from jn_presenter.model.marks import Line, Run

ELLIPSIS = "…"


def spread(
    centres: Sequence[float], extents: Sequence[float], low: float, high: float, gap: float = 0.0
) -> tuple[float, ...]:
    """New centres for labels of these extents (px), so that none overlap and all lie between low and high.

    Labels keep their order and move as little as can be, by the sum of squares (isotonic regression by pooling
    adjacent violators). Where they are too many for the room, the gap shrinks first; then they stand one after the
    other from `low` and go past `high`.
    """
    if not centres:
        return ()
    order = sorted(range(len(centres)), key=lambda i: centres[i])
    sizes = [extents[i] for i in order]
    if len(order) > 1:
        gap = max(0.0, min(gap, (high - low - sum(sizes)) / (len(order) - 1)))
    offsets = [0.0]
    for before, after in pairwise(sizes):
        offsets.append(offsets[-1] + (before + after) / 2 + gap)
    wanted = [centres[i] - offset for i, offset in zip(order, offsets, strict=True)]
    least = low + sizes[0] / 2
    most = max(least, high - sizes[-1] / 2 - offsets[-1])
    placed = [0.0] * len(order)
    for i, offset, base in zip(order, offsets, _isotonic(wanted), strict=True):
        placed[i] = min(most, max(least, base)) + offset
    return tuple(placed)


def _isotonic(values: Sequence[float]) -> list[float]:
    """The non-decreasing sequence nearest to the values by least squares."""
    pools: list[tuple[float, int]] = []
    for value in values:
        pools.append((value, 1))
        while len(pools) > 1 and pools[-2][0] / pools[-2][1] > pools[-1][0] / pools[-1][1]:
            total, count = pools.pop()
            pools[-1] = (pools[-1][0] + total, pools[-1][1] + count)
    return [total / count for total, count in pools for _ in range(count)]


def cut(block: Block, width: float, height: float, measure: Measure) -> tuple[Block, bool]:
    """The block without what stands outside width x height px, "…" where something went, and whether it did.

    The first line always stays, even where it alone is too high.
    """
    kept = [line for k, line in enumerate(block.lines) if k == 0 or _foot(line) <= height + 0.5]
    shortened = len(kept) < len(block.lines)
    lines = [_shortened(line, width, measure) if line.width > width + 0.5 else line for line in kept]
    if shortened and lines:
        lines[-1] = _shortened(lines[-1], width, measure)
    if lines == list(block.lines):
        return block, any(_foot(line) > height + 0.5 for line in lines[:1])
    height = min(block.height, max((_foot(line) for line in lines), default=0.0))
    return Block(tuple(lines), max((line.width for line in lines), default=0.0), height), True


def _foot(line: Line) -> float:
    return line.y + DESCENT * max((run.font.size for run in line.runs), default=0.0)


def _shortened(line: Line, width: float, measure: Measure) -> Line:
    """The line with as many of its characters as leave room for the ellipsis, at least one."""
    few, many = 1, len(line.text)
    while few < many:
        middle = (few + many + 1) // 2
        if _ended(line, middle, measure).width <= width:
            few = middle
        else:
            many = middle - 1
    return _ended(line, few, measure)


def _ended(line: Line, count: int, measure: Measure) -> Line:
    """The line after `count` characters, ended by an ellipsis."""
    runs: list[Run] = []
    for run in line.runs:
        if count > 0:
            runs.append(Run(run.text[:count], run.font, run.colour))
        count -= len(run.text)
    if runs:
        runs[-1] = Run(runs[-1].text.rstrip() + ELLIPSIS, runs[-1].font, runs[-1].colour)
    width = sum(measure.advance(run.text, run.font, line.language) for run in runs)
    return structs.replace(line, runs=tuple(runs), width=width)
