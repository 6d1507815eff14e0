"""A briefing as one PDF: vectors, a page a slide, its text selectable and searchable."""

from jn_presenter.export.outline import finished
from jn_presenter.export.progress import Progress, followed
from jn_presenter.export.request import Request
from jn_presenter.qt.scene.pdf import Inset, Sheet, page_canvas, pdf_file


def write(request: Request, progress: Progress) -> bytes:
    """The file. Raises what `progress` raises."""
    canvas = page_canvas(request.canvas)
    pages = followed(request.pages(canvas), len(request.slides), progress)
    sheets = (Sheet(parts=(Inset(page.fitted, page.step),)) for page in pages)
    content = pdf_file(canvas, sheets, request.title)
    return finished(content, request, enumerate(request.slides))
