"""What happens in a kiosk: what a visitor touches, what staff type, and what time brings.

In a show that is no kiosk none of it changes anything.
"""

from msgspec import structs

from jn_presenter.model.deck import Deck
from jn_presenter.model.kiosk import CONTRAST
from jn_presenter.show.command import Group
from jn_presenter.show.kiosk import ticking, visit
from jn_presenter.show.kiosk.stand import MOST_DIGITS
from jn_presenter.show.state import ShowState

GROUP = Group("展厅一体机", "Kiosk", rank=70)
DIGITS = "0123456789"


@GROUP.command("kiosk-tick", zh="到时间：继续轮播，或在无人触摸后回到轮播")
def kiosk_tick(state: ShowState, deck: Deck, now_ms: float) -> ShowState:
    """On with the loop, or back to it once nobody is there."""
    return ticking.tick(state, deck, now_ms)


@GROUP.command("kiosk-touch", zh="有人触摸：显示主题，或推迟返回轮播", quiet=True)
def kiosk_touch(state: ShowState, deck: Deck, now_ms: float) -> ShowState:
    """Somebody touches the screen: the themes instead of the loop; else who is there stays there."""
    if state.kiosk is None or not (state.kiosk.staff or _visited(state, deck)):
        return state
    if state.kiosk.phase == "loop" and not state.kiosk.staff:
        return visit.home(state, deck, now_ms)
    return visit.touched(state, now_ms)


@GROUP.command("kiosk-home", zh="回到主题首页")
def kiosk_home(state: ShowState, deck: Deck, now_ms: float) -> ShowState:
    """The themes as tiles."""
    return visit.home(state, deck, now_ms) if _visited(state, deck) else state


@GROUP.command("kiosk-theme", zh="进入某个主题")
def kiosk_theme(state: ShowState, deck: Deck, now_ms: float, *, theme: str) -> ShowState:
    """Into a theme, at its first slide."""
    return visit.into(state, deck, theme, now_ms) if _visited(state, deck) else state


@GROUP.command("kiosk-language", zh="换一种语言，仍在同一页", quiet=True)
def kiosk_language(state: ShowState, deck: Deck, now_ms: float, *, language: str = "") -> ShowState:
    """Another language at the same place.

    language: empty for the next one; each stands alone.
    """
    if not _visited(state, deck):
        return state
    offered = deck.briefing.languages
    if not language and offered:
        first = state.languages[0] if state.languages else ""
        language = offered[(offered.index(first) + 1) % len(offered)] if first in offered else offered[0]
    if language not in offered:
        return visit.touched(state, now_ms)
    return structs.replace(visit.touched(state, now_ms), languages=(language,))


@GROUP.command("kiosk-film", zh="影片开始或结束：放映时不计无人触摸的时间", quiet=True)
def kiosk_film(state: ShowState, deck: Deck, now_ms: float, *, plays: bool) -> ShowState:
    """A film on the slide has begun or ended: who watches it need not touch anything.

    plays: whether one plays now.
    """
    return state if state.kiosk is None else ticking.film(state, now_ms, plays=plays)


@GROUP.command("kiosk-large", zh="大字；再按恢复", quiet=True)
def kiosk_large(state: ShowState, deck: Deck, now_ms: float) -> ShowState:
    """Larger text, and as it was."""
    if state.kiosk is None or not _visited(state, deck):
        return state
    return visit.stood(state, large=not state.kiosk.large, touched_ms=now_ms)


@GROUP.command("kiosk-contrast", zh="高对比度；再按恢复", quiet=True)
def kiosk_contrast(state: ShowState, deck: Deck, now_ms: float) -> ShowState:
    """High contrast, and as it was."""
    if state.kiosk is None or not _visited(state, deck) or CONTRAST not in deck.styles:
        return state
    contrast = not state.kiosk.contrast
    dressed = structs.replace(state, style=CONTRAST if contrast else state.kiosk.home_style)
    return visit.stood(dressed, contrast=contrast, touched_ms=now_ms)


@GROUP.command("kiosk-staff", zh="员工：输入密码；再次调用收起", quiet=True)
def kiosk_staff(state: ShowState, deck: Deck, now_ms: float) -> ShowState:
    """The pad for the PIN of the staff, and away again."""
    if state.kiosk is None:
        return state
    away = state.kiosk.staff
    changed = visit.stood(state, staff=not away, digits="", refused=False, touched_ms=now_ms)
    return visit.stood(changed, since_ms=now_ms) if away else changed


@GROUP.command("kiosk-digit", zh="员工：密码的一位数字", quiet=True)
def kiosk_digit(state: ShowState, deck: Deck, now_ms: float, *, digit: str = "") -> ShowState:
    """A digit of the PIN.

    digit: `0` to `9`; empty takes the last one back.
    """
    if state.kiosk is None or not state.kiosk.staff:
        return state
    typed = state.kiosk.digits
    if not digit:
        typed = typed[:-1]
    elif len(digit) == 1 and digit in DIGITS:
        typed = (typed + digit)[:MOST_DIGITS]
    return visit.stood(state, digits=typed, refused=False, touched_ms=now_ms)


@GROUP.command("kiosk-pin", zh="员工：密码已核对", quiet=True)
def kiosk_pin(state: ShowState, deck: Deck, now_ms: float, *, right: bool, left: int = 0) -> ShowState:
    """The PIN was checked: the right one ends the kiosk, a wrong one is forgotten, and said to be wrong.

    left: how many more wrong ones there may be until the pad is locked.
    """
    if state.kiosk is None or not state.kiosk.staff:
        return state
    checked = visit.stood(state, digits="", refused=not right, left=left, touched_ms=now_ms)
    return structs.replace(checked, leaving=True) if right else checked


@GROUP.command("kiosk-close", zh="到了闭馆时间：黑屏")
def kiosk_close(state: ShowState, deck: Deck, now_ms: float) -> ShowState:
    """The opening hours are over: black, and nothing left of the last visitor."""
    if state.kiosk is None or state.kiosk.phase == "closed":
        return state
    closed = structs.replace(visit.reset(state, deck, now_ms), motion=None, blank="black")
    return visit.stood(closed, phase="closed")


@GROUP.command("kiosk-open", zh="到了开馆时间：开始轮播")
def kiosk_open(state: ShowState, deck: Deck, now_ms: float) -> ShowState:
    """The opening hours begin: the loop."""
    if state.kiosk is None or state.kiosk.phase != "closed":
        return state
    return visit.reset(state, deck, now_ms)


@GROUP.command("kiosk-aside", zh="暂不放映出过故障的页面")
def kiosk_aside(state: ShowState, deck: Deck, now_ms: float, *, slides: frozenset[str]) -> ShowState:
    """Leave out slides that crashed the show.

    slides: all of them; those that are not among them any more come back.
    """
    if state.kiosk is None or slides == state.kiosk.aside:
        return state
    return visit.kept(visit.stood(state, aside=slides), deck, now_ms)


def _visited(state: ShowState, deck: Deck) -> bool:
    """Whether a visitor can do anything: the kiosk is open, takes touches, and no staff stand before it."""
    stand = state.kiosk
    return stand is not None and stand.phase != "closed" and not stand.staff and deck.briefing.kiosk.touch
