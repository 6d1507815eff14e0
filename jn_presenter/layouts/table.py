"""A table over the whole body."""

from collections.abc import Mapping

from jn_presenter.draw.page import LEAD, TITLE, page
from jn_presenter.model.geometry import Canvas
from jn_presenter.model.layout import Layout, Rects, Slot
from jn_presenter.model.text import Message


def arrange(canvas: Canvas, counts: Mapping[str, int]) -> Rects:
    """Title and lead above, the table over all of the body."""
    here = page(canvas, counts)
    return here.rects(counts, table=here.body)


LAYOUT = Layout(
    doc=Message("表格", "A table"),
    arrange=arrange,
    slots=(
        TITLE,
        LEAD,
        Slot(name="table", type="table", required=True, wall="middle", doc=Message("表格", "the table")),
    ),
)
