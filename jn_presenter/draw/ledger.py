"""What a source's facts are, in numbers: reached and dated, reached and undated, targets, programmes, judgements."""

from decimal import Decimal

from msgspec import Struct

from jn_presenter.draw.words import FALLBACK, said, say
from jn_presenter.model.fact import Fact, Facts, Kind
from jn_presenter.model.marks import Datum
from jn_presenter.model.text import Text


class Category(Struct, frozen=True):
    """One kind of fact, with its name in full and in short; `dated` tells apart what is reached."""

    key: str
    words: Text
    short: Text
    kind: Kind
    dated: bool | None = None

    def holds(self, fact: Fact) -> bool:
        return fact.kind == self.kind and self.dated in (None, bool(fact.as_of))


class Count(Struct, frozen=True):
    """How many facts of a category there are."""

    category: Category
    number: int

    @property
    def datum(self) -> Datum:
        return Datum(value=Decimal(self.number), label=say(self.category.words, FALLBACK[0]), state=self.category.kind)


def _words(zh: str, en: str, ja: str) -> Text:
    return Text((("zh", zh), ("en", en), ("ja", ja)))


CATEGORIES = (
    Category(
        "dated",
        _words("已实现，注明日期", "Reached, dated in source", "実現（日付の記載あり）"),
        _words("注明日期", "dated", "日付あり"),
        "achieved",
        True,
    ),
    Category(
        "undated",
        _words("已实现，原文未注日期", "Reached, undated in source", "実現（原文に日付の記載なし）"),
        _words("未注日期", "undated", "日付なし"),
        "achieved",
        False,
    ),
    Category("targets", _words("目标", "Targets", "目標"), _words("目标", "targets", "目標"), "target"),
    Category(
        "programs",
        _words("政策、规划与做法", "Policies, plans and methods", "政策・計画・手法"),
        _words("规划", "plans", "計画"),
        "program",
    ),
    Category("claims", _words("定性判断", "Judgements", "評価"), _words("判断", "judgements", "評価"), "claim"),
)
"""Every fact is in one of these."""
FACTS = _words("条数", "Facts", "件数")
ALL = _words("共{number}条", "{number} facts in all", "全{number}件")
ALL_OF_ONE = _words("共1条", "One fact in all", "全1件")


def ledger(facts: Facts, source: str) -> tuple[Count, ...]:
    """The counts of a source's facts, without the categories that it has none of.

    Facts that name no source are the first one's.
    """
    first = next(iter(facts.sources), "")
    own = [fact for fact in facts.facts.values() if (fact.source or first) == source]
    counts = (Count(category, sum(category.holds(fact) for fact in own)) for category in CATEGORIES)
    return tuple(count for count in counts if count.number)


def total(counts: tuple[Count, ...]) -> int:
    """How many facts there are of all categories."""
    return sum(count.number for count in counts)


def total_words(counts: tuple[Count, ...], languages: tuple[str, ...]) -> Text:
    """共79条, 79 facts in all."""
    number = total(counts)
    words = said(ALL_OF_ONE if number == 1 else ALL, languages)
    return Text(tuple((language, form.format(number=number)) for language, form in words.variants))


def breakdown(counts: tuple[Count, ...], languages: tuple[str, ...]) -> Text:
    """All counts in one line: dated 6 · undated 20 · targets 22."""
    parts = (
        (tongue, (f"{say(count.category.short, tongue)} {count.number}" for count in counts)) for tongue in languages
    )
    return Text(tuple((tongue, " · ".join(words)) for tongue, words in parts))
