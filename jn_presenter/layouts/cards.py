"""Two to eight cards of equal weight: things of one kind, each with a name and a few words."""

from collections.abc import Mapping

from jn_presenter.draw.page import LEAD, TITLE, Page, page, tiles
from jn_presenter.model.geometry import Canvas
from jn_presenter.model.layout import Layout, Rects, Slot
from jn_presenter.model.text import Message

GAP = (64.0, 56.0)
"""Between columns and between rows: cards have no box, so space alone tells them apart."""
LEAST_WIDTH = 320.0
MOST = 4
"""Side by side."""


def arrange(canvas: Canvas, counts: Mapping[str, int]) -> Rects:
    """Equal cells in the body, in as few rows as `columns_for` allows."""
    here = page(canvas, counts)
    cards = counts.get("cards", 0)
    cells = tiles(here.body, cards, columns_for(here, cards), GAP) if cards else ()
    return here.rects(counts) | {"cards": cells}


def columns_for(here: Page, cards: int) -> int:
    """How many stand side by side: as few rows as leave each card wide enough for a line of words."""
    if here.shape == "tall":
        return 1 if cards <= 4 else 2
    most = min(MOST, int((here.body.w + GAP[0]) // (LEAST_WIDTH + GAP[0])))
    rows = -(-cards // most)
    return -(-cards // rows)


LAYOUT = Layout(
    doc=Message("卡片：两到八张", "Two to eight cards"),
    arrange=arrange,
    slots=(
        TITLE,
        LEAD,
        Slot(name="cards", type="card", required=True, many=True, anchor="middle", doc=Message("卡片", "the cards")),
    ),
)
