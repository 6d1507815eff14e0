"""The few words that the program itself says to the audience, and how they become texts of a slide's languages."""

from collections.abc import Iterable

from jn_presenter.model.text import Text

TARGET = Text((("zh", "目标"), ("en", "Target")))
TARGET_BY = Text((("zh", "目标（{date}）"), ("en", "Target ({date})")))
SAMPLE = Text((("zh", "示例数据"), ("en", "Sample data")))
FALLBACK = ("en",)


def said(words: Text, languages: Iterable[str]) -> Text:
    """The words in each of the languages, English where we have none."""
    return Text(tuple((language, words.pick(language, FALLBACK)[1]) for language in languages))
