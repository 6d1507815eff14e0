"""Files with unsaved edits that somebody else has changed on the disk: noticed, and settled by whoever edits."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from jn_presenter.edit.workspace import Workspace


class Clashes(QObject):
    """Nothing is overwritten before one of both ways is chosen."""

    found = Signal(str)
    """A file that says something else on the disk than it did when its edits began."""
    settled = Signal(str)

    def __init__(self, work: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._work = work

    def look(self, files: Iterable[str]) -> None:
        """Look at these files on the disk; those without unsaved edits are taken over as they are."""
        for file in files:
            if self._work.foreign(file):
                self.found.emit(file)

    def take_theirs(self, file: str) -> None:
        """Give up the unsaved edits of a file for what the disk says; that can be undone."""
        self._work.take_theirs(file)
        self.settled.emit(file)

    def keep_mine(self, file: str) -> None:
        """Stay with the unsaved edits of a file: the next save replaces what the disk says."""
        self._work.keep_mine(file)
        self.settled.emit(file)
