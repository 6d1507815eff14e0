"""Figures are said as the source means them, and a counter shows only lower numbers of the same shape."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.draw.numbers import FIGURE_SPACE, counting, counts, figure, plain_number, split_figure
from jn_presenter.model.fact import Fact, Facts, Op, Unit, UnitForms
from jn_presenter.model.text import plain

FIGURES = {
    "ranking-2019": ("第6位", "No. 6"),
    "ranking-streak": ("5年", "5 years"),
    "zones-nationwide": ("210余家", "more than 210 zones"),
    "listed-companies": ("32家", "32 companies"),
    "grid-revenue-2020": ("突破1000亿元", "over RMB 100 billion"),
    "nanjing-trillion": ("1个", "1 cluster"),
    "nanjing-500b": ("2个", "2 clusters"),
    "target-cluster-count": ("4个", "4 clusters"),
    "target-software": ("2000亿级", "the RMB 200-billion class"),
    "target-auto": ("千亿级", "the RMB 100-billion class"),
    "target-grid": ("千亿级", "the RMB 100-billion class"),
    "target-ict": ("千亿级", "the RMB 100-billion class"),
    "target-manufacturing": ("千亿级", "the RMB 100-billion class"),
    "target-ic": ("准千亿级", "just short of the RMB 100-billion class"),
    "future-network-nodes": ("30多个", "more than 30 nodes"),
    "baijiahu": ("第2位", "No. 2"),
    "green-coverage": ("47%", "47%"),
    "air-days": ("75%", "75%"),
}


def with_value(briefing: Facts, like: str, value: str, **changes: str) -> Fact:
    """The fact of the briefing named `like` with another value."""
    old = briefing.facts[like]
    fields = {name: getattr(old, name) for name in old.__struct_fields__} | changes
    return Fact(**{**fields, "value": Decimal(value)})


def test_every_fact_of_the_briefing_is_said_as_the_source_says_it(briefing: Facts) -> None:
    assert len(briefing.facts) == 79
    for name, fact in briefing.facts.items():
        assert (figure(fact, briefing, "zh"), figure(fact, briefing, "en")) == FIGURES.get(name, ("", ""))


@pytest.mark.parametrize(
    ("name", "zh", "en"),
    [
        ("grid-revenue-2020", "1000亿元", "RMB 100 billion"),
        ("target-software", "2000亿元", "RMB 200 billion"),
        ("listed-companies", "32家", "32 companies"),
        ("nanjing-trillion", "1个", "1 cluster"),
        # The unit has no bare form, and to drop the operator would make the figure exact.
        ("zones-nationwide", "210余家", "more than 210 zones"),
    ],
)
def test_a_bare_figure_has_no_article(briefing: Facts, name: str, zh: str, en: str) -> None:
    fact = briefing.facts[name]
    assert figure(fact, briefing, "zh", form="bare") == zh
    assert figure(fact, briefing, "en", form="bare") == en


@pytest.mark.parametrize(
    ("value", "zh", "en"),
    [
        ("10", "十亿级", "the RMB 1-billion class"),
        ("100", "百亿级", "the RMB 10-billion class"),
        ("1000", "千亿级", "the RMB 100-billion class"),
        ("5000", "5000亿级", "the RMB 500-billion class"),
        ("10000", "万亿级", "the RMB 1-trillion class"),
        ("20000", "2万亿级", "the RMB 2-trillion class"),
        ("1500.5", "1500.5亿级", "the RMB 150.05-billion class"),
    ],
)
def test_class_forms_name_the_order(briefing: Facts, value: str, zh: str, en: str) -> None:
    fact = with_value(briefing, "target-auto", value)
    assert (figure(fact, briefing, "zh"), figure(fact, briefing, "en")) == (zh, en)


@pytest.mark.parametrize(
    ("value", "zh", "en"),
    [
        ("1.10", "1.10亿元", "RMB 110 million"),
        ("12.50", "12.50亿元", "RMB 1.250 billion"),
        ("0.005", "0.005亿元", "RMB 500,000"),
        ("0", "0亿元", "RMB 0"),
        ("1234567", "1234567亿元", "RMB 123.4567 trillion"),
        ("-20", "−20亿元", "RMB −2 billion"),
        ("123456789012345678901234567890.1", "123456789012345678901234567890.1亿元", None),
    ],
)
def test_digits_stay_as_they_were_typed(briefing: Facts, value: str, zh: str, en: str | None) -> None:
    fact = with_value(briefing, "target-auto", value, op="exact")
    assert figure(fact, briefing, "zh") == zh
    if en is None:
        en = "RMB 12,345,678,901,234,567,890,123,456.78901 trillion"
    assert figure(fact, briefing, "en") == en


def test_counts_take_commas_in_english_alone(briefing: Facts) -> None:
    fact = with_value(briefing, "listed-companies", "12345678")
    assert figure(fact, briefing, "en") == "12,345,678 companies"
    assert figure(fact, briefing, "zh") == "12345678家"


@pytest.mark.parametrize(
    ("like", "word", "zh"),
    [
        ("grid-revenue-2020", "突破", "突破1000亿元"),
        ("grid-revenue-2020", "", "超过1000亿元"),
        ("grid-revenue-2020", "余", "1000余亿元"),
        ("zones-nationwide", "多", "1000多家"),
        ("zones-nationwide", "", "超过1000家"),
        # percent has no form for "over": the operator is never lost.
        ("green-coverage", "", "超过1000%"),
        ("green-coverage", "余", "1000余%"),
    ],
)
def test_each_word_for_over_stands_on_its_own_side_of_the_number(
    briefing: Facts, like: str, word: str, zh: str
) -> None:
    assert figure(with_value(briefing, like, "1000", op="over", word=word), briefing, "zh") == zh


@pytest.mark.parametrize(
    ("op", "zh", "en"),
    [
        ("over", "超过7%", "over 7%"),
        ("class", "7%级", "the 7% class"),
        ("near-class", "准7%级", "just short of the 7% class"),
    ],
)
def test_an_operator_without_a_form_is_said_all_the_same(briefing: Facts, op: str, zh: str, en: str) -> None:
    fact = with_value(briefing, "green-coverage", "7", op=op)
    assert (figure(fact, briefing, "zh"), figure(fact, briefing, "en")) == (zh, en)


def test_an_unknown_unit_leaves_the_number(briefing: Facts) -> None:
    fact = with_value(briefing, "green-coverage", "4700", unit="")
    assert (figure(fact, briefing, "zh"), figure(fact, briefing, "en")) == ("4700", "4,700")


def test_a_regional_tag_takes_its_base_and_an_unknown_one_the_first_language(briefing: Facts) -> None:
    fact = briefing.facts["target-auto"]
    assert figure(fact, briefing, "en-GB") == "the RMB 100-billion class"
    assert figure(fact, briefing, "zh-Hans") == "千亿级"
    assert figure(fact, briefing, "fr") == "千亿级"


YEN = Unit(
    id="yen",
    scale=Decimal(100_000_000),
    languages=(
        ("ja", UnitForms((("exact", "{v}億円"),))),
        ("en", UnitForms((("exact", "JPY {v}"), ("over", "{word} JPY {v}")))),
    ),
)
VISITORS = Unit(id="people", languages=(("ja", UnitForms((("exact", "{v}人"), ("over", "{v}人{word}")))),))


@pytest.mark.parametrize(
    ("value", "op", "ja", "en"),
    [
        ("1200", "exact", "1,200億円", "JPY 120 billion"),
        ("1200", "over", "1,200億円超", "over JPY 120 billion"),
        ("1000", "class", "1,000億円級", "the JPY 100-billion class"),
        ("1000", "near-class", "1,000億円級に迫る規模", "just short of the JPY 100-billion class"),
        ("-0.5", "exact", "−0.5億円", "JPY −50 million"),
    ],
)
def test_japanese_has_its_own_forms(value: str, op: Op, ja: str, en: str) -> None:
    said = Fact(id="a", kind="achieved", label=plain("a"), value=Decimal(value), op=op, unit="yen")
    facts = Facts({"a": said}, {"yen": YEN})
    assert (figure(said, facts, "ja"), figure(said, facts, "en")) == (ja, en)


@pytest.mark.parametrize("word", ["", "突破", "余"])
def test_a_chinese_word_for_over_stays_in_chinese(word: str) -> None:
    said = Fact(id="a", kind="achieved", label=plain("a"), value=Decimal(12000), op="over", word=word, unit="people")
    assert figure(said, Facts({"a": said}, {"people": VISITORS}), "ja") == "12,000人超"


def test_ranks_and_numbers_of_years_do_not_count_up(briefing: Facts) -> None:
    still = {name for name, fact in briefing.facts.items() if fact.value and not counts(fact, briefing.unit(fact))}
    assert still == {"ranking-2019", "ranking-streak", "baijiahu"}
    assert not counts(briefing.facts["founded"], None)
    place = Unit(id="place", languages=(("zh", UnitForms((("exact", "第{v}名"),))),))
    assert not counts(Fact(id="a", kind="achieved", label=plain("a"), value=Decimal(3), unit="place"), place)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("突破1000亿元", ("突破", "1000", "亿元")),
        ("RMB 1,234.50 billion", ("RMB ", "1,234.50", " billion")),
        ("47%", ("", "47", "%")),
        ("千亿级", ("千亿级", "", "")),
        ("No. 6.", ("No. ", "6", ".")),
        ("", ("", "", "")),
    ],
)
def test_a_figure_is_split_at_its_number(text: str, parts: tuple[str, str, str]) -> None:
    assert split_figure(text) == parts


def test_a_counter_rises_within_its_places() -> None:
    steps = [counting("约1,200.5亿元", t).replace(FIGURE_SPACE, "_") for t in (0.0, 0.01, 0.1, 0.5, 0.999, 1.0)]
    assert steps == [
        "约____0.0亿元",
        "约___12.0亿元",
        "约__120.0亿元",
        "约__600.2亿元",
        "约1,199.2亿元",
        "约1,200.5亿元",
    ]


FINALS = st.builds(
    lambda before, value, after: f"{before}{value:,f}{after}",
    st.sampled_from(["", "突破", "RMB ", "准"]),
    st.decimals(min_value=0, max_value=10**30, places=3, allow_nan=False) | st.integers(0, 10**40).map(Decimal),
    st.sampled_from(["", "亿元", " billion", "%", " zones"]),
)


@given(final=FINALS | st.text(), t=st.floats(0, 1))
def test_every_counter_keeps_its_places_and_ends_on_the_final_string(final: str, t: float) -> None:
    now = counting(final, t)
    assert counting(final, 1.0) == final
    assert len(now) == len(final)
    before, number, after = split_figure(final)
    shown = now[len(before) : len(now) - len(after)]
    assert now == before + shown + after
    if number:
        places = shown.lstrip(FIGURE_SPACE)
        assert FIGURE_SPACE not in places
        # Separators never move: what is shown is a lower number under the final one's own commas and point.
        assert [c for c in places if c in ",."] == [c for c in number[-len(places) :] if c in ",."]
        assert 0 <= Decimal(places.replace(",", "")) <= Decimal(number.replace(",", ""))


@given(final=FINALS, a=st.floats(0, 1), b=st.floats(0, 1))
def test_a_counter_never_falls(final: str, a: float, b: float) -> None:
    def value(t: float) -> Decimal:
        return Decimal(split_figure(counting(final, t))[1].replace(",", ""))

    assert value(min(a, b)) <= value(max(a, b))


@given(st.decimals(allow_nan=False, allow_infinity=False, max_value=10**25, min_value=-(10**25)))
def test_a_plain_number_keeps_every_digit(value: Decimal) -> None:
    for language in ("zh", "en", "sv"):
        written = plain_number(value, language).replace(",", "").replace("−", "-")
        assert Decimal(written) == value
        assert written == f"{value:f}"
    assert plain_number(Decimal("-1234.50"), "en") == "−1,234.50"
    assert plain_number(Decimal("-1234.50"), "zh") == "−1234.50"
