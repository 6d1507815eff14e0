"""One chart over the whole body, for what needs the width: timelines, curves, many categories."""

from collections.abc import Mapping

from jn_presenter.draw.grid import page
from jn_presenter.model.geometry import Canvas
from jn_presenter.model.layout import Layout, Rects, Slot
from jn_presenter.model.text import Message


def arrange(canvas: Canvas, counts: Mapping[str, int]) -> Rects:
    """Title and lead above, the chart over all of the body."""
    here = page(canvas, counts)
    return {
        "title": (here.title,),
        "lead": (here.lead,) if counts.get("lead") else (),
        "chart": (here.body,) if counts.get("chart") else (),
    }


LAYOUT = Layout(
    doc=Message("整幅图表", "One chart over the whole slide"),
    arrange=arrange,
    slots=(
        Slot(name="title", type="text", role="title", required=True, doc=Message("标题", "title")),
        Slot(name="lead", type="text", role="lead", doc=Message("标题下的一句话", "one sentence below the title")),
        Slot(name="chart", type="bar", required=True, doc=Message("图表", "the chart")),
    ),
)
