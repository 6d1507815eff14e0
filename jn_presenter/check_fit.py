"""What does not fit: every slide laid out for the shapes of screens, and for what a kiosk leaves of them."""

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct, structs

from jn_presenter.check import Places
from jn_presenter.compose import fit_slide
from jn_presenter.draw.resolve import FALLBACK
from jn_presenter.fit_helpers import Helpers
from jn_presenter.fit_memory import FitMemory, Verdict, memory_of
from jn_presenter.kiosk.strip import slide_rect
from jn_presenter.load.sources import slide_file
from jn_presenter.model.deck import Deck, Slide
from jn_presenter.model.element import Measure
from jn_presenter.model.feed import Snapshots
from jn_presenter.model.geometry import CLASSIC, TALL, WALL, WIDE, Canvas, canvas_for
from jn_presenter.model.language import readings
from jn_presenter.model.problem import Finding, Problem
from jn_presenter.model.style import Style
from jn_presenter.model.text import Message

CANVASES = (WIDE, TALL, CLASSIC, WALL)
"""The canvases that every slide has to fit: 1920 x 1080, 1080 x 1920, 1440 x 1080 and 3840 x 1080."""

Reading = tuple[str, ...]
"""What an audience has before it: a language, or several stacked."""


class Place(Struct, frozen=True):
    """A screen that slides have to fit, or of one of a kiosk what its controls leave."""

    canvas: Canvas
    size: str
    """Width and height in px, as `export --size` takes them."""
    kiosk: bool = False

    @property
    def name(self) -> Message:
        """What an author knows it by."""
        seen = self.size.replace("x", "×")
        return Message(f"一体机 {seen}", f"kiosk {seen}") if self.kiosk else Message(seen, seen)


SCREENS = tuple(Place(canvas, f"{canvas.width:.0f}x{canvas.height:.0f}") for canvas in CANVASES)


def places_of(deck: Deck) -> tuple[Place, ...]:
    """The screens, then those of a kiosk, which any deck may be shown in unless it says that nothing is touched.

    Of wide and wall a kiosk leaves a canvas of the same shape and height, only wider: what has room on the screen has
    it there, and to lay it out again would cost every check a third of its time.
    """
    left = tuple((slide_rect(canvas, deck), canvas) for canvas in CANVASES)
    kiosks = ((canvas_for(rect.w, rect.h), f"{rect.w:.0f}x{rect.h:.0f}", canvas) for rect, canvas in left)
    return (*SCREENS, *(Place(room, size, True) for room, size, screen in kiosks if not _roomier(room, screen)))


def check_fit(
    deck: Deck,
    measure: Measure | Callable[[], Measure],
    places: Places,
    *,
    snapshots: Snapshots | None = None,
    known: Sequence[Problem] = (),
    progress: Callable[[int, int], None] | None = None,
    memory: FitMemory | None = None,
    helpers: Helpers | None = None,
) -> tuple[Problem, ...]:
    """What elements report when each slide is laid out on all places, in each language and stacked, in the first style.

    One problem for all the shapes and languages it is found in, which it names unless it is found on all screens. What
    is among `known` is not said again, nor which texts lack a language: `check_deck` says that where they stand.
    `progress` is called with (slides done, slides) after each slide. memory: what was found before; it is not written
    here. helpers: other processes that lay some slides out meanwhile, for the memory. measure: may be what makes one,
    called where a slide has to be laid out.
    """
    style = style_of(deck)
    if style is None:
        return ()
    told = {(problem.slide, problem.code, problem.message) for problem in known}
    helped = helpers.slides if helpers is not None else frozenset()
    slides = [deck.slides[name] for name in deck.order if name in deck.slides]
    slides.sort(key=lambda slide: slide.id in helped)
    rooms = places_of(deck)
    keys = fit_keys(deck, memory, snapshots or {}) if memory is not None else {}
    problems: list[Problem] = []
    for done, slide in enumerate(slides, 1):
        if helpers is not None and memory is not None and slide.id in helped:
            memory.learn(helpers.collect())
            helpers = None
        found = memory.recall(keys[slide.id]) if memory is not None else None
        if found is None:
            measure = measure() if callable(measure) else measure
            found = _verdicts(deck, slide, rooms, style, measure, snapshots)
            if memory is not None:
                memory.keep(keys[slide.id], found)
        problems += (
            places.problem(slide_file(slide.id), verdict.path, verdict.located, slide=slide.id)
            for verdict in found
            if (slide.id, verdict.finding.code, verdict.finding.message) not in told
        )
        if progress is not None:
            progress(done, len(slides))
    return tuple(dict.fromkeys(problems))


def style_of(deck: Deck) -> Style | None:
    """The style that slides are laid out in: the briefing's first."""
    return next((deck.styles[name] for name in deck.briefing.styles if name in deck.styles), None)


def fit_keys(deck: Deck, memory: FitMemory, snapshots: Snapshots) -> dict[str, bytes]:
    """The key of each slide by which the memory knows it."""
    style = style_of(deck)
    return memory.keys(deck, style, places_of(deck), snapshots) if style is not None else {}


def verdicts_by_key(
    folder: str, deck: Deck, slides: Iterable[str], measure: Measure, snapshots: Snapshots
) -> dict[bytes, tuple[Verdict, ...]]:
    """What is found when these slides are laid out, by the keys of the memory of the deck in `folder`."""
    style, rooms = style_of(deck), places_of(deck)
    if style is None:
        return {}
    keys = fit_keys(deck, memory_of(folder), snapshots)
    there = (deck.slides[name] for name in slides if name in deck.slides)
    return {keys[slide.id]: _verdicts(deck, slide, rooms, style, measure, snapshots) for slide in there}


def _verdicts(
    deck: Deck, slide: Slide, rooms: Sequence[Place], style: Style, measure: Measure, snapshots: Snapshots | None
) -> tuple[Verdict, ...]:
    """What a slide's elements report, each finding with all the places and languages it holds for.

    The smallest places come first: of one that is larger in every way nothing is to be feared where they have room.
    """
    languages = deck.briefing.languages
    found: dict[tuple[Place, Reading], tuple[tuple[str, Finding], ...]] = {}
    for reading in readings(languages):
        ample: list[Canvas] = []
        for room in sorted(rooms, key=lambda place: place.canvas.width * place.canvas.height):
            if any(_roomier(room.canvas, smaller) for smaller in ample):
                continue
            findings = fit_slide(deck, slide, room.canvas, reading, style, measure, snapshots).findings
            found[room, reading] = findings
            if not findings:
                ample.append(room.canvas)
    where: dict[tuple[str, Finding], list[tuple[Place, Reading]]] = {}
    for room in rooms:
        for reading in readings(languages):
            for finding in found.get((room, reading), ()):
                where.setdefault(finding, []).append((room, reading))
    return tuple(
        Verdict(path, finding, _located(finding, settings, languages))
        for (path, finding), settings in where.items()
        if finding.code != FALLBACK
    )


def _roomier(room: Canvas, screen: Canvas) -> bool:
    return room.shape == screen.shape and room.width >= screen.width and room.height >= screen.height


def _located(finding: Finding, settings: Sequence[tuple[Place, Reading]], languages: Reading) -> Finding:
    """The finding with the places and languages it holds for, as it is where it holds on all screens; what is found
    in a kiosk alone says how it can be looked at.
    """
    there: dict[Place, list[Reading]] = {}
    for place, reading in settings:
        there.setdefault(place, []).append(reading)
    if sum(len(there.get(screen, ())) for screen in SCREENS) == len(SCREENS) * len(readings(languages)):
        return finding
    parts = [(place.name, _named(found, languages)) for place, found in there.items()]
    zh = "；".join(f"{name.zh}{read}" for name, read in parts)
    en = "; ".join(f"{name.en}{read}" for name, read in parts)
    hint = finding.hint
    if all(place.kiosk for place in there):
        size = next(iter(there)).size
        hint = Message(
            f"{hint.zh}；一体机的按钮占去画面底部，用 export --size {size} 看剩下的部分",
            f"{hint.en}; the controls of a kiosk take the foot of its screen: export --size {size} shows what is left",
        )
    message = finding.message
    return structs.replace(finding, message=Message(f"{message.zh}（{zh}）", f"{message.en} ({en})"), hint=hint)


def _named(found: Iterable[Reading], languages: Reading) -> str:
    here = tuple(found)
    return "" if here == readings(languages) else " " + ", ".join("+".join(reading) for reading in here)
