"""What is around a kiosk whose clock jumps; the jumps themselves are a long run."""

import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from bench import world
from bench.world import CONDITIONS, FAKED


@pytest.fixture
def hall(tmp_path: Path) -> Any:
    return SimpleNamespace(env={"LANG": "C"}, folder=tmp_path)


def test_only_the_time_of_day_is_made_up(hall: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(world, "FAKETIME", str(tmp_path / "lib*.so"))
    jumps = next(one for one in CONDITIONS if one.jump_s is not None)
    with pytest.raises(RuntimeError, match="libfaketime is missing"):
        world._environment(hall, jumps, tmp_path / "clock")
    (tmp_path / "libfaketime.so").touch()
    env = world._environment(hall, jumps, tmp_path / "clock")
    assert env["LD_PRELOAD"] == str(tmp_path / "libfaketime.so")
    assert env["FAKETIME_TIMESTAMP_FILE"] == str(tmp_path / "clock")
    kept = ("FAKETIME_DONT_FAKE_MONOTONIC", "FAKETIME_FORCE_MONOTONIC_FIX", "NO_FAKE_STAT")
    assert [env[name] for name in kept] == ["1", "0", "1"]
    assert "LD_PRELOAD" not in world._environment(hall, CONDITIONS[0], tmp_path / "clock")


def test_programs_there_sleep_by_no_call_that_is_made_up() -> None:
    code = "import time; time.sleep(0.001); print(time.sleep.__module__)"
    env = os.environ | {"PYTHONPATH": str(FAKED)}
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, check=True, text=True)
    assert done.stdout == "sitecustomize\n"
