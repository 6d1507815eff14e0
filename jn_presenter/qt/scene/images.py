"""Paints pictures: decoded and scaled once for the size they have on the device; SVG stays shapes in a PDF."""

import logging
import os
from collections import OrderedDict
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader, QPainter

from jn_presenter.load.headers import TOO_MANY_SCANS, Refusal, jpeg_size
from jn_presenter.model.marks import ImageMark
from jn_presenter.qt.scene.colours import colour
from jn_presenter.qt.scene.device import Device, to_device
from jn_presenter.qt.scene.plates import on_plate
from jn_presenter.qt.scene.shapes import snapped

log = logging.getLogger(__name__)

LIMIT_MB = 256
"""The largest picture that is decoded, in MiB of pixels."""
PRINTED = 2.0
"""Px of a picture in a PDF for each logical px: what a screen of 3840 x 2160 shows, or 290 dots an inch on A4."""
KEPT = 64
KEPT_BYTES = 64 << 20
NEVER = object()
MISSING = ("#808080", 0.25)
"""The panel in the place of a picture that cannot be shown: quiet on every ground."""


def paint_image(painter: QPainter, mark: ImageMark, device: Device) -> None:
    """Paint a picture into its place; a neutral panel where it cannot be read, which is logged once.

    There is no panel for a logo: guests see none rather than a grey one of their own.
    """
    place = QRectF(mark.x, mark.y, mark.w, mark.h)
    if place.isEmpty():
        return
    panel = mark.plate is None
    if not panel:
        mark = on_plate(painter, mark, device, read)
        place = QRectF(mark.x, mark.y, mark.w, mark.h)
    if device.vector:
        _paint_vector(painter, mark, place, panel=panel)
        return
    painter.save()
    place = snapped(to_device(painter).mapRect(place))
    size = place.size().toSize()
    image = _kept.get(mark, size)
    if image is not None:
        painter.drawImage(place.topLeft(), image)
    elif panel:
        painter.fillRect(place, colour(*MISSING))
    painter.restore()


def _paint_vector(painter: QPainter, mark: ImageMark, place: QRectF, *, panel: bool) -> None:
    if _is_svg(mark):
        painter.save()
        painter.setClipRect(place, Qt.ClipOperation.IntersectClip)
        shown = _draw_svg(painter, mark, place)
        painter.restore()
    else:
        image = read(mark, QSize(round(PRINTED * mark.w), round(PRINTED * mark.h)))
        shown = not image.isNull()
        painter.drawImage(place, image)
    if panel and not shown:
        painter.fillRect(place, colour(*MISSING))


def _draw_svg(painter: QPainter, mark: ImageMark, place: QRectF) -> bool:
    from jn_presenter.qt.scene.svg import paint_svg  # only drawings pay for QtSvg and the XML parser

    return paint_svg(painter, mark.file, mark.stamp, _whole(place, mark.crop))


def _is_svg(mark: ImageMark) -> bool:
    return mark.file.lower().endswith(".svg")


def _whole(place: QRectF, crop: tuple[float, float, float, float]) -> QRectF:
    """Where the whole picture lies if its part `crop` lies in `place`."""
    x, y, w, h = crop
    wide, high = place.width() / w, place.height() / h
    return QRectF(place.x() - x * wide, place.y() - y * high, wide, high)


def read(mark: ImageMark, size: QSize) -> QImage:
    """The mark's part of its picture, scaled to `size`. Null, and logged once, where it cannot be read."""
    if _is_svg(mark):
        return _read_svg(mark, size)
    if not os.path.isfile(mark.file):  # noqa: PTH113  # Qt would wait for what a pipe may say
        _report(mark.file, mark.stamp, "there is no such file")
        return QImage()
    if (refusal := _refused(mark.file)) is not None:
        _report(mark.file, mark.stamp, refusal.message.en)
        return QImage()
    QImageReader.setAllocationLimit(LIMIT_MB)
    reader = QImageReader(mark.file)
    reader.setAutoTransform(True)
    turned = reader.transformation() != QImageIOHandler.Transformation.TransformationNone
    if not turned:
        reader.setClipRect(_part(mark, reader.size()))
        reader.setScaledSize(size)
    image = reader.read()
    if image.isNull():
        _report(mark.file, mark.stamp, reader.errorString())
        return image
    if turned:
        image = image.copy(_part(mark, image.size())).scaled(size, mode=Qt.TransformationMode.SmoothTransformation)
    alpha = QImage.Format.Format_ARGB32_Premultiplied
    return image.convertToFormat(alpha if image.hasAlphaChannel() else QImage.Format.Format_RGB32)


def _refused(file: str) -> Refusal | None:
    """Looked at again: it may have changed since it was loaded, and Qt decodes thousands of scans for minutes."""
    try:
        with Path(file).open("rb") as stream:
            found = jpeg_size(stream) if stream.read(2) == b"\xff\xd8" else None
    except OSError:
        return None
    return TOO_MANY_SCANS if found is TOO_MANY_SCANS else None


def _part(mark: ImageMark, natural: QSize) -> QRect:
    """The part of a picture of `natural` size that the mark shows, in its px: at least one."""
    x, y, w, h = mark.crop
    wide, high = natural.width(), natural.height()
    left, top = min(round(x * wide), wide - 1), min(round(y * high), high - 1)
    return QRect(left, top, max(1, round(w * wide)), max(1, round(h * high)))


def _read_svg(mark: ImageMark, size: QSize) -> QImage:
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    shown = _draw_svg(painter, mark, QRectF(0.0, 0.0, size.width(), size.height()))
    painter.end()
    return image if shown else QImage()


@lru_cache(maxsize=256)
def _report(file: str, stamp: str, why: str) -> None:
    log.warning("图片无法显示 / the picture cannot be shown: %s (%s)", file, why)


def _state(file: str) -> object:
    """What changes when somebody changes the file; None where there is none."""
    try:
        info = os.stat(file)  # noqa: PTH116
    except OSError:
        return None
    return info.st_size, info.st_mtime_ns, info.st_ino


class _Kept:
    """Pictures at the sizes they were painted at, the least used dropped beyond the limits.

    One that could not be read is tried again once its file is another: its drive may be back.
    """

    def __init__(self) -> None:
        self._images: OrderedDict[tuple[object, ...], QImage] = OrderedDict()
        self._bytes = 0
        self._failed: OrderedDict[str, object] = OrderedDict()

    def get(self, mark: ImageMark, size: QSize) -> QImage | None:
        """The picture; None where it cannot be read."""
        key = (mark.file, mark.stamp, mark.crop, size.width(), size.height())
        if key in self._images:
            self._images.move_to_end(key)
            return self._images[key]
        state = _state(mark.file)
        if self._failed.get(mark.file, NEVER) == state:
            return None
        image = read(mark, size)
        if image.isNull():
            self._failed[mark.file] = state
            while len(self._failed) > KEPT:
                self._failed.popitem(last=False)
            return None
        self._failed.pop(mark.file, None)
        self._images[key] = image
        self._bytes += image.sizeInBytes()
        while len(self._images) > 1 and (self._bytes > KEPT_BYTES or len(self._images) > KEPT):
            _, dropped = self._images.popitem(last=False)
            self._bytes -= dropped.sizeInBytes()
        return image


_kept = _Kept()
