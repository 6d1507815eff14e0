"""A sheet of a handout as marks and slides, in the order of reading: head, slides each with its notes, foot."""

from collections.abc import Iterator

from jn_presenter.draw.feeding import slide_feeds
from jn_presenter.draw.provenance import provenance, slide_facts
from jn_presenter.draw.setting import placed
from jn_presenter.draw.typography import baseline
from jn_presenter.draw.words import say
from jn_presenter.export.handout.grid import BENEATH, GAP, Grid
from jn_presenter.export.handout.head import Head, first_head, running_head
from jn_presenter.export.handout.notes import NoteLine
from jn_presenter.export.handout.packing import Filled, Spot
from jn_presenter.export.handout.paper import FAINT, FOOT, LEADING, QUIET, SMALL, Room
from jn_presenter.export.handout.words import CONTINUED
from jn_presenter.export.pages import Page
from jn_presenter.export.request import Request
from jn_presenter.model.element import Block
from jn_presenter.model.marks import AnyMark, Box, Line, Run, ShapeMark, TextMark
from jn_presenter.qt.scene.pdf import Inset

WRITING = 46.0
"""From line to line where guests write: 8 mm."""
NUMBER_ROOM = 90.0
"""For the page number, to the right of the sources."""
ABOVE_FOOT = 10.0


class Edges:
    """Head and foot of every sheet, and what they leave between them."""

    def __init__(self, request: Request, room: Room) -> None:
        self._request, self._room = request, room
        self._first, self._running = first_head(request, room), running_head(request, room)

    def head(self, number: int) -> Head:
        """Of the sheet `number`, from 0."""
        return self._running if number else self._first

    def body(self, number: int, indices: tuple[int, ...]) -> float:
        """Px of height between head and foot of a sheet that shows these slides."""
        return self._room.height - self.head(number).height - self.foot_height(indices) - GAP / 2

    def foot_height(self, indices: tuple[int, ...]) -> float:
        blocks = self.sources(indices)
        return ABOVE_FOOT + max(FOOT.size * LEADING, sum(block.height for block in blocks))

    def sources(self, indices: tuple[int, ...]) -> tuple[Block, ...]:
        """Where the figures of these slides come from, as a slide says it at its foot: there it is too small here."""
        request = self._request
        slides = [request.deck.slides[request.slides[index]] for index in indices]
        facts = (fact for slide in slides for fact in slide_facts(slide, request.deck.facts))
        feeds = dict.fromkeys(feed for slide in slides for feed in slide_feeds(slide))
        return tuple(
            request.measure.wrap(
                (Run(wording.plain, FOOT, QUIET),),
                self._room.width - NUMBER_ROOM,
                language=wording.language,
                leading=LEADING,
            )
            for wording in provenance(facts, request.deck.facts, request.languages, feeds)
        )


def sheet_marks(
    request: Request, room: Room, grid: Grid, edges: Edges, filled: tuple[Filled, ...], number: int, pages: list[Page]
) -> tuple[Inset | AnyMark, ...]:
    """All of the sheet `number`, from 0; pages: its slides in their order."""
    head, sheet = edges.head(number), filled[number]
    top = room.top + head.height
    slides = iter(pages)
    parts: list[Inset | AnyMark] = [*head.marks]
    for spot in sheet.spots:
        x, y = room.left + spot.x, top + spot.y
        parts += _rest(request, grid, spot, x, y) if spot.cell.rest else _slide(request, grid, spot, x, y, next(slides))
    return (*parts, *_foot(request, room, edges, sheet, f"{number + 1} / {len(filled)}"))


def _slide(request: Request, grid: Grid, spot: Spot, x: float, y: float, page: Page) -> Iterator[Inset | AnyMark]:
    """A slide with its number in the margin, a hair of an edge, since paper is as light as it, and its notes."""
    number = (Run(str(page.number), FOOT, QUIET),)
    width = request.measure.advance(str(page.number), FOOT)
    line = Line(x - 10.0 - width, y + FOOT.size, width, number)
    yield TextMark(key="number", lines=(line,))
    yield Inset(page.fitted, page.step, x, y, grid.scale)
    yield ShapeMark(key="edge", shape=Box(x, y, grid.w, grid.h), stroke=FAINT, width=1.0)
    notes = spot.cell.notes
    if notes:
        yield _said(grid, notes, x + grid.notes_x, y if grid.beside else y + grid.h + BENEATH)
    elif grid.beside:
        yield from _lines(grid, x + grid.notes_x, y + grid.h % WRITING, y + grid.h)
    else:
        yield from _lines(grid, x, y + grid.h, y + grid.h + spot.free - GAP)


def _rest(request: Request, grid: Grid, spot: Spot, x: float, y: float) -> Iterator[AnyMark]:
    words = say(CONTINUED, request.languages[0]).format(number=spot.cell.index + 1)
    block = request.measure.wrap((Run(words, SMALL, QUIET),), 10_000.0, language=request.languages[0])
    yield TextMark(key="continued", lines=placed(block.lines, x, y))
    yield _said(grid, spot.cell.notes, x, y + grid.line)


def _said(grid: Grid, notes: tuple[NoteLine, ...], x: float, y: float) -> TextMark:
    lines: list[Line] = []
    for note in notes:
        at = baseline(y + note.above, grid.font, LEADING)
        lines.append(Line(note.line.x + x, at, note.line.width, note.line.runs, note.line.language))
        y += note.height
    return TextMark(key="notes", lines=tuple(lines))


def _lines(grid: Grid, x: float, top: float, bottom: float) -> Iterator[AnyMark]:
    """Lines to write on between these heights."""
    for k in range(1, int((bottom - top) / WRITING + 0.01) + 1):
        yield ShapeMark(key=f"line.{k}", shape=Box(x, top + k * WRITING - 1.0, grid.notes_w, 1.0), fill=FAINT)


def _foot(request: Request, room: Room, edges: Edges, sheet: Filled, number: str) -> Iterator[AnyMark]:
    top = room.bottom - edges.foot_height(sheet.indices)
    yield ShapeMark(key="foot", shape=Box(room.left, top, room.width, 1.0), fill=FAINT)
    top += ABOVE_FOOT
    for k, block in enumerate(edges.sources(sheet.indices)):
        yield TextMark(key=f"sources.{k}", lines=placed(block.lines, room.left, top))
        top += block.height
    width = request.measure.advance(number, SMALL)
    at = room.bottom - edges.foot_height(sheet.indices) + ABOVE_FOOT
    line = Line(room.right - width, baseline(at, SMALL, 1.3), width, (Run(number, SMALL, QUIET),))
    yield TextMark(key="page", lines=(line,))
