"""A bar chart."""

from typing import Annotated

from msgspec import Meta, Struct

from jn_presenter.draw.bars import Bars, Row, lay_out
from jn_presenter.draw.entrance import appearance, entrance
from jn_presenter.draw.entries import Entry, exactly_one, fact_entries, item_entries, table
from jn_presenter.draw.figures import as_text, target_words
from jn_presenter.draw.growth import grown, zero_line
from jn_presenter.draw.motion import faded
from jn_presenter.draw.tags import target_tag, under_badge
from jn_presenter.model.element import Element, Env, Fitted, Phase, Table
from jn_presenter.model.fields import FactId, Number, doc
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import AnyMark
from jn_presenter.model.text import Text

MOST = 40
"""Bars; more than can be read, few enough to be laid out without delay."""
TAG_GAP = 16.0


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
        shown: list[AnyMark] = [faded(mark, frame) for mark in (*self.fixed, *zero_line(self.bars, self.axis))]
        for entry, row in zip(self.entries, self.bars.rows, strict=True):
            length = entrance(phase, entry.part, self.count, self.stagger)
            named = appearance(phase, entry.part, self.count, self.stagger)
            if named > 0.0:
                shown.append(faded(row.name, named))
            if length > 0.0:
                key = f"bar.{entry.key}"
                shown += grown(key, row, length, self.colour, entry.datum, target=entry.target, near=entry.near)
        return tuple(shown)


def _row(entry: Entry, env: Env, *, tagged: bool) -> Row:
    """What is to be placed; where not all bars are the same target, each target has its tag at its value."""
    words = entry.words
    if tagged:
        tags = dict(target_words(entry.due, env.facts, env.languages).variants)
        words = as_text((language, f"{figure}\n{tags[language]}") for language, figure in words.variants)
    return Row(entry.key, entry.label, float(entry.value), words)


ELEMENT = BarChart
