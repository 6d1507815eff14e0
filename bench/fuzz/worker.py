"""Reads broken files of one kind under limits of memory and time: `python -m bench.fuzz.worker KIND SEED FIRST LAST`.

Says on its output the number of each case as it begins and as it ends, each time with the seconds that the process
has worked by then, and what a case raised. A case depends on kind, seed and number alone; with a folder as the last
argument it is written there and not read.
"""

import faulthandler
import importlib
import logging
import os
import resource
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Protocol

Files = dict[str, bytes]
LIMIT_S = 2
"""Seconds of the processor for a case, whatever else the machine does meanwhile."""
LEAST_CPU_S = LIMIT_S + 1
"""The kernel counts whole seconds."""
PAGE = os.sysconf("SC_PAGE_SIZE")
READY, BEGINS, ENDS, RAISED = "ready", "begins", "ends", "raised"
"""The words with which its lines begin."""


class Target(Protocol):
    """Takes files of one kind as the program does."""

    memory_mb: int
    """What it may take beyond what it has when it is ready."""

    def make(self, random: Random) -> Files:
        """A case: names of files with their bytes."""
        ...

    def take(self, files: Files, random: Random) -> None:
        """Read them. Whatever is raised is a fault of the program."""
        ...


def target(kind: str, home: Path) -> Target:
    """Of the module of that name, with a folder for its files."""
    made: Callable[[Path], Target] = importlib.import_module(f"bench.fuzz.{kind}").Target
    return made(home)


def chance(kind: str, seed: int, number: int) -> Random:
    """What decides everything in that case."""
    return Random(f"{kind} {seed} {number}")


def scratch() -> str | None:
    """Where files are fast; None for the usual place."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


def limited(memory_mb: int) -> None:
    """From now on this process gets no more than that beyond what it has."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    most = pages * PAGE + (memory_mb << 20)
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def more_time() -> None:
    """The kernel ends this process where the next case takes longer."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    soft = int(used.ru_utime + used.ru_stime) + LEAST_CPU_S
    resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))


def run(kind: str, seed: int, first: int, last: int) -> None:
    """Read the cases from the first up to, and without, the last."""
    logging.disable(logging.CRITICAL)
    faulthandler.enable()
    faulthandler.register(signal.SIGXCPU, chain=True)
    with tempfile.TemporaryDirectory(prefix="fuzz-", dir=scratch()) as home:
        made = target(kind, Path(home))
        limited(made.memory_mb)
        say(READY)
        for number in range(first, last):
            random = chance(kind, seed, number)
            more_time()
            files = made.make(random)
            more_time()
            say(f"{BEGINS} {number} {time.process_time()}")
            try:
                made.take(files, random)
            except Exception:  # noqa: BLE001  # what must not come, whatever it is
                say(f"{RAISED} {number} {traceback.format_exc()!r}")
            say(f"{ENDS} {number} {time.process_time()}")


def say(line: str) -> None:
    """To whoever looks on, at once: the next line may never come."""
    os.write(sys.stdout.fileno(), f"{line}\n".encode())


def write(kind: str, seed: int, number: int, folder: Path) -> None:
    """The files of a case, to be looked at."""
    with tempfile.TemporaryDirectory(prefix="fuzz-", dir=scratch()) as home:
        for name, content in target(kind, Path(home)).make(chance(kind, seed, number)).items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)


if __name__ == "__main__":
    kind, seed, first, last, *folder = sys.argv[1:]
    if folder:
        write(kind, int(seed), int(first), Path(folder[0]))
    else:
        run(kind, int(seed), int(first), int(last))
