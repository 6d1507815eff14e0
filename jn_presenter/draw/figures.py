"""The figure that an element shows, from a fact or from a value with its unit, in each of the slide's languages."""

from collections.abc import Iterable
from decimal import Decimal

from jn_presenter.draw.dates import date_words, due_limit
from jn_presenter.draw.locales import locale
from jn_presenter.draw.numbers import figure, plain_number
from jn_presenter.draw.typography import is_cjk
from jn_presenter.draw.words import TARGET, TARGET_BY, said
from jn_presenter.model.fact import Fact, Facts, Unit
from jn_presenter.model.feed import Badge
from jn_presenter.model.marks import Datum, State
from jn_presenter.model.text import PLAIN, Text, plain

BETWEEN = "–"
"""Between the ends of a range."""
Said = tuple[tuple[str, str], ...]
"""(language, words) in the order of the languages; words that read the same stand once."""


def fact_said(fact: Fact, facts: Facts, languages: Iterable[str]) -> Said:
    """The fact's value with operator and unit."""
    return _once(fact_words(fact, facts, languages).variants)


def fact_words(fact: Fact, facts: Facts, languages: Iterable[str]) -> Text:
    """The fact's value with operator and unit, to be set as any text."""
    return Text(tuple((language, figure(fact, facts, language)) for language in languages))


def value_said(value: Decimal, unit: Text | None, facts: Facts, languages: Iterable[str]) -> Said:
    """A value of the deck's own with its unit: the id of a unit in facts.yaml, or words that follow the number."""
    return _once(value_words(value, unit, facts, languages).variants)


def value_words(value: Decimal, unit: Text | None, facts: Facts, languages: Iterable[str]) -> Text:
    """A value of the deck's own with its unit, to be set as any text."""
    known = known_unit(unit, facts)
    if known:
        counted = Fact(id="", kind="achieved", label=Text(()), value=value, unit=known.id)
        return fact_words(counted, facts, languages)
    return Text(tuple((language, _with_words(value, unit, language)) for language in languages))


def plain_words(value: Decimal | None, unit: str, languages: Iterable[str]) -> Text:
    """A value followed by words that are its unit in every language; nothing where there is no value."""
    if value is None:
        return Text(())
    return Text(
        tuple((language, _with_words(value, plain(unit) if unit else None, language)) for language in languages)
    )


def range_words(low: Decimal, high: Decimal, unit: str, languages: Iterable[str]) -> Text:
    """A range followed by words that are its unit in every language."""
    to = BETWEEN if low >= 0 else f" {BETWEEN} "
    words = plain_words(high, unit, languages).variants
    return Text(tuple((language, f"{plain_number(low, language)}{to}{said}") for language, said in words))


def known_unit(unit: Text | None, facts: Facts) -> Unit | None:
    """The unit of facts.yaml whose id the text is."""
    return facts.units.get(dict(unit.variants).get(PLAIN, "")) if unit else None


def unit_words(unit: Text | None, facts: Facts, languages: tuple[str, ...]) -> Text:
    """The unit by itself, for an axis: 亿元, RMB 100 million, visitors."""
    known = known_unit(unit, facts)
    if unit is None:
        return Text(())
    if known is None:
        return Text(tuple((language, unit.pick(language, languages)[1]) for language in languages))
    return Text(tuple((language, _alone(known, facts, language)) for language in languages))


def _alone(unit: Unit, facts: Facts, language: str) -> str:
    forms = unit.forms(language)
    template = (forms.get("bare") or forms.get("exact") or "") if forms else ""
    if unit.scale != 1 and locale(language).magnitudes:
        # Where the language has no word for such a unit as 亿元, the axis counts what one of them is.
        return figure(Fact(id="", kind="achieved", label=Text(()), value=Decimal(1), unit=unit.id), facts, language)
    return template.replace("{v}", "").strip()


def _with_words(value: Decimal, unit: Text | None, language: str) -> str:
    number = plain_number(value, language)
    words = unit.pick(language)[1] if unit else ""
    return number + (" " if words[:1].isalpha() and not is_cjk(words[0]) else "") + words


def _once(pairs: Iterable[tuple[str, str]]) -> Said:
    seen: dict[str, str] = {}
    for language, words in pairs:
        seen.setdefault(words, language)
    return tuple((language, words) for words, language in seen.items())


def as_text(pairs: Iterable[tuple[str, str]]) -> Text:
    """Words already made for each language, to be set as any text."""
    return Text(tuple(pairs))


def target_words(due: str, facts: Facts, languages: Iterable[str]) -> Text:
    """目标（至2025年）, Target (to 2025); the bare word where the source gives no due date."""
    if not due:
        return said(TARGET, languages)
    patterns = said(TARGET_BY, languages).variants
    return Text(tuple((language, words.format(date=due_limit(due, facts, language))) for language, words in patterns))


def date_text(date: str, languages: Iterable[str]) -> Text:
    """The date in words."""
    return Text(tuple((language, date_words(date, language)) for language in languages))


def fact_datum(fact: Fact, languages: tuple[str, ...], *, sample: Badge = "") -> Datum:
    """What a mark of the fact stands for; `sample` outweighs the fact's own kind."""
    state: State = "sample" if sample else fact.kind
    label = fact.label.pick(languages[0], languages)[1]
    return Datum(value=fact.value, unit=fact.unit, fact=fact.id, label=label, state=state)


def context(fact: Fact, languages: tuple[str, ...], fallbacks: tuple[str, ...]) -> Text | None:
    """The fact's date and its scope, as far as there are any and the label does not say them already."""
    lines = []
    for language in languages:
        label = fact.label.pick(language, fallbacks)[1].casefold()
        scope = fact.scope.pick(language, fallbacks)[1] if fact.scope else ""
        parts = (date_words(fact.date, language) if fact.date else "", "" if scope.casefold() in label else scope)
        lines.append((language, " · ".join(part for part in parts if part)))
    return as_text(lines) if any(words for _, words in lines) else None
