"""The notes of a slide as lines for print, all of the handout's languages one after the other."""

import re

from msgspec import Struct

from jn_presenter.draw.notes import MARKER, unmarked
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
ENDS = "。！？；，、：…”’）》,.;:!?"
"""What a line ends with that another sentence, or the rest of one, follows; after anything else it may be a name."""
_JOINT = re.compile(
    rf"(?<=[{re.escape(ENDS)}])[ \t]*\n[ \t]*(?=\S)(?![-•*·–—]|\d{{1,2}}[.、)）])|[ \t]*\n[ \t]*(?=[a-zà-ÿа-я])"
)
_MARKER = re.compile(rf"\s*{re.escape(MARKER)}\s*")
WELCOME = "welcome"
"""The layout whose notes are the names of guests, each on a line of its own."""


class NoteLine(Struct, frozen=True):
    """A line by its left edge, `height` px high with the `above` px that are free before it."""

    line: Line
    height: float
    above: float = 0.0


def notes_of(request: Request, slide: str, width: float, font: Font) -> tuple[NoteLine, ...]:
    """What is said with the slide, in lines of at most `width` px; none where it has no notes."""
    shown = request.deck.slides[slide]
    if not request.handout.notes or shown.notes is None:
        return ()
    notes = unmarked(shown.notes) if shown.layout == WELCOME else flowing(shown.notes)
    deck, line = request.deck, line_height(font, LEADING)
    lines: list[NoteLine] = []
    for k, wording in enumerate(resolve(notes, deck.facts, request.languages, deck.briefing.languages)):
        ink = QUIET if k else INK
        runs = coloured(wording, font, ink, ink)
        block = request.measure.wrap(runs, width, language=wording.found or wording.language, leading=LEADING)
        for at, one in enumerate(one for one in block.lines if one.runs):
            above = BETWEEN * line if k and not at else 0.0
            lines.append(NoteLine(one, above + line, above))
    return tuple(lines)


def flowing(notes: Text) -> Text:
    """The notes with sentences following each other on a line, which presenters have on lines of their own.

    What a click parts is one sentence here. What begins like the point of a list, what stands after a blank line, and
    what follows a line that ends in no sign of a sentence, begins a line still.
    """
    return Text(tuple((tag, _flowing(words.strip(), tag.partition("-")[0])) for tag, words in notes.variants))


def _flowing(words: str, language: str) -> str:
    between = "" if language in SPACELESS else " "
    return _JOINT.sub(between, _MARKER.sub(between, words))
