"""A moment of a picture: its pixmap, the marks of what moves above it, and which pixels differ from the moment before.

Most marks of a motion stand still: names, tracks, figures that have come to their end. They are painted anew only
where something beneath or above them changes.
"""

from collections.abc import Iterable, Sequence

from msgspec import Struct, structs
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QPixmap, QRegion

from jn_presenter.compose import Placed
from jn_presenter.draw.damage import changed, extent, partners, slanted
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import AnyMark, PlotMark, TextMark
from jn_presenter.qt.scene.paint import paint
from jn_presenter.qt.scene.shaping import LARGE

BLEED = 16.0
"""px by which letters and strokes may stand out of an element's rectangle."""
ROUNDED = 2
"""Device px by which crisp marks may be off their place."""
NOWHERE = QRect()


class Drawn(Struct, frozen=True):
    """An element at a moment: its marks, the device px each may touch, and those that differ from the moment before."""

    item: Placed
    moment: object
    """All that its marks depend on beside the item: equal ones, equal marks."""
    marks: tuple[AnyMark, ...]
    touched: tuple[QRect, ...]
    damage: tuple[QRect, ...]


class Shot:
    """What is painted at one moment.

    damage: the device px to be painted anew after the shot before; None for all. cut: within which of them parts of
    elements were painted since all of it was at rest.
    """

    def __init__(
        self,
        base: QPixmap,
        drawn: tuple[Drawn, ...],
        scale: float,
        damage: QRegion | None = None,
        cut: QRect = NOWHERE,
    ) -> None:
        self.base = base
        self.drawn = drawn
        self.scale = scale
        self.damage = damage
        self.cut = cut

    def paint(self, painter: QPainter, region: QRegion | None = None) -> None:
        """Paint in device px from the painter's origin. region: what is to be painted anew, all of it where None."""
        painter.drawPixmap(0, 0, self.base)
        if not self.drawn:
            return
        painter.save()
        painter.scale(self.scale, self.scale)
        for one in self.drawn:
            paint(painter, one.marks if region is None else _within(one, region))
        painter.restore()

    def flat(self) -> QPixmap:
        """One pixmap of it; the base itself where nothing moves."""
        if not self.drawn:
            return self.base
        whole = QPixmap(self.base)
        painter = QPainter(whole)
        self.paint(painter)
        painter.end()
        return whole


def first(item: Placed, moment: object, marks: tuple[AnyMark, ...], scale: float) -> Drawn:
    """An element of which nothing was painted before."""
    box = device_rect(item.rect, scale)
    touched = tuple(_touched(mark, scale, box) for mark in marks)
    return Drawn(item, moment, marks, touched, _all(box, touched))


def after(old: Drawn, item: Placed, moment: object, marks: tuple[AnyMark, ...], scale: float) -> Drawn:
    """The element at its next moment."""
    pairs = partners(old.marks, marks)
    if pairs is None or item.rect != old.item.rect:
        new = first(item, moment, marks, scale)
        return structs.replace(new, damage=(*new.damage, *_all(device_rect(old.item.rect, scale), old.touched)))
    box = device_rect(item.rect, scale)
    touched: list[QRect] = []
    damage: list[QRect] = []
    for mark, k in zip(marks, pairs, strict=True):
        if k >= 0 and old.marks[k] == mark:
            touched.append(old.touched[k])
            continue
        own = _touched(mark, scale, box)
        touched.append(own)
        parts = changed(old.marks[k], mark) if k >= 0 else None
        if parts is not None:
            damage += [_pixels(part, scale) for part in parts]
        elif k >= 0 and own.intersects(old.touched[k]):
            damage.append(own.united(old.touched[k]))
        else:
            damage += (own, old.touched[k]) if k >= 0 else (own,)
    damage += [old.touched[k] for k in set(range(len(old.marks))).difference(pairs)]
    return Drawn(item, moment, marks, tuple(touched), tuple(damage))


def damage_of(drawn: Sequence[Drawn], scale: float, *, moving: bool, cut: QRect) -> QRegion:
    """What of the elements is to be painted anew. cut: where the frames before have painted parts of them.

    While they move, only what differs. That may cut others: Qt cuts paths at the bounds of what is painted, where
    slanting edges then take other steps, and counts gradients up from there; both are off by a few levels, and nobody
    sees it in a frame. At rest the picture is exact: what may have been cut is painted whole.
    """
    region = QRegion()
    for one in drawn:
        for part in one.damage:
            region += part
    if moving:
        return region
    whole = [
        touched
        for one in drawn
        for mark, touched in zip(one.marks, one.touched, strict=True)
        if slanted(mark) or _outlined(mark, scale)
    ]
    for box in [box for box in whole if box.intersects(cut)]:
        region += box
    while cutting := [box for box in whole if region.intersects(box) and not QRegion(box).subtracted(region).isEmpty()]:
        for box in cutting:
            region += box
    return region


def _outlined(mark: AnyMark, scale: float) -> bool:
    """Whether it is of letters that are painted as paths."""
    lines = mark.lines if isinstance(mark, TextMark) else ()
    return any(run.font.size * scale >= LARGE for line in lines for run in line.runs)


def device_rect(rect: Rect, scale: float) -> QRect:
    """The device pixels that an element in `rect` may touch."""
    box = rect.inset(-BLEED, -BLEED)
    return QRectF(box.x * scale, box.y * scale, box.w * scale, box.h * scale).toAlignedRect()


def _all(box: QRect, touched: Iterable[QRect]) -> tuple[QRect, ...]:
    """The element's box, and what of its marks is on the way from or to somewhere beyond it."""
    return (box, *(one for one in touched if not box.contains(one)))


def _touched(mark: AnyMark, scale: float, box: QRect) -> QRect:
    return box if isinstance(mark, PlotMark) else _pixels(extent(mark), scale)


def _pixels(rect: Rect, scale: float) -> QRect:
    if rect.w <= 0.0 or rect.h <= 0.0:
        return QRect()
    aligned = QRectF(rect.x * scale, rect.y * scale, rect.w * scale, rect.h * scale).toAlignedRect()
    return aligned.adjusted(-ROUNDED, -ROUNDED, ROUNDED, ROUNDED)


def _within(drawn: Drawn, region: QRegion) -> Iterable[AnyMark]:
    return (mark for mark, touched in zip(drawn.marks, drawn.touched, strict=True) if region.intersects(touched))
