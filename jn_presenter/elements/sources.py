"""The sources of all facts."""

from decimal import Decimal

from jn_presenter.draw.bars import Bars, Row, lay_out
from jn_presenter.draw.cells import Cell, Manner
from jn_presenter.draw.compact import set_compact
from jn_presenter.draw.grid import UNIT, anchored
from jn_presenter.draw.growth import grown, zero_line
from jn_presenter.draw.ledger import FACTS, Count, breakdown, ledger, total, total_words
from jn_presenter.draw.motion import ease_out, faded, mix, staggered
from jn_presenter.draw.ruled import set_table
from jn_presenter.draw.setting import set_text
from jn_presenter.draw.sheet import Sheet, SheetRow
from jn_presenter.draw.words import said
from jn_presenter.model.element import Element, Env, Fitted, Phase
from jn_presenter.model.fact import Source
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import AnyMark, Datum
from jn_presenter.model.problem import Finding
from jn_presenter.model.style import Style
from jn_presenter.model.text import Message, plain

BESIDE = {"one": 96.0, "stacked": 56.0}
"""The most px from one bar to the next where names stand beside the bars: stacked languages then share a line."""
ABOVE = (112.0, 168.0)
"""The least px for which names stand above the bars where there is the height for it, and the most."""
LONGEST = 1216.0
"""The bars with their names and values are at most so wide, in px."""
TOTAL_GAP = 8.0
"""From the publisher to how many facts there are, in px."""
BELOW = 40.0
"""From there to the bars, in px."""
PALE = 0.4
"""How far the colour of what is neither reached nor a target is from that of quiet text to that of the ground."""


class SourceList(Element, frozen=True, kw_only=True):
    """Who published the facts, in full, and how many facts there are: reached with and without a date, targets, others.

    Counted by the program from facts.yaml. One source has a bar for each kind; several have a row each.
    """

    about = "资料来源：数据由谁公布，共有多少项，各有无日期"

    def fit(self, rect: Rect, env: Env) -> "FittedSources":
        sources = tuple(env.facts.sources.values())
        if not sources:
            return FittedSources(rect=rect, findings=(_without(),))
        return _one(sources[0], rect, env) if len(sources) == 1 else _several(sources, rect, env)


class FittedSources(Fitted, frozen=True, kw_only=True):
    """What stands still, and the bars of a single source with their counts and colours."""

    still: tuple[AnyMark, ...] = ()
    bars: Bars = Bars(rows=(), zero=0.0)
    counts: tuple[Count, ...] = ()
    colours: tuple[str, ...] = ()
    axis: str = ""
    stagger: float = 0.0

    def marks(self, phase: Phase) -> tuple[AnyMark, ...]:
        presence = ease_out(phase.presence())
        if presence <= 0.0:
            return ()
        shown: list[AnyMark] = [*self.still, *zero_line(self.bars, self.axis)]
        shown += (row.name for row in self.bars.rows)
        for k, (row, count, colour) in enumerate(zip(self.bars.rows, self.counts, self.colours, strict=True)):
            length = ease_out(staggered(phase.progress(), k, len(self.counts), self.stagger))
            if length > 0.0:
                target = count.category.kind == "target"
                shown += grown(f"bar.{count.category.key}", row, length, colour, count.datum, target=target)
        return tuple(faded(mark, presence) for mark in shown)


def _one(source: Source, rect: Rect, env: Env) -> FittedSources:
    """The publisher as a heading, and a bar for each kind of fact."""
    counts = ledger(env.facts, source.id)
    width = min(rect.w, LONGEST)
    name = set_text(source.publisher, env, rect.w, "lead", bold=True, balance=True, align="left")
    words = total_words(counts, env.languages)
    (number,) = set_compact((words,), env, rect.w, "caption", colour=env.style.quiet)
    head = name.block.height + TOTAL_GAP + number.block.height
    room = len(counts) * _pitch((rect.h - head - BELOW) / max(1, len(counts)), rect, env)
    top = anchored(rect, head + BELOW + room, env.anchor) // UNIT * UNIT
    place = Rect(rect.x, top + head + BELOW, width, room)
    placed = lay_out([_row(count, env) for count in counts], place, env)
    return FittedSources(
        rect=rect,
        overflow=placed.overflow or head > rect.h + 0.5 or max(name.block.width, number.block.width) > rect.w + 0.5,
        findings=(*name.findings, *placed.findings),
        still=(name.mark("publisher", rect.x, top), number.mark("total", rect.x, top + name.block.height + TOTAL_GAP)),
        bars=placed,
        counts=counts,
        colours=tuple(_colour(count, env.style) for count in counts),
        axis=env.style.faint,
        stagger=env.style.motion.stagger,
    )


def _pitch(most: float, rect: Rect, env: Env) -> float:
    """From one bar to the next, at most `most` px."""
    stacked = len(env.languages) > 1
    if (stacked or rect.h > rect.w) and most >= ABOVE[0]:
        return min(most, ABOVE[1])
    return max(0.0, min(most, BESIDE["stacked" if stacked else "one"]))


def _row(count: Count, env: Env) -> Row:
    words = said(count.category.words, env.languages)
    return Row(count.category.key, words, float(count.number), plain(str(count.number)))


def _colour(count: Count, style: Style) -> str:
    """The accent for what is reached and for targets, which are hatched in it; all else is pale."""
    if count.category.kind in ("achieved", "target"):
        return style.accent
    return mix(style.quiet, style.ground[0], PALE)


def _several(sources: tuple[Source, ...], rect: Rect, env: Env) -> FittedSources:
    """A row for each source: the publisher, beneath it its facts by kind, and at the right how many there are."""
    rows = tuple(_line(source, env) for source in sources)
    heads = (Cell(key="head.publisher"), Cell(key="head.total", text=said(FACTS, env.languages), quiet=True))
    table = set_table(Sheet(heads, rows), rect, Manner("body"), env)
    return FittedSources(
        rect=rect,
        overflow=table.excess > 0.5,
        findings=table.findings,
        still=(*table.head, *(mark for _, marks in table.rows for mark in marks)),
    )


def _line(source: Source, env: Env) -> SheetRow:
    counts = ledger(env.facts, source.id)
    label = source.publisher.pick(env.languages[0], env.fallbacks)[1]
    name = Cell(key=f"publisher.{source.id}", text=source.publisher, bold=True, tag=breakdown(counts, env.languages))
    number = Cell(
        key=f"total.{source.id}",
        text=plain(str(total(counts))),
        figure=True,
        datum=Datum(value=Decimal(total(counts)), label=label),
    )
    return SheetRow(0, source.id, (name, number))


def _without() -> Finding:
    return Finding(
        code="no-sources",
        message=Message("facts.yaml 里没有写来源", "facts.yaml names no source"),
        hint=Message(
            "在 facts.yaml 的 sources 里写明出处", "name who published the facts, under sources in facts.yaml"
        ),
    )


ELEMENT = SourceList
