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
WATCHED = 4096
"""Files watched one by one at most; beyond that their folders and the poll do."""
HASHED = 1 << 20
"""Bytes of a file that are compared by content; larger ones by size and times alone."""
AT_ONCE = 32
"""Files that are watched, and whose content is noted, in one go: about a ms."""
SLACK_NS = 5_000_000
"""By how much the times of files run behind the system's time."""

Stamp = tuple[int, int, int, str]
"""(size, mtime in ns, ctime in ns, hash). Who sets the time of a file back does not set back its ctime. The hash is
empty for a file that is large, or not read yet.
"""


def stamp(path: str, known: Stamp | None = None) -> Stamp | None:
    """What tells two states of a file apart, None where there is none; only if size or times differ is it read."""
    try:
        info = os.stat(path)
        if not stat.S_ISREG(info.st_mode):
            return None  # opening a pipe would wait for ever for somebody who writes
        outside = _outside(info)
        if known is not None and known[:3] == outside:
            return known
        if info.st_size > HASHED:
            return *outside, ""
        import hashlib  # brings OpenSSL, and is needed only once the first slide is up

        with open(path, "rb", opener=at_once) as file:
            return *outside, hashlib.blake2b(file.read(), digest_size=12).hexdigest()
    except OSError:
        return None


def unread(path: str) -> Stamp | None:
    """The same without a look inside: a tenth of the time."""
    try:
        info = os.stat(path)
    except OSError:
        return None
    return (*_outside(info), "") if stat.S_ISREG(info.st_mode) else None


def _outside(info: os.stat_result) -> tuple[int, int, int]:
    return info.st_size, info.st_mtime_ns, info.st_ctime_ns


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
        self._told: set[str] = set()
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._on_told)
        self._watcher.directoryChanged.connect(self._stir)
        self._debounce = QTimer(self, singleShot=True, interval=DEBOUNCE_MS)
        self._debounce.timeout.connect(self.compare)
        self._stirred_s = 0.0
        self._stopped = False
        self._poll = QTimer(self, interval=POLL_MS)
        self._poll.timeout.connect(self._look)
        self._to_watch: list[str] = []
        self._to_read: list[str] = []
        self._settling = QTimer(self, interval=0)
        self._settling.timeout.connect(self._settle)

    def follow(self, paths: Iterable[str]) -> None:
        """Watch exactly these files from now on."""
        known = self._stamps
        self._stamps = {path: known[path] if path in known else unread(path) for path in paths}
        self._to_read = [path for path, now in self._stamps.items() if now and not now[3] and now[0] <= HASHED]
        self._rewatch()
        self._poll.start()
        self._settling.start()
        new = ((path, now) for path, now in self._stamps.items() if path not in known)
        missed = tuple(path for path, now in new if now is not None and max(now[1:3]) >= self._since_ns - SLACK_NS)
        if missed:
            self.saved.emit(missed)

    def stop(self) -> None:
        """Nothing is told any more, whatever the system says."""
        self._stopped = True
        for timer in (self._poll, self._debounce, self._settling):
            timer.stop()

    def _settle(self) -> None:
        """Watch the next files, and note what they say: one that is saved again as it was is no change."""
        if self._to_watch:
            self._watcher.addPaths(self._to_watch[:AT_ONCE])
        batch = self._to_read[:AT_ONCE]
        self._to_watch, self._to_read = self._to_watch[AT_ONCE:], self._to_read[AT_ONCE:]
        for path in batch:
            known, now = self._stamps.get(path), stamp(path)
            if known is not None and now is not None and known[:3] == now[:3]:
                self._stamps[path] = now
        if not self._to_read and not self._to_watch:
            self._settling.stop()

    def _rewatch(self) -> None:
        files = [path for path, now in self._stamps.items() if now is not None][:WATCHED]
        folders = {os.path.dirname(path) for path in self._stamps}
        folders = {folder for folder in folders if os.path.exists(folder)}
        present = set(self._watcher.files()) | set(self._watcher.directories())
        gone = present - set(files) - folders
        if gone:
            self._watcher.removePaths(list(gone))
        new = [path for path in (*folders, *files) if path not in present]
        self._to_watch = new[AT_ONCE:]
        if new:
            self._watcher.addPaths(new[:AT_ONCE])
            self._settling.start()

    def _on_told(self, path: str) -> None:
        """The system says that a file was written to: it is read again even if it looks as it did."""
        self._told.add(path)
        self._stir(path)

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
            now = unread(path)
            if (now and now[:3]) != (known and known[:3]):
                self._stir(path)
                return

    def compare(self) -> None:
        """Compare all files with what they were, and tell what differs in content."""
        changed = []
        told, self._told = self._told, set()
        for path, known in self._stamps.items():
            now = stamp(path, None if path in told else known)
            if now == known:
                continue
            self._stamps[path] = now
            if now is None or known is None or now[3] != known[3] or not now[3]:
                changed.append(path)
        self._rewatch()
        if changed:
            self.saved.emit(tuple(changed))
