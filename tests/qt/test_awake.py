"""The machine does not sleep while a show runs: what the desktop is asked, on a session bus of the test's own."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from jn_presenter.qt.awake import Awake

ROOT = Path(__file__).parents[2]
BUS = pytest.mark.needs("dbus-run-session")
HELD = """
import json
from jn_presenter.qt.awake import Awake
from tests.screen_saver import ScreenSaver

with ScreenSaver() as saver:
    awake = Awake()
    awake.start()
    awake.settled.wait()
    held = list(saver.calls)
    awake.stop()
    print(json.dumps([awake.method, held, saver.calls]))
"""
DEAF = """
import json
from jn_presenter.qt import awake
from tests.screen_saver import ScreenSaver

awake.LEAVE_S = 0.01
with ScreenSaver(deaf=True) as saver:
    held = awake.Awake()
    held.start()
    saver.called.wait()
    held.stop()
    print(json.dumps([held.method, saver.calls]))
"""


def in_a_session(script: str) -> object:
    """What the script prints as JSON, run with a session bus of its own."""
    command = ["dbus-run-session", "--", sys.executable, "-c", script]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    said = [line for line in done.stderr.splitlines() if not line.startswith("dbus-daemon[")]
    assert (done.returncode, said) == (0, [])
    return json.loads(done.stdout)


@BUS
def test_the_screen_saver_is_held_off_while_a_show_runs_and_let_go_after_it() -> None:
    held, let_go = ["Inhibit", 41], ["UnInhibit", 41]
    assert in_a_session(HELD) == ["org.freedesktop.ScreenSaver", [held], [held, let_go]]


@BUS
def test_a_desktop_that_never_answers_does_not_keep_a_show_from_ending() -> None:
    assert in_a_session(DEAF) == ["", [["Inhibit", 41]]]


def test_where_there_is_no_desktop_to_ask_a_show_runs_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
    held = Awake()
    held.start()
    held.settled.wait()
    assert held.method == ""
    held.stop()


def test_a_show_that_ends_before_it_began_has_held_nothing() -> None:
    held = Awake()
    held.stop()
    assert not held.settled.is_set()
