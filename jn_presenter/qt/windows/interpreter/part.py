"""A sheet with its caption above it."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from jn_presenter.model.element import Measure
from jn_presenter.model.geometry import Rect
from jn_presenter.qt.windows.dark import Look
from jn_presenter.qt.windows.interpreter.sheet import Row, Sheet


class Part:
    """Two sheets of one window: the caption stands, the body scrolls."""

    def __init__(self, measure: Measure, parent: QWidget, *, indented: bool = False) -> None:
        self.head = Sheet(measure, parent, indented=indented)
        self.body = Sheet(measure, parent, indented=indented)
        self._placed: tuple[Rect, float, Look] | None = None

    def say(self, head: tuple[Row, ...], body: tuple[Row, ...]) -> None:
        self.head.say(head)
        self.body.say(body)

    def place(self, area: Rect, caption: float, look: Look) -> None:
        """Stand in `area`, the caption in its first `caption` px; nowhere in one that has no width."""
        if self._placed == (area, caption, look):
            return
        self._placed = (area, caption, look)
        for sheet, y, height in ((self.head, area.y, caption), (self.body, area.y + caption, area.h - caption)):
            sheet.unit = look.unit
            sheet.setVisible(area.w > 0.0)
            sheet.place(QRect(int(area.x), int(y), int(area.w), max(0, int(height))), look)

    def stretch(self, area: Rect, caption: float, look: Look) -> None:
        """Be as wide as `area`; where it is that already, it stays where it is."""
        if self._placed is None or (self._placed[0].w, *self._placed[1:]) != (area.w, caption, look):
            self.place(area, caption, look)

    def length(self, caption: float) -> float:
        """The height that all of it needs, 0 where it says nothing."""
        return caption + self.body.length if self.body.length else 0.0
