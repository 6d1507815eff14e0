"""Scrubbing the audience's charts on the console: by a slider under the picture, or by a drag over the chart."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from jn_presenter.compose import FittedSlide, Placed, element_frame
from jn_presenter.model.element import Measure
from jn_presenter.model.marks import TextMark
from jn_presenter.qt.scene.outstanding import scrubbable
from jn_presenter.qt.store import Store
from jn_presenter.qt.windows.console.areas import Areas, with_slider
from jn_presenter.qt.windows.console.asking import reaches_audience
from jn_presenter.qt.windows.console.look import Look
from jn_presenter.qt.windows.console.pane import Pane
from jn_presenter.qt.windows.console.slider import Slider
from jn_presenter.qt.windows.console.thumbs import Thumbnails
from jn_presenter.show.state import ShowState

ALMOST = 0.9999
"""Some charts name the moment only while they are held: at the end, this one stands for it."""


class _Drag:
    """A press on a chart: where, how far its time had come then, and how many px of the pane all of it takes."""

    def __init__(self, element: str, at: QPoint, value: float, width: float) -> None:
        self.element, self.at, self.value, self.width = element, at, value, width
        self.under_way = False


class Scrubbing(QObject):
    """Watches presses over the pane, and shows the slider while the audience sees a chart that has a time dimension.

    The slider, and the keys, are those of the chart that was touched last, by default of the first.
    """

    dragged = Signal()
    """A press on the chart has become a drag."""

    def __init__(
        self, pane: Pane, store: Store, thumbnails: Thumbnails, measure: Measure, language: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._pane, self._store, self._thumbnails = pane, store, thumbnails
        self._look = Look(1.0)
        self._fitted: FittedSlide | None = None
        self._asked: tuple[FittedSlide, int, tuple[str, ...]] | None = None
        self._touched = ""
        self._drag: _Drag | None = None
        self.element = ""
        """The id of the element that the slider is for, empty where there is none."""
        self.slider = Slider(measure, language, parent)
        self.slider.wanted.connect(lambda value: self._scrub(self.element, value))
        pane.installEventFilter(self)
        store.changed.connect(self._on_changed)
        told = store.offers.get("scrubs")
        if told is not None:
            store.offers["scrubs"] = lambda: self._touched_first(told())

    def follow(self, state: ShowState) -> bool:
        """Show the slider for what the audience sees, or none; whether it came or went, so that there is to be room."""
        before = self.element
        self._fitted = self._thumbnails.fitted(state, state.at) if reaches_audience(state) else None
        self._choose(state)
        return bool(before) != bool(self.element)

    def place(self, areas: Areas, look: Look) -> Areas:
        """The sizes of the window from now on; the areas as the slider leaves them."""
        self._look = look
        area, rest = with_slider(areas, self._thumbnails.ratio)
        self.slider.place(QRect(int(area.x), int(area.y), int(area.w), int(area.h)), look)
        self._reserve()
        return rest if self.element else areas

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # Qt's name
        match event.type():
            case QEvent.Type.MouseButtonPress if isinstance(event, QMouseEvent):
                if event.button() == Qt.MouseButton.LeftButton:
                    self._drag = self._press(event.position().toPoint())
            case QEvent.Type.MouseMove if isinstance(event, QMouseEvent):
                if not event.buttons() & Qt.MouseButton.LeftButton:
                    self._drag = None
                return self._move(event.position().toPoint())
            case QEvent.Type.MouseButtonRelease if isinstance(event, QMouseEvent):
                drag, self._drag = self._drag, None
                return drag is not None and drag.under_way
            case QEvent.Type.Hide:
                self._drag = None
        return False

    def _press(self, at: QPoint) -> _Drag | None:
        """The chart with a time dimension under the pointer, which is the one touched last from now on."""
        share, fitted, state = self._pane.share(at), self._fitted, self._store.state
        if share is None or fitted is None:
            return None
        x, y = share[0] * fitted.canvas.width, share[1] * fitted.canvas.height
        for element in reversed(self._elements(state)):
            rect = self._placed(element).rect
            if rect.x <= x < rect.right and rect.y <= y < rect.bottom:
                self._touch(element)
                wide = rect.w / fitted.canvas.width * self._pane.picture_rect().width()
                return _Drag(element, at, state.scrub.get(element, 1.0), wide)
        return None

    def _move(self, at: QPoint) -> bool:
        """Scrub as far as the pointer has come since the press; whether it is a drag at all."""
        drag = self._drag
        if drag is None:
            return False
        way = at - drag.at
        if not drag.under_way:
            if abs(way.x()) < max(self._look.unit, abs(way.y())):
                return False
            drag.under_way = True
            self.dragged.emit()
        self._scrub(drag.element, drag.value + way.x() / max(1.0, drag.width))
        return True

    def _scrub(self, element: str, value: float) -> None:
        """What is not on the audience's screen any more is not scrubbed by a hand that is late."""
        state = self._store.state
        if reaches_audience(state) and element in self._elements(state):
            self._touch(element)
            self._store.dispatch("scrub", element=element, value=value)

    def _on_changed(self, old: ShowState, new: ShowState) -> None:
        """The slider moves with the hand; all else can wait until the audience has been served."""
        if new.shown != old.shown:
            self._drag = None
        elif self.element and new.scrub != old.scrub:
            self._tell(new)

    def _touch(self, element: str) -> None:
        if element != self._touched:
            self._touched = element
            self._choose(self._store.state)

    def _choose(self, state: ShowState) -> None:
        """The chart whose slider it is."""
        self.element = next(iter(self._touched_first(self._elements(state))), "")
        self.slider.setVisible(bool(self.element))
        if self.element:
            self._reserve()
            self._tell(state)

    def _touched_first(self, elements: tuple[str, ...]) -> tuple[str, ...]:
        touched = self._touched
        return (touched, *(one for one in elements if one != touched)) if touched in elements else elements

    def _elements(self, state: ShowState) -> tuple[str, ...]:
        """The ids of the charts with a time dimension on the slide that is followed."""
        fitted, step = self._fitted, state.at.step
        if fitted is None or fitted.slide != state.at.slide:
            return ()
        if self._asked is None or self._asked[0] is not fitted or self._asked[1] != step:
            self._asked = (fitted, step, scrubbable(fitted, step))
        return self._asked[2]

    def _placed(self, element: str) -> Placed:
        assert self._fitted is not None
        path = element.removeprefix(f"{self._fitted.slide}/")
        return next(item for item in self._fitted.placed if item.path == path)

    def _tell(self, state: ShowState) -> None:
        value = state.scrub.get(self.element, 1.0)
        self.slider.tell(value, moment_words(self._placed(self.element), state.at.step, value))

    def _reserve(self) -> None:
        if self.element:
            item, step = self._placed(self.element), self._store.state.at.step
            self.slider.reserve(tuple(moment_words(item, step, value) for value in (0.0, 0.5, 1.0)))


def moment_words(item: Placed, step: int, value: float) -> str:
    """What a chart calls the moment at 0..1 of its time, in the slide's own words; empty where it does not."""
    for held in (value, min(value, ALMOST)):
        for mark in element_frame(item, step, 1.0, scrub=held).marks:
            if isinstance(mark, TextMark) and mark.key.partition(".")[0] == "moment":
                return "".join(run.text for line in mark.lines for run in line.runs)
    return ""
