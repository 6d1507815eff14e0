"""Parts of a whole: whether they make one, and the small ones gathered where they are too many to be told apart."""

from collections.abc import Sequence
from decimal import Decimal

from msgspec import structs

from jn_presenter.draw.entries import Entry, item_entry
from jn_presenter.draw.figures import as_text
from jn_presenter.draw.words import OTHERS, say
from jn_presenter.model.element import Env
from jn_presenter.model.feed import Badge
from jn_presenter.model.fields import Number
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message, Text

HUNDRED = Number(100)
ROUNDING = Decimal("0.5")
"""What parts may miss their whole by for being rounded, in units of their last place and for each of them."""
GATHERED = "others"
"""The key of what is gathered."""


def gathered(
    entries: tuple[Entry, ...], most: int, unit: Text | None, env: Env, *, sample: Badge
) -> tuple[tuple[Entry, ...], tuple[Finding, ...]]:
    """At most `most` parts in their order: of more, all but the largest are one part at the end, their exact sum.

    Figures of facts are never added up: they may differ in date, and 超过100 and 约20 have no sum.
    """
    if len(entries) <= most:
        return entries, ()
    if any(entry.datum.fact for entry in entries):
        return entries, (_too_many(len(entries), most),)
    ranked = sorted(range(len(entries)), key=lambda k: -entries[k].value)
    kept = sorted(ranked[: most - 1])
    rest = [entries[k] for k in sorted(ranked[most - 1 :])]
    label = as_text((language, say(OTHERS, language).format(count=len(rest))) for language in env.languages)
    target = any(entry.target for entry in rest)
    total = sum((entry.value for entry in rest), Decimal(0))
    others = item_entry(min(e.part for e in rest), label, total, target, unit, env, sample=sample)
    return (*(entries[k] for k in kept), structs.replace(others, key=GATHERED)), ()


def whole_of(
    entries: Sequence[Entry], said: Number | None, *, percent: bool
) -> tuple[Number | None, tuple[Finding, ...]]:
    """What the parts are parts of, None where they make no whole; and what is wrong.

    said: what the deck says that they add up to. Percentages may leave a rest of the hundred, and no more.
    """
    total = sum((entry.value for entry in entries), Decimal(0))
    if not entries:
        return None, ()
    if total <= 0:
        return None, (_no_whole(total, None),)
    if said is not None:
        if abs(total - said) <= _slack(entries, percent=percent):
            return max(total, said), ()
        return (said if 0 < total < said else None), (_no_whole(total, said),)
    if not percent:
        return total, ()
    if total > HUNDRED + ROUNDING:
        return None, (_no_whole(total, HUNDRED),)
    return max(total, HUNDRED), ()


def _slack(entries: Sequence[Entry], *, percent: bool) -> Decimal:
    """What rounding may have taken or added; what is counted in whole numbers is not rounded."""
    places = max(max(0, -int(entry.value.as_tuple().exponent)) for entry in entries)
    return ROUNDING * len(entries) * Decimal(1).scaleb(-places) if places or percent else Decimal(0)


def _no_whole(total: Decimal, whole: Number | None) -> Finding:
    sums = Message(f"合计 {total:f}", f"together {total:f}")
    if whole is not None:
        sums = Message(f"合计 {total:f}，整体是 {whole:f}", f"together {total:f}, of {whole:f}")
    return Finding(
        code="donut-range",
        message=Message(f"这些数凑不成一个整体（{sums.zh}）", f"these values do not make parts of a whole ({sums.en})"),
        hint=Message(
            "环形图要非负的数；百分比合起来不超过100，写了 whole 就要合成它",
            "a donut takes values from 0 up; percentages add up to 100 at most, all to `whole` where it is given",
        ),
    )


def _too_many(count: int, most: int) -> Finding:
    return Finding(
        code="too-many",
        path="facts",
        severity="warning",
        message=Message(f"环形图有 {count} 个扇区，超过 {most} 个就分不清", f"{count} sectors; {most} are told apart"),
        hint=Message("请归并几项，或改用 bar", "group some of them, or use a bar chart"),
    )
