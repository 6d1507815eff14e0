"""A logo."""

from math import sqrt
from typing import Annotated, ClassVar

from msgspec import structs

from jn_presenter.draw.grid import anchored
from jn_presenter.draw.pictured import picture_mark
from jn_presenter.draw.still import Still
from jn_presenter.model.element import Element, Env
from jn_presenter.model.fields import Picture, doc
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import Plate
from jn_presenter.model.text import Text

AREA = 1.5
"""The largest area in units of the squared height of its place: wide logos are lower, so that all weigh the same."""
MOST_ENLARGED = 2.0
"""How many times its own px a logo of pixels is shown at most; drawings have no size of their own."""
INSET, RADIUS = 0.1, 0.06
"""The edge of a plate around a logo and the radius of its corners, in units of its shorter side."""
LEAST_INSET = 8.0
"""In px; no more than a quarter of the shorter side."""


class Logo(Element, frozen=True, kw_only=True):
    """The logo of a guest or a partner: whole, of a bounded size, on a plate where it would not be seen."""

    about = "标志：完整显示，大小有度；看不清时自动加底板"
    short: ClassVar[str] = "file"

    file: Annotated[
        Picture, doc("标志的图片文件，路径从演示文件夹算起", "the logo's file, its path seen from the deck's folder")
    ]
    alt: Annotated[Text | None, doc("替代文字：说出是谁的标志", "whose logo it is, in words")] = None

    def fit(self, rect: Rect, env: Env) -> Still:
        ratio = self.file.width / self.file.height
        height = min(rect.h, rect.w / ratio, sqrt(AREA / ratio) * rect.h)
        if not self.file.file.lower().endswith(".svg"):
            height = min(height, MOST_ENLARGED * self.file.height)
        width = height * ratio
        left = rect.x + (rect.w - width) * {"left": 0.0, "centre": 0.5, "right": 1.0}[env.align]
        mark = picture_mark(
            "logo", self.file, "contain", Rect(left, anchored(rect, height, env.anchor), width, height), env.align
        )
        least = min(width, height)
        inset = max(INSET * least, min(LEAST_INSET, least / 4))
        plate = Plate(ground=env.style.ground[0], fill=env.style.ink, inset=inset, radius=RADIUS * least)
        return Still(rect=rect, shown=(structs.replace(mark, plate=plate),))


ELEMENT = Logo
