"""Samples to figures: percentiles that are values which occurred, and what stands in the table."""

import math
from collections.abc import Sequence
from statistics import median

from msgspec import Struct


class Summary(Struct, frozen=True, kw_only=True):
    """Percentiles of n samples, in the samples' own unit."""

    n: int
    least: float
    p50: float
    p95: float
    p99: float
    p999: float
    most: float


def percentile(samples: Sequence[float], share: float) -> float:
    """The smallest sample that at least `share` (0..1) of all do not exceed (nearest rank). Raises ValueError for none.

    No interpolation: with few samples a high percentile is the largest one, which was really seen.
    """
    if not samples:
        raise ValueError("no samples")
    ranked = sorted(samples)
    return ranked[max(0, math.ceil(share * len(ranked)) - 1)]


def summary(samples: Sequence[float]) -> Summary:
    """All the percentiles that the table has. Raises ValueError where there are no samples."""
    return Summary(
        n=len(samples),
        least=percentile(samples, 0.0),
        p50=median(samples),
        p95=percentile(samples, 0.95),
        p99=percentile(samples, 0.99),
        p999=percentile(samples, 0.999),
        most=percentile(samples, 1.0),
    )
