"""facts.yaml: what is read, and the rules that keep figures honest."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jn_presenter.load.dates import real_date
from jn_presenter.load.facts import FactBase, fact_base
from jn_presenter.model.problem import Problem
from jn_presenter.model.text import Text
from tests.load.world import GOOD, briefs, tree

HEAD = """sources: {s: {publisher: P, short: S}}
units:
  people:
    zh: {exact: "{v}人", over: "{v}{word}人", class: "{v}级"}
    en: {exact: "{v} people", over: "over {v} people", class: "class of {v}"}
  money:
    scale: 100000000
    zh: {exact: "{v}元", over: "{word}{v}元"}
    en: {exact: "RMB {v}", over: "over RMB {v}"}
facts:
"""


def base(text: str) -> tuple[FactBase, list[Problem]]:
    root, reading = tree(text)
    assert root is not None, reading.problems
    return fact_base(root, reading), reading.problems


def one(fields: str) -> list[str]:
    """The problems of a fact x with these fields, by what they are and at which key; it is kept only without any."""
    text = HEAD + f"  - {{id: x, label: L, {fields}}}\n"
    found, problems = base(text)
    assert ("x" in found.facts.facts) == (not problems)
    assert ("x" in found.broken) == bool(problems)
    line = text.splitlines()[-1]
    return [f"{it.code} {line[it.column - 1 :].split(',')[0].rstrip('}')}" for it in problems]


def test_facts_units_and_sources_are_read() -> None:
    root, reading = tree((GOOD / "facts.yaml").read_bytes())
    assert root is not None
    facts = fact_base(root, reading).facts
    assert reading.problems == []
    assert list(facts.facts) == ["opened", "visitors", "goal", "rooms"]
    assert facts.facts["rooms"].value == Decimal(8)
    visitors = facts.facts["visitors"]
    assert (visitors.value, visitors.op, visitors.word, visitors.as_of) == (Decimal(120000), "over", "超过", "2024")
    assert visitors.label == Text((("zh", "年参观人次"), ("en", "Visitors a year")))
    unit = facts.unit(visitors)
    assert unit is not None
    forms = unit.forms("en")
    assert forms is not None
    assert forms.get("one") == "{v} visitor"
    assert facts.sources["sample"].short.pick("en") == ("en", "invented")


def test_a_due_that_ends_a_period_has_a_name() -> None:
    found, problems = base("dues: {2025: {zh: 计划, en: the plan}, '2030-06': P}\nfacts: []\n")
    assert found.facts.dues == {"2025": Text((("zh", "计划"), ("en", "the plan"))), "2030-06": Text((("", "P"),))}
    assert problems == []


@pytest.mark.parametrize(
    ("dues", "expected"),
    [
        ("{soon: P}", "bad-date"),
        ("{2025-13: P}", "bad-date"),
        ("{2025: }", "empty"),
        ("{2025: [P]}", "wrong-type"),
        ("[2025]", "wrong-type"),
    ],
)
def test_a_named_due_that_is_no_date_or_has_no_name_is_left_out(dues: str, expected: str) -> None:
    found, problems = base(f"dues: {dues}\nfacts: []\n")
    assert [problem.code for problem in problems] == [expected]
    assert found.facts.dues == {}


def test_the_only_source_need_not_be_named() -> None:
    found, _ = base(HEAD + "  - {id: x, kind: claim, label: L}\n")
    assert found.facts.facts["x"].source == "s"


@pytest.mark.parametrize(
    "fields",
    [
        "kind: achieved, as_of: 1992-06",
        "kind: achieved",
        "kind: target, due: 2035",
        "kind: target",
        "kind: program, period: 2021-2025",
        "kind: achieved, value: 5, unit: people",
        "kind: achieved, value: 5",
        "kind: achieved, value: 210, op: over, word: 余, unit: people",
        "kind: achieved, value: 1000, op: over, unit: money",
        "kind: achieved, value: 1000, op: over, word: 突破, unit: money",
        "kind: target, value: 1000, op: class, unit: people",
        "kind: claim, source: s",
    ],
)
def test_a_fact_that_keeps_the_rules_is_taken(fields: str) -> None:
    assert one(fields) == []


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("kind: target, as_of: 2024", ["target-with-as-of 2024"]),
        ("kind: achieved, due: 2024", ["achieved-with-due 2024"]),
        ("kind: claim, as_of: 2024-13", ["bad-date 2024-13"]),
        ("kind: claim, as_of: 2023-02-29", ["bad-date 2023-02-29"]),
        ("kind: claim, due: 24", ["bad-date 24"]),
        ("kind: claim, due: 2024年", ["bad-date 2024年"]),
        ("kind: claim, as_of: 2024-1", ["bad-date 2024-1"]),
        ("kind: claim, as_of: 0000", ["bad-date 0000"]),
        ("kind: program, period: 14th", ["bad-date 14th"]),
        ("kind: claim, source: t", ["unknown-source t"]),
        ("kind: claim, value: 1, unit: pepole", ["unknown-unit pepole"]),
        ("kind: claim, op: over", ["missing-value over"]),
        ("kind: claim, unit: people", ["missing-value people"]),
        ("kind: claim, value: 1, op: over", ["missing-unit over"]),
        ("kind: claim, value: 1, unit: money, op: class", ["missing-form class", "missing-form class"]),
        ("kind: claim, value: 1, unit: people, op: over, word: 突破", ["misplaced-word 突破"]),
        ("kind: claim, value: 1, unit: people, op: over", ["misplaced-word over"]),
        ("kind: claim, value: 1, unit: money, op: over, word: 余", ["misplaced-word 余"]),
        ("kind: claim, value: 1, unit: money, op: over, word: 超", ["misplaced-word 超"]),
        ("kind: claim, value: 1, unit: money, word: 突破", ["word-without-over 突破"]),
        ("kind: claims", ["not-a-choice claims"]),
        ("kind: claim, value: many", ["not-a-number many"]),
        ("value: 1", ["missing-key {id: x"]),
        ("kind: claim, colour: red", ["unknown-key colour: red"]),
    ],
)
def test_a_fact_that_breaks_a_rule_is_left_out(fields: str, expected: list[str]) -> None:
    assert one(fields) == expected


def test_a_lost_note_is_a_problem() -> None:
    found, problems = base(HEAD + "  - id: x\n    kind: claim\n    label: L\n    note: #1\n")
    assert briefs(problems) == ["lost-comment:14:11"]
    assert found.broken == {"x"}


def test_a_fact_has_one_home() -> None:
    found, problems = base(HEAD + "  - {id: x, kind: claim, label: L}\n  - {id: x, kind: target, label: M}\n")
    assert briefs(problems) == ["duplicate-fact:12:5"]
    assert found.facts.facts["x"].kind == "claim"


def test_several_sources_must_be_named() -> None:
    text = HEAD.replace("short: S}}", "short: S}, t: {publisher: P, short: T}}")
    found, problems = base(text + "  - {id: x, kind: claim, label: L}\n  - {id: y, kind: claim, label: L, source: t}\n")
    assert briefs(problems) == ["missing-source:11:10"]
    assert list(found.facts.facts) == ["y"]


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        ('{zh: {exact: "{v}"}}', ["missing-key:2:10"]),
        ('{zh: {exact: "{v}"}, en: {exact: "x"}}', ["bad-form:2:43"]),
        ('{zh: {exact: "{v}"}, en: {exact: "{v} {v}"}}', ["bad-form:2:43"]),
        ('{zh: {exact: "{v}"}, en: {exact: "{v} {w}"}}', ["bad-form:2:43"]),
        ('{zh: {exact: "{v}"}, en: {over: "{v}"}}', ["missing-key:2:35"]),
        ('{zh: {exact: "{v}"}, en: {exact: "{v}", ovre: "{v}"}}', ["unknown-key:2:50"]),
        ('{zh: {exact: "{v}"}, en: {exact: {v}}}', ["wrong-type:2:43"]),
        ('{zh: {exact: "{v}"}, en: "{v}"}', ["wrong-type:2:35"]),
        ('{zh: {exact: "{v}"}, en: {exact: "{v}"}, fr: {exact: "{v}"}}', ["unknown-key:2:51"]),
        ('{scale: 0, zh: {exact: "{v}"}, en: {exact: "{v}"}}', ["out-of-bounds:2:18"]),
        ('{scale: 1e8, zh: {exact: "{v}"}, en: {exact: "{v}"}}', ["not-a-number:2:18"]),
        ("null", ["null:2:10"]),
    ],
)
def test_a_broken_unit_breaks_the_facts_in_it(unit: str, expected: list[str]) -> None:
    text = f"units:\n  money: {unit}\nfacts:\n  - {{id: x, kind: claim, label: L, value: 1, unit: money}}\n"
    found, problems = base(text)
    assert briefs(problems) == expected
    assert found.broken == {"x"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("fact: []\n", ["unknown-key:1:1"]),
        ("facts: {}\n", ["wrong-type:1:8"]),
        ("facts:\n", ["empty:1:7"]),
        ("facts: [x]\n", ["wrong-type:1:9"]),
        ("facts: [null]\n", ["null:1:9"]),
        ("- a\n", ["wrong-type:1:1"]),
        ("sources: {Big: {publisher: P, short: S}}\n", ["bad-id:1:11"]),
        ("sources: [a]\n", ["wrong-type:1:10"]),
        ("facts:\n  - {id: 1x, kind: claim, label: L}\n", ["bad-id:2:10"]),
    ],
)
def test_a_file_of_another_shape_is_a_problem(text: str, expected: list[str]) -> None:
    assert briefs(base(text)[1]) == expected


@given(st.dates())
def test_every_day_there_was_is_a_date(day: object) -> None:
    word = str(day)
    assert all(map(real_date, (word, word[:7], word[:4])))


@given(st.text("0123456789-", max_size=12))
def test_a_date_has_four_then_two_then_two_digits(word: str) -> None:
    if real_date(word):
        assert [len(part) for part in word.split("-")] == [4, 2, 2][: word.count("-") + 1]
