"""Figures that go to both sides of a middle: what goes where, how far, and how much is on each side."""

from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct

from jn_presenter.draw.dataset import Dataset
from jn_presenter.draw.stacks import EXACT, percentages, summed

HALF = Decimal("0.5")


class Part(Struct, frozen=True):
    """A segment on one side, from the middle outwards: its series, its length, and the share to be shown, if any."""

    series: int
    length: Decimal
    share: Decimal | None = None
    half: bool = False
    """Whether it is half of what stands across the middle."""


class Sides(Struct, frozen=True):
    """One category: the segments of both sides, the sums of these without what stands across the middle, the gaps."""

    left: tuple[Part, ...] = ()
    right: tuple[Part, ...] = ()
    less: Decimal = Decimal(0)
    more: Decimal = Decimal(0)
    missing: tuple[int, ...] = ()

    @property
    def reach(self) -> tuple[Decimal, Decimal]:
        """How far both sides go."""
        return summed([part.length for part in self.left]), summed([part.length for part in self.right])


def sides(found: Dataset, k: int, left: Sequence[str], middle: str, *, share: bool) -> Sides:
    """The sides of category k.

    left: the series that go left, middle: the one that stands across the middle; where neither is given, negative
    values go left. share: as parts of 100 instead of values; of what is incomplete no share can be told.
    """
    entries = [series.entries[k] for series in found.series]
    missing = tuple(s for s, entry in enumerate(entries) if entry is None)
    values = [abs(entry.value) if entry else Decimal(0) for entry in entries]
    total = summed(values)
    if share and (missing or not total):
        return Sides(missing=missing or tuple(range(len(entries))))
    shares = percentages(values) if share else (None,) * len(values)
    lengths = [EXACT.divide(value * 100, total) for value in values] if share else values
    chosen = bool(left or middle)
    lefts: list[Part] = []
    rights: list[Part] = []
    less, more = Decimal(0), Decimal(0)
    for s, (series, entry) in enumerate(zip(found.series, entries, strict=True)):
        if entry is None:
            continue
        shown = shares[s] if shares[s] is not None else values[s]
        assert shown is not None
        if middle and series.key == middle:
            half = EXACT.multiply(lengths[s], HALF)
            lefts.append(Part(s, half, shares[s], half=True))
            rights.insert(0, Part(s, half, shares[s], half=True))
        elif series.key in left if chosen else entry.value < 0:
            lefts.append(Part(s, lengths[s], shares[s]))
            less = EXACT.add(less, shown)
        else:
            rights.append(Part(s, lengths[s], shares[s]))
            more = EXACT.add(more, shown)
    # The last of those that go left stands next to the middle.
    return Sides(tuple(reversed(lefts)), tuple(rights), less, more, missing)
