"""Rectangles of given areas that fill a rectangle and are as near to squares as can be.

Bruls, Huizing, van Wijk, "Squarified Treemaps", Joint Eurographics and IEEE TCVG Symposium on Visualization (2000).
"""

from collections.abc import Sequence

from jn_presenter.model.geometry import Rect


def squarify(values: Sequence[float], place: Rect) -> tuple[Rect, ...]:
    """A rectangle for each value, in the values' order, its area the value's share of `place`; together they fill it.

    The largest stands at the top left. Values are at least 0; those of 0, or all where the sum is 0, have no area.
    """
    total = sum(values)
    found = [Rect(place.x, place.y, 0.0, 0.0)] * len(values)
    if total <= 0.0 or place.w <= 0.0 or place.h <= 0.0:
        return tuple(found)
    order = sorted((k for k, value in enumerate(values) if value > 0.0), key=lambda k: (-values[k], k))
    area = place.w * place.h / total
    free = place
    # Beside a value 10³⁰ times as large nothing is left of the place, and a tile has no area that could be drawn.
    while order and free.w > 0.0 and free.h > 0.0:
        count = _row([values[k] * area for k in order], min(free.w, free.h))
        row, order = order[:count], order[count:]
        rects, free = _laid([values[k] * area for k in row], free, last=not order)
        for k, rect in zip(row, rects, strict=True):
            found[k] = rect
    return tuple(found)


def _row(areas: Sequence[float], side: float) -> int:
    """How many of the areas, largest first, stand in the next row along `side`: while its worst ratio gets better."""
    total, best = 0.0, float("inf")
    for count, area in enumerate(areas, 1):
        total += area
        worst = max(side * side * areas[0] / (total * total), total * total / (side * side * area))
        if worst > best:
            return count - 1
        best = worst
    return len(areas)


def _laid(areas: Sequence[float], free: Rect, *, last: bool) -> tuple[list[Rect], Rect]:
    """The row along the shorter side of what is free, and what is left; the last row takes all there is."""
    upright = free.w >= free.h
    side, depth = (free.h, free.w) if upright else (free.w, free.h)
    total = sum(areas)
    thick = depth if last else min(depth, total / side)
    rects, at = [], 0.0
    for area in areas:
        long = side * area / total
        rects.append(Rect(free.x, free.y + at, thick, long) if upright else Rect(free.x + at, free.y, long, thick))
        at += long
    left = (
        Rect(free.x + thick, free.y, free.w - thick, free.h)
        if upright
        else Rect(free.x, free.y + thick, free.w, free.h - thick)
    )
    return rects, left
