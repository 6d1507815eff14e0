from pathlib import Path

import pytest

from bench.results import HEAD, keep_page, keep_run

PAGE, NEWER = "# Results\n\n| a | 1 |\n", "# Results\n\n| a | 2 |\n"
ORDER = ("kills", "storm")
KILLS, STORM = "### kills\n\n- today\n", "### storm\n\n- today\n"


@pytest.fixture
def results(tmp_path: Path) -> Path:
    return tmp_path / "RESULTS.md"


def test_the_page_stands_alone_until_there_is_a_long_run(results: Path) -> None:
    keep_page(results, PAGE)
    keep_page(results, NEWER)
    assert results.read_text() == NEWER


def test_a_new_page_leaves_the_long_runs_and_a_long_run_the_page(results: Path) -> None:
    keep_page(results, PAGE)
    keep_run(results, "kills", KILLS, ORDER)
    keep_page(results, NEWER)
    assert results.read_text() == f"{NEWER}\n{HEAD}\n{KILLS}"
    keep_run(results, "kills", "### kills\n\n- tomorrow\n", ORDER)
    assert results.read_text() == f"{NEWER}\n{HEAD}\n### kills\n\n- tomorrow\n"


def test_long_runs_stand_in_their_order_and_those_that_are_no_more_go(results: Path) -> None:
    keep_page(results, PAGE)
    for name, block in (("gone", "### gone\n\n- once\n"), ("storm", STORM), ("kills", KILLS)):
        keep_run(results, name, block, (*ORDER, "gone") if name == "gone" else ORDER)
    assert results.read_text() == f"{PAGE}\n{HEAD}\n{KILLS}\n{STORM}"
