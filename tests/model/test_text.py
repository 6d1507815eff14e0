"""The right words for a language."""

import pytest

from jn_presenter.model.text import Message, Text, plain

BOTH = Text((("zh", "字"), ("en", "words")))


@pytest.mark.parametrize(
    ("text", "language", "fallbacks", "picked"),
    [
        (BOTH, "en", (), ("en", "words")),
        (BOTH, "en-GB", (), ("en", "words")),
        (Text((("en", "words"), ("en-GB", "wordes"))), "en-GB", (), ("en-GB", "wordes")),
        (plain("PCT"), "en", ("zh",), ("", "PCT")),
        (BOTH, "fr", ("en", "zh"), ("en", "words")),
        (BOTH, "fr", (), ("zh", "字")),
        (Text(()), "zh", ("en",), ("", "")),
    ],
)
def test_words_are_picked_by_tag_base_plain_and_fallback(
    text: Text, language: str, fallbacks: tuple[str, ...], picked: tuple[str, str]
) -> None:
    assert text.pick(language, fallbacks) == picked


def test_messages_are_chinese_for_chinese_and_english_for_all_others() -> None:
    message = Message("字", "words")
    assert [message.in_language(tag) for tag in ("zh", "zh-Hans", "en", "fr")] == ["字", "字", "words", "words"]
