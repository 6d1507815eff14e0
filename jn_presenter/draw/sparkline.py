"""A small line without axes: how a figure came to be, from its least to its largest value, the last one marked."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from msgspec import Struct, structs

from jn_presenter.draw.dates import parse_date, year_fraction
from jn_presenter.draw.motion import faded
from jn_presenter.draw.scale import Linear
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import AnyMark, Box, Path, ShapeMark
from jn_presenter.model.problem import Finding
from jn_presenter.model.style import Style
from jn_presenter.model.text import Text

WIDTH = 4.0
"""Of the line, in px."""
DOT = 8.0
"""The radius of the last point."""
SPECK = 0.01
"""The length of a value between two missing ones: round caps make a point of it."""


class Sparkline(Struct, frozen=True):
    """The line and its last point in their place."""

    place: Rect
    line: ShapeMark | None = None
    last: ShapeMark | None = None

    def at(self, t: float) -> tuple[AnyMark, ...]:
        """The line drawn from the left as far as t in 0..1, the last point fading in."""
        if t >= 1.0:
            return tuple(mark for mark in (self.line, self.last) if mark)
        clip = (self.place.x, self.place.y, self.place.w * t, self.place.h)
        line = (structs.replace(self.line, clip=clip),) if self.line else ()
        return (*line, *((faded(self.last, t),) if self.last else ()))


def sparkline(values: Sequence[Decimal | None], names: Sequence[Text], place: Rect, style: Style) -> Sparkline:
    """The values in their place, gaps where they are missing; spaced as the dates are that the names say, else evenly.

    The least and the largest value lie within the place with all of the line's width.
    """
    known = [float(value) for value in values if value is not None]
    if not known:
        return Sparkline(place)
    steps = positions(names, len(values))
    across = Linear(steps[0], max(steps[-1], steps[0] + 1e-9), place.x + DOT, place.right - DOT)
    low, high = min(known), max(known)
    down = Linear(low, high, place.bottom - DOT, place.y + DOT)
    level = place.y + place.h / 2
    points = [
        None if value is None else (across.at(step), level if low == high else down.at(float(value)))
        for step, value in zip(steps, values, strict=True)
    ]
    segments: list[tuple[str, tuple[float, ...]]] = []
    for k, point in enumerate(points):
        if point is None:
            continue
        first = k == 0 or points[k - 1] is None
        segments.append(("M" if first else "L", point))
        if first and (k + 1 == len(points) or points[k + 1] is None):
            segments.append(("L", (point[0] + SPECK, point[1])))
    line = ShapeMark(key="spark", shape=Path(tuple(segments)), stroke=style.quiet, width=WIDTH, round=True)
    end = points[-1]
    if end is None:
        return Sparkline(place, line)
    disc = Box(end[0] - DOT, end[1] - DOT, 2 * DOT, 2 * DOT, DOT)
    return Sparkline(place, line, ShapeMark(key="spark.last", shape=disc, fill=style.accent))


def positions(names: Sequence[Text], count: int) -> tuple[float, ...]:
    """Where the rows lie along a line: by their dates where all have one and each is later than the last."""
    written = [name.pick("")[1] for name in names]
    if written and not any(isinstance(parse_date(word), Finding) for word in written):
        dates = tuple(year_fraction(word) for word in written)
        if all(a < b for a, b in pairwise(dates)):
            return dates
    return tuple(float(k) for k in range(count))
