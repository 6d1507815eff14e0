"""Through the show: by steps, to its ends, and to any place and back."""

from collections.abc import Callable

from msgspec import structs

from jn_presenter.model.deck import Deck
from jn_presenter.model.text import Message
from jn_presenter.show.command import Group
from jn_presenter.show.rehearsal import ended
from jn_presenter.show.select import theme_id
from jn_presenter.show.state import Place, ShowState
from jn_presenter.show.travel import choice, following, go, interrupted, last_step, preceding, show

GROUP = Group("翻页", "Moving", rank=10)
THEMES = Message("第 1 至第 9 个专题的第一页", "First slide of themes 1 to 9")


@GROUP.command(
    "next",
    keys=("Right", "Down", "PgDown", "Space", "N"),
    zh="下一步；黑屏、白屏或标志画面时先恢复画面",
    repeat=True,
    wants=("overlays",),
)
def next_step(state: ShowState, deck: Deck, now_ms: float, *, overlays: tuple[str, ...] = ()) -> ShowState:
    """Next step; on a blank screen, the slide again.

    Only the slide and not the step as well: moved on in the dark, the audience would miss what was passed. Behind the
    last step a rehearsal is over, and its report lies over the console. In a kiosk a visitor turns a slide.
    """
    if state.kiosk is not None:
        return _turned(state, deck, 1, now_ms)
    if _blanked(state):
        return show(state)
    place = following(state, deck)
    if place is None and state.rehearsing and "rehearsal" in overlays:
        return structs.replace(ended(state, now_ms), overlay="rehearsal")
    return go(state, deck, state.at if place is None else place, now_ms)


@GROUP.command(
    "previous",
    keys=("Left", "Up", "PgUp", "Backspace", "P"),
    zh="上一步；黑屏、白屏或标志画面时先恢复画面",
    repeat=True,
)
def previous_step(state: ShowState, deck: Deck, now_ms: float) -> ShowState:
    """Previous step; on a blank screen, the slide again.

    The slide before is shown as it was left, at its last step.
    """
    if state.kiosk is not None:
        return _turned(state, deck, -1, now_ms)
    if _blanked(state):
        return show(state)
    place = preceding(state, deck)
    return go(state, deck, state.at if place is None else place, now_ms, play=False)


@GROUP.command("first", keys=("Home",), zh="第一页")
def first(state: ShowState, deck: Deck, now_ms: float) -> ShowState:
    """First slide."""
    slides = choice(state, deck).slides
    return _leap(state, deck, Place(slides[0]) if slides else state.at, now_ms)


@GROUP.command("last", keys=("End",), zh="最后一页")
def last(state: ShowState, deck: Deck, now_ms: float) -> ShowState:
    """Last slide, at its first step."""
    slides = choice(state, deck).slides
    return _leap(state, deck, Place(slides[-1]) if slides else state.at, now_ms)


@GROUP.command("jump", zh="转到某页某步")
def jump(state: ShowState, deck: Deck, now_ms: float, *, slide: str, step: int = 0) -> ShowState:
    """Go to a slide and step.

    Any slide that can be shown, chosen or not; `step` is brought within the slide's steps. A jump from where a jump
    has led keeps the way back to what the first one interrupted.
    """
    if slide not in choice(state, deck).known:
        return state
    gone = _leap(state, deck, Place(slide, min(max(0, step), last_step(deck, slide))), now_ms)
    if gone.at == state.at:
        return gone
    began = interrupted(state, state.at.slide)
    if began is not None and slide == began.slide:
        return gone
    return structs.replace(gone, back=began or state.at, detour=slide)


@GROUP.command("back", keys=("Alt+Left",), zh="回到跳转前的位置")
def back(state: ShowState, deck: Deck, now_ms: float) -> ShowState:
    """Back to where the last jump began.

    Called again, it goes there again: it is a jump too. The slide stands as it was left.
    """
    return state if state.back is None else _leap(state, deck, state.back, now_ms, play=False)


def _to_theme(number: int) -> Callable[[ShowState, Deck, float], ShowState]:
    def to_theme(state: ShowState, deck: Deck, now_ms: float) -> ShowState:
        chosen = choice(state, deck)
        if number > len(chosen.themes):
            return state
        theme = chosen.themes[number - 1]
        return _leap(state, deck, Place(next(s for s in chosen.slides if theme_id(s) == theme)), now_ms)

    to_theme.__doc__ = f"First slide of theme {number}"
    return to_theme


for _number in range(1, 10):
    GROUP.command(f"theme-{_number}", keys=(str(_number),), zh=f"第 {_number} 个专题的第一页", series=THEMES)(
        _to_theme(_number)
    )


def _leap(state: ShowState, deck: Deck, place: Place, now_ms: float, *, play: bool = True) -> ShowState:
    """Go, and remember where from."""
    gone = go(state, deck, place, now_ms, play=play)
    return gone if gone.at == state.at else structs.replace(gone, back=state.at, detour="")


def _turned(state: ShowState, deck: Deck, way: int, now_ms: float) -> ShowState:
    from jn_presenter.show.kiosk.visit import turned  # a show that is presented does without a kiosk's modules

    return turned(state, deck, way, now_ms)


def _blanked(state: ShowState) -> bool:
    """Whether the audience would see the next step on a blank screen; frozen, it sees none of the steps anyway."""
    return state.blank != "none" and not state.frozen
