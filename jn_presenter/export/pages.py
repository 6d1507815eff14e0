"""Which pages an export has: every chosen slide once, at its last step, laid out when its turn comes."""

from collections.abc import Iterator

from msgspec import Struct

from jn_presenter.compose import FittedSlide, fit_slide
from jn_presenter.draw.resolve import resolve
from jn_presenter.model.deck import Deck
from jn_presenter.model.element import Measure
from jn_presenter.model.feed import Snapshots
from jn_presenter.model.geometry import Canvas
from jn_presenter.model.style import Style


class Page(Struct, frozen=True, kw_only=True):
    """A slide at the step it is exported at; `number` counts from 1."""

    number: int
    slide: str
    step: int
    fitted: FittedSlide


class Pages(Struct, frozen=True, kw_only=True):
    """The slides of an export and how they are laid out. `canvas` is theirs all."""

    deck: Deck
    slides: tuple[str, ...]
    canvas: Canvas
    languages: tuple[str, ...]
    style: Style
    measure: Measure
    snapshots: Snapshots = {}

    def __len__(self) -> int:
        return len(self.slides)

    def __iter__(self) -> Iterator[Page]:
        """The pages one by one; a page that is no longer held costs no memory."""
        for number, name in enumerate(self.slides, 1):
            slide = self.deck.slides[name]
            fitted = fit_slide(self.deck, slide, self.canvas, self.languages, self.style, self.measure, self.snapshots)
            yield Page(number=number, slide=name, step=fitted.last_step, fitted=fitted)

    @property
    def title(self) -> str:
        """The briefing's title in the first language."""
        wordings = resolve(self.deck.briefing.title, self.deck.facts, self.languages[:1], self.deck.briefing.languages)
        return wordings[0].plain
