"""Axis ticks at round values (1, 2 or 5 times a power of ten), and their labels: 万 and 亿, thousands, M and B."""

import math
from collections.abc import Sequence
from decimal import Decimal

from jn_presenter.draw.locales import locale

TINY = 1e-4
"""Values below which are written as powers of ten."""
MANY_POWERS = 3
"""Steps of ten on a logarithmic axis that need no ticks between them."""


def nice_step(span: float, intervals: int, least: float = 0.0) -> float:
    """The step of 1, 2 or 5 times a power of ten with at most `intervals` steps in `span`; never under `least`.

    After Heckbert, "Nice numbers for graph labels", Graphics Gems (1990). A span of 0 gives 1.
    """
    if span <= 0.0:
        return max(1.0, least)
    rough = max(span / max(1, intervals), least)
    power = 10.0 ** math.floor(math.log10(rough))
    # The slack lets 0.3 / 0.1 count as 3 steps, not as a little less.
    factor = next(f for f in (1.0, 2.0, 5.0, 10.0) if f * power >= rough * (1 - 1e-9))
    return factor * power


def ticks_over(low: float, high: float, intervals: int) -> tuple[float, ...]:
    """Round values that enclose low..high, ends included, with about `intervals` steps."""
    step = nice_step(high - low, intervals)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return tuple(_multiple(k, step) for k in range(first, max(last, first + 1) + 1))


def ticks_within(low: float, high: float, intervals: int, least: float = 0.0) -> tuple[float, ...]:
    """Round values from low to high, none outside. `least` 1 keeps years whole."""
    step = nice_step(high - low, intervals, least)
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return tuple(_multiple(k, step) for k in range(first, last + 1))


def log_ticks(low: float, high: float) -> tuple[float, ...]:
    """Powers of ten that enclose low..high, both above 0, ends included; with 2 and 5 between where they are few."""
    first, last = math.floor(math.log10(low) + 1e-9), math.ceil(math.log10(high) - 1e-9)
    factors = (1.0,) if last - first >= MANY_POWERS else (1.0, 2.0, 5.0)
    steps = [float(f"{factor}e{k}") for k in range(first, max(last, first + 1)) for factor in factors]
    steps.append(float(f"1e{max(last, first + 1)}"))
    least = max(k for k, step in enumerate(steps) if step <= low * (1 + 1e-9))
    most = min(k for k, step in enumerate(steps) if step >= high * (1 - 1e-9))
    return tuple(steps[least : max(most, least + 1) + 1])


def _multiple(k: int, step: float) -> float:
    """The k-th multiple, without the dust of binary fractions."""
    return round(k * step, max(0, 1 - math.floor(math.log10(step)))) + 0.0


def tick_words(values: Sequence[float], language: str) -> tuple[str, ...]:
    """Labels of the values in one common scale, with as many places as their steps need."""
    largest = max((abs(value) for value in values), default=0.0)
    if 0.0 < largest < TINY:
        return tuple(f"{value:g}" for value in values)
    own = locale(language)
    table = own.ticks if language else ()
    scale, word = next(((scale, word) for scale, word in table if largest >= scale), (1.0, ""))
    scaled = [value / scale for value in values]
    places = max((_places(value) for value in scaled), default=0)
    grouped = largest >= own.tick_comma_from
    said = (own.fixed(Decimal(repr(value)), places, grouped=grouped) for value in scaled)
    return tuple("0" if value == 0 else words + word for value, words in zip(scaled, said, strict=True))


def _places(value: float) -> int:
    """The decimal places that the value is written with, at most 6."""
    digits = f"{value:.6f}".rstrip("0")
    return len(digits) - digits.index(".") - 1


def year_words(values: Sequence[float]) -> tuple[str, ...]:
    """Years as plain integers, the same in every language we set."""
    return tuple(f"{value:.0f}" for value in values)
