"""Paints plots. The only module that knows pyqtgraph, which draws the curves; ticks and their words are ours.

pyqtgraph takes a third of a second to import, so it is imported by the first plot, or before that by `preload`.
"""

import importlib
import threading
from collections import OrderedDict
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from jn_presenter.draw.scale import Linear
from jn_presenter.draw.typography import ASCENT
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import Line, Path, PlotMark, Run, Series, ShapeMark
from jn_presenter.qt.scene.colours import colour
from jn_presenter.qt.scene.device import Device
from jn_presenter.qt.scene.shapes import paint_shape
from jn_presenter.qt.scene.text import QtMeasure, draw_line

LABEL_GAP = 16.0
"""Between the plot and the words at its ticks, in logical px."""
TICK = 8.0
"""The length of a tick below the plot, in logical px."""
GRID_WIDTH = 1.0
AXIS_WIDTH = 2.0
FIGURE_MIDDLE = 0.37
"""From the baseline up to the middle of a figure, in units of the font's size."""
BLEED = 16.0
"""px around the plot in which strokes and round ends may stand."""
KEPT = 6

_measure = QtMeasure()


def preload() -> threading.Thread:
    """Import pyqtgraph in a thread, once the first slide is on the screen."""
    thread = threading.Thread(target=importlib.import_module, args=("pyqtgraph",), name="pyqtgraph", daemon=True)
    thread.start()
    return thread


def area(mark: PlotMark) -> Rect:
    """The rectangle between the axes, where the data is."""
    return Rect(mark.x + mark.left.extent, mark.y, mark.w - mark.left.extent, mark.h - mark.bottom.extent)


def paint_plot(painter: QPainter, mark: PlotMark, device: Device) -> None:
    """Paint the grid, the axes and the curves; needs a QApplication."""
    inside = area(mark)
    if inside.w <= 0 or inside.h <= 0:
        return
    _paint_grid(painter, mark, inside, device)
    _charts.get(mark).paint(painter, mark, inside, device)
    _paint_labels(painter, mark, inside, device)


def _paint_grid(painter: QPainter, mark: PlotMark, inside: Rect, device: Device) -> None:
    up = Linear(mark.left.low, mark.left.high, inside.bottom, inside.y)
    for value, _ in mark.left.ticks:
        y = up.at(value)
        _rule(painter, mark.grid, GRID_WIDTH, (inside.x, y), (inside.right, y), device)
    _rule(painter, mark.ink, AXIS_WIDTH, (inside.x, inside.bottom), (inside.right, inside.bottom), device)
    along = Linear(mark.bottom.low, mark.bottom.high, inside.x, inside.right)
    for value, _ in mark.bottom.ticks:
        x = along.at(value)
        _rule(painter, mark.ink, AXIS_WIDTH, (x, inside.bottom), (x, inside.bottom + TICK), device)


def _rule(
    painter: QPainter, ink: str, width: float, start: tuple[float, float], end: tuple[float, float], device: Device
) -> None:
    line = Path((("M", start), ("L", end)))
    paint_shape(painter, ShapeMark(key="", shape=line, stroke=ink, width=width, crisp=True), device)


def _paint_labels(painter: QPainter, mark: PlotMark, inside: Rect, device: Device) -> None:
    up = Linear(mark.left.low, mark.left.high, inside.bottom, inside.y)
    for value, words in mark.left.ticks:
        wide = _measure.advance(words, mark.font)
        _words(painter, mark, words, inside.x - LABEL_GAP - wide, up.at(value) + FIGURE_MIDDLE * mark.font.size, device)
    along = Linear(mark.bottom.low, mark.bottom.high, inside.x, inside.right)
    baseline = inside.bottom + LABEL_GAP + ASCENT * mark.font.size
    for value, words in mark.bottom.ticks:
        wide = _measure.advance(words, mark.font)
        _words(painter, mark, words, along.at(value) - wide / 2, baseline, device)


def _words(painter: QPainter, mark: PlotMark, words: str, x: float, baseline: float, device: Device) -> None:
    line = Line(x, baseline, 0.0, (Run(words, mark.font, mark.ink),))
    draw_line(painter, line, scale=0.0 if device.vector else device.scale)


class _Chart:
    """A PlotItem in a hidden scene of its own, brought to what a mark says by changing only what differs."""

    def __init__(self) -> None:
        import pyqtgraph  # a third of a second: see the module's docstring

        # pyqtgraph asks the first view of a scene for everything, and it has to be one of its own.
        self._view = pyqtgraph.GraphicsView()
        self._scene = self._view.scene()
        self._plot = pyqtgraph.PlotItem(enableMenu=False)
        self._plot.hideButtons()
        self._plot.setMouseEnabled(x=False, y=False)
        self._plot.layout.setContentsMargins(0, 0, 0, 0)
        self._plot.layout.setSpacing(0)
        for side in ("left", "bottom"):
            self._plot.getAxis(side).enableAutoSIPrefix(False)
            self._plot.hideAxis(side)
        self._box = self._plot.getViewBox()
        self._box.disableAutoRange()
        # Half of a stroke on the edge of the plot stands outside it.
        self._box.setFlag(self._box.GraphicsItemFlag.ItemClipsChildrenToShape, False)
        self._scene.addItem(self._plot)
        self._range: tuple[float, ...] = ()
        self._size = (0.0, 0.0)
        self._curves: dict[str, Any] = {}
        self._shown: dict[str, Series] = {}
        self._pens: dict[str, QPen] = {}

    def paint(self, painter: QPainter, mark: PlotMark, inside: Rect, device: Device) -> None:
        """Draw the curves of the mark into `inside`."""
        self._place(mark, inside)
        self._draw(mark.series, device.scale)
        # The scene sets the painter's opacity anew for each of its items.
        self._plot.setOpacity(painter.opacity())
        source = QRectF(0.0, 0.0, inside.w, inside.h).adjusted(-BLEED, -BLEED, BLEED, BLEED)
        self._scene.prepareForPaint()
        self._scene.render(painter, source.translated(inside.x, inside.y), source, Qt.AspectRatioMode.IgnoreAspectRatio)

    def _place(self, mark: PlotMark, inside: Rect) -> None:
        if self._size != (inside.w, inside.h):
            self._size = (inside.w, inside.h)
            self._plot.setGeometry(QRectF(0.0, 0.0, *self._size))
            self._plot.layout.activate()
        limits = (mark.bottom.low, mark.bottom.high, mark.left.low, mark.left.high)
        if self._range != limits:
            self._range = limits
            self._box.setRange(xRange=limits[:2], yRange=limits[2:], padding=0, disableAutoRange=True)

    def _draw(self, series: tuple[Series, ...], scale: float) -> None:
        for key in self._curves.keys() - {curve.key for curve in series}:
            self._plot.removeItem(self._curves.pop(key))
            del self._shown[key], self._pens[key]
        for z, curve in enumerate(series):
            item = self._curves.get(curve.key)
            if item is None:
                item = self._curves[curve.key] = self._plot.plot(antialias=True)
            was = self._shown.get(curve.key)
            if was is None or was.xs != curve.xs or was.ys != curve.ys:
                item.setData(curve.xs, curve.ys, connect="finite")
                item.setZValue(z)
            line = curve_pen(curve.colour, curve.width * scale, tuple(dash * scale for dash in curve.dash))
            if self._pens.get(curve.key) is not line:
                item.setPen(line)
                self._pens[curve.key] = line
            self._shown[curve.key] = curve


@lru_cache(maxsize=128)
def curve_pen(ink: str, width: float, dash: tuple[float, ...]) -> QPen:
    """The pen of a curve; all in device px, as pyqtgraph draws in data units, where only a cosmetic pen is round."""
    made = QPen(colour(ink), width)
    made.setCosmetic(True)
    made.setCapStyle(Qt.PenCapStyle.FlatCap if dash else Qt.PenCapStyle.RoundCap)
    made.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if dash:
        made.setDashPattern([length / width for length in dash])
    return made


class _Charts:
    """The charts that were painted last. One chart serves a mark's key and size, so that a frame changes data alone."""

    def __init__(self) -> None:
        self._charts: OrderedDict[tuple[object, ...], _Chart] = OrderedDict()

    def get(self, mark: PlotMark) -> _Chart:
        key = (mark.key, mark.x, mark.y, mark.w, mark.h)
        if key not in self._charts:
            full = len(self._charts) >= KEPT
            self._charts[key] = self._charts.popitem(last=False)[1] if full else _Chart()
        self._charts.move_to_end(key)
        return self._charts[key]


_charts = _Charts()
