"""Where a round chart stands with its badge and its legend: these at its side where it is wide, else above it."""

from collections.abc import Callable, Sequence

from msgspec import Struct

from jn_presenter.draw.dataset import Measured
from jn_presenter.draw.naming import legend
from jn_presenter.draw.spare_words import unit_tag
from jn_presenter.draw.tags import sample_tag, under_badge
from jn_presenter.model.element import Env
from jn_presenter.model.feed import Badge
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import AnyMark, Line, TextMark
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Text

SIDE_FROM = 1.35
"""Width to height that are to be left for the circle and its words where badge and legend stand at the side."""
SIDE = 0.2
"""The width of what stands at the side, in units of the whole."""
SIDE_GAP = 32.0
TIGHTER = 12.0
"""How much closer names one under the other are than the legend to what is below it, in px."""


class Key(Struct, frozen=True, kw_only=True):
    """A legend: for each series the marks that name it, what else is said, and its height with the gap below."""

    named: tuple[tuple[AnyMark, ...], ...] = ()
    more: tuple[AnyMark, ...] = ()
    height: float = 0.0
    overflow: bool = False
    findings: tuple[Finding, ...] = ()

    @property
    def right(self) -> float:
        """Where its words end."""
        lines = [line for mark in (*self.more, *(one for each in self.named for one in each)) for line in _lines(mark)]
        return max((line.x + line.width for line in lines), default=0.0)


class RoundPlace(Struct, frozen=True):
    """What is left for the circle and its words, the badge, and the legend."""

    place: Rect
    badge: tuple[AnyMark, ...]
    key: Key


def round_place(rect: Rect, env: Env, sample: Badge, key_at: Callable[[Rect, bool], Key]) -> RoundPlace:
    """Badge and legend in `rect`; the circle's place is as far from its left edge as from its right one.

    key_at: (place, whether names stand one under the other) -> the legend at the top of it.
    """
    column, badge = under_badge(Rect(rect.x, rect.y, rect.w * SIDE, rect.h), env, sample)
    key = key_at(column, True)
    right = max(key.right, rect.x + sample_tag(env, sample, rect.w * SIDE).width if sample else 0.0)
    taken = right + SIDE_GAP - rect.x if right > rect.x else 0.0
    if rect.w - 2 * taken >= SIDE_FROM * rect.h:
        return RoundPlace(Rect(rect.x + taken, rect.y, rect.w - 2 * taken, rect.h), badge, key)
    under, badge = under_badge(rect, env, sample)
    key = key_at(under, False)
    return RoundPlace(Rect(under.x, under.y + key.height, under.w, under.h - key.height), badge, key)


def key_of_swatches(
    series: Sequence[Measured], colours: Sequence[str], unit: Text | None, place: Rect, env: Env, *, stacked: bool
) -> Key:
    """The names of several series beside swatches, and the unit of all, at the top of the place."""
    groups = [[k] for k in range(len(series))] if stacked else [list(range(len(series)))]
    named: list[tuple[AnyMark, ...]] = []
    findings: list[Finding] = []
    top, overflow = place.y, False
    for group in groups:
        line = legend([series[k] for k in group], [colours[k] for k in group], group, place.x, top, place.w, env)
        named += (tuple(one.mark for one in line.names if one.part == k) for k in group)
        findings += line.findings
        overflow = overflow or line.overflow
        top += line.height - (TIGHTER if stacked else 0.0)
    more: tuple[AnyMark, ...] = ()
    if tag := unit_tag(unit, env, place.w):
        more = tag.at(place.x, top)
        top += tag.height + TIGHTER
    return Key(
        named=tuple(named), more=more, height=top - place.y, overflow=overflow, findings=tuple(dict.fromkeys(findings))
    )


def _lines(mark: AnyMark) -> tuple[Line, ...]:
    return mark.lines if isinstance(mark, TextMark) else ()
