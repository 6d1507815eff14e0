"""Which slides the show has today, and in which order. The place stays, chosen or not; the next step leads back in."""

from msgspec import structs

from jn_presenter.model.deck import Deck
from jn_presenter.show.command import Group
from jn_presenter.show.order import moved
from jn_presenter.show.state import ShowState
from jn_presenter.show.travel import choice

GROUP = Group("选页", "Choosing slides", rank=40)
CHOSEN = ("chosen_slide",)
"""What the overview has chosen; empty for nothing."""


@GROUP.command("themes", zh="按专题选页")
def themes(state: ShowState, deck: Deck, now_ms: float, *, themes: tuple[str, ...]) -> ShowState:
    """Show some themes only; empty for all."""
    return state if themes == state.themes else structs.replace(state, themes=themes)


@GROUP.command("hide", keys=("Ctrl+H",), zh="今天不放这一页；再按恢复")
def hide(state: ShowState, deck: Deck, now_ms: float, *, slide: str = "") -> ShowState:
    """Take a slide out of today's show, and in again.

    slide: empty for the present one.
    """
    return structs.replace(state, hidden=state.hidden ^ {slide or state.at.slide})


@GROUP.command("stress", keys=("Ctrl+Shift+H",), zh="今天一定放这一页；再按恢复")
def stress(state: ShowState, deck: Deck, now_ms: float, *, slide: str = "") -> ShowState:
    """Show a slide in any case today, and as the minutes have it again.

    slide: empty for the present one.
    """
    slide = slide or state.at.slide
    return _put(state, slide, stressed=slide not in state.stressed, hidden=False)


@GROUP.command("take-in", keys=("+", "="), answers="overview", zh="所有幻灯片：选中的一定放", wants=CHOSEN)
def take_in(state: ShowState, deck: Deck, now_ms: float, *, chosen_slide: str = "") -> ShowState:
    """All slides: show the chosen one in any case."""
    return _put(state, chosen_slide, stressed=True, hidden=False)


@GROUP.command("leave-out", keys=("-",), answers="overview", zh="所有幻灯片：选中的今天不放", wants=CHOSEN)
def leave_out(state: ShowState, deck: Deck, now_ms: float, *, chosen_slide: str = "") -> ShowState:
    """All slides: leave the chosen one out today."""
    return _put(state, chosen_slide, stressed=False, hidden=True)


@GROUP.command(
    "by-rule", keys=("0", "Backspace"), answers="overview", zh="所有幻灯片：选中的由时长和专题决定", wants=CHOSEN
)
def by_rule(state: ShowState, deck: Deck, now_ms: float, *, chosen_slide: str = "") -> ShowState:
    """All slides: leave the chosen one to the minutes and the themes."""
    return _put(state, chosen_slide, stressed=False, hidden=False)


@GROUP.command("move-earlier", keys=("Alt+Up",), zh="今天把这一页提前")
def move_earlier(state: ShowState, deck: Deck, now_ms: float, *, slide: str = "") -> ShowState:
    """Show a slide one earlier today.

    slide: empty for the present one.
    """
    return _moved(state, deck, slide, after=False)


@GROUP.command("move-later", keys=("Alt+Down",), zh="今天把这一页推后")
def move_later(state: ShowState, deck: Deck, now_ms: float, *, slide: str = "") -> ShowState:
    """Show a slide one later today."""
    return _moved(state, deck, slide, after=True)


@GROUP.command("move-none", zh="恢复原来的顺序")
def move_none(state: ShowState, deck: Deck, now_ms: float) -> ShowState:
    """Show the slides in the order of the deck again."""
    return structs.replace(state, order=()) if state.order else state


def _put(state: ShowState, slide: str, *, stressed: bool, hidden: bool) -> ShowState:
    """With the slide shown in any case, or taken out, or neither; then it is not skipped for lack of time either."""
    alone = frozenset({slide} if slide else ())
    new = structs.replace(
        state,
        stressed=state.stressed | alone if stressed else state.stressed - alone,
        hidden=state.hidden | alone if hidden else state.hidden - alone,
        skipped=state.skipped - alone,
    )
    return state if new == state else new


def _moved(state: ShowState, deck: Deck, slide: str, *, after: bool) -> ShowState:
    """Past the neighbour that is in the show: what nobody sees is no step."""
    slide = slide or state.at.slide
    chosen = choice(state, deck)
    beside = chosen.after(slide) if after else chosen.before(slide)
    if beside is None:
        return state
    return structs.replace(state, order=moved(tuple(chosen.ranks), slide, beside, after=after))
