"""A bar chart."""

from typing import Annotated

from msgspec import Meta, Struct, structs

from jn_presenter.draw.bars import Bars, PlacedRow, Row, lay_out
from jn_presenter.draw.entrance import appearance, entrance
from jn_presenter.draw.entries import Entry, exactly_one, fact_entries, item_entries, table
from jn_presenter.draw.figures import as_text, target_words
from jn_presenter.draw.motion import faded
from jn_presenter.draw.tags import OUTLINE, target_tag, under_badge
from jn_presenter.model.element import Element, Env, Fitted, Phase, Table
from jn_presenter.model.fields import FactId, Number, doc
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import AnyMark, Box, Path, ShapeMark
from jn_presenter.model.text import Text

MOST = 40
"""Bars; more than can be read, few enough to be laid out without delay."""
TAG_GAP = 16.0
OPEN_END = (6.0, 6.0)
"""Dash and gap at the end of a bar that is just short of what its words name, in px."""
SHORT = 24.0
"""The dashed end of such a bar, in px."""
ZERO_RISE = 8.0
"""The line at zero stands out so far above the first bar and below the last, in px."""


class BarItem(Struct, frozen=True, kw_only=True):
    """One bar that no fact stands for."""

    label: Annotated[Text, doc("名称", "name")]
    value: Annotated[Number, doc("数值", "value")]
    target: Annotated[bool, doc("是否目标", "whether it is a target")] = False


class BarChart(Element, frozen=True, kw_only=True):
    """Horizontal bars on one scale from zero, in the order given; targets are outlined and hatched."""

    facts: Annotated[tuple[FactId, ...], doc("数据的代号", "ids of facts"), Meta(max_length=MOST)] = ()
    items: Annotated[
        tuple[BarItem, ...], doc("没有对应数据的条目", "bars that no fact stands for"), Meta(max_length=MOST)
    ] = ()
    unit: Annotated[
        Text | None,
        doc(
            "items的单位：facts.yaml中单位的代号，或一段文字", "unit of items: the id of a unit in facts.yaml, or words"
        ),
    ] = None
    sample: Annotated[bool, doc("是否示例数据", "whether the data is made up")] = False

    def parts(self) -> int:
        return max(1, len(self.facts or self.items))

    def fit(self, rect: Rect, env: Env) -> "FittedBars":
        place, badge = under_badge(rect, env, self.sample)
        entries, findings = fact_entries(self.facts, env, sample=self.sample)
        if not self.facts:
            items = ((item.label, item.value, item.target) for item in self.items)
            entries = item_entries(items, self.unit, env, sample=self.sample)
        fixed = list(badge)
        dues = {entry.due for entry in entries if entry.target}
        once = len(dues) == 1 and all(entry.target for entry in entries)
        if once:
            tag = target_tag("target", target_words(next(iter(dues)), env.facts, env.languages), env, place.w)
            fixed += tag.at(place.x, place.y)
            place = Rect(place.x, place.y + tag.height + TAG_GAP, place.w, place.h - tag.height - TAG_GAP)
        bars = lay_out([_row(entry, env, tagged=entry.target and not once) for entry in entries], place, env)
        return FittedBars(
            rect=rect,
            overflow=bars.overflow,
            findings=(*exactly_one(bool(self.facts), bool(self.items), ("facts", "items")), *findings, *bars.findings),
            bars=bars,
            entries=entries,
            count=self.parts(),
            colour=env.style.accent,
            axis=env.style.faint,
            fixed=tuple(fixed),
            stagger=env.style.motion.stagger,
        )

    def data(self) -> Table:
        return table(self.facts, ((item.label, item.value) for item in self.items))


class FittedBars(Fitted, frozen=True, kw_only=True):
    """The bars at full length; `count` parts, of which those without a value have no entry."""

    bars: Bars
    entries: tuple[Entry, ...]
    count: int
    colour: str
    axis: str
    fixed: tuple[AnyMark, ...]
    stagger: float

    def marks(self, phase: Phase) -> tuple[AnyMark, ...]:
        frame = max(appearance(phase, part, self.count, 0.0) for part in range(self.count))
        if frame <= 0.0:
            return ()
        shown: list[AnyMark] = [faded(mark, frame) for mark in (*self.fixed, *self._zero())]
        for entry, row in zip(self.entries, self.bars.rows, strict=True):
            grown = entrance(phase, entry.part, self.count, self.stagger)
            named = appearance(phase, entry.part, self.count, self.stagger)
            if named > 0.0:
                shown.append(faded(row.name, named))
            if grown > 0.0:
                shown += _grown(entry, row, grown, self.colour)
        return tuple(shown)

    def _zero(self) -> tuple[ShapeMark, ...]:
        """The hairline that the bars start from."""
        if not self.bars.rows:
            return ()
        first, last = self.bars.rows[0].bar, self.bars.rows[-1].bar
        top, bottom = first.y - ZERO_RISE, last.y + last.h + ZERO_RISE
        line = Box(round(self.bars.zero) - OUTLINE, top, OUTLINE, bottom - top)
        return (ShapeMark(key="zero", shape=line, fill=self.axis, crisp=True),)


def _row(entry: Entry, env: Env, *, tagged: bool) -> Row:
    """What is to be placed; where not all bars are the same target, each target has its tag at its value."""
    words = entry.words
    if tagged:
        tags = dict(target_words(entry.due, env.facts, env.languages).variants)
        words = as_text((language, f"{figure}\n{tags[language]}") for language, figure in words.variants)
    return Row(entry.key, entry.label, float(entry.value), words)


def _grown(entry: Entry, row: PlacedRow, t: float, colour: str) -> tuple[AnyMark, ...]:
    """The bar at 0..1 of its length, its value travelling with its end."""
    full = row.bar
    length = full.w * t
    missing = full.w - length
    bar = Box(full.x + missing if row.leftward else full.x, full.y, length, full.h)
    value = structs.replace(row.value, dx=missing if row.leftward else -missing, opacity=t)
    key = f"bar.{entry.key}"
    if not entry.target and not entry.near:
        return ShapeMark(key=key, shape=bar, fill=colour, datum=entry.datum), value
    short = min(SHORT, bar.w) if entry.near else 0.0
    width = max(0.0, bar.w - short - OUTLINE / 2)
    inner = Box(bar.x + short * row.leftward, bar.y + OUTLINE / 2, width, bar.h - OUTLINE)
    body = ShapeMark(
        key=key,
        shape=inner,
        fill=None if entry.target else colour,
        hatch=colour if entry.target else None,
        stroke=colour,
        width=OUTLINE,
        datum=entry.datum,
    )
    return (body, _open_end(key, inner, short, row.leftward, colour), value) if entry.near else (body, value)


def _open_end(key: str, box: Box, short: float, leftward: bool, colour: str) -> ShapeMark:
    """The dashed end of a bar whose value is just short of what its words name: empty, up to the value."""
    start, end = (box.x, box.x - short) if leftward else (box.x + box.w, box.x + box.w + short)
    top, bottom = box.y, box.y + box.h
    edge = (("M", (start, top)), ("L", (end, top)), ("L", (end, bottom)), ("L", (start, bottom)))
    return ShapeMark(key=f"{key}.end", shape=Path(edge), stroke=colour, width=OUTLINE, dash=OPEN_END)


ELEMENT = BarChart
