"""Words on the left, a chart on the right; one above the other where the canvas is tall."""

from collections.abc import Mapping

from jn_presenter.draw.grid import page, snap
from jn_presenter.model.geometry import Canvas
from jn_presenter.model.layout import Layout, Rects, Slot
from jn_presenter.model.text import Message

WORDS = {"classic": 5, "wide": 5, "wall": 6}
CHART = {"classic": 7, "wide": 7, "wall": 10}
CHART_SHARE = 0.58
"""Of the body's height, where the chart stands above the words."""


def arrange(canvas: Canvas, counts: Mapping[str, int]) -> Rects:
    """The chart takes the larger part; without words it takes the whole body."""
    shape = canvas.shape
    here = page(canvas, counts)
    if not counts.get("points"):
        words, chart = here.body, here.body
    elif shape == "tall":
        height = snap(here.body.h * CHART_SHARE)
        chart = here.part(0, here.columns, height=height)
        words = here.part(0, here.columns, here.body.y + height + 48.0, here.body.h - height - 48.0)
    else:
        words = here.part(0, WORDS[shape])
        chart = here.part(here.columns - CHART[shape], CHART[shape])
    return {
        "title": (here.title,),
        "lead": (here.lead,) if counts.get("lead") else (),
        "points": (words,) if counts.get("points") else (),
        "chart": (chart,) if counts.get("chart") else (),
    }


LAYOUT = Layout(
    doc=Message("左文右图", "Words on the left, a chart on the right"),
    arrange=arrange,
    slots=(
        Slot(name="title", type="text", role="title", required=True, doc=Message("标题", "title")),
        Slot(name="lead", type="text", role="lead", doc=Message("标题下的一句话", "one sentence below the title")),
        Slot(name="points", type="points", role="body", doc=Message("要点", "the points")),
        Slot(name="chart", type="bar", required=True, doc=Message("图表", "the chart")),
    ),
)
