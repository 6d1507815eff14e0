"""Which page of a kiosk is seen in which state. The only thing that windows ask."""

from jn_presenter.draw.backdrop import backdrop
from jn_presenter.kiosk.controls import controls
from jn_presenter.kiosk.home import home
from jn_presenter.kiosk.look import LARGER, Look, line_of
from jn_presenter.kiosk.pad import pad
from jn_presenter.kiosk.page import EMPTY, Icons, Page
from jn_presenter.kiosk.waiting import breathing, countdown, invitation
from jn_presenter.kiosk.words import SAFE
from jn_presenter.model.deck import Deck
from jn_presenter.model.element import Env, Measure
from jn_presenter.model.fact import Facts
from jn_presenter.model.geometry import Canvas
from jn_presenter.model.marks import AnyMark, Box, ShapeMark
from jn_presenter.model.style import Style
from jn_presenter.show.kiosk.ticking import left_ms, waits_from_ms
from jn_presenter.show.state import ShowState

PLAIN = Style(
    name="plain",
    ground=("#0d1b2e", "#081220"),
    motif_ink="#5b7ba6",
    ink="#f3f6fa",
    quiet="#b4c2d6",
    faint="#33465f",
    accent="#6fc3ff",
)
"""What is left of a look where no file can be read."""
BLACK = "#000000"
BREATH_FRAME_MS, RING_FRAME_MS = 100.0, 50.0
"""From one look of the breath to the next, and of the ring that empties: slow enough to cost nothing for weeks."""
MOST_LANGUAGES = 2
"""So many stand one under the other on a button; a third is on the slide alone."""
WAIT_MS = 1000.0
"""How often it is looked whether staff may type again."""


def no_icons(_name: str) -> None:
    """For pages without pictograms."""
    return None


def page(
    state: ShowState,
    deck: Deck,
    canvas: Canvas,
    measure: Measure,
    now_ms: float,
    *,
    icons: Icons = no_icons,
    pressed: frozenset[str] = frozenset(),
    wait_ms: float = 0.0,
) -> Page:
    """What stands above the slide at this time, for a canvas of the whole screen.

    pressed: the keys of the targets that fingers are on. wait_ms: how long staff have to wait before they can try
    another PIN; infinite where none is set.
    """
    still = still_page(state, deck, canvas, measure, icons=icons, pressed=pressed, wait_ms=wait_ms)
    return passing(still, state, deck, canvas, measure, now_ms)


def still_page(
    state: ShowState,
    deck: Deck,
    canvas: Canvas,
    measure: Measure,
    *,
    icons: Icons = no_icons,
    pressed: frozenset[str] = frozenset(),
    wait_ms: float = 0.0,
) -> Page:
    """As `page`, but for what time alone changes: the costly half."""
    stand = state.kiosk
    if stand is None:
        return EMPTY
    look = _look(state, deck, canvas, measure, icons, pressed)
    if stand.staff:
        return pad(look, len(stand.digits), wait_ms, left=stand.left if stand.refused else None)
    if stand.phase == "closed":
        return Page((_over(canvas, BLACK),))
    if not deck.briefing.kiosk.touch:
        return EMPTY
    if stand.phase == "loop":
        return invitation(look, deck)
    return home(look, deck, stand) if stand.phase == "home" else controls(look, state, deck, stand)


def passing(still: Page, state: ShowState, deck: Deck, canvas: Canvas, measure: Measure, now_ms: float) -> Page:
    """The page with what changes by time alone: the invitation's breath, the seconds that are left."""
    if _breathes(state, deck):
        return breathing(still, now_ms)
    left = None if _away(state, deck) else left_ms(state, deck, now_ms)
    if left is None:
        return still
    look = _look(state, deck, canvas, measure, no_icons, frozenset())
    theme = deck.theme(state.kiosk.theme) if state.kiosk else None
    if theme is not None:
        look = look.accented(theme.accent)
    ending = countdown(look, left, float(deck.briefing.kiosk.countdown) * 1000.0)
    return Page((*still.marks, *ending.marks), ending.targets)


def changes_ms(state: ShowState, deck: Deck, now_ms: float) -> float | None:
    """In how many ms the page looks otherwise by time alone; None while nothing will."""
    stand = state.kiosk
    if stand is None:
        return None
    if _breathes(state, deck):
        return BREATH_FRAME_MS
    if stand.staff:
        return WAIT_MS
    if _away(state, deck) or stand.phase not in ("home", "slides"):
        return None
    left = left_ms(state, deck, now_ms)
    if left is None:
        return max(0.0, waits_from_ms(stand) + float(deck.briefing.kiosk.idle) * 1000.0 - now_ms)
    return RING_FRAME_MS if state.animate else left % 1000.0 + 1.0


def _breathes(state: ShowState, deck: Deck) -> bool:
    stand = state.kiosk
    return stand is not None and stand.phase == "loop" and not _away(state, deck) and state.animate


def _away(state: ShowState, deck: Deck) -> bool:
    """Whether no visitor is served: staff stand there, or nothing can be touched."""
    return state.kiosk is None or state.kiosk.staff or not deck.briefing.kiosk.touch


def safe_page(canvas: Canvas, measure: Measure) -> Page:
    """What is shown where nothing else can be: a calm ground and a line in each language. It reads no file."""
    env = Env(languages=("zh",), fallbacks=(), style=PLAIN, facts=Facts(), measure=measure)
    look = Look(env=env, canvas=canvas, icons=no_icons)
    width = canvas.width * 0.8
    zh = line_of(look, SAFE.zh, "title", width, bold=True)
    en = line_of(look, SAFE.en, "lead", width, colour=PLAIN.quiet)
    top = canvas.height * 0.42 - zh.height / 2
    return Page(
        (
            *backdrop(canvas, PLAIN),
            zh.mark("safe.zh", 0.0, top, centred=canvas.width),
            en.mark("safe.en", 0.0, top + zh.height + 16.0, centred=canvas.width),
        )
    )


def _over(canvas: Canvas, colour: str) -> AnyMark:
    return ShapeMark(key="over", shape=Box(0.0, 0.0, canvas.width, canvas.height), fill=colour, crisp=True)


def _look(
    state: ShowState, deck: Deck, canvas: Canvas, measure: Measure, icons: Icons, pressed: frozenset[str]
) -> Look:
    large = state.kiosk is not None and state.kiosk.large
    env = Env(
        languages=state.languages[:MOST_LANGUAGES],
        fallbacks=deck.briefing.languages,
        style=deck.styles.get(state.style) or PLAIN,
        facts=deck.facts,
        measure=measure,
        scale=LARGER if large else 1.0,
    )
    return Look(env=env, canvas=canvas, icons=icons, pressed=pressed)
