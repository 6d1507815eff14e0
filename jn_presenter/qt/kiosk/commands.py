"""Runs a command of the machine's owner: without a shell, not for ever, and keeping of its words no more than a few."""

import os
import shlex
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

LIMIT_S = 10.0
MOST_BYTES = 160
"""Of what it says, for a line in the log; the rest is read and forgotten."""
LOOK_S = 0.05
CHUNK = 65_536
POSIX = sys.platform != "win32"

Run = Callable[[Sequence[str]], str | None]
"""Runs a command; why it failed, None where it did not."""


def run(command: Sequence[str], limit_s: float = LIMIT_S) -> str | None:
    """Run the words of the command; why it failed, on one line, or None. What it has started ends with it.

    A command that ends well and says something has failed all the same where it is `xset`, which knows no other way.
    """
    words = shlex.join(command)
    try:
        process = subprocess.Popen(
            list(command),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE if POSIX else subprocess.DEVNULL,  # a pipe there cannot be read without waiting
            stderr=subprocess.STDOUT,
            start_new_session=POSIX,
            bufsize=0,
        )
    except (OSError, ValueError) as error:  # ValueError: a null character
        return f"{words}: {getattr(error, 'strerror', None) or error}"
    said, ended = _watched(process, limit_s)
    _end(process)
    if not ended:
        return _reason(words, f"> {limit_s:g} s", said)
    if process.returncode != 0:
        return _reason(words, f"{process.returncode}", said)
    return _reason(words, "0", said) if said and Path(command[0]).stem == "xset" else None


def _watched(process: "subprocess.Popen[bytes]", limit_s: float) -> tuple[bytes, bool]:
    """The beginning of what it says until it ends, and whether it does so in time."""
    said, until = b"", time.monotonic() + limit_s
    fd = process.stdout.fileno() if process.stdout is not None else None
    if fd is not None:
        os.set_blocking(fd, False)
    while True:
        with suppress(subprocess.TimeoutExpired):
            process.wait(min(LOOK_S, max(0.0, until - time.monotonic())))
        ended = process.returncode is not None
        said += _new(fd, MOST_BYTES - len(said))
        if ended or time.monotonic() >= until:
            return said, ended


def _new(fd: int | None, most: int) -> bytes:
    """The first bytes of what there is to read by now; one pipe's fill, so that nobody can keep this busy."""
    if fd is None:
        return b""
    try:
        return os.read(fd, CHUNK)[:most]
    except OSError:
        return b""


def _end(process: "subprocess.Popen[bytes]") -> None:
    """Nothing of it goes on, and its pipe is closed."""
    with suppress(OSError):
        if POSIX:
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    with suppress(subprocess.TimeoutExpired):
        process.wait(LOOK_S * 20)
    if process.stdout is not None:
        process.stdout.close()


def _reason(words: str, how: str, said: bytes) -> str:
    line = " ".join(said.decode("utf-8", "replace").split())
    return f"{words}: [{how}] {line}".rstrip()
