"""What a kiosk does by itself: the loop goes on, a slide shows its steps, and who has gone is forgotten.

Nobody asks every now and then: `due_ms` says when the next tick changes something, and one timer waits for that.
"""

from jn_presenter.model.deck import Deck
from jn_presenter.show.kiosk.dwell import AFTER_MS, dwell_ms
from jn_presenter.show.kiosk.loop import loop_of
from jn_presenter.show.kiosk.stand import Stand
from jn_presenter.show.kiosk.visit import beside, onward, reset, standing, stood
from jn_presenter.show.state import Place, ShowState, duration_ms, step_ms

REVEAL_MS = 1600.0
"""How long a step stands before the next one for a visitor, who has come to read and waits less than a passer-by."""


MOST_FILM_MS = 600_000.0
"""So long a film counts as watched at the most: perhaps nobody is there, and a kiosk is never stuck."""


def tick(state: ShowState, deck: Deck, now_ms: float) -> ShowState:
    """What is due by now has happened; the very same state before `due_ms`. One tick makes one change."""
    due = due_ms(state, deck)
    if due is None or now_ms < due:
        return state
    stand = standing(state)
    if stand.phase == "closed":
        return stood(state, staff=False, digits="", refused=False, touched_ms=now_ms)
    if stand.staff or (stand.phase != "loop" and now_ms >= _gone_ms(stand, deck)):
        return reset(state, deck, now_ms)
    return onward(state, deck, _next(state, deck), now_ms)


def due_ms(state: ShowState, deck: Deck) -> float | None:
    """When the next tick changes something, by the store's clock; None while nothing will."""
    stand = state.kiosk
    if stand is None:
        return None
    if stand.staff:
        return _gone_ms(stand, deck)
    if stand.phase == "closed":
        return None
    if stand.phase == "loop":
        return stand.since_ms + hold_ms(state, deck)
    gone = _gone_ms(stand, deck)
    if stand.phase == "slides" and _unseen(state, deck):
        return min(gone, stand.since_ms + _reveal_ms(state, deck))
    return gone


def left_ms(state: ShowState, deck: Deck, now_ms: float) -> float | None:
    """What is left of the countdown that a visitor sees before the loop begins again; None while none runs."""
    stand = state.kiosk
    if stand is None or stand.phase not in ("home", "slides"):
        return None
    left = _gone_ms(stand, deck) - now_ms
    return max(0.0, left) if left <= float(deck.briefing.kiosk.countdown) * 1000.0 else None


def ahead(state: ShowState, deck: Deck) -> Place | None:
    """The place to have ready: in the loop the next one, for a visitor the one that turning leads to; None at home."""
    stand = standing(state)
    if stand.phase == "loop":
        return _next(state, deck)
    return beside(state, deck, 1) if stand.phase == "slides" else None


def hold_ms(state: ShowState, deck: Deck) -> float:
    """How long the loop stays at the step it shows: the steps of a slide share its time, but what plays, plays out."""
    slide = deck.slides.get(state.shown.slide)
    if slide is None:
        return float(deck.briefing.kiosk.dwell.least) * 1000.0
    share = dwell_ms(slide, deck, state.languages) / (slide.last_step + 1)
    return max(share, _plays_ms(state, deck))


def waits_from_ms(stand: Stand) -> float:
    """From when on nobody's touch is missed: the last one, or the end of the film that is watched."""
    return stand.touched_ms if stand.film_ms is None else max(stand.touched_ms, stand.film_ms + MOST_FILM_MS)


def film(state: ShowState, now_ms: float, *, plays: bool) -> ShowState:
    """A film of the slide that a visitor reads has begun, or all have ended: idle time begins then."""
    stand = standing(state)
    if stand.phase != "slides":
        return state
    if plays:
        return state if stand.film_ms is not None else stood(state, film_ms=now_ms)
    if stand.film_ms is None:
        return state
    return stood(state, film_ms=None, touched_ms=max(stand.touched_ms, min(now_ms, waits_from_ms(stand))))


def _gone_ms(stand: Stand, deck: Deck) -> float:
    """When whoever touched the kiosk last is taken to have gone."""
    kiosk = deck.briefing.kiosk
    return waits_from_ms(stand) + float(kiosk.idle + kiosk.countdown) * 1000.0


def _unseen(state: ShowState, deck: Deck) -> bool:
    """Whether the slide shown has steps to come."""
    slide = deck.slides.get(state.shown.slide)
    return slide is not None and state.shown.step < slide.last_step


def _reveal_ms(state: ShowState, deck: Deck) -> float:
    return max(REVEAL_MS, _plays_ms(state, deck))


def _plays_ms(state: ShowState, deck: Deck) -> float:
    """How long the motion into what is shown takes; what plays longer than all do is looked at for a while after it."""
    if not state.animate:
        return 0.0
    crossing = state.motion.transition_ms if state.motion else 0.0
    own = step_ms(deck, state.style, state.shown)
    return crossing + own + (AFTER_MS if own > duration_ms(deck, state.style) else 0.0)


def _next(state: ShowState, deck: Deck) -> Place:
    """Where the show goes on by itself: the next step; in the loop, behind the last one, the next slide."""
    stand = standing(state)
    loop = loop_of(deck, stand)
    strays = stand.phase == "loop" and state.shown.slide not in loop  # it was taken out meanwhile
    if _unseen(state, deck) and not (strays and loop):
        return Place(state.shown.slide, state.shown.step + 1)
    if not loop:
        return state.shown
    here = loop.index(state.shown.slide) if state.shown.slide in loop else -1
    return Place(loop[(here + 1) % len(loop)])
