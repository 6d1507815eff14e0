"""One click ahead and one back: what the audience would see, so that its pictures can be ready before the key."""

from msgspec import structs

from jn_presenter.model.deck import Deck
from jn_presenter.show.moment import Moment, moment
from jn_presenter.show.state import ShowState
from jn_presenter.show.travel import following, go, preceding

FRAME_MS = 16.0
"""One frame of the clock: how far a motion has come when it is first painted."""


def neighbours(state: ShowState, deck: Deck) -> tuple[Moment | None, Moment | None]:
    """What `next` and `previous` lead to, None where they lead nowhere.

    `next` as it is first painted, one frame into its motion: a step at t = FRAME_MS / duration, another slide at that t
    or, with a transition, at t = 0 beneath it; t = 1 without animation. `previous` at its end, t = 1. Blank or frozen,
    they are those of where the presenter is: what he will want next. In a kiosk they are what time or a visitor brings.
    """
    # nobody asks before the first slide is up, and all commands come with these two
    from jn_presenter.show.commands.navigate import next_step, previous_step

    here = structs.replace(state, shown=state.at, frozen=False, blank="none", motion=None)
    if state.kiosk is not None:
        return _in_a_kiosk(here, deck)
    ahead, behind = next_step(here, deck, 0.0), previous_step(here, deck, 0.0)
    return (
        None if ahead is here else moment(ahead, FRAME_MS),
        None if behind is here else Moment(place=behind.shown, step=behind.shown.step, direction=-1),
    )


def _in_a_kiosk(here: ShowState, deck: Deck) -> tuple[Moment | None, Moment | None]:
    after, before = following(here, deck), preceding(here, deck)
    entered = go(here, deck, after, 0.0) if after is not None and after != here.shown else None
    return (
        None if entered is None else moment(entered, FRAME_MS),
        None if before is None else Moment(place=before, step=before.step, direction=-1),
    )
