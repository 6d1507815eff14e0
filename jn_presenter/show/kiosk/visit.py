"""What a visitor does: comes, chooses a theme, turns its slides, and goes without leaving anything behind."""

from typing import Any

from msgspec import structs

from jn_presenter.model.deck import Deck
from jn_presenter.model.kiosk import CONTRAST
from jn_presenter.show.kiosk.loop import loop_of, slides_of
from jn_presenter.show.kiosk.stand import Stand
from jn_presenter.show.state import Motion, Place, ShowState, duration_ms, initial, languages_of, step_ms, style_of
from jn_presenter.show.travel import go, last_step, motion_to, settled


def fresh(
    deck: Deck,
    now_ms: float,
    *,
    languages: tuple[str, ...] = (),
    style: str = "",
    aside: frozenset[str] = frozenset(),
    windowed: bool = False,
    animate: bool = True,
) -> ShowState:
    """The state of a kiosk that nobody has touched, at the beginning of its loop.

    languages, style: what it returns to; else what the briefing says. A style need not be one of the briefing's, since
    a kiosk has one more. Raises ValueError for a deck of which no slide can be shown.
    """
    stand = Stand(since_ms=now_ms, touched_ms=now_ms, aside=aside)
    wanted = languages_of(deck, languages or deck.briefing.kiosk.languages)
    state = initial(
        deck,
        now_ms,
        start=next(iter(loop_of(deck, stand)), ""),
        languages=wanted,
        style=style,
        windowed=windowed,
        animate=animate,
    )
    worn = home_style_of(deck, style)
    return structs.replace(state, style=worn, kiosk=structs.replace(stand, home_languages=wanted, home_style=worn))


def home_style_of(deck: Deck, wanted: str) -> str:
    """The wanted style where the deck has it, whether its briefing offers it or not; else the briefing's first."""
    return wanted if wanted in deck.styles else style_of(deck, wanted)


def reset(state: ShowState, deck: Deck, now_ms: float) -> ShowState:
    """The loop again, from its beginning: nothing of the visitor is left. What the owner has set stays."""
    stand = standing(state)
    new = fresh(
        deck,
        now_ms,
        languages=stand.home_languages,
        style=stand.home_style,
        aside=stand.aside,
        animate=state.animate,
    )
    alike = (new.languages, new.style) == (state.languages, state.style)
    motion = new.motion
    if stand.phase == "home" and state.blank == "none":
        motion = _uncovering(new, deck, now_ms)
    if alike and state.blank == "none" and new.shown != state.shown and stand.phase != "home":
        motion = motion_to(state, deck, new.shown, now_ms)
    return structs.replace(new, seating=state.seating, visit=state.visit, motion=motion, leaving=state.leaving)


def standing(state: ShowState) -> Stand:
    """Where the kiosk stands. Raises ValueError where there is none."""
    if state.kiosk is None:
        raise ValueError("the show is no kiosk")
    return state.kiosk


def stood(state: ShowState, **changes: Any) -> ShowState:
    """With these fields of the kiosk's stand changed."""
    stand = structs.replace(standing(state), **changes)
    return state if stand == state.kiosk else structs.replace(state, kiosk=stand)


def touched(state: ShowState, now_ms: float) -> ShowState:
    """The same, with somebody there."""
    return stood(state, touched_ms=now_ms)


def home(state: ShowState, deck: Deck, now_ms: float) -> ShowState:
    """The themes as tiles, which come over the slide; of what was read nothing stays."""
    if standing(state).phase == "home":
        return touched(state, now_ms)
    coming = _covered(state, deck, now_ms, playing=0.0) if state.blank == "none" else None
    left = structs.replace(settled(state), scrub={}, focus="", asked=None, motion=coming)
    return stood(left, phase="home", theme="", since_ms=now_ms, touched_ms=now_ms, film_ms=None)


def into(state: ShowState, deck: Deck, theme: str, now_ms: float) -> ShowState:
    """The first slide of a theme; a theme without slides is no theme to go into."""
    slides = slides_of(deck, standing(state), theme)
    if not slides:
        return touched(state, now_ms)
    there = _at(state, deck, Place(slides[0]), now_ms)
    return stood(there, phase="slides", theme=theme, touched_ms=now_ms)


def turned(state: ShowState, deck: Deck, way: int, now_ms: float) -> ShowState:
    """A slide on (way 1) or back (-1) inside the theme; beyond either end, home. In the loop it is a touch.

    A visitor turns slides, not steps: what a slide has yet to show, it shows by itself (see ticking.py).
    """
    stand = standing(state)
    if stand.staff or stand.phase == "closed" or not deck.briefing.kiosk.touch:
        return state
    if stand.phase != "slides":
        return home(state, deck, now_ms)
    place = beside(state, deck, way)
    if place is None:
        return home(state, deck, now_ms)
    return stood(_at(state, deck, place, now_ms, play=way > 0), touched_ms=now_ms)


def beside(state: ShowState, deck: Deck, way: int) -> Place | None:
    """Where turning leads inside the theme; back to a slide as it was left, at its last step. None beyond the ends."""
    stand = standing(state)
    slides = slides_of(deck, stand, stand.theme)
    if state.at.slide not in slides:
        return Place(slides[0]) if slides else None
    to = slides.index(state.at.slide) + way
    if not 0 <= to < len(slides):
        return None
    return Place(slides[to], 0 if way > 0 else last_step(deck, slides[to]))


def kept(state: ShowState, deck: Deck, now_ms: float) -> ShowState:
    """The kiosk in a deck that has changed, or with other slides set aside: where it was, if it may still be there.

    The loop goes on from any slide, so that a change is not seen before the next one. Languages and styles that are
    gone are replaced, those that a reset returns to included.
    """
    stand = standing(state)
    style = CONTRAST if stand.contrast and CONTRAST in deck.styles else home_style_of(deck, stand.home_style)
    state = structs.replace(state, style=style)
    state = stood(
        state,
        home_languages=languages_of(deck, stand.home_languages),
        home_style=home_style_of(deck, stand.home_style),
        contrast=style == CONTRAST and stand.contrast,
    )
    if stand.phase in ("home", "slides") and not deck.briefing.kiosk.touch:
        return reset(state, deck, now_ms)
    if stand.phase == "slides":
        slides = slides_of(deck, stand, stand.theme)
        if state.shown.slide in slides:
            return state
        return into(state, deck, stand.theme, now_ms) if slides else home(state, deck, now_ms)
    if stand.phase == "loop" and state.shown.slide in stand.aside:
        return _at(state, deck, Place(next(iter(loop_of(deck, stand)), state.shown.slide)), now_ms)
    return state


def onward(state: ShowState, deck: Deck, place: Place, now_ms: float) -> ShowState:
    """The place as the next one of the loop or of the slide, entered by itself."""
    return _at(state, deck, place, now_ms)


def _at(state: ShowState, deck: Deck, place: Place, now_ms: float, *, play: bool = True) -> ShowState:
    """At the place from now on, even where it is the present one: its charts play again then.

    From the themes no transition leads on: the slide that they cover is not seen, and may be that of another visitor.
    """
    gone = state if place == state.shown else go(state, deck, place, now_ms, play=play)
    if standing(state).phase == "home":
        gone = structs.replace(gone, at=place, motion=_uncovering(gone, deck, now_ms), scrub={}, focus="", blank="none")
    elif place == state.shown:
        playing = step_ms(deck, state.style, place) if play and state.animate else 0.0
        motion = Motion(start_ms=now_ms, duration_ms=playing, direction=1, start=place, end=place)
        gone = structs.replace(
            gone, motion=motion if playing > 0.0 else None, at=place, scrub={}, focus="", blank="none"
        )
    stays = place.slide == state.shown.slide and standing(state).phase != "home"
    film_ms = standing(state).film_ms if stays else None
    return stood(structs.replace(gone, asked=None), since_ms=now_ms, film_ms=film_ms)


def _uncovering(state: ShowState, deck: Deck, now_ms: float) -> Motion | None:
    """The themes go, and the slide beneath them begins."""
    return _covered(state, deck, now_ms, playing=step_ms(deck, state.style, state.shown))


def _covered(state: ShowState, deck: Deck, now_ms: float, *, playing: float) -> Motion | None:
    """As long as a transition of the deck takes, the slide shown stands while what covers it comes or goes; then its
    step plays. Of the deck's effects a cover has but one, or none.
    """
    if not state.animate:
        return None
    crossing = duration_ms(deck, state.style) if deck.briefing.transition != "none" else 0.0
    if crossing + playing <= 0.0:
        return None
    return Motion(
        start_ms=now_ms,
        duration_ms=crossing + playing,
        direction=1,
        start=state.shown,
        end=state.shown,
        transition_ms=crossing,
    )
