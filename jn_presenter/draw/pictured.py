"""Where a picture lies in its place, and which part of it is seen."""

from typing import Literal

from jn_presenter.model.element import Align
from jn_presenter.model.fields import Picture
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import ImageMark

Crop = Literal["contain", "cover"]
Part = tuple[float, float, float, float]
"""x, y, width, height as fractions of the picture."""


def pictured(crop: Crop, rect: Rect, width: float, height: float, align: Align) -> tuple[Rect, Part]:
    """The place and the part of a picture of `width` x `height`: all of it within `rect`, or filling it."""
    return filling(rect, width, height) if crop == "cover" else within(rect, width, height, align)


def picture_mark(key: str, picture: Picture, crop: Crop, rect: Rect, align: Align) -> ImageMark:
    """The picture, whole within `rect` or filling it."""
    place, part = pictured(crop, rect, picture.width, picture.height, align)
    return ImageMark(
        key=key, file=picture.file, stamp=picture.stamp, x=place.x, y=place.y, w=place.w, h=place.h, crop=part
    )


def within(rect: Rect, width: float, height: float, align: Align) -> tuple[Rect, Part]:
    """The largest place of the picture's proportions inside `rect`, aligned as the slot is; all of the picture."""
    scale = min(rect.w / width, rect.h / height)
    w, h = width * scale, height * scale
    across = {"left": 0.0, "centre": 0.5, "right": 1.0}[align]
    return Rect(rect.x + (rect.w - w) * across, rect.y + (rect.h - h) / 2, w, h), (0.0, 0.0, 1.0, 1.0)


def filling(rect: Rect, width: float, height: float) -> tuple[Rect, Part]:
    """All of `rect`, and the middle part of the picture that has its proportions."""
    scale = max(rect.w / width, rect.h / height)
    w, h = rect.w / (width * scale), rect.h / (height * scale)
    return rect, ((1.0 - w) / 2, (1.0 - h) / 2, w, h)
