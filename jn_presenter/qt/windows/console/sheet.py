"""Small pictures of many slides, kept as long as there is room: for what lies over the console."""

from collections import OrderedDict
from collections.abc import Callable

from msgspec import Struct
from PySide6.QtCore import QSize
from PySide6.QtGui import QPixmap

from jn_presenter.model.deck import Slide
from jn_presenter.model.element import Measure
from jn_presenter.model.geometry import Canvas
from jn_presenter.qt.scene.fits import Fits
from jn_presenter.qt.scene.pictures import Grounds, whole
from jn_presenter.qt.store import Store

ROOM = 96 * 2**20
"""Bytes of all pictures together."""
BYTES = 4
"""Of a pixel."""


class _Kept(Struct, frozen=True, eq=False):
    """`facts` is the deck's, by identity: a slide that stands may say other figures after a reload."""

    slide: Slide
    facts: object
    pixmap: QPixmap


class Sheet:
    """Slides as the audience would see them, each at its last step.

    They are laid out on their own: going through hundreds would drive the audience's next slides from its memory.
    """

    def __init__(self, store: Store, measure: Measure, canvas: Callable[[], Canvas], room: int = ROOM) -> None:
        self._store, self._canvas, self._room = store, canvas, room
        self._fits = Fits(measure, 1)
        self._grounds = Grounds()
        self._kept: OrderedDict[tuple[object, ...], _Kept] = OrderedDict()
        self._filled = 0

    @property
    def ratio(self) -> float:
        canvas = self._canvas()
        return canvas.width / canvas.height

    def get(self, slide: str, size: QSize) -> QPixmap | None:
        """The picture in `size` device px if it was made and still holds."""
        key, deck = self._key(slide, size), self._store.deck
        kept = self._kept.get(key)
        if kept is None or kept.slide is not deck.slides.get(slide) or kept.facts is not deck.facts:
            return None
        self._kept.move_to_end(key)
        return kept.pixmap

    def make(self, slide: str, size: QSize) -> QPixmap | None:
        """The picture, painted now if it is not there; None for a slide that is not read or cannot be shown."""
        found, deck, state = self._store.deck.slides.get(slide), self._store.deck, self._store.state
        if found is None:
            return None
        known = self.get(slide, size)
        if known is not None:
            return known
        fitted = self._fits.get(deck, found, self._canvas(), state.languages, state.style, self._store.snapshots)
        pixmap = whole(fitted, found.last_step, size, self._grounds)
        self._drop(self._key(slide, size))
        self._kept[self._key(slide, size)] = _Kept(found, deck.facts, pixmap)
        self._filled += _bytes(pixmap)
        while self._filled > self._room and len(self._kept) > 1:
            self._drop(next(iter(self._kept)))
        return pixmap

    def _key(self, slide: str, size: QSize) -> tuple[object, ...]:
        state = self._store.state
        return (slide, size.width(), size.height(), state.languages, state.style, self._canvas())

    def _drop(self, key: tuple[object, ...]) -> None:
        kept = self._kept.pop(key, None)
        self._filled -= _bytes(kept.pixmap) if kept else 0


def _bytes(pixmap: QPixmap) -> int:
    return pixmap.width() * pixmap.height() * BYTES
