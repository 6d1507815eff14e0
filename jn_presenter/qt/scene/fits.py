"""Slides laid out, kept as long as they may be asked for again: one small cache for all windows and sizes."""

from collections import OrderedDict
from collections.abc import Mapping

from jn_presenter.compose import FittedSlide, fit_slide, refit
from jn_presenter.draw.feeding import slide_feeds
from jn_presenter.model.deck import Deck, Slide
from jn_presenter.model.element import Measure
from jn_presenter.model.feed import Feed, Snapshot, Snapshots
from jn_presenter.model.geometry import Canvas

KEPT = 12
"""Slides: the neighbours of the audience's and of the console's place, in two languages at most."""
VERSIONS = 2
"""Of a slide with data that changes: what a frozen audience sees, and what there is by now."""

NOTHING: Snapshots = {}


class _Kept:
    """A slide's fits with the last data, newest last. `named` is what the key names by id(), so that no other object
    can get that id.
    """

    def __init__(self, slide: Slide, named: tuple[object, ...]) -> None:
        self.named = named
        self.feeds = slide_feeds(slide)
        self.versions: list[_Version] = []

    def data(self, snapshots: Snapshots) -> dict[Feed, Snapshot]:
        """What the slide's own feeds say."""
        return {feed: snapshots[feed] for feed in self.feeds if feed in snapshots}


class _Version:
    """`asked`: the snapshots of all feeds that it was last asked for with; `data`: those of the slide's own."""

    def __init__(self, asked: Snapshots, data: Mapping[Feed, Snapshot], fitted: FittedSlide) -> None:
        self.asked = asked
        self.data = data
        self.fitted = fitted


class Fits:
    """`fit_slide` with a memory. Slides are frozen and a reload makes new ones, so identity is the key.

    New data of a slide's feeds is fitted into the slide as it is laid out; that of other feeds is no reason to do
    anything. Snapshots are compared by identity, their mapping is never changed.
    """

    def __init__(self, measure: Measure, kept: int = KEPT) -> None:
        self._measure = measure
        self._kept = kept
        self._fits: OrderedDict[tuple[object, ...], _Kept] = OrderedDict()

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
        snapshots: Snapshots = NOTHING,
        *,
        enlarge: bool = False,
    ) -> FittedSlide:
        """The slide laid out on the canvas; `style` is a name in deck.styles, for `enlarge` see `fit_slide`."""
        theme = deck.theme_of(slide.id)
        look_of = (theme.accent, theme.motif) if theme else None
        fallbacks = deck.briefing.languages
        key = (id(slide), id(deck.facts), id(deck.styles), look_of, fallbacks, canvas, languages, style, enlarge)
        kept = self._fits.get(key)
        if kept is None:
            kept = self._fits[key] = _Kept(slide, (slide, deck.facts, deck.styles))
            while len(self._fits) > self._kept:
                self._fits.popitem(last=False)
        else:
            self._fits.move_to_end(key)
        for version in kept.versions:
            if version.asked is snapshots:
                return version.fitted
        data = kept.data(snapshots)
        for version in kept.versions:
            if version.data == data:
                version.asked = snapshots
                return version.fitted
        fitted = refit(kept.versions[-1].fitted, data) if kept.versions else None
        if fitted is None:
            look = deck.styles[style]
            fitted = fit_slide(deck, slide, canvas, languages, look, self._measure, data, enlarge=enlarge)
        kept.versions = [*kept.versions[1 - VERSIONS :], _Version(snapshots, data, fitted)]
        return fitted
