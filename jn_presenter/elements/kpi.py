"""A key figure."""

from math import inf
from typing import Annotated, ClassVar

from msgspec import Struct

from jn_presenter.draw.alike import alone
from jn_presenter.draw.entries import without_value
from jn_presenter.draw.figure_row import Row, foot, in_row, numerals_of, row_marks
from jn_presenter.draw.figures import Said, fact_datum, fact_said, known_unit, value_said
from jn_presenter.draw.grid import UNIT
from jn_presenter.draw.motion import ease_out, faded
from jn_presenter.draw.numbers import counts
from jn_presenter.draw.numeral import LADDER
from jn_presenter.draw.setting import set_text
from jn_presenter.draw.tags import aligned, flow, sample_tag
from jn_presenter.draw.targets import fact_tags, target_rule
from jn_presenter.draw.unbroken import lines_taken, widest_word
from jn_presenter.model.element import Element, Env, Fitted, Phase, Table
from jn_presenter.model.fact import Fact
from jn_presenter.model.fields import FactId, Number, doc
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import AnyMark, Datum
from jn_presenter.model.problem import Finding
from jn_presenter.model.style import Role
from jn_presenter.model.text import Message, Text

FLAT = 0.85
"""By so much a number may be smaller for the words before it to stand on its line and not above it."""
BESIDE = 0.8
"""And by so much for the figures of all languages to stand side by side."""
LARGE = 112.0
"""A number from this size on has a label of at least the second role."""
LABELS: tuple[tuple[Role, float], ...] = (("lead", 1), ("body", 2), ("caption", inf))
"""Roles of the label and the lines that it may take in each: large words are short, or they are not read first."""
LABEL_SHARE = 0.3
"""The size of the label at most, in units of the number's."""
FILL = 0.85
"""The share of the height that all of it may take: what stands one beneath the other needs air between."""
LIFT = 0.35
"""The share of the spare height that stands above the figure: a little over the middle looks centred."""
LABEL_GAP = 0.14
"""Between figure and label, in units of the number's size."""
NOTE_GAP = 8.0


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

    def wish(self, rect: Rect, env: Env) -> float | None:
        """In this order: whether languages stand side by side (1 or 0), the sizes of number and label, and how much of
        the height is left by what stands above the baseline of the number and by what stands beneath it.
        """
        match env.shared:
            case ():
                across, down = (self._size(rect, env, beside=beside) for beside in (True, False))
                return float(across >= BESIDE * down)
            case (beside,):
                return self._size(rect, env, beside=bool(beside))
            case (beside, size):
                return self._label_size(size, rect, env, beside=bool(beside))
            case (beside, size, label):
                return rect.h - self._stack(rect, env, (beside, size, label)).above
            case (beside, size, label, _):
                return rect.h - self._stack(rect, env, (beside, size, label)).beneath
        return None

    def fit(self, rect: Rect, env: Env) -> "FittedKpi":
        env = alone(self, rect, env)
        beside, size, label, spare_above, spare_beneath = env.shared
        above = rect.h - spare_above
        spare = max(0.0, spare_above + spare_beneath - rect.h)
        baseline = rect.y + spare * LIFT // UNIT * UNIT + above
        stack = self._stack(rect, env, (beside, size, label), baseline)
        fact = self._fact(env)
        target = fact is not None and fact.kind == "target"
        rule = [target_rule(numeral, x, y, env) for x, y, numeral in stack.row[:1] if target]
        return FittedKpi(
            rect=rect,
            overflow=stack.width > rect.w + 0.5 or baseline + stack.beneath > rect.bottom + 0.5,
            findings=(*stack.findings, *self._findings(fact, self._said(fact, env))),
            numerals=stack.row,
            datum=self._datum(fact, env),
            counts=self._counts(fact, env),
            fixed=(*rule, *stack.words),
        )

    def as_table(self) -> Table:
        """One row; a fact's label and figure as references."""
        if self.fact:
            return Table(columns=("", ""), rows=((f"<{self.fact}.label>", f"<{self.fact}>"),))
        label = self.label.pick("")[1] if self.label else ""
        return Table(columns=("", ""), rows=((label, "" if self.value is None else str(self.value)),))

    def _size(self, rect: Rect, env: Env, *, beside: bool) -> float:
        """The largest size of the ladder at which there is room for the figure, with a readable label where that leaves
        it large; 24 px where none has room.
        """
        roomy, tight = (self._size_with(env.font(role).size, rect, env, beside=beside) for role, _ in LABELS[1:])
        return roomy if roomy >= LARGE * env.scale else tight or LADDER[-1]

    def _size_with(self, label: float, rect: Rect, env: Env, *, beside: bool) -> float:
        """The same for a label of that size, and 0 where none has room.

        A smaller size is taken where the words before the number then need no line of their own.
        """
        best = 0.0
        for size in (step * env.scale for step in LADDER if step <= env.style.size("numeral")):
            if size < FLAT * best:
                break
            stack = self._stack(rect, env, (beside, size, label))
            if stack.has_room(rect) and (stack.abreast or not beside):
                best = best or size
                if not any(numeral.above for _, _, numeral in stack.row):
                    return size
        return best

    def _label_size(self, size: float, rect: Rect, env: Env, *, beside: bool) -> float:
        for role, lines in LABELS:
            px = env.font(role).size
            stack = self._stack(rect, env, (beside, size, px))
            if px <= LABEL_SHARE * size and stack.lines <= lines and stack.has_room(rect):
                return px
        return env.font(LABELS[-1][0]).size

    def _stack(self, rect: Rect, env: Env, sizes: tuple[float, float, float], baseline: float = 0.0) -> "Stack":
        """All there is, as agreed on: whether side by side, the size of the number and that of the label."""
        beside, size, label_px = sizes
        fact = self._fact(env)
        ink = env.style.ink if fact and fact.kind == "target" else env.style.accent
        numerals = numerals_of(self._said(fact, env), env, size, rect.w, ink)
        row = in_row(numerals, rect.x, baseline, rect.w, env.align, beside=bool(beside))
        y = (foot(row) if row else baseline) + LABEL_GAP * size
        words = self.label or (fact.label if fact else Text(()))
        role = next((role for role, _ in LABELS if env.font(role).size <= label_px), LABELS[-1][0])
        label = set_text(words, env, rect.w, role, align="left", balance=True)
        mark = label.mark("label", rect.x + aligned(label.block.width, rect.w, env.align), y)
        y += label.block.height
        tagged = [*(fact_tags(fact, env, rect.w) if fact else ()), *((sample_tag(env),) if self.sample else ())]
        tags, height = flow(tagged, rect.x, y + NOTE_GAP, rect.w, env.align)
        return Stack(
            row=row,
            words=(mark, *tags),
            above=max((numeral.rise + baseline - line for _, line, numeral in row), default=0.0),
            beneath=y + (NOTE_GAP + height if tags else 0.0) - baseline,
            width=max((*(numeral.width for numeral in numerals), label.block.width, widest_word(words, env, role))),
            lines=lines_taken(label.block),
            abreast=len({y for _, y, _ in row}) <= 1,
            findings=label.findings,
        )

    def _fact(self, env: Env) -> Fact | None:
        return env.facts.get(self.fact) if self.fact else None

    def _said(self, fact: Fact | None, env: Env) -> Said:
        if fact:
            return fact_said(fact, env.facts, env.languages)
        return value_said(self.value, self.unit, env.facts, env.languages) if self.value is not None else ()

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


class Stack(Struct, frozen=True, kw_only=True):
    """A figure in place with all that stands beneath it."""

    row: Row
    words: tuple[AnyMark, ...]
    """Label and tags."""
    above: float
    beneath: float
    """How far it reaches above the baseline and beneath it, in px."""
    width: float
    """Of the widest of all."""
    lines: int
    """Of the label, in the language that takes the most."""
    abreast: bool
    """Whether the figures of all languages stand on one line."""
    findings: tuple[Finding, ...]

    def has_room(self, rect: Rect) -> bool:
        """With some air above and beneath."""
        return self.width <= rect.w + 0.5 and self.above + self.beneath <= FILL * rect.h


class FittedKpi(Fitted, frozen=True, kw_only=True):
    """The numerals with their left edges and baselines, one a language, and what stands beneath them."""

    numerals: Row
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
