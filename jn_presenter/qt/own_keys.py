"""The user's own keys, from the start of the show and whenever he saves their file."""

import logging
import time
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from jn_presenter.load.keys import KeysRead, read_keys
from jn_presenter.qt.errand import Errand
from jn_presenter.qt.keys import Keys
from jn_presenter.qt.store import Store
from jn_presenter.qt.watch import Watch

log = logging.getLogger(__name__)


class OwnKeys(QObject):
    """Gives them to `keys`, and what is wrong with them to the store. path: of their file, there or not."""

    changed = Signal(object)
    """The KeyMap now in force, where it is another than before."""

    def __init__(self, store: Store, keys: Keys, path: Path) -> None:
        super().__init__(keys)
        self._store, self._keys, self._path = store, keys, path
        self._watch = Watch(time.time_ns(), self)
        self._watch.saved.connect(self._read)
        self._reading = Errand(self)
        self._reading.done.connect(self._on_read)
        self._again = False
        self._take(read_keys(path))

    def follow(self) -> None:
        """Look at the file from now on."""
        self._watch.follow((str(self._path),))

    def stop(self) -> None:
        self._watch.stop()
        self._reading.wait()

    def _read(self) -> None:
        self._again = self._reading.busy
        self._reading.run(partial(read_keys, self._path, self._keys.keymap))

    def _on_read(self, found: KeysRead) -> None:
        self._take(found)
        if self._again:
            self._read()

    def _take(self, found: KeysRead) -> None:
        if found.problems != self._store.own_problems:
            for problem in found.problems:
                for language in ("zh", "en"):
                    log.warning(problem.render(language))
        if found.keymap != self._keys.keymap:
            self._keys.keymap = found.keymap
            self.changed.emit(found.keymap)
        self._store.take_own_problems(found.problems)
