"""Has workers read broken files, starts another one where one dies, ends one that hangs, and keeps what did it."""

import os
import select
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import IO

from msgspec import Struct

from bench.fuzz.worker import LIMIT_S, READY

BATCH = 1000
"""Cases for one process."""
START_S = 60.0
KEPT = Path(tempfile.gettempdir(), "jn-presenter-fuzz")
"""Where the files of failing cases are put."""
MOST_TOLD = 1500


class Failure(Struct, frozen=True):
    """A case that should not have come out as it did: "crash" or "hang", and a trace."""

    number: int
    what: str
    trace: str


class Fuzzed(Struct, frozen=True):
    """What came of many cases."""

    cases: int
    failures: tuple[Failure, ...]
    slowest_s: float
    seconds: float

    def count(self, what: str) -> int:
        """How many failures of that kind."""
        return sum(one.what == what for one in self.failures)


def nothing(_done: int, _total: int) -> None:
    """No progress is shown."""


def fuzz(kind: str, times: int, seed: int, progress: Callable[[int, int], object] = nothing) -> Fuzzed:
    """Read so many broken files of a kind. Each failure is printed, and its files are kept in KEPT."""
    began, done, slowest = time.monotonic(), 0, 0.0
    failures: list[Failure] = []
    batches = [(first, min(times, first + BATCH)) for first in range(0, times, BATCH)]
    with ThreadPoolExecutor(max(1, (os.cpu_count() or 1) // 2)) as lanes:
        for first, last, (found, slow) in lanes.map(lambda span: (*span, _batch(kind, seed, *span)), batches):
            failures += found
            slowest = max(slowest, slow)
            done += last - first
            progress(done, times)
    return Fuzzed(times, tuple(failures), slowest, time.monotonic() - began)


def _batch(kind: str, seed: int, first: int, last: int) -> tuple[list[Failure], float]:
    """The failures among these cases, and the seconds of the slowest. What hangs has to hang again alone."""
    failures, slowest = [], 0.0
    while first < last:
        with _Lane(kind, seed, first, last) as lane:
            at, failed, slow = lane.watch()
        if failed is not None and failed.what == "hang" and last - first > 1:
            again, slow_again = _batch(kind, seed, at, at + 1)
            failures += again
            slowest = max(slowest, slow, slow_again)
        else:
            slowest = max(slowest, slow)
            failures += [] if failed is None else [failed]
        failures += lane.raised
        for failure in (*lane.raised, *([failed] if failed is not None else [])):
            _tell(kind, seed, failure)
        first = at + 1
    return failures, slowest


class _Lane:
    """One worker, and what it says."""

    def __init__(self, kind: str, seed: int, first: int, last: int) -> None:
        self._command = [sys.executable, "-m", "bench.fuzz.worker", kind, str(seed), str(first), str(last)]
        self._first, self._last = first, last
        self.raised: list[Failure] = []

    def __enter__(self) -> "_Lane":
        self._errors: IO[bytes] = tempfile.TemporaryFile()
        env = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
        self._process = subprocess.Popen(self._command, stdout=subprocess.PIPE, stderr=self._errors, env=env)
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()
        assert self._process.stdout is not None
        self._process.stdout.close()
        self._errors.close()

    def watch(self) -> tuple[int, Failure | None, float]:
        """The last case begun, how it ended the process or hung, and the seconds of the slowest of those that ended."""
        at, slowest, began, limit = self._first, 0.0, time.monotonic(), START_S
        for line in self._lines():
            if line is None:
                if time.monotonic() - began > limit:
                    return at, self._hung(at), slowest
                continue
            if line.startswith("!"):
                _, number, trace = line.split(" ", 2)
                self.raised.append(Failure(int(number), "crash", trace))
                continue
            if line == READY:
                limit = float(LIMIT_S)
            else:
                at, before = int(line), at
                slowest = max(slowest, time.monotonic() - began) if at != before or at == self._last else slowest
            began = time.monotonic()
        code = self._process.wait()
        if at >= self._last and code == 0:
            return self._last, None, slowest
        return at, Failure(at, "crash", f"exit {code}: {self._said()}"), slowest

    def _lines(self) -> Iterator[str | None]:
        """What the worker says, line by line; None for every moment of silence."""
        assert self._process.stdout is not None
        handle, rest = self._process.stdout.fileno(), b""
        while True:
            ready, _, _ = select.select([handle], [], [], 0.1)
            if not ready:
                yield None
                continue
            chunk = os.read(handle, 1 << 16)
            if not chunk:
                return
            *lines, rest = (rest + chunk).split(b"\n")
            for line in lines:
                yield line.decode(errors="replace")

    def _hung(self, at: int) -> Failure:
        """Where it hangs is told by itself, as it is ended."""
        self._process.send_signal(signal.SIGABRT)
        try:
            self._process.wait(5)
        except subprocess.TimeoutExpired:
            self._process.kill()
        return Failure(at, "hang", self._said())

    def _said(self) -> str:
        self._errors.seek(0)
        return self._errors.read()[:MOST_TOLD].decode(errors="replace")


def _tell(kind: str, seed: int, failure: Failure) -> None:
    folder = KEPT / f"{kind}-{seed}-{failure.number}"
    worker = [sys.executable, "-m", "bench.fuzz.worker", kind, str(seed), str(failure.number), "0", str(folder)]
    subprocess.run(worker, env=os.environ | {"QT_QPA_PLATFORM": "offscreen"}, check=False)
    trace = failure.trace.replace("\\n", "\n")[-MOST_TOLD:]
    print(f"\n{failure.what}: {kind}, seed {seed}, case {failure.number}, kept in {folder}\n{trace}", file=sys.stderr)
