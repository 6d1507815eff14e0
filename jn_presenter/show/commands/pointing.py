"""What the presenter's hand holds over the audience's picture, and the ink that it leaves on the slides."""

from collections.abc import Callable

from msgspec import structs

from jn_presenter.model.deck import Deck
from jn_presenter.model.ink import NO_INK, Ink, Saving, Stroke, Strokes, Tool
from jn_presenter.model.text import Message
from jn_presenter.show import ink as inks
from jn_presenter.show.command import Group
from jn_presenter.show.state import ShowState

GROUP = Group("指示与标注", "Pointing and ink", rank=28, quiet=True)


@GROUP.command("laser", keys=("X",), zh="激光点；再按收起")
def laser(state: ShowState, deck: Deck, now_ms: float) -> ShowState:
    """Laser dot; put away when called again."""
    return _held(state, "laser")


@GROUP.command("spotlight", keys=("G",), zh="聚光灯；再按收起")
def spotlight(state: ShowState, deck: Deck, now_ms: float) -> ShowState:
    """Spotlight; put away when called again."""
    return _held(state, "spotlight")


@GROUP.command("magnifier", keys=("Z",), zh="放大镜；再按收起")
def magnifier(state: ShowState, deck: Deck, now_ms: float) -> ShowState:
    """Magnifier; put away when called again."""
    return _held(state, "magnifier")


@GROUP.command("pen", keys=("D",), zh="画笔；再按收起")
def pen(state: ShowState, deck: Deck, now_ms: float) -> ShowState:
    """Pen; put away when called again."""
    return _held(state, "pen")


@GROUP.command("highlighter", keys=("Shift+D",), zh="荧光笔；再按收起")
def highlighter(state: ShowState, deck: Deck, now_ms: float) -> ShowState:
    """Highlighter; put away when called again."""
    return _held(state, "highlighter")


@GROUP.command("eraser", keys=("E",), zh="橡皮；再按收起")
def eraser(state: ShowState, deck: Deck, now_ms: float) -> ShowState:
    """Eraser; put away when called again."""
    return _held(state, "eraser")


@GROUP.command("arrow", keys=("A",), zh="收起：笔和指示，恢复鼠标指针")
def arrow(state: ShowState, deck: Deck, now_ms: float) -> ShowState:
    """Put away: pens and pointers."""
    return structs.replace(state, tool="") if state.tool else state


@GROUP.command("arrow-first", keys=("Esc",), answers="tool", zh="手里有笔或光时：先收起，再按才是标志画面")
def arrow_first(state: ShowState, deck: Deck, now_ms: float) -> ShowState:
    """With a pen or a light in hand: put it away; only the next press is the logo screen.

    The key keeps its meaning where nothing is held, since clickers send it to end a show.
    """
    return arrow(state, deck, now_ms)


@GROUP.command("ink-colour", keys=("V",), zh="换颜色：标注的下一种颜色")
def ink_colour(state: ShowState, deck: Deck, now_ms: float, *, colour: str = "") -> ShowState:
    """Colour: the next one for the ink.

    colour: one of ink.COLOURS; empty for the one behind the present one.
    """
    return structs.replace(state, ink_colour=colour or inks.next_colour(state.ink_colour or inks.COLOURS[0]))


@GROUP.command("ink-undo", keys=("Ctrl+Z",), zh="撤销：这一页的标注", repeat=True)
def ink_undo(state: ShowState, deck: Deck, now_ms: float) -> ShowState:
    """Undo: the ink of this slide."""
    return _changed(state, state.at.slide, inks.undone)


@GROUP.command("ink-redo", keys=("Ctrl+Y", "Ctrl+Shift+Z"), zh="重做：这一页的标注", repeat=True)
def ink_redo(state: ShowState, deck: Deck, now_ms: float) -> ShowState:
    """Redo: the ink of this slide."""
    return _changed(state, state.at.slide, inks.redone)


@GROUP.command("ink-clear", keys=("Shift+E",), zh="清除：这一页的全部标注，可撤销")
def ink_clear(state: ShowState, deck: Deck, now_ms: float) -> ShowState:
    """Clear: all ink of this slide; it can be undone."""
    return _changed(state, state.at.slide, inks.cleared)


@GROUP.command("save-ink", keys=("Ctrl+Shift+S",), zh="保存标注：现在就存，放映结束时也会存")
def save_ink(state: ShowState, deck: Deck, now_ms: float) -> ShowState:
    """Save the ink: now, and at the end of the show anyway."""
    return structs.replace(state, saving=Saving(state.saving.asked + 1))


@GROUP.command("ink-saved", zh="标注存到了哪里")
def ink_saved(state: ShowState, deck: Deck, now_ms: float, *, told: Message | None = None) -> ShowState:
    """Tell what came of saving the ink.

    told: None once it has been said long enough.
    """
    return state if told == state.saving.told else structs.replace(state, saving=Saving(state.saving.asked, told))


@GROUP.command("draw", zh="画一笔")
def draw(state: ShowState, deck: Deck, now_ms: float, *, slide: str, stroke: Stroke) -> ShowState:
    """Draw a stroke on a slide."""
    return _changed(state, slide, lambda ink: inks.drawn(ink, stroke))


@GROUP.command("erase", zh="擦去几笔")
def erase(state: ShowState, deck: Deck, now_ms: float, *, slide: str, strokes: Strokes) -> ShowState:
    """Erase strokes from a slide."""
    return _changed(state, slide, lambda ink: inks.erased(ink, strokes))


def _held(state: ShowState, tool: Tool) -> ShowState:
    return structs.replace(state, tool="" if state.tool == tool else tool)


def _changed(state: ShowState, slide: str, change: Callable[[Ink], Ink]) -> ShowState:
    before = state.ink.get(slide, NO_INK)
    after = change(before)
    return state if after is before else structs.replace(state, ink=inks.with_ink(state.ink, slide, after))
