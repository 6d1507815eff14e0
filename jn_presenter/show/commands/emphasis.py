"""What the presenter shows in a chart: one figure that stands out, and how far a time dimension has come."""

from msgspec import structs

from jn_presenter.model.deck import Deck
from jn_presenter.show.command import Group
from jn_presenter.show.state import ShowState

GROUP = Group("图表", "Charts", rank=24)
SCRUB = 0.05
"""How far a key scrubs."""


@GROUP.command("focus-next", keys=("H",), zh="突出下一个数据，其余变淡；最后一个之后恢复", wants=("foci",))
def focus_next(state: ShowState, deck: Deck, now_ms: float, *, foci: tuple[str, ...] = ()) -> ShowState:
    """Let the next figure stand out; after the last one, none.

    foci: what can stand out on the slide shown, in order.
    """
    return _turn(state, foci, 1)


@GROUP.command("focus-previous", keys=("Shift+H",), zh="突出上一个数据", wants=("foci",))
def focus_previous(state: ShowState, deck: Deck, now_ms: float, *, foci: tuple[str, ...] = ()) -> ShowState:
    """Let the previous figure stand out; before the first one, none."""
    return _turn(state, foci, -1)


@GROUP.command("focus", zh="突出某个数据；再次调用恢复")
def focus(state: ShowState, deck: Deck, now_ms: float, *, key: str) -> ShowState:
    """Let a figure stand out, and called again, all be alike."""
    return _focused(state, "" if key == state.focus else key)


@GROUP.command("unfocus", keys=("U",), zh="不再突出任何数据")
def unfocus(state: ShowState, deck: Deck, now_ms: float) -> ShowState:
    """Let all figures be alike again."""
    return _focused(state, "")


@GROUP.command("scrub-back", keys=("[",), zh="时间图表：往回", repeat=True, wants=("scrubs",))
def scrub_back(state: ShowState, deck: Deck, now_ms: float, *, scrubs: tuple[str, ...] = ()) -> ShowState:
    """Scrub back in time.

    scrubs: the elements of the slide shown that have a time dimension; the first of them is scrubbed.
    """
    return _by(state, scrubs, -SCRUB)


@GROUP.command("scrub-on", keys=("]",), zh="时间图表：往后", repeat=True, wants=("scrubs",))
def scrub_on(state: ShowState, deck: Deck, now_ms: float, *, scrubs: tuple[str, ...] = ()) -> ShowState:
    """Scrub on in time."""
    return _by(state, scrubs, SCRUB)


@GROUP.command("scrub", zh="时间图表：到某一刻")
def scrub(state: ShowState, deck: Deck, now_ms: float, *, element: str, value: float) -> ShowState:
    """Scrub an element of the slide shown to 0..1 of its time; at 1 it is as it was."""
    return _scrubbed(state, element, value)


def _scrubbed(state: ShowState, element: str, value: float) -> ShowState:
    value = round(min(1.0, max(0.0, value)), 4)
    if state.frozen or value == state.scrub.get(element, 1.0):
        return state
    others = {name: at for name, at in state.scrub.items() if name != element}
    return structs.replace(state, scrub=others if value == 1.0 else {**others, element: value})


def _by(state: ShowState, scrubs: tuple[str, ...], step: float) -> ShowState:
    if not scrubs:
        return state
    return _scrubbed(state, scrubs[0], state.scrub.get(scrubs[0], 1.0) + step)


def _turn(state: ShowState, foci: tuple[str, ...], way: int) -> ShowState:
    """Round and round, with nothing standing out once a turn."""
    cycle = ("", *foci)
    here = cycle.index(state.focus) if state.focus in cycle else 0
    return _focused(state, cycle[(here + way) % len(cycle)])


def _focused(state: ShowState, key: str) -> ShowState:
    """A frozen picture stands, whatever the presenter points at."""
    return state if state.frozen or key == state.focus else structs.replace(state, focus=key)
