"""The welcome to a delegation: its name is the largest thing there is, and who is in it stands beneath or beside it."""

from collections.abc import Mapping

from jn_presenter.draw.grid import Grid, grid, snap
from jn_presenter.draw.page import filled
from jn_presenter.model.geometry import Canvas, Rect, Shape
from jn_presenter.model.layout import Layout, Rects, Slot
from jn_presenter.model.text import Message

FEW: dict[Shape, int] = {"tall": 99, "classic": 4, "wide": 4, "wall": 0}
"""How many guests stand beneath the name at the most; more stand beside it, where tall always beneath."""
NAME: dict[Shape, int] = {"tall": 6, "classic": 6, "wide": 7, "wall": 12}
"""Columns of the words beside a list of guests."""
BETWEEN: dict[Shape, int] = {"tall": 0, "classic": 0, "wide": 0, "wall": 1}
"""Free columns between words and list; where there is none, the words leave a second gutter."""
LOGO: dict[Shape, tuple[int, float]] = {
    "tall": (4, 160.0),
    "classic": (4, 120.0),
    "wide": (4, 120.0),
    "wall": (4, 136.0),
}
"""Columns and height of the place for a logo."""
AIR: dict[Shape, float] = {"tall": 0.1, "classic": 0.1, "wide": 0.1, "wall": 0.12}
"""Free above the words where there is no logo and a list beneath, as a share of the height; ALONE without a list."""
ALONE = 0.18
KICKER, KICKER_STACKED = 72.0, 48.0
TITLE: dict[Shape, float] = {"tall": 288.0, "classic": 280.0, "wide": 280.0, "wall": 416.0}
TITLE_STACKED = {"tall": 96.0, "classic": 0.0, "wide": 0.0, "wall": 96.0}
BESIDE_TITLE = 424.0
"""The title's height at least where nothing stands beneath it but the foot."""
LINE, STACKED = 40.0, 40.0
"""A line at the foot, and more of it for each further language."""
GAP = 40.0


def arrange(canvas: Canvas, counts: Mapping[str, int]) -> Rects:
    """Logo, kicker and title from the top; date, host and note at the foot; the guests between them or to the right."""
    shape = canvas.shape
    cells = grid(canvas, counts.get("provenance", 1))
    languages = max(1, counts.get("title", 1))
    guests = counts.get("guests", 0)
    beside = guests > FEW[shape]
    words = _words(cells, shape, beside)
    top = cells.top
    wide, high = LOGO[shape]
    logo = cells.span(0, wide, top, high)
    if counts.get("logo"):
        top = logo.bottom + GAP - (16.0 if languages > 1 else 0.0)
    elif languages == 1 or not guests or beside:
        top += snap(canvas.height * (AIR[shape] if guests else ALONE))
    kicker = Rect(words.x, top, words.w, KICKER + KICKER_STACKED * (languages - 1))
    if counts.get("kicker"):
        top = kicker.bottom + 8.0
    foot, end = _foot(cells, words, counts, languages, rows=beside or shape == "tall")
    height = TITLE[shape] + TITLE_STACKED[shape] * (languages - 1)
    if beside or not guests:
        height = max(height, min(BESIDE_TITLE + 96.0 * (languages - 1), end - GAP - top))
    title = Rect(words.x, top, words.w, min(height, end - GAP - top))
    if beside:
        first = NAME[shape] + BETWEEN[shape]
        people = cells.span(first, cells.columns - first, cells.top, cells.bottom - cells.top)
    else:
        start = title.bottom + GAP
        people = cells.span(0, cells.columns, start, end - GAP - start)
    return {"title": (title,)} | filled(counts, {"kicker": kicker, "logo": logo, "guests": people} | foot)


def _words(cells: Grid, shape: Shape, beside: bool) -> Rect:
    """Over how much of the width the words reach; only that counts of the rectangle."""
    if not beside:
        return cells.span(0, cells.columns, 0.0, 0.0)
    words = cells.span(0, NAME[shape], 0.0, 0.0)
    return words if BETWEEN[shape] else Rect(words.x, words.y, words.w - cells.gutter, words.h)


def _foot(
    cells: Grid, words: Rect, counts: Mapping[str, int], languages: int, *, rows: bool
) -> tuple[dict[str, Rect], float]:
    """Date, host and note at the foot, and where they begin. Date and host share a line unless in `rows`."""
    line = LINE + STACKED * (languages - 1)
    end = cells.bottom
    found: dict[str, Rect] = {}
    if counts.get("note"):
        end -= line
        found["note"] = Rect(words.x, end, words.w, line)
    both = counts.get("date") and counts.get("host")
    if both and not rows:
        end -= line
        third = cells.columns // 3
        found["date"] = cells.span(0, third, end, line)
        found["host"] = cells.span(third, cells.columns - third, end, line)
        return found, end
    for name in ("host", "date"):
        if counts.get(name):
            end -= line
            found[name] = Rect(words.x, end, words.w, line)
    return found, end


LAYOUT = Layout(
    doc=Message("欢迎页：代表团名称最大，来宾名单和标志", "Welcome: a delegation's name, its people and its logo"),
    arrange=arrange,
    prominent=True,
    slots=(
        Slot(name="logo", type="logo", doc=Message("来访方的标志", "the delegation's logo")),
        Slot(name="kicker", type="text", role="lead", colour="accent", doc=Message("欢迎的话", "the words of welcome")),
        Slot(
            name="title",
            type="text",
            role="statement",
            least="title",
            required=True,
            doc=Message("代表团名称", "the delegation's name"),
        ),
        Slot(name="guests", type="guests", anchor="middle", doc=Message("来宾名单", "who is in it")),
        Slot(name="date", type="text", role="caption", anchor="bottom", doc=Message("日期", "the date")),
        Slot(
            name="host",
            type="text",
            role="caption",
            colour="quiet",
            anchor="bottom",
            doc=Message("接待人", "who receives them"),
        ),
        Slot(
            name="note",
            type="text",
            role="caption",
            colour="quiet",
            anchor="bottom",
            doc=Message("底部小字", "small line at the foot"),
        ),
    ),
)
