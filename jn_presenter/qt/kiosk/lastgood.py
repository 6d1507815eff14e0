"""Keeps a copy of the deck that shows well, and goes back from the copy to the deck once that can be shown again."""

import logging
import os
import sys
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from jn_presenter.load import DeckError, Loaded, load_index, watched, with_slides
from jn_presenter.load.lastgood import DECK, NotKeptError, keep
from jn_presenter.model.problem import Problem
from jn_presenter.qt.background import Background
from jn_presenter.qt.errand import Errand
from jn_presenter.qt.feeds import Feeds
from jn_presenter.qt.kiosk.beat import Say
from jn_presenter.qt.kiosk.staging import Staging, place_of
from jn_presenter.qt.store import Store

log = logging.getLogger(__name__)
GOOD_MS = 60_000
"""How long a deck has to be shown without a fault until it is a good one."""
EVERY_MS = 300_000
"""The least time between two copies."""
AGAIN_MS = 2000
"""How often it is tried whether the deck can be shown again."""
GOOD = "good"
"""In the kiosk's own folder."""
NICE = 15
MOST_SAID = 300


class Keeping(QObject):
    """Has the copy made in a thread that yields to all others, and tells the supervisor its digest.

    folder: the kiosk's own.
    """

    def __init__(self, store: Store, staging: Staging, folder: Path, say: Say, good_ms: int = GOOD_MS) -> None:
        super().__init__(store)
        self._store, self._staging, self._into, self._say = store, staging, folder / GOOD, say
        self._stopped = threading.Event()
        self._errand = Errand(self)
        self._errand.done.connect(self._on_done)
        self._kept_ms = float("-inf")
        self._due = QTimer(self, singleShot=True, interval=good_ms)
        self._due.timeout.connect(self._look)

    def begin(self) -> None:
        """From now on the deck has to prove itself."""
        self._staging.entered.connect(self._due.start)
        self._staging.problems_changed.connect(self._due.start)
        self._due.start()

    @property
    def busy(self) -> bool:
        """Whether a copy is being made."""
        return self._errand.busy

    def stop(self) -> None:
        """What is being copied is left."""
        self._due.stop()
        self._stopped.set()
        self._errand.wait()

    def _look(self) -> None:
        loaded = self._store.loaded
        if any(one.severity == "error" for one in self._staging.problems) or self._staging.refused:
            return  # it begins anew when that is mended
        if Path(loaded.deck.folder).resolve() == (self._into / DECK).resolve():
            return
        left = self._kept_ms + EVERY_MS - self._store.now()
        if loaded.deck.pending or self._staging.loaded is not loaded or self._errand.busy or left > 0.0:
            self._due.start()
            return
        self._kept_ms = self._store.now()
        self._errand.run(partial(_kept, loaded, self._into, self._stopped.is_set))

    def _on_done(self, digest: str) -> None:
        if digest:
            self._say(msgspec.json.encode({"good": digest}))


class Returning(QObject):
    """From the last good copy back to the deck that was asked for, between two slides, as soon as that can be read."""

    refused = Signal(bytes)
    """Why that cannot be read, as a line to the supervisor, when it has changed."""

    def __init__(self, store: Store, staging: Staging, feeds: Feeds, background: Background, wanted: str) -> None:
        super().__init__(store)
        self._store, self._staging, self._feeds, self._background = store, staging, feeds, background
        self._wanted = os.path.abspath(wanted)  # noqa: PTH100  # as the deck's folder is written: links stay
        self._folder = store.deck.folder
        self._refused = self._told = b""
        self._again = QTimer(self, interval=AGAIN_MS)
        self._again.timeout.connect(self.look)
        staging.entered.connect(self._on_entered)

    @property
    def away(self) -> bool:
        """Whether a copy is shown in place of the deck."""
        return _other(self._store.deck.folder, self._wanted)

    def begin(self) -> None:
        """Look every now and then, if it has to return at all."""
        if self.away:
            self._again.start()

    def stop(self) -> None:
        self._again.stop()

    def look(self) -> None:
        """Try to read the deck, in the background."""
        if self.away and self._refused != self._told:
            self._told = self._refused
            self.refused.emit(self._told)
        if _other(self._staging.loaded.deck.folder, self._wanted):
            self._background.run(partial(_returned, self._wanted, self._note))
        elif not self.away:
            self._again.stop()

    def _note(self, error: DeckError) -> None:
        """In a thread."""
        self._refused = refusal_line(error, copy=True)

    def _on_entered(self) -> None:
        folder, self._folder = self._folder, self._store.deck.folder
        if folder != self._folder:
            log.info("%s is shown again / 恢复放映", self._folder)
            self._feeds.changed(watched(self._store.loaded))


def content_line(staging: Staging, *, copy: bool) -> bytes:
    """What is wrong with the deck's files, for the supervisor. copy: whether the last good copy is shown instead."""
    return _line(staging.problems, "", held=staging.refused, copy=copy)


def refusal_line(error: DeckError, *, copy: bool) -> bytes:
    """Why the deck cannot be shown at all, the same way."""
    return _line(error.problems, f"{error.message.zh} / {error.message.en}", copy=copy)


def _line(problems: tuple[Problem, ...], otherwise: str, *, held: str = "", copy: bool) -> bytes:
    """otherwise: what is said where there is no error with a place; then that is the one error."""
    errors = [one for one in problems if one.severity == "error"]
    first = f"{place_of(errors[0])}: {errors[0].message.zh} / {errors[0].message.en}" if errors else otherwise
    count = len(errors) or int(bool(otherwise))
    said = {"errors": count, "first": first[:MOST_SAID], "held": held[:MOST_SAID], "copy": copy}
    return msgspec.json.encode({"content": said})


def _kept(loaded: Loaded, into: Path, stopped: Callable[[], bool]) -> str:
    """In a thread: the digest of the copy; empty where there is none."""
    if sys.platform.startswith("linux"):
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), NICE)  # there it is the thread's own
    try:
        return keep(loaded, into, stopped)
    except (OSError, NotKeptError) as error:
        log.info("no copy of the deck: %s", error)
        return ""


def _returned(wanted: str, refused: Callable[[DeckError], object], loaded: Loaded) -> Loaded:
    """The deck that was asked for, whole, where it can be read; else what there is."""
    if not _other(loaded.deck.folder, wanted):
        return loaded
    try:
        index = load_index(wanted, more_styles=loaded.more_styles)
    except DeckError as error:
        refused(error)
        return loaded
    return with_slides(index, index.deck.order)


def _other(folder: str, wanted: str) -> bool:
    return os.path.abspath(folder) != wanted  # noqa: PTH100
