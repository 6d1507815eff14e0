"""Figures put one on another: where each begins and ends, sums that hold to the last digit, shares that make 100."""

from collections.abc import Sequence
from decimal import ROUND_FLOOR, Context, Decimal
from itertools import accumulate, pairwise

from msgspec import Struct

EXACT = Context(prec=200)
"""Cells have up to 30 digits, and a chart adds up at most a few hundred of them."""
WHOLE = Decimal(100)


class Span(Struct, frozen=True):
    """From where to where one of the stacked figures reaches, in the figures' own unit."""

    low: Decimal
    high: Decimal


def summed(values: Sequence[Decimal]) -> Decimal:
    """The exact sum."""
    total = Decimal(0)
    for value in values:
        total = EXACT.add(total, value)
    return total


def stacked(values: Sequence[Decimal | None]) -> tuple[Span, ...]:
    """Spans one after the other from zero; a missing value takes no room."""
    ends = tuple(accumulate((value or Decimal(0) for value in values), EXACT.add, initial=Decimal(0)))
    return tuple(Span(low, high) for low, high in pairwise(ends))


def percentages(values: Sequence[Decimal], places: int = 0) -> tuple[Decimal, ...]:
    """The values' shares of their sum as percentages of so many places, which add up to exactly 100.

    Largest remainder method (Hamilton): all are rounded down, and what then is left goes to those that lost most; the
    earlier of two equal ones first. All zero where the values are. Raises ValueError for a negative value.
    """
    if any(value < 0 for value in values):
        raise ValueError("a negative value has no share")
    total = summed(values)
    if not total:
        return (Decimal(0),) * len(values)
    unit = Decimal(1).scaleb(-places)
    exact = [EXACT.divide(EXACT.multiply(value, WHOLE), total) for value in values]
    floors = [share.quantize(unit, rounding=ROUND_FLOOR, context=EXACT) for share in exact]
    left = int((WHOLE - summed(floors)) / unit)
    order = sorted(range(len(values)), key=lambda k: (EXACT.subtract(floors[k], exact[k]), k))
    for k in order[:left]:
        floors[k] += unit
    return tuple(floors)
