"""A briefing on one picture: every slide as a thumbnail with its id beneath, for a look at the whole."""

from collections.abc import Iterable, Iterator
from math import sqrt

from msgspec import Struct

from jn_presenter.draw.setting import placed
from jn_presenter.export.pages import Page
from jn_presenter.export.progress import Progress, followed
from jn_presenter.export.request import Request
from jn_presenter.model.element import Measure
from jn_presenter.model.geometry import Canvas
from jn_presenter.model.marks import Box, Run, ShapeMark, TextMark
from jn_presenter.model.style import Font, Style
from jn_presenter.qt.scene.stills import Stills, Thumbnail

SHORT_SIDE = 360
"""px of a thumbnail's shorter side, where there is room."""
LONGEST_SIDE = 7680
"""px of the sheet: more than that many image viewers refuse or scale."""
RATIO = 1.6
"""Width to height that the sheet comes near."""
GAP, LABEL = 1 / 9, 1 / 7
"""Between thumbnails and around them, and of the line beneath each, in units of a thumbnail's shorter side."""
LABEL_PX = 20.0
SMALLEST_LABEL_PX = 10.0


class Sheet(Struct, frozen=True, kw_only=True):
    """The sheet's arithmetic, in whole px. A cell is a thumbnail with its label; cells stand in rows, left to right."""

    columns: int
    rows: int
    thumbnail: tuple[int, int]
    gap: int
    label: int

    @property
    def width(self) -> int:
        return self.columns * (self.thumbnail[0] + self.gap) + self.gap

    @property
    def height(self) -> int:
        return self.rows * (self.thumbnail[1] + self.label + self.gap) + self.gap

    def corner(self, k: int) -> tuple[int, int]:
        """Left and top of the k-th thumbnail, counted from 0."""
        row, column = divmod(k, self.columns)
        return (
            self.gap + column * (self.thumbnail[0] + self.gap),
            self.gap + row * (self.thumbnail[1] + self.label + self.gap),
        )


def sheet_for(count: int, canvas: Canvas) -> Sheet:
    """The sheet of `count` slides (at least one) of a canvas: near RATIO, no side longer than LONGEST_SIDE."""
    unit = min(canvas.width, canvas.height)
    across, down = canvas.width / unit, canvas.height / unit
    columns = max(1, min(count, round(sqrt(count * RATIO * (down + LABEL + GAP) / (across + GAP)))))
    rows = -(-count // columns)
    longest = max(columns * (across + GAP) + GAP, rows * (down + LABEL + GAP) + GAP)
    short = min(SHORT_SIDE, int((LONGEST_SIDE - columns - rows) / longest))
    return Sheet(
        columns=columns,
        rows=rows,
        thumbnail=(round(across * short), round(down * short)),
        gap=int(GAP * short),
        label=int(LABEL * short),
    )


def write(request: Request, progress: Progress) -> bytes:
    """The sheet of all pages as a PNG file. Raises what `progress` raises."""
    sheet = sheet_for(len(request.slides), request.canvas)
    pages = followed(request.pages(), len(request.slides), progress)
    thumbnails = _thumbnails(pages, sheet, request.style, request.measure)
    return Stills().sheet(sheet.width, sheet.height, request.style.ground[-1], thumbnails)


def _thumbnails(pages: Iterable[Page], sheet: Sheet, style: Style, measure: Measure) -> Iterator[Thumbnail]:
    w, h = sheet.thumbnail
    font = Font(max(SMALLEST_LABEL_PX, min(LABEL_PX, sheet.label / 2)))
    for page in pages:
        x, y = sheet.corner(page.number - 1)
        border = Box(x - 0.5, y - 0.5, w + 1, h + 1)
        label = measure.wrap((Run(fitting(page.slide, w, font, measure), font, style.quiet),), w)
        around = (
            ShapeMark(key="border", shape=border, stroke=style.faint, width=1.0),
            TextMark(key="label", lines=placed(label.lines, x, y + h + (sheet.label - label.height) / 2)),
        )
        yield Thumbnail(fitted=page.fitted, step=page.step, x=x, y=y, w=w, h=h, around=around)


def fitting(name: str, width: float, font: Font, measure: Measure) -> str:
    """As much of a slide id's end as a line of `width` px has room for: slides of one theme differ there."""
    shown = name
    for cut in range(1, len(name)):
        if measure.advance(shown, font) <= width:
            break
        shown = f"…{name[cut:]}"
    return shown
