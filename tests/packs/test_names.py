"""Names that every system keeps inside the folder, and apart from each other."""

import os
import unicodedata
from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from jn_presenter.packs.names import MOST_DEPTH, MOST_NAME, check_name, check_names, folded
from jn_presenter.packs.refusal import RefusedError

WRONG = [
    "",
    "/etc/passwd",
    "../x",
    "a/../../x",
    "a/./x",
    "a//x",
    "a/",
    "C:/x",
    "C:x",
    "\\\\host\\x",
    "a\\..\\x",
    "x:stream",
    "a\0b",
    "a\nb",
    "\u202egnp.exe",
    "a\u200bb",
    "a\ufeff",
    "con",
    "NUL.yaml",
    "a/Com1.txt",
    "lpt¹",
    "aux .yaml",
    "conin$",
    "x.",
    "x ",
    " x",
    ".hidden",
    "a/.git/x",
    "a*",
    "a?",
    'a"',
    "a<b",
    "a|b",
    "e\u0301.png",
    "\ud800",
    "\U000e0041",
    "x" * (MOST_NAME + 1),
    "字" * 80,
    "/".join("a" * (MOST_DEPTH + 1)),
]


@pytest.mark.parametrize("name", WRONG, ids=ascii)
def test_a_name_that_some_system_takes_for_something_else_is_refused(name: str) -> None:
    with pytest.raises(RefusedError) as refused:
        check_name(name)
    assert refused.value.refusal.code == "bad-name"
    assert refused.value.refusal.message.zh.isprintable()
    assert refused.value.refusal.message.en.isprintable()


@pytest.mark.parametrize("name", ["briefing.yaml", "工业/集群 目标.yaml", "a/b/c.d.png", "console.csv", "com10", "x~1"])
def test_names_that_editors_give_are_taken(name: str) -> None:
    check_name(name)


@pytest.mark.parametrize(
    "names",
    [
        ("a", "a"),
        ("a.png", "A.PNG"),
        ("straße", "STRASSE"),
        ("Ａ", "a"),
        ("ﬁ", "FI"),
        ("a/x", "A/y"),
        ("a", "a/x"),
        ("a/x", "a"),
        ("A", "a/x"),
    ],
)
def test_names_that_some_system_takes_for_one_are_refused(names: tuple[str, ...]) -> None:
    with pytest.raises(RefusedError):
        check_names(names)


@given(st.text(max_size=30) | st.text("./\\:aA \u202e\0", max_size=12))
@example("a/..")
def test_what_is_taken_stays_inside_the_folder_on_every_system(name: str) -> None:
    try:
        check_name(name)
    except RefusedError:
        return
    windows, posix = PureWindowsPath(name), PurePosixPath(name)
    assert not windows.is_absolute()
    assert not windows.drive
    assert windows.parts == posix.parts
    assert os.path.normpath(f"/top/{name}") == f"/top/{name}"
    assert all(unicodedata.category(sign)[0] != "C" for sign in name)


@given(st.lists(st.text("aAbB/ßſKKÅÅ", min_size=1, max_size=4), max_size=6))
def test_what_is_taken_together_stays_apart_on_every_system(names: list[str]) -> None:
    try:
        check_names(names)
    except RefusedError:
        return
    assert len({folded(name) for name in names}) == len(names)
