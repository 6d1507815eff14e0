"""The show as a process: started, listened to, and ended with all that it has started itself."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import IO

from jn_presenter.supervise.inbox import Inbox
from jn_presenter.supervise.lines import Lines
from jn_presenter.supervise.protocol import MOST_LINE, understood

CHUNK = 65_536
MOST_WORDS = 2000
"""Bytes of a line of the log."""
LOOK_MS = 250
"""How often a thread that reads sees that nobody wants it any more."""
KILLED_S = 2.0
"""How long a killed process may take to be gone; one that a driver holds may never be."""
JOIN_S = 1.0
POSIX = sys.platform != "win32"
KEPT_BACK = ("NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID")
"""Variables by which systemd is told how the supervisor is; the show shall not speak for it."""


class Child:
    """A running show. Raises OSError where it cannot be started.

    log: takes each line that it writes on stderr, cut where it is long, in a thread; it must not wait.
    """

    def __init__(
        self,
        command: Sequence[str],
        inbox: Inbox,
        log: Callable[[bytes], object],
        environ: Mapping[str, str] = os.environ,
    ) -> None:
        self._inbox = inbox
        self._unwanted = False
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={name: value for name, value in environ.items() if name not in KEPT_BACK},
            start_new_session=POSIX,
            bufsize=0,
        )
        self.pid = self._process.pid
        _first_to_go(self.pid)
        stdout, stderr = self._process.stdout, self._process.stderr
        assert stdout is not None
        assert stderr is not None
        self._readers = [
            Thread(target=self._read, args=(stdout, Lines(MOST_LINE), self._hear), daemon=True),
            Thread(target=self._read, args=(stderr, Lines(MOST_WORDS, cut=True), log), daemon=True),
        ]
        for reader in self._readers:
            reader.start()

    def exit_code(self) -> int | None:
        """How it ended, negative for a signal; None while it runs."""
        if self._process.returncode is None and _has_ended(self.pid):
            self._kill_group()  # before its number can become another's
        return self._process.poll()

    def end(self, grace_s: float) -> bool:
        """End it and what it has started: kindly, and after the grace, if it has any, by force. Whether it is gone.

        Its leash is let go of last, since that ends it without a chance to write anything. It is not gone where the
        system itself waits for a device on its behalf; `exit_code` may be asked later.
        """
        if grace_s > 0.0 and self.exit_code() is None:
            self._signal_group(signal.SIGTERM)
            self._gone_within(grace_s)
        if self.exit_code() is None:
            self._kill_group()
            self._gone_within(KILLED_S)
        gone = self.exit_code() is not None
        self.close()
        return gone

    def close(self) -> None:
        """Let go of its pipes; what it has said is read to its end before."""
        self._close_stdin()
        self._unwanted = True
        for reader, stream in zip(self._readers, (self._process.stdout, self._process.stderr), strict=True):
            reader.join(JOIN_S)
            if stream is not None and not reader.is_alive():
                stream.close()

    def _close_stdin(self) -> None:
        if self._process.stdin is not None:
            with suppress(OSError):
                self._process.stdin.close()

    def _gone_within(self, seconds: float) -> None:
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(seconds)

    def _kill_group(self) -> None:
        if POSIX:
            self._signal_group(signal.SIGKILL)
            return
        with suppress(OSError, subprocess.TimeoutExpired):
            kill = ["taskkill", "/F", "/T", "/PID", str(self.pid)]
            subprocess.run(kill, capture_output=True, stdin=subprocess.DEVNULL, timeout=KILLED_S, check=False)
        with suppress(OSError):
            self._process.kill()

    def _signal_group(self, number: int) -> None:
        with suppress(OSError):
            if POSIX:
                os.killpg(self.pid, number)
            else:
                self._process.terminate()

    def _hear(self, line: bytes) -> None:
        said = understood(line)
        if said is not None:
            self._inbox.put(said)

    def _read(self, stream: IO[bytes], lines: Lines, take: Callable[[bytes], object]) -> None:
        """Until its end; or, once it is unwanted, until there is nothing to read: what it has started may live on."""
        fd = stream.fileno()
        try:
            while _readable(fd, lambda: self._unwanted):
                chunk = os.read(fd, CHUNK)
                if not chunk:
                    break
                for line in lines.feed(chunk):
                    take(line)
        except OSError:
            pass
        if rest := lines.rest():
            take(rest)
        self._inbox.ring()


if sys.platform == "win32":

    def _readable(_fd: int, _unwanted: Callable[[], bool]) -> bool:
        """Pipes cannot be asked there; reading waits, and ends with the process."""
        return True

else:
    import select

    def _readable(fd: int, unwanted: Callable[[], bool]) -> bool:
        """Whether there is something to read, or its end; waits for it as long as it is wanted."""
        poll = select.poll()
        poll.register(fd, select.POLLIN)
        while not poll.poll(0 if unwanted() else LOOK_MS):
            if unwanted():
                return False
        return True


def _has_ended(pid: int) -> bool:
    """Whether the process has ended; it keeps its number until its parent has taken notice."""
    if not hasattr(os, "waitid"):
        return False
    try:
        return os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None
    except OSError:
        return False


def _first_to_go(pid: int) -> None:
    """Where memory runs out, Linux shall take it from the show: whoever starts it again has to stay."""
    with suppress(OSError):
        Path(f"/proc/{pid}/oom_score_adj").write_text("500", encoding="ascii")
