"""What the console says of the time: on this slide, ahead or behind, how long the show is, and what to leave out."""

from decimal import Decimal

from msgspec import Struct

from jn_presenter.model.daytime import DAY_MS, HOUR_MS, MINUTE_MS
from jn_presenter.model.deck import Deck
from jn_presenter.model.interpreting import Interpretation
from jn_presenter.model.text import Message
from jn_presenter.qt.windows.console.report import SECOND_MS, Said, clock, slide_title
from jn_presenter.show.pace import Pace, planned
from jn_presenter.show.skipping import skips
from jn_presenter.show.state import ShowState, length_of
from jn_presenter.show.travel import choice

SPENT = Message("本页", "This slide")
AHEAD = Message("富余", "In hand")
ENDS = Message("约结束于", "Ends about")
BEHIND = Message("落后", "Behind")
PACE = Message("进度", "Pace")
ON_TIME = Message("准时", "On time")
BUDGET = Message("/ {length}", "/ {length}")

MINUTES = Message("{m} 分钟 · {end} 结束", "{m} min · ends {end}")
UNTIL = Message("{end} 前结束 · 共 {m} 分钟", "Until {end} · {m} min")
ALL = Message("全部内容 · {m} 分钟", "Everything · {m} min")
COUNT, COUNT_ONE = Message("{n} 页", "{n} slides"), Message("1 页", "1 slide")
INTERPRETED: dict[Interpretation, Message] = {
    "consecutive": Message("交替传译 ×{factor}", "interpreted consecutively ×{factor}"),
    "simultaneous": Message("同声传译 ×{factor}", "interpreted simultaneously ×{factor}"),
}
SKIP = Message("略过 {n} 页，可准时结束", "Skip {n} to end on time")
SKIP_LATE = Message("略过 {n} 页，仍晚 {late}", "Skip {n}, and still end {late} late")
FULL = Message("没有可略过的页了", "nothing left to skip")
SKIPPED = Message("已略过 {n} 页：{titles}", "Skipped {n}: {titles}")
TAKE, UNDO = Message("略过", "Skip"), Message("恢复", "Undo")
JOINT = Message("；", "; ")
"""Between titles, which have commas of their own."""


class Tempo(Struct, frozen=True, kw_only=True):
    """The time on the slide shown, and how the show stands: ahead, behind or, where nothing limits it, when it ends."""

    spent: Said
    budget: str
    caption: str = ""
    standing: Said = Said("")


class Offer(Struct, frozen=True):
    """A command that is worth calling now, and what its button says."""

    command: str
    label: str


class Plan(Struct, frozen=True, kw_only=True):
    """Two lines about the length of the show, and what is offered to mend it."""

    first: Said
    second: Said
    offer: Offer | None = None
    spared: tuple[str, ...] = ()
    """The titles of the slides that it would leave out: where no pane lists them, they stand in the second line."""


def tempo(state: ShowState, deck: Deck, told: Pace, of_day_ms: float, language: str) -> Tempo:
    """How the slide and the show stand. Nothing of the show is guessed while slides are still to be read.

    of_day_ms: the time of day, ms since midnight.
    """
    over = told.budget_ms > 0 and told.spent_ms > told.budget_ms
    spent = Said(clock(int(told.spent_ms // SECOND_MS)), "amber" if over else "ink")
    length = clock(round(told.budget_ms / SECOND_MS))
    budget = BUDGET.in_language(language).format(length=length) if told.budget_ms else ""
    if deck.pending:
        return Tempo(spent=spent, budget=budget)
    if length_of(state) is None:
        ends = Said(at_minute(of_day_ms + told.rest_ms))
        return Tempo(spent=spent, budget=budget, caption=ENDS.in_language(language), standing=ends)
    caption, standing = _standing(told, language)
    return Tempo(spent=spent, budget=budget, caption=caption.in_language(language), standing=standing)


def plan(state: ShowState, deck: Deck, told: Pace, now_ms: float, of_day_ms: float, language: str) -> Plan:
    """How long the show is and when it ends; where it runs late, what to leave out.

    of_day_ms: the time of day, ms since midnight.
    """
    length = _length(state, deck, told, of_day_ms, language)
    if length_of(state) is not None and not deck.pending and told.standing == "behind":
        out = skips(state, deck, now_ms)
        if not out.slides:
            return Plan(first=length, second=_second(state, deck, language, FULL.in_language(language)))
        late = clock(int(out.late_ms // SECOND_MS))
        first = (SKIP_LATE if out.late_ms >= SECOND_MS else SKIP).in_language(language)
        spared = tuple(slide_title(deck, slide, language) for slide in out.slides)
        return Plan(
            first=Said(first.format(n=len(spared), late=late), "amber"),
            second=Said(length.text, "quiet"),
            offer=Offer("skip-extras", TAKE.in_language(language)),
            spared=spared,
        )
    if not state.skipped:
        return Plan(first=length, second=_second(state, deck, language))
    ranks = choice(state, deck).ranks
    left_out = sorted(state.skipped, key=lambda slide: ranks.get(slide, len(ranks)))
    titles = JOINT.in_language(language).join(slide_title(deck, slide, language) for slide in left_out)
    said = SKIPPED.in_language(language).format(n=len(left_out), titles=titles)
    return Plan(first=length, second=Said(said, "quiet"), offer=Offer("unskip", UNDO.in_language(language)))


def minutes_of(length: Decimal) -> str:
    """Minutes as people say them: with one decimal at most."""
    return f"{length.quantize(Decimal('0.1')).normalize():f}"


def counted(slides: int, language: str) -> str:
    """How many slides, in words."""
    return (COUNT_ONE if slides == 1 else COUNT).in_language(language).format(n=slides)


def at_minute(of_day_ms: float) -> str:
    """The time of day to the nearest minute, 15:30; ms since some midnight."""
    minutes = round(of_day_ms % DAY_MS / MINUTE_MS) % round(DAY_MS / MINUTE_MS)
    hour = round(HOUR_MS / MINUTE_MS)
    return f"{minutes // hour:02}:{minutes % hour:02}"


def interpreted(deck: Deck, how: Interpretation, language: str) -> str:
    """How the show is interpreted, and how much longer it takes then; empty where it is not."""
    if how == "none":
        return ""
    return INTERPRETED[how].in_language(language).format(factor=deck.briefing.interpreting.factor(how))


def _standing(told: Pace, language: str) -> tuple[Message, Said]:
    """What the figure is, and how far the show is from its plan."""
    length = clock(int(abs(told.behind_ms) // SECOND_MS))
    match told.standing:
        case "behind":
            return BEHIND, Said(length, "amber")
        case "ahead":
            return AHEAD, Said(length)
        case "on-time":
            return PACE, Said(ON_TIME.in_language(language))


def _length(state: ShowState, deck: Deck, told: Pace, of_day_ms: float, language: str) -> Said:
    limited = length_of(state) is not None
    message = ALL if not limited else MINUTES if state.until_ms is None else UNTIL
    end = of_day_ms + (told.remaining_ms if limited else told.rest_ms)
    return Said(message.in_language(language).format(m=minutes_of(planned(state, deck)), end=at_minute(end)))


def _second(state: ShowState, deck: Deck, language: str, more: str = "") -> Said:
    count = counted(len(choice(state, deck).slides), language)
    return Said(" · ".join(filter(None, (count, interpreted(deck, state.interpreting, language), more))), "quiet")
