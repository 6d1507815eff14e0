"""What a source's facts are, in numbers: reached and dated, reached and undated, targets, programmes, judgements."""

from decimal import Decimal

from msgspec import Struct

from jn_presenter.draw.words import FALLBACK, said, say, words
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


# fmt: off
CATEGORIES = (
    Category(
        "dated",
        words(
            zh="已实现，注明日期", en="Reached, dated in source", ja="実現（日付の記載あり）",
            ko="달성, 원문에 날짜 있음", de="Erreicht, in der Quelle datiert", fr="Atteint, daté dans la source",
            ru="Достигнуто, дата указана", es="Alcanzado, con fecha en la fuente",
            it="Raggiunto, con data nella fonte", pt="Alcançado, com data na fonte",
        ),
        words(
            zh="注明日期", en="dated", ja="日付あり", ko="날짜 있음", de="datiert", fr="datés", ru="с датой",
            es="con fecha", it="con data", pt="com data",
        ),
        "achieved",
        True,
    ),
    Category(
        "undated",
        words(
            zh="已实现，原文未注日期", en="Reached, undated in source", ja="実現（原文に日付の記載なし）",
            ko="달성, 원문에 날짜 없음", de="Erreicht, in der Quelle undatiert",
            fr="Atteint, non daté dans la source", ru="Достигнуто, дата не указана",
            es="Alcanzado, sin fecha en la fuente", it="Raggiunto, senza data nella fonte",
            pt="Alcançado, sem data na fonte",
        ),
        words(
            zh="未注日期", en="undated", ja="日付なし", ko="날짜 없음", de="undatiert", fr="non datés", ru="без даты",
            es="sin fecha", it="senza data", pt="sem data",
        ),
        "achieved",
        False,
    ),
    Category("targets", words(
        zh="目标", en="Targets", ja="目標", ko="목표", de="Ziele", fr="Objectifs", ru="Цели", es="Objetivos",
        it="Obiettivi", pt="Metas",
    ), words(
        zh="目标", en="targets", ja="目標", ko="목표", de="Ziele", fr="objectifs", ru="цели", es="objetivos",
        it="obiettivi", pt="metas",
    ), "target"),
    Category(
        "programs",
        words(
            zh="政策、规划与做法", en="Policies, plans and methods", ja="政策・計画・手法", ko="정책·계획·방법",
            de="Programme, Pläne und Verfahren", fr="Politiques, plans et méthodes", ru="Политика, планы и методы",
            es="Políticas, planes y métodos", it="Politiche, piani e metodi", pt="Políticas, planos e métodos",
        ),
        words(
            zh="规划", en="plans", ja="計画", ko="계획", de="Pläne", fr="plans", ru="планы", es="planes", it="piani",
            pt="planos",
        ),
        "program",
    ),
    Category("claims", words(
        zh="定性判断", en="Judgements", ja="評価", ko="평가", de="Einschätzungen", fr="Appréciations", ru="Оценки",
        es="Valoraciones", it="Valutazioni", pt="Avaliações",
    ), words(
        zh="判断", en="judgements", ja="評価", ko="평가", de="Einschätzungen", fr="appréciations", ru="оценки",
        es="valoraciones", it="valutazioni", pt="avaliações",
    ), "claim"),
)
"""Every fact is in one of these."""
FACTS = words(
    zh="条数", en="Facts", ja="件数", ko="건수", de="Angaben", fr="Données", ru="Данные", es="Datos", it="Dati",
    pt="Dados",
)
ALL = words(
    zh="共{number}条", en="{number} facts in all", ja="全{number}件", ko="총 {number}건",
    de="{number} Angaben insgesamt", fr="{number} données au total", ru="всего: {number}",
    es="{number} datos en total", it="{number} dati in tutto", pt="{number} dados ao todo",
)
ALL_OF_ONE = words(
    zh="共1条", en="One fact in all", ja="全1件", ko="총 1건", de="Eine Angabe insgesamt", fr="Une donnée au total",
    ru="всего: 1", es="Un dato en total", it="Un dato in tutto", pt="Um dado ao todo",
)
# fmt: on


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
