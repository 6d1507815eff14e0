"""A lock is one program's, and nobody's once that program is gone."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from jn_presenter import lock
from jn_presenter.lock import Lock

HOLDS = """
import sys, time
from pathlib import Path
from jn_presenter.lock import Lock
print(Lock(Path(sys.argv[1])).take(), flush=True)
time.sleep(60)
"""


def test_one_has_it_until_it_lets_go(tmp_path: Path) -> None:
    one, other = Lock(tmp_path / "x.lock"), Lock(tmp_path / "x.lock")
    assert one.take()
    assert not other.take()
    other.release()
    assert not Lock(tmp_path / "x.lock").take()
    one.release()
    assert other.take()
    other.release()
    assert list(tmp_path.iterdir()) == []


def test_a_program_that_was_killed_has_none_even_where_nobody_has_asked_for_its_end(tmp_path: Path) -> None:
    path = tmp_path / "x.lock"
    with subprocess.Popen([sys.executable, "-c", HOLDS, str(path)], stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"True\n"
        here = Lock(path)
        assert not here.take()
        holder.kill()
        os.waitid(os.P_PID, holder.pid, os.WEXITED | os.WNOWAIT)
        assert here.take()
        here.release()


def test_of_two_that_come_while_a_third_lets_go_one_alone_has_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    third, early, late = (Lock(tmp_path / "x.lock") for _ in range(3))
    assert third.take()
    really, first = lock._lock, [True]

    def lock_later(handle: int) -> None:
        if first:
            first.clear()
            third.release()
        really(handle)

    monkeypatch.setattr(lock, "_lock", lock_later)
    assert early.take()
    assert not late.take()
    early.release()


def test_a_file_that_cannot_be_taken_away_is_let_go_of_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = Lock(tmp_path / "x.lock"), Lock(tmp_path / "x.lock")
    assert one.take()

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "unlink", refuse)
    one.release()
    assert other.take()
    other.release()
