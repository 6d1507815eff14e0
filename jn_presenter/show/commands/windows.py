"""Where the show's windows are: which screen is whose, and fullscreen or not. Slide, step and motion stay.

Which screens there are only the desk knows: it adds `seats`, the audience's screen and the console's, each empty where
it has none; `standing`, the screens on which these windows really are; and `screens`, all there are from left to right.
"""

from msgspec import structs

from jn_presenter.model.deck import Deck
from jn_presenter.show.command import Group
from jn_presenter.show.state import Seating, ShowState

GROUP = Group("窗口与显示器", "Windows and screens", rank=45, quiet=True)
NOWHERE = ("", "")


@GROUP.command("swap-screens", keys=("Ctrl+S",), zh="观众画面与演讲者窗口互换显示器", wants=("seats",))
def swap_screens(state: ShowState, deck: Deck, now_ms: float, *, seats: tuple[str, ...] = NOWHERE) -> ShowState:
    """Swap the screens of audience and console."""
    audience, console = seats
    return _seated(state, audience=console, console=audience) if audience and console else state


@GROUP.command("next-screen", keys=("Ctrl+M",), zh="观众画面移到下一台显示器", wants=("seats", "screens"))
def next_screen(
    state: ShowState,
    deck: Deck,
    now_ms: float,
    *,
    seats: tuple[str, ...] = NOWHERE,
    screens: tuple[str, ...] = (),
) -> ShowState:
    """Move the audience to the next screen.

    Where that is the console's, the console takes the one left free. An audience whose own screen is gone leaves the
    console where it is.
    """
    audience, console = seats
    possible = screens if audience else tuple(screen for screen in screens if screen != console)
    if not possible or possible == (audience,):
        return state
    target = possible[(possible.index(audience) + 1) % len(possible)] if audience in possible else possible[0]
    return _seated(state, audience=target, console=audience if target == console else console)


@GROUP.command("windowed", keys=("F11",), zh="窗口显示；再按全屏", wants=("seats", "standing"))
def windowed(
    state: ShowState,
    deck: Deck,
    now_ms: float,
    *,
    seats: tuple[str, ...] = NOWHERE,
    standing: tuple[str, ...] = NOWHERE,
) -> ShowState:
    """In windows, and fullscreen again.

    Windows that were drawn onto other screens fill those from then on.
    """
    seating = structs.replace(state.seating, windowed=not state.seating.windowed)
    if state.seating.windowed and standing != seats and standing[0]:
        audience, console = standing
        seating = structs.replace(seating, audience=audience, console=console if console != audience else "")
    return structs.replace(state, seating=seating)


@GROUP.command("screens-changed", zh="显示器接上或断开")
def screens_changed(
    state: ShowState, deck: Deck, now_ms: float, *, unplugged: bool, console: bool | None = None
) -> ShowState:
    """Screens came or went.

    unplugged: whether the audience's is gone. console: whether the console takes the only screen that is left; None
    where that stays as it is.
    """
    seating = structs.replace(state.seating, unplugged=unplugged)
    up = state.console if console is None else console
    if seating == state.seating and up == state.console:
        return state
    return structs.replace(state, seating=seating, console=up)


def _seated(state: ShowState, *, audience: str, console: str) -> ShowState:
    seating: Seating = structs.replace(state.seating, audience=audience, console=console)
    return state if seating == state.seating else structs.replace(state, seating=seating)
