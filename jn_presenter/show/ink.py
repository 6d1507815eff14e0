"""The ink of a show: strokes come and go, each change can be taken back and done again. It is bounded in every way."""

from collections.abc import Mapping

from jn_presenter.draw.ink import finished
from jn_presenter.model.geometry import canvas_for
from jn_presenter.model.ink import NO_INK, Ink, Pointing, Stroke, Strokes
from jn_presenter.show.state import ShowState

MOST_STROKES = 1000
"""On a slide; a further one takes the place of the oldest."""
MOST_CHANGES = 200
"""That can be taken back on a slide."""
MOST_KEPT = 20_000
"""Points of all slides that outlive a power cut: some 400 KB of a journal that is written at each change."""
MOST_POINTS = 10_000
"""Of a stroke that was read from a file."""
WIDEST = 200.0
"""Logical px of a stroke."""
USUAL = canvas_for(1920, 1080)
"""A canvas of another shape smooths a line the same, to a fraction of a px."""
COLOURS = ("coral", "amber", "jade", "azure", "ink")
"""Names of the styles' colours, in the order in which they are chosen."""


def drawn(ink: Ink, stroke: Stroke) -> Ink:
    """With a further stroke."""
    return _changed(ink, (*ink.strokes, stroke)[-MOST_STROKES:])


def erased(ink: Ink, strokes: Strokes) -> Ink:
    """Without these strokes; the very same ink where it has none of them."""
    left = tuple(stroke for stroke in ink.strokes if stroke not in strokes)
    return ink if len(left) == len(ink.strokes) else _changed(ink, left)


def cleared(ink: Ink) -> Ink:
    """Without any stroke; it can be taken back like any other change."""
    return _changed(ink, ()) if ink.strokes else ink


def undone(ink: Ink) -> Ink:
    """As before the last change; the very same ink where there was none."""
    if not ink.past:
        return ink
    return Ink(ink.past[-1], ink.past[:-1], (*ink.future, ink.strokes))


def redone(ink: Ink) -> Ink:
    """As before the last change was taken back."""
    if not ink.future:
        return ink
    return Ink(ink.future[-1], (*ink.past, ink.strokes), ink.future[:-1])


def with_ink(slides: Mapping[str, Ink], slide: str, ink: Ink) -> Mapping[str, Ink]:
    """The ink of all slides, that of one of them changed."""
    others = {name: its for name, its in slides.items() if name != slide}
    return others if ink == NO_INK else {**others, slide: ink}


def strokes_on(slides: Mapping[str, Ink], slide: str) -> Strokes:
    """What is drawn on a slide."""
    return slides.get(slide, NO_INK).strokes


def seen(state: ShowState) -> Strokes:
    """What the audience sees on the slide shown: frozen, nothing of what was drawn or erased since."""
    return strokes_on(state.seen_ink if state.frozen else state.ink, state.shown.slide)


def pointed(slides: Mapping[str, Ink], pointing: Pointing) -> Mapping[str, Ink]:
    """The ink of all slides as it looks with what a hand is about to draw or erase."""
    ink = slides.get(pointing.slide, NO_INK)
    changed = ink if pointing.stroke is None else drawn(ink, finished(pointing.stroke, USUAL))
    changed = erased(changed, pointing.erased)
    return slides if changed is ink else with_ink(slides, pointing.slide, changed)


def kept(slides: Mapping[str, Ink]) -> dict[str, Strokes]:
    """Slide -> strokes worth keeping, without the history; what was drawn last where there is more than MOST_KEPT."""
    found: dict[str, Strokes] = {}
    room = MOST_KEPT
    for slide, ink in reversed(tuple(slides.items())):
        points = sum(len(stroke.points) for stroke in ink.strokes)
        strokes = ink.strokes if points <= room else _last(ink.strokes, room)
        room -= sum(len(stroke.points) for stroke in strokes)
        if strokes:
            found[slide] = strokes
    return dict(reversed(found.items()))


def again(found: Mapping[str, Strokes]) -> dict[str, Ink]:
    """The ink that was kept; nothing of it can be taken back."""
    return {slide: Ink(strokes) for slide, strokes in found.items() if strokes}


def possible(stroke: Stroke) -> bool:
    """Whether a hand could have drawn it."""
    inside = all(0.0 <= p.x <= 1.0 and 0.0 <= p.y <= 1.0 and 0.0 <= p.pressure <= 1.0 for p in stroke.points)
    return inside and 0 < len(stroke.points) <= MOST_POINTS and 0.0 < stroke.width <= WIDEST


def next_colour(colour: str) -> str:
    """The colour behind this one, round and round; behind one that is none of them, the first."""
    return COLOURS[(COLOURS.index(colour) + 1) % len(COLOURS)] if colour in COLOURS else COLOURS[0]


def _last(strokes: Strokes, room: int) -> Strokes:
    """The last strokes that have so many points together."""
    first = len(strokes)
    while first and len(strokes[first - 1].points) <= room:
        first -= 1
        room -= len(strokes[first].points)
    return strokes[first:]


def _changed(ink: Ink, strokes: Strokes) -> Ink:
    return Ink(strokes, (*ink.past, ink.strokes)[-MOST_CHANGES:])
