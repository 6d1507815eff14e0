"""Rehearsing: the clock starts anew, and at the end a report says how long each slide took."""

from msgspec import structs

from jn_presenter.model.deck import Deck
from jn_presenter.show.chords import ANY
from jn_presenter.show.command import Group
from jn_presenter.show.commands.overlay import OPENS, closed, opened
from jn_presenter.show.commands.session import answered
from jn_presenter.show.course import under_way
from jn_presenter.show.rehearsal import begun, ended
from jn_presenter.show.state import ShowState

GROUP = Group("排练", "Rehearsal", rank=36)


@GROUP.command("rehearse", keys=("Ctrl+R",), zh="开始排练；再按结束，看每页用时", wants=OPENS, quiet=True)
def rehearse(state: ShowState, deck: Deck, now_ms: float, *, overlays: tuple[str, ...] = ()) -> ShowState:
    """Begin a rehearsal; again, end it and see each slide's time.

    Only where a console can show the report; while a show is under way, after a question.
    """
    if "rehearsal" not in overlays:
        return state
    if state.rehearsing:
        return opened(ended(state, now_ms), "rehearsal", overlays)
    if under_way(state):
        return structs.replace(state, asking=state.asking or "rehearse")
    return begun(state, now_ms)


@GROUP.command("confirm-rehearse", keys=("Return", "Enter"), answers="rehearse", zh="询问时：开始排练", quiet=True)
def confirm_rehearse(state: ShowState, deck: Deck, now_ms: float) -> ShowState:
    """Begin the rehearsal, when asked."""
    return begun(answered(state), now_ms) if state.asking == "rehearse" else state


@GROUP.command("cancel-rehearse", keys=(ANY,), answers="rehearse", zh="询问时：不排练，继续放映", quiet=True)
def cancel_rehearse(state: ShowState, deck: Deck, now_ms: float) -> ShowState:
    """Go on with the show, when asked."""
    return answered(state) if state.asking == "rehearse" else state


@GROUP.command("rehearsal-report", zh="上一次排练的用时", wants=OPENS, quiet=True)
def rehearsal_report(state: ShowState, deck: Deck, now_ms: float, *, overlays: tuple[str, ...] = ()) -> ShowState:
    """Times of the last rehearsal."""
    return opened(state, "rehearsal", overlays) if state.rehearsed else state


@GROUP.command("rehearsal-close", keys=("Esc",), answers="rehearsal", zh="排练用时：收起", quiet=True)
def rehearsal_close(state: ShowState, deck: Deck, now_ms: float) -> ShowState:
    """Times of the rehearsal: put them away."""
    return closed(state)
