"""How the console was divided, kept from show to show in a small file that is written on a thread of its own."""

import logging
from pathlib import Path
from threading import Lock, Thread

import msgspec
from PySide6.QtCore import QCoreApplication, QObject, QTimer

from jn_presenter import durable
from jn_presenter.qt.store import Store
from jn_presenter.show.panes import Panes
from jn_presenter.show.state import ShowState

log = logging.getLogger(__name__)
FILE = "console.json"
MOST_BYTES = 1 << 16
CALM_MS = 500
"""How long the panes must stay as they are before they are written: a hand moves them a hundred times."""


def panes_file() -> Path:
    """Where they are kept, whether they are or not."""
    from platformdirs import user_config_dir

    return Path(user_config_dir("jn-presenter", appauthor=False), FILE)


def read_panes(path: Path) -> Panes:
    """The panes of the last show; as at first where none were kept, or where the file is broken, which is logged."""
    try:
        return msgspec.json.decode(durable.read(path, MOST_BYTES), type=Panes)
    except (FileNotFoundError, NotADirectoryError):
        return Panes()
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        log.warning(
            "演讲者窗口的布局读不出，恢复原样：%s / the console's panes cannot be read, and are as at first: %s",
            path,
            error,
        )
        return Panes()


class Kept(QObject):
    """Gives the store the panes of the last show, and keeps what becomes of them."""

    def __init__(self, store: Store, path: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._store, self._path = store, path
        self._lock = Lock()
        self._written = self._wanted = read_panes(path)
        self._thread: Thread | None = None
        self._calm = QTimer(self, singleShot=True, interval=CALM_MS)
        self._calm.timeout.connect(self._save)
        store.dispatch("panes", panes=self._written)
        store.changed.connect(self._on_changed)
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.finish)

    def finish(self) -> None:
        """Have everything written now: the program ends."""
        if self._calm.isActive():
            self._calm.stop()
            self._save()
        if self._thread is not None:
            self._thread.join()

    def _on_changed(self, _old: ShowState, new: ShowState) -> None:
        if new.panes != self._wanted:
            self._wanted = new.panes
            self._calm.start()

    def _save(self) -> None:
        self._thread = Thread(target=self._write, name="panes")
        self._thread.start()

    def _write(self) -> None:
        """Write what is wanted by now, if it is not what is there."""
        with self._lock:
            panes = self._wanted
            if panes == self._written:
                return
            try:
                self._path.parent.mkdir(parents=True, exist_ok=True)
                durable.replace(self._path, msgspec.json.format(msgspec.json.encode(panes), indent=1))
            except OSError as error:
                log.warning("演讲者窗口的布局没有存下：%s / the console's panes were not saved: %s", error, error)
            self._written = panes
