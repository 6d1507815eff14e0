"""The window of a kiosk that has nothing to show: a calm ground and two lines, from no deck and no file."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QColor, QResizeEvent

from jn_presenter.kiosk.page import EMPTY, Page
from jn_presenter.kiosk.seen import BLACK, safe_page
from jn_presenter.model.element import Measure
from jn_presenter.model.geometry import canvas_for
from jn_presenter.qt.scene.render import render_pixmap
from jn_presenter.qt.windows.kiosk.pane import Pane


class SafeWindow(Pane):
    """Stands until its program ends; `stage` tells when it was painted."""

    def __init__(self, measure: Measure) -> None:
        super().__init__()
        self._measure = measure
        self._dark = False
        self.leaving = False
        """Whether it may be closed."""
        self.above: Callable[[], Page] = lambda: EMPTY
        """What is to be seen above the page."""

    def darken(self, *, dark: bool) -> None:
        """Black, as outside the opening hours, or the page."""
        if dark != self._dark:
            self._dark = dark
            self._draw()

    def refresh(self) -> None:
        """A mouse is seen where there is something for it to press."""
        page = self.above()
        self.overlay.show_page(page, self.canvas)
        self.setCursor(Qt.CursorShape.ArrowCursor if page.targets else Qt.CursorShape.BlankCursor)

    def resizeEvent(self, event: QResizeEvent) -> None:  # Qt's name
        self.stage.setGeometry(self.rect())
        self.overlay.setGeometry(self.rect())
        self._draw()
        self.refresh()
        super().resizeEvent(event)

    def _draw(self) -> None:
        if self._dark:
            self.stage.show_blank(QColor(BLACK))
            return
        size = self.stage.device_size()
        canvas = canvas_for(size.width(), size.height())
        page = safe_page(canvas, self._measure)
        self.stage.show_blank(render_pixmap(page.marks, canvas, size.width(), size.height()))

    def closeEvent(self, event: QCloseEvent) -> None:
        event.setAccepted(self.leaving)
