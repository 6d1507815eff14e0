"""The questions drawer: what guests ask is answered on the spot, or noted to be answered after the visit."""

from msgspec import structs

from jn_presenter.model.deck import Deck
from jn_presenter.show.command import Group
from jn_presenter.show.commands.navigate import jump
from jn_presenter.show.commands.overlay import OPENS, closed, opened
from jn_presenter.show.pace import elapsed_ms
from jn_presenter.show.state import Noted, ShowState

GROUP = Group("问答", "Questions", rank=26)


@GROUP.command("questions", keys=("Q",), zh="问答（观众看不到）", wants=OPENS, quiet=True)
def questions(state: ShowState, deck: Deck, now_ms: float, *, overlays: tuple[str, ...] = ()) -> ShowState:
    """Questions, with their answers, unseen by the audience."""
    return opened(state, "questions", overlays)


@GROUP.command("questions-close", keys=("Esc",), answers="questions", zh="问答：收起", quiet=True)
def questions_close(state: ShowState, deck: Deck, now_ms: float) -> ShowState:
    """Questions: put them away."""
    return closed(state)


@GROUP.command("note-question", zh="记下一个问题，会后答复；再次调用取消", quiet=True)
def note_question(state: ShowState, deck: Deck, now_ms: float, *, words: str) -> ShowState:
    """Note a question that is to be answered after the visit; called again, strike it out."""
    words = _written(words)
    before = next((one for one in state.noted if one.words == words), None)
    if not words:
        return state
    if before is not None and before.open:
        return structs.replace(state, noted=tuple(one for one in state.noted if one is not before))
    return _noted(state, now_ms, words, is_open=True)


@GROUP.command("take-question", zh="当场回答一个问题：转到备用页")
def take_question(state: ShowState, deck: Deck, now_ms: float, *, words: str, slide: str = "") -> ShowState:
    """Answer a question now: it counts as asked, and the show goes to its backup slide as a jump does.

    slide: empty for a question that has none.
    """
    noted = closed(_noted(state, now_ms, _written(words), is_open=False))
    return jump(noted, deck, now_ms, slide=slide) if slide else noted


def _written(words: str) -> str:
    """The words in one line, without halves of characters, which an input method may give and no file can hold."""
    return " ".join(words.split()).encode("utf-8", "replace").decode()


def _noted(state: ShowState, now_ms: float, words: str, *, is_open: bool) -> ShowState:
    """With the question in the list; one that is there keeps its place and its time."""
    if any(one.words == words for one in state.noted):
        kept = (structs.replace(one, open=is_open) if one.words == words else one for one in state.noted)
        return structs.replace(state, noted=tuple(kept))
    new = Noted(words=words, slide=state.shown.slide, ms=elapsed_ms(state, now_ms), open=is_open)
    return structs.replace(state, noted=(*state.noted, new))
