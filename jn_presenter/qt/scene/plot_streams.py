"""Curves of thousands of points, drawn as a bar for each column of device pixels.

Qt needs half a second to stroke three noisy curves of 10,000 points two pixels wide; their bars take two milliseconds.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QPainter

from jn_presenter.draw.axes import limits
from jn_presenter.draw.curves import differ
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import PlotMark, Series
from jn_presenter.qt.scene.colours import colour
from jn_presenter.qt.scene.plot_data import Doubles, columns, doubles, thickened


class Streams:
    """The bars of each curve by its key, as items of a view box."""

    def __init__(self, box: Any) -> None:
        self._box = box
        self._items: dict[str, Any] = {}
        self._shown: dict[str, tuple[Series, tuple[float, ...]]] = {}

    def draw(self, series: Sequence[Series], mark: PlotMark, place: Rect, painter: QPainter, above: int) -> None:
        """Bring the items to the series; those of a painter's pixels, since bars meet without a seam only there."""
        for key in self._items.keys() - {curve.key for curve in series}:
            self._box.removeItem(self._items.pop(key))
            del self._shown[key]
        if not series:
            return
        to_device = painter.deviceTransform()
        left, right = to_device.map(QPointF(place.x, 0.0)).x(), to_device.map(QPointF(place.right, 0.0)).x()
        seen = (left, right, place.h * to_device.m22(), *limits(mark.bottom), *limits(mark.left))
        edges = _edges(left, right, *limits(mark.bottom))
        for z, curve in enumerate(series):
            was = self._shown.get(curve.key)
            if was is None or was[1] != seen or _changed(was[0], curve):
                self._bar(curve, edges, mark, place.h, to_device.m22())
                self._shown[curve.key] = (curve, seen)
            self._items[curve.key].setZValue(above + z)

    def _bar(self, curve: Series, edges: Doubles, mark: PlotMark, height: float, scale: float) -> None:
        import pyqtgraph  # imported by the chart that this belongs to

        low, high = limits(mark.left)
        up = (high - low) / (height * scale)
        bottoms, tops = columns(doubles(curve.xs), doubles(curve.ys), edges)
        bottoms, tops = thickened(bottoms / up, tops / up, max(1.0, curve.width * scale) / 2)
        there = ~np.isnan(bottoms)
        shape = {
            "x0": edges[:-1][there],
            "width": np.diff(edges)[there],
            "y0": bottoms[there] * up,
            "y1": tops[there] * up,
        }
        item = self._items.get(curve.key)
        if item is None:
            item = self._items[curve.key] = pyqtgraph.BarGraphItem(
                **shape, pen=None, brush=QBrush(colour(curve.colour))
            )
            self._box.addItem(item, ignoreBounds=True)
        else:
            item.setOpts(**shape, brush=QBrush(colour(curve.colour)))


def _edges(left: float, right: float, low: float, high: float) -> Doubles:
    """The borders of the device's pixels from `left` to `right` px, in units of an axis from low to high."""
    pixels = np.arange(np.floor(left), np.ceil(right) + 1.0)
    pixels[0], pixels[-1] = left, right
    return low + (pixels - left) * ((high - low) / (right - left))


def _changed(before: Series, after: Series) -> bool:
    shape = (before.colour, before.width) != (after.colour, after.width)
    return shape or differ(before.xs, after.xs) or differ(before.ys, after.ys)
