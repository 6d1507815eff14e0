"""The log of a visit: which slides the audience saw, when, and for how long against their budgets. No personal data."""

import time
from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from jn_presenter.draw.resolve import resolve
from jn_presenter.model.deck import Deck
from jn_presenter.model.text import Text
from jn_presenter.show.course import visited
from jn_presenter.show.pace import budget_ms
from jn_presenter.show.select import theme_id
from jn_presenter.show.state import Noted, ShowState

COLUMNS = (
    "次序 Order",
    "专题 Theme",
    "页 Slide",
    "标题 Title",
    "秒 Seconds",
    "预算秒数 Budget in s",
    "首次显示 First shown",
    "提问 Questions",
)
LATER = "会后答复 to answer"
FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")
"""What a spreadsheet would take for the beginning of a formula; East Asian ones take the wide signs for it too."""
SECOND_MS = 1000.0


class Row(Struct, frozen=True, kw_only=True):
    """A slide that the audience saw, all visits together."""

    order: int
    """From 1, as the slides were first seen."""
    theme: str
    slide: str
    title: str
    seconds: int
    """Rounded so that those of all rows add up to the whole time."""
    budget_s: int
    """What was planned, interpretation included."""
    first_ms: float
    """When it was first seen, since 1970."""
    questions: tuple[str, ...] = ()
    """What was asked while it was shown, as it was noted; what is still to be answered says so."""


def rows(state: ShowState, deck: Deck, now_ms: float, wall_ms: float, language: str = "") -> tuple[Row, ...]:
    """The log by now. now_ms: by the show's clock. wall_ms: since 1970. language: of titles, else the deck's first."""
    return tuple(_rows(state, deck, now_ms, wall_ms, language or deck.briefing.languages[0]))


def as_csv(log: Iterable[Row], local: Callable[[float], time.struct_time] = time.localtime) -> bytes:
    """The log as a table that spreadsheets open: UTF-8 with a mark in front, without which Excel garbles Chinese.

    local: seconds since 1970 to the time of day.
    """
    from csv import writer
    from io import StringIO

    text = StringIO(newline="")
    table = writer(text)
    table.writerow(COLUMNS)
    for row in log:
        first = time.strftime("%H:%M:%S", local(row.first_ms / SECOND_MS))
        words = (row.theme, row.slide, row.title)
        questions = _harmless("\n".join(row.questions))
        table.writerow((row.order, *map(_harmless, words), row.seconds, row.budget_s, first, questions))
    return text.getvalue().encode("utf-8-sig")


def _rows(state: ShowState, deck: Deck, now_ms: float, wall_ms: float, language: str) -> Iterator[Row]:
    seen = visited(state, now_ms)
    first = seen.first_seen
    themes = {theme.id: theme.title for theme in deck.themes}
    total, told = 0.0, 0
    for order, slide in enumerate(sorted(first, key=first.__getitem__), 1):
        total += seen.spent[slide]
        seconds = round(total / SECOND_MS) - told
        told += seconds
        found, theme = deck.slides.get(slide), theme_id(slide)
        yield Row(
            order=order,
            theme=_said(deck, themes.get(theme), language) or theme,
            slide=slide,
            title=_said(deck, found.title if found else None, language) or slide,
            seconds=seconds,
            budget_s=round(budget_ms(state, deck, slide) / SECOND_MS),
            first_ms=wall_ms - (now_ms - first[slide]),
            questions=tuple(_asked(question) for question in state.noted if question.slide == slide),
        )


def _asked(question: Noted) -> str:
    return f"{question.words}（{LATER}）" if question.open else question.words


def _said(deck: Deck, text: Text | None, language: str) -> str:
    if text is None:
        return ""
    return " ".join(resolve(text, deck.facts, (language,), deck.briefing.languages)[0].plain.split())


def _harmless(words: str) -> str:
    """The words as words, where a spreadsheet would calculate them."""
    return f"'{words}" if words.startswith(FORMULA) else words
