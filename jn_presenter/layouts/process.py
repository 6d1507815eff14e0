"""A process over the whole width, with words beneath it; on a wall the words stand to its right."""

from collections.abc import Mapping

from jn_presenter.draw.grid import snap
from jn_presenter.draw.page import LEAD, TITLE, page
from jn_presenter.model.geometry import Canvas
from jn_presenter.model.layout import Layout, Rects, Slot
from jn_presenter.model.text import Message

SHARE = {"tall": 0.74, "classic": 0.54, "wide": 0.54}
"""Of the body's height, where words stand beneath."""
UPRIGHT = 1.1
"""Width to height from which a process runs across; on a canvas not tall enough for it to run down it needs less."""
BENEATH = {"tall": 80.0, "classic": 56.0, "wide": 64.0}
WORDS = 5
"""Columns of the words on a wall."""


def arrange(canvas: Canvas, counts: Mapping[str, int]) -> Rects:
    """The process takes the body, or with points the larger part of it."""
    here = page(canvas, counts)
    process = words = here.body
    if counts.get("points"):
        if here.shape == "wall":
            process = here.part(0, here.columns - WORDS - 1)
            words = here.part(here.columns - WORDS, WORDS)
        else:
            share = SHARE[here.shape]
            if here.shape == "tall" and here.body.w >= UPRIGHT * share * here.body.h:
                share = SHARE["wide"]
            process = here.part(0, here.columns, height=snap(here.body.h * share))
            top = process.bottom + BENEATH[here.shape]
            words = here.part(0, here.columns, top, here.body.bottom - top)
    return here.rects(counts, process=process, points=words)


LAYOUT = Layout(
    doc=Message("流程：三到六个阶段", "A process of three to six stages"),
    arrange=arrange,
    slots=(
        TITLE,
        LEAD,
        Slot(name="process", type="process", required=True, wall="middle", doc=Message("流程", "the process")),
        Slot(name="points", type="points", wall="middle", grows=False, doc=Message("要点", "the points")),
    ),
)
