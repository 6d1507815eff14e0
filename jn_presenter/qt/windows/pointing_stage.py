"""Pointing and drawing on the audience's own window: what is done on the console is seen there, or done there."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QCursor, QPixmap
from PySide6.QtWidgets import QWidget

from jn_presenter.model.geometry import canvas_for
from jn_presenter.qt.scene.pictures import Picture
from jn_presenter.qt.scene.stage import Stage
from jn_presenter.qt.store import Store
from jn_presenter.qt.windows.pointing import Layer
from jn_presenter.qt.windows.pointing_cursors import cursor
from jn_presenter.qt.windows.pointing_hand import Hand
from jn_presenter.show.ink import COLOURS


class StagePointing(QObject):
    """A layer and a hand over the stage of a window; `over` stands above the layer."""

    def __init__(self, stage: Stage, store: Store, over: QWidget) -> None:
        super().__init__(stage)
        self._stage, self._store = stage, store
        self._seen: tuple[Picture | None, float] = (None, 1.0)
        self._flat: QPixmap | None = None
        self.layer = Layer(store, over.parentWidget() or stage, self._image, audience=True)
        self.layer.stackUnder(over)
        self.hand = Hand(store, stage, stage.rect, audience=True)
        stage.painted.connect(self._after_paint)
        self.place()

    def place(self) -> None:
        """The window has another size."""
        self.layer.stand(self._stage.geometry())

    def cursor(self) -> QCursor:
        """The mouse pointer over the stage, where it is to be seen."""
        state, stage = self._store.state, self._stage
        ink = self._store.deck.styles[state.style].colour(state.ink_colour or COLOURS[0])
        scale = stage.width() / canvas_for(max(1, stage.width()), max(1, stage.height())).width
        return cursor(state.tool, ink, scale, stage.devicePixelRatioF())

    def _image(self) -> QPixmap | None:
        """The stage's own picture; what moves in it is painted once for all places of a lens over it."""
        now = (self._stage.picture, self._stage.t)
        if self._flat is None or self._seen[0] is not now[0] or self._seen[1] != now[1]:
            self._seen, self._flat = now, self._stage.image()
        return self._flat

    def _after_paint(self) -> None:
        if self._flat is not None and (self._seen[0] is not self._stage.picture or self._seen[1] != self._stage.t):
            self._flat = None
            self.layer.look_again()
