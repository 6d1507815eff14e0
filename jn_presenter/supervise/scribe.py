"""All that the supervisor writes, on a thread of its own: a disk that is full, gone or slow costs words and no show."""

import os
import sys
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Condition, Thread

from jn_presenter.supervise.logs import RotatingLog

MOST_WAITING = 2000
"""Lines; while the disk does not keep up, further ones are only counted."""
RETRY_S = 5.0
"""How long after a failure the next line is left out without trying."""


def whole(path: Path, content: bytes) -> None:
    """The content in place of what is there. Raises OSError.

    It is not forced onto the disk: after a power cut it is worth nothing, and a memory card bears only so many writes.
    """
    part = path.with_name(f".{path.name}.part")
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with os.fdopen(
        os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600), "wb"
    ) as out:
        out.write(content)
    part.replace(path)


class Scribe:
    """Takes lines and files without ever waiting. `echo` takes the lines too, for a terminal."""

    def __init__(self, log: RotatingLog, now: Callable[[], float], echo: Callable[[str], object] | None = None) -> None:
        self._log, self._now, self._echo = log, now, echo
        self._lines: deque[tuple[str, bool]] = deque()
        self._files: dict[Path, tuple[bytes, Path | None]] = {}
        self._lost = 0
        self._failed: set[Path] = set()
        self._retry_s = 0.0
        self._more = Condition()
        self._busy = False
        self._ended = False
        self._thread = Thread(target=self._work, name="scribe", daemon=True)
        self._thread.start()

    def line(self, text: str, *, own: bool = True) -> None:
        """Log it; own: the supervisor says it, and not the show."""
        with self._more:
            if len(self._lines) >= MOST_WAITING:
                self._lost += 1
            else:
                self._lines.append((text, own))
                self._more.notify_all()

    def file(self, path: Path, content: bytes, spare: Path | None = None) -> None:
        """Write the file whole; if it was not yet by the next time, that one alone.

        spare: where it is written instead as long as it cannot be written there.
        """
        with self._more:
            self._files[path] = content, spare
            self._more.notify_all()

    def idle(self, within_s: float) -> bool:
        """Whether all is written, which is waited for so long."""
        with self._more:
            return self._more.wait_for(lambda: not (self._lines or self._files or self._busy), within_s)

    def end(self, within_s: float) -> None:
        """Write what there is, and stop; what takes longer is left."""
        self.idle(within_s)
        with self._more:
            self._ended = True
            self._more.notify_all()
        self._thread.join(within_s)

    def _work(self) -> None:
        while True:
            with self._more:
                self._busy = False
                self._more.notify_all()
                self._more.wait_for(lambda: self._lines or self._files or self._ended)
                if self._ended and not self._lines and not self._files:
                    self._log.close()
                    return
                lines, files = list(self._lines), dict(self._files)
                self._lines.clear()
                self._files.clear()
                self._busy = True
            for path, (content, spare) in files.items():
                self._keep(path, content, spare)
            for text, own in lines:
                self._put(text, own=own)

    def _keep(self, path: Path, content: bytes, spare: Path | None) -> None:
        """A file that cannot be written costs one line, until it can be again."""
        try:
            whole(path, content)
        except OSError as error:
            if path not in self._failed:
                self._failed.add(path)
                self._put(f"cannot write {path.name}: {error.strerror} / 无法写入 {path.name}", own=True)
            if spare is not None:
                with suppress(OSError):
                    whole(spare, content)
            return
        if path in self._failed:
            self._failed.discard(path)
            if spare is not None:
                with suppress(OSError):
                    spare.unlink()

    def _put(self, text: str, *, own: bool) -> None:
        line = f"{'kiosk' if own else 'show'}: {text}"
        if self._echo is not None:
            try:
                self._echo(line)
            except (OSError, ValueError):
                self._echo = None  # the terminal is closed
        if self._now() < self._retry_s:
            self._lost += 1
            return
        try:
            if self._lost:
                self._log.write(f"kiosk: {self._lost} lines could not be written / {self._lost} 行未能写入")
                self._lost = 0
            self._log.write(line)
        except OSError:
            self._lost += 1
            self._retry_s = self._now() + RETRY_S


def echo(text: str) -> None:
    """Say it on stderr."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()
