"""A text of a file is replaced by its own characters alone, however it has to be written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.edit.document import Document, node_at, opened, said, tree
from jn_presenter.edit.texts import quoted, with_text, with_texts
from jn_presenter.load.nodes import Scalar

FILE = """\
# 园区概况
layout: points          # 要点
title:
  zh: 园区概况
  en: 'The zone at a glance'
points:
  - zh: "一"
    en: one             # first
  - zh: |
      两行
      文字
    en: two
# 备注
notes: >-
  folded
  words
"""


def document(text: str = FILE) -> Document:
    return Document("a/one.yaml", text)


def value(made: Document | None, path: str) -> str:
    assert made is not None
    node = node_at(tree(made), path)
    assert isinstance(node, Scalar)
    return node.value


@pytest.mark.parametrize(
    ("path", "text", "line"),
    [
        ("title.zh", "江宁开发区", "  zh: 江宁开发区\n"),
        ("title.zh", "时间: 今天", '  zh: "时间: 今天"\n'),
        ("title.zh", "# 一号", '  zh: "# 一号"\n'),
        ("title.zh", "一 # 二", '  zh: "一 # 二"\n'),
        ("title.zh", "null", '  zh: "null"\n'),
        ("title.zh", "", '  zh: ""\n'),
        ("title.zh", "true", '  zh: "true"\n'),
        ("title.zh", "是", '  zh: "是"\n'),
        ("title.zh", "2035", '  zh: "2035"\n'),
        ("title.zh", "1,000", '  zh: "1,000"\n'),
        ("title.zh", "en：full width", '  zh: "en：full width"\n'),
        ("title.zh", "%时间", '  zh: "%时间"\n'),
        ("title.zh", "一😀", "  zh: 一😀\n"),
        ("layout", "two words", 'layout: "two words"          # 要点\n'),
        ("title.zh", " 空格", '  zh: " 空格"\n'),
        ("title.en", "It's here", "  en: 'It''s here'\n"),
        ("points.1.zh", 'he said "no" \\ yes', '  - zh: "he said \\"no\\" \\\\ yes"\n'),
        ("points.1.en", "- a dash", '    en: "- a dash"             # first\n'),
        ("points.2.zh", "三\n\n四", "  - zh: |-\n      三\n\n      四\n"),
        ("points.2.zh", "三\n四\n", "  - zh: |\n      三\n      四\n"),
        ("title.zh", "一\n二", "  zh: |-\n    一\n    二\n"),
        ("notes", "other\nwords", "notes: |-\n  other\n  words\n"),
        ("layout", "split", "layout: split          # 要点\n"),
    ],
)
def test_a_text_is_written_as_it_was_if_that_can_say_it(path: str, text: str, line: str) -> None:
    made = with_text(document(), path, text)
    assert value(made, path) == text
    assert made is not None
    assert line in made.text
    for comment in ("# 园区概况\n", "# 要点", "# first", "# 备注\n"):
        assert comment in made.text


@given(
    path=st.sampled_from(["title.zh", "title.en", "points.1.zh", "points.1.en", "points.2.zh", "notes", "layout"]),
    text=st.text(st.characters(codec="utf-8"), max_size=30),
    newline=st.sampled_from(["\n", "\r\n"]),
    bom=st.booleans(),
)
def test_whatever_is_typed_is_read_again_and_nothing_else_changes(
    path: str, text: str, newline: str, bom: bool
) -> None:
    before = Document("a/one.yaml", FILE.replace("\n", newline), bom)
    made = with_text(before, path, text)
    assert value(made, path) == text
    assert made is not None
    again = opened("a/one.yaml", made.data)
    assert again == made
    back = with_text(made, path, value(before, path))
    assert said_texts(back) == said_texts(before)


def said_texts(made: Document | None) -> object:
    assert made is not None
    return strip(said(tree(made)))


def strip(part: object) -> object:
    """Without how texts are written."""
    if isinstance(part, tuple) and len(part) == 2 and isinstance(part[1], bool):
        return part[0]
    return tuple(map(strip, part)) if isinstance(part, tuple) else part


def test_what_is_no_text_is_left_alone() -> None:
    assert with_text(document(), "points", "x") is None
    assert with_text(document(), "points.3.zh", "x") is None
    assert with_text(document("a: [1\n"), "a", "x") is None


def test_characters_that_cannot_be_seen_are_written_by_number() -> None:
    assert quoted("a\x00\u2028\U000e0001") == '"a\\x00\\u2028\\U000e0001"'


def test_a_block_stays_as_far_in_as_it_was() -> None:
    made = with_text(document("a:\n  - zh: |-\n          one\n          two\n    en: b\n"), "a.1.zh", "one\nthree")
    assert made == document("a:\n  - zh: |-\n          one\n          three\n    en: b\n")


def test_many_texts_are_put_in_at_once_or_none() -> None:
    made = with_texts(document("rows:\n  - [一, 1, null]  # a\n  - [2, 'b', x]\n"), CELLS, bare=True)
    assert made == document("rows:\n  - [\"a, b\", 12, 3]  # a\n  - [null, 'it''s', \"\"]\n")
    assert with_texts(document("rows:\n  - [一]\n"), CELLS, bare=True) is None


CELLS = {
    "rows.1.1": "a, b",
    "rows.1.2": "12",
    "rows.1.3": "3",
    "rows.2.1": None,
    "rows.2.2": "it's",
    "rows.2.3": "",
}


@pytest.mark.parametrize("end", ["\u00a0", "  ", "\u3000", "\t"])
def test_blanks_at_the_end_of_a_block_are_its_own(end: str) -> None:
    made = with_text(document(f"a: |-\n  one{end}\n\n# b\nb: c\n"), "a", "two")
    assert made == document("a: |-\n  two\n\n# b\nb: c\n")
