"""Curves over an axis: the values they span, their part up to a moment, and where each ends."""

import math
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import groupby

from msgspec import structs

from jn_presenter.model.marks import Series, Values

COMMON = (1e-2, 1e6)
ZERO_SHARE = 0.5
"""A positive axis begins at zero unless the lowest value is at least this share of the highest."""

MANY, MANY_DASHED = 400, 1000
"""Points from which on a curve is dense. Qt strokes four noisy ones of 400 points in 0.2 s, of 10,000 in a minute. Of
so many dashes nothing is seen.
"""


def value_range(values: Iterable[float]) -> tuple[float, float]:
    """The lowest and highest value to be shown, with zero where it is near; 0..1 where there is nothing."""
    known = [value for value in values if not math.isnan(value)]
    if not known:
        return 0.0, 1.0
    low, high = min(known), max(known)
    if low >= 0.0 and low < ZERO_SHARE * high:
        low = 0.0
    elif high <= 0.0 and high > ZERO_SHARE * low:
        high = 0.0
    if high > low:
        return low, high
    # One either way is no span beside a trillion, and far too much beside a billionth.
    around = 1.0 if low == 0.0 or COMMON[0] <= abs(low) <= COMMON[1] else abs(low) / 2.0
    return low - around, high + around


def is_stream(series: Series) -> bool:
    """Whether the curve has the doubles of a stream."""
    return isinstance(series.xs, memoryview) and isinstance(series.ys, memoryview)


def is_dense(series: Series) -> bool:
    """Whether the curve has so many points, in order of x, that stroking it point by point would hold a show up."""
    many = len(series.xs) >= (MANY_DASHED if series.dash else MANY)
    return is_stream(series) or (many and series.width > 0.0)


def differ(before: Values, after: Values) -> bool:
    """Whether the points are others. Streams are compared by identity, since each snapshot has its own."""
    return before is not after and (isinstance(after, memoryview) or before != after)


def up_to(series: Series, x: float) -> Series:
    """The curve as far as `x`, its last point interpolated, with its floors; a gap stays a gap."""
    count = bisect_right(series.xs, x)
    xs, ys, floors = series.xs[:count], series.ys[:count], series.floors[:count]
    if 0 < count < len(series.xs):
        xa, xb = series.xs[count - 1], series.xs[count]
        share = (x - xa) / (xb - xa)
        y = _between(series.ys, count, share)
        if share > 0.0 and not math.isnan(y):
            xs, ys = (*xs, x), (*ys, y)
            floors = (*floors, _between(series.floors, count, share)) if floors else ()
    dots = series.dots[: len(xs)] if len(series.dots) > 1 else series.dots
    return structs.replace(series, xs=xs, ys=ys, floors=floors, dots=dots, words=series.words[:count])


def _between(values: Sequence[float], count: int, share: float) -> float:
    return values[count - 1] + (values[count] - values[count - 1]) * share if values else 0.0


def risen_to(series: Series, share: float) -> Series:
    """The curve on its way up from its floors."""
    ys = tuple(floor + (y - floor) * share for y, floor in zip(series.ys, series.floors, strict=True))
    return structs.replace(series, ys=ys)


def swollen(series: Series, share: float) -> Series:
    """The dots on their way to their sizes."""
    return structs.replace(series, dots=tuple(size * share for size in series.dots))


def stretches(*rows: Sequence[float]) -> tuple[tuple[int, int], ...]:
    """The stretches without a gap in any of the rows, as (first, behind the last) indices; single points are none."""
    whole = [not any(math.isnan(value) for value in values) for values in zip(*rows, strict=True)]
    found = []
    first = 0
    for there, run in groupby(whole):
        last = first + len(tuple(run))
        if there and last - first > 1:
            found.append((first, last))
        first = last
    return tuple(found)


def lone(ys: Sequence[float]) -> tuple[int, ...]:
    """The values between two gaps, of which no line can be drawn."""
    gap = [True, *(math.isnan(y) for y in ys), True]
    return tuple(k for k in range(len(ys)) if gap[k] and not gap[k + 1] and gap[k + 2])


def last_known(xs: Sequence[float], ys: Sequence[float]) -> tuple[float, float] | None:
    """The last point that has a value."""
    return next(((x, y) for x, y in zip(reversed(xs), reversed(ys), strict=True) if not math.isnan(y)), None)


def extremes(ys: Sequence[float], count: int) -> Sequence[int]:
    """The places, in order, of the lowest and the highest value in each of `count` equal parts, and of both ends.

    All places where they are no more than twice as many. No value may be a gap.
    """
    if len(ys) <= 2 * count:
        return range(len(ys))
    found = {0, len(ys) - 1}
    for part in range(count):
        places = range(part * len(ys) // count, (part + 1) * len(ys) // count)
        found |= {min(places, key=ys.__getitem__), max(places, key=ys.__getitem__)}
    return sorted(found)
