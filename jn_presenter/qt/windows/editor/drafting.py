"""Keeps what is typed and not saved, a moment after each pause, on a thread: typing waits for no disk."""

import logging
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from jn_presenter.edit.drafts import Draft, keep, kept
from jn_presenter.edit.workspace import Workspace
from jn_presenter.qt.errand import Errand

log = logging.getLogger(__name__)
DRAFT_MS = 800
"""How long a pause is before what is unsaved is written down."""


class Drafting(QObject):
    """path: the file of the drafts, outside the deck."""

    def __init__(self, work: Workspace, path: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._work, self._path = work, path
        self._pause = QTimer(self, singleShot=True, interval=DRAFT_MS)
        self._pause.timeout.connect(self._write)
        self._writing = Errand(self)
        self._writing.done.connect(_written)

    def left(self) -> tuple[Draft, ...]:
        """What was not saved the last time, and is not on the disk."""
        return tuple(draft for draft in kept(self._path) if self._work.read(draft.file) != draft.now)

    def later(self) -> None:
        """Something was edited: write it down after the next pause."""
        self._pause.start()

    def end(self) -> None:
        """Write down what there is, and wait until it is."""
        self._pause.stop()
        self._writing.wait()
        _written(_keep(self._path, self._work.drafts))

    def _write(self) -> None:
        if self._writing.busy:
            self._pause.start()
        else:
            self._writing.run(partial(_keep, self._path, self._work.drafts))


def _keep(path: Path, drafts: tuple[Draft, ...]) -> OSError | None:
    try:
        keep(path, drafts)
    except OSError as error:
        return error
    return None


def _written(error: OSError | None) -> None:
    if error is not None:
        log.warning("草稿写不进去 / drafts cannot be kept: %s", error)
