"""What lies over the console for a while, for the presenter alone: the keys, the private jump, all slides."""

from msgspec import structs

from jn_presenter.model.deck import Deck
from jn_presenter.show.chords import ANY
from jn_presenter.show.command import Group
from jn_presenter.show.commands.navigate import jump
from jn_presenter.show.state import Overlay, ShowState

GROUP = Group("演讲者窗口", "Console", rank=5, quiet=True)
OPENS = ("overlays",)
"""Only what a console can show now is opened: without one, keys would lead nowhere."""


@GROUP.command("help", keys=("?", "F1"), zh="显示按键", wants=OPENS)
def key_help(state: ShowState, deck: Deck, now_ms: float, *, overlays: tuple[str, ...] = ()) -> ShowState:
    """Keys: show them."""
    return opened(state, "help", overlays)


@GROUP.command("help-close", keys=(ANY,), answers="help", zh="按键表：收起")
def help_close(state: ShowState, deck: Deck, now_ms: float) -> ShowState:
    """Keys: put them away."""
    return closed(state)


@GROUP.command("search", keys=("/", "Ctrl+F"), zh="搜索幻灯片（观众看不到）", wants=OPENS)
def search(state: ShowState, deck: Deck, now_ms: float, *, overlays: tuple[str, ...] = ()) -> ShowState:
    """Search for a slide, unseen by the audience."""
    return opened(state, "jump", overlays)


@GROUP.command("jump-close", keys=("Esc",), answers="jump", zh="搜索：收起")
def jump_close(state: ShowState, deck: Deck, now_ms: float) -> ShowState:
    """Search: put it away."""
    return closed(state)


@GROUP.command("overview", keys=("O", "Tab"), zh="所有幻灯片（观众看不到）", wants=OPENS)
def overview(state: ShowState, deck: Deck, now_ms: float, *, overlays: tuple[str, ...] = ()) -> ShowState:
    """All slides, unseen by the audience."""
    return opened(state, "overview", overlays)


@GROUP.command("overview-close", keys=("Esc", "O", "Tab"), answers="overview", zh="所有幻灯片：收起")
def overview_close(state: ShowState, deck: Deck, now_ms: float) -> ShowState:
    """All slides: put them away."""
    return closed(state)


@GROUP.command("preflight", keys=("F9",), zh="放映前检查（观众看不到）", wants=OPENS)
def preflight(state: ShowState, deck: Deck, now_ms: float, *, overlays: tuple[str, ...] = ()) -> ShowState:
    """Pre-flight: whether all is ready, unseen by the audience."""
    return opened(state, "preflight", overlays)


@GROUP.command("preflight-close", keys=("Esc", "F9"), answers="preflight", zh="放映前检查：收起")
def preflight_close(state: ShowState, deck: Deck, now_ms: float) -> ShowState:
    """Pre-flight: put it away."""
    return closed(state)


@GROUP.command("take", zh="转到选中的幻灯片", quiet=False)
def take(state: ShowState, deck: Deck, now_ms: float, *, slide: str) -> ShowState:
    """Go to the slide that was chosen, as a jump does."""
    return closed(jump(state, deck, now_ms, slide=slide))


@GROUP.command("overlay-none", zh="收起演讲者窗口上的内容")
def overlay_none(state: ShowState, deck: Deck, now_ms: float) -> ShowState:
    """Put away whatever lies over the console."""
    return closed(state)


def opened(state: ShowState, overlay: Overlay, possible: tuple[str, ...]) -> ShowState:
    """With `overlay` over the console, where it is among the possible ones."""
    return structs.replace(state, overlay=overlay) if overlay in possible and overlay != state.overlay else state


def closed(state: ShowState) -> ShowState:
    """With nothing over the console."""
    return structs.replace(state, overlay="") if state.overlay else state
