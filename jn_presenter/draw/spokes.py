"""Spokes from a hub to places around it: on a bow at one side of it, and the part of a spoke drawn at a moment."""

import math

from msgspec import Struct

from jn_presenter.model.marks import Arc, Path

TURN = 24.0
WIDEST = 56.0
"""Degrees between two places on a bow as seen from the hub, and from its middle to its ends at most."""


class Hub(Struct, frozen=True):
    """A ring about (x, y), radius in px."""

    x: float
    y: float
    radius: float

    @property
    def ring(self) -> Arc:
        return Arc(self.x, self.y, self.radius, 0.0, 0.0, 360.0)

    def spoke(self, x: float, y: float, short: float, t: float) -> Path:
        """The line from the ring towards (x, y), `short` px less than all the way there, drawn as far as t in 0..1."""
        length = math.hypot(x - self.x, y - self.y)
        across, down = ((x - self.x) / length, (y - self.y) / length) if length else (1.0, 0.0)
        start = min(self.radius, length)
        end = start + max(0.0, length - short - start) * t
        return Path(
            (
                ("M", (self.x + across * start, self.y + down * start)),
                ("L", (self.x + across * end, self.y + down * end)),
            )
        )


def bow(count: int, reach: float) -> tuple[float, ...]:
    """How far from the hub, across, each of so many places one beneath the other stands: `reach` px in the middle."""
    middle = (count - 1) / 2
    turn = min(TURN, WIDEST / middle) if middle else 0.0
    return tuple(reach * math.cos(math.radians((k - middle) * turn)) for k in range(count))


def inside(width: float, height: float, radius: float) -> bool:
    """Whether something so wide and high, in px, stands within a circle about its middle."""
    return math.hypot(width, height) <= 2 * radius
