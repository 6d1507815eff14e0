"""Tags of languages, by the examples of RFC 5646 and the likely subtags of CLDR."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.model.language import base, canonical, is_right_to_left, is_tag, offered, readings, script_of, serving


@pytest.mark.parametrize(
    "tag",
    [
        "zh",
        "en-GB",
        "zh-Hant-TW",
        "sr-Latn-RS",
        "de-CH-1901",
        "sl-rozaj-biske-1994",
        "es-419",
        "zh-yue-HK",
        "de-DE-u-co-phonebk",
        "en-US-x-twain",
        "EN-gb",
        "ja",
        "hy-Latn-IT-arevela",
    ],
)
def test_well_formed_tags_are_tags(tag: str) -> None:
    assert is_tag(tag)
    assert canonical(tag.upper()) == canonical(tag.lower()) == canonical(canonical(tag))


@pytest.mark.parametrize(
    "word", ["", "z", "zh_CN", "zh-", "-zh", "中文", "english", "zh-Hans-", "e n", "zh--CN", "zh\n"]
)
def test_other_words_are_none(word: str) -> None:
    assert not is_tag(word)
    assert canonical(word) == word


@pytest.mark.parametrize(
    ("typed", "usual"),
    [
        ("ZH-HANT-tw", "zh-Hant-TW"),
        ("en-gb", "en-GB"),
        ("SR-latn", "sr-Latn"),
        ("es-419", "es-419"),
        ("EN-us-X-AB", "en-US-x-ab"),
        ("de-de-u-co-phonebk", "de-DE-u-co-phonebk"),
    ],
)
def test_tags_are_spelled_as_usual(typed: str, usual: str) -> None:
    assert canonical(typed) == usual


@pytest.mark.parametrize(
    ("tag", "script"),
    [
        ("zh", "Hans"),
        ("zh-TW", "Hant"),
        ("zh-hk", "Hant"),
        ("zh-SG", "Hans"),
        ("zh-Hant-CN", "Hant"),
        ("yue", "Hant"),
        ("ja", "Jpan"),
        ("KO-kr", "Kore"),
        ("ru", "Cyrl"),
        ("sr", "Cyrl"),
        ("sr-latn", "Latn"),
        ("el", "Grek"),
        ("de-AT", "Latn"),
        ("tlh", "Latn"),
        ("ar", "Arab"),
        ("az-Arab", "Arab"),
        ("", "Latn"),
    ],
)
def test_a_tag_tells_its_script(tag: str, script: str) -> None:
    assert script_of(tag) == script


def test_right_to_left_goes_by_the_script() -> None:
    assert [tag for tag in ("ar", "he", "fa-IR", "ur", "az", "ar-Latn", "az-Arab") if is_right_to_left(tag)] == [
        *("ar", "he", "fa-IR", "ur"),
        "az-Arab",
    ]


@pytest.mark.parametrize(
    ("asked", "there", "found"),
    [
        ("de-AT", ("zh", "de"), "de"),
        ("DE", ("zh", "de"), "de"),
        ("zh-Hant-TW", ("zh", "zh-Hant"), "zh-Hant"),
        ("zh-TW", ("zh",), ""),  # other characters
        ("zh", ("en", "zh-Hans"), "zh-Hans"),
        ("en-US", ("en-GB",), "en-GB"),
        ("zh-TW", ("zh", "zh-Hant"), "zh-Hant"),
        ("fr", ("zh", "en"), ""),
    ],
)
def test_whoever_asks_is_served_in_the_same_script(asked: str, there: tuple[str, ...], found: str) -> None:
    assert serving(asked, there) == found
    assert offered(asked, there) in ("", found)


@given(st.text(max_size=30))
def test_any_words_at_all_are_borne(word: str) -> None:
    assert canonical(canonical(word)) == canonical(word)
    assert len(script_of(word)) == 4
    assert base(word) == base(word).lower()


def test_of_many_languages_each_is_stacked_with_the_first_alone() -> None:
    assert readings(("zh",)) == (("zh",),)
    assert readings(("zh", "en", "ja"))[-1] == ("zh", "en", "ja")
    many = ("zh", "en", "ja", "ko")
    assert readings(many) == (*((one,) for one in many), ("zh", "en"), ("zh", "ja"), ("zh", "ko"))
