"""Words around a circle, each near its angle: none on another or inside the circle, which is as large as can be."""

import math
from collections.abc import Callable, Sequence

from msgspec import Struct

from jn_presenter.draw.flushing import flushed
from jn_presenter.draw.labels import spread
from jn_presenter.draw.setting import placed
from jn_presenter.model.element import Block
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import Line, Path
from jn_presenter.model.style import Role

GAP = 18.0
"""Between the circle and the words, in px."""
LEADER_GAP = 8.0
"""What a leader keeps from both of its ends, in px."""
APART = 10.0
"""Between two words above each other, in px."""
SHARES = (0.14, 0.18, 0.22, 0.26, 0.3, 0.34, 0.38)
"""Widths tried for the words on either side, in units of the whole."""
ROLES: tuple[Role, ...] = ("caption", "note")
ENOUGH = 0.3
"""The least radius, in units of the shorter side, for which words are not set smaller."""
LARGEST = 400.0
LEAST = 48.0
"""The largest and the least radius, in px; under the least there is no room for the chart."""
CLEARLY = 1.15
"""From radius to radius, how much more of it is worth words in more lines."""
UPRIGHT = 1.0
"""Degrees from twelve or six o'clock within which words stand in the middle above or below."""
FULL = 360.0
SIDES = ("left", "right")

Setter = Callable[[int, float, Role], Block | None]
"""(which, width in px, role) -> the words at most so wide, or None where a word would break."""


class Around(Struct, frozen=True, kw_only=True):
    """The circle with its words: the top left of each block."""

    cx: float
    cy: float
    radius: float
    blocks: tuple[Block, ...]
    places: tuple[tuple[float, float], ...]
    overflow: bool = False

    @property
    def rank(self) -> tuple[bool, float, float]:
        """Less for what is better: what has room, a clearly larger circle, words in fewer lines."""
        size = math.log(max(self.radius, 1.0)) / math.log(CLEARLY)
        return self.overflow, -round(size), sum(block.height for block in self.blocks)

    def lines(self, k: int) -> tuple[Line, ...]:
        """The words of the k-th angle in their place, flush or centred towards the circle."""
        (x, y), block = self.places[k], self.blocks[k]
        share = 0.5 if y + block.height <= self.cy - self.radius or y >= self.cy + self.radius else float(x < self.cx)
        return placed(flushed(block, share), x, y)

    def leader(self, k: int, start: tuple[float, float], least: float) -> Path | None:
        """The line from a point of the circle to the words of the k-th angle, None under `least` px."""
        (x, y), block = self.places[k], self.blocks[k]
        end = (min(max(start[0], x), x + block.width), min(max(start[1], y), y + block.height))
        away = math.dist(start, end)
        if away < least:
            return None
        near, far = LEADER_GAP / away, 1.0 - LEADER_GAP / away
        ends = [tuple(a + (b - a) * share for a, b in zip(start, end, strict=True)) for share in (near, far)]
        return Path((("M", ends[0]), ("L", ends[1])))

    def point(self, angle: float, radius: float) -> tuple[float, float]:
        """The point `radius` px from the centre, at an angle in degrees clockwise from twelve o'clock."""
        turn = math.radians(angle)
        return self.cx + radius * math.sin(turn), self.cy - radius * math.cos(turn)


def around(angles: Sequence[float], place: Rect, setter: Setter) -> Around:
    """The largest circle in `place` with words at the angles; larger words before a larger circle, if it is enough."""
    best: Around | None = None
    for role in ROLES:
        for share in SHARES:
            widths = [place.w * (share if _side(angle) in SIDES else 1.0) for angle in angles]
            whole: list[Block] = []
            for k, width in enumerate(widths):
                block = setter(k, width, role)
                if block is None:
                    break
                whole.append(block)
            if len(whole) < len(angles):
                continue
            found = _placed(angles, whole, place)
            if best is None or found.rank < best.rank:
                best = found
        if best and not best.overflow and best.radius >= ENOUGH * min(place.w, place.h):
            break
    if best:
        return best
    empty = Block((), 0.0, 0.0)
    blank = _placed(angles, [empty] * len(angles), place)
    return Around(
        cx=blank.cx, cy=blank.cy, radius=blank.radius, blocks=blank.blocks, places=blank.places, overflow=True
    )


def _placed(angles: Sequence[float], blocks: Sequence[Block], place: Rect) -> Around:
    """The circle between words of these sizes, in the middle of what they leave."""
    sides = [_side(angle) for angle in angles]
    over, under = (
        max((blocks[k].height + GAP for k, side in enumerate(sides) if side == which), default=0.0)
        for which in ("above", "below")
    )
    wide = max((blocks[k].width for k, side in enumerate(sides) if side in SIDES), default=0.0)
    radius = min((place.w - 2 * (wide + GAP)) / 2, (place.h - over - under) / 2, LARGEST)
    cx = place.x + place.w / 2
    heights = [sum(blocks[k].height + APART for k, side in enumerate(sides) if side == which) for which in SIDES]
    # A stack of words higher than the circle stands evenly about it.
    cy = place.y + max(over + radius, min(max(heights) / 2, place.h - under - radius))
    places: dict[int, tuple[float, float]] = {}
    crowded = False
    # Words above and below may be as wide as the place: those at the sides stay between them.
    low = cy - radius - GAP if over else place.y
    high = cy + radius + GAP if under else place.bottom
    for which in SIDES:
        own = [k for k, side in enumerate(sides) if side == which]
        own_heights = [blocks[k].height for k in own]
        wanted = [cy - radius * math.cos(math.radians(angles[k])) for k in own]
        crowded = crowded or sum(own_heights) + APART * max(0, len(own) - 1) > high - low + 0.5
        for k, middle in zip(own, spread(wanted, own_heights, low, high, APART), strict=True):
            top = middle - blocks[k].height / 2
            chord = _half_chord(top - cy, top + blocks[k].height - cy, radius) + GAP
            places[k] = (cx + chord if which == "right" else cx - chord - blocks[k].width, top)
    for k, side in enumerate(sides):
        if side in ("above", "below"):
            x = min(max(cx - blocks[k].width / 2, place.x), place.right - blocks[k].width)
            places[k] = (x, cy - radius - GAP - blocks[k].height if side == "above" else cy + radius + GAP)
    too_wide = any(block.width > place.w + 0.5 for block in blocks)
    return Around(
        cx=cx,
        cy=cy,
        radius=max(radius, 0.0),
        blocks=tuple(blocks),
        places=tuple(places[k] for k in range(len(blocks))),
        overflow=radius < LEAST or crowded or too_wide,
    )


def _side(angle: float) -> str:
    turn = angle % FULL
    if min(turn, FULL - turn) <= UPRIGHT:
        return "above"
    if abs(turn - FULL / 2) <= UPRIGHT:
        return "below"
    return "left" if turn > FULL / 2 else "right"


def _half_chord(top: float, bottom: float, radius: float) -> float:
    """Half of the circle's widest chord between two heights from its centre: how far words there have to stand off."""
    nearest = 0.0 if top <= 0.0 <= bottom else min(abs(top), abs(bottom))
    return math.sqrt(max(0.0, radius * radius - nearest * nearest))
