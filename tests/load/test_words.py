"""Localized texts and other words, and what YAML would lose of them without a word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.load.reading import BAD
from jn_presenter.model.text import Text, plain
from tests.load.world import briefs, context, value_of


def test_a_plain_string_stands_for_all_languages() -> None:
    assert value_of("SAIC 2021", Text) == (plain("SAIC 2021"), [])


def test_a_text_has_one_string_a_language_in_their_order() -> None:
    found, problems = value_of("\n  en: one\n  zh: 一", Text)
    assert found == Text((("en", "one"), ("zh", "一")))
    assert problems == []


def test_languages_are_shared_strings_so_that_large_decks_stay_small() -> None:
    shared = context(languages=("zh-Hans", "en"))
    found, _ = value_of("\n  zh-Hans: 一", Text, shared)
    assert found.variants[0][0] is shared.languages[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("|\n  a\n  b\n\n", "a\nb"),
        (">\n  a\n  b\n", "a b"),
        ("|-\n  a\n", "a"),
        ('"a\\n"', "a\n"),
        ("'  a'", "  a"),
        ('""', ""),
        ("null-modem", "null-modem"),
        ('"null"', "null"),
        ("~", "~"),
        ("a#b", "a#b"),
        ("==a== <b> <<c", "==a== <b> <<c"),
    ],
)
def test_strings_stay_what_was_typed(text: str, expected: str) -> None:
    assert value_of(text, Text) == (plain(expected), [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "empty:1:3"),
        ("null", "null:1:4"),
        ("#881818", "lost-comment:1:4"),
        ("  # note", "lost-comment:1:6"),
        (">5", "lost-block:1:4"),
        (">", "lost-block:1:4"),
        ("|", "lost-block:1:4"),
        ("No. #1", "lost-text:1:8"),
        ("Rank 1\t#1", "lost-text:1:11"),
        ("two\n  lines #1", "lost-text:2:9"),
        ("[a, b]", "wrong-type:1:4"),
        ("zh：一", "full-width-colon:1:6"),
        ("\n  zh：一\n  en：one", "full-width-colon:2:5"),
        ("\n  zh: 一\n  fr: un", "unknown-language:3:3"),
        ("\n  zh: 一\n  en:", "empty:3:6"),
        ("\n  zh: 一\n  en: null", "null:3:7"),
        ("\n  zh: 一\n  en: [a]", "wrong-type:3:7"),
        ("\n  zh: 第 #1\n  en: a", "lost-text:2:9"),
        ("{zh: 一, en: one, two}", "comma-in-text:1:21"),
        ("{}", "wrong-type:1:4"),
    ],
)
def test_a_text_that_is_not_whole_is_a_problem(text: str, expected: str) -> None:
    found, problems = value_of(text, Text)
    assert found is BAD
    assert briefs(problems) == [expected]


def test_all_problems_of_a_text_are_found_at_once() -> None:
    _, problems = value_of("\n  zh: 第 #1\n  fr: a\n  en:", Text)
    assert briefs(problems) == ["lost-text:2:9", "unknown-language:3:3", "empty:4:6"]


def test_chinese_alone_is_a_problem_where_another_script_is_offered_but_is_shown() -> None:
    found, problems = value_of("江宁", Text)
    assert found == plain("江宁")
    assert briefs(problems) == ["han-in-plain-text:1:4"]
    assert problems[0].severity == "error"


@pytest.mark.parametrize("languages", [("zh",), ("zh-Hans", "zh-Hant"), ("ja", "zh")])
def test_chinese_alone_is_fine_where_every_language_is_written_in_it(languages: tuple[str, ...]) -> None:
    assert value_of("江宁", Text, context(languages=languages))[1] == []


def test_punctuation_and_full_width_signs_are_no_chinese() -> None:
    assert value_of("“1992” —— 2021 · ！", Text)[1] == []


def test_a_comment_may_follow_a_name_but_not_words() -> None:
    assert value_of("gold  # the accent", str) == ("gold", [])
    found, problems = value_of("some words # cut", str)
    assert found is BAD
    assert briefs(problems) == ["lost-text:1:15"]


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1, max_size=40))
def test_every_quoted_text_is_read_back(words: str) -> None:
    quoted = "'" + words.replace("'", "''") + "'"
    shared = context(languages=("zh",))
    assert value_of(quoted, Text, shared) == (plain(words), [])
