"""The rows of a chart of categories, from facts or from a slide's own items: label, value, words, what they are."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from msgspec import Struct, structs

from jn_presenter.draw.figures import Said, fact_datum, fact_said, fact_words, unit_words, value_said, value_words
from jn_presenter.model.element import Env, Table
from jn_presenter.model.fact import Fact
from jn_presenter.model.feed import Badge
from jn_presenter.model.fields import FactId
from jn_presenter.model.marks import Datum
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message, Text


class Entry(Struct, frozen=True, kw_only=True):
    """One category. `key` is stable (fact id or index), `part` counts from 0 in the order of the YAML."""

    key: str
    part: int
    label: Text
    value: Decimal
    said: Said
    words: Text
    """What is said, for every language."""
    datum: Datum
    target: bool = False
    near: bool = False
    """Whether the value is just short of what the words name (准千亿级)."""
    due: str = ""
    file: str = ""
    line: int = 0
    column: int = 0
    """The cell that it stands in, where there is a file."""


def at_cell(finding: Finding, entry: Entry) -> Finding:
    """The finding about the entry, at its cell."""
    if not entry.file:
        return finding
    return structs.replace(finding, path="data", file=entry.file, line=entry.line, column=entry.column)


def fact_entries(ids: Sequence[FactId], env: Env, *, sample: Badge) -> tuple[tuple[Entry, ...], tuple[Finding, ...]]:
    """The facts that have a value, and a finding for each that has none or does not count in the others' unit."""
    entries: list[Entry] = []
    findings: list[Finding] = []
    units: dict[str, Fact] = {}
    for part, name in enumerate(ids):
        fact = env.facts.get(name)
        if fact is None:
            continue
        if fact.value is None:
            findings.append(without_value(fact, f"facts.{part + 1}"))
            continue
        units.setdefault(fact.unit, fact)
        entries.append(
            Entry(
                key=name,
                part=part,
                label=fact.label,
                value=fact.value,
                said=fact_said(fact, env.facts, env.languages),
                words=fact_words(fact, env.facts, env.languages),
                datum=fact_datum(fact, env.languages, sample=sample),
                target=fact.kind == "target",
                near=fact.op == "near-class",
                due=fact.due,
            )
        )
    if len(units) > 1:
        findings.append(_mixed(tuple(units.values())))
    return tuple(entries), tuple(findings)


def item_entries(
    items: Iterable[tuple[Text, Decimal | None, bool]], unit: Text | None, env: Env, *, sample: Badge
) -> tuple[Entry, ...]:
    """The slide's own items: label, value, and whether it is a target. Those without a value have no entry."""
    return tuple(
        item_entry(part, label, value, target, unit, env, sample=sample)
        for part, (label, value, target) in enumerate(items)
        if value is not None
    )


def item_entry(
    part: int, label: Text, value: Decimal, target: bool, unit: Text | None, env: Env, *, sample: Badge
) -> Entry:
    """One figure of the deck's own, its key the number of its part."""
    return Entry(
        key=str(part),
        part=part,
        label=label,
        value=value,
        said=value_said(value, unit, env.facts, env.languages),
        words=value_words(value, unit, env.facts, env.languages),
        datum=Datum(
            value=value,
            unit=unit_name(unit, env),
            label=label.pick(env.languages[0], env.fallbacks)[1],
            state="sample" if sample else "target" if target else "achieved",
        ),
        target=target,
    )


def unit_name(unit: Text | None, env: Env) -> str:
    """The unit as it is said by itself in the first language."""
    return unit_words(unit, env.facts, env.languages[:1]).pick(env.languages[0], env.fallbacks)[1]


def table(ids: Iterable[FactId], items: Iterable[tuple[Text, Decimal | None]], env: Env) -> Table:
    """Labels and figures as rows: those of facts as references, which an export resolves in its language."""
    facts = tuple((f"<{name}.label>", f"<{name}>") for name in ids)
    own = ((label.pick(env.languages[0], env.fallbacks)[1], value) for label, value in items)
    return Table(
        columns=("", ""), rows=(*facts, *((label, "" if value is None else f"{value:f}") for label, value in own))
    )


def exactly_one(first: bool, second: bool, names: tuple[str, str]) -> tuple[Finding, ...]:
    """A finding unless just one of two fields is given."""
    given = [name for name, there in zip(names, (first, second), strict=True) if there]
    return one_of(given, names)


def one_of(given: Sequence[str], names: Sequence[str]) -> tuple[Finding, ...]:
    """A finding unless just one of the fields `names` is given."""
    if len(given) == 1:
        return ()
    zh, en = (" 或 ".join(names), " or ".join(names))
    if given:
        both = "都写了" if len(names) == 2 else "写了不止一个"
        message = Message(f"{' 和 '.join(given)} {both}", f"{' and '.join(given)} are both given")
    else:
        message = Message(f"{' 和 '.join(names)} 都没有写", f"{' and '.join(names)} are both missing")
    return (
        Finding(
            code="one-of-two",
            message=message,
            hint=Message(f"请只写其中一个：{zh}", f"give exactly one of them: {en}"),
        ),
    )


def without_value(fact: Fact, path: str) -> Finding:
    """A finding about the field at `path`, which names a fact that has no figure."""
    return Finding(
        code="fact-without-value",
        path=path,
        message=Message(f"数据 {fact.id} 没有数值，画不出来", f"the fact {fact.id} has no value to draw"),
        hint=Message("换一个有数值的数据", "name a fact that has a value"),
    )


def _mixed(facts: tuple[Fact, ...]) -> Finding:
    names = ", ".join(fact.id for fact in facts)
    return Finding(
        code="mixed-units",
        path="facts",
        message=Message(f"这些数据单位不同：{names}", f"these facts differ in unit: {names}"),
        hint=Message("一幅图里只放同一单位的数据", "put only facts of one unit into a chart"),
    )
