"""From the console's words to paragraphs: which size, weight and colour each of them has."""

from collections.abc import Iterator

from jn_presenter.draw.notes import present
from jn_presenter.draw.resolve import FALLBACK, Wording
from jn_presenter.model.marks import Run
from jn_presenter.model.text import Message
from jn_presenter.qt.scene.text import paragraphs
from jn_presenter.qt.windows import words
from jn_presenter.qt.windows.console.look import BODY_PX, CAPTION_PX, NOTES_LEADING, NOTES_PX, TITLE_PX, TONES, Look
from jn_presenter.qt.windows.console.prose import Paragraph
from jn_presenter.qt.windows.console.report import Report, Upcoming
from jn_presenter.qt.windows.console.trouble import Trouble

SPARED = Message("可以略过", "Could be left out")


def about(
    told: Report, found: Trouble, look: Look, language: str, spared: tuple[str, ...] = ()
) -> tuple[Paragraph, ...]:
    """The present slide: theme, title, what the audience does not see as meant, and the problems.

    spared: titles of the slides that could be left out to end on time.
    """
    return tuple(_about(told, found, look, language, spared))


def _about(told: Report, found: Trouble, look: Look, language: str, spared: tuple[str, ...]) -> Iterator[Paragraph]:
    """Problems come ahead of the title, which stands in the picture too: on a small screen there is room for little."""
    yield Paragraph((look.run(told.theme, CAPTION_PX, "quiet"),), language)
    yield from _trouble(found, look, language)
    gap = 2.0 * look.unit if found.count else look.unit / 2
    yield Paragraph((look.run(told.title, TITLE_PX, bold=True),), language, gap)
    for hint in told.hints:
        yield Paragraph((look.run(hint.text, CAPTION_PX, hint.tone),), language, look.unit / 2)
    yield from _spared(spared, look, language)


def _trouble(found: Trouble, look: Look, language: str) -> Iterator[Paragraph]:
    if not found.count:
        return
    yield Paragraph((look.run(found.count, BODY_PX, "amber", bold=True),), language, float(look.unit))
    for row in found.rows:
        where = look.run(f"{row.where}  ", CAPTION_PX, "quiet")
        what = look.run(row.what.text, CAPTION_PX, row.what.tone, bold=not row.where)
        yield Paragraph((where, what) if row.where else (what,), language, look.unit / 2)
        if row.hint:
            yield Paragraph((look.run(row.hint, CAPTION_PX, "quiet"),), language)


def beside(next_one: Upcoming, look: Look, language: str, spared: tuple[str, ...] = ()) -> tuple[Paragraph, ...]:
    """What the next key leads to, in words; `spared` as with `about`."""
    return (
        Paragraph((look.run(next_one.count, CAPTION_PX, "quiet"),), language),
        Paragraph((look.run(next_one.title, BODY_PX),), language, look.unit / 2),
        *_spared(spared, look, language),
    )


def _spared(titles: tuple[str, ...], look: Look, language: str) -> Iterator[Paragraph]:
    if titles:
        yield Paragraph((look.run(SPARED.in_language(language), CAPTION_PX, "amber"),), language, 2.0 * look.unit)
    for title in titles:
        yield Paragraph((look.run(title, CAPTION_PX),), language, look.unit / 2)


def notes(
    said: tuple[tuple[Wording, ...], ...], step: int, look: Look, language: str, size: float = 1.0
) -> tuple[tuple[Paragraph, ...], ...]:
    """The notes, a column a language, the line breaks as they were typed; `size` times as large as usual.

    What is said at the step is in ink, what was said before and what is to come is quiet.
    """
    if not said:
        return ((Paragraph((look.run(words.NO_NOTES.in_language(language), BODY_PX, "quiet"),), language),),)
    return tuple(tuple(_notes(parts, step, look, language, size)) for parts in said)


def _notes(parts: tuple[Wording, ...], step: int, look: Look, language: str, size: float) -> Iterator[Paragraph]:
    gap, now = 3.0 * look.unit, present(parts, step)
    for finding in parts[0].findings:
        if finding.code == FALLBACK:
            run = look.run(words.OTHER_NOTES.in_language(language), CAPTION_PX, "amber")
            yield Paragraph((run,), language, gap)
    for k, wording in enumerate(parts):
        tone = TONES["ink" if k == now else "quiet"]
        runs = tuple(
            Run(piece.text, look.font(NOTES_PX * size, piece.emphasis), tone) for piece in wording.pieces if piece.text
        )
        for line in paragraphs(runs):
            yield Paragraph(line, wording.found or wording.language, gap, NOTES_LEADING, k)
            gap = look.unit * size
        gap = 2.0 * look.unit * size
