"""Which facts a slide shows, and the line at its foot that says where they come from and of what date they are."""

from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import Struct

from jn_presenter.draw.dates import date_words, due_limit
from jn_presenter.draw.resolve import Piece, Wording, references
from jn_presenter.model.deck import Slide
from jn_presenter.model.fact import Fact, Facts, Source
from jn_presenter.model.fields import FactId
from jn_presenter.model.text import Message, Text


def slide_facts(slide: Slide, facts: Facts) -> tuple[str, ...]:
    """The ids of the facts that a slide shows, in the order of the slide, each once.

    Shown is what a text of title, slots and free elements refers to, what an element's field names, and what the slide
    lists under `facts`; not what only its notes say. Ids that no fact has are left out.
    """
    named = dict.fromkeys(_named((slide.title, slide.slots, slide.free, slide.facts)))
    return tuple(name for name in named if name in facts.facts)


def provenance(fact_ids: Iterable[str], facts: Facts, languages: tuple[str, ...]) -> tuple[Wording, ...]:
    """The provenance line in each language, in order, each reading once; nothing where there is no fact.

    Dates are said of figures, for an event carries its own; targets are named as such with their dues.
    """
    shown = [fact for name in dict.fromkeys(fact_ids) if (fact := facts.get(name))]
    if not shown:
        return ()
    lines: dict[str, Wording] = {}
    for language in languages:
        line = _line(shown, facts, language)
        found = Message("zh", "en").in_language(language)
        lines.setdefault(line, Wording(language=language, found=found, pieces=(Piece(line),)))
    return tuple(lines.values())


def _named(value: Any) -> Iterator[str]:
    """The fact ids anywhere in a frozen value: ids in fields, and references in texts."""
    if isinstance(value, FactId):
        yield value
    elif isinstance(value, Text):
        for _, string in value.variants:
            yield from (reference.id for reference in references(string))
    elif isinstance(value, Struct):
        for field in value.__struct_fields__:
            yield from _named(getattr(value, field))
    elif isinstance(value, tuple):
        for part in value:
            yield from _named(part)


def _line(shown: list[Fact], facts: Facts, language: str) -> str:
    first = next(iter(facts.sources), "")  # a deck of one source need not name it at every fact
    by_source: dict[str, list[Fact]] = {}
    for fact in shown:
        by_source.setdefault(fact.source or first, []).append(fact)
    parts = [_of_source(facts.sources.get(source), group, language) for source, group in by_source.items()]
    words = Message("；", "; ").in_language(language).join(part for part in parts if part)
    return Message("来源：", "Source: ").in_language(language) + words


def _of_source(source: Source | None, group: list[Fact], language: str) -> str:
    """江宁开发区管委会（2020年；目标：至2025年；其余原文未注日期）；其余目标（原文未注期限）, or less."""
    name = source.short.pick(language, ("en",))[1] if source else ""
    stop = Message("；", "; ").in_language(language)
    details = stop.join(_details(group, language))
    if name and details:
        details = Message(f"（{details}）", f" ({details})").in_language(language)
    return stop.join(part for part in (name + details, _without_limit(group, language)) if part)


def _details(group: list[Fact], language: str) -> Iterator[str]:
    comma = Message("、", ", ").in_language(language)
    figures = [fact for fact in group if fact.reached and fact.value is not None]
    dates = sorted({fact.as_of for fact in figures if fact.as_of})
    dues = [fact.due for fact in group if fact.kind == "target" and fact.due]
    if dates:
        yield comma.join(date_words(date, language) for date in dates)
    if dues:
        limits = comma.join(due_limit(due, language) for due in sorted(set(dues)))
        yield Message(f"目标：{limits}", f"target{'s' if len(dues) > 1 else ''}: {limits}").in_language(language)
    if any(not fact.as_of for fact in figures):
        dated_events = any(fact.reached and fact.as_of for fact in group if fact.value is None)
        if dates or dues:
            words = Message("其余原文未注日期", "others undated in source")
        elif dated_events:
            # "undated" alone would deny the events the date that stands beside them.
            words = Message("数据原文未注日期", "figures undated in source")
        else:
            words = Message("原文未注日期", "undated in source")
        yield words.in_language(language)


def _without_limit(group: list[Fact], language: str) -> str:
    """The clause on targets that the source gives no date for; it is no part of what is said of the figures."""
    targets = [fact for fact in group if fact.kind == "target"]
    without = [fact for fact in targets if not fact.due]
    if not without:
        return ""
    others = len(without) < len(targets)
    noun = "targets" if len(without) > 1 else "target"
    return Message(
        f"{'其余' if others else ''}目标（原文未注期限）",
        f"{'other ' if others else ''}{noun} (no due date in source)",
    ).in_language(language)
