"""A line icon."""

from typing import Annotated, ClassVar

from jn_presenter.draw.icons import GRID, icon_mark, reach
from jn_presenter.draw.still import Still
from jn_presenter.model.element import Element, Env
from jn_presenter.model.fields import Colour, Icon, doc
from jn_presenter.model.geometry import Rect

LARGEST = 256.0


class LineIcon(Element, frozen=True, kw_only=True):
    """One of the bundled line icons, in the accent or a colour of its own."""

    about = "图标：自带的线条图标，用强调色或自定颜色"
    short: ClassVar[str] = "name"

    name: Annotated[Icon, doc("图标名称", "name of the icon")]
    colour: Annotated[Colour | None, doc("颜色；不写则用强调色", "colour; the accent where absent")] = None

    def fit(self, rect: Rect, env: Env) -> Still:
        side = min(rect.w, rect.h, LARGEST)
        left, right = (edge * side / GRID for edge in reach(self.name))
        # What is seen of the icon meets the edge, not the blank that its grid leaves around it.
        across = {"left": -left, "centre": (rect.w - side) / 2, "right": rect.w - right}[env.align]
        x, y = rect.x + across, rect.y + (rect.h - side) / 2
        colour = env.style.colour(self.colour or "accent")
        return Still(rect=rect, shown=(icon_mark("icon", self.name, x, y, side, colour),))


ELEMENT = LineIcon
