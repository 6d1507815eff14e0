"""Syntax errors of libyaml in our words, at the character that is to be changed."""

import pytest

from tests.load.world import briefs, tree

CASES = [
    ("a:\n\tb: 1\n", "tab:2:1"),
    ("a:\n  b: 1\n\tc: 2\n", "tab:3:1"),
    ("- a\n\t- b\n", "tab:2:1"),
    ("layout: x\ntitle：题\ndepth: y\n", "full-width-colon:2:6"),
    ("title:\n  zh：题\n  en: T\n", "full-width-colon:2:5"),
    ("a: 1\nb:\n  - zh：题\n    en: T\n", "full-width-colon:3:7"),
    ("en: Our aim: quality\n", "colon-in-text:1:12"),
    ("en: [a, b]: c\n", "colon-in-text:1:11"),
    ("x: {zh: a, en: b: c}\n", "colon-in-text:1:17"),
    ("a: 1\n  b: 2\n", "indentation:2:3"),
    ("a: 1\nb\nc: 2\n", "missing-colon:2:1"),
    ("a: 1\nb:2\nc: 2\n", "missing-space:2:2"),
    ("a:\n- b\n-c\n", "missing-space:3:1"),
    ("a: [1, 2]]\n", "bracket:1:10"),
    ("a: {b: c}}\n", "bracket:1:10"),
    ('a: "x" y\n', "quote:1:8"),
    ("b: 'don't'\n", "quote:1:9"),
    ('a: "he said "x" y"\n', "quote:1:14"),
    ("a: [b] c\n", "bracket:1:8"),
    ("a: b #c\n  d\n", "lost-text:1:6"),
    ("a:\n  b: 1\n c: 2\n", "indentation:3:2"),
    ("- a\nb: 1\n", "indentation:2:1"),
    ("a: 1\n- b\n", "indentation:2:1"),
    ("a: - b\n", "dash:1:4"),
    ('a: "x\nb: 1\n', "quote:1:4"),
    ("a: 'x\nb: 1\n", "quote:1:4"),
    ('a: "C:\\Users"\n', "windows-path:1:4"),
    ('a: "\\z"\n', "backslash:1:5"),
    ("a: [b, c\nd: 1\n", "bracket:1:4"),
    ("a: {zh: b\n", "bracket:1:4"),
    ("a: [\n", "bracket:1:4"),
    ("a: {b: [c,\n", "bracket:1:8"),
    ("a: ]\n", "bracket:1:4"),
    ("a: [b,,c]\n", "comma:1:7"),
    ("a: > x\n", "block-sign:1:4"),
    ("a: |x\n", "block-sign:1:4"),
    ("a: >50亿元\n", "block-sign:1:4"),
    ("a: **b**\n", "reserved-sign:1:4"),
    ("a: & b\n", "reserved-sign:1:4"),
    ("a: !你 b\n", "reserved-sign:1:4"),
    ("a: %5\n", "reserved-sign:1:4"),
    ("a: @b\n", "reserved-sign:1:4"),
    ("a: `b`\n", "reserved-sign:1:4"),
    ("a: ? b\n", "reserved-sign:1:4"),
    ("a: 1\n...\nb: 2\n", "second-document:3:1"),
    ("甲😀: \x07\n", "control-character:1:5"),
    ("a: b\x00\n", "control-character:1:5"),
    ("a" * 1100 + ": b\n", "long-key:1:1101"),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:40] for text, _ in CASES])
def test_a_syntax_error_is_explained_where_it_is(text: str, expected: str) -> None:
    root, reading = tree(text)
    assert root is None
    assert briefs(reading.problems) == [expected]
    problem = reading.problems[0]
    assert all((problem.message.zh, problem.message.en, problem.hint.zh, problem.hint.en))


def test_libyamls_own_words_are_never_all_there_is() -> None:
    """Every case above has an explanation of ours; the general one stays for what nobody foresaw."""
    assert not any(tree(text)[1].problems[0].code == "syntax" for text, _ in CASES)


def test_chinese_words_before_a_full_width_colon_are_not_taken_for_a_key() -> None:
    _, reading = tree("a: |\n  时间：六月\nb: [x\n")
    assert reading.problems[0].code == "bracket"
