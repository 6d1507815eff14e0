"""The areas below curves and the dots on them, as items of a pyqtgraph view box, changed only where they differ."""

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsPathItem, QStyleOptionGraphicsItem, QWidget

from jn_presenter.draw.curves import extremes, stretches
from jn_presenter.model.marks import Series
from jn_presenter.qt.scene.colours import colour
from jn_presenter.qt.scene.device import Device

DOTS_ABOVE = 200
FEW = 100
PARTS = 300
"""Of an area's edge, in each of which it has two points at most."""
RIM = 2.0
"""The outline of dots that are not solid, in logical px."""


class Area(QGraphicsPathItem):
    """An area whose edge is smooth only where it is seen, which costs five times as much: solid ones have a line, or
    upright sides.
    """

    smooth = True

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, self.smooth)
        super().paint(painter, option, widget)


class Fills:
    """Areas and dots by the key of their series."""

    def __init__(self, box: Any) -> None:
        self._box = box
        self._areas: dict[str, Area] = {}
        self._dots: dict[str, Any] = {}
        self._shown: dict[str, tuple[Series, float, bool]] = {}

    def draw(self, series: tuple[Series, ...], device: Device) -> None:
        """Bring the items to the series, which are in the units of the box."""
        filled = {curve.key for curve in series if curve.floors}
        dotted = {curve.key for curve in series if curve.dots}
        self._drop(self._areas, filled)
        self._drop(self._dots, dotted)
        for key in self._shown.keys() - filled - dotted:
            del self._shown[key]
        for z, curve in enumerate(series):
            if not curve.floors and not curve.dots:
                continue
            wanted = (curve, device.scale, device.vector)
            if self._shown.get(curve.key) != wanted:
                if curve.floors:
                    self._fill(curve)
                if curve.dots:
                    self._dot(curve, device)
                self._shown[curve.key] = wanted
            for items, above in ((self._areas, 0), (self._dots, DOTS_ABOVE)):
                if curve.key in items:
                    items[curve.key].setZValue(above + z)

    def _drop(self, items: dict[str, Any], wanted: Iterable[str]) -> None:
        for key in items.keys() - set(wanted):
            self._box.removeItem(items.pop(key))

    def _fill(self, curve: Series) -> None:
        item = self._areas.get(curve.key)
        if item is None:
            item = self._areas[curve.key] = Area()
            item.setPen(QPen(Qt.PenStyle.NoPen))
            self._box.addItem(item, ignoreBounds=True)
        item.smooth = curve.width <= 0.0 and curve.fill < 1.0
        item.setPath(area(curve))
        item.setBrush(QBrush(_tinted(curve)))

    def _dot(self, curve: Series, device: Device) -> None:
        import pyqtgraph  # imported by the chart that this belongs to

        item = self._dots.get(curve.key)
        if item is None:
            item = self._dots[curve.key] = pyqtgraph.ScatterPlotItem(pxMode=True, antialias=True)
            self._box.addItem(item, ignoreBounds=True)
        # Dots from a cache of pictures would be pixels in a PDF, and of a few the pictures cost more than they save.
        item.opts["useCache"] = not device.vector and len(curve.xs) > FEW
        sizes = [size * device.scale for size in curve.dots]
        rim = QPen(colour(curve.colour), RIM * device.scale) if curve.fill < 1.0 else QPen(Qt.PenStyle.NoPen)
        # A dot is drawn one unit wide and then scaled, its rim with it unless that is cosmetic.
        rim.setCosmetic(True)
        item.setData(
            curve.xs,
            curve.ys,
            size=sizes if len(sizes) > 1 else sizes[0],
            symbol="o",
            pen=rim,
            brush=QBrush(_tinted(curve)),
        )


def area(curve: Series) -> QPainterPath:
    """The outline of what lies between a curve and its floors, one ring for each stretch without a gap.

    Of very many points those that reach furthest, since Qt's time to fill them grows with their square.
    """
    path = QPainterPath()
    for first, last in stretches(curve.ys, curve.floors):
        there, back = (
            [QPointF(curve.xs[first + k], edge[k]) for k in extremes(edge, PARTS)]
            for edge in (curve.ys[first:last], curve.floors[first:last])
        )
        path.addPolygon(QPolygonF(there + back[::-1]))
        path.closeSubpath()
    return path


def _tinted(curve: Series) -> QColor:
    made = QColor(colour(curve.colour))
    made.setAlphaF(curve.fill)
    return made
