"""The transparent sheet over a slide: finished strokes as one pixmap, the one being drawn piece by piece above it.

Both are painted by the painters of marks. A further point paints the piece that it brings and nothing of the line
before, so a long stroke costs as little as a short one.
"""

from collections.abc import Iterable, Sequence

from msgspec import structs
from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap, QRegion

from jn_presenter.draw.ink import OPACITY, extent, ink_marks, line_marks, piece, tail
from jn_presenter.model.geometry import canvas_for
from jn_presenter.model.ink import Point, Stroke, Strokes
from jn_presenter.model.marks import ShapeMark
from jn_presenter.model.style import Style
from jn_presenter.qt.scene.paint import paint


class Sheet:
    """Ink on `size` device px. What is to be painted anew is told by each change, in device px."""

    def __init__(self, size: QSize, style: Style) -> None:
        self.size, self.style = size, style
        self.canvas = canvas_for(size.width(), size.height())
        self._scale = size.width() / self.canvas.width
        self._strokes: Strokes = ()
        self._still: QPixmap | None = None
        self._covered = QRegion()
        """All that the finished strokes touch: the rest of a large screen need not be blended at each repaint."""
        self._live: Stroke | None = None
        self._growing: QPixmap | None = None
        self._grown = QRegion()
        self._pieces = 0

    @property
    def empty(self) -> bool:
        return not self._strokes and self._live is None

    def show_strokes(self, strokes: Strokes) -> QRegion:
        """The finished strokes are these. Where some are gone, only what they covered is painted again."""
        before = self._strokes
        if strokes == before:
            return QRegion()
        self._strokes = strokes
        if not strokes:
            covered, self._still, self._covered = self._covered, None, QRegion()
            return covered
        further = strokes[: len(before)] == before
        new = strokes[len(before) :] if further else tuple(one for one in strokes if one not in before)
        gone = () if further else tuple(one for one in before if one not in strokes)
        dirty = self._around((*new, *gone))
        self._still = self._still or self._blank()
        self._covered = self._covered + dirty if further else self._around(strokes)
        if further:
            self._paint_on(self._still, ink_marks(new, self.canvas, self.style))
            return dirty
        touched = (one for one in strokes if dirty.intersects(self._box(one, one.points)))
        self._clear(self._still, dirty)
        self._paint_on(self._still, ink_marks(touched, self.canvas, self.style), dirty)
        return dirty

    def show_live(self, stroke: Stroke | None) -> QRegion:
        """The stroke being drawn, by the hand's points; None where the hand is lifted."""
        before, self._live = self._live, stroke
        dirty = QRegion()
        if before is not None and (stroke is None or stroke.points[0] is not before.points[0]):
            dirty = self._grown
            if self._growing is not None:
                self._clear(self._growing, dirty)
            self._grown, self._pieces = QRegion(), 0
        if stroke is None or stroke is before:
            return dirty
        return dirty + self._grow(stroke, before)

    def ready(self) -> None:
        """Take the memory that the first stroke needs, so that no hand waits for it."""
        self._growing = self._growing or self._blank()

    def rest(self) -> None:
        """Let that memory go: nobody is going to draw."""
        self._growing = None

    def paint(self, painter: QPainter, region: QRegion) -> None:
        """Paint what is in the region, in device px from the painter's origin."""
        if self._still is not None:
            _blit(painter, self._still, region & self._covered)
        if self._live is None or self._growing is None:
            return
        painter.save()
        painter.setOpacity(OPACITY[self._live.tool])
        _blit(painter, self._growing, region & self._grown)
        painter.restore()
        if self._live.tool == "pen":
            painter.save()
            painter.scale(self._scale, self._scale)
            paint(painter, self._marks(self._live, tail(self._live.points)))
            painter.restore()

    def _grow(self, stroke: Stroke, before: Stroke | None) -> QRegion:
        """Paint the pieces that have come; the tail of a highlighter is left out, since it would show through them."""
        self.ready()
        assert self._growing is not None
        points = stroke.points
        dirty = QRegion()
        for k in range(self._pieces, len(points) - 1):
            line = piece(points, k, self.canvas)
            self._paint_on(self._growing, self._marks(stroke, line))
            dirty += self._box(stroke, line)
        self._pieces = len(points) - 1
        if len(points) == 1 and stroke.tool == "highlighter":
            self._paint_on(self._growing, self._marks(stroke, points))
        dirty += self._box(stroke, tail(points))
        self._grown += dirty
        if before is not None and before.points[0] is points[0]:
            dirty += self._box(before, tail(before.points))
        return dirty

    def _marks(self, stroke: Stroke, line: Sequence[Point]) -> list[ShapeMark]:
        """Opaque: what shows through is the whole of a line, not each of its pieces."""
        marks = line_marks(stroke, line, self.canvas, self.style, "ink")
        return [structs.replace(mark, opacity=1.0) for mark in marks]

    def _box(self, stroke: Stroke, points: Sequence[Point]) -> QRect:
        box, scale = extent(stroke, points, self.canvas), self._scale
        area = QRectF(box.x * scale, box.y * scale, box.w * scale, box.h * scale).toAlignedRect()
        return area.adjusted(-1, -1, 1, 1)

    def _around(self, strokes: Iterable[Stroke]) -> QRegion:
        region = QRegion()
        for stroke in strokes:
            region += self._box(stroke, stroke.points)
        return region

    def _blank(self) -> QPixmap:
        made = QPixmap(self.size)
        made.fill(Qt.GlobalColor.transparent)
        return made

    def _clear(self, pixmap: QPixmap, region: QRegion) -> None:
        painter = QPainter(pixmap)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
        for area in areas(region):
            painter.fillRect(area, Qt.GlobalColor.transparent)
        painter.end()

    def _paint_on(self, pixmap: QPixmap, marks: Iterable[ShapeMark], clip: QRegion | None = None) -> None:
        painter = QPainter(pixmap)
        if clip is not None:
            painter.setClipRegion(clip)
        painter.scale(self._scale, self._scale)
        paint(painter, marks)
        painter.end()


def inked(picture: QPixmap, strokes: Strokes, style: Style) -> QPixmap:
    """A picture of a slide in any size with the ink on it; the very same one where there is none."""
    if not strokes:
        return picture
    sheet = Sheet(picture.size(), style)
    sheet.show_strokes(strokes)
    found = QPixmap(picture)
    painter = QPainter(found)
    sheet.paint(painter, QRegion(found.rect()))
    painter.end()
    return found


def _blit(painter: QPainter, pixmap: QPixmap, region: QRegion) -> None:
    for area in areas(region & QRegion(pixmap.rect())):
        painter.drawPixmap(area.topLeft(), pixmap, area)


def areas(region: QRegion) -> list[QRect]:
    """The rectangles of a region."""
    found: Iterable[QRect] = region  # type: ignore[assignment]  # its stub does not tell that it can be iterated over
    return list(found)
