"""What the private jump says of a slide that was found: number, theme, title, and what it was found by."""

from msgspec import Struct

from jn_presenter.model.deck import Deck
from jn_presenter.model.text import Message
from jn_presenter.qt.windows.console.report import said, slide_title
from jn_presenter.show.find import Hit
from jn_presenter.show.select import Selection

BEFORE = 10
"""Characters ahead of what was found, in words that are too long to stand from their beginning."""
LONG = 24
MOST = 160
"""Characters of an excerpt: more than any line has room for."""
UNCHOSEN = "–"
WHERE = {
    "text": Message("内容", "Text"),
    "notes": Message("备注", "Notes"),
    "id": Message("文件", "File"),
}

Piece = tuple[str, bool]
"""Words, and whether they are what was typed."""


class Found(Struct, frozen=True, kw_only=True):
    """A line of the list, in the console's language but for words that were found in another."""

    slide: str
    number: tuple[Piece, ...]
    """Among the slides of today's show."""
    title: tuple[Piece, ...]
    about: tuple[Piece, ...]
    """The theme; behind it an excerpt, where it is not title, theme or number that was found."""


def found(hit: Hit, deck: Deck, chosen: Selection, language: str) -> Found:
    """The line of a hit."""
    marked = excerpt(hit.words, hit.start, hit.end)
    number = chosen.number(hit.slide)
    theme = deck.theme_of(hit.slide)
    themed: tuple[Piece, ...] = ((said(deck, theme.title, language), False),) if theme else ()
    if hit.kind == "theme":
        themed = marked
    elif hit.kind in WHERE:
        themed = (*themed, (f" · {WHERE[hit.kind].in_language(language)} ", False), *marked)
    return Found(
        slide=hit.slide,
        number=((str(number) if number else UNCHOSEN, hit.kind == "number"),),
        title=marked if hit.kind == "title" else ((slide_title(deck, hit.slide, language), False),),
        about=themed,
    )


def excerpt(words: str, start: int, end: int) -> tuple[Piece, ...]:
    """The words on one line around words[start:end], which is marked."""
    first = max(0, start - BEFORE) if start > LONG else 0
    one_line = " ".join(words.splitlines()) if "\r\n" not in words else words.replace("\r\n", "  ")
    pieces = (
        (("…" if first else "") + one_line[first:start], False),
        (one_line[start:end], True),
        (one_line[end : end + MOST], False),
    )
    return tuple(piece for piece in pieces if piece[0])
