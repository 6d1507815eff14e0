"""Which slides the show has today, and in which order. The place stays, chosen or not; the next step leads back in."""

from msgspec import structs

from jn_presenter.model.deck import Deck
from jn_presenter.show.command import Group
from jn_presenter.show.order import moved
from jn_presenter.show.state import ShowState
from jn_presenter.show.travel import choice

GROUP = Group("选页", "Choosing slides", rank=40)


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


def _moved(state: ShowState, deck: Deck, slide: str, *, after: bool) -> ShowState:
    """Past the neighbour that is in the show: what nobody sees is no step."""
    slide = slide or state.at.slide
    chosen = choice(state, deck)
    beside = chosen.after(slide) if after else chosen.before(slide)
    if beside is None:
        return state
    return structs.replace(state, order=moved(tuple(chosen.ranks), slide, beside, after=after))
