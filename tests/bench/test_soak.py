"""The command for long runs, with runs that take no time; what the real ones do is tried in short forms elsewhere."""

from pathlib import Path

import msgspec
import pytest

from bench.row import Limit, Row
from bench.soak import __main__ as soak
from bench.soak.run import Progress, Run
from bench.soak.runs import RUNS

GOOD = Row(what="escapes", unit="", ours=0, limit=Limit("value", 0), n=3)


def well(times: int, progress: Progress) -> list[Row]:
    for done in range(times):
        progress(done + 1, times)
    return [GOOD]


def broken(_times: int, _progress: Progress) -> list[Row]:
    raise RuntimeError("no slide was seen")


def test_a_share_of_a_run_is_never_less_than_what_tries_anything() -> None:
    run = Run(times=1000, least=10, go=well)
    assert [run.count(share) for share in (1.0, 0.5, 0.0001, 2.0)] == [1000, 500, 10, 2000]


def test_one_run_gives_its_lines_and_says_how_far_it_is(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.setitem(RUNS, "well", Run(times=3, go=well))
    assert soak.main(["well", "--one"]) == soak.DONE
    out, err = capfdbinary.readouterr()
    assert msgspec.json.decode(out, type=list[Row]) == [GOOD]
    assert b"3 / 3, 0 min left" in err


def test_a_run_that_cannot_be_done_says_why_and_fails(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(RUNS, "broken", Run(times=1, go=broken))
    assert soak.main(["broken", "--one"]) == soak.FAILED
    assert "no slide was seen" in capfd.readouterr().err


def test_unknown_runs_are_told_with_those_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert soak.main(["storms"]) == soak.CANNOT_RUN
    assert "there is no storms; there are kills" in capsys.readouterr().err


def test_a_real_run_in_a_process_of_its_own_is_told_and_kept_only_at_full_length(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(soak, "RESULTS", tmp_path / "RESULTS.md")
    assert soak.main(["restarts", "--share", "0.01"]) == soak.DONE
    assert "left behind by 10 restarts" in capsys.readouterr().out
    assert not soak.RESULTS.exists()
