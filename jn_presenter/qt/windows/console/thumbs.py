"""Small pictures of places in the show, and the audience's own picture made small."""

from collections import OrderedDict

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap

from jn_presenter.compose import FittedSlide
from jn_presenter.model.geometry import WIDE, Canvas
from jn_presenter.model.problem import Finding
from jn_presenter.qt.scene.fits import Fits
from jn_presenter.qt.scene.pictures import Grounds, whole
from jn_presenter.qt.store import Store
from jn_presenter.show.state import Place, ShowState

KEPT = 8
"""Thumbnails: the present place and the next two, before and after a change of language or style."""


class Thumbnails:
    """Slides as the audience would see them, small, at the end of a step.

    canvas: the audience's. The fits are shared with its window, so that a slide is laid out once for both.
    """

    def __init__(self, store: Store, fits: Fits) -> None:
        self.canvas: Canvas = WIDE
        self._store = store
        self._fits = fits
        self._grounds = Grounds()
        self._pixmaps: OrderedDict[tuple[int, int, int, int], tuple[FittedSlide, QPixmap]] = OrderedDict()

    @property
    def ratio(self) -> float:
        return self.canvas.width / self.canvas.height

    def findings(self, state: ShowState) -> tuple[tuple[str, Finding], ...]:
        """(element path, what is wrong) that the layout of the slide shown to the audience came upon, or its films."""
        fitted = self.fitted(state, state.shown)
        return (*fitted.findings, *self._store.unplayed) if fitted else ()

    def get(self, state: ShowState, place: Place, size: QSize, *, make: bool = True) -> QPixmap | None:
        """The picture of `size` device px, or None for a slide that cannot be shown.

        make: whether it is painted where it is not there already; without, that is None too.
        """
        fitted = self.fitted(state, place)
        if fitted is None:
            return None
        # a fit stands for slide, languages, style and data
        key = (id(fitted), place.step, size.width(), size.height())
        if key not in self._pixmaps:
            if not make:
                return None
            # the fit is kept beside its picture, so that its id() cannot be given to another object
            self._pixmaps[key] = (fitted, whole(fitted, place.step, size, self._grounds))
            while len(self._pixmaps) > KEPT:
                self._pixmaps.popitem(last=False)
        self._pixmaps.move_to_end(key)
        return self._pixmaps[key][1]

    def fitted(self, state: ShowState, place: Place) -> FittedSlide | None:
        """The slide of a place as the audience has it, None for one that cannot be shown."""
        deck = self._store.deck
        slide = deck.slides.get(place.slide)
        if slide is None:
            return None
        return self._fits.get(deck, slide, self.canvas, state.languages, state.style, self._store.snapshots)


def shrunk(image: QPixmap, size: QSize) -> QPixmap:
    """The audience's picture in `size` device px."""
    return image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
