"""The console's own look: its panes, and the size and languages of the notes. The audience sees nothing of it."""

from msgspec import structs

from jn_presenter.model.deck import Deck
from jn_presenter.model.text import Message
from jn_presenter.show.command import Group
from jn_presenter.show.panes import NOWHERE, STEP, USUAL, Gap, Gaps, Panes, as_at_first, divided, sized, toggled
from jn_presenter.show.state import ShowState

GROUP = Group("备注与窗格", "Notes and panes", rank=6, quiet=True)
GAPS = ("gaps",)
COLUMNS = Message("左右两栏的分界：移动", "Move the border between the columns")
NEXT = Message("“下一步”窗格：减小、增大", "The next step’s pane: smaller, larger")
CURRENT = Message("当前画面窗格：减小、增大", "The present slide’s pane: smaller, larger")


@GROUP.command("notes-larger", keys=("Ctrl++", "Ctrl+="), zh="备注：放大", repeat=True)
def notes_larger(state: ShowState, deck: Deck, now_ms: float) -> ShowState:
    """Notes: larger."""
    return _with(state, sized(state.panes, 1))


@GROUP.command("notes-smaller", keys=("Ctrl+-",), zh="备注：缩小", repeat=True)
def notes_smaller(state: ShowState, deck: Deck, now_ms: float) -> ShowState:
    """Notes: smaller."""
    return _with(state, sized(state.panes, -1))


@GROUP.command("notes-usual", keys=("Ctrl+0",), zh="备注：恢复原来的大小")
def notes_usual(state: ShowState, deck: Deck, now_ms: float) -> ShowState:
    """Notes: their usual size."""
    return _with(state, structs.replace(state.panes, notes=USUAL))


@GROUP.command("notes-language", keys=("Shift+N",), zh="备注：切换语言，逐一显示，然后同时显示")
def notes_language(state: ShowState, deck: Deck, now_ms: float) -> ShowState:
    """Notes: next language, each alone, then all together."""
    offered = deck.briefing.languages
    cycle = (*((one,) for one in offered), *([offered] if len(offered) > 1 else []))
    here = cycle.index(state.notes_languages) if state.notes_languages in cycle else -1
    wanted = cycle[(here + 1) % len(cycle)]
    return state if wanted == state.notes_languages else structs.replace(state, notes_languages=wanted)


@GROUP.command("pane-next", keys=("F6",), zh="“下一步”窗格：隐藏或显示")
def pane_next(state: ShowState, deck: Deck, now_ms: float) -> ShowState:
    """The next step's pane, away and back."""
    return _with(state, toggled(state.panes, "next"))


@GROUP.command("pane-about", keys=("F7",), zh="“本页与问题”窗格：隐藏或显示")
def pane_about(state: ShowState, deck: Deck, now_ms: float) -> ShowState:
    """The pane about the slide and its problems, away and back."""
    return _with(state, toggled(state.panes, "about"))


@GROUP.command("pane-notes", keys=("F8",), zh="备注窗格：隐藏或显示")
def pane_notes(state: ShowState, deck: Deck, now_ms: float) -> ShowState:
    """The notes' pane, away and back."""
    return _with(state, toggled(state.panes, "notes"))


@GROUP.command("panes-usual", keys=("Shift+F6",), zh="恢复原来的窗格")
def panes_usual(state: ShowState, deck: Deck, now_ms: float) -> ShowState:
    """Panes as they were at first."""
    return _with(state, as_at_first(state.panes))


@GROUP.command(
    "gap-left", keys=("Ctrl+Left",), zh="左右两栏的分界：左移", repeat=True, series=COLUMNS, wants=GAPS, quiet=True
)
def gap_left(state: ShowState, deck: Deck, now_ms: float, *, gaps: Gaps = NOWHERE) -> ShowState:
    """Move the border between the columns to the left.

    gaps: where they stand in the console's window.
    """
    return _by(state, gaps, "column", -STEP)


@GROUP.command(
    "gap-right", keys=("Ctrl+Right",), zh="左右两栏的分界：右移", repeat=True, series=COLUMNS, wants=GAPS, quiet=True
)
def gap_right(state: ShowState, deck: Deck, now_ms: float, *, gaps: Gaps = NOWHERE) -> ShowState:
    """Move the border between the columns to the right."""
    return _by(state, gaps, "column", STEP)


@GROUP.command("gap-up", keys=("Ctrl+Up",), zh="“下一步”窗格：减小", repeat=True, series=NEXT, wants=GAPS)
def gap_up(state: ShowState, deck: Deck, now_ms: float, *, gaps: Gaps = NOWHERE) -> ShowState:
    """The next step's pane: smaller."""
    return _by(state, gaps, "next", -STEP)


@GROUP.command(
    "gap-down", keys=("Ctrl+Down",), zh="“下一步”窗格：增大", repeat=True, series=NEXT, wants=GAPS, quiet=True
)
def gap_down(state: ShowState, deck: Deck, now_ms: float, *, gaps: Gaps = NOWHERE) -> ShowState:
    """The next step's pane: larger."""
    return _by(state, gaps, "next", STEP)


@GROUP.command(
    "gap-higher",
    keys=("Ctrl+Shift+Up",),
    zh="当前画面窗格：减小",
    repeat=True,
    series=CURRENT,
    wants=GAPS,
)
def gap_higher(state: ShowState, deck: Deck, now_ms: float, *, gaps: Gaps = NOWHERE) -> ShowState:
    """The present slide's pane: smaller."""
    return _by(state, gaps, "current", -STEP)


@GROUP.command(
    "gap-lower",
    keys=("Ctrl+Shift+Down",),
    zh="当前画面窗格：增大",
    repeat=True,
    series=CURRENT,
    wants=GAPS,
)
def gap_lower(state: ShowState, deck: Deck, now_ms: float, *, gaps: Gaps = NOWHERE) -> ShowState:
    """The present slide's pane: larger."""
    return _by(state, gaps, "current", STEP)


@GROUP.command("gap", zh="移动窗格的分界")
def gap(state: ShowState, deck: Deck, now_ms: float, *, gap: Gap, share: float, upright: bool) -> ShowState:
    """Move a border between panes.

    share: where it is to stand, 0..1 of the room that it divides. upright: whether the window is higher than wide.
    """
    return _with(state, divided(state.panes, gap, share, upright=upright))


@GROUP.command("gap-usual", zh="窗格的分界：恢复原处")
def gap_usual(state: ShowState, deck: Deck, now_ms: float, *, gap: Gap, upright: bool) -> ShowState:
    """Have a border between panes where the window wants it."""
    return _with(state, divided(state.panes, gap, None, upright=upright))


@GROUP.command("panes", zh="上次的窗格")
def panes(state: ShowState, deck: Deck, now_ms: float, *, panes: Panes) -> ShowState:
    """The panes of the last show."""
    return _with(state, panes)


def _by(state: ShowState, gaps: Gaps, gap: Gap, step: float) -> ShowState:
    share = getattr(gaps.shares, gap)
    if share is None:
        return state
    return _with(state, divided(state.panes, gap, share + step, upright=gaps.upright))


def _with(state: ShowState, panes: Panes) -> ShowState:
    return state if panes == state.panes else structs.replace(state, panes=panes)
