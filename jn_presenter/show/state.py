"""The whole state of a show as one frozen value, and the one that a show begins with."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Literal

from msgspec import Struct

from jn_presenter.model.daytime import MINUTE_MS
from jn_presenter.model.deck import Deck, Transition
from jn_presenter.model.ink import Ink, Saving, Tool
from jn_presenter.model.interpreting import Interpretation
from jn_presenter.model.style import Motion as Timing
from jn_presenter.show.kiosk.stand import Stand
from jn_presenter.show.panes import Panes
from jn_presenter.show.select import selection

Blank = Literal["none", "black", "white", "logo"]
Question = Literal["", "leave", "rehearse", "resume"]
Overlay = Literal["", "help", "jump", "overview", "questions", "rehearsal", "preflight", "time", "visits", "visit-form"]


class Place(Struct, frozen=True):
    """Where in the show: a slide's id and its step. Never an index, so that it survives a reload."""

    slide: str
    step: int = 0


class Asked(Struct, frozen=True):
    """The figure whose answer the audience sees: the place it was asked at, the element's path and its mark's key."""

    place: Place
    path: str
    key: str


class Noted(Struct, frozen=True, kw_only=True):
    """A question that was asked, as the console's drawer or the presenter worded it; it is kept by these words."""

    words: str
    slide: str
    """The slide that the audience saw."""
    ms: float
    """Since the start of the show."""
    open: bool = True
    """Whether it is still to be answered after the visit."""


class Course(Struct, frozen=True, kw_only=True):
    """What the audience saw of a show until its clock began anew; the times are by the clock of `started_ms`."""

    started_ms: float
    spent: Mapping[str, float]
    """Slide -> ms, every one that was seen."""
    first_seen: Mapping[str, float]


class Seating(Struct, frozen=True, kw_only=True):
    """Where the show's windows are, as far as it was chosen in this show. Screens go by their identities."""

    audience: str = ""
    """The screen that the audience was put on; empty where options, memory and the screens there are decide."""
    console: str = ""
    windowed: bool = False
    """Whether the windows are normal ones, to be moved and resized, instead of filling their screens."""
    unplugged: bool = False
    """Whether the audience's screen is gone: the show goes on on the console alone."""


class Motion(Struct, frozen=True, kw_only=True):
    """What is moving: from `start` to `end` since `start_ms`, two parts one after the other.

    First, between two slides, the transition for `transition_ms`; it ends on `end` as that slide begins. Then, for the
    rest of `duration_ms`, a step plays: inside a slide the new one forward, or the old one in reverse; into a slide its
    step 0. No rest, and `end` stands at once. A slide entered with no slide before it has `start` equal to `end`; what
    a kiosk lays over it comes or goes in the time of the transition then, whose effect is `none`.
    """

    start_ms: float
    duration_ms: float
    """Both parts together."""
    direction: Literal[1, -1]
    start: Place
    end: Place
    transition: Transition = "none"
    transition_ms: float = 0.0

    def elapsed_ms(self, now_ms: float) -> float:
        """Since the start; 0 for a clock that is behind the key's."""
        return max(0.0, now_ms - self.start_ms)


class ShowState(Struct, frozen=True, kw_only=True):
    """All that a show is at one time; commands make a new one from it.

    Unless frozen, `at` is `shown`; `motion`, if any, ends at `shown`, and may be over (see `moving`).
    """

    shown: Place
    """What the audience sees."""
    at: Place
    """Where the presenter is."""
    languages: tuple[str, ...]
    """What the audience reads; more than one is set stacked, in this order."""
    notes_languages: tuple[str, ...]
    style: str
    started_ms: float
    frozen: bool = False
    motion: Motion | None = None
    blank: Blank = "none"
    minutes: Decimal | None = None
    """The length to keep to; with neither it nor `until_ms`, all slides."""
    until_ms: float | None = None
    """When the show has to be over, by the clock of `started_ms`; never set together with `minutes`."""
    interpreting: Interpretation = "none"
    themes: tuple[str, ...] = ()
    """The themes to show, all where empty; frame themes are always shown."""
    hidden: frozenset[str] = frozenset()
    """Slides that the presenter has taken out."""
    stressed: frozenset[str] = frozenset()
    """Slides that are shown in any case, as long as they are not taken out."""
    guests: str = ""
    """The id of the visit that the deck is made out for; empty where it is shown as it was written."""
    skipped: frozenset[str] = frozenset()
    """Slides left out to end on time; unlike the hidden ones, none comes in for them."""
    order: tuple[str, ...] = ()
    """Today's order of the deck's slides, empty where it is the deck's."""
    entered_ms: float = 0.0
    """Since when the audience sees the slide shown."""
    spent: Mapping[str, float] = {}
    """Slide -> ms that the audience has seen it, up to `entered_ms`: every slide it has seen and has left again."""
    first_seen: Mapping[str, float] = {}
    """Slide -> when the audience saw it first, by the clock of `started_ms`."""
    earlier: Course | None = None
    """What was seen before the clock was restarted, which the log of the visit tells too."""
    visit: str = ""
    """The date and time at which the show began, by which its log is called; it outlives a power cut."""
    log_folder: str = ""
    """Where the log was asked to be, an absolute path; empty where nobody asked. It outlives a power cut too."""
    scrub: Mapping[str, float] = {}
    """Element id -> 0..1 over its time dimension."""
    focus: str = ""
    """The key of the mark that is to stand out on the slide shown."""
    tool: Tool = ""
    """What the presenter's hand holds over the audience's picture."""
    ink_colour: str = ""
    """The colour of the next stroke, a name of the style's; empty for the first there is."""
    ink: Mapping[str, Ink] = {}
    """Slide -> what is drawn on it; slides without a stroke and without a history are not there."""
    seen_ink: Mapping[str, Ink] = {}
    """While it is frozen: the ink as it was then, of which the audience sees the part on the slide shown."""
    saving: Saving = Saving()
    """What saves it to a file listens to this."""
    asked: Asked | None = None
    """It counts as long as its place is the one shown: the next step takes the answer away."""
    back: Place | None = None
    """Where the presenter was before the last jump; further jumps before the show has gone on leave it."""
    detour: str = ""
    """The slide that a jump led to, as long as the presenter stays there: the show goes on from `back`."""
    console: bool = False
    """Whether the console is up where there is one screen for both."""
    interpreter: bool = False
    """Whether the interpreter's view is up; it needs a screen that the audience does not see."""
    seating: Seating = Seating()
    asking: Question = ""
    """The question that waits for an answer."""
    offered: "ShowState | None" = None
    """The show that was not brought to its end, as long as nobody has said whether it is to go on."""
    torn: bool = False
    """Whether the record of that show is damaged: its last step may be missing or, with nothing offered, all of it."""
    overlay: Overlay = ""
    """What lies over the console, and takes all keys; the audience sees nothing of it."""
    panes: Panes = Panes()
    """How the console is divided."""
    noted: tuple[Noted, ...] = ()
    """The questions that were asked, in the order in which they were noted, each once."""
    rehearsing: bool = False
    """Whether this is a rehearsal: `spent` then becomes its report."""
    put_by: Course | None = None
    """The show that a rehearsal has interrupted, and goes on with when it is over."""
    rehearsed: Mapping[str, float] = {}
    """Slide -> ms that it took in the last rehearsal that came to an end."""
    kiosk: Stand | None = None
    """Where the kiosk stands; None for a show that somebody presents."""
    leaving: bool = False
    """Whether the show is over and the program ends."""
    animate: bool = True


def initial(
    deck: Deck,
    now_ms: float = 0.0,
    *,
    start: str = "",
    languages: tuple[str, ...] = (),
    notes_languages: tuple[str, ...] = (),
    style: str = "",
    minutes: Decimal | None = None,
    until_ms: float | None = None,
    interpreting: Interpretation = "none",
    themes: tuple[str, ...] = (),
    hidden: frozenset[str] = frozenset(),
    stressed: frozenset[str] = frozenset(),
    order: tuple[str, ...] = (),
    console: bool = False,
    interpreter: bool = False,
    windowed: bool = False,
    visit: str = "",
    log_folder: str = "",
    animate: bool = True,
) -> ShowState:
    """The state a show begins with: the slide `start`, or the first one, whose charts play from `now_ms` on.

    What the deck does not have (a slide, a language, a style) is replaced by its first. Raises ValueError for a deck
    of which no slide can be shown.
    """
    length = minutes if until_ms is None else minutes_between(now_ms, until_ms)
    factor = deck.briefing.interpreting.factor(interpreting)
    choice = selection(deck, length, themes, hidden, order=order, stressed=stressed, factor=factor)
    possible = choice.slides or tuple(slide for slide in deck.order if slide in choice.known)
    first = start if start in choice.known else next(iter(possible), None)
    if first is None:
        raise ValueError(f"{deck.folder}: 没有可放映的幻灯片 / no slide can be shown")
    place = Place(first)
    duration = step_ms(deck, style_of(deck, style), place)
    motion = Motion(start_ms=now_ms, duration_ms=duration, direction=1, start=place, end=place)
    return ShowState(
        shown=place,
        at=place,
        languages=languages_of(deck, languages),
        notes_languages=languages_of(deck, notes_languages),
        style=style_of(deck, style),
        started_ms=now_ms,
        entered_ms=now_ms,
        first_seen={first: now_ms},
        visit=visit,
        log_folder=log_folder,
        motion=motion if animate and duration > 0.0 else None,
        minutes=minutes,
        until_ms=until_ms,
        interpreting=interpreting,
        themes=themes,
        hidden=hidden,
        stressed=stressed,
        order=order,
        guests=deck.visit.id if deck.visit else "",
        console=console,
        interpreter=interpreter,
        seating=Seating(windowed=windowed),
        animate=animate,
    )


def length_of(state: ShowState) -> Decimal | None:
    """The minutes that the show may take from its start; None for no limit."""
    return state.minutes if state.until_ms is None else minutes_between(state.started_ms, state.until_ms)


def minutes_between(start_ms: float, end_ms: float) -> Decimal:
    """Whole milliseconds as minutes, so that the same span is the same number; 0 where the end is the earlier one."""
    return Decimal(max(0, round(end_ms - start_ms))) / int(MINUTE_MS)


def languages_of(deck: Deck, wanted: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the wanted languages that the briefing has, else its first."""
    offered = deck.briefing.languages
    return tuple(language for language in wanted if language in offered) or offered[:1]


def styles_offered(deck: Deck) -> tuple[str, ...]:
    """The briefing's styles that can be read, all that the deck has where none of them can: a name may be misspelt."""
    return tuple(name for name in deck.briefing.styles if name in deck.styles) or tuple(deck.styles)


def style_of(deck: Deck, wanted: str) -> str:
    """The wanted style where it is offered, else the first that is."""
    offered = styles_offered(deck)
    return wanted if wanted in offered else next(iter(offered), wanted)


def step_ms(deck: Deck, style: str, place: Place) -> float:
    """How long the step of a place plays: as the style's motions, or as long as an element that enters with it asks."""
    usual, slide = duration_ms(deck, style), deck.slides.get(place.slide)
    if slide is None or usual <= 0.0:
        return usual
    listed = {target.slot for entry in slide.steps for target in entry}
    here = {target.slot for target in slide.steps[place.step - 1]} if 0 < place.step <= slide.last_step else set()
    entering = (several for slot, several in slide.slots if slot in (here if place.step else here | {slot} - listed))
    return max([usual, *(element.plays_ms() for several in entering for element in several)])


def duration_ms(deck: Deck, style: str) -> float:
    """How long a step or a transition takes in that style."""
    found = deck.styles.get(style)
    return float(found.motion.duration if found else Timing().duration)
