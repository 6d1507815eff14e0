"""A funnel."""

from itertools import pairwise
from typing import ClassVar

from jn_presenter.draw.cascade import cascade
from jn_presenter.draw.chart import Chart
from jn_presenter.draw.dataset import Category
from jn_presenter.draw.entrance import appearance
from jn_presenter.draw.entries import Entry
from jn_presenter.draw.motion import faded
from jn_presenter.draw.parts_of import amounts, rows_of, said_of, too_many
from jn_presenter.draw.shades import tinted
from jn_presenter.draw.stages import PlacedStage, Stage, Stages, lay_out
from jn_presenter.draw.tags import OUTLINE, under_badge
from jn_presenter.draw.words import NO_DATA, said
from jn_presenter.model.element import Env, Fitted, Phase
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import AnyMark, Box, ShapeMark
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message

KIND = Message("漏斗图", "funnel")
INSTEAD = Message("条形图 bar", "bar chart")
MOST = 12
"""Stages; with more of them it is no way that somebody goes."""
NECK = 0.22
"""How much of the accent the surface between two stages has."""


class Funnel(Chart, frozen=True, kw_only=True):
    """The stages of a way from top to bottom, as wide as their amounts, and the share that goes on from each to the
    next.
    """

    about = "漏斗图：从上到下的各个阶段，宽度是数量，标出进入下一阶段的比例"
    negatives: ClassVar[bool] = False

    def fit(self, rect: Rect, env: Env) -> "FittedFunnel":
        found = self.dataset(env)
        place, badge = under_badge(rect, env, found.sample)
        _, wrong = amounts(found, KIND, INSTEAD)
        rows = [(category, entry) for category, entry in rows_of(self, found) if entry is None or entry.value >= 0]
        many = (too_many(len(rows), MOST, KIND, INSTEAD),) if len(rows) > MOST else ()
        stages = lay_out([_stage(category, entry, env) for category, entry in rows[:MOST]], place, env)
        return FittedFunnel(
            rect=rect,
            overflow=stages.overflow,
            findings=(*found.findings, *wrong, *many, *_widening(rows), *stages.findings),
            rows=tuple(rows[:MOST]),
            stages=stages,
            fixed=badge,
            parts=self.parts(),
            by_category=found.by == "category",
            colour=env.style.accent,
            pale=tinted(env.style.accent, env.style, NECK),
            faint=env.style.faint,
            stagger=env.style.motion.stagger,
        )


class FittedFunnel(Fitted, frozen=True, kw_only=True):
    """The stages in full, with their rows."""

    rows: tuple[tuple[Category, Entry | None], ...]
    stages: Stages
    fixed: tuple[AnyMark, ...]
    parts: int
    by_category: bool
    colour: str
    pale: str
    faint: str
    stagger: float

    def marks(self, phase: Phase) -> tuple[AnyMark, ...]:
        frame = max(appearance(phase, part, self.parts, 0.0) for part in range(self.parts))
        if frame <= 0.0:
            return ()
        shown: list[AnyMark] = [faded(mark, frame) for mark in self.fixed]
        words: list[AnyMark] = []
        for k, ((category, entry), placed) in enumerate(zip(self.rows, self.stages.stages, strict=True)):
            part, order, among = self._part(k, category, entry)
            named = appearance(phase, part, self.parts, self.stagger)
            if named > 0.0:
                words += (faded(mark, named) for mark in (placed.name, placed.words))
            t = cascade(phase, part, self.parts, order, among, self.stagger)
            if entry and t > 0.0:
                shown += self._grown(placed, entry, t)
            if placed.share and t > 0.0:
                words.append(faded(placed.share, t))
        return (*shown, *words)

    def _part(self, k: int, category: Category, entry: Entry | None) -> tuple[int, int, int]:
        """The part of the k-th stage, its place among those of the part, and how many these are."""
        if not self.by_category:
            return 0, k, len(self.rows)
        return (entry.part if entry else int(category.key)), 0, 1

    def _grown(self, placed: PlacedStage, entry: Entry, t: float) -> tuple[AnyMark, ...]:
        """The bar as wide as it is at t, about the axis; what leads to it comes with it."""
        shown: list[AnyMark] = []
        if placed.neck:
            shown.append(ShapeMark(key=f"neck.{entry.key}", shape=placed.neck, fill=self.pale, opacity=t))
        if placed.guide:
            line = ShapeMark(key=f"guide.{entry.key}", shape=placed.guide, stroke=self.faint, width=OUTLINE, opacity=t)
            shown.append(line)
        if placed.bar:
            full = placed.bar
            edge = OUTLINE / 2 if entry.target else 0.0
            width = max(0.0, full.w * t - 2 * edge)
            box = Box(self.stages.axis - width / 2, full.y + edge, width, full.h - 2 * edge)
            shown.append(
                ShapeMark(
                    key=f"stage.{entry.key}",
                    shape=box,
                    fill=None if entry.target else self.colour,
                    hatch=self.colour if entry.target else None,
                    stroke=self.colour if entry.target else None,
                    width=OUTLINE if entry.target else 0.0,
                    datum=entry.datum,
                )
            )
        return tuple(shown)


def _stage(category: Category, entry: Entry | None, env: Env) -> Stage:
    words = said_of(entry, env) if entry else said(NO_DATA, env.languages)
    return Stage(category.key, category.label, words, entry.value if entry else None)


def _widening(rows: list[tuple[Category, Entry | None]]) -> tuple[Finding, ...]:
    """That a stage is larger than the one before it: then these are no stages of one way."""
    entries = [entry for _, entry in rows if entry]
    wider = next((after for before, after in pairwise(entries) if after.value > before.value), None)
    if wider is None:
        return ()
    zh, en = (wider.label.pick(language, ("zh", "en"))[1] for language in ("zh", "en"))
    return (
        Finding(
            code="widening-funnel",
            path="data",
            severity="warning",
            message=Message(f"“{zh}”比上一级还大", f"“{en}” is larger than the stage before it"),
            hint=Message("漏斗图逐级变少；否则请用条形图 bar", "a funnel gets narrower; else use a bar chart"),
        ),
    )


ELEMENT = Funnel
