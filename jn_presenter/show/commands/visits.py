"""The delegations that come: the list of their visits over the console, and the show made out for one of them."""

from jn_presenter.model.deck import Deck
from jn_presenter.show.command import Group
from jn_presenter.show.commands.overlay import OPENS, closed, opened
from jn_presenter.show.state import ShowState
from jn_presenter.show.visiting.options import invited

GROUP = Group("来访团组", "Visits", rank=32, quiet=True)


@GROUP.command("visits", keys=("T",), zh="来访团组：选择、新建、修改（观众看不到）", wants=OPENS)
def visits(state: ShowState, deck: Deck, now_ms: float, *, overlays: tuple[str, ...] = ()) -> ShowState:
    """Visits: choose one, make a new one, change one; unseen by the audience."""
    return opened(state, "visits", overlays)


@GROUP.command("visits-close", keys=("Esc", "T"), answers="visits", zh="来访团组：收起")
def visits_close(state: ShowState, deck: Deck, now_ms: float) -> ShowState:
    """Visits: put them away."""
    return closed(state)


@GROUP.command("visit-form", zh="填写来访团组的表", wants=OPENS)
def visit_form(state: ShowState, deck: Deck, now_ms: float, *, overlays: tuple[str, ...] = ()) -> ShowState:
    """The form of a visit, over the console."""
    return opened(state, "visit-form", overlays)


@GROUP.command("visit-form-close", answers="visit-form", zh="来访团组的表：收起")
def visit_form_close(state: ShowState, deck: Deck, now_ms: float) -> ShowState:
    """The form of a visit: put it away."""
    return closed(state)


@GROUP.command("visit", zh="按来访团组准备放映", quiet=False)
def visit(state: ShowState, deck: Deck, now_ms: float, *, of_day_ms: float | None = None) -> ShowState:
    """Show what the visit asks for that the deck is made out for; without one, what the briefing has.

    What lies over the console is put away in the same change.

    of_day_ms: the time of day, since midnight, by which a visit is over.
    """
    return closed(invited(state, deck, deck.visit, now_ms, of_day_ms=of_day_ms))
