"""Asks another process how words sound: to load the readings holds Python's lock for a third of a second, and no key
of a show may wait for that. They are gone from the memory again once the index is made.
"""

import logging
import subprocess
import sys
import threading
from collections.abc import Sequence
from types import TracebackType

import msgspec

from jn_presenter.show import pinyin

log = logging.getLogger(__name__)
COMMAND = (sys.executable, "-m", pinyin.__name__)
LONGEST_S = 60.0
"""A process that has not answered by then never will."""


class Sounding:
    """Made on the thread that asks. Where no process can be had, the words are read here: slower, but all the same."""

    def __init__(self, command: Sequence[str] = COMMAND, longest_s: float = LONGEST_S) -> None:
        self._command, self._longest_s = command, longest_s
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> "Sounding":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    def __call__(self, words: Sequence[str]) -> Sequence[Sequence[str]]:
        """The syllables of each of the words."""
        try:
            found = self._ask(words)
        except (OSError, msgspec.DecodeError) as error:
            log.info("no process reads pinyin, so this one does: %s", error)
            self._end()
            found = None
        return found if found is not None and len(found) == len(words) else pinyin.each(words)

    def _ask(self, words: Sequence[str]) -> list[tuple[str, ...]]:
        process = self._process = self._process or subprocess.Popen(
            self._command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        assert process.stdin is not None
        assert process.stdout is not None
        late = threading.Timer(self._longest_s, process.kill)
        late.daemon = True
        late.start()
        try:
            process.stdin.write(msgspec.json.encode(words) + b"\n")
            process.stdin.flush()
            return msgspec.json.decode(process.stdout.readline(), type=list[tuple[str, ...]])
        finally:
            late.cancel()

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.communicate()
