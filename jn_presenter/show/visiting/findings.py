"""What there is to say of a visit whose file is in order: time, languages, the day; and what is shown instead."""

from collections.abc import Iterator
from decimal import Decimal

from jn_presenter.model.deck import Deck
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message
from jn_presenter.model.visit import Visit
from jn_presenter.show.select import Selection, selection
from jn_presenter.show.visiting.named import has, names
from jn_presenter.show.visiting.options import invitation


def findings(deck: Deck, visit: Visit, today: str = "") -> tuple[tuple[str, Finding], ...]:
    """(path in the visit's file, warning) of each.

    deck: as it was written or made out, with all slides read. today: YYYY-MM-DD, without which no day is over.
    """
    return (*_time(deck, visit), *_languages(deck, visit), *past(visit, today))


def is_over(visit: Visit, today: str) -> bool:
    """Whether the day of the visit has gone by; a month or a year has only where all of it has."""
    return bool(visit.date and today) and visit.date < today[: len(visit.date)]


def _time(deck: Deck, visit: Visit) -> Iterator[tuple[str, Finding]]:
    """More minutes than there is to show, or fewer than the shortest show takes."""
    if visit.minutes is None:
        return
    most, least = (_chosen(deck, visit, minutes).minutes for minutes in (None, Decimal(0)))
    if visit.minutes > most:
        yield (
            "minutes",
            _warning(
                "more-minutes-than-slides",
                Message(
                    f"有 {_number(visit.minutes)} 分钟，全部讲完只要 {_number(most)} 分钟；会讲全部页面",
                    f"there are {_number(visit.minutes)} min, and all slides take {_number(most)}; all are shown",
                ),
                Message("可以加专题，或留出提问的时间", "add themes, or leave the rest for questions"),
            ),
        )
    elif visit.minutes < least:
        yield (
            "minutes",
            _warning(
                "fewer-minutes-than-core",
                Message(
                    f"只有 {_number(visit.minutes)} 分钟，核心页就要 {_number(least)} 分钟；核心页都会讲",
                    f"there are {_number(visit.minutes)} min, and core slides alone take {_number(least)}; "
                    "all of these are shown",
                ),
                Message("少选几个专题，或把不讲的页写进 hide", "choose fewer themes, or list slides under hide"),
            ),
        )


def _chosen(deck: Deck, visit: Visit, minutes: Decimal | None) -> Selection:
    asked = invitation(deck, visit)
    factor = deck.briefing.interpreting.factor(visit.interpreting)
    return selection(
        deck, minutes, asked.themes, asked.hidden, order=asked.order, stressed=asked.stressed, factor=factor
    )


def _languages(deck: Deck, visit: Visit) -> Iterator[tuple[str, Finding]]:
    """Names that the audience reads in another language than the one that it reads."""
    wanted, fallbacks = visit.languages or deck.briefing.languages[:1], deck.briefing.languages
    for path, name in names(visit):
        for tag in wanted:
            if not has(name, tag):
                shown = name.pick(tag, fallbacks)[1]
                yield (
                    path,
                    _warning(
                        "name-in-another-language",
                        Message(f"没有写 {tag} 的，会显示 “{shown}”", f"there is none in {tag}; {shown!r} is shown"),
                        Message(
                            f"加上 “{tag}: ……”；若各种语言都这样写，只写一个，不分语言",
                            f"add '{tag}: …'; where it is the same in all languages, write it without any",
                        ),
                    ),
                )


def past(visit: Visit, today: str) -> Iterator[tuple[str, Finding]]:
    """That its day is over, if it is."""
    if is_over(visit, today):
        yield (
            "date",
            _warning(
                "past-visit",
                Message(
                    f"{visit.date} 已经过去，画面上仍写这一天", f"{visit.date} is over; it is shown as it is written"
                ),
                Message(
                    "改成来访的日期；以前的来访可以移到 visits/archive",
                    "write the day of the visit; visits that are over can move to visits/archive",
                ),
            ),
        )


def _warning(code: str, message: Message, hint: Message) -> Finding:
    return Finding(code=code, message=message, hint=hint, severity="warning")


def _number(minutes: Decimal) -> str:
    return f"{minutes:.1f}".removesuffix(".0")
