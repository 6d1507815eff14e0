"""Every language has all its forms, and one without any reads English."""

import pytest

from jn_presenter.draw import words
from jn_presenter.draw.locales import ENGLISH, JAPANESE, LOCALES, Locale, locale
from jn_presenter.model.text import Text


@pytest.mark.parametrize(
    ("language", "tag"), [("zh-Hans", "zh"), ("ja-JP", "ja"), ("en", "en"), ("fr", "en"), ("", "en")]
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
    assert words.said(words.TARGET, ("ja", "fr")).variants == (("ja", "目標"), ("fr", "Target"))
    assert locale("fr") is ENGLISH is not JAPANESE
