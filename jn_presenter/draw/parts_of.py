"""What charts of one series of amounts ask of their figures: one column, no negative values, and what is missing."""

from collections.abc import Sequence

from jn_presenter.draw.chart import Chart, Item
from jn_presenter.draw.dataset import Category, Dataset
from jn_presenter.draw.entries import Entry, at_cell
from jn_presenter.draw.figures import as_text, target_words
from jn_presenter.model.element import Env
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message, Text


def amounts(found: Dataset, kind: Message, instead: Message) -> tuple[tuple[Entry, ...], tuple[Finding, ...]]:
    """The entries of the first series that are no less than zero, and what is wrong with the others.

    kind: what the chart is called. instead: the kind of chart that shows negative values.
    """
    findings: list[Finding] = []
    if len(found.series) > 1:
        names = "、".join(series.key for series in found.series[1:4])
        findings.append(
            Finding(
                code="one-series",
                path="values",
                severity="warning",
                message=Message(
                    f"{kind.zh}只画一列数值，没有画：{names}", f"a {kind.en} shows one column of figures, not: {names}"
                ),
                hint=Message("在 values 里写明是哪一列", "name the column in values"),
            )
        )
    below = [entry for entry in found.entries if entry.value < 0]
    if below:
        findings.append(negative(below, kind, instead))
    return tuple(entry for entry in found.entries if entry.value >= 0), tuple(findings)


def negative(entries: Sequence[Entry], kind: Message, instead: Message) -> Finding:
    """That a kind of chart has no place for values below zero."""
    zh, en = ("、".join(_name(entry, language) for entry in entries[:3]) for language in ("zh", "en"))
    finding = Finding(
        code="negative",
        path="data",
        message=Message(f"{kind.zh}画不了负数：{zh}", f"a {kind.en} cannot show negative values: {en}"),
        hint=Message(f"请改用{instead.zh}", f"use a {instead.en}"),
    )
    return at_cell(finding, entries[0])


def too_many(count: int, most: int, kind: Message, instead: Message) -> Finding:
    """That there are more categories than the kind of chart can show; the first `most` are shown."""
    return Finding(
        code="too-many",
        path="data",
        severity="warning",
        message=Message(
            f"{kind.zh}最多 {most} 项，这里有 {count} 项，只画了前 {most} 项",
            f"a {kind.en} takes at most {most}; of {count}, the first {most} are shown",
        ),
        hint=Message(f"请归并几项，或改用{instead.zh}", f"group some of them, or use a {instead.en}"),
    )


def unknown(chart: Chart, found: Dataset) -> tuple[Category, ...]:
    """The categories without a value, whether of items or of a table."""
    items = enumerate(_items(chart))
    return (*(Category(str(part), item.label) for part, item in items if item.value is None), *found.missing)


def said_of(entry: Entry, env: Env) -> Text:
    """The words of a figure; beneath those of a target, that it is one and by when."""
    if not entry.target:
        return entry.words
    tags = dict(target_words(entry.due, env.facts, env.languages).variants)
    return as_text((language, f"{figure}\n{tags[language]}") for language, figure in entry.words.variants)


def _name(entry: Entry, language: str) -> str:
    return entry.label.pick(language, ("zh", "en"))[1]


def rows_of(chart: Chart, found: Dataset) -> tuple[tuple[Category, Entry | None], ...]:
    """The categories in their order, each with its figure in the first series if it has one; none without series."""
    if not found.series:
        return ()
    if items := _items(chart):
        entries = {entry.part: entry for entry in found.entries}
        return tuple((Category(str(part), item.label), entries.get(part)) for part, item in enumerate(items))
    return tuple(zip(found.categories, found.series[0].entries, strict=True))


def _items(chart: Chart) -> tuple[Item, ...]:
    """The items that the chart shows: none where, wrongly, there is a table or there are facts beside them."""
    return () if chart.data is not None or chart.facts else chart.items
