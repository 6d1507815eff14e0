"""The list of guards stands for what is there, and switching one off is seen. That each is caught is a long run's."""

import ast
from pathlib import Path

import pytest

from bench.guards.every import GUARDS
from bench.guards.guard import Guard
from bench.guards.trial import ROOT, Tried, confirmed, run, switched_off, tried

MODULE = "def least(number: int) -> int:\n    return max(number, 0)\n"
TEST = """
from guarded import least

def test_it_is_bounded():
    while least(-1) == -2:
        pass
    assert least(-1) == 0

def test_nothing():
    pass
"""


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    (tmp_path / "guarded.py").write_text(MODULE)
    (tmp_path / "test_guarded.py").write_text(TEST)
    return tmp_path


def guard(off: str, test: str = "test_it_is_bounded") -> Guard:
    return Guard("no bound", "guarded.py", "max(number, 0)", off, (f"test_guarded.py::{test}",))


@pytest.mark.parametrize("guard", GUARDS, ids=lambda guard: f"{guard.file}: {guard.name}")
def test_a_guard_is_where_the_list_says_and_so_are_its_tests(guard: Guard) -> None:
    """Whoever has moved or worded it anew: write the new text into bench/guards/, and see that it is still caught."""
    text = (ROOT / guard.file).read_text(encoding="utf-8")
    assert text.count(guard.was) == 1
    assert guard.was != guard.off
    ast.parse(text.replace(guard.was, guard.off))
    for test in guard.tests:
        file, _, name = test.partition("::")
        assert f"def {name}(" in (ROOT / file).read_text(encoding="utf-8")


def test_no_guard_is_listed_twice() -> None:
    assert len({guard.name for guard in GUARDS}) == len(GUARDS)
    assert len({(guard.file, guard.was, guard.off) for guard in GUARDS}) == len(GUARDS)


@pytest.mark.parametrize(
    ("off", "test", "outcome"),
    [
        ("number", "test_it_is_bounded", "caught"),
        ("max(0, number)", "test_it_is_bounded", "survived"),
        ("number", "test_nothing", "survived"),
        ("number", "test_gone", "untried"),
        ("nothing(", "test_it_is_bounded", "untried"),
    ],
)
def test_a_guard_that_is_switched_off_is_caught_or_told(tree: Path, off: str, test: str, outcome: str) -> None:
    assert switched_off(tree, guard(off, test)).outcome == outcome
    assert (tree / "guarded.py").read_text() == MODULE


def test_tests_that_hang_are_ended(tree: Path) -> None:
    assert switched_off(tree, guard("number - 1"), limit_s=0.5).outcome == "hung"
    assert (tree / "guarded.py").read_text() == MODULE
    assert run(tree, ["test_guarded.py"], 60.0)[0] == 0


def test_tests_that_take_as_long_with_the_guard_on_have_told_nothing(tree: Path) -> None:
    hung = Tried(guard("number - 1"), "hung")
    assert confirmed(tree, hung, limit_s=60.0) == hung
    assert confirmed(tree, hung, limit_s=0.01).outcome == "untried"


def test_a_text_that_is_gone_is_a_mistake_of_the_list(tree: Path) -> None:
    (tree / "guarded.py").write_text("def least(number):\n    return number if number > 0 else 0\n")
    with pytest.raises(RuntimeError, match="does not have the text of 'no bound' once"):
        switched_off(tree, guard("number"))


def test_guards_of_the_program_itself_are_caught_in_a_copy_of_it() -> None:
    """Two that take no time; all of them are a long run."""
    chosen = [one for one in GUARDS if one.file.endswith(("backoff.py", "attention.py"))][:2]
    assert [one.outcome for one in tried(chosen)] == ["caught", "caught"]
