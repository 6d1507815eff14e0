"""A deck as loaded: the briefing, its themes, slides, facts and styles. All frozen; a reload makes a new one."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Literal

from msgspec import Meta, Struct

from jn_presenter.model.element import Element
from jn_presenter.model.fact import Facts
from jn_presenter.model.fields import FactId
from jn_presenter.model.geometry import Shape
from jn_presenter.model.glossary import Term
from jn_presenter.model.kiosk import Kiosk
from jn_presenter.model.question import Expected
from jn_presenter.model.style import Motif, Style
from jn_presenter.model.text import Text

Transition = Literal["none", "fade", "push"]
Depth = Literal["core", "standard", "extra"]
Interpretation = Literal["none", "consecutive", "simultaneous"]
Factor = Annotated[Decimal, Meta(ge=1, le=5)]


class Interpreting(Struct, frozen=True, kw_only=True):
    """How many times as long a slide takes where each sentence is said again, or is whispered along."""

    consecutive: Factor = Decimal("1.8")
    simultaneous: Factor = Decimal("1.1")

    def factor(self, how: Interpretation) -> Decimal:
        if how == "none":
            return Decimal(1)
        return self.consecutive if how == "consecutive" else self.simultaneous


class Briefing(Struct, frozen=True, kw_only=True):
    """briefing.yaml: what holds for the whole deck. `versions` are lengths in minutes."""

    title: Text
    languages: tuple[str, ...]
    styles: tuple[str, ...] = ("night", "day")
    transition: Transition = "fade"
    themes: tuple[str, ...] = ()
    versions: tuple[Decimal, ...] = ()
    interpreting: Interpreting = Interpreting()
    kiosk: Kiosk = Kiosk()


class Theme(Struct, frozen=True, kw_only=True):
    """<theme>/theme.yaml: a topic of the briefing. `slides` are full slide ids in order."""

    id: str
    title: Text
    icon: str = ""
    accent: str = ""
    motif: Motif | None = None
    """In place of the style's."""
    role: Literal["content", "frame"] = "content"
    slides: tuple[str, ...] = ()


class Target(Struct, frozen=True):
    """What one entry of `steps` reveals: a slot, or its part k counted from 1 (0 is the whole slot)."""

    slot: str
    part: int = 0


class Free(Struct, frozen=True, kw_only=True):
    """An element placed freely, above all others.

    at: (x, y, w, h) as fractions of the canvas, origin at the top left; or, where anchored, `anchor` names a corner,
    edge or the centre, and `size` is (w, h) in logical px. shapes: the canvases it appears on, all when empty.
    """

    element: Element
    at: tuple[float, ...] = ()
    anchor: str = ""
    size: tuple[float, ...] = ()
    shapes: tuple[Shape, ...] = ()
    step: int = 0


class Slide(Struct, frozen=True, kw_only=True):
    """One slide. `slots` maps a slot to its elements (one, unless the slot takes many); `digest` is of the file."""

    id: str
    theme: str
    layout: str
    title: Text
    depth: Depth = "standard"
    minutes: Decimal = Decimal(1)
    transition: Transition | None = None
    steps: tuple[tuple[Target, ...], ...] = ()
    notes: Text | None = None
    facts: tuple[FactId, ...] = ()
    slots: tuple[tuple[str, tuple[Element, ...]], ...] = ()
    free: tuple[Free, ...] = ()
    plain: str = ""
    digest: str = ""

    @property
    def last_step(self) -> int:
        return len(self.steps)

    def slot(self, name: str) -> tuple[Element, ...]:
        return dict(self.slots).get(name, ())


class Deck(Struct, frozen=True, kw_only=True):
    """Everything a show needs. `order` has every slide id that the themes list; `slides` those that could be loaded.

    An id of `order` that is neither in `slides` nor in `pending` is a broken slide: the audience never sees it, the
    console shows a placeholder. `pending` are those not read yet.
    """

    folder: str
    briefing: Briefing
    themes: tuple[Theme, ...] = ()
    order: tuple[str, ...] = ()
    slides: Mapping[str, Slide] = {}
    pending: frozenset[str] = frozenset()
    facts: Facts = Facts()
    glossary: tuple[Term, ...] = ()
    questions: tuple[Expected, ...] = ()
    styles: Mapping[str, Style] = {}

    def theme(self, name: str) -> Theme | None:
        return next((theme for theme in self.themes if theme.id == name), None)

    def theme_of(self, slide: str) -> Theme | None:
        """The theme of a slide id, by the part before the slash."""
        return self.theme(slide.partition("/")[0])
