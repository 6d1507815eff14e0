"""Curves over an axis: the values they span, their part up to a moment, and where each ends."""

import math
from collections.abc import Iterable, Sequence

from msgspec import structs

from jn_presenter.model.marks import Series

ZERO_SHARE = 0.5
"""A positive axis begins at zero unless the lowest value is at least this share of the highest."""


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
    return (low, high) if high > low else (low - 1.0, high + 1.0)


def up_to(series: Series, x: float) -> Series:
    """The curve as far as `x`, its last point interpolated; a gap stays a gap."""
    count = sum(1 for value in series.xs if value <= x)
    xs, ys = series.xs[:count], series.ys[:count]
    if 0 < count < len(series.xs):
        (xa, xb), (ya, yb) = series.xs[count - 1 : count + 1], series.ys[count - 1 : count + 1]
        if x > xa and not math.isnan(ya + yb):
            xs, ys = (*xs, x), (*ys, ya + (yb - ya) * (x - xa) / (xb - xa))
    return structs.replace(series, xs=xs, ys=ys)


def last_known(xs: Sequence[float], ys: Sequence[float]) -> tuple[float, float] | None:
    """The last point that has a value."""
    return next(((x, y) for x, y in zip(reversed(xs), reversed(ys), strict=True) if not math.isnan(y)), None)
