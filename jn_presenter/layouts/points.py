"""A few points with an optional lead above them and an optional icon beside them."""

from collections.abc import Mapping

from jn_presenter.draw.grid import page
from jn_presenter.model.geometry import Canvas
from jn_presenter.model.layout import Layout, Rects, Slot
from jn_presenter.model.text import Message

ICON_COLUMNS = {"tall": 2, "classic": 3, "wide": 3, "wall": 3}
TEXT_COLUMNS = {"tall": 6, "classic": 8, "wide": 8, "wall": 16}


def arrange(canvas: Canvas, counts: Mapping[str, int]) -> Rects:
    """Points from the left; the icon at the right edge of the body, or beneath the points where the canvas is tall."""
    shape = canvas.shape
    here = page(canvas, counts)
    columns = ICON_COLUMNS[shape]
    icon = here.part(here.columns - columns, columns)
    points = here.part(0, min(TEXT_COLUMNS[shape], here.columns))
    if shape == "tall" and counts.get("icon"):
        icon = here.part(here.columns - columns, columns, here.body.bottom - 296.0, 296.0)
        points = here.part(0, here.columns, height=here.body.h - 328.0)
    elif shape == "wall" and counts.get("icon"):
        points = here.part(0, 12)
    return {
        "title": (here.title,),
        "lead": (here.lead,) if counts.get("lead") else (),
        "points": (points,) if counts.get("points") else (),
        "icon": (icon,) if counts.get("icon") else (),
    }


LAYOUT = Layout(
    doc=Message("要点：两到五条", "Two to five points"),
    arrange=arrange,
    slots=(
        Slot(name="title", type="text", role="title", required=True, doc=Message("标题", "title")),
        Slot(name="lead", type="text", role="lead", doc=Message("要点之前的一句话", "one sentence before the points")),
        Slot(name="points", type="points", role="body", required=True, doc=Message("要点", "the points")),
        Slot(name="icon", type="icon", doc=Message("图标", "an icon")),
    ),
)
