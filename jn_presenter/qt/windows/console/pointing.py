"""Pointing and drawing on the console's picture of where the presenter is: what is done there the audience sees."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QPixmap

from jn_presenter.model.geometry import canvas_for
from jn_presenter.qt.store import Store
from jn_presenter.qt.windows.console.pane import Pane
from jn_presenter.qt.windows.pointing import Layer
from jn_presenter.qt.windows.pointing_cursors import cursor
from jn_presenter.qt.windows.pointing_hand import Hand
from jn_presenter.show.ink import COLOURS
from jn_presenter.show.state import ShowState


class PanePointing(QObject):
    """A layer and a hand over the pane, where its picture is. To be made after all else that watches the pane.

    image: what the audience sees, without ink.
    """

    def __init__(self, pane: Pane, store: Store, image: Callable[[], QPixmap | None]) -> None:
        super().__init__(pane)
        self._pane, self._store = pane, store
        self.layer = Layer(store, pane, image, audience=False)
        self.hand = Hand(store, pane, pane.picture_rect, audience=False)
        store.changed.connect(self._on_changed)

    def place(self) -> None:
        """The pane, or its picture, has another size."""
        self.layer.stand(self._pane.picture_rect())
        self._take_cursor(self._store.state)

    def _on_changed(self, old: ShowState, new: ShowState) -> None:
        if (old.tool, old.ink_colour, old.style) != (new.tool, new.ink_colour, new.style):
            self._take_cursor(new)

    def _take_cursor(self, state: ShowState) -> None:
        area, style = self._pane.picture_rect(), self._store.deck.styles[state.style]
        wide = canvas_for(max(1, area.width()), max(1, area.height())).width
        ink = style.colour(state.ink_colour or COLOURS[0])
        self._pane.setCursor(cursor(state.tool, ink, area.width() / wide, self._pane.devicePixelRatioF()))
