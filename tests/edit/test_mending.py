"""A line is put right as its problem says, and nothing else of the file is touched."""

import pytest

from jn_presenter.edit.changes import Edit, Refusal
from jn_presenter.edit.mending import mended
from jn_presenter.load.reader import read
from jn_presenter.load.reading import Reading
from jn_presenter.model.problem import Problem
from tests.load.world import CONTEXT

TEXT = "# 备注\nlayout: points\ntitle：题目\npoints: [x]\n"


def problem_of(data: bytes) -> Problem:
    reading = Reading("a/one.yaml", CONTEXT)
    read(data, reading)
    return reading.problems[0]


def made(data: bytes, problem: Problem) -> Edit:
    edit = mended({"a/one.yaml": data}.get, problem)
    assert isinstance(edit, Edit)
    return edit


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("tail", ["", "\n"])
def test_only_that_line_is_another(newline: str, mark: str, tail: str) -> None:
    data = (mark + (TEXT.rstrip("\n") + tail).replace("\n", newline)).encode()
    edit = made(data, problem_of(data))
    (change,) = edit.changes
    assert change.before == data
    assert change.after == data.replace("title：题目".encode(), "title: 题目".encode())
    assert edit.back().changes[0].after == data
    assert edit.slide == "a/one"


def test_the_last_line_may_be_the_one() -> None:
    data = "layout: points\ntitle：题目".encode()
    assert made(data, problem_of(data)).changes[0].after == "layout: points\ntitle: 题目".encode()


def test_what_cannot_be_done_is_said() -> None:
    problem = problem_of(TEXT.encode())
    for files in ({}, {"a/one.yaml": b"x: 1"}, {"a/one.yaml": "x：".encode("gb18030")}):
        found = mended(files.get, problem)
        assert isinstance(found, Refusal)
        assert all((found.why.zh, found.why.en))
