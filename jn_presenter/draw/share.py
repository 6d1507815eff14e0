"""One figure as its share of a ring: the figure in the middle, what it is beneath, and the target still ahead of it."""

import math

from msgspec import Struct

from jn_presenter.draw.entries import Entry
from jn_presenter.draw.figures import as_text, known_unit, target_words
from jn_presenter.draw.grid import UNIT
from jn_presenter.draw.numbers import counts
from jn_presenter.draw.numeral import LADDER, UNDER, ladder, set_numeral
from jn_presenter.draw.rings import FULL, Ring
from jn_presenter.draw.round_chart import FittedRound, Numerals, Sector, sector_mark
from jn_presenter.draw.setting import SECOND, set_text
from jn_presenter.draw.tags import Tag, flow, note_tag, target_tag
from jn_presenter.draw.targets import fact_tags
from jn_presenter.draw.words import NO_DATA, said
from jn_presenter.model.element import Env
from jn_presenter.model.fact import Fact
from jn_presenter.model.fields import Number
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import ShapeMark
from jn_presenter.model.style import SMALLEST_PX
from jn_presenter.model.text import Text

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
TICK = 2.0
"""Degrees that a target takes which lies within what is reached."""


class Turn(Struct, frozen=True, kw_only=True):
    """A figure on its way round a ring: itself, None where it is missing, the whole, and a target ahead of it."""

    key: str
    label: Text
    entry: Entry | None
    whole: Number
    goal: Entry | None = None
    part: int = 0

    def share(self, entry: Entry) -> float:
        """0..1 of the whole."""
        return min(1.0, max(0.0, float(entry.value / self.whole)))


def share(turn: Turn, place: Rect, env: Env, *, counted: bool = True) -> FittedRound:
    """The ring in the place, the number inside, the label and small print beneath."""
    entry = turn.entry
    label = set_text(turn.label, env, place.w, "body", align="centre")
    tags = _tags(turn, env, place.w)
    beneath = LABEL_GAP + label.block.height + (TAG_GAP + flow(tags, 0.0, 0.0, place.w, "centre")[1] if tags else 0.0)
    diameter = max(LEAST, min(place.w, place.h - beneath, LARGEST)) // UNIT * UNIT
    top = place.y + max(0.0, (place.h - diameter - beneath) * LIFT) // UNIT * UNIT
    ring = Ring(place.x + place.w / 2, top + diameter / 2, diameter / 2, diameter * (0.5 - THICKNESS))
    y = top + diameter + LABEL_GAP
    below, _ = flow(tags, place.x, y + label.block.height + TAG_GAP, place.w, "centre")
    track = ShapeMark(key="track", shape=ring.arc(0.0, FULL), fill=env.style.faint)
    numerals, clear = _inside(entry, ring, env) if entry else ((), True)
    return FittedRound(
        rect=place,
        overflow=not clear or top + diameter + beneath > place.bottom + 0.5,
        findings=label.findings,
        sectors=turned(turn, ring, FULL, env.style.accent, env),
        numerals=numerals,
        counts=counted,
        fixed=(track, label.mark("label", place.x, y), *below),
    )


def turned(turn: Turn, ring: Ring, full: float, colour: str, env: Env) -> tuple[Sector, ...]:
    """What is reached, and from there to the target the outlined rest; `full` degrees are the whole."""
    entry, goal = turn.entry, turn.goal
    if entry is None:
        return ()
    sweep = full * turn.share(entry)
    mark = sector_mark(f"sector.{turn.key}", ring, 0.0, sweep, colour, entry.datum, target=entry.target)
    found = [Sector(mark=mark, ring=ring, start=0.0, sweep=sweep, part=turn.part, alone=True)]
    if goal is not None:
        end = full * turn.share(goal)
        start = sweep if end > sweep else max(0.0, end - TICK)
        # A target that lies within what is reached is a mark on it, in the ink that is seen on its colour.
        ink = colour if end > sweep else env.style.ink
        ahead = sector_mark(f"goal.{turn.key}", ring, start, end - start, ink, goal.datum, target=True)
        found.append(Sector(mark=ahead, ring=ring, start=start, sweep=end - start, part=turn.part, alone=True))
    return tuple(found)


def goal_words(goal: Entry, env: Env) -> Text:
    """目标（至2025年）80%, Target (to 2025) 80%."""
    tags = target_words(goal.due, env.facts, env.languages).variants
    figures = dict(goal.words.variants)
    return as_text((language, f"{tag}{'' if tag.endswith('）') else ' '}{figures[language]}") for language, tag in tags)


def counts_up(entry: Entry, unit: Text | None, env: Env) -> bool:
    """Whether the figure counts up on its way in; see draw/numbers.py."""
    known = known_unit(unit, env.facts)
    own = Fact(id="", kind="achieved", label=Text(()), value=entry.value, unit=known.id if known else "")
    fact = env.facts.get(entry.datum.fact) or own
    return counts(fact, env.facts.unit(fact))


def _tags(turn: Turn, env: Env, width: float) -> list[Tag]:
    if turn.entry is None:
        return [note_tag("missing", said(NO_DATA, env.languages), env, width)]
    fact = env.facts.get(turn.entry.datum.fact)
    if fact is not None:
        tags = fact_tags(fact, env, width)
    elif turn.entry.target:
        tags = [target_tag("target", target_words("", env.facts, env.languages), env, width)]
    else:
        tags = []
    if turn.goal is not None:
        tags.append(target_tag("due", goal_words(turn.goal, env), env, width))
    return tags


def _inside(entry: Entry, ring: Ring, env: Env) -> tuple[Numerals, bool]:
    """The figure in the middle of the ring, one a language, at the largest size at which it is clear of the ring.

    And whether it is: at the smallest size it may not be.
    """
    most = ladder(2 * ring.outer * NUMBER) * env.scale
    placed: Numerals = ()
    for size in (most, *(step for step in LADDER if step < most)):
        placed = _stacked(entry, ring, max(SMALLEST_PX, size), env)
        if all(_clear(x, y, numeral.width, numeral.rise, numeral.size, ring) for x, y, numeral in placed):
            return placed, True
    return placed, False


def _clear(x: float, y: float, width: float, rise: float, size: float, ring: Ring) -> bool:
    high = max(ring.cy - y + rise, y - ring.cy)
    return width <= 2 * ring.inner * INSIDE and math.hypot(width / 2, high) <= ring.inner - UNDER * size / 2


def _stacked(entry: Entry, ring: Ring, size: float, env: Env) -> Numerals:
    """As one block about the centre."""
    numerals = []
    for k, (language, words) in enumerate(entry.said):
        px = max(SMALLEST_PX, size * (SECOND if k else 1.0))
        colours = (env.style.quiet, env.style.quiet) if k else (env.style.ink, env.style.ink)
        numerals.append(set_numeral(words, language, env, px, 2 * ring.inner * INSIDE, *colours))
    gap = 0.3 * numerals[-1].size
    y = ring.cy - (sum(numeral.rise for numeral in numerals) + gap * (len(numerals) - 1)) / 2
    placed = []
    for numeral in numerals:
        placed.append((ring.cx - numeral.width / 2, y + numeral.rise, numeral))
        y += numeral.rise + gap
    return tuple(placed)
