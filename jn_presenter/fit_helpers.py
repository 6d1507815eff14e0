"""Other processes that lay slides out beside this one, for a first check of a large deck.

They read the deck themselves and answer with verdicts by key, so that one that read another state of a file, fails, or
takes too long costs nothing but its share, which is laid out here then.
"""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress

import msgspec

from jn_presenter.fit_memory import Verdict

COMMAND = (sys.executable, "-m", "jn_presenter.fit_helper")
FEWEST = 150
"""Slides to lay out that are worth a process's start."""
MOST = 7
PATIENCE_S = 20.0
EACH_S = 0.1
"""How long is waited for a process, and for each of its slides, once this one has done its own share."""
Verdicts = Mapping[bytes, tuple[Verdict, ...]]


class Helpers:
    """The processes at work on slides of the deck in `folder`. Use it as a context: none of them outlives it."""

    def __init__(self, folder: str, slides: Sequence[str], processors: int | None = None) -> None:
        """`slides`: ids of all that are to be laid out; a part of them is left to this process."""
        count = min(MOST, (processors or os.cpu_count() or 1) - 1, len(slides) // FEWEST)
        self._shares = [slides[k :: count + 1] for k in range(1, count + 1)]
        self.slides = frozenset(slide for share in self._shares for slide in share)
        self._running = [started for share in self._shares if (started := _start(folder, share)) is not None]

    def __enter__(self) -> "Helpers":
        return self

    def __exit__(self, *_: object) -> None:
        for process in self._running:
            process.kill()
            process.communicate()
        self._running.clear()

    def collect(self) -> Verdicts:
        """Wait for them all, for as long as is reasonable; what they found."""
        patience = PATIENCE_S + EACH_S * max(map(len, self._shares), default=0)
        found: dict[bytes, tuple[Verdict, ...]] = {}
        for process in self._running:
            with suppress(subprocess.TimeoutExpired, msgspec.MsgspecError):
                told, _ = process.communicate(timeout=patience)
                found |= msgspec.msgpack.decode(told, type=dict[bytes, tuple[Verdict, ...]])
        return found


def _start(folder: str, slides: Sequence[str]) -> "subprocess.Popen[bytes] | None":
    """A process that lays these slides out; None where none can be started. What it has to say besides nobody reads."""
    try:
        process = subprocess.Popen(
            (*COMMAND, folder),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError:
        return None
    with suppress(OSError):
        assert process.stdin is not None
        process.stdin.write(msgspec.msgpack.encode(slides))
        process.stdin.close()
    process.stdin = None  # it has all it gets: communicate() shall not write to it again
    return process
