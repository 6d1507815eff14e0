"""One line of the table: a figure of ours, what it is compared with, and how much it may be."""

from typing import Literal

from msgspec import Struct

Rule = Literal["value", "ratio", "extra"]
"""What is limited: the figure itself, the figure over its base, or what it has beyond its base."""


class Limit(Struct, frozen=True):
    """At most `most`: of the row's unit, or times the base for a ratio."""

    rule: Rule
    most: float


class Row(Struct, frozen=True, kw_only=True):
    """A measured figure. `base` is the floor's, or of our own show that it is compared with, as `versus` names it."""

    what: str
    unit: str
    ours: int | float
    base: float | None = None
    versus: str = "floor"
    limit: Limit | None = None
    n: int = 1
    spread: str = ""
    """What else is worth knowing of the samples, in the words of the table."""

    @property
    def ratio(self) -> float | None:
        return self.ours / self.base if self.base else None

    @property
    def within(self) -> bool | None:
        """Whether the limit is kept; None where there is none, or nothing to compare with."""
        if self.limit is None:
            return None
        if self.limit.rule == "value":
            return self.ours <= self.limit.most
        if not self.base:
            return None
        if self.limit.rule == "ratio":
            return self.ours / self.base <= self.limit.most
        return self.ours - self.base <= self.limit.most


class Failed(Struct, frozen=True):
    """A measurement that came to nothing, and why."""

    what: str
    why: str
