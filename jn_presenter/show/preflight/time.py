"""The check of the time: what the chosen slides take together, against the slot."""

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from jn_presenter.model.counting import counted
from jn_presenter.model.deck import Deck
from jn_presenter.model.interpreting import Interpretation
from jn_presenter.model.text import Message
from jn_presenter.show.pace import MINUTE_MS, budget_ms
from jn_presenter.show.preflight.values import Check
from jn_presenter.show.state import ShowState, minutes_between
from jn_presenter.show.travel import choice

TITLE = Message("总用时", "Total time")
INTERPRETED: dict[Interpretation, Message] = {
    "none": Message("", ""),
    "consecutive": Message("（含交替传译）", " (interpreted consecutively)"),
    "simultaneous": Message("（含同声传译）", " (interpreted simultaneously)"),
}


def time_check(state: ShowState, deck: Deck, now_ms: float) -> Check:
    """The slot is the show's minutes, or from now to its end."""
    slides = choice(state, deck).slides
    if deck.pending:
        waiting = Message("正在读取", "Reading")
        return Check(key="time", group="time", title=TITLE, state="waiting", said=waiting)
    total = Decimal(sum(budget_ms(state, deck, slide) for slide in slides)) / int(MINUTE_MS)
    slot = state.minutes if state.until_ms is None else minutes_between(now_ms, state.until_ms)
    how = INTERPRETED[state.interpreting]
    need = _whole(total, up=True)
    told = Message(f"{len(slides)} 页，{need} 分钟{how.zh}", f"{counted(len(slides), 'slide')}, {need} min{how.en}")
    if slot is None:
        said = Message(f"{told.zh}；没有设时长", f"{told.en}; no limit is set")
        return Check(key="time", group="time", title=TITLE, state="green", said=said)
    over = total > slot
    left = _whole(abs(slot - total), up=over)
    rest = (
        Message(f"超出 {left} 分钟", f"{left} min too long")
        if over
        else Message(f"余 {left} 分钟", f"{left} min to spare")
    )
    until = state.until_ms is not None
    given = _whole(slot, up=False)
    length = (
        Message(f"到结束还有 {given} 分钟", f"{given} min until the end")
        if until
        else Message(f"时长 {given} 分钟", f"slot of {given} min")
    )
    return Check(
        key="time",
        group="time",
        title=TITLE,
        state="look" if over else "green",
        said=Message(f"{told.zh}；{length.zh}，{rest.zh}", f"{told.en}; {length.en}, {rest.en}"),
        todo=Message(
            "核心页不会自动略去：请隐藏几页，或改时长",
            "Core slides are never left out: hide some, or change the length",
        )
        if over
        else None,
    )


def _whole(minutes: Decimal, *, up: bool) -> int:
    return int(minutes.to_integral_value(ROUND_CEILING if up else ROUND_FLOOR))
