"""jn-presenter as a process of its own on a desk."""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from bench.process import end
from tests.e2e.desk import Desk

ROOT = Path(__file__).parents[2]
LIMIT_S = 30.0
"""After so long, what has not happened will not; a busy machine may need some seconds."""
LOOK_S = 0.005


def wait_until(condition: Callable[[], object], what: Callable[[], str] | str) -> None:
    """Look until the condition holds. Raises AssertionError with `what` where it never does."""
    until = time.monotonic() + LIMIT_S
    while not condition():
        if time.monotonic() > until:
            raise AssertionError(f"never: {what if isinstance(what, str) else what()}")
        time.sleep(LOOK_S)


class Program:
    """A running `jn-presenter`. What it says on stderr goes into `errors`."""

    def __init__(self, desk: Desk, errors: Path, *arguments: str) -> None:
        self._errors = errors
        self.heard = False
        command = [sys.executable, "-m", "jn_presenter", *arguments]
        with errors.open("wb") as stream:
            self.process = subprocess.Popen(
                command, cwd=ROOT, env=desk.env, stdin=subprocess.DEVNULL, stdout=stream, stderr=stream
            )

    @property
    def said(self) -> str:
        """All it has said so far, which thereby is `heard`."""
        self.heard = True
        return self._errors.read_text(encoding="utf-8")

    @property
    def running(self) -> bool:
        return self.process.poll() is None

    def exit_code(self) -> int:
        """Waits for the program to end."""
        wait_until(lambda: not self.running, "the program ends")
        code = self.process.returncode
        assert code is not None
        return code

    def close(self) -> None:
        if self.running:
            end(self.process)
