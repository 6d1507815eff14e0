"""What is asked of an export: one frozen value, which all kinds read and none changes."""

from collections.abc import Mapping

from msgspec import Struct

from jn_presenter.export.pages import Pages, title_of
from jn_presenter.model.deck import Deck
from jn_presenter.model.element import Measure
from jn_presenter.model.feed import Snapshots
from jn_presenter.model.geometry import Canvas, canvas_for
from jn_presenter.model.handout import Handout
from jn_presenter.model.ink import Strokes
from jn_presenter.model.style import Style


class Request(Struct, frozen=True, kw_only=True):
    """Which slides are exported, and how they look. What a kind has no use for it leaves alone."""

    deck: Deck
    """Made out for `deck.visit`, where there is one."""
    slides: tuple[str, ...]
    """Ids in deck.slides, in the order of the pages, at least one."""
    languages: tuple[str, ...]
    """What is read; more than one are stacked."""
    style: Style
    measure: Measure
    size: tuple[int, int] = (1920, 1080)
    """px of a picture, whose shape the slides of all kinds have."""
    snapshots: Snapshots = {}
    ink: Mapping[str, Strokes] = {}
    """Slide -> what is drawn on it; empty where it is to be left out."""
    handout: Handout = Handout()

    @property
    def canvas(self) -> Canvas:
        """What a slide is laid out on."""
        return canvas_for(*self.size)

    @property
    def title(self) -> str:
        """The briefing's title in the first language."""
        return title_of(self.deck, self.languages)

    def pages(self, canvas: Canvas | None = None) -> Pages:
        """The slides at their last steps, to be laid out one by one; on the canvas given, else on `canvas`."""
        return Pages(
            deck=self.deck,
            slides=self.slides,
            canvas=canvas or self.canvas,
            languages=self.languages,
            style=self.style,
            measure=self.measure,
            snapshots=self.snapshots,
            ink=self.ink,
        )
