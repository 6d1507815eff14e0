"""A chart on the left, words on the right: what the chart shows comes first, what follows from it second."""

from collections.abc import Mapping

from jn_presenter.draw.page import LEAD, TITLE, page, words_and_picture
from jn_presenter.model.geometry import Canvas, Shape
from jn_presenter.model.layout import Layout, Rects, Slot
from jn_presenter.model.text import Message

WORDS: dict[Shape, int] = {"classic": 5, "wide": 5, "wall": 6}
CHART_SHARE = 0.56


def arrange(canvas: Canvas, counts: Mapping[str, int]) -> Rects:
    """The chart takes the larger part; without words it takes the whole body."""
    here = page(canvas, counts)
    words, chart = words_and_picture(here, WORDS, CHART_SHARE, mirrored=True)
    return here.rects(counts, points=words, chart=chart if counts.get("points") else here.body)


LAYOUT = Layout(
    doc=Message("左图右文", "A chart on the left, words on the right"),
    arrange=arrange,
    slots=(
        TITLE,
        LEAD,
        Slot(name="chart", type="bar", required=True, anchor="middle", doc=Message("图表", "the chart")),
        Slot(name="points", type="points", anchor="middle", doc=Message("要点", "the points")),
    ),
)
