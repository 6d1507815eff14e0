"""Folded texts keep their line breaks where the words around them stay."""

from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.edit.document import Document, node_at, tree
from jn_presenter.edit.texts import with_text
from jn_presenter.load.nodes import Scalar

NOTES = """\
notes:
  en: >-
    The goal is a model modern socialist city that satisfies its people; whether it does is for those who live here.
    The mission is to be a model,
    to set an example, and to lead the way.
    [click] And there are two formulas.
  zh: 一
"""


def notes(made: Document | None) -> str:
    node = node_at(tree(made), "notes.en") if made is not None else None
    assert isinstance(node, Scalar)
    return node.value


def edited(old: str, new: str) -> list[str]:
    """The lines that are not as they were, once `old` says `new`."""
    before = Document("a/b.yaml", NOTES)
    value = notes(before).replace(old, new)
    made = with_text(before, "notes.en", value)
    assert made is not None
    assert notes(made) == value
    return [line.strip() for line in made.text.split("\n") if line not in NOTES.split("\n")]


def test_only_the_line_changes_in_which_words_change() -> None:
    assert edited("set an example", "give one") == ["to give one, and to lead the way."]
    assert edited("[click] ", "") == ["And there are two formulas."]


def test_a_line_that_grows_too_long_is_broken_and_the_others_stay() -> None:
    lines = edited("two formulas", "two formulas " + "that say it in other words " * 5 + "still")
    assert len(lines) == 2
    assert all(len(line) <= 120 for line in lines)


def test_words_over_a_break_take_it_with_them() -> None:
    assert edited("model, to set an", "model of a") == [
        "The mission is to be a model of a example, and to lead the way."
    ]


def test_paragraphs_stay_folded_and_a_first_line_end_ends_the_folding() -> None:
    before = Document("a/b.yaml", "notes: >-\n  one\n  two\n\n  three\nplain: x\n")
    made = with_text(before, "notes", "one two\nfour")
    assert made is not None
    assert made.text == "notes: >-\n  one\n  two\n\n  four\nplain: x\n"
    made = with_text(Document("a/b.yaml", NOTES), "notes.en", "one\ntwo")
    assert made is not None
    assert "  en: |-\n    one\n    two\n  zh" in made.text


def test_what_is_no_simple_folding_is_written_another_way() -> None:
    before = Document("a/b.yaml", "notes: >-\n  one\n    two\n  three\n")
    assert with_text(before, "notes", "one  two ") == Document("a/b.yaml", "notes: |-\n  one  two \n")


WORDS = st.lists(
    st.sampled_from(["江宁", "a", "goal", " ", "  ", "\n", "#", ": ", "- ", "😀", "\t", "e" * 50]), max_size=40
)


@given(old=WORDS, new=WORDS, end=st.sampled_from(["\n", "\r\n"]))
def test_any_words_are_read_again_as_they_are(old: list[str], new: list[str], end: str) -> None:
    before = Document("a/b.yaml", NOTES.replace("\n", end))
    first = with_text(before, "notes.en", "".join(old) + " end")
    assert first is not None
    made = with_text(first, "notes.en", "start " + "".join(new))
    assert notes(made) == "start " + "".join(new)
