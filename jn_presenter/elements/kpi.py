"""A key figure."""

from typing import Annotated, ClassVar

from jn_presenter.draw.entries import without_value
from jn_presenter.draw.figure_row import Row, foot, in_row, numerals_of, row_marks
from jn_presenter.draw.figures import Said, fact_datum, fact_said, known_unit, value_said
from jn_presenter.draw.grid import UNIT
from jn_presenter.draw.motion import ease_out, faded
from jn_presenter.draw.numbers import counts
from jn_presenter.draw.numeral import CAPITALS, LADDER, band, ladder
from jn_presenter.draw.setting import Setting, set_text
from jn_presenter.draw.tags import aligned, flow, sample_tag
from jn_presenter.draw.targets import fact_tags, target_rule
from jn_presenter.model.element import Element, Env, Fitted, Phase, Table
from jn_presenter.model.fact import Fact
from jn_presenter.model.fields import FactId, Number, doc
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import AnyMark, Datum
from jn_presenter.model.problem import Finding
from jn_presenter.model.style import Role
from jn_presenter.model.text import Message, Text

NUMERAL_SHARE = (0.4, 1 / 5.2)
"""The size of the number at most, in units of the rectangle's height and width."""
LABEL_ROLES: tuple[tuple[float, Role], ...] = ((160.0, "lead"), (96.0, "body"), (0.0, "caption"))
"""The role of the label by the size of the number above it."""
NOMINAL = (2.3, 1.0)
"""What a number with a label and a note usually takes, and each further language, in units of the number's size."""
LIFT = 0.35
"""The share of the spare height that stands above the figure: a little over the middle looks centred."""
LABEL_GAP = 0.14
NOTE_GAP = 8.0
LAST_SCALE = 0.7
"""From this scale on a figure that is still too wide shrinks by itself."""


class Kpi(Element, frozen=True, kw_only=True):
    """One large number with what it is beneath it; a target carries its tag, and is never shown as reached."""

    short: ClassVar[str] = "fact"

    fact: Annotated[FactId | None, doc("数据的代号", "id of the fact")] = None
    value: Annotated[Number | None, doc("数值，没有对应的数据时用", "a value, where there is no fact")] = None
    unit: Annotated[
        Text | None,
        doc(
            "value的单位：facts.yaml中单位的代号，或一段文字", "unit of value: the id of a unit in facts.yaml, or words"
        ),
    ] = None
    label: Annotated[Text | None, doc("说明；不写则用数据的名称", "what it is; the fact's label where absent")] = None
    sample: Annotated[bool, doc("是否示例数据", "whether the figure is made up")] = False

    def fit(self, rect: Rect, env: Env) -> "FittedKpi":
        fact = env.facts.get(self.fact) if self.fact else None
        size = ladder(min(rect.h * NUMERAL_SHARE[0], rect.w * NUMERAL_SHARE[1]))
        fitted = self._fit_at(size, size, fact, rect, env)
        if env.scale <= LAST_SCALE and fitted.width > rect.w:
            for smaller in (step for step in LADDER if step < size):
                fitted = self._fit_at(size, smaller, fact, rect, env)
                if fitted.width <= rect.w:
                    break
        return fitted

    def data(self) -> Table:
        """One row; a fact's label and figure as references."""
        if self.fact:
            return Table(columns=("", ""), rows=((f"<{self.fact}.label>", f"<{self.fact}>"),))
        label = self.label.pick("")[1] if self.label else ""
        return Table(columns=("", ""), rows=((label, "" if self.value is None else str(self.value)),))

    def _fit_at(self, usual: float, size: float, fact: Fact | None, rect: Rect, env: Env) -> "FittedKpi":
        """The figure with its number at `size`, its baseline where a number of the `usual` size would have it."""
        said = self._said(fact, env)
        target = fact is not None and fact.kind == "target"
        ink = env.style.ink if target else env.style.accent
        numerals = numerals_of(said, env, size * env.scale, rect.w, ink)
        narrow = rect.w * NUMERAL_SHARE[1] < rect.h * NUMERAL_SHARE[0]
        over = narrow or any(numeral.above for numeral in numerals[:1])
        usually = (NOMINAL[0] + NOMINAL[1] * (len(env.languages) - 1)) * usual
        top = rect.y + max(0.0, (rect.h - usually) * LIFT) // UNIT * UNIT
        y = top + usual * env.scale * CAPITALS + (band(usual * env.scale) if over else 0.0)
        row = in_row(numerals, rect.x, y, rect.w, env.align, beside=not narrow)
        y = foot(row) if row else y
        label = self._label(fact, usual, rect, env)
        y += LABEL_GAP * usual
        marks: list[AnyMark] = [target_rule(numeral, x, line, env) for x, line, numeral in row[:1] if target]
        marks.append(label.mark("label", rect.x + aligned(label.block.width, rect.w, env.align), y))
        y += label.block.height
        tagged = [*(fact_tags(fact, env, rect.w) if fact else ()), *((sample_tag(env),) if self.sample else ())]
        tags, height = flow(tagged, rect.x, y + NOTE_GAP, rect.w, env.align)
        y += NOTE_GAP + height if tags else 0.0
        marks += tags
        wide = max((*(numeral.width for numeral in numerals), label.block.width))
        return FittedKpi(
            rect=rect,
            overflow=wide > rect.w + 0.5 or y > rect.bottom + 0.5,
            findings=(*label.findings, *self._findings(fact, said)),
            numerals=row,
            width=wide,
            datum=self._datum(fact, env),
            counts=self._counts(fact, env),
            fixed=tuple(marks),
        )

    def _said(self, fact: Fact | None, env: Env) -> Said:
        if fact:
            return fact_said(fact, env.facts, env.languages)
        return value_said(self.value, self.unit, env.facts, env.languages) if self.value is not None else ()

    def _label(self, fact: Fact | None, size: float, rect: Rect, env: Env) -> Setting:
        words = self.label or (fact.label if fact else Text(()))
        role = next(role for least, role in LABEL_ROLES if size >= least)
        return set_text(words, env, rect.w, role, align="left")

    def _datum(self, fact: Fact | None, env: Env) -> Datum:
        if fact:
            return fact_datum(fact, env.languages, sample=self.sample)
        label = self.label.pick(env.languages[0], env.fallbacks)[1] if self.label else ""
        return Datum(value=self.value, label=label, state="sample" if self.sample else "achieved")

    def _counts(self, fact: Fact | None, env: Env) -> bool:
        if fact:
            return counts(fact, env.facts.unit(fact))
        unit = known_unit(self.unit, env.facts)
        return unit is None or counts(Fact(id="", kind="achieved", label=Text(()), value=self.value), unit)

    def _findings(self, fact: Fact | None, said: Said) -> tuple[Finding, ...]:
        if any(words for _, words in said):
            return ()
        if fact:
            return (without_value(fact, "fact"),)
        return (
            Finding(
                code="kpi-empty",
                message=Message("这张数字卡没有数字", "this figure has no number"),
                hint=Message("写 fact: 数据的代号，或写 value 和 unit", "give fact: an id, or value and unit"),
            ),
        )


class FittedKpi(Fitted, frozen=True, kw_only=True):
    """The numerals with their left edges and baselines, one a language, and what stands beneath them."""

    numerals: Row
    width: float
    """Of the widest of them and of the label."""
    datum: Datum
    counts: bool
    fixed: tuple[AnyMark, ...]

    def marks(self, phase: Phase) -> tuple[AnyMark, ...]:
        presence = ease_out(phase.presence())
        if presence <= 0.0:
            return ()
        t = ease_out(phase.progress()) if self.counts else 1.0
        shown = (*row_marks(self.numerals, t, self.datum), *self.fixed)
        return tuple(faded(mark, presence) for mark in shown)


ELEMENT = Kpi
