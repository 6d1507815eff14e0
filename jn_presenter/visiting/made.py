"""The deck as the guests of a visit see it; see the package's docstring."""

from functools import lru_cache
from zlib import crc32

from msgspec import structs

from jn_presenter.elements import ELEMENTS
from jn_presenter.layouts import LAYOUTS
from jn_presenter.model.deck import Deck, Slide, Theme
from jn_presenter.model.element import Element
from jn_presenter.model.text import Text
from jn_presenter.model.visit import Visit
from jn_presenter.visiting import words
from jn_presenter.visiting.agenda import has_themes, only_themes
from jn_presenter.visiting.welcome import LAYOUT, welcome

NAME, WELCOME = "visit", "welcome"
KEPT = 1024
"""Slides made out that are remembered: covers, closings and agendas of a few visits; no deck has as many."""
CARDS = "cards"
TOUCHED = frozenset({"cover", "closing", CARDS})


def made_out(deck: Deck, visit: Visit) -> Deck:
    """The deck for this visit. `deck` is the one that its files say, not one made out already; raises ValueError."""
    if deck.visit is not None:
        raise ValueError("the deck is made out for a visit already")
    languages = deck.briefing.languages
    slides = {name: _slide(slide, visit, languages) for name, slide in deck.slides.items()}
    questions = dict.fromkeys(one.ask for one in visit.questions)
    asked = (*visit.questions, *(one for one in deck.questions if one.ask not in questions))
    themes, order = deck.themes, deck.order
    if LAYOUTS.get(LAYOUT) is not None:
        first = welcome_id(deck)
        slides = {first: welcome(first, visit, languages)} | slides
        themes, order = (_theme(deck, first), *themes), (first, *order)
    return structs.replace(deck, visit=visit, themes=themes, order=order, slides=slides, questions=asked)


def welcome_id(deck: Deck) -> str:
    """The slide that welcomes guests in a deck as it is written: `visit/welcome`, if that is no theme of its own."""
    taken = {theme.id for theme in deck.themes}
    name, k = NAME, 1
    while name in taken:
        k += 1
        name = f"{NAME}-{k}"
    return f"{name}/{WELCOME}"


def _theme(deck: Deck, slide: str) -> Theme:
    """The theme of the welcome; it looks as the deck's opening does."""
    like = next((theme for theme in deck.themes if theme.role == "frame"), None) or deck.themes[0]
    return structs.replace(
        like,
        id=slide.partition("/")[0],
        title=words.ours(words.THEME, deck.briefing.languages),
        role="frame",
        slides=(slide,),
    )


def _slide(slide: Slide, visit: Visit, languages: tuple[str, ...]) -> Slide:
    """Most slides are none of TOUCHED or have no card that stands for a theme: those are not even hashed."""
    if slide.layout not in TOUCHED or (slide.layout == CARDS and not (visit.themes and has_themes(slide))):
        return slide
    return _made(slide, visit, languages)


@lru_cache(maxsize=KEPT)
def _made(slide: Slide, visit: Visit, languages: tuple[str, ...]) -> Slide:
    """The slide for the visit; itself where nothing of it is about who comes."""
    if slide.layout == "cover":
        found = _with_texts(slide, {"note": words.delegation_and_date(visit, languages)})
    elif slide.layout == "closing":
        texts = {"note": words.thanks(visit, languages)}
        if visit.host is not None:
            texts["contact"] = words.contact(visit.host, languages)
        found = _with_texts(slide, texts)
    else:
        found = only_themes(slide, visit.themes)
    if found is slide:
        return slide
    return structs.replace(found, digest=f"{slide.digest}-{crc32(repr(found.slots).encode('utf-8', 'replace')):08x}")


def _with_texts(slide: Slide, texts: dict[str, Text]) -> Slide:
    """With these words in the slots that the slide leaves empty."""
    layout, given = LAYOUTS[slide.layout], dict(slide.slots)
    new: dict[str, tuple[Element, ...]] = {
        name: (ELEMENTS["text"](text=text),)
        for name, text in texts.items()
        if name not in given and layout.slot(name) is not None
    }
    if not new:
        return slide
    both = given | new
    slots = tuple((slot.name, both[slot.name]) for slot in layout.slots if slot.name in both)
    return structs.replace(slide, slots=slots)
