"""How parts of an element enter one after another: the parts of one step are staggered, each step by itself."""

from collections.abc import Sequence

from msgspec import structs

from jn_presenter.draw.motion import ease_out, staggered
from jn_presenter.model.element import Phase
from jn_presenter.model.marks import TextMark

RISE = 8.0
"""px that a text rises while it appears."""


def entrance(phase: Phase, part: int, parts: int, stagger: float) -> float:
    """The part's eased 0..1 at the phase, for what plays whenever it appears: charts, counters, lines."""
    at = phase.reveal(part)
    if at != phase.step:
        return phase.progress(part)
    group = [k for k in range(parts) if phase.reveal(k) == at]
    return ease_out(staggered(phase.t, group.index(part), len(group), stagger))


def appearance(phase: Phase, part: int, parts: int, stagger: float) -> float:
    """As entrance, but what belongs to step 0 stands at once: for texts."""
    return 1.0 if phase.reveal(part) == 0 else entrance(phase, part, parts, stagger)


def reached(phase: Phase, part: int, order: Sequence[int]) -> float:
    """How far a line along the parts has come to this one, eased 0..1; those of one step are reached one by one.

    order: all parts that the line comes to, as they stand along it.
    """
    at = phase.reveal(part)
    if at != phase.step:
        return phase.progress(part)
    together = [other for other in order if phase.reveal(other) == at]
    return min(1.0, max(0.0, ease_out(phase.t) * len(together) - together.index(part)))


def risen(words: TextMark, presence: float) -> TextMark:
    """The words a little below their place until they are fully there."""
    return words if presence >= 1.0 else structs.replace(words, dy=RISE * (1.0 - presence))
