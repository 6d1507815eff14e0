"""Slides before and after: which of a deck look otherwise by now, by the pictures of the show's own renderer."""

from collections.abc import Iterator

from msgspec import Struct
from PySide6.QtCore import QSize
from PySide6.QtGui import QPixmap

from jn_presenter.compose import FittedSlide, fit_slide
from jn_presenter.model.deck import Deck
from jn_presenter.model.element import Measure
from jn_presenter.model.feed import Snapshots
from jn_presenter.model.geometry import Canvas
from jn_presenter.qt.scene.pictures import Grounds, whole
from jn_presenter.qt.windows.editor.manner import Manner

COMPARED = 480
"""Device px of the longer side of the pictures that are compared: enough for every comma to be seen."""


class Pair(Struct, frozen=True):
    """A slide laid out before and after; None where it is not there."""

    slide: str
    before: FittedSlide | None
    after: FittedSlide | None


class Pairs:
    """Lays slides of two states of a deck out and paints them in one manner."""

    def __init__(self, before: Deck, after: Deck, manner: Manner, measure: Measure, snapshots: Snapshots) -> None:
        self._before, self._after, self._manner = before, after, manner
        self._measure, self._snapshots = measure, snapshots
        self._grounds = Grounds()

    @property
    def candidates(self) -> tuple[str, ...]:
        """The slides that can look otherwise, in the order of the show; those that are gone come last."""
        before, after = self._before, self._after
        alike = all(getattr(before, part) is getattr(after, part) for part in ("facts", "styles", "briefing", "themes"))
        gone = tuple(name for name in before.order if name not in after.order)
        return tuple(
            name for name in (*after.order, *gone) if not alike or before.slides.get(name) is not after.slides.get(name)
        )

    def pair(self, slide: str) -> Pair:
        return Pair(slide, self._fitted(self._before, slide), self._fitted(self._after, slide))

    def changed(self) -> Iterator[Pair | None]:
        """Each candidate that looks otherwise, None for each that does not, so that whoever asks can breathe."""
        for name in self.candidates:
            pair = self.pair(name)
            yield pair if self.differs(pair) else None

    def differs(self, pair: Pair) -> bool:
        """Whether anything of it is to be seen otherwise."""
        if pair.before is None or pair.after is None:
            return pair.before is not pair.after
        size = picture_size(self._manner.canvas, COMPARED)
        return self.picture(pair.before, size).toImage() != self.picture(pair.after, size).toImage()

    def picture(self, fitted: FittedSlide, size: QSize) -> QPixmap:
        """The slide at its last step, `size` device px."""
        return whole(fitted, fitted.last_step, size, self._grounds)

    def file(self, fitted: FittedSlide) -> bytes:
        """The same as a PNG file, a pixel for each logical px."""
        canvas = self._manner.canvas
        size = QSize(round(canvas.width), round(canvas.height))
        from jn_presenter.qt.scene.png import png_file  # brings numpy, for which no window is to wait

        return png_file(self.picture(fitted, size).toImage())

    def _fitted(self, deck: Deck, name: str) -> FittedSlide | None:
        slide = deck.slides.get(name)
        if slide is None or name not in deck.order:
            return None
        look = self._manner.within(deck)
        style = deck.styles[look.style]
        return fit_slide(deck, slide, look.canvas, look.languages, style, self._measure, self._snapshots)


def picture_size(canvas: Canvas, longer: int) -> QSize:
    """The size of a picture of the canvas with that longer side."""
    by = longer / max(canvas.width, canvas.height)
    return QSize(round(canvas.width * by), round(canvas.height * by))


def file_names(pair: Pair, number: int) -> dict[str, FittedSlide]:
    """What the pictures of a pair are called: `03-industry-cluster-targets-before.png` and `…-after.png`."""
    stem = f"{number:02}-{pair.slide.replace('/', '-')}"
    both = {f"{stem}-before.png": pair.before, f"{stem}-after.png": pair.after}
    return {name: fitted for name, fitted in both.items() if fitted is not None}
