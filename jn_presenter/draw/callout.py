"""The answer to a question about a figure: what it is, its value with unit, whose it is and of what date."""

from collections.abc import Iterable

from jn_presenter.draw.figures import as_text, fact_words, plain_words, range_words
from jn_presenter.draw.hit import Hit
from jn_presenter.draw.provenance import provenance
from jn_presenter.draw.setting import Setting, set_text
from jn_presenter.draw.words import badge_words
from jn_presenter.model.element import Env
from jn_presenter.model.feed import Feed, badge_of
from jn_presenter.model.geometry import Canvas, Rect
from jn_presenter.model.marks import AnyMark, Box, Datum, ShapeMark
from jn_presenter.model.text import Text, plain

PADDING = (32.0, 24.0)
RADIUS = 12.0
WIDEST = 640.0
GAP = 16.0
"""Between the callout and the mark it is about, and between its lines, in px."""
MARGIN = 24.0
"""Between the callout and the edge of the canvas, in px."""
EDGE = 2.0


def callout(asked: Hit, canvas: Canvas, env: Env, feeds: Iterable[Feed] = ()) -> tuple[AnyMark, ...]:
    """The marks of the answer, beside the mark that was asked about, wholly on the canvas.

    feeds: those of the mark's element, whose source and date are said where no fact stands behind the figure.
    """
    settings = [
        set_text(words, env, min(WIDEST, canvas.width - 2 * (MARGIN + PADDING[0])), role, bold=bold, align="left")
        for words, role, bold in said_of(asked.datum, env, tuple(feeds))
    ]
    width = max(setting.block.width for setting in settings) + 2 * PADDING[0]
    height = sum(setting.block.height for setting in settings) + GAP * (len(settings) - 1) / 2 + 2 * PADDING[1]
    place = beside(asked.box, width, height, canvas)
    style = env.style
    plate = ShapeMark(
        key="callout.plate",
        shape=Box(place.x, place.y, place.w, place.h, RADIUS),
        fill=style.ground[-1],
        stroke=style.accent,
        width=EDGE,
    )
    return (plate, *_set(settings, place))


def beside(box: Rect, width: float, height: float, canvas: Canvas) -> Rect:
    """Where a callout of that size stands: above the mark, else below, else at its right or left, inside the canvas."""
    last = canvas.width - MARGIN - width, canvas.height - MARGIN - height
    across = _within(box.x + box.w / 2 - width / 2, last[0])
    if box.y - GAP - height >= MARGIN:
        return Rect(across, _within(box.y - GAP - height, last[1]), width, height)
    if box.bottom + GAP <= last[1]:
        return Rect(across, _within(box.bottom + GAP, last[1]), width, height)
    right = box.right + GAP
    x = right if right <= last[0] else box.x - GAP - width
    return Rect(_within(x, last[0]), _within(box.y + box.h / 2 - height / 2, last[1]), width, height)


def _within(value: float, last: float) -> float:
    return max(MARGIN, min(value, last))


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
        top += setting.block.height + GAP / 2
    return marks
