"""The notes of a slide as lines for print, all of the handout's languages one after the other."""

import re

from msgspec import Struct

from jn_presenter.draw.notes import unmarked
from jn_presenter.draw.resolve import resolve
from jn_presenter.draw.setting import coloured
from jn_presenter.draw.typography import line_height
from jn_presenter.export.handout.paper import INK, LEADING, QUIET
from jn_presenter.export.request import Request
from jn_presenter.model.marks import Line
from jn_presenter.model.style import Font
from jn_presenter.model.text import Text

BETWEEN = 0.5
"""Between two languages, in lines."""
SPACELESS = ("zh", "ja")
_LINE_END = re.compile(r"(?<=[^\s])[ \t]*\n[ \t]*(?=[^\s])(?![-•*·–—]|\d{1,2}[.、)）])")


class NoteLine(Struct, frozen=True):
    """A line by its left edge, `height` px high with the `above` px that are free before it."""

    line: Line
    height: float
    above: float = 0.0


def notes_of(request: Request, slide: str, width: float, font: Font) -> tuple[NoteLine, ...]:
    """What is said with the slide, in lines of at most `width` px; none where it has no notes."""
    notes = request.deck.slides[slide].notes
    if not request.handout.notes or notes is None:
        return ()
    deck, line = request.deck, line_height(font, LEADING)
    lines: list[NoteLine] = []
    for k, wording in enumerate(
        resolve(flowing(unmarked(notes)), deck.facts, request.languages, deck.briefing.languages)
    ):
        ink = QUIET if k else INK
        runs = coloured(wording, font, ink, ink)
        block = request.measure.wrap(runs, width, language=wording.found or wording.language, leading=LEADING)
        for at, one in enumerate(one for one in block.lines if one.runs):
            above = BETWEEN * line if k and not at else 0.0
            lines.append(NoteLine(one, above + line, above))
    return tuple(lines)


def flowing(notes: Text) -> Text:
    """The notes with sentences following each other on a line, which presenters have on lines of their own.

    What begins like the point of a list, and what stands after a blank line, begins a line still.
    """
    return Text(
        tuple(
            (tag, _LINE_END.sub("" if tag.partition("-")[0] in SPACELESS else " ", words.strip()))
            for tag, words in notes.variants
        )
    )
