"""Paints plots. The only module that knows pyqtgraph, which draws the curves; ticks and their words are ours.

pyqtgraph takes a third of a second to import, so it is imported by the first plot, or before that by `preload`.
"""

import atexit
import gc
import importlib
import threading
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from msgspec import structs
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from jn_presenter.draw.axes import as_drawn, at, inside, limits
from jn_presenter.draw.curves import differ, is_dense
from jn_presenter.draw.typography import ASCENT
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import Line, Path, PlotAxis, PlotMark, Run, Series, ShapeMark, Values
from jn_presenter.model.style import Font
from jn_presenter.qt.scene.colours import colour
from jn_presenter.qt.scene.device import Device
from jn_presenter.qt.scene.shapes import paint_shape
from jn_presenter.qt.scene.text import QtMeasure, draw_line

LABEL_GAP = 16.0
"""Between the plot and the words at its ticks, in logical px."""
ROUNDING = 1e-9
"""Of an axis' length, by which a tick at its end may be beyond it."""
TICK = 8.0
"""The length of a tick below the plot, in logical px."""
GRID_WIDTH = 1.0
AXIS_WIDTH = 2.0
BREAK = ((0.0, 6.0), (-7.0, 10.0), (7.0, 16.0), (0.0, 20.0), (0.0, 26.0))
"""The corners of an axis' break from its foot up, in logical px."""
STROKES = (14.0, 22.0)
"""Where two strokes through a cut axis along x stand, in logical px from its foot."""
FIGURE_MIDDLE = 0.37
"""From the baseline up to the middle of a figure, in units of the font's size."""
BLEED = 16.0
"""px around the plot in which strokes and round ends may stand."""
KEPT = 6
LINES_ABOVE = 100
"""All lines stand above all areas, and below all dots."""

_measure = QtMeasure()


def preload() -> threading.Thread:
    """Import pyqtgraph in a thread, once the first slide is on the screen."""
    thread = threading.Thread(target=importlib.import_module, args=("pyqtgraph",), name="pyqtgraph", daemon=True)
    thread.start()
    return thread


def paint_plot(painter: QPainter, mark: PlotMark, device: Device) -> None:
    """Paint the grid, the axes and the curves; needs a QApplication."""
    place = inside(mark)
    if place.w <= 0 or place.h <= 0:
        return
    _paint_grid(painter, mark, place, device)
    _charts.get(mark).paint(painter, mark, place, device)
    _paint_labels(painter, mark, place, device)


def _paint_grid(painter: QPainter, mark: PlotMark, place: Rect, device: Device) -> None:
    for value, _ in _ticks(mark.left):
        y = at(mark.left, value, place.bottom, place.y)
        _rule(painter, mark.grid, GRID_WIDTH, (place.x, y), (place.right, y), device)
    _rule(painter, mark.ink, AXIS_WIDTH, (place.x, place.bottom), (place.right, place.bottom), device)
    for value, _ in _ticks(mark.bottom):
        x = at(mark.bottom, value, place.x, place.right)
        _rule(painter, mark.ink, AXIS_WIDTH, (x, place.bottom), (x, place.bottom + TICK), device)
    if mark.bottom.cut:
        for dx in STROKES:
            foot, head = (place.x + dx - 4.0, place.bottom + 7.0), (place.x + dx + 4.0, place.bottom - 7.0)
            stroke = ShapeMark(key="", shape=Path((("M", foot), ("L", head))), stroke=mark.ink, width=AXIS_WIDTH)
            paint_shape(painter, stroke, device)
    for axis, x in ((mark.left, place.x), (mark.right, place.right)):
        if axis is not None and axis.cut:
            _paint_break(painter, axis.colour or mark.ink, x, place.bottom, device)


def _paint_break(painter: QPainter, ink: str, x: float, floor: float, device: Device) -> None:
    """The zigzag at the foot of an axis that leaves zero out."""
    bends = tuple(("L", (x + dx, floor - dy)) for dx, dy in BREAK)
    zigzag = Path((("M", (x, floor)), *bends))
    paint_shape(painter, ShapeMark(key="", shape=zigzag, stroke=ink, width=AXIS_WIDTH, round=True), device)


def _rule(
    painter: QPainter, ink: str, width: float, start: tuple[float, float], end: tuple[float, float], device: Device
) -> None:
    line = Path((("M", start), ("L", end)))
    paint_shape(painter, ShapeMark(key="", shape=line, stroke=ink, width=width, crisp=True), device)


def _paint_labels(painter: QPainter, mark: PlotMark, place: Rect, device: Device) -> None:
    ink = mark.left.colour or mark.ink
    for value, words in _ticks(mark.left):
        wide = _measure.advance(words, mark.font)
        y = at(mark.left, value, place.bottom, place.y) + FIGURE_MIDDLE * mark.font.size
        _words(painter, mark.font, ink, words, place.x - LABEL_GAP - wide, y, device)
    if mark.right is not None:
        ink = mark.right.colour or mark.ink
        for value, words in _ticks(mark.right):
            y = at(mark.right, value, place.bottom, place.y) + FIGURE_MIDDLE * mark.font.size
            _words(painter, mark.font, ink, words, place.right + LABEL_GAP, y, device)
    baseline = place.bottom + LABEL_GAP + ASCENT * mark.font.size
    for value, words in _ticks(mark.bottom):
        wide = _measure.advance(words, mark.font)
        x = at(mark.bottom, value, place.x, place.right) - wide / 2
        _words(painter, mark.font, mark.ink, words, x, baseline, device)


def _ticks(axis: PlotAxis) -> Iterator[tuple[float, str]]:
    """Those on the axis: while its range is on the way to another one, ticks of that may not have come in yet."""
    slack = (axis.high - axis.low) * ROUNDING
    return ((value, words) for value, words in axis.ticks if axis.low - slack <= value <= axis.high + slack)


def _words(painter: QPainter, font: Font, ink: str, words: str, x: float, baseline: float, device: Device) -> None:
    line = Line(x, baseline, 0.0, (Run(words, font, ink),))
    draw_line(painter, line, scale=0.0 if device.vector else device.scale)


class _Chart:
    """A PlotItem in a hidden scene of its own, brought to what a mark says by changing only what differs."""

    def __init__(self) -> None:
        import pyqtgraph  # a third of a second: see the module's docstring

        from jn_presenter.qt.scene.plot_streams import Streams  # brings numpy, as pyqtgraph does

        # pyqtgraph asks the first view of a scene for everything, and it has to be one of its own.
        self._view = pyqtgraph.GraphicsView()
        self._scene = self._view.scene()
        # An index of places pays for scenes of thousands of items, and outlives items that are taken out.
        self._scene.setItemIndexMethod(self._scene.ItemIndexMethod.NoIndex)
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
        self._streams = Streams(self._box)
        from jn_presenter.qt.scene.plot_fills import Fills

        self._fills = Fills(self._box)

    def paint(self, painter: QPainter, mark: PlotMark, place: Rect, device: Device) -> None:
        """Draw the curves of the mark into `place`."""
        self._place(mark, place)
        series = as_drawn(mark)
        if device.vector:  # there a dense curve stays a line, as fine as the page can show it
            series = tuple(_outlined(curve, mark, round(place.w * device.scale)) for curve in series)
        dense = () if device.vector else tuple(curve for curve in series if is_dense(curve))
        self._streams.draw(dense, mark, place, painter, LINES_ABOVE)
        self._draw(tuple(curve for curve in series if not is_dense(curve)) if dense else series, device.scale)
        self._fills.draw(series, device)
        # The scene sets the painter's opacity anew for each of its items.
        self._plot.setOpacity(painter.opacity())
        # Qt leaves a brush behind where it draws large letters as shapes, and curves would be filled with it.
        painter.setBrush(Qt.BrushStyle.NoBrush)
        source = QRectF(0.0, 0.0, place.w, place.h).adjusted(-BLEED, -BLEED, BLEED, BLEED)
        self._scene.prepareForPaint()
        self._scene.render(painter, source.translated(place.x, place.y), source, Qt.AspectRatioMode.IgnoreAspectRatio)

    def _place(self, mark: PlotMark, place: Rect) -> None:
        if self._size != (place.w, place.h):
            self._size = (place.w, place.h)
            self._plot.setGeometry(QRectF(0.0, 0.0, *self._size))
            self._plot.layout.activate()
        shown = (*limits(mark.bottom), *limits(mark.left))
        if self._range != shown:
            self._range = shown
            self._box.setRange(xRange=shown[:2], yRange=shown[2:], padding=0, disableAutoRange=True)

    def _draw(self, series: tuple[Series, ...], scale: float) -> None:
        for key in self._curves.keys() - {curve.key for curve in series}:
            self._plot.removeItem(self._curves.pop(key))
            del self._shown[key], self._pens[key]
        for z, curve in enumerate(series):
            item = self._curves.get(curve.key)
            if item is None:
                item = self._curves[curve.key] = self._plot.plot(antialias=True)
            was = self._shown.get(curve.key)
            if was is None or differ(was.xs, curve.xs) or differ(was.ys, curve.ys):
                item.setData(_numbers(curve.xs), _numbers(curve.ys), connect="finite")
                item.setZValue(LINES_ABOVE + z)
            line = curve_pen(curve.colour, curve.width * scale, tuple(dash * scale for dash in curve.dash))
            if self._pens.get(curve.key) is not line:
                item.setPen(line)
                self._pens[curve.key] = line
            self._shown[curve.key] = curve


def _outlined(curve: Series, mark: PlotMark, count: int) -> Series:
    """The curve with no more points than are seen in so many columns."""
    if curve.floors or curve.dots or not is_dense(curve) or len(curve.xs) <= 2 * count:
        return curve
    import numpy  # it comes with the chart

    from jn_presenter.qt.scene.plot_data import doubles, outline

    edges = numpy.linspace(*limits(mark.bottom), count + 1)
    xs, ys = outline(doubles(curve.xs), doubles(curve.ys), edges)
    return structs.replace(curve, xs=tuple(xs.tolist()), ys=tuple(ys.tolist()))


def _numbers(values: Values) -> Sequence[float]:
    return list(values) if isinstance(values, memoryview) else values


@lru_cache(maxsize=128)
def curve_pen(ink: str, width: float, dash: tuple[float, ...]) -> QPen:
    """The pen of a curve; all in device px, as pyqtgraph draws in data units, where only a cosmetic pen is round."""
    if width <= 0.0:
        return QPen(Qt.PenStyle.NoPen)
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
            if not self._charts:
                atexit.register(self._clear)
            full = len(self._charts) >= KEPT
            self._charts[key] = self._charts.popitem(last=False)[1] if full else _Chart()
        self._charts.move_to_end(key)
        return self._charts[key]

    def _clear(self) -> None:
        """Let all of them go while there still is a QApplication: views that outlive it end in a crash."""
        self._charts.clear()
        gc.collect()

    def clear(self) -> None:
        """Let all of them go."""
        self._charts.clear()


_charts = _Charts()
