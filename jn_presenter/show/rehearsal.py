"""A rehearsal: how long each slide took against what is planned, and the minutes that its file might say instead."""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal

from msgspec import Struct, structs

from jn_presenter.model.daytime import MINUTE_MS
from jn_presenter.model.deck import Deck
from jn_presenter.show.course import anew, course, under_way
from jn_presenter.show.pace import budget_ms
from jn_presenter.show.state import ShowState
from jn_presenter.show.travel import choice

STEPS = 4
"""Into which a minute is divided: people plan in quarters of one."""
MOST = Decimal(600)
"""Minutes of a slide."""
GLANCE_MS = 5000
"""A slide that was seen for less was passed over on the way to another one."""


class Timing(Struct, frozen=True, kw_only=True):
    """One slide of a rehearsal."""

    slide: str
    ms: int
    budget_ms: int
    """What was planned for it, interpretation included."""
    minutes: Decimal
    """What its file says, without interpretation."""
    proposed: Decimal
    """What it might say."""

    @property
    def worth_writing(self) -> bool:
        """Whether another number would be more true, and the slide was really rehearsed."""
        return self.proposed != self.minutes and self.ms >= GLANCE_MS


def begun(state: ShowState, now_ms: float) -> ShowState:
    """A rehearsal from now on: the clock starts anew, the place stays; a show under way is put by."""
    put_by = course(state, now_ms) if under_way(state) else None
    return structs.replace(anew(state, now_ms), rehearsing=True, put_by=put_by)


def ended(state: ShowState, now_ms: float) -> ShowState:
    """The rehearsal over, with its times kept.

    The show that it interrupted goes on: its clock has run meanwhile, its slides have their times from before. A show
    that had not begun yet begins now.
    """
    over = structs.replace(state, rehearsing=False, rehearsed=course(state, now_ms).spent, put_by=None)
    before = state.put_by
    if before is None:
        return anew(over, now_ms)
    seen = {state.shown.slide: now_ms, **before.first_seen}
    return structs.replace(over, started_ms=before.started_ms, entered_ms=now_ms, spent=before.spent, first_seen=seen)


def timings(state: ShowState, deck: Deck) -> tuple[Timing, ...]:
    """The slides of the last rehearsal in the order of the show; those that the deck lost since are left out."""
    factor = deck.briefing.interpreting.factor(state.interpreting)
    return tuple(
        Timing(
            slide=slide,
            ms=round(state.rehearsed[slide]),
            budget_ms=budget_ms(state, deck, slide),
            minutes=deck.slides[slide].minutes,
            proposed=proposed(state.rehearsed[slide], factor),
        )
        for slide in choice(state, deck).ranks
        if slide in state.rehearsed and slide in deck.slides
    )


def proposed(ms: float, factor: Decimal) -> Decimal:
    """The minutes of a slide that took so long: to the nearest quarter, without the interpreter's share."""
    quarters = Decimal(round(ms)) * STEPS / int(MINUTE_MS) / factor
    whole = max(Decimal(1), quarters.quantize(Decimal(1), ROUND_HALF_UP))
    return min(MOST, whole / STEPS)


def defaults(found: tuple[Timing, ...]) -> Mapping[str, Decimal]:
    """Slide -> minutes of those that are worth writing."""
    return {one.slide: one.proposed for one in found if one.worth_writing}
