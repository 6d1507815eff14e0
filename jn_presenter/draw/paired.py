"""What is reached and what is aimed for, category by category: from facts, from values in the slide, from a table."""

from decimal import ROUND_FLOOR, Decimal
from typing import Annotated, ClassVar, Literal

from msgspec import Struct, structs

from jn_presenter.draw.chart import Tabled
from jn_presenter.draw.dataset import Dataset
from jn_presenter.draw.entries import Entry, at_cell, fact_entries, item_entry, one_of, without_value
from jn_presenter.draw.figures import as_text, target_words
from jn_presenter.draw.native import dataset_table, digits, words_in
from jn_presenter.draw.numbers import percent
from jn_presenter.draw.stacks import EXACT, WHOLE
from jn_presenter.draw.words import NO_DATA, OF_THE_WAY, TARGET, say
from jn_presenter.model.element import Env, Table
from jn_presenter.model.feed import Badge
from jn_presenter.model.fields import FactId, Number, doc
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message, Text

Side = Literal["reached", "target"]


class Figure(Struct, frozen=True, kw_only=True):
    """A value, or the fact that has it."""

    short: ClassVar[str] = "value"

    value: Annotated[Number | None, doc("数值", "value")] = None
    fact: Annotated[FactId | None, doc("数据的代号", "id of a fact")] = None


class Pair(Struct, frozen=True, kw_only=True):
    """One category: what is reached, what is aimed for; None where it is not known.

    key: the same through new data. exact: whether both are exact figures, not 超过 or 千亿级.
    """

    key: str
    label: Text
    part: int
    reached: Entry | None = None
    target: Entry | None = None
    exact: bool = True

    @property
    def most(self) -> Decimal:
        """The larger of the two."""
        return max((entry.value for entry in (self.reached, self.target) if entry), default=Decimal(0))

    @property
    def share(self) -> Decimal | None:
        """How many percent of the way are reached, rounded down, so that what is not reached never reads 100.

        None where a figure is missing or no exact one, or where the two differ in unit.
        """
        one, goal = self.reached, self.target
        if one is None or goal is None or not self.exact or goal.value <= 0 or one.datum.unit != goal.datum.unit:
            return None
        share = EXACT.divide(EXACT.multiply(one.value, WHOLE), goal.value)
        return share.quantize(Decimal(1), rounding=ROUND_FLOOR, context=EXACT)


class Pairs(Struct, frozen=True, kw_only=True):
    """All categories as they are now, and what is wrong with them."""

    pairs: tuple[Pair, ...] = ()
    sample: Badge = ""
    findings: tuple[Finding, ...] = ()

    @property
    def due(self) -> str | None:
        """The one date that all targets are due at, None where they differ."""
        dues = {pair.target.due for pair in self.pairs if pair.target}
        return next(iter(dues)) if len(dues) == 1 else None


class Given(Struct, frozen=True):
    """One category as the slide gives it."""

    label: Text | None
    reached: Figure | None
    target: Figure | None


def pairs_of(chart: Tabled, given: tuple[Given, ...], names: tuple[str, str], env: Env) -> Pairs:
    """The pairs of the slide's own items, or else of the chart's table. names: what YAML calls the two figures."""
    if chart.data is not None and not given:
        found = _of_table(chart.of_table(chart.data, env))
    else:
        found = _of_items(chart, given, names, env)
    there = [name for name, one in (("items", given), ("data", chart.data)) if one]
    return structs.replace(found, findings=(*one_of(there, ("items", "data")), *found.findings, *_mixed(found.pairs)))


def _of_items(chart: Tabled, given: tuple[Given, ...], names: tuple[str, str], env: Env) -> Pairs:
    pairs, findings = [], []
    for part, item in enumerate(given):
        sides: dict[Side, Entry | None] = {}
        exact = True
        for side, name, figure in (("reached", names[0], item.reached), ("target", names[1], item.target)):
            entry, wrong, plain = _entry(chart, part, item, side, figure, f"items.{part + 1}.{name}", env)  # type: ignore[arg-type]
            sides[side] = entry  # type: ignore[index]
            findings += wrong
            exact = exact and plain
        label = item.label or next((entry.label for entry in sides.values() if entry), Text(()))
        pairs.append(Pair(key=str(part), label=label, part=part, exact=exact, **sides))
    return Pairs(pairs=tuple(pairs), sample=chart.badge, findings=tuple(findings))


def _entry(
    chart: Tabled, part: int, item: Given, side: Side, figure: Figure | None, path: str, env: Env
) -> tuple[Entry | None, list[Finding], bool]:
    """The figure, what is wrong with it, and whether it is exact."""
    if figure is None or (figure.value is None and figure.fact is None):
        return None, [], True
    if figure.fact is None:
        assert figure.value is not None
        label, target = item.label or Text(()), side == "target"
        entry = item_entry(part, label, figure.value, target, chart.unit, env, sample=chart.badge)
        return _kept(entry, path)
    fact = env.facts.get(figure.fact)
    if fact is None:
        return None, [], True
    if fact.value is None:
        return None, [without_value(fact, path)], True
    if (fact.kind == "target") != (side == "target") or (side == "reached" and not fact.reached):
        return None, [_confused(fact.id, side, path)], True
    (entry,), _ = fact_entries((figure.fact,), env, sample=chart.badge)
    kept, findings, _ = _kept(entry, path)
    return kept, findings, fact.op == "exact"


def _kept(entry: Entry, path: str) -> tuple[Entry | None, list[Finding], bool]:
    return (entry, [], True) if entry.value >= 0 else (None, [_negative(path)], True)


def _of_table(found: Dataset) -> Pairs:
    """Two columns: the one of targets is the one marked so, else the second."""
    goals = [series for series in found.series if series.target] or list(found.series[1:2])
    reached = [series for series in found.series if not series.target and series not in goals]
    pairs, findings = [], list(found.findings)
    if not found.waiting and (len(goals) != 1 or len(reached) != 1):
        findings.append(_columns())
    for k, category in enumerate(found.categories):
        one = reached[0].entries[k] if reached else None
        goal = goals[0].entries[k] if goals else None
        if below := [entry for entry in (one, goal) if entry and entry.value < 0]:
            findings.append(at_cell(_negative("data"), below[0]))
            one = goal = None
        if goal is not None:
            state = "sample" if goal.datum.state == "sample" else "target"
            goal = structs.replace(goal, target=True, datum=structs.replace(goal.datum, state=state))
        pairs.append(Pair(key=category.key, label=category.label, part=0, reached=one, target=goal))
    return Pairs(pairs=tuple(pairs), sample=found.sample, findings=tuple(findings[:8]))


def end_words(pair: Pair, env: Env, *, due: bool, share: bool, between: str) -> Text:
    """What is said at the bars of a pair: what is reached, emphasized; the target, and how much of the way it is.

    due: whether each target says by when. share: whether the share of the way is said. between: what parts the two.
    """
    goals = dict(target_words(pair.target.due if pair.target and due else "", env.facts, env.languages).variants)
    words = []
    for language in env.languages:
        reached = f"=={_figure(pair.reached, language)}==" if pair.reached else say(NO_DATA, language)
        goal = _figure(pair.target, language) if pair.target else say(NO_DATA, language)
        parts = [f"{goals[language]} {goal}"]
        if share and pair.share is not None:
            parts.append(say(OF_THE_WAY, language).format(share=percent(str(pair.share), language)))
        words.append((language, reached + between + " · ".join(parts)))
    return as_text(words)


def pairs_table(chart: Tabled, given: tuple[Given, ...], env: Env) -> Table:
    """The figures as rows; those of facts as references, which an export resolves in its language."""
    if chart.data is not None and not given:
        return dataset_table(chart.of_table(chart.data, env), env)

    def cell(figure: Figure | None) -> str:
        return f"<{figure.fact}>" if figure and figure.fact else digits(figure.value if figure else None)

    rows = []
    for item in given:
        fact = next((one.fact for one in (item.reached, item.target) if one and one.fact), None)
        label = words_in(item.label, env) if item.label else f"<{fact}.label>" if fact else ""
        rows.append((label, cell(item.reached), cell(item.target)))
    return Table(columns=("", "", say(TARGET, env.languages[0])), rows=tuple(rows))


def _figure(entry: Entry, language: str) -> str:
    return entry.words.pick(language)[1]


def _mixed(pairs: tuple[Pair, ...]) -> tuple[Finding, ...]:
    units = dict.fromkeys(entry.datum.unit for pair in pairs for entry in (pair.reached, pair.target) if entry)
    if len(units) < 2:
        return ()
    names = "、".join(unit or "—" for unit in units)
    return (
        Finding(
            code="mixed-units",
            path="items",
            message=Message(f"这些数值单位不同：{names}", f"these figures differ in unit: {names}"),
            hint=Message("一幅图里只放同一单位的数据", "put only figures of one unit into a chart"),
        ),
    )


def _confused(fact: str, side: Side, path: str) -> Finding:
    if side == "reached":
        message = Message(f"数据 {fact} 不是已达到的数值", f"the fact {fact} is not stated as reached")
        hint = Message("换一个 kind: achieved 的数据", "name a fact of kind: achieved")
    else:
        message = Message(f"数据 {fact} 不是目标", f"the fact {fact} is no target")
        hint = Message("换一个 kind: target 的数据", "name a fact of kind: target")
    return Finding(code="not-reached" if side == "reached" else "not-a-target", path=path, message=message, hint=hint)


def _negative(path: str) -> Finding:
    return Finding(
        code="negative",
        path=path,
        message=Message("这里不能有负数", "negative values have no place here"),
        hint=Message("正负都有时请用 type: diverging", "where there are both signs, use type: diverging"),
    )


def _columns() -> Finding:
    return Finding(
        code="two-columns",
        path="values",
        message=Message("需要两列：已达到的和目标", "two columns are needed: what is reached, and the target"),
        hint=Message(
            "在 values 里写明两列，目标那列加 target: true", "name both in values, that of targets with target: true"
        ),
    )
