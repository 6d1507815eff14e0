"""Packs are taken by another process, and whatever happens to that one, the show hears of it as an outcome."""

import sys
from pathlib import Path

import pytest

from jn_presenter.pack_taker import take_packs
from jn_presenter.packs.errand import TAKEN, Job
from jn_presenter.packs.standing import current
from tests.packed import KEY, pack


def test_a_pack_is_taken(tmp_path: Path) -> None:
    job = Job((str(pack(tmp_path, "3")),), str(tmp_path / "kiosk"), KEY)
    (found,) = take_packs(job, (sys.executable, "-m", "jn_presenter"))
    assert (found.code, found.version) == (TAKEN, "3")
    assert Path(current(tmp_path / "kiosk")).name == "3"


@pytest.mark.parametrize(
    "code",
    ["import os; os.abort()", "print('[')", "print('{}')", "import sys; sys.exit(2)", "import time; time.sleep(99)"],
)
def test_a_process_that_fails_is_an_outcome(tmp_path: Path, code: str) -> None:
    (found,) = take_packs(Job(("x",), str(tmp_path), KEY), (sys.executable, "-c", code), 0.5)
    assert (found.file, found.code) == ("x", "failed")


def test_a_program_that_is_gone_is_too(tmp_path: Path) -> None:
    assert take_packs(Job(("x",), str(tmp_path), KEY), ("/nonexistent",))[0].code == "failed"
