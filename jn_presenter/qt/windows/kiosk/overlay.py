"""A clear layer that paints a kiosk's marks over the stage, and of them only what changed."""

from collections.abc import Iterator

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QRegion
from PySide6.QtWidgets import QWidget

from jn_presenter.draw.damage import extent, partners
from jn_presenter.kiosk.page import EMPTY, Page
from jn_presenter.model.geometry import Canvas, Rect
from jn_presenter.model.marks import AnyMark
from jn_presenter.qt.scene.paint import paint
from jn_presenter.qt.windows.kiosk.cover import Cover


class Overlay(QWidget):
    """Shows the page it was given last. It takes no input: its window does."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.page = EMPTY
        self._boxes: tuple[Rect, ...] = ()
        self._canvas: Canvas | None = None
        self._cover: Cover | None = None
        self._layer: tuple[tuple[AnyMark, ...], QPixmap] | None = None
        """What covers, painted once: at every moment it is laid over as a whole."""

    def show_page(self, page: Page, canvas: Canvas, cover: Cover | None = None) -> None:
        """The page on this canvas, which is stretched over the widget. As long as there is a cover, that is seen, and
        the page is what answers a touch.
        """
        old, old_boxes = self.page, self._boxes
        same = canvas == self._canvas and cover is None and self._cover is None
        self.page, self._canvas, self._cover = page, canvas, cover
        if cover is None:
            self._layer = None
        if same and page.marks == old.marks:
            return
        self._boxes = tuple(extent(mark) for mark in page.marks)
        known = partners(old.marks, page.marks) if same else None
        if known is None:
            self.update()
            return
        region = QRegion()
        for box in _changed(old.marks, old_boxes, page.marks, self._boxes, known):
            region += self._seen(box)
        if not region.isEmpty():
            self.update(region)

    def prepare(self) -> None:
        """Paint the page ahead as what may go as a whole."""
        if self._canvas is not None and self._cover is None:
            self._layer_of(self.page.marks)

    def _seen(self, box: Rect) -> QRect:
        """The pixels that the box touches."""
        scale = self._scale()
        return QRectF(box.x * scale, box.y * scale, box.w * scale, box.h * scale).toAlignedRect()

    def _scale(self) -> float:
        return self.width() / self._canvas.width if self._canvas else 1.0

    def paintEvent(self, event: QPaintEvent) -> None:  # Qt's name
        if self._canvas is None:
            return
        if self._cover is not None:
            self._paint_cover(self._cover)
            return
        region = event.region()
        seen = [
            mark for mark, box in zip(self.page.marks, self._boxes, strict=True) if region.intersects(self._seen(box))
        ]
        if not seen:
            return
        painter = QPainter(self)
        scale = self._scale()
        painter.scale(scale, scale)
        paint(painter, seen)
        painter.end()

    def _paint_cover(self, cover: Cover) -> None:
        painter = QPainter(self)
        painter.save()
        painter.scale(self._scale(), self._scale())
        paint(painter, cover.beneath)
        painter.restore()
        if cover.strength > 0.0:
            painter.setOpacity(cover.strength)
            painter.drawPixmap(0, 0, self._layer_of(cover.over))
        painter.end()

    def _layer_of(self, marks: tuple[AnyMark, ...]) -> QPixmap:
        if self._layer is None or self._layer[0] != marks:
            ratio = self.devicePixelRatioF()
            pixmap = QPixmap(self.size() * ratio)
            pixmap.setDevicePixelRatio(ratio)
            pixmap.fill(Qt.GlobalColor.black)  # opaque, which is laid over in half the time
            painter = QPainter(pixmap)
            painter.scale(self._scale(), self._scale())
            paint(painter, marks)
            painter.end()
            self._layer = (marks, pixmap)
        return self._layer[1]


def _changed(
    old: tuple[AnyMark, ...],
    old_boxes: tuple[Rect, ...],
    new: tuple[AnyMark, ...],
    boxes: tuple[Rect, ...],
    known: list[int],
) -> Iterator[Rect]:
    """Where marks look otherwise, came or went. known: for each new mark the index of the old one, -1 for none."""
    for k, (mark, box) in enumerate(zip(new, boxes, strict=True)):
        before = known[k]
        if before < 0:
            yield box
        elif old[before] != mark:
            yield box
            yield old_boxes[before]
    gone = set(range(len(old))) - set(known)
    yield from (old_boxes[k] for k in sorted(gone))
