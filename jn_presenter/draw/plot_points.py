"""The points of a plot as figures that can be asked: where each one is, and what it stands for."""

import math
from collections.abc import Iterator
from decimal import Decimal

from msgspec import structs

from jn_presenter.draw.axes import at, inside
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import Datum, PlotMark

JOINT = " · "
MOST = 1000
"""Points of a curve that are looked at; more of them nobody can point at one by one."""


def plot_points(mark: PlotMark) -> Iterator[tuple[str, Datum, Rect]]:
    """(key, figure, place) of each point that has words, its place being an empty rectangle at the point."""
    place = inside(mark)
    for curve in mark.series:
        if curve.datum is None or len(curve.words) > MOST:
            continue
        axis = mark.right if curve.right and mark.right else mark.left
        floors = curve.floors or (0.0,) * len(curve.words)
        for k, (words, x, y, floor) in enumerate(zip(curve.words, curve.xs, curve.ys, floors, strict=False)):
            if math.isnan(y):
                continue
            label = JOINT.join(part for part in (curve.datum.label, words) if part)
            datum = structs.replace(curve.datum, value=_decimal(y - floor), label=label)
            here = at(mark.bottom, x, place.x, place.right), at(axis, y, place.bottom, place.y)
            yield f"{curve.key}.{k}", datum, Rect(*here, 0.0, 0.0)


def _decimal(value: float) -> Decimal:
    """The number as it was typed: without the dust of a sum of floats, without decimals where it has none."""
    return Decimal(f"{value:.12g}") if abs(value) < 1e12 else Decimal(repr(value))
