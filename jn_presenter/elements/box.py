"""A plain coloured rectangle."""

from typing import Annotated

from jn_presenter.draw.still import Still
from jn_presenter.model.element import Element, Env
from jn_presenter.model.fields import Colour, Number, doc
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import Box, ShapeMark


class ColourBox(Element, frozen=True, kw_only=True):
    """A rectangle of one colour that fills its place."""

    about = "色块：一个填满所在位置的矩形"

    fill: Annotated[Colour, doc("颜色", "colour")]
    radius: Annotated[Number, doc("圆角半径，像素", "radius of the corners in px", ge=0)] = Number(0)

    def fit(self, rect: Rect, env: Env) -> Still:
        radius = min(float(self.radius), rect.w / 2, rect.h / 2)
        shape = Box(rect.x, rect.y, rect.w, rect.h, radius)
        mark = ShapeMark(key="box", shape=shape, fill=env.style.colour(self.fill), crisp=radius == 0.0)
        return Still(rect=rect, shown=(mark,))


ELEMENT = ColourBox
