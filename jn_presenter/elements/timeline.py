"""A timeline."""

from collections.abc import Iterator
from itertools import product
from typing import Annotated, ClassVar

from msgspec import Meta, Struct, structs

from jn_presenter.draw.entrance import reached
from jn_presenter.draw.events import Event, Words, date_width, event_words, events_of
from jn_presenter.draw.figures import fact_datum
from jn_presenter.draw.grid import UNIT, anchored
from jn_presenter.draw.motion import faded
from jn_presenter.draw.tags import OUTLINE
from jn_presenter.draw.timeaxis import TimeAxis, down, in_lanes, in_proportion, in_turns, stretch
from jn_presenter.draw.typography import ASCENT
from jn_presenter.model.element import Element, Env, Fitted, Phase, Table
from jn_presenter.model.fields import FactId, doc
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import AnyMark, Arc, Datum, Path, ShapeMark
from jn_presenter.model.problem import Finding
from jn_presenter.model.style import Role

MOST = 24
"""Events; more than find room on any canvas."""
WIDE_FROM = 1.1
"""Width to height of the rectangle from which time goes from left to right; below, from top to bottom."""
NODE = 11.0
"""Radius of an event's node in px."""
LINE = 4.0
AHEAD = (10.0, 8.0)
"""Dash and gap of the line towards a target, in px."""
BREAK = (16.0, 20.0)
"""Where the line is out of proportion: the gap in it and the height of its two strokes, in px."""
GUTTER = 32.0
"""Between the words of two events, in px."""
TURNS_FROM = 3
"""Events from which words stand by turns below and above the line, each with room for longer lines."""
LAST = 0.38
"""How much of the width the words of the last event may take up then, in units of the rectangle's."""
LEAST_WIDTH = 7.0
"""The words of an event are at least so wide, in units of the label's size."""
HANG = 24.0
"""From the line to the words, in px."""
INDENT = 56.0
"""From the left edge to the words, where time goes down, in px."""
ROLES: tuple[tuple[Role, Role], ...] = (("lead", "body"), ("body", "caption"))
"""Roles of date and label: the larger ones where there is room."""
ARRIVED = 0.5
"""An event's words appear over the last part of the way to it."""


class Timeline(Element, frozen=True, kw_only=True):
    """Dated facts on a line through time; the way to a target is dashed, its node open and its words tagged."""

    about = "时间线：有日期的数据沿时间排列；通向目标的一段是虚线"
    short: ClassVar[str] = "facts"

    facts: Annotated[
        tuple[FactId, ...], doc("有日期的数据的代号", "ids of facts that have a date"), Meta(max_length=MOST)
    ]

    def parts(self) -> int:
        return max(1, len(self.facts))

    def fit(self, rect: Rect, env: Env) -> "FittedTimeline":
        events, findings = events_of(self.facts, env)
        fitted = FittedTimeline(rect=rect)
        for fitted in _ways(events, rect, env):
            if not fitted.overflow:
                break
        return structs.replace(
            fitted, findings=(*findings, *fitted.findings), count=self.parts(), accent=env.style.accent
        )

    def as_table(self, env: Env) -> Table:
        return Table(columns=("", ""), rows=tuple((f"<{name}.date>", f"<{name}.label>") for name in self.facts))


class Stop(Struct, frozen=True):
    """An event on the line: its place, its words, and the way to it from the stop before."""

    part: int
    key: str
    x: float
    y: float
    target: bool
    datum: Datum
    words: tuple[AnyMark, ...]
    broken: bool = False


class FittedTimeline(Fitted, frozen=True, kw_only=True):
    """The stops in order of time; `upright` where time goes from top to bottom."""

    stops: tuple[Stop, ...] = ()
    upright: bool = False
    count: int = 1
    accent: str = "#000000"

    def marks(self, phase: Phase) -> tuple[AnyMark, ...]:
        lines: list[AnyMark] = []
        nodes: list[AnyMark] = []
        order = [stop.part for stop in self.stops]
        for k, stop in enumerate(self.stops):
            way = reached(phase, stop.part, order)
            if way <= 0.0:
                continue
            if k:
                lines += self._line(self.stops[k - 1], stop, way)
            there = way if k == 0 else max(0.0, (way - ARRIVED) / (1.0 - ARRIVED))
            if there > 0.0:
                nodes += (faded(mark, there) for mark in (self._node(stop), *stop.words))
        return (*lines, *nodes)

    def _node(self, stop: Stop) -> ShapeMark:
        return ShapeMark(
            key=f"node.{stop.key}",
            shape=Arc(stop.x, stop.y, NODE, 0.0, 0.0, 360.0),
            fill=None if stop.target else self.accent,
            hatch=self.accent if stop.target else None,
            stroke=self.accent if stop.target else None,
            width=OUTLINE if stop.target else 0.0,
            datum=stop.datum,
        )

    def _line(self, before: Stop, stop: Stop, way: float) -> tuple[ShapeMark, ...]:
        """The way between two stops, drawn as far as `way`; it ends at the edges of the open nodes."""
        start, end = (before.y, stop.y) if self.upright else (before.x, stop.x)
        start, end = start + NODE * before.target, end - NODE * stop.target
        pieces = stretch(start, end, stop.broken, BREAK[0], way)
        segments = []
        for a, b in pieces:
            segments += [("M", self._point(stop, a)), ("L", self._point(stop, b))]
        line = ShapeMark(
            key=f"line.{stop.key}",
            shape=Path(tuple(segments)),
            stroke=self.accent,
            width=LINE,
            dash=AHEAD if stop.target else (),
        )
        return (line, *self._break(stop, (start + end) / 2)) if stop.broken and len(pieces) > 1 else (line,)

    def _break(self, stop: Stop, middle: float) -> tuple[ShapeMark]:
        """Two slanted strokes in the gap of the line: the sign that the scale is another from here on."""
        segments = []
        for edge in (middle - BREAK[0] / 2, middle + BREAK[0] / 2):
            for op, lean in (("M", -0.5), ("L", 0.5)):
                x, y = self._point(stop, edge - lean * BREAK[0] / 2)
                off = lean * BREAK[1]
                segments.append((op, (x + off, y) if self.upright else (x, y + off)))
        return (ShapeMark(key=f"break.{stop.key}", shape=Path(tuple(segments)), stroke=self.accent, width=OUTLINE),)

    def _point(self, stop: Stop, along: float) -> tuple[float, float]:
        return (stop.x, along) if self.upright else (along, stop.y)


def _ways(events: list[Event], rect: Rect, env: Env) -> Iterator[FittedTimeline]:
    """The timeline in one way after another, the best first: large before small, in proportion before evenly."""
    if not events:
        return
    if rect.w < WIDE_FROM * rect.h:
        yield from (_down(events, rect, env, roles, paused) for roles, paused in product(ROLES, (True, False)))
        return
    times = [event.time for event in events]
    start, end = rect.x + NODE, rect.right + GUTTER
    leasts = [
        max(LEAST_WIDTH * env.font(label).size, *(date_width(event, env, date) for event in events)) + GUTTER
        for date, label in ROLES
    ]
    for roles, least in zip(ROLES, leasts, strict=True):
        wanted = event_words(events[-1], LAST * rect.w, env, roles).width + GUTTER
        if len(events) >= TURNS_FROM and (axis := in_turns(times, start, end, least, wanted)):
            yield _across(events, rect, env, roles, axis, least, lanes=2)
        if axis := in_proportion(times, start, end, least):
            yield _across(events, rect, env, roles, axis, least)
        yield _across(events, rect, env, roles, in_lanes(times, start, end, least, 1), least)
    for roles, least in zip(ROLES, leasts, strict=True):
        yield _across(events, rect, env, roles, in_lanes(times, start, end, least, 2), least, lanes=2)


def _across(
    events: list[Event], rect: Rect, env: Env, roles: tuple[Role, Role], axis: TimeAxis, least: float, lanes: int = 1
) -> FittedTimeline:
    """Time from left to right; the words hang from the line, with two lanes by turns below and above it."""
    edges = (*axis.places, *(rect.right + GUTTER,) * lanes)
    columns = [edges[k + lanes] - edges[k] - GUTTER for k in range(len(events))]
    words = [event_words(event, column, env, roles) for event, column in zip(events, columns, strict=True)]
    above = max((block.height for block in words[1::2]), default=0.0) if lanes == 2 else 0.0
    below = max((block.height for block in words[::lanes]), default=0.0)
    head = above + HANG if above else NODE
    needed = head + HANG + below
    y = head + anchored(rect, needed, "middle") // UNIT * UNIT
    stops = []
    for k, (event, block, x) in enumerate(zip(events, words, axis.places, strict=True)):
        top = y - HANG - block.height if lanes == 2 and k % 2 else y + HANG
        stops.append(_stop(event, axis, k, x, y, block.marks(event.fact.id, env, x - NODE, top), env))
    tight = min(columns) < least - GUTTER - 0.5 or any(block.width > block.column + 0.5 for block in words)
    overflow = tight or needed > rect.h + 0.5
    return FittedTimeline(rect=rect, overflow=overflow, findings=_findings(words), stops=tuple(stops))


def _down(events: list[Event], rect: Rect, env: Env, roles: tuple[Role, Role], paused: bool) -> FittedTimeline:
    """Time from top to bottom, the words beside the line."""
    width = rect.w - INDENT
    words = [event_words(event, width, env, roles, paused=paused) for event in events]
    heights = [block.height for block in words]
    axis = down([event.time for event in events], heights, rect.y, rect.bottom, GUTTER)
    size = env.font(roles[0]).size
    stops = []
    for k, (event, block, top) in enumerate(zip(events, words, axis.places, strict=True)):
        middle = top + block.settings[0][1].block.lines[0].y - (ASCENT - 0.5) * size
        marks = block.marks(event.fact.id, env, rect.x + INDENT, top)
        stops.append(_stop(event, axis, k, rect.x + NODE + OUTLINE / 2, middle, marks, env))
    bottom = axis.places[-1] + heights[-1]
    return FittedTimeline(
        rect=rect,
        overflow=bottom > rect.bottom + 0.5 or any(block.width > width + 0.5 for block in words),
        findings=_findings(words),
        stops=tuple(stops),
        upright=True,
    )


def _stop(event: Event, axis: TimeAxis, k: int, x: float, y: float, words: tuple[AnyMark, ...], env: Env) -> Stop:
    fact = event.fact
    return Stop(
        part=event.part,
        key=fact.id,
        x=x,
        y=y,
        target=fact.kind == "target",
        datum=fact_datum(fact, env.languages),
        words=words,
        broken=k > 0 and axis.broken[k - 1],
    )


def _findings(words: list[Words]) -> tuple[Finding, ...]:
    settings = [setting for block in words for _, setting in block.settings]
    return tuple(dict.fromkeys(finding for setting in settings for finding in setting.findings))


ELEMENT = Timeline
