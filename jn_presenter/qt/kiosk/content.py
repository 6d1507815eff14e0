"""All that a kiosk does with its deck for weeks: follows its files, keeps a good copy, and returns from it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from jn_presenter.load.vetting import reload_whole
from jn_presenter.model.element import Measure
from jn_presenter.model.geometry import Canvas
from jn_presenter.model.options import KioskOptions
from jn_presenter.qt.feeds import Feeds
from jn_presenter.qt.following import Following
from jn_presenter.qt.kiosk.beat import Say
from jn_presenter.qt.kiosk.lastgood import GOOD_MS, Keeping, Returning, content_line
from jn_presenter.qt.kiosk.staging import Staging
from jn_presenter.qt.store import Store


class Content(QObject):
    """Wires them, and tells the supervisor what is wrong. canvas: that of the slides."""

    def __init__(
        self,
        store: Store,
        feeds: Feeds,
        measure: Measure,
        canvas: Callable[[], Canvas],
        options: KioskOptions,
        say: Say,
        *,
        began_ns: int | None = None,
        good_ms: int = GOOD_MS,
    ) -> None:
        super().__init__(store)
        self._say = say
        self._said = b""
        self._keeps = bool(options.folder)
        self.staging = Staging(store, measure, canvas)
        self.following = Following(store, feeds, began_ns, holder=self.staging, reread=reload_whole)
        self.keeping = Keeping(store, self.staging, Path(options.folder), say, good_ms)
        self.returning = Returning(store, self.staging, feeds, self.following.background, options.deck)

    @property
    def busy(self) -> bool:
        """Whether what the files said last is still being read or tried."""
        return self.following.background.busy or self.staging.trying

    def begin(self) -> None:
        """Once the first slide is on the screen."""
        self.staging.problems_changed.connect(self._tell)
        self.staging.entered.connect(self._tell)
        self.returning.refused.connect(self._say)
        if not self.returning.away:  # then it has been told already why
            self._tell()
        if self._keeps:
            self.keeping.begin()
        self.following.begin()
        self.returning.begin()

    def stop(self) -> None:
        """Nothing is read or written any more."""
        self.returning.stop()
        self.following.stop()
        self.keeping.stop()

    def _tell(self) -> None:
        if self.returning.away:
            return  # of a copy there is nothing to tell but why it is shown
        line = content_line(self.staging, copy=False)
        if line != self._said:
            self._said = line
            self._say(line)
