"""Pictures of slides at a step, ready to be put on the screen: what stands still as one pixmap, what moves as marks.

A picture is prepared in idle time for the neighbours under `next` and `previous`. A key then costs a blit; the frames
of a motion cost a blit of what changed and the painting of the elements that move. What stands and what moves are
painted by the same painters in the same order, so the end of a motion is the picture without motion to the last bit.
"""

from collections import OrderedDict

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPixmap, QRegion

from jn_presenter.compose import FittedSlide, Placed, element_frame, moves
from jn_presenter.model.geometry import Canvas, Rect
from jn_presenter.model.marks import AnyMark
from jn_presenter.qt.scene.paint import paint

BLEED = 16.0
"""px by which letters and strokes may stand out of an element's rectangle."""
GROUNDS = 2


class Picture:
    """A slide at one step. `base` shows everything but `moving`; without motion nothing moves."""

    def __init__(
        self,
        fitted: FittedSlide,
        step: int,
        base: QPixmap,
        moving: tuple[Placed, ...],
        scale: float,
        *,
        animated: bool,
    ) -> None:
        self.fitted = fitted
        self.step = step
        self.base = base
        self.moving = moving
        self.scale = scale
        self.animated = animated

    def shows(self, fitted: FittedSlide, size: QSize, *, animated: bool) -> bool:
        """Whether it is a picture of this very fit in this size, and can play its motion if that is wanted."""
        return self.fitted is fitted and self.base.size() == size and self.animated == animated

    def paint(self, painter: QPainter, t: float, region: QRegion | None = None) -> None:
        """Paint the moment t in 0..1 of the step, in device px from the painter's origin.

        region: what is to be painted anew, all of it where None.
        """
        painter.drawPixmap(0, 0, self.base)
        if not self.moving:
            return
        painter.save()
        painter.scale(self.scale, self.scale)
        for item in self.moving:
            if region is None or region.intersects(device_rect(item.rect, self.scale)):
                paint(painter, element_frame(item, self.step, t).marks)
        painter.restore()

    def dirty(self) -> QRegion:
        """What a frame of the motion repaints, in device px."""
        region = QRegion()
        for item in self.moving:
            region += device_rect(item.rect, self.scale)
        return region

    def flat(self, t: float) -> QPixmap:
        """One pixmap of the moment; the base itself where nothing moves."""
        if not self.moving:
            return self.base
        whole = QPixmap(self.base)
        painter = QPainter(whole)
        self.paint(painter, t)
        painter.end()
        return whole


def device_rect(rect: Rect, scale: float) -> QRect:
    """The device pixels that an element in `rect` may touch."""
    box = QRectF(rect.x - BLEED, rect.y - BLEED, rect.w + 2 * BLEED, rect.h + 2 * BLEED)
    return QRectF(box.x() * scale, box.y() * scale, box.width() * scale, box.height() * scale).toAlignedRect()


def movers(fitted: FittedSlide, step: int) -> tuple[Placed, ...]:
    """The elements that move during a step, and those that stand above one of them, in their order."""
    moving: list[Placed] = []
    for item in fitted.placed:
        above = any(overlap(item.rect, below.rect) for below in moving)
        if above or moves(item, step):
            moving.append(item)
    return tuple(moving)


def overlap(a: Rect, b: Rect) -> bool:
    """Whether two elements may touch the same pixels."""
    return (
        a.x - BLEED < b.right + BLEED
        and b.x - BLEED < a.right + BLEED
        and a.y - BLEED < b.bottom + BLEED
        and b.y - BLEED < a.bottom + BLEED
    )


class Grounds:
    """Grounds as pixmaps: gradient and motif cost more to paint than all of a slide's text."""

    def __init__(self) -> None:
        self._pixmaps: OrderedDict[tuple[tuple[AnyMark, ...], int, int], QPixmap] = OrderedDict()

    def get(self, ground: tuple[AnyMark, ...], canvas: Canvas, size: QSize) -> QPixmap:
        """The ground of a canvas on `size` device px, to the last pixel where the size is a whole number of px off."""
        key = (ground, size.width(), size.height())
        found = self._pixmaps.get(key)
        if found is None:
            found = QPixmap(size)
            painter = QPainter(found)
            painter.scale(size.width() / canvas.width, size.height() / canvas.height)
            paint(painter, ground)
            painter.end()
            self._pixmaps[key] = found
            while len(self._pixmaps) > GROUNDS:
                self._pixmaps.popitem(last=False)
        self._pixmaps.move_to_end(key)
        return found


def prepare(fitted: FittedSlide, step: int, size: QSize, grounds: Grounds, *, moving: bool) -> Picture:
    """The picture of a step on `size` device px; with `moving` it can play the motion, else it stands at t = 1."""
    scale = size.width() / fitted.canvas.width
    live = movers(fitted, step) if moving else ()
    kept = {item.path for item in live}
    base = QPixmap(grounds.get(fitted.ground, fitted.canvas, size))
    painter = QPainter(base)
    painter.scale(scale, scale)
    for item in fitted.placed:
        if item.path not in kept:
            paint(painter, element_frame(item, step, 1.0).marks)
    painter.end()
    return Picture(fitted, step, base, live, scale, animated=moving)


def whole(fitted: FittedSlide, step: int, size: QSize, grounds: Grounds) -> QPixmap:
    """One pixmap of the slide with that step done: thumbnails, the console's next step, PNG export."""
    return prepare(fitted, step, size, grounds, moving=False).base
