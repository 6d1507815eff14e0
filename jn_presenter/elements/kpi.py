"""A key figure."""

from math import inf
from typing import Annotated, ClassVar

from msgspec import Struct, structs

from jn_presenter.draw.alike import alone
from jn_presenter.draw.cell_figure import Figures, FromCell
from jn_presenter.draw.delta import delta_tag
from jn_presenter.draw.figure_row import Row, foot, in_row, numerals_of, row_marks
from jn_presenter.draw.grid import UNIT
from jn_presenter.draw.key_figure import Delta, KeyFigure, of_fact, of_table, of_value, one_figure, with_change
from jn_presenter.draw.motion import ease_out, faded
from jn_presenter.draw.numeral import LADDER
from jn_presenter.draw.setting import set_text
from jn_presenter.draw.sparkline import Sparkline, sparkline
from jn_presenter.draw.tags import Tag, aligned, flow, note_tag, sample_tag
from jn_presenter.draw.targets import fact_tags, target_rule
from jn_presenter.draw.unbroken import lines_taken, widest_word
from jn_presenter.draw.words import NO_DATA, said
from jn_presenter.model.element import Env, Fitted, Phase, Table
from jn_presenter.model.fields import FactId, Number, doc
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import AnyMark, Datum
from jn_presenter.model.problem import Finding
from jn_presenter.model.style import Role
from jn_presenter.model.text import Text

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
SPARK = (48.0, 96.0)
"""The least and the largest height of the small line, in px."""
SPARK_SHARE = 0.5
"""Its height in units of the number's size."""
SPARK_WIDE = 6.0
"""Its width at most, in units of its height."""
SPARK_GAP = 16.0


class Kpi(FromCell, frozen=True, kw_only=True):
    """One large number with what it is beneath it; a target carries its tag, and is never shown as reached."""

    about = "指标：一个大数字，下面写它是什么；目标带标签，绝不显示为已达到"
    short: ClassVar[str] = "fact"

    fact: Annotated[FactId | None, doc("数据的代号", "id of the fact")] = None
    value: Annotated[Number | None, doc("数值，没有对应的数据时用", "a value, where there is no fact")] = None
    delta: Annotated[Delta | None, doc("与更早的数相比的变化", "the change against an earlier figure")] = None
    sparkline: Annotated[
        bool, doc("是否画出表中这一列的走势", "whether the table's column is drawn as a small line")
    ] = False
    unit: Annotated[
        Text | None,
        doc(
            "value的单位：facts.yaml中单位的代号，或一段文字", "unit of value: the id of a unit in facts.yaml, or words"
        ),
    ] = None
    label: Annotated[Text | None, doc("说明；不写则用数据的名称", "what it is; the fact's label where absent")] = None

    def wish(self, rect: Rect, env: Env) -> float | None:
        """In this order: whether languages stand side by side (1 or 0), the sizes of number and label, and how much of
        the height is left by what stands above the baseline of the number and by what stands beneath it.
        """
        found = self._figure(env)
        match env.shared:
            case ():
                across, down = (self._size(found, rect, env, beside=beside) for beside in (True, False))
                return float(across >= BESIDE * down)
            case (beside,):
                return self._size(found, rect, env, beside=bool(beside))
            case (beside, size):
                return self._label_size(found, size, rect, env, beside=bool(beside))
            case (beside, size, label):
                return rect.h - self._stack(found, rect, env, (beside, size, label)).above
            case (beside, size, label, _):
                return rect.h - self._stack(found, rect, env, (beside, size, label)).beneath
        return None

    def fit(self, rect: Rect, env: Env) -> "FittedKpi":
        env = alone(self, rect, env)
        beside, size, label, spare_above, spare_beneath = env.shared
        above = rect.h - spare_above
        spare = max(0.0, spare_above + spare_beneath - rect.h)
        baseline = rect.y + spare * LIFT // UNIT * UNIT + above
        found = self._figure(env)
        stack = self._stack(found, rect, env, (beside, size, label), baseline)
        rule = [target_rule(numeral, x, y, env) for x, y, numeral in stack.row[:1] if found.target]
        return FittedKpi(
            rect=rect,
            overflow=stack.width > rect.w + 0.5 or baseline + stack.beneath > rect.bottom + 0.5,
            findings=(*stack.findings, *found.findings),
            numerals=stack.row,
            datum=found.datum,
            counts=found.counts,
            fixed=(*rule, *stack.words),
            spark=stack.spark,
        )

    def as_table(self, env: Env) -> Table:
        return self.table_of(self.fact, self.value, self.label, env)

    def _size(self, found: KeyFigure, rect: Rect, env: Env, *, beside: bool) -> float:
        """The largest size of the ladder at which there is room for the figure, with a readable label where that leaves
        it large; 24 px where none has room.
        """
        roomy, tight = (self._size_with(found, env.font(role).size, rect, env, beside=beside) for role, _ in LABELS[1:])
        return roomy if roomy >= LARGE * env.scale else tight or LADDER[-1]

    def _size_with(self, found: KeyFigure, label: float, rect: Rect, env: Env, *, beside: bool) -> float:
        """The same for a label of that size, and 0 where none has room.

        A smaller size is taken where the words before the number then need no line of their own.
        """
        best = 0.0
        for size in (step * env.scale for step in LADDER if step <= env.style.size("numeral")):
            if size < FLAT * best:
                break
            stack = self._stack(found, rect, env, (beside, size, label))
            if stack.has_room(rect) and (stack.abreast or not beside):
                best = best or size
                if not any(numeral.above for _, _, numeral in stack.row):
                    return size
        return best

    def _label_size(self, found: KeyFigure, size: float, rect: Rect, env: Env, *, beside: bool) -> float:
        for role, lines in LABELS:
            px = env.font(role).size
            stack = self._stack(found, rect, env, (beside, size, px))
            if px <= LABEL_SHARE * size and stack.lines <= lines and stack.has_room(rect):
                return px
        return env.font(LABELS[-1][0]).size

    def _stack(
        self, found: KeyFigure, rect: Rect, env: Env, sizes: tuple[float, float, float], baseline: float = 0.0
    ) -> "Stack":
        """All there is, as agreed on: whether side by side, the size of the number and that of the label."""
        beside, size, label_px = sizes
        numerals = numerals_of(found.said, env, size, rect.w, env.style.ink if found.target else env.style.accent)
        row = in_row(numerals, rect.x, baseline, rect.w, env.align, beside=bool(beside))
        y = (foot(row) if row else baseline) + LABEL_GAP * size
        words = self.label or found.label
        role = next((role for role, _ in LABELS if env.font(role).size <= label_px), LABELS[-1][0])
        label = set_text(words, env, rect.w, role, align="left", balance=True)
        mark = label.mark("label", rect.x + aligned(label.block.width, rect.w, env.align), y)
        y += label.block.height
        under: list[AnyMark] = []
        wide = label.block.width
        for tags in self._tags(found, env, rect.w):
            marks, height = flow(tags, rect.x, y + NOTE_GAP, rect.w, env.align)
            under += marks
            wide = max(wide, *(tag.width for tag in tags))
            y += NOTE_GAP + height
        spark = _spark(found.history, size, rect, y + SPARK_GAP, env) if found.history else None
        return Stack(
            row=row,
            words=(mark, *under),
            spark=spark,
            above=max((numeral.rise + baseline - line for _, line, numeral in row), default=0.0),
            beneath=(spark.place.bottom if spark else y) - baseline,
            width=max((*(numeral.width for numeral in numerals), wide, widest_word(words, env, role))),
            lines=lines_taken(label.block),
            abreast=len({y for _, y, _ in row}) <= 1,
            findings=label.findings,
        )

    def _tags(self, found: KeyFigure, env: Env, width: float) -> list[list[Tag]]:
        """The change on a line of its own; then what the figure is of, and whether it is made up."""
        tags = list(fact_tags(found.fact, env, width)) if found.fact else []
        tags += [note_tag("row", found.row, env, width)] if found.row else []
        tags += [note_tag("missing", said(NO_DATA, env.languages), env, width)] if found.missing else []
        tags += [sample_tag(env, self.badge, width)] if self.badge else []
        if self.delta is None or found.datum.value is None or found.before is None:
            return [tags] if tags else []
        delta = delta_tag(found.datum.value, found.before, found.unit, self.delta.form, env, width)
        return [[delta], *([tags] if tags else [])]

    def _figure(self, env: Env) -> KeyFigure:
        """What the figure is now, with its change and with what is wrong."""
        sample = self.badge
        figures = self.figures(env)
        if self.fact:
            found = of_fact(env.facts.get(self.fact), env, sample=sample)
        elif self.value is None and figures is not None:
            found = of_table(figures, self.label, self.unit, env, sample=sample)
        else:
            found = of_value(self.value, self.label or Text(()), self.unit, env, sample=sample)
        wrong = one_figure(bool(self.fact), self.value is not None, figures is not None, line=self.sparkline)
        found = with_change(found, self.delta, figures, env)
        history = figures if self.sparkline else None
        return structs.replace(found, history=history, findings=(*wrong, *found.findings))


class Stack(Struct, frozen=True, kw_only=True):
    """A figure in place with all that stands beneath it."""

    row: Row
    words: tuple[AnyMark, ...]
    """Label and tags."""
    spark: Sparkline | None
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


def _spark(history: Figures, size: float, rect: Rect, top: float, env: Env) -> Sparkline:
    """Beneath all else, half as high as the number."""
    height = min(SPARK[1], max(SPARK[0], size * SPARK_SHARE))
    width = min(rect.w, SPARK_WIDE * height)
    place = Rect(rect.x + aligned(width, rect.w, env.align), top, width, height)
    return sparkline(history.values, history.names, place, env.style)


class FittedKpi(Fitted, frozen=True, kw_only=True):
    """The numerals with their left edges and baselines, one a language, and what stands beneath them."""

    numerals: Row
    datum: Datum
    counts: bool
    fixed: tuple[AnyMark, ...]
    spark: Sparkline | None = None

    def marks(self, phase: Phase) -> tuple[AnyMark, ...]:
        presence = ease_out(phase.presence())
        if presence <= 0.0:
            return ()
        t = ease_out(phase.progress())
        figure = row_marks(self.numerals, t if self.counts else 1.0, self.datum, counts=self.counts)
        shown = (*figure, *self.fixed, *(self.spark.at(t) if self.spark else ()))
        return tuple(faded(mark, presence) for mark in shown)


ELEMENT = Kpi
