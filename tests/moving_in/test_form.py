"""What is written as YAML reads back as what was meant."""

import yaml
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.load.nodes import Mapping
from jn_presenter.load.reader import read
from jn_presenter.load.reading import Context, Reading
from jn_presenter.load.words import text
from jn_presenter.model.text import Text
from jn_presenter.moving_in.form import Off, Value, document, scalar

PRINTED = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cf", "Co", "Cn", "Zl", "Zp")), min_size=1, max_size=40
)
TRAPS = st.lists(
    st.sampled_from(
        [
            ": ",
            " #",
            "# ",
            "- ",
            "？",
            "“",
            '"',
            "'",
            "\\",
            "%",
            "@",
            "==",
            "zh：",
            "null",
            "yes",
            "12",
            ".5",
            "a",
            "中",
            " ",
            "<<",
            "[",
            "{",
            "|",
            "&",
            "*",
            "!",
            ">",
        ]
    ),
    min_size=1,
    max_size=6,
).map("".join)


@given(PRINTED | TRAPS)
def test_any_words_come_back_as_they_were(words: str) -> None:
    words = words.strip(" \u00a0\u3000") or "x"
    reading = Reading("", Context(folder="", languages=("zh", "en")))
    root = read(document({"title": {"zh": words}}), reading)
    assert isinstance(root, Mapping)
    found = text(root.entries[0][1], reading)
    assert found == Text((("zh", words),))
    assert not reading.problems


@given(
    st.recursive(
        st.integers(0, 99) | TRAPS,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
    )
)
def test_lists_and_mappings_nest(value: Value) -> None:
    assert yaml.load(document({"key": value}), Loader=yaml.BaseLoader) == {"key": expected(value)}


def expected(value: object) -> object:
    if isinstance(value, dict):
        return {key: expected(one) for key, one in value.items()}
    if isinstance(value, list):
        return [expected(one) for one in value]
    return str(value)


def test_usual_words_are_not_quoted_and_what_is_off_is_a_comment() -> None:
    assert scalar("示例：只说一件事，“短”一点") == "示例：只说一件事，“短”一点"
    assert scalar("zh：标题") == '"zh：标题"', "it would be taken for a key with a full-width colon"
    assert scalar("12") == '"12"'
    made = document(
        {"#1": "两行\ntwo lines", "layout": "qr-code", "icon": Off({"name": "leaf"}), "n": 2, "yes": True, "l": []}
    )
    assert made.decode() == "# 两行\n# two lines\nlayout: qr-code\n# icon:\n#   name: leaf\nn: 2\nyes: true\nl: []\n"
