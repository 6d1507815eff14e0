"""What a slide is called where it is listed."""

from jn_presenter.draw.resolve import resolve
from jn_presenter.model.deck import Deck
from jn_presenter.model.text import Text


def plain_title(deck: Deck, title: Text, language: str) -> str:
    """A title in that language, without emphasis, its facts filled in."""
    return resolve(title, deck.facts, (language,), deck.briefing.languages)[0].plain


def title_of(deck: Deck, slide: str, language: str) -> str:
    """The slide's title; the name of its file where it has none or is not there."""
    found = deck.slides.get(slide)
    return (plain_title(deck, found.title, language) if found is not None else "") or slide.partition("/")[2]
