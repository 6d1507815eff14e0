"""From values to places: linear scales, and the length of bars that leaves room for the words at their ends."""

from collections.abc import Sequence

from msgspec import Struct


class Linear(Struct, frozen=True):
    """Values from `low` to `high` lie between `start` and `end` px; beyond them the scale goes on."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """The px of a value; `start` for all where the scale spans nothing."""
        span = self.high - self.low
        return self.start + (self.end - self.start) * (value - self.low) / span if span else self.start


def px_per_unit(values: Sequence[float], room: Sequence[float], width: float) -> float:
    """The px of one unit at which bars from a common zero, each with `room` px for words past its end, take `width`.

    Bars of negative values go the other way from zero and have their words on that side. 0 where the words alone
    take the width, or where every value is 0.
    """
    right = [(v, r) for v, r in zip(values, room, strict=True) if v >= 0.0] or [(0.0, 0.0)]
    left = [(-v, r) for v, r in zip(values, room, strict=True) if v < 0.0] or [(0.0, 0.0)]
    pairs = [(a + b, width - p - q) for a, p in left for b, q in right]
    if any(free < 0.0 for _, free in pairs):
        return 0.0
    return min((free / span for span, free in pairs if span > 0.0), default=0.0)
