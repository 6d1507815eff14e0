"""What the questions drawer says: its lines, and at length the question that is chosen. Values from state and deck."""

from collections.abc import Iterator

from msgspec import Struct

from jn_presenter.draw.resolve import Wording, resolve
from jn_presenter.model.deck import Deck
from jn_presenter.model.marks import Run
from jn_presenter.model.question import Expected
from jn_presenter.model.text import Message, Text
from jn_presenter.qt.scene.text import paragraphs
from jn_presenter.qt.windows.console.found import Found, Piece, excerpt
from jn_presenter.qt.windows.console.look import (
    ACCENT,
    BODY_PX,
    CAPTION_PX,
    NOTES_LEADING,
    NOTES_PX,
    TITLE_PX,
    TONES,
    Look,
)
from jn_presenter.qt.windows.console.prose import Paragraph
from jn_presenter.qt.windows.console.report import UNKNOWN, clock, said, slide_title
from jn_presenter.show.folding import fold
from jn_presenter.show.questions import Listed, noted, words_of
from jn_presenter.show.state import Noted, ShowState
from jn_presenter.show.travel import choice

LATER = Message("会后答复", "Answer later")
ANSWERED = Message("已回答", "Answered")
NEW = Message("记下这个问题，会后答复", "Note this question, to be answered later")
ADDED = Message("客人提出", "Asked by guests")
GENERAL = Message("综合", "General")
BACKUP = Message("备用页", "Backup slide")
NO_BACKUP = Message("没有备用页", "No backup slide")
ASKED_ON = Message("{time} 提出，当时放到《{slide}》", "asked at {time}, while “{slide}” was shown")
NEW_MARK = "+"


class Row(Struct, frozen=True, kw_only=True):
    """A line of the drawer."""

    words: str
    """What the question is noted by."""
    line: Found
    question: Expected | None = None
    """None for what guests thought of themselves."""
    is_new: bool = False
    """Whether it stands for what was typed, which is not noted yet."""


def rows(found: tuple[Listed, ...], query: str, state: ShowState, deck: Deck, language: str) -> tuple[Row, ...]:
    """The expected questions as listed, then what guests thought of, and last the words typed as a new question."""
    return tuple(_rows(found, query, state, deck, language))


def _rows(found: tuple[Listed, ...], query: str, state: ShowState, deck: Deck, language: str) -> Iterator[Row]:
    expected = {words_of(one, deck): one for one in deck.questions}
    words_by = {one.ask: words for words, one in expected.items()}
    for k, one in enumerate(found, 1):
        words = words_by.get(one.question.ask, "") or words_of(one.question, deck)
        line = _line(one, k, noted(state, words), deck, language)
        yield Row(words=words, question=one.question, line=line)
    wanted = fold(query).strip()
    for kept in state.noted:
        if kept.words not in expected and wanted in fold(kept.words):
            at = fold(kept.words).find(wanted) if wanted else 0
            title = excerpt(kept.words, at, at + len(wanted))
            about = _parts(ADDED.in_language(language), _told(kept, language))
            yield Row(words=kept.words, line=Found(slide="", number=((UNKNOWN, False),), title=title, about=about))
    typed = " ".join(query.split())
    if typed and noted(state, typed) is None and typed not in expected:
        about = ((NEW.in_language(language), False),)
        line = Found(slide="", number=((NEW_MARK, True),), title=((typed, False),), about=about)
        yield Row(words=typed, line=line, is_new=True)


def _line(one: Listed, number: int, kept: Noted | None, deck: Deck, language: str) -> Found:
    """The question in the console's language, but for words that were found in another."""
    hit, question = one.hit, one.question
    theme = deck.theme(question.theme)
    marked = excerpt(hit.words, hit.start, hit.end) if hit is not None else ()
    kind = hit.kind if hit is not None else ""
    title = marked if kind == "title" else ((said(deck, question.ask, language), False),)
    themed = said(deck, theme.title, language) if theme else GENERAL.in_language(language)
    about = marked if kind == "theme" else _parts(themed, _told(kept, language))
    if kind == "text":
        about = (*about, (" · ", False), *marked)
    return Found(
        slide=question.slide,
        number=((str(number), kind == "number"),),
        title=title,
        about=about,
    )


def _told(kept: Noted | None, language: str) -> str:
    """Whether and when it was asked."""
    if kept is None:
        return ""
    return f"{(LATER if kept.open else ANSWERED).in_language(language)} {clock(int(kept.ms // 1000))}"


def _parts(words: str, kept: str) -> tuple[Piece, ...]:
    """What was asked stands out."""
    return ((words, False), (" · ", False), (kept, True)) if kept else ((words, False),)


def at_length(
    row: Row | None, state: ShowState, deck: Deck, look: Look, language: str
) -> tuple[tuple[Paragraph, ...], ...]:
    """The question and its answer, a column a language of the notes, in the size of the notes."""
    if row is None:
        return ()
    if row.question is None:
        words = Paragraph((look.run(row.words, TITLE_PX, bold=True),), language)
        new = Paragraph((look.run(NEW.in_language(language), BODY_PX, "quiet"),), language, float(look.unit))
        return ((words, *((new,) if row.is_new else asked(row, state, deck, look, language))),)
    size = NOTES_PX * state.panes.notes / 100
    return tuple(tuple(_column(*wordings, look, size)) for wordings in _wordings(row.question, state, deck))


def _column(ask: Wording, answer: Wording, look: Look, size: float) -> Iterator[Paragraph]:
    yield Paragraph(_runs(ask, look, TITLE_PX, bold=True), ask.language, 3.0 * look.unit)
    for line in paragraphs(_runs(answer, look, size)):
        yield Paragraph(line, answer.language, float(look.unit), NOTES_LEADING)


def asked(row: Row, state: ShowState, deck: Deck, look: Look, language: str) -> tuple[Paragraph, ...]:
    """Whether it was asked, when, and what was shown then."""
    kept = noted(state, row.words)
    if kept is None:
        return ()
    told = ASKED_ON.in_language(language).format(
        time=clock(int(kept.ms // 1000)), slide=slide_title(deck, kept.slide, language)
    )
    mark = look.run(f"{(LATER if kept.open else ANSWERED).in_language(language)}  ", CAPTION_PX, "amber", bold=True)
    return (Paragraph((mark, look.run(told, CAPTION_PX, "quiet")), language, 1.5 * look.unit),)


def _wordings(question: Expected, state: ShowState, deck: Deck) -> Iterator[tuple[Wording, Wording]]:
    for tag in state.notes_languages:
        yield _wording(question.ask, tag, deck), _wording(question.answer, tag, deck)


def _wording(text: Text, language: str, deck: Deck) -> Wording:
    return resolve(text, deck.facts, (language,), deck.briefing.languages)[0]


def _runs(wording: Wording, look: Look, size: float, *, bold: bool = False) -> tuple[Run, ...]:
    """Figures from the fact base stand out: they may be said as they are."""
    return tuple(
        Run(piece.text, look.font(size, bold or piece.emphasis), ACCENT if piece.emphasis else TONES["ink"])
        for piece in wording.pieces
        if piece.text
    )


def backup(question: Expected, state: ShowState, deck: Deck, look: Look, language: str) -> tuple[Paragraph, ...]:
    """The slide that `take` leads to: its number in today's show, and its title."""
    slide = question.slide
    if not slide or slide not in choice(state, deck).known:
        return (Paragraph((look.run(NO_BACKUP.in_language(language), CAPTION_PX, "quiet"),), language),)
    number = choice(state, deck).number(slide)
    head = f"{BACKUP.in_language(language)} {number or UNKNOWN}"
    return (
        Paragraph((look.run(head, CAPTION_PX, "quiet"),), language),
        Paragraph((look.run(slide_title(deck, slide, language), BODY_PX),), language, look.unit / 2),
    )
