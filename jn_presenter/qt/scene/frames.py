"""A film's frame as it is seen now, how it is painted into the film's place, and where a slide has films. No player."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from jn_presenter.compose import FittedSlide, element_frame
from jn_presenter.model.marks import VideoMark
from jn_presenter.qt.scene.device import Device, to_device
from jn_presenter.qt.scene.shapes import snapped


class Frame:
    """One picture of a film. Frames are told apart by what they are, not by their pixels: to compare those costs ms."""

    __slots__ = ("image",)

    def __init__(self, image: QImage) -> None:
        self.image = image


def paint_video(painter: QPainter, mark: VideoMark, _device: Device) -> None:
    """Paint the frame the mark has. Without one nothing is painted: what stands beneath it is seen."""
    place = QRectF(mark.x, mark.y, mark.w, mark.h)
    if not isinstance(mark.frame, Frame) or place.isEmpty():
        return
    image = mark.frame.image
    x, y, w, h = mark.crop
    part = QRectF(x * image.width(), y * image.height(), w * image.width(), h * image.height())
    painter.save()
    painter.drawImage(snapped(to_device(painter).mapRect(place)), image, part)
    painter.restore()


def films_of(fitted: FittedSlide, step: int) -> dict[str, VideoMark]:
    """The films that play at a step of the slide, by the path of their element."""
    return {
        item.path: mark
        for item in fitted.placed
        if item.fitted.films
        for mark in element_frame(item, step, 1.0).marks
        if isinstance(mark, VideoMark) and mark.playing
    }
