"""What of a show is kept when its clock begins anew: a rehearsal gives it back, the log of the visit adds it."""

from msgspec import structs

from jn_presenter.show.state import Course, ShowState
from jn_presenter.show.travel import spent_ms


def under_way(state: ShowState) -> bool:
    """Whether the audience has seen more than the slide that waits for it."""
    return state.earlier is not None or bool(state.spent.keys() - {state.shown.slide})


def course(state: ShowState, now_ms: float) -> Course:
    """What the audience has seen since the clock began, the slide shown included."""
    spent = {**state.spent, state.shown.slide: spent_ms(state, state.shown.slide, now_ms)}
    seen = {slide: state.first_seen.get(slide, state.started_ms) for slide in spent}
    return Course(started_ms=state.started_ms, spent=spent, first_seen=seen)


def visited(state: ShowState, now_ms: float) -> Course:
    """What the audience has seen in this visit, before the clock was restarted and since."""
    before, since = state.earlier, course(state, now_ms)
    if before is None:
        return since
    spent = {**before.spent, **{slide: before.spent.get(slide, 0.0) + ms for slide, ms in since.spent.items()}}
    return Course(started_ms=before.started_ms, spent=spent, first_seen={**since.first_seen, **before.first_seen})


def anew(state: ShowState, now_ms: float) -> ShowState:
    """The clock begins now, and the slide shown is the first that is seen."""
    seen = {state.shown.slide: now_ms}
    return structs.replace(state, started_ms=now_ms, entered_ms=now_ms, spent={}, first_seen=seen)


def shifted(kept: Course | None, by_ms: float) -> Course | None:
    """The same by a clock that says so much more."""
    if kept is None:
        return None
    seen = {slide: ms + by_ms for slide, ms in kept.first_seen.items()}
    return structs.replace(kept, started_ms=kept.started_ms + by_ms, first_seen=seen)
