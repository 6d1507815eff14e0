"""What a visitor's finger does to the charts of the slide: a tap asks a figure, a drag goes through a chart's time."""

from PySide6.QtCore import QPointF

from jn_presenter.answer import figure_at
from jn_presenter.compose import FittedSlide
from jn_presenter.model.geometry import Rect
from jn_presenter.qt.scene.outstanding import scrubbable, scrubs_of
from jn_presenter.qt.store import Store
from jn_presenter.qt.windows.kiosk.window import KioskWindow
from jn_presenter.show.kiosk.gestures import Drag

FINGER = 32.0
"""px beside a figure at which a fingertip still means it."""


class Charts:
    """Only while a visitor reads slides: what moves by itself in the loop is nobody's."""

    def __init__(self, window: KioskWindow, store: Store) -> None:
        self._window, self._store = window, store
        self._known: tuple[FittedSlide, int, tuple[tuple[str, Rect], ...]] | None = None
        self._from = (1.0, 1.0)
        """How far the dragged chart had come, and how many px of the window's canvas are all of its time."""

    def time_at(self, point: QPointF) -> str:
        """The id of the chart with a time dimension at a point of the window; empty for none."""
        at, fitted = self._window.slide_point(point), self._fitted()
        if at is None or fitted is None:
            return ""
        for element, rect in reversed(self._charts(fitted)):
            if rect.x <= at[0] < rect.right and rect.y <= at[1] < rect.bottom:
                return element
        return ""

    def ask(self, point: QPointF) -> None:
        """Answer about the figure at a point of the window; beside all figures, put the answer away."""
        state, at, fitted = self._store.state, self._window.slide_point(point), self._fitted()
        if at is None or fitted is None:
            return
        found = figure_at(fitted, state.shown.step, *at, scrub=scrubs_of(state, fitted), reach=FINGER)
        if found is None:
            self._store.dispatch("answer-none")
        else:
            self._store.dispatch("answer", path=found[0], key=found[1].key)

    def drag(self, gesture: Drag) -> None:
        """Scrub the chart as far as the finger has come; one that is not shown any more stays as it is."""
        fitted = self._fitted()
        rect = dict(self._charts(fitted)).get(gesture.key) if fitted is not None else None
        if fitted is None or rect is None:
            return
        if gesture.begins:
            window, stage = self._window, self._window.stage
            px = stage.width() / fitted.canvas.width * window.canvas.width / max(1, window.width())
            self._from = self._store.state.scrub.get(gesture.key, 1.0), max(1.0, rect.w * px)
        start, wide = self._from
        self._store.dispatch("scrub", element=gesture.key, value=start + gesture.dx / wide)

    def _fitted(self) -> FittedSlide | None:
        """The slide that a visitor reads, as it is laid out."""
        state, stand = self._store.state, self._store.state.kiosk
        if stand is None or stand.phase != "slides" or stand.staff or state.shown.slide not in self._store.deck.slides:
            return None
        return self._window.projector.reel.fitted(state, state.shown.slide, self._store.seen)

    def _charts(self, fitted: FittedSlide) -> tuple[tuple[str, Rect], ...]:
        """Id and place of the charts that have a time dimension."""
        step = self._store.state.shown.step
        if self._known is None or self._known[0] is not fitted or self._known[1] != step:
            places = {f"{fitted.slide}/{item.path}": item.rect for item in fitted.placed}
            self._known = (fitted, step, tuple((name, places[name]) for name in scrubbable(fitted, step)))
        return self._known[2]
