"""YAML as typed: strings with their places, and everything refused that could surprise, stall or crash."""

import pytest

from jn_presenter.load.nodes import Mapping, Refused, Scalar, Sequence
from jn_presenter.load.reader import DEEPEST, MOST_BYTES, MOST_NODES
from tests.load.world import briefs, tree


def scalar(text: str, *keys: str | int) -> Scalar:
    node, reading = tree(text)
    assert not reading.problems
    for key in keys:
        if isinstance(key, int):
            assert isinstance(node, Sequence)
            node = node.items[key]
        else:
            assert isinstance(node, Mapping)
            node = node.get(key)
    assert isinstance(node, Scalar)
    return node


@pytest.mark.parametrize(
    "word", ["no", "yes", "1.10", "12:30", "010", "~", "0x1f", "2021-06-04", "1e3", ".inf", "null"]
)
def test_nothing_has_an_implicit_type(word: str) -> None:
    assert scalar(f"x: {word}\n", "x").value == word


@pytest.mark.parametrize("start", ["", "\ufeff"])
def test_places_count_characters_with_emoji_chinese_and_byte_order_mark(start: str) -> None:
    text = "第一: 😀😀 中文\nb:\n  - '引号 x'\n"
    node = scalar(start + text, "b", 0)
    assert (node.line, node.column) == (3, 5)
    assert text[node.start : node.end] == "'引号 x'"
    first = scalar(start + text, "第一")
    assert text[first.start : first.end] == "😀😀 中文"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_count_whatever_ends_them(end: str) -> None:
    node = scalar(end.join(["a: 1", "b: 2", ""]), "b")
    assert (node.line, node.column, node.value) == (2, 4, "2")


def test_lists_and_mappings_end_with_their_last_part() -> None:
    text = "a:\n  - x\n  - y\n\n# comment\nb: [1, 2]\n"
    root, _ = tree(text)
    assert isinstance(root, Mapping)
    block, flow = root.get("a"), root.get("b")
    assert block is not None
    assert flow is not None
    assert text[block.start : block.end] == "- x\n  - y"
    assert text[flow.start : flow.end] == "[1, 2]"


def test_a_comment_after_a_value_is_no_problem_by_itself() -> None:
    assert scalar("depth: core   # core | standard\n", "depth").value == "core"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: &x 1\n", ["anchor:1:4"]),
        ("a: &x [1]\n", ["anchor:1:4"]),
        ("a: *x\n", ["alias:1:4"]),
        ("*x : 1\n", ["alias:1:1"]),
        ("a: !!str 1\n", ["tag:1:4"]),
        ("a: !!python/object/apply:os.system ['x']\n", ["tag:1:4"]),
        ("a: !x {b: 1}\n", ["tag:1:4"]),
        ("<<: 1\n", ["merge:1:1"]),
        ("a: 1\nb: 2\na: 3\n", ["duplicate-key:3:1"]),
        ('a: 1\n"a": 3\n', ["duplicate-key:2:1"]),
        ("? [a]\n: b\n", ["complex-key:1:3"]),
        ("? {a: b}\n: b\n", ["complex-key:1:3"]),
        ("a: 1\n--- \nb: 2\n", ["second-document:2:1"]),
        ("a: 1\n---\n", ["second-document:2:1"]),
        ("\u3000a: b\n", ["wide-space:1:1"]),
        ("\xa0a: b\n", ["wide-space:1:1"]),
        ("%YAML 1.2\n---\na: 1\n", ["directive:1:1"]),
        ("", ["empty-file:1:1"]),
        ("\ufeff", ["empty-file:1:1"]),
        ("# words\n", ["empty-file:1:1"]),
        ("---\n", ["empty-file:1:1"]),
    ],
)
def test_what_yaml_offers_beyond_values_is_refused(text: str, expected: list[str]) -> None:
    _, reading = tree(text)
    assert briefs(reading.problems) == expected


def test_what_is_refused_is_not_used_though_the_rest_is() -> None:
    root, reading = tree("a: *x\nb: &y [1]\nc: {d: 1, d: 2}\ne: 5\n")
    assert isinstance(root, Mapping)
    assert isinstance(root.get("a"), Refused)
    sequence, mapping = root.get("b"), root.get("c")
    assert isinstance(sequence, Sequence)
    assert isinstance(mapping, Mapping)
    assert not sequence.sound
    assert not mapping.sound
    assert root.sound
    assert len(reading.problems) == 3


def test_many_directives_do_not_stall() -> None:
    _, reading = tree("".join(f"%TAG !{k}! tag:x{k}\n" for k in range(30_000)) + "---\na: 1\n")
    assert briefs(reading.problems) == ["directive:1:1"]


def test_nesting_is_bounded() -> None:
    allowed = "x: " + "[" * (DEEPEST - 1) + "]" * (DEEPEST - 1)
    assert tree(allowed)[1].problems == []
    root, reading = tree("x: " + "[" * DEEPEST + "]" * DEEPEST)
    assert root is None
    assert briefs(reading.problems) == [f"too-deep:1:{3 + DEEPEST}"]


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? ", "[{a: ", "!a &b ["])
def test_a_hundred_thousand_levels_neither_crash_nor_stall(opening: str) -> None:
    root, reading = tree((opening * 100_000)[:MOST_BYTES])
    assert root is None
    assert reading.problems


def test_the_number_of_values_is_bounded() -> None:
    fitting = "[" + "a," * (MOST_NODES - 1) + "]"
    assert tree(fitting)[1].problems == []
    root, reading = tree("[" + "a," * MOST_NODES + "]")
    assert root is None
    assert reading.problems[0].code == "too-many-values"


def test_the_size_is_bounded() -> None:
    root, reading = tree("a: 1\n" + "#" * MOST_BYTES)
    assert root is None
    assert briefs(reading.problems) == ["too-big:1:1"]


def test_an_alias_bomb_is_not_expanded() -> None:
    lines = ["a0: &a0 x"] + [f"a{k}: &a{k} [{', '.join([f'*a{k - 1}'] * 9)}]" for k in range(1, 9)]
    root, reading = tree("\n".join(lines))
    assert isinstance(root, Mapping)
    assert len(root.entries) == 9
    assert {problem.code for problem in reading.problems} == {"anchor", "alias"}


def test_of_very_many_problems_the_first_are_kept() -> None:
    _, reading = tree("".join("- *x\n" for _ in range(5_000)))
    assert len(reading.problems) == 101
    assert reading.problems[-1].code == "too-many-problems"
