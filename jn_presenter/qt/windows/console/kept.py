"""How the console was divided, kept from show to show in a small file that is written on a thread of its own."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from jn_presenter.model.text import Message
from jn_presenter.qt.small_files import Saver, read, settings
from jn_presenter.qt.store import Store
from jn_presenter.show.panes import Panes
from jn_presenter.show.state import ShowState

FILE = "console.json"
MOST_BYTES = 1 << 16
CALM_MS = 500
"""How long the panes must stay as they are before they are written: a hand moves them a hundred times."""
UNREAD = Message("演讲者窗口的布局读不出，恢复原样", "the console’s panes cannot be read, and are as at first")
UNSAVED = Message("演讲者窗口的布局没有存下", "the console’s panes were not saved")


def panes_file() -> Path:
    """Where they are kept, whether they are or not."""
    return settings(FILE)


def read_panes(path: Path) -> Panes:
    """The panes of the last show; as at first where none were kept, or where the file is broken, which is logged."""
    return read(path, Panes, Panes(), MOST_BYTES, UNREAD)


class Kept(QObject):
    """Gives the store the panes of the last show, and keeps what becomes of them."""

    def __init__(self, store: Store, path: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._store, self._path = store, path
        self._saver = Saver(UNSAVED)
        self._written = self._wanted = read_panes(path)
        self._calm = QTimer(self, singleShot=True, interval=CALM_MS)
        self._calm.timeout.connect(self._save)
        store.dispatch("panes", panes=self._wanted)
        store.changed.connect(self._on_changed)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.finish)

    def finish(self) -> None:
        """Have everything written now: the program ends."""
        if self._calm.isActive():
            self._calm.stop()
            self._save()
        self._saver.finish()

    def _on_changed(self, _old: ShowState, new: ShowState) -> None:
        if new.panes != self._wanted:
            self._wanted = new.panes
            self._calm.start()

    def _save(self) -> None:
        if self._wanted != self._written:
            self._written = self._wanted
            self._saver.save(self._path, self._written)
