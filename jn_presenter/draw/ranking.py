"""Who stands where between two known moments: rows that slide, values that go straight from one to the next."""

from bisect import bisect_right
from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct

from jn_presenter.draw.moments import Moments


class Standing(Struct, frozen=True):
    """One runner at a moment: its row from 0, not whole while it slides; its value; 0..1 how far it is there at all."""

    runner: int
    row: float
    value: Decimal
    there: float


class Ranking(Struct, frozen=True):
    """The row of each runner at each moment, None where it has no value; ties keep the order of the runners."""

    moments: Moments
    rows: tuple[tuple[int | None, ...], ...]
    most: int

    def at(self, place: float) -> tuple[int, tuple[Standing, ...]]:
        """The moment nearest to the place 0..1 on the time dimension, and who is to be seen then, the last one first.

        The last first, so that who overtakes passes in front.
        """
        places = self.moments.places
        k = max(0, min(len(places) - 2, bisect_right(places, place) - 1))
        nxt = min(k + 1, len(places) - 1)
        span = places[nxt] - places[k]
        f = min(1.0, max(0.0, (place - places[k]) / span)) if span else 1.0
        standings = [
            standing for runner in range(len(self.moments.runners)) if (standing := self._between(runner, k, nxt, f))
        ]
        return nxt if f >= 0.5 else k, tuple(sorted(standings, key=lambda one: -one.row))

    def _between(self, runner: int, k: int, nxt: int, f: float) -> Standing | None:
        before, after = self.rows[k][runner], self.rows[nxt][runner]
        values = self.moments.runners[runner].values
        if f <= 0.0 or f >= 1.0:
            row, exact = (before, values[k]) if f <= 0.0 else (after, values[nxt])
            if row is None or exact is None or row >= self.most:
                return None
            return Standing(runner, float(row), exact, 1.0)
        start = min(self.most, before) if before is not None else self.most
        end = min(self.most, after) if after is not None else self.most
        row_now = start + (end - start) * smooth(f)
        if row_now >= self.most:
            return None
        a, b = values[k], values[nxt]
        value = between(a, b, f) if a is not None and b is not None else a if a is not None else b
        assert value is not None
        return Standing(runner, row_now, value, min(1.0, self.most - row_now))


def ranked(moments: Moments, most: int) -> Ranking:
    """The ranking at each moment, the largest value first."""
    rows = []
    for k in range(len(moments.names)):
        values = [runner.values[k] for runner in moments.runners]
        known = [(value, runner) for runner, value in enumerate(values) if value is not None]
        order = [runner for _, runner in sorted(known, key=lambda one: (-one[0], one[1]))]
        at = {runner: row for row, runner in enumerate(order)}
        rows.append(tuple(at.get(runner) for runner in range(len(values))))
    return Ranking(moments, tuple(rows), most)


def between(a: Decimal, b: Decimal, f: float) -> Decimal:
    """The value at f of the way from a to b, with as many decimals as the finer of the two."""
    exponents = [value.as_tuple().exponent for value in (a, b)]
    places = min(0, *(exponent for exponent in exponents if isinstance(exponent, int)))
    return round(Decimal(float(a) + (float(b) - float(a)) * f), -places)


def smooth(f: float) -> float:
    """How far rows have slid at f of the way: slow, quick, slow (3x² - 2x³) over its middle half, at rest beside it."""
    x = min(1.0, max(0.0, 2.0 * f - 0.5))
    return x * x * (3.0 - 2.0 * x)


def largest(values: Sequence[Decimal | None]) -> Decimal:
    """The largest known value, 0 where there is none."""
    return max((value for value in values if value is not None), default=Decimal(0))
