"""Problems as plain text."""

from jn_presenter.model.problem import Problem
from jn_presenter.model.text import Message


def test_a_problem_reads_in_either_language_with_place_excerpt_and_hint() -> None:
    problem = Problem(
        file="a/b.yaml",
        line=3,
        column=7,
        severity="error",
        code="unknown-fact",
        message=Message("没有", "missing"),
        hint=Message("写", "write"),
        excerpt="zh: <x>\n    ^",
    )
    assert problem.render("zh") == "a/b.yaml:3:7: error[unknown-fact] 没有\nzh: <x>\n    ^\n  = 写"
    assert problem.render("en").endswith("missing\nzh: <x>\n    ^\n  = write")


def test_without_excerpt_and_hint_it_is_one_line() -> None:
    problem = Problem(
        file="a.yaml", line=1, column=1, severity="note", code="c", message=Message("字", "words"), hint=Message("", "")
    )
    assert problem.render("en") == "a.yaml:1:1: note[c] words"
