"""What is wrong with the languages of a text: another one, a comma or a colon that made a key of half a sentence."""

from jn_presenter.load.nodes import Mapping, Node, Scalar
from jn_presenter.load.reading import BAD, Bad, Reading
from jn_presenter.load.slips.mend import quoted, replaced
from jn_presenter.load.slips.suggest import nearest
from jn_presenter.load.tags import meant
from jn_presenter.load.words import is_han, quoted_rest
from jn_presenter.model.language import offered
from jn_presenter.model.text import Message

LONGEST_TAG = 12
"""Characters of a key that may be a language's."""


def is_sentence(node: Mapping) -> bool:
    """Whether a text was meant, which a colon and a space made a mapping of: `- Our aim: quality`."""
    key, value = node.entries[0] if len(node.entries) == 1 else (None, None)
    return (
        isinstance(key, Scalar)
        and isinstance(value, Scalar)
        and key.plain
        and key.line == value.line
        and (" " in key.value or len(key.value) > LONGEST_TAG or is_han(key.value[:1]))
        and not meant(key.value)
    )


def colon_in_sentence(node: Mapping, reading: Reading) -> Bad:
    """Report the colon of such a text."""
    key, _ = node.entries[0]
    colon = reading.text.find(":", key.end)
    reading.report(
        colon,
        "colon-in-text",
        Message("正文里的半角冒号加空格被当成了新的一项", "a colon and a space inside a text begin a new key"),
        Message('给正文加引号，如 en: "Our aim: quality"', 'quote the text, as in en: "Our aim: quality"'),
        write=quoted_rest(reading.text, key.start),
    )
    return BAD


def unknown_language(key: Scalar, value: Node, reading: Reading) -> None:
    """Report a key that is no language of the briefing: another one, or a piece of a text with a comma in it."""
    languages = reading.context.languages
    if isinstance(value, Scalar) and value.plain and not value.value and value.start == value.end == key.end:
        reading.report(
            key,
            "comma-in-text",
            Message(f"逗号把 “{key.value}” 断成了新的一项", f"the comma made a key of {key.value!r}"),
            Message(
                "每种语言另起一行，或给含逗号的文字加引号",
                "put each language on its own line, or quote the text with the comma",
            ),
            write=_rejoined(key, reading),
        )
        return
    listed = ", ".join(languages)
    reading.report(
        key,
        "unknown-language",
        Message(f"{key.value} 不是这份简报的语言", f"{key.value!r} is not a language of this briefing"),
        Message(
            f"可以写：{listed}；要加语言，请改 briefing.yaml 的 languages",
            f"there are: {listed}; to add one, see languages in briefing.yaml",
        ),
        value=offered(meant(key.value), languages) or nearest(key.value, languages),
    )


def _rejoined(key: Scalar, reading: Reading) -> str:
    """The line in which a comma cut a text in two, with the text in quotes; `key` is its second piece."""
    begin = reading.text.rfind(":", 0, key.start) + 1
    begin += len(reading.text[begin:]) - len(reading.text[begin:].lstrip(" "))
    words = reading.text[begin : key.end]
    return replaced(reading.text, begin, key.end, quoted(words)) if '"' not in words else ""
