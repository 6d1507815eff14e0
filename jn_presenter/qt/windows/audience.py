"""What the audience sees: the stage over the whole window and, without a console, the question before leaving."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from jn_presenter.qt.clock import FrameClock
from jn_presenter.qt.scene.fits import Fits
from jn_presenter.qt.scene.projector import Projector
from jn_presenter.qt.scene.stage import Stage
from jn_presenter.qt.store import Store
from jn_presenter.qt.windows.asking import Asking
from jn_presenter.qt.windows.closing import close
from jn_presenter.qt.windows.prompt import prompt
from jn_presenter.show.pointer import Pointer
from jn_presenter.show.state import ShowState

if TYPE_CHECKING:
    from jn_presenter.qt.windows.pointing_stage import StagePointing


class Audience(QWidget):
    """The audience's window. Clicks go on, but where a pen is held; the pointer hides after two seconds; no input
    method opens here.
    """

    def __init__(self, store: Store, clock: FrameClock, fits: Fits) -> None:
        super().__init__()
        self.setWindowTitle("JN Presenter")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._store = store
        self.stage = Stage(self)
        self.stage.setMouseTracking(True)
        self.stage.installEventFilter(self)
        self.projector = Projector(store, clock, fits, self.stage)
        self._question = Asking(self)
        self._question.answered.connect(store.dispatch)
        self._asks = True
        self.pointing: StagePointing | None = None
        """There once the first slide is on the screen, which does not wait for it."""
        self.projector.settled.connect(self._furnish)
        self._pointer = Pointer()
        self._hide = QTimer(self, singleShot=True)
        self._hide.timeout.connect(self.update_pointer)
        store.changed.connect(self._on_changed)
        self.update_pointer()

    @property
    def asks(self) -> bool:
        """Whether the question is asked here: never where there is a console, which then asks it."""
        return self._asks

    @asks.setter
    def asks(self, asks: bool) -> None:
        if asks != self._asks:
            self._asks = asks
            self._ask(self._store.state)

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> Any:  # Qt's name
        return False if query == Qt.InputMethodQuery.ImEnabled else super().inputMethodQuery(query)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.stage.setGeometry(self.rect())
        if self.pointing is not None:
            self.pointing.place()
        self._question.place(self.size())
        self.projector.refresh()
        super().resizeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        close(self._store, event)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseMove:
            self._pointer = self._pointer.moved(self._store.now())
            self.update_pointer()
        elif event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            if event.button() == Qt.MouseButton.LeftButton:
                self._press()
            return True
        return False

    def update_pointer(self) -> None:
        """Show or hide the pointer as its age asks, and look again when it is due."""
        now = self._store.now()
        visible = self._pointer.visible(now)
        seen = Qt.CursorShape.ArrowCursor if self.pointing is None else self.pointing.cursor()
        self.stage.setCursor(seen if visible else Qt.CursorShape.BlankCursor)
        due = self._pointer.due_ms()
        if visible and due is not None:
            self._hide.start(round(due - now) + 1)

    def _furnish(self) -> None:
        if self.pointing is None:
            from jn_presenter.qt.windows.pointing_stage import StagePointing

            self.pointing = StagePointing(self.stage, self._store, self._question)

    def _on_changed(self, old: ShowState, new: ShowState) -> None:
        if new.tool or new.ink:
            self._furnish()
        if (old.tool, old.ink_colour) != (new.tool, new.ink_colour):
            self.update_pointer()
        self._ask(new)

    def _ask(self, state: ShowState) -> None:
        self._question.ask(prompt(state, self._store.deck) if self._asks and state.asking else None, self.size())

    def _press(self) -> None:
        """On with the show; while it asks, beside the question, what that means there."""
        if not self._store.state.asking:
            self._store.dispatch("next")
        elif self._asks and (asked := prompt(self._store.state, self._store.deck)) is not None and asked.aside:
            self._store.dispatch(asked.aside)
