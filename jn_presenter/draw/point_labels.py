"""Names beside points: as many as have a free place, those of the largest points first."""

from collections.abc import Sequence

from msgspec import Struct

from jn_presenter.model.geometry import Rect

GAP = 6.0
"""px between a point and its name, and between two names."""


class Spot(Struct, frozen=True):
    """A point at (x, y) px with its radius, and the width and height of its name, 0 for none."""

    x: float
    y: float
    radius: float
    w: float = 0.0
    h: float = 0.0


def places(spots: Sequence[Spot], inside: Rect) -> dict[int, tuple[float, float]]:
    """The top left of each name that has a place: to the right of its point, else left, above or below.

    A name covers no point and no other name, and stays inside. Larger points choose first, equal ones in their order.
    """
    dots = [Rect(spot.x - spot.radius, spot.y - spot.radius, 2 * spot.radius, 2 * spot.radius) for spot in spots]
    taken: list[Rect] = []
    found: dict[int, tuple[float, float]] = {}
    for k in sorted((k for k, spot in enumerate(spots) if spot.w > 0.0), key=lambda k: -spots[k].radius):
        for box in _beside(spots[k]):
            if not inside.contains(box) or any(_meet(box, other) for other in taken):
                continue
            if any(n != k and _meet(box, dot) for n, dot in enumerate(dots)):
                continue
            taken.append(Rect(box.x - GAP, box.y - GAP, box.w + 2 * GAP, box.h + 2 * GAP))
            found[k] = (box.x, box.y)
            break
    return found


def _beside(spot: Spot) -> tuple[Rect, ...]:
    away = spot.radius + GAP
    middle, level = spot.x - spot.w / 2, spot.y - spot.h / 2
    corners = (
        (spot.x + away, level),
        (spot.x - away - spot.w, level),
        (middle, spot.y - away - spot.h),
        (middle, spot.y + away),
    )
    return tuple(Rect(x, y, spot.w, spot.h) for x, y in corners)


def _meet(a: Rect, b: Rect) -> bool:
    return a.x < b.right and b.x < a.right and a.y < b.bottom and b.y < a.bottom
