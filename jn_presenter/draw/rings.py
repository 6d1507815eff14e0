"""Rings and their sectors: angles, the part that is drawn at a moment, and where the words around them stand."""

import math
from collections.abc import Sequence

from msgspec import Struct

from jn_presenter.draw.labels import spread
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import Arc, Path

FULL = 360.0
GAP = 3.0
"""Between two sectors at the outer edge, in px."""
ELBOW = 24.0
"""From the ring to where a leader turns level, in px."""
LEAD = 16.0
"""Between a leader's end and its words, in px."""


class Ring(Struct, frozen=True):
    """A ring about (cx, cy) with its radii in px."""

    cx: float
    cy: float
    outer: float
    inner: float

    def arc(self, start: float, sweep: float) -> Arc:
        """The sector from `start`, degrees clockwise from twelve o'clock."""
        return Arc(self.cx, self.cy, self.outer, self.inner, start, sweep)

    def edge(self, angle: float, radius: float) -> tuple[float, float]:
        """The point at an angle, `radius` px from the centre."""
        turn = math.radians(angle)
        return self.cx + radius * math.sin(turn), self.cy - radius * math.cos(turn)


def sectors(shares: Sequence[float]) -> tuple[tuple[float, float], ...]:
    """(start, sweep) in degrees of shares 0..1 one after the other from twelve o'clock."""
    start, found = 0.0, []
    for share in shares:
        found.append((start, share * FULL))
        start += share * FULL
    return tuple(found)


def drawn(start: float, sweep: float, outer: float, t: float, *, alone: bool = False) -> tuple[float, float]:
    """(start, sweep) of what is seen of a sector when the ring is drawn as far as t of the full turn.

    Sectors keep a gap at both ends, half of GAP each, unless there is but one.
    """
    seen = min(start + sweep, t * FULL) - start
    if alone or sweep <= 0.0:
        return start, max(0.0, seen)
    gap = min(math.degrees(GAP / outer), sweep / 2)
    return start + gap / 2, max(0.0, min(seen, sweep) - gap)


class Callout(Struct, frozen=True):
    """Where the words of a sector stand: their left edge, top, and the leader that goes to them."""

    x: float
    y: float
    leader: Path
    leftward: bool


def callouts(
    ring: Ring, middles: Sequence[float], sizes: Sequence[tuple[float, float]], place: Rect
) -> tuple[Callout, ...]:
    """Words of these (width, height) to the left and right of the ring, each near the middle angle of its sector.

    On each side they are moved apart until none overlap; see draw/labels.py.
    """
    found: dict[int, Callout] = {}
    for leftward in (False, True):
        side = [k for k, angle in enumerate(middles) if (angle % FULL > FULL / 2) == leftward]
        wanted = [ring.edge(middles[k], ring.outer + ELBOW)[1] for k in side]
        heights = [sizes[k][1] for k in side]
        for k, y in zip(side, spread(wanted, heights, place.y, place.bottom, 12.0), strict=True):
            found[k] = _callout(ring, middles[k], sizes[k], y, leftward)
    return tuple(found[k] for k in range(len(middles)))


def _callout(ring: Ring, angle: float, size: tuple[float, float], y: float, leftward: bool) -> Callout:
    sign = -1.0 if leftward else 1.0
    end = ring.cx + sign * (ring.outer + 2 * ELBOW)
    x = end - LEAD - size[0] if leftward else end + LEAD
    start = ring.edge(angle, ring.outer + 4.0)
    turn = (ring.cx + sign * (ring.outer + ELBOW), y)
    leader = Path((("M", start), ("L", turn), ("L", (end, y))))
    return Callout(x, y - size[1] / 2, leader, leftward)
