"""Where a kiosk was, as a line that outlives its crash: said with each beat, and given back when it starts again."""

from typing import Annotated

import msgspec
from msgspec import Meta, Struct, structs

from jn_presenter.model.deck import Deck
from jn_presenter.model.kiosk import CONTRAST
from jn_presenter.show.kiosk.loop import loop_of, slides_of
from jn_presenter.show.kiosk.stand import Phase
from jn_presenter.show.kiosk.visit import home, standing, stood
from jn_presenter.show.state import Place, ShowState, languages_of
from jn_presenter.show.travel import last_step, settled

MOST = 4000
"""Characters of what is read; a beat is no longer."""
BYE = b'{"bye":"staff"}'
"""That the show ends because staff want it to."""
NEW_DECK = b'{"bye":"deck"}'
"""That it ends to be started again, with the deck of a pack that was taken."""
Name = Annotated[str, Meta(max_length=600)]


class Resume(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What of a kiosk's state outlives a crash. Nothing that was typed, and no times: they are another clock's."""

    phase: Phase = "loop"
    slide: Name = ""
    step: Annotated[int, Meta(ge=0, le=1000)] = 0
    theme: Name = ""
    languages: Annotated[tuple[Annotated[str, Meta(max_length=40)], ...], Meta(max_length=8)] = ()
    large: bool = False
    contrast: bool = False


class Line(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A beat. `slide` and `calm` are for a supervisor to whom the place itself means nothing."""

    beat: int
    slide: str
    calm: bool
    """Whether no visitor would miss the show for a moment."""
    seen: bool
    """Whether a paint came before it; none does where the system shows no window."""
    place: Resume
    closed: bool = False
    """Whether the screen is black since it is not open."""


def resume_of(state: ShowState) -> Resume:
    """Where it is. A show that is no kiosk is in a loop."""
    stand, shown = state.kiosk, state.shown
    if stand is None:
        return Resume(slide=shown.slide, step=shown.step)
    return Resume(
        phase=stand.phase,
        slide=shown.slide,
        step=shown.step,
        theme=stand.theme,
        languages=state.languages,
        large=stand.large,
        contrast=stand.contrast,
    )


def beat_line(number: int, place: Resume, *, seen: bool) -> bytes:
    """The beat as a line of JSON, without its end. seen: see Line."""
    calm = place.phase in ("loop", "closed")
    closed = place.phase == "closed"
    return msgspec.json.encode(Line(beat=number, slide=place.slide, calm=calm, seen=seen, place=place, closed=closed))


def going_line(slide: str) -> bytes:
    """That the slide is about to be painted; a crash from now on is its doing."""
    return msgspec.json.encode({"to": slide})


def read_resume(text: str) -> Resume | None:
    """What `resume_of` made, back from its JSON; None for anything else."""
    if not text or len(text) > MOST:
        return None
    try:
        return msgspec.json.decode(text, type=Resume)
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        return None


def resumed(state: ShowState, deck: Deck, place: Resume | None, now_ms: float) -> ShowState:
    """The fresh kiosk, back where it was; as it is where that place is no more. Times begin anew.

    Whether it is closed the opening hours say, and not what was.
    """
    if place is None or place.phase == "closed":
        return state
    if place.phase == "loop":
        return _at(state, deck, place, now_ms) if place.slide in loop_of(deck, standing(state)) else state
    if not deck.briefing.kiosk.touch:
        return state
    state = settled(home(_dressed(state, deck, place), deck, now_ms))
    stand = standing(state)
    if place.phase == "home" or place.slide not in slides_of(deck, stand, place.theme):
        return state
    return stood(_at(state, deck, place, now_ms), phase="slides", theme=place.theme)


def _dressed(state: ShowState, deck: Deck, place: Resume) -> ShowState:
    """In the visitor's language and look."""
    if place.languages:
        state = structs.replace(state, languages=languages_of(deck, place.languages))
    state = stood(state, large=place.large)
    if place.contrast and CONTRAST in deck.styles:
        state = stood(structs.replace(state, style=CONTRAST), contrast=True)
    return state


def _at(state: ShowState, deck: Deck, resume: Resume, now_ms: float) -> ShowState:
    """At its slide, which stands at once."""
    step = min(resume.step, last_step(deck, resume.slide))
    place = Place(resume.slide, step)
    there = structs.replace(
        state, at=place, shown=place, motion=None, entered_ms=now_ms, first_seen={place.slide: now_ms}
    )
    return stood(there, since_ms=now_ms, touched_ms=now_ms)
