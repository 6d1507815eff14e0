"""Where everything in the briefing comes from."""

from collections.abc import Mapping

from jn_presenter.draw.page import TITLE, page
from jn_presenter.model.geometry import Canvas
from jn_presenter.model.layout import Layout, Rects, Slot
from jn_presenter.model.text import Message


def arrange(canvas: Canvas, counts: Mapping[str, int]) -> Rects:
    """The title above, the sources over all of the body."""
    here = page(canvas, counts)
    return here.rects(counts, body=here.body)


LAYOUT = Layout(
    doc=Message("资料来源", "Sources"),
    arrange=arrange,
    slots=(
        TITLE,
        Slot(name="body", type="sources", required=True, wall="middle", doc=Message("资料来源", "the sources")),
    ),
)
