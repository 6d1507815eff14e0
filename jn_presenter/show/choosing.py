"""Why a show has the slides that it has: what `select` did with each slide, in words that a host can act on."""

from decimal import Decimal

from msgspec import Struct

from jn_presenter.model.deck import Deck
from jn_presenter.model.text import Message
from jn_presenter.show.select import Selection, theme_id
from jn_presenter.show.state import ShowState, length_of
from jn_presenter.show.travel import choice


class Reason(Struct, frozen=True):
    """What became of one slide, and why."""

    slide: str
    taken: bool
    why: Message


BROKEN = Message("这一页有错，不能放映", "the slide is broken")
HIDDEN = Message("今天不放", "taken out for today")
SKIPPED = Message("时间不够，略过", "left out to end on time")
OTHER_THEME = Message("不在今天的专题里", "its theme is not among today’s")
UNREAD = Message("还没有读到", "not read yet")
FRAME = Message("开场和结尾总是有", "openings and closings are always shown")
STRESSED = Message("一定要讲", "shown in any case")
UNLIMITED = Message("不限时间", "there is no limit of time")
CORE = Message("核心页，总是有", "a core slide, always shown")


def reasons(state: ShowState, deck: Deck) -> tuple[Reason, ...]:
    """Every slide of the deck in today's order, those that cannot be shown included."""
    chosen = choice(state, deck)
    taken = frozenset(chosen.slides)
    return tuple(Reason(slide, slide in taken, _why(slide, state, deck, chosen)) for slide in chosen.ranks)


def _why(slide: str, state: ShowState, deck: Deck, chosen: Selection) -> Message:
    theme = deck.theme_of(slide)
    framed = theme is not None and theme.role == "frame"
    if slide not in chosen.known:
        return BROKEN
    if slide in state.hidden:
        return HIDDEN
    stressed = slide in state.stressed
    if state.themes and theme_id(slide) not in state.themes and not framed and not stressed:
        return OTHER_THEME
    if slide in state.skipped:
        return SKIPPED
    if framed or stressed:
        return STRESSED if stressed else FRAME
    limit, found = length_of(state), deck.slides.get(slide)
    if limit is None:
        return UNLIMITED
    if found is None:
        return UNREAD
    if found.depth == "core":
        return CORE
    needs = found.minutes * deck.briefing.interpreting.factor(state.interpreting)
    return _in_time(needs, limit, slide in chosen.slides, chosen.minutes)


def _in_time(needs: Decimal, limit: Decimal, taken: bool, planned: Decimal) -> Message:
    """needs: the minutes of the slide. planned: those of all that were taken."""
    if taken:
        return Message(f"{_number(limit)} 分钟里放得下", f"it fits into the {_number(limit)} min")
    left = limit - planned
    room_zh = f"只剩 {_number(left)} 分钟" if left > 0 else "时间已经用完"
    room_en = f"{_number(left)} min are left" if left > 0 else "no time is left"
    return Message(f"要 {_number(needs)} 分钟，{room_zh}", f"it takes {_number(needs)} min, and {room_en}")


def _number(minutes: Decimal) -> str:
    """At most one digit after the point: 2, 1.5."""
    return f"{minutes:.1f}".removesuffix(".0")
