"""Slides laid out, kept as long as they may be asked for again: one small cache for all windows and sizes."""

from collections import OrderedDict

from jn_presenter.compose import FittedSlide, fit_slide
from jn_presenter.model.deck import Deck, Slide
from jn_presenter.model.element import Measure
from jn_presenter.model.feed import Snapshots
from jn_presenter.model.geometry import Canvas

KEPT = 12
"""Slides: the neighbours of the audience's and of the console's place, in two languages at most."""


class Fits:
    """`fit_slide` with a memory. Slides are frozen and a reload makes new ones, so identity is the key."""

    def __init__(self, measure: Measure, kept: int = KEPT) -> None:
        self._measure = measure
        self._kept = kept
        self._fits: OrderedDict[tuple[object, ...], tuple[tuple[object, ...], FittedSlide]] = OrderedDict()

    @property
    def measure(self) -> Measure:
        return self._measure

    def get(
        self,
        deck: Deck,
        slide: Slide,
        canvas: Canvas,
        languages: tuple[str, ...],
        style: str,
        snapshots: Snapshots | None = None,
    ) -> FittedSlide:
        """The slide laid out on the canvas; `style` is a name in deck.styles."""
        key = (id(slide), id(deck.facts), id(deck.styles), canvas, languages, style, id(snapshots))
        found = self._fits.get(key)
        if found is not None:
            self._fits.move_to_end(key)
            return found[1]
        fitted = fit_slide(deck, slide, canvas, languages, deck.styles[style], self._measure, snapshots)
        # what the key names by id() is kept beside the fit, so that no other object can get that id
        self._fits[key] = ((slide, deck.facts, deck.styles, snapshots), fitted)
        while len(self._fits) > self._kept:
            self._fits.popitem(last=False)
        return fitted
