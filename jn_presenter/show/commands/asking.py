"""Questions about a figure: the presenter reads the answer, and the audience sees it when it is sent."""

from msgspec import structs

from jn_presenter.model.deck import Deck
from jn_presenter.show.command import Group
from jn_presenter.show.state import Asked, ShowState

GROUP = Group("追问数据", "Asking", rank=25)


@GROUP.command("answer", zh="让观众看到某个数字的说明；再次调用收起")
def answer(state: ShowState, deck: Deck, now_ms: float, *, path: str, key: str) -> ShowState:
    """Show the audience what a figure says, whose it is and of what date; called again, put it away.

    path: the element on the slide shown. key: its mark.
    """
    asked = Asked(state.shown, path, key)
    return structs.replace(state, asked=None if asked == state.asked else asked)


@GROUP.command("answer-none", keys=("Del",), zh="收起数字的说明")
def answer_none(state: ShowState, deck: Deck, now_ms: float) -> ShowState:
    """Put the answer away."""
    return state if state.asked is None else structs.replace(state, asked=None)
