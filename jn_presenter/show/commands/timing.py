"""The time that the show has, changed in mid-show. The place stays, and the clock runs on."""

from decimal import Decimal
from typing import get_args

from msgspec import structs

from jn_presenter.model.deck import Deck
from jn_presenter.model.interpreting import Interpretation
from jn_presenter.show.command import Group
from jn_presenter.show.commands.overlay import OPENS, closed, opened
from jn_presenter.show.course import anew, under_way, visited
from jn_presenter.show.skipping import skips
from jn_presenter.show.state import ShowState

GROUP = Group("时间", "Time", rank=35, quiet=True)
WAYS: tuple[Interpretation, ...] = get_args(Interpretation)


@GROUP.command("time", keys=("M",), zh="时间：时长、结束时刻、传译方式（观众看不到）", wants=OPENS)
def time(state: ShowState, deck: Deck, now_ms: float, *, overlays: tuple[str, ...] = ()) -> ShowState:
    """Time: how long the show is, when it ends, how it is interpreted; unseen by the audience."""
    return opened(state, "time", overlays)


@GROUP.command("time-close", keys=("Esc", "M"), answers="time", zh="时间：收起")
def time_close(state: ShowState, deck: Deck, now_ms: float) -> ShowState:
    """Time: put it away."""
    return closed(state)


@GROUP.command("minutes", zh="按时长选页")
def minutes(state: ShowState, deck: Deck, now_ms: float, *, minutes: Decimal | None) -> ShowState:
    """Keep to a number of minutes; None for all slides."""
    if minutes == state.minutes and state.until_ms is None:
        return state
    return structs.replace(state, minutes=minutes, until_ms=None)


@GROUP.command("until", zh="按结束时刻选页")
def until(state: ShowState, deck: Deck, now_ms: float, *, until_ms: float | None) -> ShowState:
    """Be over at a time of the show's clock, in ms; None for all slides."""
    if until_ms == state.until_ms and state.minutes is None:
        return state
    return structs.replace(state, minutes=None, until_ms=until_ms)


@GROUP.command("interpreting", keys=("Ctrl+I",), zh="传译方式：无、交替传译、同声传译")
def interpreting(state: ShowState, deck: Deck, now_ms: float, *, how: Interpretation | None = None) -> ShowState:
    """Interpreted: not at all, consecutively, simultaneously.

    how: None for the next of these.
    """
    if how is None:
        how = WAYS[(WAYS.index(state.interpreting) + 1) % len(WAYS)]
    return state if how == state.interpreting else structs.replace(state, interpreting=how)


@GROUP.command("skip-extras", keys=("K",), zh="时间不够：略过建议的页面")
def skip_extras(state: ShowState, deck: Deck, now_ms: float) -> ShowState:
    """Late: leave out the slides that can be spared."""
    out = skips(state, deck, now_ms).slides
    return structs.replace(state, skipped=state.skipped.union(out)) if out else state


@GROUP.command("unskip", keys=("Shift+K",), zh="不再略过")
def unskip(state: ShowState, deck: Deck, now_ms: float, *, slide: str = "") -> ShowState:
    """Take the slides left out for lack of time in again.

    slide: one of them; empty for all.
    """
    kept = state.skipped - {slide} if slide else frozenset[str]()
    return state if kept == state.skipped else structs.replace(state, skipped=kept)


@GROUP.command("restart-clock", keys=("Ctrl+T",), zh="从现在起重新计时")
def restart_clock(state: ShowState, deck: Deck, now_ms: float) -> ShowState:
    """Count the time from now on.

    For the guests come later than the computer is started, and a slide that stood there alone is no part of the visit.
    Where others have been seen as well the log of the visit keeps them all; a rehearsal leaves it as it is.
    """
    visiting = under_way(state) and not state.rehearsing
    return structs.replace(anew(state, now_ms), earlier=visited(state, now_ms) if visiting else state.earlier)
