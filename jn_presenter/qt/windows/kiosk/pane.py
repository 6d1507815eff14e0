"""What the windows of a kiosk have in common: a stage, above it one clear layer, and what of that can be touched."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QWidget

from jn_presenter.kiosk.page import Page, Target
from jn_presenter.model.geometry import Canvas, canvas_for
from jn_presenter.qt.scene.stage import Stage
from jn_presenter.qt.windows.kiosk.overlay import Overlay


class Pane(QWidget):
    """Shows itself; what fingers and keys mean is decided elsewhere, which asks `target_at`."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("JN Presenter")
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setAcceptDrops(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.stage = Stage(self)
        self.stage.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.overlay = Overlay(self)
        self.pressed: frozenset[str] = frozenset()
        """The targets that fingers are on, by their keys."""

    @property
    def canvas(self) -> Canvas:
        """That of the whole window: the one that pages and targets are in."""
        return canvas_for(max(1, self.width()), max(1, self.height()))

    @property
    def page(self) -> Page:
        """What is seen above the stage now."""
        return self.overlay.page

    def target_at(self, point: QPointF) -> Target | None:
        """What answers a touch at a point of the window."""
        x, y = self.canvas_point(point)
        return self.page.target_at(x, y)

    def canvas_point(self, point: QPointF) -> tuple[float, float]:
        """A point of the window in logical px of `canvas`."""
        scale, here = self.canvas.width / max(1, self.width()), point - QPointF(self.overlay.pos())
        return here.x() * scale, here.y() * scale

    def press(self, keys: Iterable[str]) -> None:
        """Which targets fingers are on now: they look pressed at once."""
        pressed = frozenset(keys)
        if pressed != self.pressed:
            self.pressed = pressed
            self.refresh()

    def refresh(self) -> None:
        """Draw the present page anew."""
        raise NotImplementedError
