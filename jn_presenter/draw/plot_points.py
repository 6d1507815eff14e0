"""The points of a plot as figures that can be asked: where each one is, and what it stands for.

The points of a curve are told one by one; of a stream, which has thousands, those near a place or of one key alone.
"""

import math
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from decimal import Decimal

from msgspec import structs

from jn_presenter.draw.axes import at, inside
from jn_presenter.draw.curves import is_stream
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import AnyMark, Datum, PlotAxis, PlotMark, Series

JOINT = " · "
MOST = 1000
"""Points of a curve that are looked at; more of them nobody can point at one by one."""
SINCE = "@"
"""Between a stream's key and the moment of its point: the point stays the same while the stream runs on."""
FEW = 30.0
"""Seconds, or minutes, of a stream from which on they are told without decimals."""
MINUS = "−"


def plot_points(mark: PlotMark) -> Iterator[tuple[str, Datum, Rect]]:
    """(key, figure, place) of each point that has words; its place is empty, that of a range a line from end to end."""
    place = inside(mark)
    for curve in mark.series:
        if curve.datum is None or len(curve.words) > MOST:
            continue
        axis = mark.right if curve.right and mark.right else mark.left
        floors = curve.floors or (0.0,) * len(curve.words)
        for k, (words, x, y, floor) in enumerate(zip(curve.words, curve.xs, curve.ys, floors, strict=False)):
            if math.isnan(y) or math.isnan(floor):
                continue
            label = JOINT.join(part for part in (curve.datum.label, words) if part)
            low = decimal(floor) if curve.ranged else None
            datum = structs.replace(curve.datum, value=decimal(y if curve.ranged else y - floor), low=low, label=label)
            across, top = at(mark.bottom, x, place.x, place.right), at(axis, y, place.bottom, place.y)
            high = at(axis, floor, place.bottom, place.y) - top if curve.ranged else 0.0
            yield f"{curve.key}.{k}", datum, Rect(across, top, 0.0, high)


def stream_points(mark: PlotMark, x: float, y: float, reach: float) -> Iterator[tuple[str, Datum, Rect]]:
    """(key, figure, place) of the point of each stream that is nearest to (x, y), if it is within `reach` px of x."""
    place, axis = inside(mark), mark.bottom
    if place.w <= 0.0 or not place.x - reach <= x <= place.right + reach:
        return
    value, span = axis.low + (x - place.x) / place.w * (axis.high - axis.low), reach / place.w * (axis.high - axis.low)
    for curve in mark.series:
        if curve.datum is None or not is_stream(curve):
            continue
        near = range(bisect_left(curve.xs, value - span), bisect_left(curve.xs, value + span))
        found = [(k, _place(mark, curve, k)) for k in near if not math.isnan(curve.ys[k])]
        if found:
            k, here = min(found, key=lambda one: math.dist((x, y), (one[1].x, one[1].y)))
            yield f"{curve.key}{SINCE}{curve.xs[k]!r}", _stream_datum(mark, curve, k), here


def stream_point(marks: Iterable[AnyMark], key: str) -> tuple[str, Datum, Rect] | None:
    """The point of a stream that has the key, None where it has left the plot, or where the key is none of a stream."""
    name, since, moment = key.rpartition(SINCE)
    if not since:
        return None
    for mark in (mark for mark in marks if isinstance(mark, PlotMark) and mark.opacity > 0.0):
        for curve in mark.series:
            if curve.key == name and curve.datum is not None and is_stream(curve):
                k = bisect_left(curve.xs, float(moment))
                if k < len(curve.xs) and curve.xs[k] == float(moment) and not math.isnan(curve.ys[k]):
                    return key, _stream_datum(mark, curve, k), _place(mark, curve, k)
    return None


def _place(mark: PlotMark, curve: Series, k: int) -> Rect:
    place = inside(mark)
    x, y = at(mark.bottom, curve.xs[k], place.x, place.right), at(mark.left, curve.ys[k], place.bottom, place.y)
    return Rect(x, max(place.y, min(y, place.bottom)), 0.0, 0.0)


def _stream_datum(mark: PlotMark, curve: Series, k: int) -> Datum:
    assert curve.datum is not None
    places = max(0, -int((curve.datum.value or Decimal(0)).as_tuple().exponent))
    value = Decimal(f"{curve.ys[k]:.{places}f}")
    words = _ago(mark.bottom, curve.xs[k])
    return structs.replace(curve.datum, value=value, label=JOINT.join(filter(None, (curve.datum.label, words))))


def _ago(axis: PlotAxis, x: float) -> str:
    """How long before the newest moment it is, in the words of the axis."""
    ago, span = (axis.high - x) / axis.each, (axis.high - axis.low) / axis.each
    count = f"{ago:.{0 if span >= FEW else 1}f}"
    if not float(count):
        return axis.ticks[-1][1] if axis.ticks else ""
    return axis.ago.replace("{count}", MINUS + count)


def decimal(value: float) -> Decimal:
    """The number as it was typed: without the dust of a sum of floats, without decimals where it has none."""
    return Decimal(f"{value:.12g}") if abs(value) < 1e12 else Decimal(repr(value))
