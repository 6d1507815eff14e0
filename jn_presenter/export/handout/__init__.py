"""A briefing to take home: several slides on a sheet of office paper, with room or notes beside them, as a PDF."""

from collections.abc import Iterator

from jn_presenter.export.handout.grid import Grid, grid_for
from jn_presenter.export.handout.packing import Filled, packed
from jn_presenter.export.handout.paper import PX_PER_MM, Room, room
from jn_presenter.export.handout.sheet import Edges, sheet_marks
from jn_presenter.export.outline import finished
from jn_presenter.export.pages import Page
from jn_presenter.export.progress import Progress, followed
from jn_presenter.export.request import Request
from jn_presenter.model.geometry import Canvas
from jn_presenter.model.handout import PAPERS
from jn_presenter.qt.scene.pdf import Sheet, page_canvas, pdf_file

SHARES = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5)
"""How large slides are beside long notes, of what they could be."""
MORE_SHEETS = 1.2


def write(request: Request, progress: Progress) -> bytes:
    """The file. Raises what `progress` raises."""
    width, height = PAPERS[request.handout.paper]
    paper = page_canvas(Canvas(width * PX_PER_MM, height * PX_PER_MM))
    place = room(paper)
    edges = Edges(request, place)
    grid, filled = _best(request, place, edges)
    pages = followed(request.pages(), len(request.slides), progress)
    content = pdf_file(paper, _sheets(request, place, grid, edges, filled, pages), request.title)
    places = ((number, request.slides[one.index]) for number, sheet in enumerate(filled) for one in sheet.slides)
    return finished(content, request, places)


def _best(request: Request, place: Room, edges: Edges) -> tuple[Grid, tuple[Filled, ...]]:
    """The largest slides whose notes leave nearly as many on a sheet as asked for, or as can be."""
    asked = -(-len(request.slides) // request.handout.per_page)
    tried = []
    for share in SHARES if request.handout.notes else SHARES[:1]:
        grid = grid_for(request, place, share)
        filled = packed(request, grid, edges)
        if len(filled) <= MORE_SHEETS * asked:
            return grid, filled
        tried.append((grid, filled))
    fewest = min(len(filled) for _, filled in tried)
    return next(one for one in tried if len(one[1]) <= MORE_SHEETS * fewest)


def _sheets(
    request: Request, place: Room, grid: Grid, edges: Edges, filled: tuple[Filled, ...], pages: Iterator[Page]
) -> Iterator[Sheet]:
    """Each sheet with its slides, which are laid out when their turn comes."""
    for number in range(len(filled)):
        fitted = [next(pages) for _ in filled[number].slides]
        yield Sheet(parts=sheet_marks(request, place, grid, edges, filled, number, fitted))
    next(pages, None)  # so that the last one is told as done
