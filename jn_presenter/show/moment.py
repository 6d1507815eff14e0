"""What the audience sees at a moment: nothing of it is stored, it follows from the state and the time."""

from typing import Literal

from msgspec import Struct

from jn_presenter.model.deck import Transition
from jn_presenter.show.state import Place, ShowState


class Moment(Struct, frozen=True, kw_only=True):
    """What the audience sees at one time.

    `place` is where the show is. `step` and `t` (0..1, not eased) are what is drawn of its slide: while a step is taken
    back they are still that step's, t falling. During a transition `transition` is its progress 0..1 from the picture
    of `from_place`, settled, to `place` at (step, t); `effect` and `direction` say how it looks.
    """

    place: Place
    step: int
    t: float = 1.0
    transition: float | None = None
    from_place: Place | None = None
    effect: Transition = "none"
    direction: Literal[1, -1] = 1


def moment(state: ShowState, now_ms: float) -> Moment:
    """What the audience sees at `now_ms`, but for a blank screen. Nothing of it is stored: it is a function of time."""
    motion = state.motion
    if motion is None or (elapsed := motion.elapsed_ms(now_ms)) >= motion.duration_ms:
        return Moment(place=state.shown, step=state.shown.step)
    if elapsed < motion.transition_ms:
        return Moment(
            place=motion.end,
            step=motion.end.step,
            t=0.0 if motion.duration_ms > motion.transition_ms else 1.0,
            transition=elapsed / motion.transition_ms,
            from_place=motion.start,
            effect=motion.transition,
            direction=motion.direction,
        )
    t = (elapsed - motion.transition_ms) / (motion.duration_ms - motion.transition_ms)
    if motion.direction < 0 and motion.start.slide == motion.end.slide:
        return Moment(place=motion.end, step=motion.start.step, t=1.0 - t, direction=-1)
    return Moment(place=motion.end, step=motion.end.step, t=t, direction=motion.direction)


def covered(state: ShowState) -> bool:
    """Whether the themes of a kiosk lie over the slide, or are about to."""
    return state.kiosk is not None and state.kiosk.phase == "home"


def moving(state: ShowState, now_ms: float) -> bool:
    """Whether the picture changes by itself at `now_ms`."""
    return state.motion is not None and state.motion.elapsed_ms(now_ms) < state.motion.duration_ms
