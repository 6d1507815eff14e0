"""Writes down a show on a thread of its own: the journal to go on with, and the log of the visit."""

import logging
import os
from pathlib import Path

from msgspec import Struct, structs

from jn_presenter.lock import Lock
from jn_presenter.qt.journal_file import Instant, JournalFile
from jn_presenter.qt.visit_file import VisitFile
from jn_presenter.show.journal import Last

log = logging.getLogger(__name__)
NOTHING = Last(None, torn=False)


class Found(Struct, frozen=True):
    """What there was from before: the journal's last entry, and when anything was written there, in ms since 1970."""

    last: Last = NOTHING
    written_ms: float = 0.0


def _with_a_place_for_its_log(found: Last) -> Last:
    """The same; where the folder of its log is gone, or nothing can be written there, with the usual one."""
    folder = found.entry.log_folder if found.entry is not None else ""
    if found.entry is None or not folder or (os.path.isdir(folder) and os.access(folder, os.W_OK)):  # noqa: PTH112
        return found
    text = "记录文件夹用不了，改存到默认文件夹：%s / the folder of the log cannot be used; it goes to the usual one: %s"
    log.warning(text, folder, folder)
    return structs.replace(found, entry=structs.replace(found.entry, log_folder=""))


class Recorder:
    """All of it runs on one thread. A file that cannot be written costs one line in the log, and never the show.

    Of two shows of one deck at the same time the first alone has the journal.
    """

    def __init__(self, journal: Path, visit: VisitFile | None = None, *, offering: bool = True) -> None:
        self._journal: JournalFile | None = JournalFile(journal)
        self._visit = visit
        self._offering = offering
        self._lock = Lock(journal.with_suffix(".lock"))
        self._failed: set[type] = set()

    @property
    def log_path(self) -> Path | None:
        """Where the log of the visit is, None without one."""
        return self._visit.path if self._visit is not None else None

    def open(self, instant: Instant) -> Found:
        """Have the journal for this show, which begins so, and see what there is from the one before."""
        journal = self._journal
        if journal is None:
            return Found()
        try:
            journal.begin(instant)
            journal.make_folder()
            if not self._lock.take():
                self._journal = None
                return Found()
            if not self._offering:
                return Found()
            return Found(_with_a_place_for_its_log(journal.read()), journal.written_ms())
        except OSError as error:
            self._fail(journal, error)
            return Found()

    def keep(self, instant: Instant) -> None:
        """Write down what is new."""
        for file in (self._journal, self._visit):
            try:
                if file is not None:
                    file.keep(instant)
            except OSError as error:
                self._fail(file, error)

    def close(self, instant: Instant | None) -> None:
        """The show has come to its end. instant: the last there was; None where what is kept still is to go on with."""
        try:
            if instant is not None and self._visit is not None:
                self._visit.keep(instant, last=True)
        except OSError as error:
            self._fail(self._visit, error)
        try:
            if instant is not None and self._journal is not None:
                self._journal.end()
            self._lock.release()
        except OSError as error:
            self._fail(self._journal, error)

    def _fail(self, file: JournalFile | VisitFile | None, error: OSError) -> None:
        if type(file) in self._failed:
            return
        self._failed.add(type(file))
        if isinstance(file, VisitFile):
            text = "参观记录写不了，放映继续：%s / the log of the visit cannot be written; the show goes on: %s"
        else:
            text = "放映进度存不了，断电后不能接续；放映继续：%s / the show goes on, but not after a power cut: %s"
        log.warning(text, error.strerror or error, error)
