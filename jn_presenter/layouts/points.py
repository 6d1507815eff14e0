"""A few points with an optional lead above them and an optional icon at the foot."""

from collections.abc import Mapping

from jn_presenter.draw.grid import snap
from jn_presenter.draw.page import LEAD, TITLE, hung, page
from jn_presenter.model.geometry import Canvas, Rect
from jn_presenter.model.layout import Layout, Rects, Slot
from jn_presenter.model.text import Message

TEXT_COLUMNS = {"tall": 6, "classic": 9, "wide": 9, "wall": 12}
ICON = 256.0
"""A side of the icon's place in px."""
AROUND_ICON = 48.0


def arrange(canvas: Canvas, counts: Mapping[str, int]) -> Rects:
    """Points from the left; the icon at the right edge: at the foot of the body, on a wall at eye level."""
    here = page(canvas, counts)
    body = here.body
    icon = Rect(body.right - ICON, body.bottom - ICON, ICON, ICON)
    points = here.part(0, min(TEXT_COLUMNS[here.shape], here.columns))
    if here.shape == "wall":
        icon = hung(Rect(icon.x, body.y, ICON, body.h), ICON)
    if counts.get("icon") and here.shape == "tall":
        points = here.part(0, here.columns, height=body.h - ICON - AROUND_ICON)
    elif counts.get("icon"):
        points = Rect(points.x, points.y, min(points.w, snap(icon.x - AROUND_ICON - points.x)), points.h)
    return here.rects(counts, points=points, icon=icon)


LAYOUT = Layout(
    doc=Message("要点：两到五条", "Two to five points"),
    arrange=arrange,
    slots=(
        TITLE,
        LEAD,
        Slot(name="points", type="points", required=True, wall="middle", doc=Message("要点", "the points")),
        Slot(name="icon", type="icon", align="right", doc=Message("图标", "an icon")),
    ),
)
