"""A donut chart."""

import math
from typing import Annotated, ClassVar

from msgspec import Meta, Struct, structs

from jn_presenter.draw.entries import Entry, exactly_one, fact_entries, item_entries, table
from jn_presenter.draw.figures import as_text
from jn_presenter.draw.grid import UNIT
from jn_presenter.draw.motion import ease_out, faded
from jn_presenter.draw.numeral import Numeral, ladder, set_numeral
from jn_presenter.draw.resolve import resolve
from jn_presenter.draw.rings import ELBOW, FULL, LEAD, Ring, callouts, drawn, sectors
from jn_presenter.draw.setting import SECOND, set_text
from jn_presenter.draw.tags import OUTLINE, flow, under_badge
from jn_presenter.draw.targets import fact_tags
from jn_presenter.model.element import Element, Env, Fitted, Phase, Table
from jn_presenter.model.fields import FactId, Number, doc
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import AnyMark, ShapeMark, TextMark
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message, Text

MOST = 24
"""Sectors; more than can be told apart, few enough to be laid out without delay."""
THICKNESS = 0.12
"""Of the ring, in units of its diameter."""
LARGEST = 480.0
"""The ring's largest diameter in px."""
NUMBER = 0.27
"""The number inside, in units of the diameter."""
INSIDE = 0.84
"""The share of the hole that the number may take across."""
LABEL_GAP = 24.0
TAG_GAP = 8.0
LEAST = 96.0
"""The ring's smallest diameter in px; where it has no room either, the chart overflows."""
LIFT = 0.4
RING_SHARE = (0.4, 0.9)
"""With words around it: the ring's diameter at most, in units of the width and of the height."""
WHOLE = 100.0


class DonutItem(Struct, frozen=True, kw_only=True):
    """One sector."""

    label: Annotated[Text, doc("名称", "name")]
    value: Annotated[Number, doc("数值", "value")]


class Donut(Element, frozen=True, kw_only=True):
    """A ring that shows one percentage, or how a whole divides into a few sectors, each named beside it."""

    short: ClassVar[str] = "fact"

    fact: Annotated[FactId | None, doc("百分比数据的代号", "id of a fact in percent")] = None
    items: Annotated[tuple[DonutItem, ...], doc("各个扇区", "the sectors"), Meta(max_length=MOST)] = ()
    unit: Annotated[
        Text | None,
        doc(
            "items的单位：facts.yaml中单位的代号，或一段文字", "unit of items: the id of a unit in facts.yaml, or words"
        ),
    ] = None
    sample: Annotated[bool, doc("是否示例数据", "whether the data is made up")] = False

    def fit(self, rect: Rect, env: Env) -> "FittedDonut":
        place, badge = under_badge(rect, env, self.sample)
        wrong = exactly_one(bool(self.fact), bool(self.items), ("fact", "items"))
        if self.fact:
            entries, findings = fact_entries((self.fact,), env, sample=self.sample)
            fitted = _share(entries[0], place, env) if entries else FittedDonut(rect=rect)
        else:
            items = ((item.label, item.value, False) for item in self.items)
            entries, findings = item_entries(items, self.unit, env, sample=self.sample), ()
            fitted = _parts(entries, self._percent(env), place, env)
        return structs.replace(
            fitted,
            rect=rect,
            fixed=(*badge, *fitted.fixed),
            findings=(
                *wrong,
                *findings,
                *_out_of_range(entries, whole=bool(self.fact) or self._percent(env)),
                *fitted.findings,
            ),
        )

    def as_table(self) -> Table:
        return table((self.fact,) if self.fact else (), ((item.label, item.value) for item in self.items))

    def _percent(self, env: Env) -> bool:
        return self.unit is not None and all(words.strip() in ("%", "percent") for _, words in self.unit.variants)


class Sector(Struct, frozen=True):
    """One sector: its mark at full sweep, and what fades in once it is drawn."""

    mark: ShapeMark
    start: float
    sweep: float
    words: tuple[AnyMark, ...] = ()


class FittedDonut(Fitted, frozen=True, kw_only=True):
    """The sectors clockwise, the figure in the middle with its left edge and baseline, and what stands around."""

    ring: Ring = Ring(0.0, 0.0, 1.0, 0.0)
    sectors: tuple[Sector, ...] = ()
    numerals: tuple[tuple[float, float, Numeral], ...] = ()
    fixed: tuple[AnyMark, ...] = ()

    def marks(self, phase: Phase) -> tuple[AnyMark, ...]:
        presence = ease_out(phase.presence())
        if presence <= 0.0:
            return ()
        t = ease_out(phase.progress())
        end = max((sector.start + sector.sweep for sector in self.sectors), default=0.0) / FULL
        shown = list(self.fixed)
        for sector in self.sectors:
            shown += self._drawn(sector, t * end, t)
        for k, (x, y, numeral) in enumerate(self.numerals):
            shown += numeral.at(t).marks(f"figure.{k}" if k else "figure", x, y)
        return tuple(faded(mark, presence) for mark in shown)

    def _drawn(self, sector: Sector, turn: float, t: float) -> tuple[AnyMark, ...]:
        if t >= 1.0:
            return (sector.mark, *sector.words)
        start, sweep = drawn(sector.start, sector.sweep, self.ring.outer, turn, alone=len(self.sectors) == 1)
        if sweep <= 0.0:
            return ()
        done = min(1.0, (turn * FULL - sector.start) / sector.sweep)
        part = structs.replace(sector.mark, shape=self.ring.arc(start, sweep))
        return (part, *(faded(mark, done) for mark in sector.words))


def _share(entry: Entry, place: Rect, env: Env) -> FittedDonut:
    """One percentage: its share of the ring, the number inside, the label beneath."""
    label = set_text(entry.label, env, place.w, "body", align="centre")
    fact = env.facts.get(entry.datum.fact)
    tags = fact_tags(fact, env, place.w) if fact else []
    beneath = LABEL_GAP + label.block.height + (TAG_GAP + tags[0].height if tags else 0.0)
    diameter = max(LEAST, min(place.w, place.h - beneath, LARGEST)) // UNIT * UNIT
    top = place.y + max(0.0, (place.h - diameter - beneath) * LIFT) // UNIT * UNIT
    ring = Ring(place.x + place.w / 2, top + diameter / 2, diameter / 2, diameter * (0.5 - THICKNESS))
    y = top + diameter + LABEL_GAP
    below, _ = flow(tags, place.x, y + label.block.height + TAG_GAP, place.w, "centre")
    sweep = FULL * min(1.0, max(0.0, float(entry.value) / WHOLE))
    accent = env.style.accent
    mark = ShapeMark(
        key=f"sector.{entry.key}",
        shape=ring.arc(0.0, sweep),
        fill=None if entry.target else accent,
        hatch=accent if entry.target else None,
        stroke=accent if entry.target else None,
        width=OUTLINE if entry.target else 0.0,
        datum=entry.datum,
    )
    track = ShapeMark(key="track", shape=ring.arc(0.0, FULL), fill=env.style.faint)
    numerals = _inside(entry, ring, env)
    return FittedDonut(
        rect=place,
        overflow=top + diameter + beneath > place.bottom + 0.5
        or any(numeral.width > 2 * ring.inner * INSIDE for _, _, numeral in numerals),
        findings=label.findings,
        ring=ring,
        sectors=(Sector(mark, 0.0, sweep),),
        numerals=numerals,
        fixed=(track, label.mark("label", place.x, y), *below),
    )


def _inside(entry: Entry, ring: Ring, env: Env) -> tuple[tuple[float, float, Numeral], ...]:
    """The figure in the middle of the ring, one a language, as one block about the centre."""
    numerals = []
    for k, (language, words) in enumerate(entry.said):
        size = max(24.0, ladder(2 * ring.outer * NUMBER) * env.scale * (SECOND if k else 1.0))
        colours = (env.style.quiet, env.style.quiet) if k else (env.style.ink, env.style.ink)
        numerals.append(set_numeral(words, language, env, size, 2 * ring.inner * INSIDE, *colours))
    gap = 0.3 * numerals[-1].size
    y = ring.cy - (sum(numeral.rise for numeral in numerals) + gap * (len(numerals) - 1)) / 2
    placed = []
    for numeral in numerals:
        placed.append((ring.cx - numeral.width / 2, y + numeral.rise, numeral))
        y += numeral.rise + gap
    return tuple(placed)


def _parts(entries: tuple[Entry, ...], percent: bool, place: Rect, env: Env) -> FittedDonut:
    """A whole and its sectors, each with its name and value beside it."""
    values = [max(0.0, float(entry.value)) for entry in entries]
    total = max(sum(values), WHOLE) if percent else sum(values)
    if total <= 0.0:
        return FittedDonut(rect=place)
    diameter = min(place.w * RING_SHARE[0], place.h * RING_SHARE[1], LARGEST) // UNIT * UNIT
    ring = Ring(place.x + place.w / 2, place.y + place.h / 2, diameter / 2, diameter * (0.5 - THICKNESS))
    turns = sectors([value / total for value in values])
    room = place.w / 2 - ring.outer - 2 * ELBOW - LEAD
    palette = env.style.series or (env.style.accent,)
    colours = [palette[k % len(palette)] for k in range(len(entries))]
    settings = [
        set_text(_named(entry, env), env, room, "caption", emphasis=colour, align="left")
        for entry, colour in zip(entries, colours, strict=True)
    ]
    sizes = [(setting.block.width, setting.block.height) for setting in settings]
    around = callouts(ring, [start + sweep / 2 for start, sweep in turns], sizes, place)
    found = []
    for entry, (start, sweep), colour, setting, callout in zip(entries, turns, colours, settings, around, strict=True):
        shape = ring.arc(*drawn(start, sweep, ring.outer, 1.0, alone=len(entries) == 1))
        leader = ShapeMark(key=f"leader.{entry.key}", shape=callout.leader, stroke=colour, width=OUTLINE)
        words: TextMark = setting.mark(f"name.{entry.key}", callout.x, callout.y)
        mark = ShapeMark(key=f"sector.{entry.key}", shape=shape, fill=colour, datum=entry.datum)
        found.append(Sector(mark, start, sweep, (leader, words)))
    high = max(
        sum(size[1] for size, c in zip(sizes, around, strict=True) if c.leftward == side) for side in (False, True)
    )
    track = ShapeMark(key="track", shape=ring.arc(0.0, FULL), fill=env.style.faint)
    return FittedDonut(
        rect=place,
        overflow=high > place.h + 0.5 or any(width > room + 0.5 for width, _ in sizes),
        findings=_findings(entries, env),
        ring=ring,
        sectors=tuple(found),
        fixed=(track,) if percent else (),
    )


def _named(entry: Entry, env: Env) -> Text:
    """The figure, and the name on the next line, a language; the figure is the emphasis."""
    said = dict(entry.said)
    once = next(iter(said.values()), "")
    lines: list[tuple[str, str]] = []
    for language in env.languages:
        name = entry.label.pick(language, env.fallbacks)[1]
        figure = said.get(language, "" if lines else once)
        lines.append((language, f"=={figure}==\n{name}" if figure else name))
    return as_text(lines)


def _findings(entries: tuple[Entry, ...], env: Env) -> tuple[Finding, ...]:
    """What is wrong with the names, which are set only together with their figures."""
    wordings = (w for entry in entries for w in resolve(entry.label, env.facts, env.languages, env.fallbacks))
    return tuple(dict.fromkeys(finding for wording in wordings for finding in wording.findings))


def _out_of_range(entries: tuple[Entry, ...], *, whole: bool) -> tuple[Finding, ...]:
    values = [float(entry.value) for entry in entries]
    most = WHOLE + 0.5 if whole else math.inf
    if not values or (min(values) >= 0.0 and 0.0 < sum(values) <= most):
        return ()
    return (
        Finding(
            code="donut-range",
            path="items" if len(entries) > 1 else "",
            message=Message("这些数凑不成一个整体", "these values do not make parts of a whole"),
            hint=Message(
                "环形图要非负的数；百分比合起来不超过100",
                "a donut takes values from 0 up; percentages add up to 100 at most",
            ),
        ),
    )


ELEMENT = Donut
