"""What was asked for by name, looked up in the deck: languages, style, slide. An unknown one raises."""

import time
from collections.abc import Collection

from msgspec import structs

from jn_presenter.load.slips.suggest import hint
from jn_presenter.model.daytime import HOUR_MS, MINUTE_MS, Daytime
from jn_presenter.model.deck import Briefing, Deck
from jn_presenter.model.language import serving
from jn_presenter.model.options import OptionError, PresentOptions
from jn_presenter.model.style import Style
from jn_presenter.model.text import Message
from jn_presenter.model.visit import Visit


def chosen(options: PresentOptions, deck: Deck, of_day_ms: float | None = None) -> PresentOptions:
    """The options with languages, style and slide by the deck's own names.

    of_day_ms: the time since midnight, by default the clock's. Raises OptionError for what the deck lacks, and for a
    time that is over.
    """
    if options.until is not None:
        _still_ahead(options.until, now_of_day_ms() if of_day_ms is None else of_day_ms)
    console = chosen_languages((options.console_language,), deck.briefing)[0] if options.console_language else ""
    return structs.replace(
        options,
        languages=chosen_languages(options.languages, deck.briefing),
        console_language=console,
        style=chosen_style(options.style, deck).name,
        start=chosen_start(options.start, deck.order),
    )


def as_invited(options: PresentOptions, visit: Visit, of_day_ms: float) -> PresentOptions:
    """The options with what the visit says where they say nothing themselves.

    An end that is over is left out: whoever starts a show then wants to see it.
    """
    own_time = options.minutes is not None or options.until is not None
    ahead = visit.until is not None and visit.until.ahead_ms(of_day_ms) > 0.0
    return structs.replace(
        options,
        languages=options.languages or visit.languages,
        minutes=options.minutes if own_time else visit.minutes,
        until=options.until if own_time or not ahead else visit.until,
        interpreting=options.interpreting or visit.interpreting,
    )


def now_of_day_ms() -> float:
    """The time since midnight by the clock on the wall, in ms."""
    now = time.time()
    local = time.localtime(now)
    return local.tm_hour * HOUR_MS + local.tm_min * MINUTE_MS + (local.tm_sec + now % 1.0) * 1000.0


def _still_ahead(until: Daytime, of_day_ms: float) -> None:
    if until.ahead_ms(of_day_ms) > 0.0:
        return
    now = Daytime(int(of_day_ms // HOUR_MS), int(of_day_ms % HOUR_MS // MINUTE_MS))
    raise OptionError(
        Message(
            f"--until {until}：现在已是 {now}；请写还没到的时间，或用 --minutes 20",
            f"--until {until}: it is {now} already; write a time to come, or --minutes 20",
        )
    )


def chosen_languages(asked: tuple[str, ...], briefing: Briefing) -> tuple[str, ...]:
    """The languages asked for, each once, in the briefing's own spelling; its first one where none was.

    de serves whoever asks for de-AT. Raises OptionError for what nothing serves.
    """
    if not asked:
        return briefing.languages[:1]
    found = (_known("--lang", tag, serving(tag, briefing.languages), briefing.languages) for tag in asked)
    return tuple(dict.fromkeys(found))


def chosen_style(asked: str, deck: Deck) -> Style:
    """The style of that name, the briefing's first where none was asked for. Raises OptionError."""
    if asked:
        return deck.styles[_known("--style", asked, asked if asked in deck.styles else "", deck.styles)]
    named = (name for name in deck.briefing.styles if name in deck.styles)
    return deck.styles[next(named, next(iter(deck.styles)))]


def chosen_start(asked: str, order: Collection[str]) -> str:
    """The id of the slide to begin with, empty where none was asked for. Raises OptionError."""
    return _known("--start", asked, asked if asked in order else "", order) if asked else ""


def _known(option: str, asked: str, found: str, offered: Collection[str]) -> str:
    if found:
        return found
    guide = hint(asked, offered)
    raise OptionError(
        Message(f"{option} {asked}：汇报里没有；{guide.zh}", f"{option} {asked}: not in the briefing; {guide.en}")
    )
