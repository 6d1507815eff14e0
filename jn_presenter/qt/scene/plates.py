"""Plates under pictures that would not be seen on their ground; a small copy of the picture says which need one."""

from collections.abc import Callable, Iterator

from msgspec import structs
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter

from jn_presenter.draw.contrast import luminance
from jn_presenter.draw.plates import Tone, needs_plate
from jn_presenter.model.marks import Box, ImageMark, Plate, ShapeMark
from jn_presenter.qt.scene.device import Device
from jn_presenter.qt.scene.shapes import paint_shape

Read = Callable[[ImageMark, QSize], QImage]
"""A picture at a size in px, null where it cannot be read."""

SIDE = 48
"""Of the small copy in px: enough to weigh colours."""
SOLID = 250
"""The least alpha of what covers its ground."""
EDGE = 0.98
"""The share of the picture's edge that is solid where it has a ground of its own."""
KEPT = 64
_tones: dict[tuple[object, ...], tuple[Tone, ...]] = {}
"""What was weighed, by picture: an empty tuple where it has a ground of its own."""


def on_plate(painter: QPainter, mark: ImageMark, device: Device, read: Read) -> ImageMark:
    """The picture as it is to be painted: smaller, with its plate painted beneath it, where it needs that."""
    plate = mark.plate
    if plate is None:
        return mark
    plain = structs.replace(mark, plate=None)
    if not _needed(plain, plate, read):
        return plain
    box = Box(mark.x, mark.y, mark.w, mark.h, plate.radius)
    paint_shape(painter, ShapeMark(key=mark.key, shape=box, fill=plate.fill), device)
    share = 1.0 - 2 * plate.inset / min(mark.w, mark.h)
    w, h = mark.w * share, mark.h * share
    return structs.replace(plain, x=mark.x + (mark.w - w) / 2, y=mark.y + (mark.h - h) / 2, w=w, h=h)


def _needed(mark: ImageMark, plate: Plate, read: Read) -> bool:
    """A picture that cannot be read now is asked again with the next painting."""
    key = (mark.file, mark.stamp, mark.crop)
    if key not in _tones:
        longest = max(mark.w, mark.h)
        size = QSize(max(1, round(SIDE * mark.w / longest)), max(1, round(SIDE * mark.h / longest)))
        image = read(mark, size)
        if image.isNull():
            return False
        while len(_tones) >= KEPT:
            _tones.pop(next(iter(_tones)))
        _tones[key] = () if _has_ground(image) else tuple(_weighed(image))
    return needs_plate(_tones[key], plate.ground, plate.fill)


def _has_ground(image: QImage) -> bool:
    """Whether the picture covers its edges, as photographs do and logos on white paper."""
    right, bottom = image.width() - 1, image.height() - 1
    edge = [(x, y) for x in range(right + 1) for y in (0, bottom)]
    edge += [(x, y) for y in range(bottom + 1) for x in (0, right)]
    return sum(image.pixelColor(x, y).alpha() >= SOLID for x, y in edge) >= EDGE * len(edge)


def _weighed(image: QImage) -> Iterator[Tone]:
    for y in range(image.height()):
        for x in range(image.width()):
            pixel = image.pixelColor(x, y)
            if pixel.alpha():
                yield luminance(pixel.name()), pixel.alphaF()
