"""From one place of the show to another: what comes next, and the motion that leads there."""

from typing import Literal

from msgspec import structs

from jn_presenter.model.deck import Deck
from jn_presenter.show.select import Selection, selection
from jn_presenter.show.state import Motion, Place, ShowState, duration_ms, length_of, step_ms


def choice(state: ShowState, deck: Deck) -> Selection:
    """The slides of this show."""
    return selection(
        deck,
        length_of(state),
        state.themes,
        state.hidden,
        order=state.order,
        skipped=state.skipped,
        stressed=state.stressed,
        factor=deck.briefing.interpreting.factor(state.interpreting),
    )


def following(state: ShowState, deck: Deck) -> Place | None:
    """The place one step on from where the presenter is, None at the end; in a kiosk, where it goes on."""
    if state.kiosk is not None:
        from jn_presenter.show.kiosk.ticking import ahead  # builds on this module

        return ahead(state, deck)
    slide = deck.slides.get(state.at.slide)
    if slide is not None and state.at.step < slide.last_step:
        return Place(state.at.slide, state.at.step + 1)
    after = choice(state, deck).after(state.at.slide)
    return Place(after) if after is not None else None


def preceding(state: ShowState, deck: Deck) -> Place | None:
    """The place one step back, which on another slide is its last step; None at the beginning.

    In a kiosk there is one for a visitor alone, and it is another slide.
    """
    if state.kiosk is not None:
        from jn_presenter.show.kiosk.visit import beside

        return beside(state, deck, -1) if state.kiosk.phase == "slides" else None
    if state.at.step > 0:
        return Place(state.at.slide, state.at.step - 1)
    before = choice(state, deck).before(state.at.slide)
    return Place(before, last_step(deck, before)) if before is not None else None


def last_step(deck: Deck, slide: str) -> int:
    """The slide's last step; 0 while the slide is not read yet."""
    found = deck.slides.get(slide)
    return found.last_step if found else 0


def go(state: ShowState, deck: Deck, place: Place, now_ms: float, *, play: bool = True) -> ShowState:
    """The presenter goes to `place`, and the audience too unless it is frozen.

    play: whether step 0 of another slide plays its charts; without, it stands at once.
    """
    if place.slide != state.at.slide and state.detour:
        state = structs.replace(state, detour="")
    if state.frozen:
        return state if place == state.at else structs.replace(state, at=place)
    if place == state.shown:
        return show(settled(state))
    motion = motion_to(state, deck, place, now_ms, play=play)
    return structs.replace(leaving(state, place.slide, now_ms), at=place, shown=place, blank="none", motion=motion)


def interrupted(state: ShowState, slide: str) -> Place | None:
    """Where the show goes on after `slide`, if that is where a jump has led away to; else None."""
    return state.back if slide == state.detour else None


def leaving(state: ShowState, slide: str, now_ms: float) -> ShowState:
    """Without what was shown in the charts of the slide, and its time kept, unless `slide` is the one that is shown.

    It is the slide that is seen from now on.
    """
    here = state.shown.slide
    if slide == here:
        return state
    spent = {**state.spent, here: spent_ms(state, here, now_ms)}
    seen = state.first_seen if slide in state.first_seen else {**state.first_seen, slide: now_ms}
    return structs.replace(state, focus="", scrub={}, spent=spent, first_seen=seen, entered_ms=now_ms)


def spent_ms(state: ShowState, slide: str, now_ms: float) -> float:
    """How long the audience has seen a slide by now, all visits together."""
    present = max(0.0, now_ms - state.entered_ms) if slide == state.shown.slide else 0.0
    return state.spent.get(slide, 0.0) + present


def show(state: ShowState) -> ShowState:
    """The slide instead of a blank screen."""
    return state if state.blank == "none" else structs.replace(state, blank="none")


def settled(state: ShowState) -> ShowState:
    """The state with its motion at its end."""
    return state if state.motion is None else structs.replace(state, motion=None)


def motion_to(state: ShowState, deck: Deck, place: Place, now_ms: float, *, play: bool = True) -> Motion | None:
    """The motion from what is shown to `place`, None where the picture changes at once."""
    here, duration = state.shown, duration_ms(deck, state.style)
    if not state.animate or duration <= 0.0 or place == here:
        return None
    if place.slide == here.slide:
        # A leap over several steps has no single step that could play, and playing one of them would leave a jump.
        if state.blank != "none" or abs(place.step - here.step) != 1:
            return None
        direction: Literal[1, -1] = 1 if place.step > here.step else -1
        playing = step_ms(deck, state.style, place) if direction > 0 else duration
        return Motion(start_ms=now_ms, duration_ms=playing, direction=direction, start=here, end=place)
    ranks = choice(state, deck).ranks
    forward = ranks.get(place.slide, 0) > ranks.get(here.slide, -1)
    # A transition belongs to the slide it leads into; backwards that one is undone, so that motion is reversible.
    leads_into = deck.slides.get(place.slide if forward else here.slide)
    transition = (leads_into.transition if leads_into else None) or deck.briefing.transition
    # From a blank screen there is no picture to come from: the old slide would flash up.
    if state.blank != "none":
        transition = "none"
    crossing = duration if transition != "none" else 0.0
    entry = step_ms(deck, state.style, place) if play and place.step == 0 else 0.0
    if crossing + entry <= 0.0:
        return None
    return Motion(
        start_ms=now_ms,
        duration_ms=crossing + entry,
        direction=1 if forward else -1,
        start=here,
        end=place,
        transition=transition,
        transition_ms=crossing,
    )
