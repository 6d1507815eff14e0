"""Where a plate stands beside what it is about: as near as can be, on no words, and on as little else as possible."""

import math
from collections.abc import Iterator, Sequence

from msgspec import Struct

from jn_presenter.model.geometry import Canvas, Rect

GAP = 16.0
"""Between the plate and what it is about, in px."""
MARGIN = 24.0
"""Between the plate and the edge of the canvas, in px."""
STEP = 48.0
FARTHEST = 320.0
"""px from what it is about that a plate may stand at."""
SIDE = 8.0
"""px that a plate goes further to stand above rather than below, and so on."""
ASKEW = 0.3
"""px of distance that a px off the middle counts as."""
COVERED = 0.004
"""px of distance that a square px of a figure that is covered counts as."""


class Around(Struct, frozen=True):
    """What stands on the slide: words, which are not to be covered, and figures, rather not."""

    words: tuple[Rect, ...] = ()
    figures: tuple[Rect, ...] = ()


NOTHING = Around()


def beside(box: Rect, width: float, height: float, canvas: Canvas, around: Around = NOTHING) -> Rect:
    """Where a plate of that size stands: above what it is about, else below, right or left, inside the canvas.

    Where that would cover words it is the nearest place that covers none, else the one that covers least of them.
    """
    cost, best = (math.inf, math.inf), None
    for distance, place in sorted(_places(box, width, height, canvas), key=lambda one: one[0]):
        if cost <= (0.0, distance):
            break
        words = _covered(place, around.words, cost[0])
        if words < cost[0] or (words == cost[0] and distance < cost[1]):
            own = words, distance + COVERED * _covered(place, around.figures)
            cost, best = min((cost, best), (own, place), key=lambda one: one[0])
    return best or _anywhere(box, width, height, canvas)


def _places(box: Rect, width: float, height: float, canvas: Canvas) -> Iterator[tuple[float, Rect]]:
    """(how far off it is, place) of every place on the four sides that is inside the canvas."""
    last = canvas.width - MARGIN - width, canvas.height - MARGIN - height
    if last[0] < MARGIN or last[1] < MARGIN:
        return
    middle = box.x + box.w / 2 - width / 2, box.y + box.h / 2 - height / 2
    out = [k * STEP for k in range(int(FARTHEST / STEP) + 1)]
    for side, x in ((2, box.right + GAP), (3, box.x - GAP - width)):
        for away in out:
            here = x + away if side == 2 else x - away
            if MARGIN <= here <= last[0]:
                for y in _slid(middle[1], box.h / 2 + height / 2, MARGIN, last[1]):
                    yield _far(box, Rect(here, y, width, height), middle, side)
    for side, y in ((0, box.y - GAP - height), (1, box.bottom + GAP)):
        for away in out:
            here = y - away if side == 0 else y + away
            if MARGIN <= here <= last[1]:
                for x in _slid(middle[0], box.w / 2 + width / 2, MARGIN, last[0]):
                    yield _far(box, Rect(x, here, width, height), middle, side)


def _slid(middle: float, reach: float, first: float, last: float) -> Iterator[float]:
    """Places along a side, from the middle on to both ends of what the plate is about."""
    yield max(first, min(middle, last))
    for k in range(1, int(reach / STEP) + 1):
        for place in (middle - k * STEP, middle + k * STEP):
            if first <= place <= last:
                yield place


def _far(box: Rect, place: Rect, middle: tuple[float, float], side: int) -> tuple[float, Rect]:
    across, down = gap(box, place)
    askew = abs(place.x - middle[0]) if side < 2 else abs(place.y - middle[1])
    return math.hypot(across, down) + ASKEW * askew + SIDE * side, place


def gap(box: Rect, place: Rect) -> tuple[float, float]:
    """The px between two rectangles, across and down; 0 where they are beside each other."""
    across = max(place.x - box.right, box.x - place.right, 0.0)
    return across, max(place.y - box.bottom, box.y - place.bottom, 0.0)


def meet(a: Rect, b: Rect) -> bool:
    """Whether two rectangles have a point in common."""
    return gap(a, b) == (0.0, 0.0)


def _covered(place: Rect, others: Sequence[Rect], most: float = math.inf) -> float:
    """Square px of the others that the place takes, not counted further once they are more than `most`."""
    left, top, right, bottom = place.x, place.y, place.right, place.bottom
    taken = 0.0
    for other in others:
        wide = min(right, other.x + other.w) - max(left, other.x)
        if wide <= 0.0:
            continue
        high = min(bottom, other.y + other.h) - max(top, other.y)
        if high > 0.0:
            taken += wide * high
            if taken > most:
                break
    return taken


def _anywhere(box: Rect, width: float, height: float, canvas: Canvas) -> Rect:
    """On what it is about, where that leaves no room beside it."""
    x, y = box.x + box.w / 2 - width / 2, box.y + box.h / 2 - height / 2
    return Rect(
        max(MARGIN, min(x, canvas.width - MARGIN - width)),
        max(MARGIN, min(y, canvas.height - MARGIN - height)),
        width,
        height,
    )
