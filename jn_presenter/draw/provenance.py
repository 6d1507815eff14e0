"""Which facts a slide shows, and the line at its foot that says where they come from and of what date they are."""

from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import Struct

from jn_presenter.draw.dates import date_words, due_limit
from jn_presenter.draw.locales import locale
from jn_presenter.draw.resolve import Piece, Wording, references
from jn_presenter.draw.words import (
    FALLBACK,
    FIGURES_UNDATED,
    OTHER_TARGET_OPEN,
    OTHER_TARGETS_OPEN,
    OTHERS_UNDATED,
    SOURCE,
    TARGET_DUE,
    TARGET_OPEN,
    TARGETS_DUE,
    TARGETS_OPEN,
    UNDATED,
    say,
)
from jn_presenter.model.deck import Slide
from jn_presenter.model.fact import Fact, Facts, Source
from jn_presenter.model.feed import Feed
from jn_presenter.model.fields import FactId
from jn_presenter.model.text import Text


def slide_facts(slide: Slide, facts: Facts) -> tuple[str, ...]:
    """The ids of the facts that a slide shows, in the order of the slide, each once.

    Shown is what a text of title, slots and free elements refers to, what an element's field names, and what the slide
    lists under `facts`; not what only its notes say. Ids that no fact has are left out.
    """
    named = dict.fromkeys(named_facts((slide.title, slide.slots, slide.free, slide.facts)))
    return tuple(name for name in named if name in facts.facts)


def provenance(
    fact_ids: Iterable[str], facts: Facts, languages: tuple[str, ...], feeds: Iterable[Feed] = ()
) -> tuple[Wording, ...]:
    """The provenance line in each language, in order, each reading once; nothing where there is no fact and no data.

    Dates are said of figures, for an event carries its own; targets are named as such with their dues. Of data that
    stands in tables the source and the date are those that the slide gives; made-up data says so on its chart.
    """
    shown = [fact for name in dict.fromkeys(fact_ids) if (fact := facts.get(name))]
    named = tuple(feed for feed in feeds if feed.source is not None and not feed.made_up)
    if not shown and not named:
        return ()
    lines: dict[str, Wording] = {}
    for language in languages:
        line = _line(shown, facts, language, named)
        lines.setdefault(line, Wording(language=language, found=locale(language).tag, pieces=(Piece(line),)))
    return tuple(lines.values())


def named_facts(value: Any) -> Iterator[str]:
    """The ids of facts anywhere in a frozen value: in fields, and referred to in texts."""
    if isinstance(value, FactId):
        yield value
    elif isinstance(value, Text):
        for _, string in value.variants:
            yield from (reference.id for reference in references(string))
    elif isinstance(value, Struct):
        for field in value.__struct_fields__:
            yield from named_facts(getattr(value, field))
    elif isinstance(value, tuple):
        for part in value:
            yield from named_facts(part)


def _line(shown: list[Fact], facts: Facts, language: str, feeds: tuple[Feed, ...]) -> str:
    first = next(iter(facts.sources), "")  # a deck of one source need not name it at every fact
    by_source: dict[str, list[Fact]] = {}
    for fact in shown:
        by_source.setdefault(fact.source or first, []).append(fact)
    parts = [_of_source(facts.sources.get(source), group, facts, language) for source, group in by_source.items()]
    parts += dict.fromkeys(_of_feed(feed, language) for feed in feeds)
    words = locale(language).part.join(part for part in parts if part)
    return say(SOURCE, language).format(words=words)


def _of_source(source: Source | None, group: list[Fact], facts: Facts, language: str) -> str:
    """统计局（2020年；目标：至2025年；其余原文未注日期）；其余目标（原文未注期限）, or less."""
    own = locale(language)
    name = source.short.pick(language, FALLBACK)[1] if source else ""
    details = own.clause.join(_details(group, facts, language))
    if name and details:
        details = own.brackets.format(words=details)
    return own.part.join(part for part in (name + details, _without_limit(group, language)) if part)


def _of_feed(feed: Feed, language: str) -> str:
    """省统计局（2020年）, or that the source gives no date."""
    name = feed.source.pick(language, FALLBACK)[1] if feed.source else ""
    date = date_words(feed.as_of, language) if feed.as_of else say(UNDATED, language)
    return name + locale(language).brackets.format(words=date)


def _details(group: list[Fact], facts: Facts, language: str) -> Iterator[str]:
    own = locale(language)
    figures = [fact for fact in group if fact.reached and fact.value is not None]
    dates = sorted({fact.as_of for fact in figures if fact.as_of})
    dues = [fact.due for fact in group if fact.kind == "target" and fact.due]
    if dates:
        yield own.listed.join(date_words(date, language) for date in dates)
    if dues:
        limits = own.listed.join(due_limit(due, facts, language) for due in sorted(set(dues)))
        yield say(TARGETS_DUE if len(dues) > 1 else TARGET_DUE, language).format(words=limits)
    if any(not fact.as_of for fact in figures):
        dated_events = any(fact.reached and fact.as_of for fact in group if fact.value is None)
        # "undated" alone would deny the events the date that stands beside them.
        undated = FIGURES_UNDATED if dated_events else UNDATED
        yield say(OTHERS_UNDATED if dates or dues else undated, language)


def _without_limit(group: list[Fact], language: str) -> str:
    """The clause on targets that the source gives no date for; it is no part of what is said of the figures."""
    targets = [fact for fact in group if fact.kind == "target"]
    without = [fact for fact in targets if not fact.due]
    if not without:
        return ""
    if len(without) < len(targets):
        return say(OTHER_TARGETS_OPEN if len(without) > 1 else OTHER_TARGET_OPEN, language)
    return say(TARGETS_OPEN if len(without) > 1 else TARGET_OPEN, language)
