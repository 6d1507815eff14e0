"""Values sorted into bins of one width with round borders, and how many fall into each."""

import math
from collections.abc import Sequence

from msgspec import Struct

from jn_presenter.draw.ticks import nice_step

MOST = 60
"""Bins; more than can be told apart."""


class Bins(Struct, frozen=True):
    """`edges`, one more than `counts`; a value on an edge counts for the bin above it, on the last for the last."""

    edges: tuple[float, ...]
    counts: tuple[int, ...]


def binned(values: Sequence[float], wanted: int | None = None) -> Bins:
    """The values in about `wanted` bins, by default as many as the rule of Freedman and Diaconis gives.

    The width is the nearest of 1, 2 or 5 times a power of ten, so that a border is a number one can say.
    """
    if not values:
        return Bins((), ())
    low, high = min(values), max(values)
    if low == high:
        return Bins((low - 0.5, low + 0.5), (len(values),))
    count = wanted or freedman_diaconis(values)
    step = max(_nearest((high - low) / count), nice_step(high - low, MOST))
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    counts = [0] * (last - first)
    for value in values:
        counts[min(len(counts) - 1, max(0, math.floor(value / step + 1e-9) - first))] += 1
    return Bins(tuple(_multiple(k, step) for k in range(first, last + 1)), tuple(counts))


def freedman_diaconis(values: Sequence[float]) -> int:
    """How many bins: the span over 2 IQR / n^(1/3), after Freedman and Diaconis (1981); 1 + log2 n where IQR is 0."""
    ordered = sorted(values)
    spread = quantile(ordered, 0.75) - quantile(ordered, 0.25)
    if spread <= 0.0:
        return 1 + math.ceil(math.log2(len(ordered)))
    width = 2.0 * spread / math.pow(len(ordered), 1.0 / 3.0)
    return max(1, min(MOST, math.ceil((ordered[-1] - ordered[0]) / width)))


def quantile(ordered: Sequence[float], share: float) -> float:
    """The value that `share` of the ordered values lie below, between two by weight (Hyndman and Fan 1996, type 7)."""
    place = share * (len(ordered) - 1)
    before = math.floor(place)
    behind = min(before + 1, len(ordered) - 1)
    return ordered[before] + (ordered[behind] - ordered[before]) * (place - before)


def _nearest(rough: float) -> float:
    """The step of 1, 2 or 5 times a power of ten whose ratio to `rough` is least."""
    power = 10.0 ** math.floor(math.log10(rough))
    return min((factor * power for factor in (1.0, 2.0, 5.0, 10.0)), key=lambda step: abs(math.log(step / rough)))


def _multiple(k: int, step: float) -> float:
    """The k-th multiple, without the dust of binary fractions."""
    return round(k * step, max(0, 1 - math.floor(math.log10(step)))) + 0.0
