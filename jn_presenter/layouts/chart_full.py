"""One chart over the whole body, for what needs the width: timelines, curves, many categories."""

from collections.abc import Mapping

from jn_presenter.draw.page import LEAD, TITLE, page
from jn_presenter.model.geometry import Canvas
from jn_presenter.model.layout import Layout, Rects, Slot
from jn_presenter.model.text import Message


def arrange(canvas: Canvas, counts: Mapping[str, int]) -> Rects:
    """Title and lead above, the chart over all of the body."""
    here = page(canvas, counts)
    return here.rects(counts, chart=here.body)


LAYOUT = Layout(
    doc=Message("整幅图表", "One chart over the whole slide"),
    arrange=arrange,
    slots=(
        TITLE,
        LEAD,
        Slot(name="chart", type="bar", required=True, wall="middle", doc=Message("图表", "the chart")),
    ),
)
