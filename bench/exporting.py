"""Exports a briefing like `jn-presenter export` and times every page, then writes the same pages by Qt alone.

`python -m bench.exporting DECK pdf|png FOLDER` writes both into the folder and prints the times, packed. All of it is
exported in another language before: the program is warm then, and none of the texts that are timed was laid out.
"""

import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QMarginsF, QPointF, QSizeF
from PySide6.QtGui import QFont, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

from bench.page_times import PageTimes
from jn_presenter.choices import chosen_style
from jn_presenter.compose import frame
from jn_presenter.export.briefing import export
from jn_presenter.export.kinds import KINDS
from jn_presenter.export.pages import Page
from jn_presenter.export.png import name
from jn_presenter.export.request import Request
from jn_presenter.load import load_deck
from jn_presenter.model.deck import Deck
from jn_presenter.model.marks import TextMark
from jn_presenter.qt.fonts import FAMILY
from jn_presenter.qt.offscreen import application

SIZE = (1920, 1080)
DPI, POINTS = 144, 0.5
"""Of the floor's PDF, whose pages are as large as ours: a device px is a logical px, which is half a point."""


class Floor(Protocol):
    """What Qt can do at best."""

    def page(self, page: Page) -> float:
        """Ms that the page took."""

    def close(self) -> float:
        """Ms that the end of all pages took."""


class Words:
    """A PDF with the words of each page and nothing else, by QPdfWriter."""

    def __init__(self, file: Path) -> None:
        began = time.perf_counter()
        self._writer = QPdfWriter(str(file))
        self._writer.setResolution(DPI)
        size = QPageSize(QSizeF(*SIZE) * POINTS, QPageSize.Unit.Point)
        self._writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))
        self._painter = QPainter(self._writer)
        self._font = QFont(FAMILY)
        self._opened_ms = ms_since(began)

    def page(self, page: Page) -> float:
        words = [
            (QPointF(line.x, line.y), max(1, round(line.runs[0].font.size)), line.text)
            for element in frame(page.fitted, page.step)
            for mark in element.marks
            if isinstance(mark, TextMark)
            for line in mark.lines
            if line.runs
        ]
        began = time.perf_counter()
        if page.number > 1:
            self._writer.newPage()
        for place, size, text in words:
            self._font.setPixelSize(size)
            self._painter.setFont(self._font)
            self._painter.drawText(place, text)
        return ms_since(began) + (self._opened_ms if page.number == 1 else 0.0)

    def close(self) -> float:
        began = time.perf_counter()
        self._painter.end()
        return ms_since(began)


class Saved:
    """The very pictures that we wrote, written again by QImage.save; laying out and painting come on top of that."""

    def __init__(self, written: Callable[[Page], Path], folder: Path) -> None:
        self._written = written
        self._file = folder / "floor.png"

    def page(self, page: Page) -> float:
        image = QImage(str(self._written(page))).convertToFormat(QImage.Format.Format_RGB32)
        began = time.perf_counter()
        if not image.save(str(self._file)):
            raise OSError(f"{self._file} could not be written")
        return ms_since(began)

    def close(self) -> float:
        return 0.0


class Laps:
    """Times what an export does between two words of its progress."""

    def __init__(self, clock: Callable[[], float] = time.perf_counter) -> None:
        self._clock = clock
        self.ours: list[float] = []
        self.processor_ms = 0.0
        self._began = self._worked = 0.0

    def reach(self, done: int, _of: int) -> None:
        """The progress of the export."""
        if done:
            self.ours.append(self._stop())
        self._began, self._worked = self._clock(), time.process_time()

    def close(self) -> None:
        """The end of the file counts with its last page."""
        self.ours[-1] += self._stop()

    def _stop(self) -> float:
        passed = 1000 * (self._clock() - self._began)
        self.processor_ms += 1000 * (time.process_time() - self._worked)
        return passed


def ms_since(began: float) -> float:
    """Ms since a moment of time.perf_counter."""
    return 1000 * (time.perf_counter() - began)


def timed(deck: Deck, kind: str, folder: Path, language: str) -> PageTimes:
    """Export all slides in a language into the folder, then the same by the floor. Raises OSError."""
    total = len(deck.order)
    request = Request(
        deck=deck,
        slides=deck.order,
        languages=(language,),
        style=chosen_style("", deck),
        size=SIZE,
        measure=application(),
    )
    laps = Laps()
    export(KINDS[kind], request, folder / "briefing.pdf" if kind == "pdf" else folder, laps.reach)
    laps.close()
    floor = Words(folder / "floor.pdf") if kind == "pdf" else Saved(lambda page: folder / name(page, total), folder)
    least = [floor.page(page) for page in request.pages()]
    least[-1] += floor.close()
    return PageTimes(tuple(laps.ours), tuple(least), laps.processor_ms)


def main() -> int:
    """Measure and tell."""
    deck, folder = load_deck(sys.argv[1]).deck, Path(sys.argv[3])
    first, *others = deck.briefing.languages
    for language in (*others[-1:], first):
        found = timed(deck, sys.argv[2], folder, language)
    sys.stdout.buffer.write(found.pack())
    return 0


if __name__ == "__main__":
    sys.exit(main())
