"""The answer to a question about a figure: what it is, its value with unit, whose it is and of what date."""

import math
from collections.abc import Iterable

from jn_presenter.draw.figures import as_text, fact_words, plain_words, range_words
from jn_presenter.draw.free_place import GAP, MARGIN, NOTHING, Around, beside, gap, meet
from jn_presenter.draw.hit import Hit
from jn_presenter.draw.provenance import provenance
from jn_presenter.draw.setting import Setting, set_text
from jn_presenter.draw.words import badge_words
from jn_presenter.model.element import Env
from jn_presenter.model.feed import Feed, badge_of
from jn_presenter.model.geometry import Canvas, Rect
from jn_presenter.model.marks import AnyMark, Arc, Box, Datum, Path, ShapeMark
from jn_presenter.model.text import Text, plain

PADDING = (32.0, 24.0)
RADIUS = 12.0
WIDEST = 640.0
LINE_GAP = 8.0
"""Between its lines, in px."""
EDGE = 2.0
DOT = 7.0
"""The radius in px of the dot on a point, which takes no px of its own."""
LEADER_FROM = 2 * GAP
"""px to the mark from which on a line leads to it."""


def callout(
    asked: Hit, canvas: Canvas, env: Env, feeds: Iterable[Feed] = (), around: Around = NOTHING
) -> tuple[AnyMark, ...]:
    """The marks of the answer, beside the mark that was asked about, wholly on the canvas.

    feeds: those of the mark's element, whose source and date are said where no fact stands behind the figure. around:
    what is on the slide, so that the answer covers none of its words where it can.
    """
    settings = [
        set_text(words, env, min(WIDEST, canvas.width - 2 * (MARGIN + PADDING[0])), role, bold=bold, align="left")
        for words, role, bold in said_of(asked.datum, env, tuple(feeds))
    ]
    width = max(setting.block.width for setting in settings) + 2 * PADDING[0]
    height = sum(setting.block.height for setting in settings) + LINE_GAP * (len(settings) - 1) + 2 * PADDING[1]
    place = beside(asked.box, width, height, canvas, around)
    style = env.style
    plate = ShapeMark(
        key="callout.plate",
        shape=Box(place.x, place.y, place.w, place.h, RADIUS),
        fill=style.ground[-1],
        stroke=style.accent,
        width=EDGE,
    )
    return (*(_leader(asked.box, place, around, env) if asked.whole else ()), plate, *_set(settings, place))


def _leader(box: Rect, place: Rect, around: Around, env: Env) -> tuple[AnyMark, ...]:
    """What ties the plate to the mark: a dot where that is a point, a line where it is far off and no words between."""
    across, down = gap(box, place)
    start = max(box.x, min(place.x + place.w / 2, box.right)), max(box.y, min(place.y + place.h / 2, box.bottom))
    end = max(place.x, min(start[0], place.right)), max(place.y, min(start[1], place.bottom))
    dot = ShapeMark(key="callout.dot", shape=Arc(*start, DOT, 0.0, 0.0, 360.0), fill=env.style.accent)
    line = Path((("M", start), ("L", end)))
    between = Rect(min(start[0], end[0]), min(start[1], end[1]), abs(start[0] - end[0]), abs(start[1] - end[1]))
    far = math.hypot(across, down) >= LEADER_FROM and not any(meet(between, words) for words in around.words)
    leads = (ShapeMark(key="callout.leader", shape=line, stroke=env.style.accent, width=EDGE),) if far else ()
    return (*leads, *((dot,) if far or box.w == box.h == 0.0 else ()))


def said_of(datum: Datum, env: Env, feeds: tuple[Feed, ...]) -> list[tuple[Text, str, bool]]:
    """(words, role, whether bold) from top to bottom; what there is nothing to say of is left out."""
    fact = env.facts.get(datum.fact)
    figure = fact_words(fact, env.facts, env.languages) if fact else _figure(datum, env)
    label = fact.label if fact else plain(datum.label)
    facts = (fact.id,) if fact else ()
    origin = as_text((line.language, line.plain) for line in provenance(facts, env.facts, env.languages, feeds))
    if datum.state == "sample":
        origin = badge_words(badge_of(True, feeds), env.languages)
    lines = ((label, "caption", False), (figure, "lead", True), (origin, "note", False))
    return [(words, role, bold) for words, role, bold in lines if any(said for _, said in words.variants)]


def _figure(datum: Datum, env: Env) -> Text:
    if datum.low is None or datum.value is None:
        return plain_words(datum.value, datum.unit, env.languages)
    return range_words(datum.low, datum.value, datum.unit, env.languages)


def _set(settings: list[Setting], place: Rect) -> list[AnyMark]:
    marks: list[AnyMark] = []
    top = place.y + PADDING[1]
    for k, setting in enumerate(settings):
        marks.append(setting.mark(f"callout.{k}", place.x + PADDING[0], top))
        top += setting.block.height + LINE_GAP
    return marks
