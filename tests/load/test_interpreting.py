"""`interpreting` of briefing.yaml: factors that can be edited, and what is said of those that make no sense."""

from decimal import Decimal
from pathlib import Path

import pytest

from jn_presenter.load import load_index
from jn_presenter.model.interpreting import Interpreting
from tests.load.world import BRIEFING, DECK, brief, write


def read(folder, line):
    index = load_index(str(write(folder, {**DECK, "briefing.yaml": f"{BRIEFING}{line}\n"})))
    return index.deck.briefing.interpreting, [brief(problem) for problem in index.problems]


def test_without_the_key_consecutive_takes_1_8_times_as_long_and_simultaneous_1_1(tmp_path: Path) -> None:
    found, problems = read(tmp_path, "")
    assert (found.consecutive, found.simultaneous, problems) == (Decimal("1.8"), Decimal("1.1"), [])
    assert found.factor("none") == 1


def test_either_factor_may_be_written(tmp_path: Path) -> None:
    found, problems = read(tmp_path, "interpreting: {consecutive: 2}")
    assert (found.factor("consecutive"), found.factor("simultaneous"), problems) == (2, Decimal("1.1"), [])


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("interpreting: {consecutive: 0.5}", "out-of-bounds:5:29"),
        ("interpreting: {simultaneous: 60}", "out-of-bounds:5:30"),
        ("interpreting: {consecutive: twice}", "not-a-number:5:29"),
        ("interpreting: {consecutiv: 2}", "unknown-key:5:16"),
        ("interpreting: 1.8", "wrong-type:5:15"),
    ],
)
def test_a_factor_that_makes_no_sense_is_a_problem_and_the_usual_one_counts(
    tmp_path: Path, line: str, problem: str
) -> None:
    assert read(tmp_path, line) == (Interpreting(), [problem])
