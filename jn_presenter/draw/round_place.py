"""Where a round chart stands with its badge and its legend: these at its side where it is wide, else above it."""

from collections.abc import Callable

from msgspec import Struct

from jn_presenter.draw.tags import sample_tag, under_badge
from jn_presenter.model.element import Env
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import AnyMark, Line, TextMark
from jn_presenter.model.problem import Finding

SIDE_FROM = 1.5
"""Width to height from which what stands at the side costs the circle nothing."""
SIDE = 0.2
"""The width of what stands at the side, in units of the whole."""
SIDE_GAP = 32.0


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


def round_place(rect: Rect, env: Env, sample: bool, legend: Callable[[Rect, bool], Key]) -> RoundPlace:
    """Badge and legend in `rect`; the circle's place is as far from its left edge as from its right one.

    legend: (place, whether names stand one under the other) -> the legend at the top of it.
    """
    if rect.w < SIDE_FROM * rect.h:
        under, badge = under_badge(rect, env, sample)
        key = legend(under, False)
        return RoundPlace(Rect(under.x, under.y + key.height, under.w, under.h - key.height), badge, key)
    column, badge = under_badge(Rect(rect.x, rect.y, rect.w * SIDE, rect.h), env, sample)
    key = legend(column, True)
    right = max(key.right, rect.x + sample_tag(env).width if sample else 0.0)
    taken = right + SIDE_GAP - rect.x if right > rect.x else 0.0
    return RoundPlace(Rect(rect.x + taken, rect.y, rect.w - 2 * taken, rect.h), badge, key)


def _lines(mark: AnyMark) -> tuple[Line, ...]:
    return mark.lines if isinstance(mark, TextMark) else ()
