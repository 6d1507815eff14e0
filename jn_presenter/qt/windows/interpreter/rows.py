"""From what there is to say of a slide to rows of the interpreter's view: which size, weight and colour each has."""

from collections.abc import Iterator
from itertools import zip_longest

from msgspec import structs

from jn_presenter.draw.notes import present
from jn_presenter.draw.resolve import Wording
from jn_presenter.interpreter import Figure, Name, Page, Stress
from jn_presenter.model.deck import Deck
from jn_presenter.model.marks import Run
from jn_presenter.model.text import Message
from jn_presenter.qt.windows.dark import ACCENT, TONES, Look, Tone
from jn_presenter.qt.windows.interpreter import words
from jn_presenter.qt.windows.interpreter.sheet import Cell, Row
from jn_presenter.qt.windows.words import BLANKS, FROZEN, language_name
from jn_presenter.show.state import ShowState
from jn_presenter.show.travel import choice, last_step

NO_BREAK = "\u00a0"
UNSPACED = frozenset({"zh", "ja"})
"""Languages that write no space between words."""
CAPTION_PX = 22.0
BODY_PX = 24.0
TITLE_PX = 27.0
FIGURE_PX = 27.0
"""Type sizes on a window of areas.LONG_SIDE x areas.SHORT_SIDE px: none is smaller than can be read while speaking."""


def heading(state: ShowState, deck: Deck, languages: tuple[str, ...], look: Look, language: str) -> tuple[Row, ...]:
    """Above the texts of now: each column's language, and where the show is."""
    last = last_step(deck, state.shown.slide)
    parts = [_number(state, deck, state.shown.slide, language)]
    if last:
        parts.append(words.STEP.in_language(language).format(n=state.shown.step, total=last))
    place = " · ".join(part.replace(" ", NO_BREAK) for part in parts if part)
    told = [words.NOW.in_language(language), place]
    amber = [FROZEN] if state.frozen else []
    amber += [BLANKS[state.blank]] if state.blank != "none" else []
    first, *others = (_caption(language_name(tag), tag, look, colour=ACCENT) for tag in languages)
    runs = (*first.runs, look.run("   " + "  ".join(told), CAPTION_PX, "quiet"))
    runs += tuple(look.run(f"  {badge.in_language(language)}", CAPTION_PX, "amber", bold=True) for badge in amber)
    return (Row((Cell(runs, language), *others)),)


def coming(state: ShowState, deck: Deck, slide: str | None, look: Look, language: str) -> tuple[Row, ...]:
    """Above the texts of the next slide: which one it is."""
    place = words.END.in_language(language) if slide is None else _number(state, deck, slide, language)
    return _headed(words.NEXT, place, look, language)


def texts(page: Page | None, step: int | None, look: Look, language: str) -> tuple[Row, ...]:
    """What the audience reads at a step, or ahead of the slide where there is none yet; then the notes.

    Notes that follow the steps stand with what their step brings, so that both are seen at once.
    """
    if page is None:
        return ()
    read, said = tuple(_passages(page, step, look, language)), tuple(_notes(page, step, look, language))
    if not page.follows:
        return (*read, *_headed(words.NOTES, "", look, language, 2.0), *said) if said else read
    together = [(passage.step, row) for passage, row in zip(page.passages, read, strict=True)]
    together = sorted((*together, *enumerate(said)), key=lambda placed: placed[0])
    return tuple(
        row if k and together[k - 1][0] == at else structs.replace(row, gap=2.0 * look.unit)
        for k, (at, row) in enumerate(together)
    )


def figures(now: Page | None, then: Page | None, step: int, look: Look, language: str) -> tuple[Row, ...]:
    """The figures of this slide, those that the step brings marked; then what the next one adds."""
    here = now.figures if now else ()
    more = tuple(figure for figure in then.figures if figure not in here) if then else ()
    fresh = _brought(now, step) if now else frozenset()
    return _listed(
        [row for figure in here for row in _figure(figure, now, ACCENT, look, marked=figure.fact in fresh)],
        [row for figure in more for row in _figure(figure, then, TONES["quiet"], look)],
        look,
        language,
    )


def names(now: Page | None, then: Page | None, look: Look, language: str) -> tuple[Row, ...]:
    """The names of this slide, then what the next one adds."""
    here = now.names if now else ()
    more = tuple(name for name in then.names if name not in here) if then else ()
    return _listed(
        [row for name in here for row in _name(name, now, "ink", look)],
        [row for name in more for row in _name(name, then, "quiet", look)],
        look,
        language,
    )


def caption(what: Message, look: Look, language: str) -> tuple[Row, ...]:
    """The name of a column."""
    return (Row((_caption(what.in_language(language), language, look),)),)


def _passages(page: Page, step: int | None, look: Look, language: str) -> Iterator[Row]:
    for k, passage in enumerate(page.passages):
        stress = "ahead" if step is None else passage.stress(step) if page.stepped else "said"
        size = BODY_PX if k else TITLE_PX
        cells = tuple(_worded(_in_one(wording), size, stress, look, language) for wording in passage.wordings)
        yield Row(cells, float(look.unit), stress == "now")


def _in_one(wording: Wording) -> Wording:
    """Without the line breaks that the text has on the slide, where it stands otherwise."""
    joint = "" if wording.language.partition("-")[0] in UNSPACED else " "
    pieces = tuple(structs.replace(piece, text=piece.text.replace("\n", joint)) for piece in wording.pieces)
    return structs.replace(wording, pieces=pieces)


def _notes(page: Page, step: int | None, look: Look, language: str) -> Iterator[Row]:
    """A row a part: in ink what is said at the step, quiet what was said and what is to come."""
    now = [None if step is None else present(said, step) for said in page.notes]
    for k, said in enumerate(zip_longest(*page.notes)):
        cells = [
            _worded(wording, BODY_PX, "said" if k == here else "ahead", look, language)
            if wording
            else Cell((), language)
            for wording, here in zip(said, now, strict=True)
        ]
        if page.follows:
            label = look.run(f"{words.NOTES.in_language(language)}  ", CAPTION_PX, "quiet")
            cells[0] = structs.replace(cells[0], runs=(label, *cells[0].runs))
        yield Row(tuple(cells), 0.5 * look.unit, marked=page.follows and k in now)


def _worded(wording: Wording, size: float, stress: Stress, look: Look, language: str) -> Cell:
    """The words, their figures in the accent; a language that there are no words in says so."""
    if wording.found not in ("", wording.language, wording.language.partition("-")[0]):
        return Cell((look.run(words.UNTRANSLATED.in_language(language), CAPTION_PX, "amber"),), language)
    plain = TONES["quiet" if stress == "ahead" else "ink"]
    font = look.font(size, stress == "now")
    return Cell(
        tuple(
            Run(piece.text, font, ACCENT if piece.fact and stress != "ahead" else plain)
            for piece in wording.pieces
            if piece.text
        ),
        wording.language,
    )


def _brought(page: Page, step: int) -> frozenset[str]:
    """The facts whose figures are read with the step; none of a slide that is all there at once."""
    if not page.stepped:
        return frozenset()
    now = (passage for passage in page.passages if passage.stress(step) == "now")
    return frozenset(piece.fact for passage in now for wording in passage.wordings for piece in wording.pieces)


def _figure(figure: Figure, page: Page | None, tone: str, look: Look, *, marked: bool = False) -> Iterator[Row]:
    """A row a language: the figure, and what it is behind it."""
    assert page is not None
    gap = 1.5 * look.unit
    for tag, said, *about in zip(page.languages, figure.said, figure.label, figure.about, strict=True):
        runs = (Run(said, look.font(FIGURE_PX, True), tone),)
        told = " · ".join(part for part in about if part)
        yield Row((Cell((*runs, look.run(f"  {told}", CAPTION_PX, "quiet")), tag),), gap, marked)
        gap = 0.0


def _name(name: Name, page: Page | None, tone: Tone, look: Look) -> Iterator[Row]:
    assert page is not None
    for k, (tag, said) in enumerate(zip(page.languages, name.said, strict=True)):
        if said not in name.said[:k]:
            run = look.run(said, CAPTION_PX, tone, bold=not k)
            yield Row((Cell((run,), tag),), 0.0 if k else 1.5 * look.unit)
    if name.note:
        yield Row((Cell((look.run(name.note, CAPTION_PX, "quiet"),), "en"),))


def _listed(here: list[Row], more: list[Row], look: Look, language: str) -> tuple[Row, ...]:
    """Those of now; then, under a caption, those that the next slide adds."""
    if not more:
        return tuple(here)
    return (*here, Row((_caption(words.NEXT.in_language(language), language, look),), 2.0 * look.unit), *more)


def _headed(what: Message, place: str, look: Look, language: str, gap: float = 0.0) -> tuple[Row, ...]:
    """gap: above it, in steps of the grid."""
    told = "  ".join(part for part in (what.in_language(language), place) if part)
    return (Row((_caption(told, language, look),), gap * look.unit),)


def _number(state: ShowState, deck: Deck, slide: str, language: str) -> str:
    chosen = choice(state, deck)
    number = chosen.number(slide)
    return words.SLIDE.in_language(language).format(n=number, total=len(chosen.slides)) if number else ""


def _caption(text: str, language: str, look: Look, *, colour: str = TONES["quiet"]) -> Cell:
    return Cell((Run(text, look.font(CAPTION_PX, colour == ACCENT), colour),), language)
