"""The session around the show: the console on the one screen, the reload of the deck, leaving, and coming back."""

from msgspec import structs

from jn_presenter.model.deck import Deck
from jn_presenter.show.chords import ANY
from jn_presenter.show.command import Group
from jn_presenter.show.kiosk import visit
from jn_presenter.show.order import ordered
from jn_presenter.show.select import Selection
from jn_presenter.show.state import Motion, ShowState, languages_of, style_of
from jn_presenter.show.surviving import clamped, surviving
from jn_presenter.show.travel import choice, leaving

GROUP = Group("放映", "Session", rank=50)


@GROUP.command("console", keys=("C",), zh="显示或隐藏演讲者窗口（单屏）")
def console(state: ShowState, deck: Deck, now_ms: float) -> ShowState:
    """Presenter console on and off, where there is one screen."""
    return structs.replace(state, console=not state.console)


@GROUP.command("leave", keys=("Ctrl+Q", "hold Esc"), zh="结束放映（先询问）")
def leave(state: ShowState, deck: Deck, now_ms: float) -> ShowState:
    """Leave, after a question."""
    return state if state.asking == "leave" else structs.replace(state, asking="leave")


@GROUP.command("confirm-leave", keys=("Return", "Enter"), answers="leave", zh="询问时：结束")
def confirm_leave(state: ShowState, deck: Deck, now_ms: float) -> ShowState:
    """Leave, when asked."""
    return structs.replace(state, asking="", leaving=True) if state.asking == "leave" else state


@GROUP.command("cancel-leave", keys=(ANY,), answers="leave", zh="询问时：继续放映")
def cancel_leave(state: ShowState, deck: Deck, now_ms: float) -> ShowState:
    """Stay, when asked."""
    return answered(state) if state.asking == "leave" else state


def answered(state: ShowState) -> ShowState:
    """The state without its question, or with the one that it was put before."""
    return structs.replace(state, asking="" if state.offered is None else "resume")


@GROUP.command("offer", zh="询问是否接着上次的放映", quiet=True)
def offer(state: ShowState, deck: Deck, now_ms: float, *, kept: ShowState | None, torn: bool = False) -> ShowState:
    """Ask whether to go on with the show that was not brought to its end.

    kept: that show as it was, by the clock of this one; None where its record is too damaged, which is then said.
    """
    return structs.replace(state, asking=state.asking or "resume", offered=kept, torn=torn)


@GROUP.command("resume", keys=("Return", "Enter"), answers="resume", zh="询问时：接着上次放映")
def resume(state: ShowState, deck: Deck, now_ms: float) -> ShowState:
    """Go on with the last show, when asked.

    At once and without motion: an audience may be waiting.
    """
    if state.offered is None:
        return _anew(state)
    # the deck may be another by now, and the slide one that had yet to be read
    kept = structs.replace(
        state.offered,
        entered_ms=now_ms,
        log_folder=state.log_folder or state.offered.log_folder,
        console=state.console,
        seating=state.seating,
        panes=state.panes,
    )
    return reload(kept, deck, now_ms, old=deck)


@GROUP.command("begin-anew", keys=(ANY,), answers="resume", zh="询问时：从头放映", quiet=True)
def begin_anew(state: ShowState, deck: Deck, now_ms: float) -> ShowState:
    """Begin anew, when asked."""
    return _anew(state)


@GROUP.command("reload", zh="文件改动后重新载入")
def reload(state: ShowState, deck: Deck, now_ms: float, *, old: Deck) -> ShowState:
    """Take in changed files: the show goes on in `deck`, which takes the place of `old`.

    A place survives by slide and step, or its neighbour takes its place (see `surviving`). A motion whose slides are
    still there goes on. With no slide left the state stays, for the slides to come back.
    """
    chosen = choice(state, deck)
    if not chosen.known:
        return state
    before = ordered(old.order, state.order)
    shown, at = (surviving(place, before, deck, chosen) for place in (state.shown, state.at))
    motion = state.motion if shown == state.shown and _stands(state.motion, deck, chosen) else None
    new = structs.replace(
        leaving(state, shown.slide, now_ms),
        shown=shown,
        at=at,
        motion=motion,
        back=clamped(state.back, deck) if state.back and state.back.slide in chosen.known else None,
        detour=state.detour if at.slide == state.detour else "",
        languages=languages_of(deck, state.languages),
        notes_languages=languages_of(deck, state.notes_languages),
        style=style_of(deck, state.style),
    )
    return new if new.kiosk is None else visit.kept(new, deck, now_ms)


def _anew(state: ShowState) -> ShowState:
    """The state with that question answered, if it was asked."""
    return structs.replace(state, asking="", offered=None, torn=False) if state.asking == "resume" else state


def _stands(motion: Motion | None, deck: Deck, chosen: Selection) -> bool:
    """Whether the picture that the motion comes from is still there."""
    return motion is not None and motion.start.slide in chosen.known and clamped(motion.start, deck) == motion.start
