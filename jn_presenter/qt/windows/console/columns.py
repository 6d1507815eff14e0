"""Sections of different heights in columns: arithmetic."""

from collections.abc import Sequence


def columns(heights: Sequence[float], count: int, gap: float) -> tuple[tuple[int, ...], ...]:
    """At most `count` columns of sections, in their order and none of them parted, as even as they can be.

    Each column is the sections' places in `heights`; `gap` is between two sections, px.
    """
    if not heights:
        return ()
    starts = range(len(heights))
    possible = sorted({_height(heights[a:b], gap) for a in starts for b in range(a + 1, len(heights) + 1)})
    return next(found for most in possible if len(found := _packed(heights, most, gap)) <= max(1, count))


def _packed(heights: Sequence[float], most: float, gap: float) -> tuple[tuple[int, ...], ...]:
    """As few columns as can be, none higher than `most`, but for a section that is higher by itself."""
    found: list[list[int]] = []
    filled = 0.0
    for k, height in enumerate(heights):
        if found and filled + gap + height <= most:
            found[-1].append(k)
            filled += gap + height
        else:
            found.append([k])
            filled = height
    return tuple(map(tuple, found))


def _height(heights: Sequence[float], gap: float) -> float:
    total = -gap
    for height in heights:
        total += gap + height
    return total
