"""Keys come and go, texts get words in another language, and every other character stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.edit.document import Document, node_at, said, tree
from jn_presenter.edit.keys import Value, with_item, with_key, with_wording, without_key

FACTS = """\
facts:
  # the first
  - id: green   # 绿
    kind: achieved
    label:
      zh: 绿地
      en: "Green: land"  # quoted

  - id: last
    kind: target
    note: |
      one
      two
"""


def edited(document: Document | None) -> str:
    assert document is not None
    return document.text


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("bom", [False, True])
def test_a_key_goes_behind_its_neighbour_or_the_last(newline: str, bom: bool) -> None:
    before = Document("facts.yaml", FACTS.replace("\n", newline), bom)
    made = with_key(before, "facts.1", "as_of", "2020", after=("value", "kind"), number=True)
    assert edited(made) == FACTS.replace("achieved\n", "achieved\n    as_of: 2020\n").replace("\n", newline)
    assert made is not None
    assert made.bom is bom
    made = with_key(before, "facts.1", "note", "x")
    assert edited(made) == FACTS.replace("# quoted\n", "# quoted\n    note: x\n").replace("\n", newline)
    made = with_key(before, "facts.2", "source", "x")
    assert edited(made) == FACTS.replace("two\n", "two\n    source: x\n").replace("\n", newline)


def test_a_key_at_the_end_of_a_file_without_a_last_line_end_and_between_braces() -> None:
    assert edited(with_key(Document("a.yaml", "a: 1"), "", "b", "x")) == "a: 1\nb: x"
    assert edited(with_key(Document("a.yaml", "t: {zh: 一, k: 2} # c\n"), "t", "en", "a, b", after=("zh",))) == (
        't: {zh: 一, en: "a, b", k: 2} # c\n'
    )


def test_a_text_that_looks_like_something_else_is_quoted() -> None:
    for words in ("2020", "yes", "a: b", "- a", "en：x", "null", "# x", "", " x", "a #b"):
        made = with_key(Document("a.yaml", "a: 1\n"), "", "b", words)
        assert edited(made) == f'a: 1\nb: "{words}"\n'


def test_a_key_is_taken_out_with_its_comment_and_no_other() -> None:
    before = Document("facts.yaml", FACTS)
    assert edited(without_key(before, "facts.1", "kind")) == FACTS.replace("    kind: achieved\n", "")
    assert edited(without_key(before, "facts.1.label", "en")) == FACTS.replace(
        '      en: "Green: land"  # quoted\n', ""
    )
    assert edited(without_key(before, "facts.2", "note")) == FACTS.replace("    note: |\n      one\n      two\n", "")
    assert edited(without_key(Document("a.yaml", "t: {zh: 一, en: x}\n"), "t", "zh")) == "t: {en: x}\n"
    assert edited(without_key(Document("a.yaml", "t: {zh: 一, en: x}\n"), "t", "en")) == "t: {zh: 一}\n"


def test_what_cannot_be_done_alone_is_not_done() -> None:
    before = Document("facts.yaml", FACTS)
    assert without_key(before, "facts.1", "id") is None
    assert without_key(Document("a.yaml", "a: 1\n"), "", "a") is None
    assert without_key(before, "facts.1", "missing") is None
    assert without_key(Document("a.yaml", "t: {zh: x}\n"), "t", "zh") is None
    assert with_key(before, "facts.1", "kind", "x") is None
    assert with_key(before, "facts.9", "kind", "x") is None


@pytest.mark.parametrize(
    ("text", "path", "after"),
    [
        ("title: 二维码 # c\n", "title", "title:\n  zh: 二维码\n  en: QR # c\n"),
        ("- 一\n- '二'\n", "2", "- 一\n- zh: '二'\n  en: QR\n"),
        ("points:\n  - 一\n", "points.1", "points:\n  - zh: 一\n    en: QR\n"),
        ("p: [一, 二]\n", "p.2", "p: [一, {zh: 二, en: QR}]\n"),
        ("p:\n  - t: 一\n    k: 1\n", "p.1.t", "p:\n  - t:\n      zh: 一\n      en: QR\n    k: 1\n"),
    ],
)
def test_a_text_for_all_languages_is_divided(text: str, path: str, after: str) -> None:
    made = with_wording(Document("a.yaml", text), path, "en", "QR", ("zh", "en"))
    assert made is not None
    assert said(node_at(tree(made), path)) == said(node_at(tree(Document("a.yaml", after)), path))
    assert made.text == after


def test_words_stand_in_the_order_of_the_languages() -> None:
    before = Document("a.yaml", "t:\n  zh: 一\n  ja: 三\n")
    assert edited(with_wording(before, "t", "en", "one", ("zh", "en", "ja"))) == "t:\n  zh: 一\n  en: one\n  ja: 三\n"
    assert edited(with_wording(before, "t", "ja", "two", ("zh", "en", "ja"))) == "t:\n  zh: 一\n  ja: two\n"
    assert edited(with_wording(Document("a.yaml", "t: x\n"), "t", "", "z1", ("zh", "en"))) == "t: z1\n"
    block = with_wording(Document("a.yaml", "t:\n  zh: |-\n    一\n    二\n"), "t", "en", "one\n\ntwo", ("zh", "en"))
    assert edited(block) == "t:\n  zh: |-\n    一\n    二\n  en: |-\n    one\n\n    two\n"


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=20)


@given(WORDS, st.sampled_from(["\n", "\r\n"]), st.integers(1, 2))
def test_whatever_is_put_in_reads_so_and_comes_out_again(words: str, newline: str, fact: int) -> None:
    before = Document("facts.yaml", FACTS.replace("\n", newline))
    made = with_key(before, f"facts.{fact}", "new", words, after=("kind",))
    assert made is not None
    value = said(node_at(tree(made), f"facts.{fact}.new"))
    assert isinstance(value, tuple)
    assert value[0] == words
    assert edited(without_key(made, f"facts.{fact}", "new")) == before.text


@given(WORDS, st.sampled_from(["t: x\n", "t: {zh: x}\n", "t:\n  zh: x\nk: 1\n", "- t: x\n", "- x\n- y\n"]))
def test_words_of_another_language_read_so(words: str, text: str) -> None:
    path = "t" if text.startswith("t") else "1.t" if "t:" in text else "1"
    made = with_wording(Document("a.yaml", text), path, "en", words, ("zh", "en"))
    assert made is not None
    found = dict(said(node_at(tree(made), path)))  # type: ignore[call-overload]
    assert (found["zh"][0], found["en"][0]) == ("x", words)


def test_a_fact_is_put_at_the_end_of_its_list() -> None:
    new: dict[str, Value] = {
        "id": "new",
        "kind": "target",
        "due": "2030",
        "label": {"zh": "新", "en": "New: one"},
        "note": "a\nb",
    }
    made = edited(with_item(Document("facts.yaml", FACTS.replace("\n", "\r\n")), "facts", new, {"due"}))
    assert made == (
        FACTS
        + '  - id: new\n    kind: target\n    due: 2030\n    label:\n      zh: 新\n      en: "New: one"\n'
        + "    note: |-\n      a\n      b\n"
    ).replace("\n", "\r\n")
    assert with_item(Document("facts.yaml", "facts: []\n"), "facts", new, ()) is None
    assert with_item(Document("facts.yaml", "facts: [{id: a}]\n"), "facts", new, ()) is None
    flow = with_item(Document("facts.yaml", "facts:\n  - {id: a}\n"), "facts", {"id": "b"}, ())
    assert edited(flow) == "facts:\n  - {id: a}\n  - id: b\n"
    after = with_item(
        Document("facts.yaml", "facts:\n- id: a\n  kind: x\n\n# end\ndues: {}\n"), "facts", {"id": "b"}, ()
    )
    assert edited(after) == "facts:\n- id: a\n  kind: x\n- id: b\n\n# end\ndues: {}\n"


def test_a_text_of_several_languages_is_put_in_as_one() -> None:
    made = with_key(Document("a.yaml", "- id: a\n  kind: b\n"), "1", "scope", {"zh": "全市", "en": "no"}, after=("id",))
    assert edited(made) == '- id: a\n  scope:\n    zh: 全市\n    en: "no"\n  kind: b\n'
    made = with_key(Document("a.yaml", "- {id: a}\n"), "1", "scope", {"zh": "全市", "en": "x"})
    assert edited(made) == '- {id: a, scope: {zh: "全市", en: "x"}}\n'
