"""Dates are read exactly as written and said in each language's own form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.draw.dates import Date, date_words, due_limit, fact_date, parse_date, year_fraction
from jn_presenter.model.fact import Fact, Facts
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import plain

WORDS = {
    "1992-06": ("1992年6月", "June 1992"),
    "2001-12": ("2001年12月", "December 2001"),
    "2010-11": ("2010年11月", "November 2010"),
    "2021-06-04": ("2021年6月4日", "4 June 2021"),
    "2020": ("2020年", "2020"),
    "2019": ("2019年", "2019"),
}


@pytest.mark.parametrize("text", WORDS)
def test_a_date_is_as_exact_as_it_was_given(text: str) -> None:
    assert (date_words(text, "zh"), date_words(text, "en")) == WORDS[text]
    assert date_words(text, "zh-Hans") == WORDS[text][0]
    assert date_words(text, "sv") == WORDS[text][1]
    assert date_words(text, "ja") == WORDS[text][0]


def test_a_due_is_said_as_a_limit(briefing: Facts) -> None:
    assert (due_limit("2025", briefing, "zh"), due_limit("2025", briefing, "en")) == ("至2025年", "to 2025")
    assert (due_limit("2035", briefing, "zh"), due_limit("2035", briefing, "en")) == ("到2035年", "by 2035")
    assert due_limit("2025-12", briefing, "zh") == "到2025年12月"
    assert due_limit("2025-12", briefing, "ja") == "2025年12月まで"


def test_a_due_ends_a_period_only_where_the_facts_say_so(briefing: Facts) -> None:
    goal = Fact(id="a", kind="target", label=plain("a"), due="2025")
    assert fact_date(goal, briefing, "zh") == "“十四五”期间（至2025年）"
    assert fact_date(goal, Facts(), "zh") == "2025年"
    assert due_limit("2025", Facts(), "en") == "by 2025"
    assert fact_date(goal, briefing, "sv", ("en", "zh")) == "14th Five-Year Plan (to 2025)"


def test_only_a_due_is_the_end_of_a_period(briefing: Facts) -> None:
    figure = Fact(id="a", kind="achieved", label=plain("a"), as_of="2025")
    assert (fact_date(figure, briefing, "zh"), fact_date(figure, briefing, "en")) == ("2025年", "2025")
    both = Fact(id="a", kind="achieved", label=plain("a"), as_of="2020", due="2025")
    assert fact_date(both, briefing, "zh") == "2020年"


def test_a_reference_to_a_date_fits_into_a_sentence(briefing: Facts) -> None:
    said = {
        name: (fact_date(fact, briefing, "zh"), fact_date(fact, briefing, "en"))
        for name, fact in briefing.facts.items()
        if fact.date
    }
    plan = ("“十四五”期间（至2025年）", "14th Five-Year Plan (to 2025)")
    dues = {name: plan for name, fact in briefing.facts.items() if fact.due == "2025"}
    assert len(dues) == 8
    assert said == dues | {
        "founded": ("1992年6月", "June 1992"),
        "national-level": ("2010年11月", "November 2010"),
        "ranking-2019": ("2019年", "2019"),
        "grid-revenue-2020": ("2020年", "2020"),
        "companion-start": ("2019年", "2019"),
        "companion-2021": ("2021年6月4日", "4 June 2021"),
        # "by <vision-2035.date>": the sentence has its own preposition.
        "vision-2035": ("2035年", "2035"),
    }
    assert fact_date(briefing.facts["green-coverage"], briefing, "zh") == ""


@pytest.mark.parametrize(
    "text",
    [
        "",
        "20",
        "2021-6",
        "2021-13",
        "2021-00",
        "2021-02-29",
        "2021-06-00",
        "0000",
        "2021/06",
        "2021-06-04 ",
        "２０２１",
        "-2021",
    ],
)
def test_a_wrong_date_is_a_finding_that_says_how_to_write_it(text: str) -> None:
    found = parse_date(text)
    assert isinstance(found, Finding)
    assert found.code == "date"
    assert text in found.message.zh
    assert text in found.message.en
    assert "1992-06" in found.hint.zh
    assert "1992-06" in found.hint.en
    assert date_words(text, "en") == text
    with pytest.raises(ValueError, match="not a date"):
        year_fraction(text)


@given(st.dates())
def test_every_day_of_the_calendar_is_read_back(day: object) -> None:
    text = str(day)
    date = parse_date(text)
    assert isinstance(date, Date)
    assert text == f"{date.year:04}-{date.month:02}-{date.day:02}"
    assert parse_date(text[:7]) == Date(date.year, date.month)
    assert parse_date(text[:4]) == Date(date.year)


def test_a_place_on_the_axis_is_that_of_the_first_day() -> None:
    assert year_fraction("2019") == 2019.0
    assert year_fraction("2019-01") == 2019.0
    assert year_fraction("1992-07") == pytest.approx(1992 + 182 / 366)
    assert year_fraction("2021-12-31") == pytest.approx(2021 + 364 / 365)


@given(st.dates(), st.dates())
def test_places_on_the_axis_are_in_the_order_of_the_days(a: object, b: object) -> None:
    assert (year_fraction(str(a)) < year_fraction(str(b))) == (str(a) < str(b))
