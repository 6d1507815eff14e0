import pytest

from bench.__main__ import CANNOT_RUN, QUICK, is_full, main
from bench.row import Failed
from bench.rows import MEASUREMENTS

ALL = list(MEASUREMENTS)


def test_a_full_run_is_kept() -> None:
    assert is_full(ALL, [], 1.0)


@pytest.mark.parametrize(
    ("names", "failed", "repeats"),
    [(["export"], [], 1.0), (ALL[:-1], [], 1.0), (ALL, [Failed("soak", "lost")], 1.0), (ALL, [], QUICK)],
    ids=["one", "all but one", "one failed", "quick"],
)
def test_results_are_not_lost_to_a_run_that_has_less(names: list[str], failed: list[Failed], repeats: float) -> None:
    assert not is_full(names, failed, repeats)


def test_an_unknown_measurement_is_answered_by_those_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["start", "exports"]) == CANNOT_RUN
    said = capsys.readouterr().err
    assert "no exports;" in said
    assert all(name in said for name in ALL)
