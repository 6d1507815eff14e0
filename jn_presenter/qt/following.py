"""A show and its files: reads the slides that are left while it runs, and anew what somebody changes."""

import logging
from functools import partial

from PySide6.QtCore import QObject

from jn_presenter.load import Loaded, reload, watched, with_slides
from jn_presenter.model.deck import Slide
from jn_presenter.qt import heap
from jn_presenter.qt.background import Background
from jn_presenter.qt.feeds import Feeds
from jn_presenter.qt.scene.plot import preload
from jn_presenter.qt.store import Store
from jn_presenter.qt.watch import Watch

log = logging.getLogger(__name__)
BATCH = 32
"""Slides that are read in one go in the background."""


class Following(QObject):
    """Begins once the first slide is on the screen. `began_ns`: the system's time before anything was read."""

    def __init__(self, store: Store, feeds: Feeds, began_ns: int | None = None) -> None:
        super().__init__(store)
        self._store, self._feeds = store, feeds
        self.background = Background(store)
        self.watch = Watch(began_ns, self)
        self._settled = False

    def begin(self) -> None:
        """Read the slides that are left, in the order of the show."""
        self.background.idle.connect(self._read_on)
        self.watch.saved.connect(self._on_saved)
        self._read_on()

    def stop(self) -> None:
        """Nothing is read any more."""
        self.watch.stop()
        self.background.stop()

    def _read_on(self) -> None:
        deck = self._store.deck
        batch = tuple(slide for slide in deck.order if slide in deck.pending)[:BATCH]
        if batch:
            self.background.run(partial(_read, batch))
        else:
            self._all_read()

    def _all_read(self) -> None:
        if any(uses_plot(slide) for slide in self._store.deck.slides.values()):
            preload()
        self.watch.follow(watched(self._store.loaded))
        heap.trim()
        if not self._settled:
            self._settled = True
            heap.settle()

    def _on_saved(self, files: tuple[str, ...]) -> None:
        log.info("changed: %s", ", ".join(files))
        self._feeds.changed(files)
        self.background.run(partial(_reread, files))


def uses_plot(slide: Slide) -> bool:
    """Whether the slide has a chart that pyqtgraph draws, which takes a third of a second to import."""
    return any(element.uses_plot for _, elements in slide.slots for element in elements)


def _read(batch: tuple[str, ...], loaded: Loaded) -> Loaded:
    wanted = tuple(slide for slide in batch if slide in loaded.deck.pending)
    return with_slides(loaded, wanted) if wanted else loaded


def _reread(files: tuple[str, ...], loaded: Loaded) -> Loaded:
    return reload(loaded, files)
