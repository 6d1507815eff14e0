"""Kiosks by hand: decks of any number of themes, in any phase, on any canvas."""

from msgspec import structs

from jn_presenter.draw.fixed import FixedMeasure
from jn_presenter.kiosk.page import Page
from jn_presenter.kiosk.seen import page
from jn_presenter.load.icons import icon_named
from jn_presenter.model.deck import Deck
from jn_presenter.model.element import Measure
from jn_presenter.model.geometry import CLASSIC, TALL, WALL, WIDE, Canvas
from jn_presenter.model.kiosk import CONTRAST
from jn_presenter.model.style import Style
from jn_presenter.model.text import Text
from jn_presenter.show.kiosk.visit import fresh, home, into, stood, turned
from jn_presenter.show.state import ShowState
from tests.decks import NIGHT, deck, points_slide, text

SHAPES = (TALL, CLASSIC, WIDE, WALL)
ICONS = ("map", "factory", "lightbulb", "handshake", "leaf", "flag")
ACCENTS = ("azure", "amber")
HIGH: Style = structs.replace(
    NIGHT, name=CONTRAST, ground=("#000000", "#000000"), motif="none", ink="#ffffff", quiet="#f0f0f0", faint="#8c8c8c"
)
IDLE_MS = 45_000.0
"""Until the countdown begins, as briefings have it by default."""


def kiosk_deck(
    themes: int = 5, slides: int = 6, *, titles: tuple[Text, ...] = (), languages: tuple[str, ...] = ("zh", "en")
) -> Deck:
    """A deck of so many themes of so many slides, with titles of their own where given."""
    made = deck(*(points_slide(f"t{k}/s{n}", 2) for k in range(themes) for n in range(slides)))
    named = tuple(
        structs.replace(
            theme,
            icon=ICONS[k % len(ICONS)],
            accent=ACCENTS[k % 2],
            title=titles[k] if k < len(titles) else text(f"主题{k + 1}", f"Theme {k + 1}"),
        )
        for k, theme in enumerate(made.themes)
    )
    return structs.replace(
        made,
        themes=named,
        briefing=structs.replace(made.briefing, languages=languages, title=text("江宁开发区情况介绍", "A briefing")),
        styles={**made.styles, CONTRAST: HIGH},
    )


def at(
    made: Deck,
    phase: str,
    *,
    languages: tuple[str, ...] = ("zh",),
    style: str = "night",
    large: bool = False,
    slide: int = 1,
) -> ShowState:
    """A kiosk in a phase, touched at 0 ms; among `slides` in its first theme at that slide, from 0."""
    state = fresh(made, 0.0, languages=languages, style=style, animate=False)
    if phase in ("home", "slides"):
        state = home(state, made, 0.0)
    if phase == "slides":
        state = into(state, made, made.themes[0].id, 0.0)
        for _ in range(slide):
            state = turned(state, made, 1, 0.0)
    state = structs.replace(state, style=style)
    return stood(state, large=large, contrast=style == CONTRAST, staff=phase == "staff")


def seen(
    made: Deck, state: ShowState, canvas: Canvas, now_ms: float = 0.0, measure: Measure | None = None, **more: object
) -> Page:
    """The page with icons; with fixed advances unless a measure is given."""
    return page(state, made, canvas, measure or FixedMeasure(), now_ms, icons=icon_named, **more)  # type: ignore[arg-type]
