"""Has workers read broken files, starts another one where one dies, ends one that hangs, and keeps what did it.

A case hangs by the seconds that its process works, so that a busy machine makes none and hides none; one that waits for
something that never comes works not at all, and is found by the seconds that it sleeps.
"""

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

from bench.fuzz.worker import BEGINS, ENDS, LIMIT_S, RAISED, READY
from bench.process import cpu_s, idle_s

BATCH = 1000
"""Cases for one process."""
WAIT_S = 30.0
"""Of sleep, in which a process neither works nor stands in line for a processor."""
LOOK_S = 0.1
KEPT = Path(tempfile.gettempdir(), "jn-presenter-fuzz")
"""Where the files of failing cases are put."""
MOST_TOLD = 1500


class Failure(Struct, frozen=True):
    """A case that should not have come out as it did: "crash" or "hang", and a trace."""

    number: int
    what: str
    trace: str


class Fuzzed(Struct, frozen=True):
    """What came of many cases. slowest_s: of the processor, for one case."""

    cases: int
    failures: tuple[Failure, ...]
    slowest_s: float
    seconds: float

    def count(self, what: str) -> int:
        """How many failures of that kind."""
        return sum(one.what == what for one in self.failures)


def nothing(_done: int, _total: int) -> None:
    """No progress is shown."""


def command(kind: str, seed: int, first: int, last: int) -> list[str]:
    """What starts a worker."""
    return [sys.executable, "-m", "bench.fuzz.worker", kind, str(seed), str(first), str(last)]


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
    """The failures among these cases, and the seconds of the slowest that ended by itself."""
    failures: list[Failure] = []
    slowest = 0.0
    while first < last:
        with _Lane(kind, seed, first, last) as lane:
            first = lane.watch() + 1
        for failure in lane.failures:
            _tell(kind, seed, failure)
        failures += lane.failures
        slowest = max(slowest, lane.slowest_s)
    return failures, slowest


class _Lane:
    """One worker, and what it says."""

    def __init__(self, kind: str, seed: int, first: int, last: int) -> None:
        self._command = command(kind, seed, first, last)
        self._first = first
        self.failures: list[Failure] = []
        self.slowest_s = 0.0

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

    def watch(self) -> int:
        """The last case begun: of all, where the worker came to its end by itself."""
        pid, at, worked, inside = self._process.pid, self._first, 0.0, False
        idle = idle_s(pid)
        for line in self._lines():
            if line is None:
                if idle_s(pid) - idle > WAIT_S or (inside and cpu_s(pid) - worked > LIMIT_S):
                    self.failures.append(self._hung(at))
                    return at
                continue
            idle = idle_s(pid)
            word, _, rest = line.partition(" ")
            if word == READY:
                continue
            number, _, told = rest.partition(" ")
            at, inside = int(number), word == BEGINS
            if word == RAISED:
                self.failures.append(Failure(at, "crash", told))
                inside = True
            elif word == BEGINS:
                worked = float(told)
            elif word == ENDS:
                self._ended(at, float(told) - worked)
        code = self._process.wait()
        if inside or code != 0:
            self.failures.append(Failure(at, _what(code), f"exit {code}: {self._said()}"))
        return at

    def _ended(self, number: int, seconds: float) -> None:
        self.slowest_s = max(self.slowest_s, seconds)
        if seconds > LIMIT_S:
            self.failures.append(Failure(number, "hang", f"it came to its end after {seconds:.2f} s of the processor"))

    def _lines(self) -> Iterator[str | None]:
        """What the worker says, line by line; None for every moment of silence."""
        assert self._process.stdout is not None
        handle, rest = self._process.stdout.fileno(), b""
        while True:
            ready, _, _ = select.select([handle], [], [], LOOK_S)
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
        return self._errors.read()[-MOST_TOLD:].decode(errors="replace")


def _what(code: int) -> str:
    """What a process died of: the kernel ends one that works for longer than it may before anybody has looked."""
    return "hang" if code == -signal.SIGXCPU else "crash"


def _tell(kind: str, seed: int, failure: Failure) -> None:
    folder = KEPT / f"{kind}-{seed}-{failure.number}"
    worker = command(kind, seed, failure.number, 0)
    subprocess.run([*worker, str(folder)], env=os.environ | {"QT_QPA_PLATFORM": "offscreen"}, check=False)
    trace = failure.trace.replace("\\n", "\n")[-MOST_TOLD:]
    print(f"\n{failure.what}: {kind}, seed {seed}, case {failure.number}, kept in {folder}\n{trace}", file=sys.stderr)
