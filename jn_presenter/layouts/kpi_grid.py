"""Two to six figures side by side, all of one size."""

from collections.abc import Mapping

from jn_presenter.draw.page import LEAD, TITLE, page, tiles
from jn_presenter.model.geometry import Canvas, Shape
from jn_presenter.model.layout import Layout, Rects, Slot
from jn_presenter.model.text import Message

GAP = (64.0, 56.0)
"""Between columns and between rows."""


def arrange(canvas: Canvas, counts: Mapping[str, int]) -> Rects:
    """Equal cells in the body, in as few rows as `columns_for` allows."""
    here = page(canvas, counts)
    figures = counts.get("kpis", 0)
    cells = tiles(here.body, figures, columns_for(here.shape, figures), GAP) if figures else ()
    return here.rects(counts) | {"kpis": cells}


def columns_for(shape: Shape, figures: int) -> int:
    """How many stand side by side: as few rows as keep each figure wide enough to be the largest thing there."""
    if shape == "tall":
        return 1 if figures <= 4 else 2
    if figures == 4:
        return 4 if shape == "wall" else 2
    return min(figures, 3)


LAYOUT = Layout(
    doc=Message("指标：两到六个数字", "Two to six figures"),
    arrange=arrange,
    slots=(
        TITLE,
        LEAD,
        Slot(
            name="kpis",
            type="kpi",
            role="numeral",
            required=True,
            many=True,
            anchor="middle",
            doc=Message("指标", "the figures"),
        ),
    ),
)
