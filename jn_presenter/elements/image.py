"""A picture."""

from typing import Annotated, ClassVar, Literal

from jn_presenter.draw.pictured import picture_mark
from jn_presenter.draw.still import Still
from jn_presenter.model.element import Element, Env
from jn_presenter.model.fields import Picture, doc
from jn_presenter.model.geometry import Rect
from jn_presenter.model.text import Text


class Image(Element, frozen=True, kw_only=True):
    """A picture file of the deck, whole within its place or filling it."""

    about = "图片：汇报文件夹里的图片文件，完整显示或铺满"
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
        return Still(rect=rect, shown=(picture_mark("image", self.file, self.crop, rect, env.align),))


ELEMENT = Image
