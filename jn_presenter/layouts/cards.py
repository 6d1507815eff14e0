"""Two to eight cards of equal weight: things of one kind, each with a name and a few words."""

from collections.abc import Mapping

from jn_presenter.draw.page import LEAD, TITLE, Page, page, tiles
from jn_presenter.model.geometry import Canvas
from jn_presenter.model.layout import Layout, Rects, Slot
from jn_presenter.model.text import Message

GAP = 64.0
CLOSER = 40.0
"""Between columns: cards have no box, so space alone tells them apart; less where they would be narrower than ROOMY."""
ROOMY = 360.0
BETWEEN_ROWS = 56.0
ACROSS = {
    "tall": (1, 1, 1, 1, 2, 2, 2),
    "classic": (2, 3, 2, 5, 3, 4, 4),
    "wide": (2, 3, 4, 5, 3, 4, 4),
    "wall": (2, 3, 4, 5, 6, 4, 4),
}
"""How many of two to eight cards stand side by side: no row is left with a hole where another number has none."""
LEAST = (224.0, 192.0)
"""A card's width and height at least; where rows are lower, more stand side by side as far as they have the width."""


def arrange(canvas: Canvas, counts: Mapping[str, int]) -> Rects:
    """Equal cells in the body, with `columns_for` to a row."""
    here = page(canvas, counts)
    cards = counts.get("cards", 0)
    if not cards:
        return here.rects(counts) | {"cards": ()}
    across = columns_for(here, cards)
    gap = GAP if (here.body.w + GAP) / across - GAP >= ROOMY else CLOSER
    return here.rects(counts) | {"cards": tiles(here.body, cards, across, (gap, BETWEEN_ROWS))}


def columns_for(here: Page, cards: int) -> int:
    """How many stand side by side: those of ACROSS, or more in fewer rows where the body is low and none is narrow."""
    table = ACROSS[here.shape]
    least, low = LEAST
    most = max(1, int((here.body.w + CLOSER) // (least + CLOSER)))
    rows = -(-cards // min(most, table[max(2, min(cards, len(table) + 1)) - 2]))
    if here.shape != "tall" and (here.body.h + BETWEEN_ROWS) / rows - BETWEEN_ROWS < low:
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
