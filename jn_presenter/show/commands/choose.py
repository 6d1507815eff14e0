"""Which slides the show has from now on. The place stays, chosen or not; from there the next step leads back in."""

from decimal import Decimal

from msgspec import structs

from jn_presenter.model.deck import Deck
from jn_presenter.show.command import Group
from jn_presenter.show.state import ShowState

GROUP = Group("选页", "Choosing slides", rank=40)


@GROUP.command("minutes", zh="按时长选页")
def minutes(state: ShowState, deck: Deck, now_ms: float, *, minutes: Decimal | None) -> ShowState:
    """Keep to a number of minutes; None for all slides."""
    return state if minutes == state.minutes else structs.replace(state, minutes=minutes)


@GROUP.command("themes", zh="按专题选页")
def themes(state: ShowState, deck: Deck, now_ms: float, *, themes: tuple[str, ...]) -> ShowState:
    """Show some themes only; empty for all."""
    return state if themes == state.themes else structs.replace(state, themes=themes)


@GROUP.command("hide", zh="隐藏某页；再次调用恢复")
def hide(state: ShowState, deck: Deck, now_ms: float, *, slide: str) -> ShowState:
    """Take a slide out of the show, and in again."""
    return structs.replace(state, hidden=state.hidden ^ {slide})
