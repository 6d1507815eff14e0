"""The opening of a theme: its name as a large title, with a numeral hung before it."""

from collections.abc import Mapping

from jn_presenter.draw.page import filled
from jn_presenter.draw.poster import SUBTITLE, TITLE, poster
from jn_presenter.model.geometry import Canvas, Rect, Shape
from jn_presenter.model.layout import Layout, Rects, Slot
from jn_presenter.model.text import Message

BEFORE: dict[Shape, int] = {"tall": 0, "classic": 3, "wide": 2, "wall": 2}
"""Columns before the title, for the numeral that stands on the title's last line."""
NUMERAL_COLUMNS = 4
"""Of the numeral above the title, where the canvas is tall."""
TITLE_COLUMNS: dict[Shape, int] = {"tall": 6, "classic": 9, "wide": 9, "wall": 14}
NUMERAL = 208.0
STACKED = 208.0
"""A line of the numeral, and more for each further language."""
ICON = 208.0
BELOW_ICON = 16.0


def arrange(canvas: Canvas, counts: Mapping[str, int]) -> Rects:
    """The numeral to the left of the title, or above it where the canvas is tall; the icon in the upper corner."""
    shape, languages = canvas.shape, max(1, counts.get("title", 1))
    before = BEFORE[shape] if counts.get("number") else 0
    standing = NUMERAL + STACKED * (languages - 1)
    above = standing if shape == "tall" else ICON if counts.get("icon") else 0.0
    here = poster(canvas, counts, before, TITLE_COLUMNS[shape], above=above + BELOW_ICON)
    cells = here.cells
    if shape == "tall":
        number = cells.span(0, NUMERAL_COLUMNS, cells.top, standing)
    else:
        number = cells.span(0, max(1, before), cells.top, here.title.bottom - cells.top)
    right = cells.x(cells.columns - 1) + cells.column
    icon = Rect(right - ICON, cells.top, ICON, ICON)
    return {"title": (here.title,)} | filled(counts, {"number": number, "subtitle": here.subtitle, "icon": icon})


LAYOUT = Layout(
    doc=Message("篇章页：一个主题的开始", "Section: the opening of a theme"),
    arrange=arrange,
    prominent=True,
    slots=(
        Slot(
            name="number",
            type="text",
            role="numeral",
            colour="quiet",
            anchor="bottom",
            doc=Message("序号，如 一 或 1", "a numeral, as in 1"),
        ),
        TITLE,
        SUBTITLE,
        Slot(name="icon", type="icon", align="right", doc=Message("图标", "an icon")),
    ),
)
