"""A show and its files: reads the slides that are left while it runs, and anew what somebody changes."""

import logging
from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QObject

from jn_presenter.load import Loaded, watched, with_slides
from jn_presenter.load.vetting import reload_whole
from jn_presenter.model.deck import Slide
from jn_presenter.qt import heap
from jn_presenter.qt.background import Background, Holder
from jn_presenter.qt.feeds import Feeds
from jn_presenter.qt.scene.plot import preload
from jn_presenter.qt.store import Store
from jn_presenter.qt.watch import Watch

log = logging.getLogger(__name__)
BATCH = 32
"""Slides that are read in one go in the background."""
Reread = Callable[[Loaded, Iterable[str]], Loaded]


class Following(QObject):
    """Begins once the first slide is on the screen. `began_ns`: the system's time before anything was read.

    holder: takes what is read, by default the store. reread: reads changed files anew.
    """

    def __init__(
        self,
        store: Store,
        feeds: Feeds,
        began_ns: int | None = None,
        *,
        holder: Holder | None = None,
        reread: Reread = reload_whole,
    ) -> None:
        super().__init__(store)
        self._reread = reread
        self._feeds = feeds
        self._holder: Holder = store if holder is None else holder
        self.background = Background(store, self._holder)
        self.watch = Watch(began_ns, self)
        self._settled = False

    def begin(self) -> None:
        """Read the slides that are left, in the order of the show."""
        self.background.idle.connect(self._read_on)
        self.watch.saved.connect(self._on_saved)
        self._read_on()

    def follow(self) -> None:
        """Watch the files that the deck is made of now, once all of it is read."""
        if not self._holder.loaded.deck.pending:
            self.watch.follow(watched(self._holder.loaded))

    def stop(self) -> None:
        """Nothing is read any more."""
        self.watch.stop()
        self.background.stop()

    def _read_on(self) -> None:
        deck = self._holder.loaded.deck
        batch = tuple(slide for slide in deck.order if slide in deck.pending)[:BATCH]
        if batch:
            self.background.run(partial(_read, batch))
        else:
            self._all_read()

    def _all_read(self) -> None:
        if any(uses_plot(slide) for slide in self._holder.loaded.deck.slides.values()):
            preload()
        self.follow()
        heap.trim()
        if not self._settled:
            self._settled = True
            heap.settle()

    def _on_saved(self, files: tuple[str, ...]) -> None:
        log.info("changed: %s", ", ".join(files))
        self._feeds.changed(files)
        self.background.run(lambda loaded: self._reread(loaded, files))


def uses_plot(slide: Slide) -> bool:
    """Whether the slide has a chart that pyqtgraph draws, which takes a third of a second to import."""
    return any(element.uses_plot for _, elements in slide.slots for element in elements)


def _read(batch: tuple[str, ...], loaded: Loaded) -> Loaded:
    wanted = tuple(slide for slide in batch if slide in loaded.deck.pending)
    return with_slides(loaded, wanted) if wanted else loaded
