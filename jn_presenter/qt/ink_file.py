"""What was drawn in a show, saved beside the log of the visit for an export to paint it: at its end, or when asked."""

import logging
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from jn_presenter.durable import replace
from jn_presenter.model.deck import Deck
from jn_presenter.model.text import Message
from jn_presenter.qt.errand import Errand
from jn_presenter.qt.store import Store
from jn_presenter.qt.visit_file import visit_path
from jn_presenter.show.inkfile import encoded
from jn_presenter.show.state import ShowState

log = logging.getLogger(__name__)

TOLD_MS = 8000
"""How long the console says what came of it."""
SAVED = Message("标注已存到 {path}", "Ink saved: {path}")
NOTHING = Message("没有标注可存", "There is no ink to save")
FAILED = Message("标注存不了，放映结束时再试", "The ink cannot be saved; the end of the show tries again")


def drawn(state: ShowState) -> bool:
    """Whether there is any ink."""
    return any(ink.strokes for ink in state.ink.values())


def save_ink(state: ShowState, deck: Deck) -> Path | None:
    """Where it is saved; None where nothing was drawn, or it cannot be written, which the log says."""
    if not drawn(state):
        return None
    path = visit_path(state, deck).with_suffix(".ink.json")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace(path, encoded(state.ink))
    except OSError as error:
        log.warning("无法保存标注 / the ink cannot be saved: %s", error)
        return None
    return path


class InkFile(QObject):
    """Saves the ink whenever the state says that it was asked for, off the GUI thread, and has the console tell it."""

    def __init__(self, store: Store, parent: QObject) -> None:
        super().__init__(parent)
        self._store = store
        self._errand = Errand(self)
        self._errand.done.connect(self._tell)
        self._told = QTimer(self, singleShot=True, interval=TOLD_MS)
        self._told.timeout.connect(lambda: store.dispatch("ink-saved"))
        store.changed.connect(self._on_changed)

    def stop(self) -> None:
        """The show has come to its end, which saves the ink by itself: two at once would take each other's file."""
        self._errand.wait()

    def _on_changed(self, old: ShowState, new: ShowState) -> None:
        if new.saving.asked <= old.saving.asked or self._errand.busy:
            return
        self._told.stop()
        if drawn(new):
            self._errand.run(partial(save_ink, new, self._store.deck))
        else:
            self._say(NOTHING)

    def _tell(self, path: Path | None) -> None:
        self._say(FAILED if path is None else Message(SAVED.zh.format(path=path), SAVED.en.format(path=path)))

    def _say(self, told: Message) -> None:
        self._store.dispatch("ink-saved", told=told)
        self._told.start()
