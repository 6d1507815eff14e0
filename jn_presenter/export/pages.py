"""Which pages an export has: every chosen slide once, at its last step, laid out when its turn comes."""

from collections.abc import Iterator, Mapping

from msgspec import Struct, structs

from jn_presenter.compose import FittedSlide, Placed, fit_slide
from jn_presenter.draw.ink import ink_marks
from jn_presenter.draw.resolve import resolve
from jn_presenter.draw.still import Still
from jn_presenter.model.deck import Deck
from jn_presenter.model.element import Measure
from jn_presenter.model.feed import Snapshots
from jn_presenter.model.geometry import Canvas
from jn_presenter.model.ink import Strokes
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
    ink: Mapping[str, Strokes] = {}
    """Slide -> what is drawn on it."""

    def __len__(self) -> int:
        return len(self.slides)

    def __iter__(self) -> Iterator[Page]:
        """The pages one by one; a page that is no longer held costs no memory."""
        for number, name in enumerate(self.slides, 1):
            slide = self.deck.slides[name]
            fitted = fit_slide(self.deck, slide, self.canvas, self.languages, self.style, self.measure, self.snapshots)
            inked = with_ink(fitted, self.ink.get(name, ()), self.style)
            yield Page(number=number, slide=name, step=fitted.last_step, fitted=inked)

    @property
    def title(self) -> str:
        """The briefing's title in the first language."""
        return title_of(self.deck, self.languages)


def title_of(deck: Deck, languages: tuple[str, ...]) -> str:
    """The briefing's title in the first of the languages."""
    return resolve(deck.briefing.title, deck.facts, languages[:1], deck.briefing.languages)[0].plain


def with_ink(fitted: FittedSlide, strokes: Strokes, style: Style) -> FittedSlide:
    """The slide with what was drawn on it above all else."""
    if not strokes:
        return fitted
    drawn = Still(rect=fitted.canvas.rect, shown=ink_marks(strokes, fitted.canvas, style))
    return structs.replace(fitted, placed=(*fitted.placed, Placed(path="ink", fitted=drawn)))
