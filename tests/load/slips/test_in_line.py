"""What was meant by numbers, dates and lines that are written another way, as pure functions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.elements import ELEMENTS
from jn_presenter.layouts import LAYOUTS
from jn_presenter.load.dates import date_slip, real_date
from jn_presenter.load.numbers import NUMBER, number_slip
from jn_presenter.load.slips.chinese import WORDS
from jn_presenter.load.slips.lookalike import LETTERS, odd, plain
from jn_presenter.load.slips.mend import in_quotes, quoted, quoted_anew, replaced
from jn_presenter.schema.files import document
from tests.load.world import tree


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1,000", "1000"),
        ("1，000", "1000"),
        ("12,345,678.9", "12345678.9"),
        ("50 %", "50"),
        ("５０％", "50"),
        ("1,5", "1.5"),
        ("3 分钟", "3"),
        ("210余家", "210"),
        ("1.2万", "12000"),
        ("3亿元", "300000000"),
        ("约 2", "2"),
        ("二十三", "23"),
        ("十", "10"),
        ("1:30", "1.5"),
        ("1/4", "0.25"),
        ("1O", "10"),
        ("–1", "-1"),
        ("“2”", "2"),
        ("2\u200b", "2"),
        ("1e3", "1000"),
        (".5", "0.5"),
        ("1_000", "1000"),
        ("2-3", ""),
        ("many", ""),
        ("", ""),
        ("9" * 31 + "%", ""),
    ],
)
def test_a_number_in_another_form_is_understood(typed: str, meant: str) -> None:
    message, hint, number = number_slip(typed)
    assert number == meant
    assert meant in hint.zh
    assert message.zh != message.en


def test_percent_are_a_share_where_shares_are_asked_for() -> None:
    assert number_slip("10 %", share=True)[2] == "0.1"


@given(st.text(max_size=40))
def test_whatever_is_typed_what_is_proposed_is_a_number(typed: str) -> None:
    number = number_slip(typed)[2]
    assert not number or NUMBER.fullmatch(number)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2024/5/1", "2024-05-01"),
        ("2024.5", "2024-05"),
        ("2024年5月", "2024-05"),
        ("2024年5月1日", "2024-05-01"),
        ("２０２４年", "2024"),
        ("2024-5-1", "2024-05-01"),
        ("5/1/2024", ""),
        ("yesterday", ""),
    ],
)
def test_a_date_in_another_form_is_understood(typed: str, meant: str) -> None:
    assert date_slip(typed)[2] == meant


def test_a_day_that_there_is_not_is_told_by_its_month() -> None:
    assert date_slip("2024-13-01")[0].en == "there is no month 13"
    assert date_slip("2024-04-31")[0].zh == "2024 年 4 月没有 31 日"
    assert date_slip("2023-02-29")[1].en == "its days are 01 to 28"


@given(st.text(max_size=20))
def test_whatever_is_typed_what_is_proposed_is_a_date(typed: str) -> None:
    date = date_slip(typed)[2]
    assert not date or real_date(date)


def test_letters_of_other_alphabets_are_those_they_look_like() -> None:
    assert plain("tіtlе") == "title"
    assert [odd(word).code for word in ("tіtle", "ｔitle", "ti\u200btle", "“title”", "title\u00a0") if odd(word)] == [
        "look-alike",
        "full-width",
        "invisible-character",
        "curly-quotes",
        "wide-space",
    ]
    assert odd("title") is None
    assert odd("标题") is None
    assert all(not sign.isascii() and latin.isascii() for sign, latin in LETTERS.items())


def test_every_chinese_word_stands_for_something_that_files_may_say() -> None:
    known = "".join(map(document, ("slide", "briefing", "theme", "facts")))
    known += " ".join(f'"{name}"' for name in (*ELEMENTS.names(), *LAYOUTS.names(), "zh", "en", "ja", "night", "day"))
    unknown = {option for options in WORDS.values() for option in options if f'"{option}"' not in known}
    assert unknown == set()


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029\ufeff"), max_size=30))
def test_words_in_quotes_are_read_back(words: str) -> None:
    node, reading = tree(f"a: {quoted(words)}\n")
    assert reading.problems == []
    assert node is not None
    assert node.get("a").value == words  # type: ignore[union-attr]


def test_a_value_with_quotes_inside_is_quoted_as_a_whole() -> None:
    assert quoted_anew('"江宁"智造"之城"') == '"江宁“智造”之城"'
    assert quoted_anew('"a" b') == '"“a” b"'
    assert quoted_anew("'the city's aim'") == '"the city\'s aim"'


def test_a_line_is_corrected_alone_and_only_where_it_changes() -> None:
    text = "a: b\nc：d\ne: f\n"
    assert replaced(text, 6, 7, ": ") == "c: d"
    assert replaced(text, 0, 1, "a") == ""
    assert replaced(text, 3, 7, "x") == "", "two lines"
    assert in_quotes("- zh: %5\n", 6) == '- zh: "%5"'
