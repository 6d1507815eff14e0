"""Writes slides that are laid out already as pages of a PDF and times it, and the whole of an export in a program that
runs; leaves a PDF and a PowerPoint file of the same slides.

`python -m bench.printing DECK CHARTS FOLDER` prints the times, packed. CHARTS is a deck of which the slides with charts
of pyqtgraph are taken. Everything is written once before it is timed; the export then is in another language, so that
none of its texts was laid out before.
"""

import sys
import time
from pathlib import Path

import msgspec
from msgspec import Struct, structs

from bench.exporting import SIZE
from jn_presenter.choices import chosen_style
from jn_presenter.compose import frame
from jn_presenter.export.briefing import export
from jn_presenter.export.kinds import KINDS
from jn_presenter.export.outline import finished
from jn_presenter.export.pages import Page
from jn_presenter.export.request import Request
from jn_presenter.load import load_deck
from jn_presenter.load.snapshots import read_snapshots
from jn_presenter.model.marks import PlotMark
from jn_presenter.qt.offscreen import application
from jn_presenter.qt.scene.pdf import Inset, Sheet, page_canvas, pdf_file

REPEATS = 5


class Printed(Struct, frozen=True):
    """Ms. marks, charts: a page of our marks and one with a chart of pyqtgraph, laid out before, its share of fonts and
    bookmarks included; most: the slowest page with a chart. running: all slides laid out and written. slides: how many.
    """

    marks: float
    charts: float
    most: float
    running: float
    slides: int

    def pack(self) -> bytes:
        return msgspec.json.encode(self)


def unpack(data: bytes) -> Printed:
    """The times that `pack` told. Raises msgspec.DecodeError for anything else."""
    return msgspec.json.decode(data, type=Printed)


def requested(folder: str, language: int = 0) -> Request:
    """All slides of a deck in one of its languages, counted from the last for less than 0."""
    deck = load_deck(folder).deck
    return Request(
        deck=deck,
        slides=deck.order,
        languages=(deck.briefing.languages[language],),
        style=chosen_style("", deck),
        size=SIZE,
        measure=application(),
        snapshots=read_snapshots(deck),
    )


def has_chart(page: Page) -> bool:
    """Whether pyqtgraph draws on the page."""
    return any(isinstance(mark, PlotMark) for one in frame(page.fitted, page.step) for mark in one.marks)


def written_ms(request: Request, pages: list[Page]) -> float:
    """Ms that these pages take as a file, from marks to bytes."""
    began = time.perf_counter()
    sheets = (Sheet(parts=(Inset(page.fitted, page.step),)) for page in pages)
    content = pdf_file(page_canvas(request.canvas), sheets, request.title)
    finished(content, request, ((k, page.slide) for k, page in enumerate(pages)))
    return 1000 * (time.perf_counter() - began)


def a_page(request: Request, pages: list[Page]) -> float:
    """Ms a page once it was written before: the least of REPEATS, which other programs disturb least."""
    written_ms(request, pages)
    return min(written_ms(request, pages) for _ in range(REPEATS)) / len(pages)


def printed(deck: str, charts: str, folder: Path) -> Printed:
    """Write and time all of it. Raises OSError."""
    other = requested(deck, -1)
    marks = a_page(other, [page for page in other.pages() if not has_chart(page)])
    gallery = requested(charts)
    plots = [page for page in gallery.pages() if has_chart(page)]
    request = structs.replace(other, languages=other.deck.briefing.languages[:1])
    export(KINDS["pptx"], other, folder / "briefing.pptx")
    began = time.perf_counter()
    export(KINDS["pdf"], request, folder / "briefing.pdf")
    running = 1000 * (time.perf_counter() - began)
    export(KINDS["pptx"], request, folder / "briefing.pptx")
    return Printed(
        marks=marks,
        charts=a_page(gallery, plots),
        most=max(a_page(gallery, [page]) for page in plots),
        running=running,
        slides=len(request.slides),
    )


def main() -> int:
    """Measure and tell."""
    sys.stdout.buffer.write(printed(sys.argv[1], sys.argv[2], Path(sys.argv[3])).pack())
    return 0


if __name__ == "__main__":
    sys.exit(main())
