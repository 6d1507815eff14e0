"""A briefing as pictures: one PNG a slide, numbered, in a folder."""

from collections.abc import Iterator

from jn_presenter.export.pages import Page
from jn_presenter.export.progress import Progress, followed
from jn_presenter.export.request import Request
from jn_presenter.qt.scene.stills import Stills


def write(request: Request, progress: Progress) -> Iterator[tuple[str, bytes]]:
    """The name and content of each picture, `request.size` px large. Raises what `progress` raises."""
    stills, total = Stills(), len(request.slides)
    for page in followed(request.pages(), total, progress):
        yield name(page, total), stills.png(page.fitted, page.step, *request.size)


def name(page: Page, total: int) -> str:
    """`03-industry-cluster-targets.png`: sorted by name the files are in show order."""
    digits = max(2, len(str(total)))
    return f"{page.number:0{digits}}-{page.slide.replace('/', '-')}.png"
