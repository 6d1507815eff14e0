"""Every language has all its forms, and one without any reads English."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.draw import words
from jn_presenter.draw.dates import date_words, due_limit
from jn_presenter.draw.instants import MONTH, instant, time_words
from jn_presenter.draw.locales import ENGLISH, JAPANESE, LOCALES, Locale, locale
from jn_presenter.draw.numbers import (
    FIGURE_SPACE,
    counting,
    figure,
    number_value,
    percent,
    plain_number,
    split_figure,
)
from jn_presenter.draw.ticks import tick_words
from jn_presenter.model.fact import Fact, Facts, Op, Unit, UnitForms
from jn_presenter.model.text import Text, plain


@pytest.mark.parametrize(
    ("language", "tag"), [("zh-Hans", "zh"), ("ja-JP", "ja"), ("en", "en"), ("sv", "en"), ("", "en")]
)
def test_a_tag_takes_its_base_and_any_other_language_english(language: str, tag: str) -> None:
    assert locale(language).tag == tag


@pytest.mark.parametrize("own", LOCALES.values(), ids=LOCALES)
def test_a_locale_has_a_form_for_every_operator_and_date(own: Locale) -> None:
    assert {op for op, _ in own.derived} == {"over", "class", "near-class"}
    assert all("{exact}" in form for _, form in own.derived)
    assert len(own.months) == 12
    assert all("{y}" in form for form in (own.year, own.month, own.day))
    assert all("{date}" in form for form in (own.by, own.to))
    assert "{words}" in own.brackets


def test_all_that_the_program_says_to_the_audience_is_there_in_every_language() -> None:
    texts = {name: text for name, text in vars(words).items() if isinstance(text, Text)}
    assert len(texts) > 10
    for name, text in texts.items():
        assert set(text.languages) == set(LOCALES), name
        holes = {string.count("{") for _, string in text.variants}
        assert len(holes) == 1, name


def test_program_words_of_a_language_without_any_are_english() -> None:
    assert words.said(words.TARGET, ("ja", "sv")).variants == (("ja", "目標"), ("sv", "Target"))
    assert locale("sv") is ENGLISH is not JAPANESE


FIGURES = {
    "zh": ("1234.5", "1234", "1234567"),
    "en": ("1,234.5", "1,234", "1,234,567"),
    "ja": ("1,234.5", "1,234", "1,234,567"),
    "ko": ("1,234.5", "1,234", "1,234,567"),
    "de": ("1.234,5", "1.234", "1.234.567"),
    "fr": ("1\u202f234,5", "1\u202f234", "1\u202f234\u202f567"),
    "ru": ("1\u00a0234,5", "1\u00a0234", "1\u00a0234\u00a0567"),
    "es": ("1234,5", "1234", "1.234.567"),
    "it": ("1234,5", "1234", "1.234.567"),
    "pt": ("1.234,5", "1.234", "1.234.567"),
}
"""By CLDR 47; in Chinese thousands are not set apart, as the source writes them."""


@pytest.mark.parametrize("language", FIGURES)
def test_numbers_have_the_separators_of_their_language(language: str) -> None:
    written = tuple(plain_number(Decimal(value), language) for value in ("1234.5", "1234", "1234567"))
    assert written == FIGURES[language]
    assert plain_number(Decimal("-12345.60"), language)[0] == "−"
    for number, value in zip(written, ("1234.5", "1234", "1234567"), strict=True):
        assert split_figure(f"≈ {number} x") == ("≈ ", number, " x")
        assert number_value(number, language) == Decimal(value)


@given(
    st.decimals(min_value=0, max_value=10**15, places=2) | st.integers(0, 10**15).map(Decimal),
    st.sampled_from(sorted(LOCALES)),
)
def test_what_is_written_is_read_again(value: Decimal, language: str) -> None:
    written = plain_number(value, language)
    assert split_figure(written)[1] == written
    assert number_value(written, language) == value
    assert counting(written, 0.0, language).lstrip(FIGURE_SPACE).strip("0.,") == ""


@pytest.mark.parametrize(
    ("number", "language", "value"),
    [
        ("12.5", "de", "12.5"),  # typed as in English
        ("12,5", "en", "12.5"),
        ("1,200", "de", "1.2"),  # a decimal comma with three places
        ("1.200", "de", "1200"),
        ("1.234,5", "zh", "1234.5"),
        ("12,5", "zh", "12.5"),
    ],
)
def test_numbers_typed_as_elsewhere_are_read_by_what_they_can_be(number: str, language: str, value: str) -> None:
    assert number_value(number, language) == Decimal(value)


DATES = {
    "ko": ("2021년 6월 4일", "2021년 6월", "2021년", "2021년 6월 1일"),
    "de": ("4. Juni 2021", "Juni 2021", "2021", "1. Juni 2021"),
    "fr": ("4 juin 2021", "juin 2021", "2021", "1er juin 2021"),
    "ru": ("4 июня 2021\u202fг.", "июнь 2021\u202fг.", "2021\u202fг.", "1 июня 2021\u202fг."),
    "es": ("4 de junio de 2021", "junio de 2021", "2021", "1 de junio de 2021"),
    "it": ("4 giugno 2021", "giugno 2021", "2021", "1º giugno 2021"),
    "pt": ("4 de junho de 2021", "junho de 2021", "2021", "1º de junho de 2021"),
}
"""The long forms of CLDR 47, but for the first of a month, which printers write as an ordinal."""


@pytest.mark.parametrize("language", DATES)
def test_dates_are_written_as_the_language_has_them(language: str) -> None:
    dates = ("2021-06-04", "2021-06", "2021", "2021-06-01")
    assert tuple(date_words(date, language) for date in dates) == DATES[language]


LIMITS = {
    "de": ("bis 2035", "bis Juni 2035", "bis 4. Juni 2035"),
    "fr": ("d’ici 2035", "d’ici juin 2035", "d’ici le 4 juin 2035"),
    "ru": ("до 2035\u202fг.", "до июня 2035\u202fг.", "до 4 июня 2035\u202fг."),
    "it": ("entro il 2035", "entro giugno 2035", "entro il 4 giugno 2035"),
    "es": ("para 2035", "para junio de 2035", "para el 4 de junio de 2035"),
    "ko": ("2035년까지", "2035년 6월까지", "2035년 6월 4일까지"),
}


@pytest.mark.parametrize("language", LIMITS)
def test_limits_are_said_with_the_case_and_article_that_they_need(language: str) -> None:
    assert tuple(due_limit(due, Facts(), language) for due in ("2035", "2035-06", "2035-06-04")) == LIMITS[language]


YUAN = Unit(
    id="yi-yuan",
    scale=Decimal(100_000_000),
    languages=(
        ("ko", UnitForms((("exact", "{v}억 위안"),))),
        ("de", UnitForms((("exact", "{v} Yuan"),))),
        ("fr", UnitForms((("exact", "{v} yuans"), ("many", "{v} de yuans")))),
        ("ru", UnitForms((("exact", "{v} юаня"), ("many", "{v} юаней")))),
        ("es", UnitForms((("exact", "{v} de yuanes"),))),
        ("it", UnitForms((("exact", "{v} di yuan"),))),
        ("pt", UnitForms((("exact", "{v} de yuans"),))),
    ),
)
MONEY = {
    "ko": ("1,000억 위안", "0.5억 위안", "10,000억 위안", "1,000억 위안 초과"),
    "de": ("100 Mrd. Yuan", "50 Mio. Yuan", "1 Bio. Yuan", "über 100 Mrd. Yuan"),
    "fr": (
        "100 milliards de yuans",
        "50 millions de yuans",
        "1 billion de yuans",
        "plus de 100 milliards de yuans",
    ),
    "ru": ("100 млрд юаней", "50 млн юаней", "1 трлн юаней", "более 100 млрд юаней"),
    "es": ("100 mil millones de yuanes", "50 millones de yuanes", "1 billón de yuanes", None),
    "it": ("100 miliardi di yuan", "50 milioni di yuan", "1000 miliardi di yuan", None),
    "pt": ("100 bilhões de yuans", "50 milhões de yuans", "1 trilhão de yuans", None),
}


@pytest.mark.parametrize("language", MONEY)
def test_a_hundred_million_yuan_is_said_in_the_powers_of_ten_of_the_language(language: str) -> None:
    said = []
    asked: tuple[tuple[str, Op], ...] = (("1000", "exact"), ("0.5", "exact"), ("10000", "exact"), ("1000", "over"))
    for value, op in asked:
        fact = Fact(id="a", kind="achieved", label=plain("a"), value=Decimal(value), op=op, unit="yi-yuan")
        said.append(figure(fact, Facts({"a": fact}, {"yi-yuan": YUAN}), language))
    assert all(word in (None, own) for word, own in zip(MONEY[language], said, strict=True)), said


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de", ("0", "1,5\u00a0Mrd.", "3,0\u00a0Mrd.")),
        ("fr", ("0", "1,5\u00a0Md", "3,0\u00a0Md")),
        ("ru", ("0", "1,5\u00a0млрд", "3,0\u00a0млрд")),
        ("ko", ("0", "15억", "30억")),
    ],
)
def test_axes_count_in_the_words_of_the_language(language: str, words: tuple[str, ...]) -> None:
    assert tick_words((0.0, 1.5e9, 3e9), language) == words
    assert tick_words((0.0, 12_500.0), "fr") == ("0", "12\u202f500")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de", ("Juni 2021", "Jul", "Aug")),
        ("fr", ("juin 2021", "juil.", "août")),
        ("ru", ("июнь 2021\u202fг.", "июль", "авг.")),
    ],
)
def test_months_at_the_ticks_can_be_told_apart(language: str, words: tuple[str, ...]) -> None:
    moments = [instant(f"2021-0{month}") for month in (6, 7, 8)]
    said = time_words([moment for moment in moments if moment is not None], MONTH, language)
    assert said[1:] == words[1:]
    assert said[0].startswith(words[0][:3])


def test_shares_stand_apart_from_their_sign_where_the_language_has_it_so() -> None:
    said = {tag: percent("47", tag) for tag in LOCALES}
    assert {tag for tag, words in said.items() if words == "47\u00a0%"} == {"de", "fr", "ru", "es"}
    assert {said[tag] for tag in ("zh", "en", "ja", "ko", "it", "pt")} == {"47%"}
