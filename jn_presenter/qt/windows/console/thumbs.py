"""Small pictures of places in the show, and the audience's own picture made small."""

from collections import OrderedDict

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

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

    def findings(self, state: ShowState) -> tuple[Finding, ...]:
        """What the layout of the slide that the audience sees came upon, each with its element's path."""
        fitted = self._fitted(state, state.shown)
        return tuple(finding for _, finding in fitted.findings) if fitted else ()

    def get(self, state: ShowState, place: Place, size: QSize, *, make: bool = True) -> QPixmap | None:
        """The picture of `size` device px, or None for a slide that cannot be shown.

        make: whether it is painted where it is not there already; without, that is None too.
        """
        fitted = self._fitted(state, place)
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

    def _fitted(self, state: ShowState, place: Place) -> FittedSlide | None:
        deck = self._store.deck
        slide = deck.slides.get(place.slide)
        return self._fits.get(deck, slide, self.canvas, state.languages, state.style) if slide else None


def shrunk(image: QPixmap, size: QSize, *, smooth: bool) -> QPixmap:
    """A copy of `size` device px; without `smooth` four pixels are looked at for one, which is quick.

    Always a copy: held by two, the audience's pixmap would be copied whole at the next stroke on it.
    """
    if smooth:
        return image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
    small = QPixmap(size)
    painter = QPainter(small)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawPixmap(small.rect(), image, image.rect())
    painter.end()
    return small
