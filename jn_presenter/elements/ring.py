"""Progress rings."""

from decimal import Decimal
from typing import Annotated, ClassVar

from msgspec import Meta, structs

from jn_presenter.draw.chart import MOST, Chart, Item
from jn_presenter.draw.concentric import concentric
from jn_presenter.draw.dataset import Dataset
from jn_presenter.draw.entries import Entry, fact_entries, item_entry
from jn_presenter.draw.parts_of import negative, too_many
from jn_presenter.draw.round_chart import FittedRound
from jn_presenter.draw.share import Turn, counts_up, share
from jn_presenter.draw.tags import under_badge
from jn_presenter.draw.whole import HUNDRED
from jn_presenter.model.element import Env
from jn_presenter.model.fields import FactId, Number, doc
from jn_presenter.model.geometry import Rect
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message

MOST_RINGS = 4
KIND = Message("进度环", "progress ring")
INSTEAD = Message("条形图 bar", "bar chart")


class RingItem(Item, frozen=True, kw_only=True):
    """One ring that no fact stands for."""

    goal: Annotated[Number | None, doc("它的目标值", "its target")] = None


class Ring(Chart, frozen=True, kw_only=True):
    """How far one figure, or up to four, have come of a whole; what is missing to a target is outlined and hatched.

    The whole is `max`, a hundred for percentages, or else the target. Of a table, rows are rings, and a column of
    `values` with `target: true` has their targets.
    """

    about = "进度环：一个数或最多四个数完成了多少；离目标所缺的画成空心斜线"
    negatives: ClassVar[bool] = False

    items: Annotated[
        tuple[RingItem, ...], doc("没有对应数据的条目", "what no fact stands for"), Meta(max_length=MOST)
    ] = ()
    goals: Annotated[
        tuple[FactId, ...],
        doc("facts各自的目标，依次对应", "the targets of the facts, in the same order"),
        Meta(max_length=MOST),
    ] = ()
    max: Annotated[Number | None, doc("整体是多少；百分比不用写", "what the whole is; percentages need none")] = None

    def fit(self, rect: Rect, env: Env) -> FittedRound:
        found = self.dataset(env)
        place, badge = under_badge(rect, env, found.sample)
        turns, findings = self._turns(found, env)
        if not turns:
            fitted = FittedRound(rect=rect)
        elif len(turns) == 1:
            (turn,) = turns
            counted = turn.entry is not None and counts_up(turn.entry, self.unit, env)
            fitted = share(turn, place, env, counted=counted)
        else:
            fitted = concentric(turns, place, env)
        return structs.replace(
            fitted,
            rect=rect,
            fixed=(*badge, *fitted.fixed),
            count=self.parts(),
            findings=(*found.findings, *findings, *fitted.findings),
        )

    def _turns(self, found: Dataset, env: Env) -> tuple[list[Turn], list[Finding]]:
        """The rings from the outermost in, and what is wrong with those that cannot be drawn."""
        rows, findings = self._rows(found, env)
        if len(rows) > MOST_RINGS:
            findings.append(too_many(len(rows), MOST_RINGS, KIND, INSTEAD))
        turns = []
        for turn in rows[:MOST_RINGS]:
            if turn.entry is None:
                turns.append(turn)
                continue
            if turn.entry.value < 0:
                findings.append(negative((turn.entry,), KIND, INSTEAD))
                continue
            whole = self._whole(turn.entry, turn.goal)
            if whole is None or whole <= 0:
                findings.append(_no_whole(turn.entry))
                continue
            if turn.entry.value > whole:
                findings.append(_beyond(turn.entry, whole))
            turns.append(structs.replace(turn, whole=whole))
        return turns, findings

    def _rows(self, found: Dataset, env: Env) -> tuple[list[Turn], list[Finding]]:
        """Every category with its figure and its target, the whole not known yet."""
        if self.data is not None:
            return _of_table(found), []
        if self.facts:
            known = {entry.key: entry for entry in found.entries}
            goals, findings = fact_entries(self.goals, env, sample=self.badge)
            asked = [env.facts.get(name) for name in self.facts]
            units = [fact.unit if fact else None for fact in asked]
            fitting = [goal.target and goal.datum.unit in units[goal.part : goal.part + 1] for goal in goals]
            by_part = {goal.part: goal for goal, fits in zip(goals, fitting, strict=True) if fits}
            wrong = [_no_target(goal) for goal, fits in zip(goals, fitting, strict=True) if not fits]
            return [_turn(entry, by_part.get(entry.part)) for name in self.facts if (entry := known.get(name))], [
                *findings,
                *wrong,
            ]
        known = {entry.key: entry for entry in found.entries}
        rows = []
        for part, item in enumerate(self.items):
            goal = None
            if item.goal is not None:
                goal = item_entry(part, item.label, item.goal, True, self.unit, env, sample=self.badge)
            entry = known.get(str(part))
            rows.append(Turn(key=str(part), label=item.label, entry=entry, whole=HUNDRED, goal=goal, part=part))
        return rows, []

    def _whole(self, entry: Entry, goal: Entry | None) -> Number | None:
        if self.max is not None:
            return self.max
        if entry.said and all(words.endswith("%") for _, words in entry.said):
            return HUNDRED
        return max(goal.value, entry.value) if goal else None


def _turn(entry: Entry, goal: Entry | None) -> Turn:
    return Turn(key=entry.key, label=entry.label, entry=entry, whole=HUNDRED, goal=goal, part=entry.part)


def _of_table(found: Dataset) -> list[Turn]:
    """The rows; their figures are the first column that is none of targets, if there is one."""
    if not found.series:
        return []
    figures = next((series for series in found.series if not series.target), found.series[0])
    goals = next((series for series in found.series if series.target and series is not figures), None)
    return [
        Turn(
            key=category.key,
            label=category.label,
            entry=figures.entries[k],
            whole=HUNDRED,
            goal=goals.entries[k] if goals else None,
        )
        for k, category in enumerate(found.categories)
    ]


def _no_whole(entry: Entry) -> Finding:
    return Finding(
        code="ring-max",
        message=Message(f"不知道 {entry.value} 的整体是多少", f"it is not said what the whole of {entry.value} is"),
        hint=Message(
            "写 max: 整体的数值，或写目标；只有百分比可以不写",
            "give max: the whole, or a target; percentages need none",
        ),
    )


def _beyond(entry: Entry, whole: Decimal) -> Finding:
    return Finding(
        code="ring-range",
        severity="warning",
        message=Message(f"{entry.value} 超过了整体 {whole}", f"{entry.value} is more than the whole, {whole}"),
        hint=Message("环画满为止；请核对数值和 max", "the ring is drawn full and no further: see value and max"),
    )


def _no_target(entry: Entry) -> Finding:
    return Finding(
        code="no-target",
        path="goals",
        message=Message(f"数据 {entry.key} 不是相应的目标", f"the fact {entry.key} is not the target of its ring"),
        hint=Message(
            "goals 依次写各个 facts 的目标：kind: target，单位相同",
            "goals has the target of each of facts in turn: of kind: target and in the same unit",
        ),
    )


ELEMENT = Ring
