"""A gauge."""

import math
from typing import Annotated, ClassVar

from msgspec import structs

from jn_presenter.draw.cell_figure import Figures, FromCell, row_words
from jn_presenter.draw.entries import Entry, fact_entries, item_entries, one_of, without_value
from jn_presenter.draw.grid import UNIT, anchored
from jn_presenter.draw.motion import ease_out, faded
from jn_presenter.draw.numeral import LADDER, Numeral, ladder, set_numeral
from jn_presenter.draw.rings import FULL, Ring
from jn_presenter.draw.setting import SECOND, Setting, set_text
from jn_presenter.draw.share import counts_up
from jn_presenter.draw.tags import OUTLINE, Tag, flow, note_tag, sample_tag, under_badge
from jn_presenter.draw.targets import fact_tags
from jn_presenter.draw.ticks import tick_words
from jn_presenter.draw.typography import baseline
from jn_presenter.draw.words import NO_DATA, said
from jn_presenter.model.element import Env, Fitted, Phase, Table
from jn_presenter.model.feed import Badge
from jn_presenter.model.fields import FactId, Number, doc
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import AnyMark, Line, Run, ShapeMark, TextMark
from jn_presenter.model.problem import Finding
from jn_presenter.model.style import SMALLEST_PX
from jn_presenter.model.text import Message, Text, plain

HALF = FULL / 2
START = -FULL / 4
"""Where the half ring begins, in degrees clockwise from twelve: at nine o'clock."""
THICKNESS = 0.11
"""Of the ring, in units of its diameter."""
LARGEST = 720.0
LEAST = 160.0
"""The ring's largest and smallest diameter in px; where even the smallest has no room, the gauge overflows."""
NUMBER = 0.25
"""The number under the arch at most, in units of the diameter."""
CLEAR = 0.9
"""How near the number's corners may come to the ring, in units of its inner radius."""
BETWEEN = 0.45
"""Between the figures of two languages, in units of the lower one's size."""
ENDS_GAP = 8.0
ENDS_LEADING = 1.2
LABEL_GAP = 16.0
TAG_GAP = 12.0
WHOLE = Number(100)


class Gauge(FromCell, frozen=True, kw_only=True):
    """Half a ring that shows how much of a whole is there; a target is outlined and hatched, never filled."""

    about = "仪表：半圆，显示整体中已有多少；目标画成空心斜线，绝不填满"
    short: ClassVar[str] = "fact"

    fact: Annotated[FactId | None, doc("数据的代号", "id of the fact")] = None
    value: Annotated[Number | None, doc("数值，没有对应的数据时用", "a value, where there is no fact")] = None
    max: Annotated[Number | None, doc("整体是多少；百分比不用写", "what the whole is; percentages need none")] = None
    unit: Annotated[
        Text | None,
        doc(
            "value的单位：facts.yaml中单位的代号，或一段文字", "unit of value: the id of a unit in facts.yaml, or words"
        ),
    ] = None
    label: Annotated[Text | None, doc("说明；不写则用数据的名称", "what it is; the fact's label where absent")] = None

    def fit(self, rect: Rect, env: Env) -> "FittedGauge":
        figures = self.figures(env) or Figures()
        entry = self._entry(figures, env)
        given = (("fact", self.fact), ("value", self.value is not None), ("data", self.data))
        wrong = (*one_of([name for name, there in given if there], [name for name, _ in given]), *figures.findings)
        sample = self.badge
        if entry is None and self.data is None:
            return FittedGauge(rect=rect, findings=self._missing(wrong, env))
        if entry is None:
            return self._without(figures, wrong, rect, env, sample=sample)
        whole = WHOLE if self.max is None and _in_percent(entry) else self.max
        if whole is None or not 0 <= entry.value <= whole or not whole:
            badge = under_badge(rect, env, sample)[1] if self.data else ()
            return FittedGauge(rect=rect, fixed=badge, findings=(*wrong, _out_of_range(entry, whole)))
        fact = env.facts.get(entry.datum.fact)
        column = min(rect.w, LARGEST)
        label = set_text(self.label or entry.label, env, column, "body", align="centre", balance=True)
        tags = list(fact_tags(fact, env, rect.w)) if fact else []
        tags += [sample_tag(env, sample, rect.w)] if sample else []
        if words := row_words(figures.name, env):
            tags.insert(0, note_tag("row", words, env, rect.w))
        return structs.replace(
            _dial(entry, whole, label, tags, rect, env),
            findings=(*wrong, *label.findings),
            counts=counts_up(entry, self.unit, env),
        )

    def as_table(self, env: Env) -> Table:
        return self.table_of(self.fact, self.value, self.label, env)

    def _entry(self, figures: Figures, env: Env) -> Entry | None:
        """The figure, None where there is none."""
        entries: tuple[Entry, ...] = ()
        if self.fact:
            entries, _ = fact_entries((self.fact,), env, sample=self.badge)
        elif self.value is not None:
            items = ((self.label or Text(()), self.value, False),)
            entries = item_entries(items, self.unit, env, sample=self.badge)
        elif self.data is not None:
            return figures.entry(self.label, self.unit, env, sample=self.badge)
        return next(iter(entries), None)

    def _missing(self, wrong: tuple[Finding, ...], env: Env) -> tuple[Finding, ...]:
        fact = env.facts.get(self.fact) if self.fact else None
        return (*wrong, *((without_value(fact, "fact"),) if fact else ()))

    def _without(
        self, figures: Figures, wrong: tuple[Finding, ...], rect: Rect, env: Env, *, sample: Badge
    ) -> "FittedGauge":
        """A table that has no figure: nothing while it is awaited, else that there is none."""
        place, badge = under_badge(rect, env, sample)
        if figures.waiting or not figures.column:
            return FittedGauge(rect=rect, findings=wrong, fixed=badge)
        label = set_text(self.label or plain(figures.column), env, place.w, "body", align="centre", balance=True)
        words = said(NO_DATA, env.languages)
        missing = set_text(words, env, place.w, "caption", align="centre", colour=env.style.quiet)
        height = label.block.height + TAG_GAP + missing.block.height
        top = anchored(place, height, "middle") // UNIT * UNIT
        below = missing.mark("missing", place.x, top + label.block.height + TAG_GAP)
        return FittedGauge(
            rect=rect,
            overflow=height > place.h + 0.5,
            findings=(*wrong, *label.findings),
            fixed=(*badge, label.mark("label", place.x, top), below),
        )


class FittedGauge(Fitted, frozen=True, kw_only=True):
    """The sector at full sweep, the figures under the arch with left edge and baseline, and all that stands still."""

    ring: Ring = Ring(0.0, 0.0, 1.0, 0.0)
    sector: ShapeMark | None = None
    sweep: float = 0.0
    track: str = ""
    """The colour of the rest of the half ring: a target's hatching has the bare ground beneath it."""
    numerals: tuple[tuple[float, float, Numeral], ...] = ()
    counts: bool = True
    fixed: tuple[AnyMark, ...] = ()

    def marks(self, phase: Phase) -> tuple[AnyMark, ...]:
        presence = ease_out(phase.presence())
        if presence <= 0.0:
            return ()
        t = ease_out(phase.progress())
        shown = list(self.fixed)
        drawn = self.sweep * t
        if self.sector and drawn < HALF:
            rest = self.ring.arc(START + drawn, HALF - drawn)
            shown.append(ShapeMark(key="track", shape=rest, fill=self.track))
        if self.sector and drawn > 0.0:
            shown.append(structs.replace(self.sector, shape=self.ring.arc(START, drawn)))
        for k, (x, y, numeral) in enumerate(self.numerals):
            shown += numeral.at(t if self.counts else 1.0).marks(
                f"figure.{k}" if k else "figure", x, y, counts=self.counts
            )
        return tuple(faded(mark, presence) for mark in shown)


def _dial(entry: Entry, whole: Number, label: Setting, tags: list[Tag], place: Rect, env: Env) -> FittedGauge:
    """The arch with the figure under it and what the scale goes from and to at its ends, the words beneath."""
    low, high = (_end(words, env) for words in _scale(entry, whole, env))
    font = env.font("note")
    ends = ENDS_GAP + font.size * ENDS_LEADING
    _, small = flow(tags, place.x, 0.0, place.w, "centre")
    beneath = ends + LABEL_GAP + label.block.height + (TAG_GAP + small if tags else 0.0)
    hole = 0.5 - THICKNESS
    room = min(place.w, LARGEST, 2 * (place.h - beneath), (place.w / 2 - high.width) / hole)
    diameter = max(LEAST, room) // UNIT * UNIT
    height = diameter / 2 + beneath
    top = anchored(place, height, "middle") // UNIT * UNIT
    ring = Ring(place.x + place.w / 2, top + diameter / 2, diameter / 2, diameter * hole)
    numerals, clear = _under(entry, ring, env)
    y = baseline(ring.cy + ENDS_GAP, font, ENDS_LEADING)
    middle = (ring.outer + ring.inner) / 2
    scale = TextMark(
        key="scale",
        lines=(
            structs.replace(low, x=ring.cx - middle - low.width / 2, y=y),
            # Wide words begin at the hole and go outward, so that they keep clear of the figure.
            structs.replace(high, x=ring.cx + max(ring.inner, middle - high.width / 2), y=y),
        ),
    )
    under = ring.cy + ends + LABEL_GAP
    words = label.mark("label", place.x + (place.w - min(place.w, LARGEST)) / 2, under)
    below, _ = flow(tags, place.x, under + label.block.height + TAG_GAP, place.w, "centre")
    accent = env.style.accent
    sweep = HALF * float(entry.value / whole)
    sector = ShapeMark(
        key="sector",
        shape=ring.arc(START, sweep),
        fill=None if entry.target else accent,
        hatch=accent if entry.target else None,
        stroke=accent if entry.target else None,
        width=OUTLINE if entry.target else 0.0,
        datum=entry.datum,
    )
    wide = max(diameter, label.block.width, 2 * (ring.inner + high.width), *(tag.width for tag in tags))
    return FittedGauge(
        rect=place,
        overflow=not clear or height > place.h + 0.5 or wide > place.w + 0.5,
        ring=ring,
        sector=sector,
        sweep=sweep,
        track=env.style.faint,
        numerals=numerals,
        fixed=(scale, words, *below),
    )


def _under(entry: Entry, ring: Ring, env: Env) -> tuple[tuple[tuple[float, float, Numeral], ...], bool]:
    """The figure at the largest size that stays clear of the ring, one a language, the last on the ring's own base.

    And whether it does stay clear: at the smallest size it may not.
    """
    most = ladder(2 * ring.outer * NUMBER * env.scale)
    placed: tuple[tuple[float, float, Numeral], ...] = ()
    for size in (step for step in LADDER if step <= most):
        placed = _stacked(entry, ring, size, env)
        corners = (math.hypot(numeral.width / 2, ring.cy - y + numeral.rise) for _, y, numeral in placed)
        if max(corners) <= CLEAR * ring.inner:
            return placed, True
    return placed, False


def _stacked(entry: Entry, ring: Ring, size: float, env: Env) -> tuple[tuple[float, float, Numeral], ...]:
    """The figures of all languages above one another, each with its left edge and baseline."""
    placed: list[tuple[float, float, Numeral]] = []
    y = ring.cy
    for k, (language, words) in reversed(tuple(enumerate(entry.said))):
        ink = env.style.quiet if k else env.style.ink
        px = max(SMALLEST_PX, size * (SECOND if k else 1.0))
        numeral = set_numeral(words, language, env, px, 2 * ring.inner * CLEAR, ink, ink)
        placed.insert(0, (ring.cx - numeral.width / 2, y, numeral))
        y -= numeral.rise + BETWEEN * numeral.size
    return tuple(placed)


def _scale(entry: Entry, whole: Number, env: Env) -> tuple[str, str]:
    """What stands at the ends of the arch: plain numbers, which several languages read alike."""
    if _in_percent(entry):
        return "0", f"{whole:f}%"
    low, high = tick_words((0.0, float(whole)), env.languages[0] if len(env.languages) == 1 else "")
    return low, high


def _end(words: str, env: Env) -> Line:
    font = env.font("note")
    language = env.languages[0]
    width = env.measure.advance(words, font, language)
    return Line(0.0, 0.0, width, (Run(words, font, env.style.quiet),), language)


def _in_percent(entry: Entry) -> bool:
    return bool(entry.said) and all(words.endswith("%") for _, words in entry.said)


def _out_of_range(entry: Entry, whole: Number | None) -> Finding:
    if whole is None:
        return Finding(
            code="gauge-max",
            message=Message("不知道整体是多少", "it is not said what the whole is"),
            hint=Message("写 max: 整体的数值；只有百分比可以不写", "give max: the whole; only percentages need none"),
        )
    return Finding(
        code="gauge-range",
        message=Message(f"{entry.value} 不在 0 到 {whole} 之间", f"{entry.value} is not between 0 and {whole}"),
        hint=Message("仪表只画整体中的一份；请核对数值和 max", "a gauge shows a share of a whole: see value and max"),
    )


ELEMENT = Gauge
