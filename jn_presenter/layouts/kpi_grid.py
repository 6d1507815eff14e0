"""Two to six figures side by side, all of one size."""

from collections.abc import Mapping

from jn_presenter.draw.grid import Page, page
from jn_presenter.model.geometry import Canvas, Rect
from jn_presenter.model.layout import Layout, Rects, Slot
from jn_presenter.model.text import Message

GAP = 40.0


def columns_for(shape: str, figures: int) -> int:
    """How many stand side by side: as few rows as keep each figure wide enough to be the largest thing there."""
    if shape == "tall":
        return 1 if figures <= 4 else 2
    if shape == "wall":
        return figures if figures <= 4 else 3
    return figures if figures <= 3 else 2 if figures == 4 else 3


def arrange(canvas: Canvas, counts: Mapping[str, int]) -> Rects:
    """Equal cells in the body, in as few rows as `columns_for` allows."""
    here = page(canvas, counts)
    figures = counts.get("kpis", 0)
    return {
        "title": (here.title,),
        "lead": (here.lead,) if counts.get("lead") else (),
        "kpis": cells(here, figures, columns_for(canvas.shape, figures)) if figures else (),
    }


def cells(here: Page, figures: int, across: int) -> tuple[Rect, ...]:
    """Equal rectangles in reading order, each over whole columns of the body where they divide evenly."""
    rows = -(-figures // across)
    height = (here.body.h - GAP * (rows - 1)) / rows // 8 * 8
    if here.columns % across == 0:
        wide = here.columns // across
        return tuple(
            here.part(k % across * wide, wide, here.body.y + k // across * (height + GAP), height)
            for k in range(figures)
        )
    width = (here.body.w - GAP * (across - 1)) / across // 8 * 8
    return tuple(
        Rect(here.body.x + k % across * (width + GAP), here.body.y + k // across * (height + GAP), width, height)
        for k in range(figures)
    )


LAYOUT = Layout(
    doc=Message("指标：两到六个数字", "Two to six figures"),
    arrange=arrange,
    slots=(
        Slot(name="title", type="text", role="title", required=True, doc=Message("标题", "title")),
        Slot(name="lead", type="text", role="lead", doc=Message("标题下的一句话", "one sentence below the title")),
        Slot(name="kpis", type="kpi", role="numeral", required=True, many=True, doc=Message("指标", "the figures")),
    ),
)
