"""How the same place is read and looks: languages, styles, the interpreter's view. Slide, step and motion stay."""

from typing import TypeVar

from msgspec import structs

from jn_presenter.model.deck import Deck
from jn_presenter.model.language import readings
from jn_presenter.show.command import Group
from jn_presenter.show.state import ShowState, styles_offered

GROUP = Group("语言与样式", "Language and style", rank=30, quiet=True)
T = TypeVar("T")


@GROUP.command("language", keys=("L",), zh="切换语言：逐一显示，然后同时显示")
def language(state: ShowState, deck: Deck, now_ms: float) -> ShowState:
    """Language: the next one, each alone, then all together."""
    languages = _after(readings(deck.briefing.languages), state.languages)
    return state if languages == state.languages else structs.replace(state, languages=languages)


@GROUP.command("style", keys=("S",), zh="切换样式")
def style(state: ShowState, deck: Deck, now_ms: float) -> ShowState:
    """Next style."""
    name = _after(styles_offered(deck), state.style)
    return state if name == state.style else structs.replace(state, style=name)


@GROUP.command("interpreter", keys=("I",), zh="译员视图；再按收起")
def interpreter(state: ShowState, deck: Deck, now_ms: float) -> ShowState:
    """Interpreter's view, and away again."""
    return structs.replace(state, interpreter=not state.interpreter)


def _after(cycle: tuple[T, ...], present: T) -> T:
    """The entry behind `present`, round and round; the first where it is none of them."""
    if not cycle:
        return present
    return cycle[(cycle.index(present) + 1) % len(cycle)] if present in cycle else cycle[0]
