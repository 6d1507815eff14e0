"""A clear layer that paints a kiosk's marks over the stage, and of them only what changed."""

from collections.abc import Iterator

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QWidget

from jn_presenter.draw.damage import extent, partners
from jn_presenter.kiosk.page import EMPTY, Page
from jn_presenter.model.geometry import Canvas, Rect
from jn_presenter.model.marks import AnyMark
from jn_presenter.qt.scene.paint import paint


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

    def show_page(self, page: Page, canvas: Canvas) -> None:
        """The page on this canvas, which is stretched over the widget."""
        old, old_boxes = self.page, self._boxes
        same = canvas == self._canvas
        self.page, self._canvas = page, canvas
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

    def _seen(self, box: Rect) -> QRect:
        """The pixels that the box touches."""
        scale = self._scale()
        return QRectF(box.x * scale, box.y * scale, box.w * scale, box.h * scale).toAlignedRect()

    def _scale(self) -> float:
        return self.width() / self._canvas.width if self._canvas else 1.0

    def paintEvent(self, event: QPaintEvent) -> None:  # Qt's name
        if self._canvas is None:
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
