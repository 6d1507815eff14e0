"""How a sum comes about: a start, what is added and taken away, totals on the way that hold to the last digit."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

from msgspec import Struct

from jn_presenter.draw.stacks import EXACT
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message, Text

Kind = Literal["total", "change", "missing"]


class Stage(Struct, frozen=True, kw_only=True):
    """One row as it is given: a change, or a total, whose value may be left to be summed up."""

    key: str
    label: Text
    part: int
    value: Decimal | None
    total: bool = False


class Reach(Struct, frozen=True, kw_only=True):
    """A stage in its place: from `start` to `end` in units of value, a total from zero; nowhere where missing."""

    stage: Stage
    kind: Kind
    start: Decimal = Decimal(0)
    end: Decimal = Decimal(0)

    @property
    def value(self) -> Decimal:
        """What is said: the change, or the total."""
        return EXACT.subtract(self.end, self.start)


def bridged(stages: Sequence[Stage]) -> tuple[tuple[Reach, ...], tuple[Finding, ...]]:
    """The stages one on the other. The first is the start; a total is what all before it make.

    A given total that differs is an error, and what is drawn is the sum. After a missing change nothing has a place
    until a total is given.
    """
    reaches: list[Reach] = []
    findings: list[Finding] = []
    running: Decimal | None = Decimal(0)
    for k, stage in enumerate(stages):
        total = stage.total or k == 0
        if total:
            if k == 0 or running is None:
                running = stage.value
            elif stage.value is not None and stage.value != running:
                findings.append(_off(stage, running))
            kind: Kind = "missing" if running is None else "total"
            reaches.append(Reach(stage=stage, kind=kind, end=running or Decimal(0)))
        elif stage.value is None or running is None:
            running = None
            reaches.append(Reach(stage=stage, kind="missing"))
        else:
            after = EXACT.add(running, stage.value)
            reaches.append(Reach(stage=stage, kind="change", start=running, end=after))
            running = after
    return tuple(reaches), tuple(findings)


def _off(stage: Stage, sum_: Decimal) -> Finding:
    name = stage.label.pick("")[1]
    return Finding(
        code="sum-off",
        path=f"items.{stage.part + 1}.value" if stage.part >= 0 else "data",
        message=Message(
            f"“{name}” 写的是 {stage.value}，而前面各项之和是 {sum_}",
            f"{name!r} is given as {stage.value}, but all before it make {sum_}",
        ),
        hint=Message("改正数值，或写null由程序求和", "mend the figures, or write null and the sum is made"),
    )
