"""Says of gaps in curves that there is no data, quietly at the foot of the plot."""

import math
from collections.abc import Sequence

from msgspec import structs

from jn_presenter.draw.axes import at, inside
from jn_presenter.draw.compact import set_compact
from jn_presenter.draw.words import NO_DATA, said
from jn_presenter.model.element import Env
from jn_presenter.model.marks import PlotMark, Series, TextMark

ABOVE = 6.0
"""px from the foot of the plot up to the words."""
APART = 16.0


def gaps(series: Series) -> tuple[tuple[float, float], ...]:
    """Where a curve has no values between two that it has: the x of these two."""
    found = []
    before: float | None = None
    missed = False
    for x, y in zip(series.xs, series.ys, strict=True):
        if math.isnan(y):
            missed = True
            continue
        if missed and before is not None:
            found.append((before, x))
        before, missed = x, False
    return tuple(found)


def gap_notes(plot: PlotMark, series: Sequence[Series], env: Env) -> tuple[tuple[int, TextMark], ...]:
    """(index of its series, words) for gaps in curves, the widest first, as far as they do not stand on each other.

    Where there are several curves, the words have the colour of the one that is meant.
    """
    place = inside(plot)
    wide = [
        (at(plot.bottom, last, place.x, place.right) - at(plot.bottom, first, place.x, place.right), k, first, last)
        for k, curve in enumerate(series)
        for first, last in gaps(curve)
    ]
    notes: list[tuple[int, TextMark]] = []
    taken: list[tuple[float, float]] = []
    for px, k, first, last in sorted(wide, reverse=True):
        colour = series[k].colour if len(series) > 1 else env.style.quiet
        (words,) = set_compact((said(NO_DATA, env.languages),), env, px, "note", colour=colour)
        width = words.block.width
        middle = (at(plot.bottom, first, place.x, place.right) + at(plot.bottom, last, place.x, place.right)) / 2
        x = min(max(middle - width / 2, place.x), place.right - width)
        if any(x < right + APART and left - APART < x + width for left, right in taken):
            continue
        taken.append((x, x + width))
        mark = words.mark(f"gap.{len(notes)}", x, place.bottom - ABOVE - words.block.height)
        notes.append((k, structs.replace(mark, datum=None)))
    return tuple(notes)
