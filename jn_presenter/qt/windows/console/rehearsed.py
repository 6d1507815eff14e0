"""What the report of a rehearsal says: a line a slide, their sum, and what became of writing. Values, no pixels."""

from collections.abc import Collection, Iterable

from msgspec import Struct

from jn_presenter.load.save import Refused, Written
from jn_presenter.model.deck import Deck
from jn_presenter.model.text import Message
from jn_presenter.qt.windows.console.report import UNKNOWN, Said, clock, slide_title
from jn_presenter.show.rehearsal import Timing
from jn_presenter.show.select import Selection

TOTAL = Message("共 {took}，计划 {planned}", "{took} in all, {planned} planned")
SLIDES = Message("{n} 页，", "{n} slides, ")
ONE_SLIDE = Message("1 页，", "1 slide, ")
NONE = Message("还没有排练过", "Nothing rehearsed yet")
WRITING = Message("正在写入……", "Writing…")
WRITTEN = Message("已写入 {n} 页的 minutes", "Minutes of {n} slides written")
WRITTEN_ONE = Message("已写入 1 页的 minutes", "Minutes of 1 slide written")
TAKEN_BACK = Message("已撤销 {n} 页", "{n} slides as they were")
TAKEN_BACK_ONE = Message("已撤销 1 页", "1 slide as it was")
REFUSED = Message("{slide}：{why}", "{slide}: {why}")
SECOND_MS = 1000


class Line(Struct, frozen=True, kw_only=True):
    """A slide of the report."""

    slide: str
    number: str
    """In today's show."""
    title: str
    took: str
    planned: str
    over: Said
    """How much longer than planned."""
    minutes: str
    """What the file says, and what it would say."""
    chosen: bool
    """Whether it is to be written."""
    differs: bool
    """Whether there is anything to write."""


def lines(
    found: Iterable[Timing], chosen: Collection[str], selection: Selection, deck: Deck, language: str
) -> tuple[Line, ...]:
    """The report. chosen: the slides whose minutes are to be written."""
    return tuple(_line(one, one.slide in chosen, selection, deck, language) for one in found)


def _line(one: Timing, chosen: bool, selection: Selection, deck: Deck, language: str) -> Line:
    differs = one.proposed != one.minutes
    old, new = (f"{minutes.normalize():f}" for minutes in (one.minutes, one.proposed))
    return Line(
        slide=one.slide,
        number=str(selection.number(one.slide) or UNKNOWN),
        title=slide_title(deck, one.slide, language),
        took=clock(seconds(one.ms)),
        planned=clock(seconds(one.budget_ms)),
        over=over(seconds(one.ms) - seconds(one.budget_ms)),
        minutes=f"{old} → {new}" if differs else old,
        chosen=chosen and differs,
        differs=differs,
    )


def total(found: Collection[Timing], language: str) -> tuple[Said, Said]:
    """How long all of it took against what was planned, and the difference; of seconds as the lines show them."""
    if not found:
        return Said(NONE.in_language(language), "quiet"), Said("")
    took = sum(seconds(one.ms) for one in found)
    planned = sum(seconds(one.budget_ms) for one in found)
    count = (ONE_SLIDE if len(found) == 1 else SLIDES).in_language(language).format(n=len(found))
    words = TOTAL.in_language(language).format(took=clock(took), planned=clock(planned))
    return Said(count + words), over(took - planned)


def over(difference: int) -> Said:
    """So many seconds more or less than planned, with its sign."""
    return Said(f"{'+' if difference > 0 else ''}{clock(difference)}", "amber" if difference > 0 else "quiet")


def seconds(ms: int) -> int:
    """To the nearest second."""
    return round(ms / SECOND_MS)


def outcome(results: Collection[Written | Refused], *, back: bool, language: str) -> Said:
    """What became of writing, or of taking it back; whatever was refused comes first, since it wants a hand."""
    refused = [one for one in results if isinstance(one, Refused)]
    count = len(results) - len(refused)
    one, many = (TAKEN_BACK_ONE, TAKEN_BACK) if back else (WRITTEN_ONE, WRITTEN)
    done = (one if count == 1 else many).in_language(language).format(n=count) if count else ""
    told = [REFUSED.in_language(language).format(slide=one.slide, why=one.why.in_language(language)) for one in refused]
    between = "；" if language.startswith("zh") else "; "
    return Said(between.join([*told, *([done] if done else [])]), "amber" if refused else "ink")
