"""The owner's commands: no shell, a limit of time, a few of their words, and nothing of them left behind."""

import os
import shlex
import signal
import sys
import time
from pathlib import Path

import pytest

from jn_presenter.qt.kiosk.commands import MOST_BYTES, run

SOON_S = 0.4
"""For a command that never ends."""


def python(source: str) -> tuple[str, ...]:
    return (sys.executable, "-c", source)


def open_files() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


def gone(pid: int) -> bool:
    """Whether the process has ended; one that nobody has taken notice of yet has."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except FileNotFoundError:
        return True


def wait_gone(pid: int) -> None:
    until = time.monotonic() + 30
    while not gone(pid):
        assert time.monotonic() < until, pid
        time.sleep(0.01)


def test_a_command_that_ends_well_has_nothing_to_tell():
    assert run(python("print('a word')")) is None


def test_no_shell_reads_the_words(tmp_path):
    words = ("; touch x", "$(touch y)", "*", "a b")
    seen = tmp_path / "seen"
    assert run((*python(f"import sys; open({str(seen)!r}, 'w').write(repr(sys.argv[1:]))"), *words)) is None
    assert seen.read_text() == repr(list(words))


def test_what_it_fails_with_and_says_is_one_short_line():
    why = run(python("import sys; print('no\\ndisplay' + ' x' * 9999); sys.exit(3)"))
    assert why is not None
    assert ": [3] no display x x" in why
    assert "\n" not in why
    assert len(why) < MOST_BYTES + 200


@pytest.mark.parametrize("command", [("no-such-command-here",), ("/",), ("a\0b",), ("",)])
def test_what_cannot_be_started_says_why(command):
    why = run(command)
    assert why is not None
    assert why.startswith(shlex.join(command) + ":")


def test_xset_fails_by_saying_something(tmp_path, monkeypatch):
    (tmp_path / "xset").write_text("#!/bin/sh\necho server does not have extension for dpms option\n")
    (tmp_path / "xset").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    assert run(("xset", "dpms", "force", "off")) == (
        "xset dpms force off: [0] server does not have extension for dpms option"
    )


def test_a_command_that_does_not_end_is_ended_with_all_that_it_has_started(tmp_path):
    pids = tmp_path / "pids"
    child = "import time; time.sleep(600)"
    why = run(
        python(
            "import os, signal, subprocess, sys, time\n"
            "signal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
            f"other = subprocess.Popen([sys.executable, '-c', {child!r}])\n"
            f"open({str(pids)!r} + '.part', 'w').write(f'{{os.getpid()}} {{other.pid}}')\n"
            f"os.rename({str(pids)!r} + '.part', {str(pids)!r})\n"
            "print('begun', flush=True)\n"
            "time.sleep(600)"
        ),
        limit_s=3.0,
    )
    assert why is not None
    assert "[> 3 s] begun" in why
    for pid in map(int, pids.read_text().split()):
        wait_gone(pid)


def test_one_that_never_stops_talking_neither_blocks_nor_fills_anything():
    why = run(python("while True: print('x' * 1000)"), limit_s=SOON_S)
    assert why is not None
    assert len(why) < MOST_BYTES + 200


def test_what_lives_on_and_holds_its_pipe_is_not_waited_for():
    child = "import time; time.sleep(600)"
    before = open_files()
    why = run(
        python(
            "import subprocess, sys\n"
            f"other = subprocess.Popen([sys.executable, '-c', {child!r}], start_new_session=True)\n"
            "sys.exit(str(other.pid))"
        )
    )
    assert why is not None
    head, _, pid = why.rpartition(" ")
    try:
        assert head.endswith("[1]")
        assert open_files() == before
    finally:
        os.kill(int(pid), signal.SIGKILL)


def test_nothing_stays_open():
    run(python(""))
    before = open_files()
    for _ in range(5):
        run(python(""))
        run(("no-such-command-here",))
    assert open_files() == before
