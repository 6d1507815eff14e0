"""A log that never grows beyond a bound, and of a flood keeps its beginning and its size."""

import os
import time
from pathlib import Path
from threading import Lock

FILES, MOST = 5, 1 << 20
"""Files, and bytes of each."""
BURST, A_SECOND = 1 << 18, 256
"""Bytes of the show's words that are kept at once, and how many more each second."""
SAID_AGAIN_S = 60.0
"""How often the size of a flood is told while it goes on."""


class Sieve:
    """Lets words through as long as they are no flood; several threads may speak."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._room = float(BURST)
        self._left_out = 0
        self._looked_s: float | None = None
        self._told_s = 0.0

    def pass_on(self, line: bytes, now_s: float) -> list[str]:
        """The line, if it is to be kept, and before it how much was not; nothing while too much is said."""
        with self._lock:
            self._room = min(float(BURST), self._room + A_SECOND * max(0.0, now_s - (self._looked_s or now_s)))
            self._looked_s = now_s
            flooded = len(line) + 1 > self._room or (self._left_out > 0 and self._room < BURST / 4)
            if flooded:
                self._left_out += 1
                return [self._told(now_s)] if now_s - self._told_s >= SAID_AGAIN_S else []
            told = [self._told(now_s)] if self._left_out else []
            self._room -= len(line) + 1
            return [*told, line.decode("utf-8", "replace")]

    def _told(self, now_s: float) -> str:
        """How much was left out since this was told last."""
        count, self._left_out, self._told_s = self._left_out, 0, now_s
        return f"… {count} lines left out / 略去 {count} 行"


class RotatingLog:
    """`kiosk.log` in a folder, and the ones before it, `kiosk.log.1` being the last. May raise OSError; never grows
    beyond FILES x MOST, be it that nothing more is written.
    """

    def __init__(self, folder: Path, files: int = FILES, most: int = MOST) -> None:
        self._path = folder / "kiosk.log"
        self._files, self._most = files, most
        self._fd = -1
        self._size = 0

    def write(self, line: str) -> None:
        """A line, with the time before it."""
        stamped = f"{time.strftime('%Y-%m-%d %H:%M:%S%z')} {line}\n".encode("utf-8", "replace")[: self._most]
        if self._fd < 0:
            self._open()
        if self._size + len(stamped) > self._most:
            self._rotate()
        try:
            self._size += os.write(self._fd, stamped)
        except OSError:
            self.close()
            raise

    def close(self) -> None:
        """Let go of the file; the next line opens it again."""
        fd, self._fd = self._fd, -1
        if fd >= 0:
            os.close(fd)

    def _open(self) -> None:
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._fd = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0), 0o600)
        self._size = os.fstat(self._fd).st_size

    def _rotate(self) -> None:
        self.close()
        for number in range(self._files - 1, 0, -1):
            older, newer = self._numbered(number), self._numbered(number - 1)
            if newer.exists():
                newer.replace(older)
        self._open()

    def _numbered(self, number: int) -> Path:
        return self._path.with_name(f"{self._path.name}.{number}") if number else self._path
