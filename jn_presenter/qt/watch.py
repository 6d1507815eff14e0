"""Notices saved files of a deck, however they were saved, and says so once things are quiet for 80 ms, or after 240.

QFileSystemWatcher alone is not enough: on a file it goes deaf at the first rename-on-save, on a folder it misses
writes in place, and network drives tell nothing. So files and folders are watched, and every second all are compared.
"""

# 2,000 files are looked at every second, and a Path costs ten times its stat():
# ruff: noqa: PTH110, PTH116, PTH120

import os
import stat
import time
from collections.abc import Iterable

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from jn_presenter.confined import at_once

DEBOUNCE_MS = 80
LONGEST_MS = 240
"""How long quiet is waited for: a file that is written to all the time is looked at all the same."""
POLL_MS = 1000
WATCHED = 512
"""Files watched one by one at most; beyond that their folders and the poll do."""
HASHED = 1 << 20
"""Bytes of a file that are compared by content; larger ones by size and time alone."""

Stamp = tuple[int, int, str]
"""(size, mtime in ns, hash)."""


def stamp(path: str, known: Stamp | None = None) -> Stamp | None:
    """What tells two states of a file apart, None where there is none; only if size or time differ is it read."""
    try:
        info = os.stat(path)
        if not stat.S_ISREG(info.st_mode):
            return None  # opening a pipe would wait for ever for somebody who writes
        if known is not None and known[:2] == (info.st_size, info.st_mtime_ns):
            return known
        if info.st_size > HASHED:
            return info.st_size, info.st_mtime_ns, ""
        import hashlib  # brings OpenSSL, and is needed only once the first slide is up

        with open(path, "rb", opener=at_once) as file:
            return info.st_size, info.st_mtime_ns, hashlib.blake2b(file.read(), digest_size=12).hexdigest()
    except OSError:
        return None


class Watch(QObject):
    """Emits `saved` with the paths whose content changed, came or went.

    since_ns: the system's time when the first of the files was read, by default now. Files are followed only once all
    of them are read; one that was saved in between is told as soon as it is followed.
    """

    saved = Signal(tuple)

    def __init__(self, since_ns: int | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._since_ns = time.time_ns() if since_ns is None else since_ns
        self._stamps: dict[str, Stamp | None] = {}
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._stir)
        self._watcher.directoryChanged.connect(self._stir)
        self._debounce = QTimer(self, singleShot=True, interval=DEBOUNCE_MS)
        self._debounce.timeout.connect(self.compare)
        self._stirred_s = 0.0
        self._stopped = False
        self._poll = QTimer(self, interval=POLL_MS)
        self._poll.timeout.connect(self._look)

    def follow(self, paths: Iterable[str]) -> None:
        """Watch exactly these files from now on."""
        known = self._stamps
        self._stamps = {path: known[path] if path in known else stamp(path) for path in paths}
        self._rewatch()
        self._poll.start()
        new = ((path, now) for path, now in self._stamps.items() if path not in known)
        missed = tuple(path for path, now in new if now is not None and now[1] >= self._since_ns)
        if missed:
            self.saved.emit(missed)

    def stop(self) -> None:
        """Nothing is told any more, whatever the system says."""
        self._stopped = True
        self._poll.stop()
        self._debounce.stop()

    def _rewatch(self) -> None:
        files = [path for path in self._stamps if os.path.exists(path)][:WATCHED]
        folders = {os.path.dirname(path) for path in self._stamps}
        present = set(self._watcher.files()) | set(self._watcher.directories())
        gone = present - set(files) - folders
        if gone:
            self._watcher.removePaths(list(gone))
        new = [path for path in (*files, *folders) if path not in present and os.path.exists(path)]
        if new:
            self._watcher.addPaths(new)

    def _stir(self, _path: str) -> None:
        if self._stopped:
            return
        now = time.monotonic()
        if not self._debounce.isActive():
            self._stirred_s = now
        left = LONGEST_MS - 1000.0 * (now - self._stirred_s)
        self._debounce.start(max(0, min(DEBOUNCE_MS, int(left))))

    def _look(self) -> None:
        """The poll: sizes and times only, so that 2,000 files cost milliseconds."""
        for path, known in self._stamps.items():
            try:
                info = os.stat(path)
                now: tuple[int, int] | None = (info.st_size, info.st_mtime_ns)
            except OSError:
                now = None
            if now != (known[:2] if known else None):
                self._stir(path)
                return

    def compare(self) -> None:
        """Compare all files with what they were, and tell what differs in content."""
        changed = []
        for path, known in self._stamps.items():
            now = stamp(path, known)
            if now == known:
                continue
            self._stamps[path] = now
            if now is None or known is None or now[2] != known[2] or not now[2]:
                changed.append(path)
        self._rewatch()
        if changed:
            self.saved.emit(tuple(changed))
