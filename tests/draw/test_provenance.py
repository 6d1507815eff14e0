"""The foot of a slide says where its facts come from, gives no date that the source has not, and names targets."""

from itertools import combinations

import pytest

from jn_presenter.draw.provenance import provenance, slide_facts
from jn_presenter.model.deck import Free, Slide
from jn_presenter.model.element import Element
from jn_presenter.model.fact import Fact, Facts, Source
from jn_presenter.model.fields import FactId
from jn_presenter.model.text import Text, plain

ZH = "来源：江宁开发区管委会"
EN = "Source: Jiangning ETDZ"
LINES = {
    # All three parts at once: a dated figure, a target with its due, and a figure without date.
    ("grid-revenue-2020", "target-auto", "green-coverage"): (
        "（2020年；目标：至2025年；其余原文未注日期）",
        " (2020; target: to 2025; others undated in source)",
    ),
    ("green-coverage",): ("（原文未注日期）", " (undated in source)"),
    ("grid-revenue-2020",): ("（2020年）", " (2020)"),
    ("grid-revenue-2020", "ranking-2019"): ("（2019年、2020年）", " (2019, 2020)"),
    ("ranking-2019", "zones-nationwide"): ("（2019年；其余原文未注日期）", " (2019; others undated in source)"),
    ("target-auto", "green-coverage"): (
        "（目标：至2025年；其余原文未注日期）",
        " (target: to 2025; others undated in source)",
    ),
    ("target-auto", "target-ic"): ("（目标：至2025年）", " (targets: to 2025)"),
    ("vision-2035",): ("（目标：到2035年）", " (target: by 2035)"),
    ("vision-2035", "target-auto"): ("（目标：至2025年、到2035年）", " (targets: to 2025, by 2035)"),
    # Targets without a due.
    ("positioning",): ("；目标（原文未注期限）", "; target (no due date in source)"),
    ("positioning", "city-goal"): ("；目标（原文未注期限）", "; targets (no due date in source)"),
    ("nanjing-trillion",): ("；目标（原文未注期限）", "; target (no due date in source)"),
    ("world-cluster-core", "target-auto"): (
        "（目标：至2025年）；其余目标（原文未注期限）",
        " (target: to 2025); other target (no due date in source)",
    ),
    ("positioning", "green-coverage"): (
        "（原文未注日期）；目标（原文未注期限）",
        " (undated in source); target (no due date in source)",
    ),
    # An event carries its own date; what is undated beside it is the figure.
    ("founded",): ("", ""),
    ("founded", "green-coverage"): ("（数据原文未注日期）", " (figures undated in source)"),
    ("founded", "vision-2035"): ("（目标：到2035年）", " (target: by 2035)"),
    # Nothing is said of statements without figure, programs and claims.
    ("grid-leaders",): ("", ""),
    ("shared-four", "four-strengths"): ("", ""),
    ("fyp14-chains",): ("", ""),
}


@pytest.mark.parametrize("ids", LINES)
def test_the_line_says_of_each_fact_what_the_source_says(briefing: Facts, ids: tuple[str, ...]) -> None:
    zh, en = provenance(ids, briefing, ("zh", "en"))
    assert (zh.plain, en.plain) == (ZH + LINES[ids][0], EN + LINES[ids][1])
    assert (zh.language, en.language, zh.findings) == ("zh", "en", ())


JAPANESE = {
    ("grid-revenue-2020", "target-auto", "green-coverage"): (
        "（2020年、目標：2025年まで、その他は原文に日付の記載なし）"
    ),
    ("grid-revenue-2020", "ranking-2019"): "（2019年・2020年）",
    ("green-coverage",): "（原文に日付の記載なし）",
    ("founded", "green-coverage"): "（数値は原文に日付の記載なし）",
    ("vision-2035", "target-auto"): "（目標：2025年まで・2035年まで）",
    ("positioning", "green-coverage"): "（原文に日付の記載なし）／目標（原文に期限の記載なし）",
    ("world-cluster-core", "target-auto"): "（目標：2025年まで）／その他の目標（原文に期限の記載なし）",
    ("founded",): "",
}


@pytest.mark.parametrize("ids", JAPANESE)
def test_the_line_is_said_in_japanese_too(briefing: Facts, ids: tuple[str, ...]) -> None:
    (ja,) = provenance(ids, briefing, ("ja",))
    assert (ja.language, ja.found) == ("ja", "ja")
    assert ja.plain == "出典：Jiangning ETDZ" + JAPANESE[ids]  # the source of this deck has no Japanese name


def test_the_order_of_the_facts_does_not_change_the_line(briefing: Facts) -> None:
    for ids in LINES:
        assert provenance(reversed(ids), briefing, ("zh", "en")) == provenance(ids, briefing, ("zh", "en"))


def test_undated_is_said_exactly_of_achieved_figures_without_date(briefing: Facts) -> None:
    for one, other in combinations(briefing.facts.values(), 2):
        zh, en = (line.plain for line in provenance((one.id, other.id), briefing, ("zh", "en")))
        pair = (one, other)
        undated = any(f.kind == "achieved" and f.value is not None and not f.as_of for f in pair)
        assert ("原文未注日期" in zh) == ("undated in source" in en) == undated
        assert ("目标（原文未注期限）" in zh) == any(f.kind == "target" and not f.due for f in pair)
        assert ("目标：" in zh) == any(f.kind == "target" and f.due for f in pair)
        for year in ("2019", "2020"):
            assert (year in zh) == (year in en) == any(f.value is not None and f.as_of == year for f in pair)


def test_without_facts_there_is_no_line(briefing: Facts) -> None:
    assert provenance((), briefing, ("zh", "en")) == ()
    assert provenance(("no-such-fact",), briefing, ("zh", "en")) == ()


def test_other_languages_read_english_and_the_line_stands_once(briefing: Facts) -> None:
    (line,) = provenance(("green-coverage",), briefing, ("sv", "en"))
    assert (line.language, line.found) == ("sv", "en")
    assert line.plain == "Source: Jiangning ETDZ (undated in source)"
    (line,) = provenance(("green-coverage",), briefing, ("zh-Hans",))
    assert line.plain == "来源：江宁开发区管委会（原文未注日期）"


def test_each_source_answers_for_its_own_facts(briefing: Facts) -> None:
    bureau = Source(id="bureau", publisher=plain("Bureau"), short=Text((("zh", "统计局"), ("en", "Statistics"))))
    other = Fact(id="other", kind="target", label=plain("x"), source="bureau")
    facts = Facts(
        {**briefing.facts, "other": other}, briefing.units, {"article": briefing.sources["article"], "bureau": bureau}
    )
    zh, en = provenance(("green-coverage", "other"), facts, ("zh", "en"))
    assert zh.plain == ZH + "（原文未注日期）；统计局；目标（原文未注期限）"
    assert en.plain == EN + " (undated in source); Statistics; target (no due date in source)"


def test_without_a_named_source_the_dates_are_said_all_the_same(briefing: Facts) -> None:
    facts = Facts(briefing.facts, briefing.units, {})
    assert provenance(("green-coverage",), facts, ("zh",))[0].plain == "来源：原文未注日期"


class Chart(Element, frozen=True, kw_only=True):
    fact: FactId | None = None
    facts: tuple[FactId, ...] = ()
    labels: tuple[tuple[str, Text], ...] = ()
    colour: str = ""


def test_a_slide_shows_what_its_texts_fields_and_list_name(briefing: Facts) -> None:
    chart = Chart(
        fact=FactId("green-coverage"),
        facts=(FactId("air-days"), FactId("green-coverage")),
        labels=(("a", Text((("zh", "<founded.date>"), ("en", "<national-level.date>")))),),
        colour="city-goal",
    )
    box = Chart(labels=(("b", plain("<ranking-2019.label> <<positioning> <no-such-fact>")),))
    slide = Slide(
        id="a/b",
        theme="a",
        layout="points",
        title=plain("<target-auto>，<air-days>"),
        slots=(("chart", (chart,)), ("points", ())),
        free=(Free(element=box),),
        facts=(FactId("shared-four"), FactId("founded")),
        notes=plain("<baijiahu>"),
        plain="mission-three",
    )
    assert slide_facts(slide, briefing) == (
        "target-auto",
        "air-days",
        "green-coverage",
        "founded",
        "national-level",
        "ranking-2019",
        "shared-four",
    )
