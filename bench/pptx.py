"""Writes a PowerPoint file of a briefing's slides and times it, beside python-pptx with the words alone.

`python -m bench.pptx DECK FILE COUNT` writes the first slides, in turn until there are COUNT, and prints the times,
packed. Nothing of the export was loaded before; the deck, Qt and its fonts were, as in every export.
"""

import sys
import time
from itertools import cycle, islice
from pathlib import Path

import msgspec
from msgspec import Struct, structs

from jn_presenter.choices import chosen_style
from jn_presenter.compose import frame
from jn_presenter.export.request import Request
from jn_presenter.load import load_deck
from jn_presenter.load.snapshots import read_snapshots
from jn_presenter.model.deck import Deck
from jn_presenter.model.marks import TextMark
from jn_presenter.qt.offscreen import application

EMU = 6350
"""Per logical px."""


class Times(Struct, frozen=True):
    """Ms of the first file, of the same file again, and of one with the words in text boxes of python-pptx alone.

    processor: ms that the processors worked for the first.
    """

    first: float
    again: float
    floor: float
    processor: float

    def pack(self) -> bytes:
        return msgspec.json.encode(self)


def unpack(data: bytes) -> Times:
    """The times that `pack` told. Raises msgspec.DecodeError for anything else."""
    return msgspec.json.decode(data, type=Times)


def with_slides(deck: Deck, count: int) -> Deck:
    """The deck with so many slides in order: its own, some of them more than once where there are less."""
    names = [f"{name}-{k}" if k else name for k, name in _numbered(deck.order, count)]
    slides = {
        name: structs.replace(deck.slides[own], id=name)
        for name, (_, own) in zip(names, _numbered(deck.order, count), strict=True)
    }
    return structs.replace(deck, order=tuple(names), slides=slides)


def _numbered(names: tuple[str, ...], count: int) -> list[tuple[int, str]]:
    """(how often it was there before, name) of names taken in turn."""
    return [(k // len(names), name) for k, name in enumerate(islice(cycle(names), count))]


def requested(deck: Deck) -> Request:
    """All slides of the deck in its first language and style."""
    return Request(
        deck=deck,
        slides=deck.order,
        languages=deck.briefing.languages[:1],
        style=chosen_style("", deck),
        measure=application(),
        snapshots=read_snapshots(deck),
    )


def timed(request: Request, file: Path) -> Times:
    """Write the file and tell. Raises OSError where that cannot be."""
    began, worked = time.perf_counter(), time.process_time()
    from jn_presenter.export.pptx import write
    from jn_presenter.export.progress import untold

    file.write_bytes(write(request, untold))
    first, processor = _ms(began), 1000 * (time.process_time() - worked)
    began = time.perf_counter()
    write(request, untold)
    again = _ms(began)
    return Times(first, again, _floor(request, file.with_suffix(".floor")), processor)


def _floor(request: Request, file: Path) -> float:
    """Ms for the words of all slides as text boxes, laid out before."""
    from pptx import Presentation
    from pptx.util import Emu

    pages = [
        [mark for element in frame(page.fitted, page.step) for mark in element.marks if isinstance(mark, TextMark)]
        for page in request.pages()
    ]
    began = time.perf_counter()
    show = Presentation()
    for marks in pages:
        slide = show.slides.add_slide(show.slide_layouts[6])
        for mark in marks:
            line = mark.lines[0]
            place = (Emu(round(EMU * px)) for px in (line.x, line.y, line.width, 40.0))
            box = slide.shapes.add_textbox(*place)
            box.text_frame.text = "".join(line.text for line in mark.lines)
    show.save(str(file))
    return _ms(began)


def _ms(began: float) -> float:
    return 1000 * (time.perf_counter() - began)


def main() -> int:
    """Measure and tell."""
    request = requested(with_slides(load_deck(sys.argv[1]).deck, int(sys.argv[3])))
    sys.stdout.buffer.write(timed(request, Path(sys.argv[2])).pack())
    return 0


if __name__ == "__main__":
    sys.exit(main())
