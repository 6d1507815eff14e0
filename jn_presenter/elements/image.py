"""A picture."""

from typing import Annotated, ClassVar, Literal

from jn_presenter.draw.still import Still
from jn_presenter.model.element import Element, Env
from jn_presenter.model.fields import Picture, doc
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import ImageMark
from jn_presenter.model.text import Text

Part = tuple[float, float, float, float]


class Image(Element, frozen=True, kw_only=True):
    """A picture file of the deck, whole within its place or filling it."""

    short: ClassVar[str] = "file"

    file: Annotated[
        Picture, doc("图片文件，路径从演示文件夹算起", "picture file, its path seen from the deck's folder")
    ]
    alt: Annotated[Text | None, doc("替代文字：说出图上有什么", "what is to be seen, in words")] = None
    crop: Annotated[
        Literal["contain", "cover"],
        doc("contain：完整显示；cover：裁切填满", "contain: all of it; cover: fill and cut"),
    ] = "contain"

    def fit(self, rect: Rect, env: Env) -> Still:
        place, crop = (filling if self.crop == "cover" else within)(rect, self.file.width, self.file.height, env)
        mark = ImageMark(
            key="image",
            file=self.file.file,
            stamp=self.file.stamp,
            x=place.x,
            y=place.y,
            w=place.w,
            h=place.h,
            crop=crop,
        )
        return Still(rect=rect, shown=(mark,))


def within(rect: Rect, width: float, height: float, env: Env) -> tuple[Rect, Part]:
    """The largest place of the picture's proportions inside `rect`, aligned as the slot is; all of the picture."""
    scale = min(rect.w / width, rect.h / height)
    w, h = width * scale, height * scale
    across = {"left": 0.0, "centre": 0.5, "right": 1.0}[env.align]
    return Rect(rect.x + (rect.w - w) * across, rect.y + (rect.h - h) / 2, w, h), (0.0, 0.0, 1.0, 1.0)


def filling(rect: Rect, width: float, height: float, env: Env) -> tuple[Rect, Part]:
    """All of `rect`, and the middle part of the picture that has its proportions."""
    scale = max(rect.w / width, rect.h / height)
    w, h = rect.w / (width * scale), rect.h / (height * scale)
    return rect, ((1.0 - w) / 2, (1.0 - h) / 2, w, h)


ELEMENT = Image
