"""What stands above the slides: on the first sheet whose briefing it is and for whom, on the others a line of it."""

from collections.abc import Iterator

from msgspec import Struct

from jn_presenter.draw.dates import date_words
from jn_presenter.draw.names import cleaned
from jn_presenter.draw.resolve import resolve
from jn_presenter.draw.setting import placed
from jn_presenter.draw.words import say
from jn_presenter.elements.qr import QUIET as QUIET_ZONE
from jn_presenter.elements.qr import Place, encoded, path_of
from jn_presenter.export.handout.notes import SPACELESS
from jn_presenter.export.handout.paper import (
    FAINT,
    GUESTS,
    INK,
    META,
    PX_PER_MM,
    QUIET,
    SECOND_GUESTS,
    SECOND_TITLE,
    SMALL,
    TITLE,
    Room,
)
from jn_presenter.export.handout.words import HOST
from jn_presenter.export.request import Request
from jn_presenter.model.marks import AnyMark, Box, Run, ShapeMark, TextMark
from jn_presenter.model.style import Font
from jn_presenter.model.text import Text

CODE = 22 * PX_PER_MM
"""The side of a QR code that a telephone reads at once, without its quiet zone."""
LEAST_MODULE = 0.45 * PX_PER_MM
BESIDE = 30.0
BELOW = 22.0
"""Between the head and the slides, on either side of the rule."""
ABOVE_GUESTS, ABOVE_META = 12.0, 4.0


class Head(Struct, frozen=True):
    """Marks, and how high they are with the space beneath them."""

    marks: tuple[AnyMark, ...]
    height: float


class Words(Struct, frozen=True):
    """A line of the head: its words, their language, their look, and the space above."""

    text: str
    language: str
    font: Font
    ink: str
    above: float = 0.0


def first_head(request: Request, room: Room) -> Head:
    """The head of the first sheet."""
    code = _code(request.handout.address, room) if request.handout.address else ()
    width = room.width - (code[0].shape.w + BESIDE if code else 0.0)  # type: ignore[union-attr]
    marks, bottom = _set(request, _first_words(request), room, width)
    if code:
        bottom = max(bottom, room.top + code[0].shape.h)  # type: ignore[union-attr]
    return Head((*marks, *code, _rule(room, bottom + BELOW, INK)), bottom + 2 * BELOW - room.top)


def running_head(request: Request, room: Room) -> Head:
    """The head of every other sheet: the briefing's title and the delegation on a line."""
    words = [request.title]
    if request.deck.visit is not None:
        words.append(_named(request, request.deck.visit.delegation)[0][1])
    line = Words("　".join(words), request.languages[0], SMALL, QUIET)
    marks, bottom = _set(request, iter((line,)), room, room.width)
    return Head((*marks, _rule(room, bottom + BELOW / 2, FAINT)), bottom + 1.5 * BELOW - room.top)


def _first_words(request: Request) -> Iterator[Words]:
    for k, (language, words) in enumerate(_said(request, request.deck.briefing.title)):
        yield Words(words, language, SECOND_TITLE if k else TITLE, QUIET if k else INK)
    visit = request.deck.visit
    if visit is not None:
        for k, (language, words) in enumerate(_named(request, visit.delegation)):
            above = 0.0 if k else ABOVE_GUESTS
            yield Words(words, language, SECOND_GUESTS if k else GUESTS, QUIET if k else INK, above)
        for k, language in enumerate(request.languages):
            if meta := _meta(request, language):
                yield Words(meta, language, META, QUIET, 0.0 if k else ABOVE_META)
    if request.handout.address:
        yield Words(request.handout.address, "", SMALL, QUIET, ABOVE_META)


def _meta(request: Request, language: str) -> str:
    """Date and host in a language, in the order of reading."""
    visit, fallbacks = request.deck.visit, request.deck.briefing.languages
    if visit is None:
        return ""
    found = [date_words(visit.date, language)] if visit.date else []
    if visit.host is not None:
        person = (visit.host.name, visit.host.position, visit.host.contact)
        said = (cleaned(text.pick(language, fallbacks)[1]).words for text in person if text is not None)
        name = ("，" if language.partition("-")[0] in SPACELESS else ", ").join(filter(None, said))
        found.append(say(HOST, language).format(name=name))
    return "　".join(found)


def _named(request: Request, name: Text) -> tuple[tuple[str, str], ...]:
    """(language, name) as it was typed, which is no text with references; one that reads the same stands once."""
    found: dict[str, str] = {}
    for language in request.languages:
        tag, words = name.pick(language, request.deck.briefing.languages)
        found.setdefault(cleaned(words).words, tag or language)
    return tuple((language, words) for words, language in found.items())


def _said(request: Request, text: Text) -> tuple[tuple[str, str], ...]:
    deck = request.deck
    found = resolve(text, deck.facts, request.languages, deck.briefing.languages)
    return tuple((wording.found or wording.language, wording.plain) for wording in found)


def _set(request: Request, words: Iterator[Words], room: Room, width: float) -> tuple[list[AnyMark], float]:
    marks: list[AnyMark] = []
    top = room.top
    for k, one in enumerate(words):
        top += one.above
        run = Run(one.text, one.font, one.ink)
        block = request.measure.wrap((run,), width, language=one.language, leading=1.3)
        marks.append(TextMark(key=f"head.{k}", lines=placed(block.lines, room.left, top)))
        top += block.height
    return marks, top


def _code(address: str, room: Room) -> tuple[ShapeMark, ShapeMark]:
    """The code at the upper right; its quiet zone is the paper."""
    modules = encoded(address)
    module = max(LEAST_MODULE, CODE / len(modules))
    side = module * len(modules)
    x, y = room.right - side, room.top
    corner = Place(x=x - QUIET_ZONE * module, y=y - QUIET_ZONE * module, module=module)
    return (
        ShapeMark(key="plate", shape=Box(x, y, side, side), fill="#ffffff"),
        ShapeMark(key="modules", shape=path_of(modules, corner), fill=INK),
    )


def _rule(room: Room, y: float, ink: str) -> ShapeMark:
    return ShapeMark(key="rule", shape=Box(room.left, y, room.width, 1.5), fill=ink)
