"""A rose chart."""

import math
from collections.abc import Sequence
from typing import ClassVar

from msgspec import structs

from jn_presenter.draw.around import FULL, Around, around
from jn_presenter.draw.cascade import cascade
from jn_presenter.draw.chart import Chart
from jn_presenter.draw.dataset import Dataset
from jn_presenter.draw.entrance import appearance
from jn_presenter.draw.entries import Entry
from jn_presenter.draw.motion import faded
from jn_presenter.draw.naming import series_colours
from jn_presenter.draw.parts_of import negative, rows_of, too_many
from jn_presenter.draw.round_place import Key, key_of_swatches, round_place
from jn_presenter.draw.spoke_words import Spoke, SpokeWords, spokes_of
from jn_presenter.draw.tags import OUTLINE
from jn_presenter.model.element import Env, Fitted, Phase
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import AnyMark, Arc, ShapeMark, TextMark
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message

KIND = Message("玫瑰图", "rose chart")
INSTEAD = Message("条形图 bar", "bar chart")
MOST = 24
"""Wedges; narrower ones can neither be compared nor named."""
SEAM = (1.2, 0.06)
"""Between two wedges, at most: degrees, and the share of a wedge's angle."""
LEADER_FROM = 36.0
"""The least px between a wedge and its words from which a line leads from one to the other."""


class Rose(Chart, frozen=True, kw_only=True):
    """Amounts around a middle, as a year has its months: equal angles, and areas, not radii, as large as the values.

    The radius grows with the square root of the value, as in Florence Nightingale's diagrams (“Notes on Matters
    Affecting the Health, Efficiency, and Hospital Administration of the British Army”, 1858). Several series stand
    outside one another, so that each of their areas is its value too, and the whole wedge their sum.
    """

    about = "玫瑰图：围绕中心的数量，如一年各月；角度相等，面积是数值"
    negatives: ClassVar[bool] = False

    def fit(self, rect: Rect, env: Env) -> "FittedRose":
        found = self.dataset(env)
        spokes, wrong = self._shown(found)
        colours = series_colours(len(found.series), env.style)

        def legend(at: Rect, stacked: bool) -> Key:
            several = len(found.series) > 1
            return key_of_swatches(found.series, colours, found.unit, at, env, stacked=stacked) if several else Key()

        around_it = round_place(rect, env, found.sample, legend)
        key = around_it.key
        findings = (*found.findings, *wrong, *key.findings)
        if not spokes:
            return FittedRose(rect=rect, fixed=around_it.badge, findings=findings)
        words = SpokeWords(spokes, colours, env)
        turn = FULL / len(spokes)
        circle = around([turn * (k + 0.5) for k in range(len(spokes))], around_it.place, words)
        return FittedRose(
            rect=rect,
            overflow=circle.overflow or key.overflow,
            findings=(*findings, *words.findings),
            fixed=(*around_it.badge, *key.more),
            names=tuple(
                TextMark(key=f"name.{spoke.category.key}", lines=circle.lines(k)) for k, spoke in enumerate(spokes)
            ),
            spokes=spokes,
            largest=max(sum(_amounts(spoke)) for spoke in spokes),
            key=key,
            circle=circle,
            colours=colours,
            faint=env.style.faint,
            parts=self.parts(),
            by_category=found.by == "category",
            stagger=env.style.motion.stagger,
        )

    def _shown(self, found: Dataset) -> tuple[tuple[Spoke, ...], tuple[Finding, ...]]:
        """The wedges that are drawn, and what is wrong with the others. Negative values have no area."""
        findings: list[Finding] = []
        below = [entry for one in found.series for entry in one.entries if entry and entry.value < 0]
        if below:
            findings.append(negative(below, KIND, INSTEAD))
        spokes = spokes_of(rows_of(self, found), found)
        if len(spokes) > MOST:
            findings.append(too_many(len(spokes), MOST, KIND, INSTEAD))
        shown = (structs.replace(spoke, entries=tuple(_wedge(entry) for entry in spoke.entries)) for spoke in spokes)
        return tuple(shown)[:MOST], tuple(findings)


class FittedRose(Fitted, frozen=True, kw_only=True):
    """The wedges in full, clockwise from twelve o'clock; `largest` is the sum that reaches the rim."""

    fixed: tuple[AnyMark, ...]
    names: tuple[TextMark, ...] = ()
    spokes: tuple[Spoke, ...] = ()
    largest: float = 0.0
    key: Key = Key()
    circle: Around | None = None
    colours: tuple[str, ...] = ()
    faint: str = ""
    parts: int = 1
    by_category: bool = False
    stagger: float = 0.0

    def marks(self, phase: Phase) -> tuple[AnyMark, ...]:
        frame = max(appearance(phase, part, self.parts, 0.0) for part in range(self.parts))
        if frame <= 0.0:
            return ()
        shown: list[AnyMark] = [faded(mark, frame) for mark in self.fixed]
        for number, marks in enumerate(self.key.named):
            named = appearance(phase, number, self.parts, self.stagger) if self.parts > 1 else frame
            shown += (faded(mark, named) for mark in marks if named > 0.0)
        for k, (spoke, name) in enumerate(zip(self.spokes, self.names, strict=True)):
            named = appearance(phase, spoke.part, self.parts, self.stagger) if self.by_category else frame
            if named > 0.0:
                shown += (faded(mark, named) for mark in (*self._leader(k, spoke), name))
            shown += self._wedges(k, spoke, phase)
        return tuple(shown)

    def _wedges(self, k: int, spoke: Spoke, phase: Phase) -> list[AnyMark]:
        """The wedge with each of its areas at its share of the moment: area, not radius, grows evenly."""
        assert self.circle is not None
        circle = self.circle
        turn = FULL / len(self.spokes)
        seam = min(SEAM[0], turn * SEAM[1]) if len(self.spokes) > 1 else 0.0
        marks: list[AnyMark] = []
        inner = 0.0
        for number, (entry, colour) in enumerate(zip(spoke.entries, self.colours, strict=True)):
            t = self._entrance(phase, k, spoke, number)
            outer = inner + (float(entry.value) * t if entry else 0.0)
            if entry and outer > inner:
                arc = Arc(
                    circle.cx, circle.cy, self._radius(outer), self._radius(inner), turn * k + seam / 2, turn - seam
                )
                marks.append(_mark(entry, arc, colour))
            inner = outer
        return marks

    def _radius(self, amount: float) -> float:
        assert self.circle is not None
        return self.circle.radius * math.sqrt(amount / self.largest) if self.largest > 0.0 else 0.0

    def _leader(self, k: int, spoke: Spoke) -> tuple[AnyMark, ...]:
        """A line from a short wedge to its words."""
        assert self.circle is not None
        edge = self.circle.point(FULL / len(self.spokes) * (k + 0.5), self._radius(sum(_amounts(spoke))))
        line = self.circle.leader(k, edge, LEADER_FROM)
        if line is None:
            return ()
        return (ShapeMark(key=f"leader.{spoke.category.key}", shape=line, stroke=self.faint, width=OUTLINE),)

    def _entrance(self, phase: Phase, k: int, spoke: Spoke, number: int) -> float:
        if self.by_category:
            return cascade(phase, spoke.part, self.parts, 0, 1, self.stagger)
        if self.parts > 1:
            return cascade(phase, number, self.parts, k, len(self.spokes), self.stagger)
        return cascade(phase, 0, 1, k, len(self.spokes), self.stagger)


def _amounts(spoke: Spoke) -> Sequence[float]:
    return [float(entry.value) for entry in spoke.entries if entry]


def _wedge(entry: Entry | None) -> Entry | None:
    return entry if entry and entry.value >= 0 else None


def _mark(entry: Entry, arc: Arc, colour: str) -> ShapeMark:
    """An area, outlined and hatched where it is a target."""
    return ShapeMark(
        key=f"wedge.{entry.key}",
        shape=arc,
        fill=None if entry.target else colour,
        hatch=colour if entry.target else None,
        stroke=colour if entry.target else None,
        width=OUTLINE if entry.target else 0.0,
        datum=entry.datum,
    )


ELEMENT = Rose
