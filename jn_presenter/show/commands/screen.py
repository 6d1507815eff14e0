"""What the audience's screen shows instead of the moving show: nothing, the logo, or the picture as it stands."""

from msgspec import structs

from jn_presenter.model.deck import Deck
from jn_presenter.model.ink import AT_REST, Pointing
from jn_presenter.show.command import Group
from jn_presenter.show.ink import pointed
from jn_presenter.show.state import Blank, ShowState
from jn_presenter.show.travel import leaving, motion_to, settled
from jn_presenter.show.travel import show as shown_again

GROUP = Group("屏幕", "Screen", rank=20)


@GROUP.command("show", keys=("F5", "Shift+F5"), zh="显示幻灯片")
def show(state: ShowState, deck: Deck, now_ms: float) -> ShowState:
    """Show the slide."""
    return shown_again(state)


@GROUP.command("blank-black", keys=(".", "B"), zh="黑屏；再按恢复")
def blank_black(state: ShowState, deck: Deck, now_ms: float) -> ShowState:
    """Black screen, and the slide again."""
    return _blanked(state, "none" if state.blank == "black" else "black")


@GROUP.command("blank-white", keys=(",", "W"), zh="白屏；再按恢复")
def blank_white(state: ShowState, deck: Deck, now_ms: float) -> ShowState:
    """White screen, and the slide again."""
    return _blanked(state, "none" if state.blank == "white" else "white")


@GROUP.command("blank-logo", keys=("Esc",), zh="标志画面")
def blank_logo(state: ShowState, deck: Deck, now_ms: float) -> ShowState:
    """Logo screen.

    It stays when called again: Esc is pressed once more to be sure, and must not uncover the slide.
    """
    return _blanked(state, "logo")


@GROUP.command("freeze", keys=("F",), wants=("pointing",), quiet=True, zh="定格：观众画面不动；再按显示当前页")
def freeze(state: ShowState, deck: Deck, now_ms: float, *, pointing: Pointing = AT_REST) -> ShowState:
    """Freeze: the audience's picture stays; unfrozen, it shows where I am.

    A motion under way still comes to its end, and ink stays as far as it is drawn.
    """
    if not state.frozen:
        return structs.replace(state, frozen=True, seen_ink=pointed(state.ink, pointing))
    state = structs.replace(state, seen_ink={})
    if state.at == state.shown:
        return structs.replace(state, frozen=False)
    motion = motion_to(state, deck, state.at, now_ms) if state.blank == "none" else None
    return structs.replace(leaving(state, state.at.slide, now_ms), frozen=False, shown=state.at, motion=motion)


def _blanked(state: ShowState, blank: Blank) -> ShowState:
    return state if state.blank == blank else structs.replace(settled(state), blank=blank)
