"""A sheet with its caption above it."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget

from jn_presenter.model.element import Measure
from jn_presenter.model.geometry import Rect
from jn_presenter.qt.windows.dark import Look
from jn_presenter.qt.windows.interpreter.sheet import Row, Sheet

GAP = 0.5
"""Between caption and body, in steps of the grid."""


class Part:
    """Two sheets of one window: the caption stands, the body scrolls."""

    def __init__(self, measure: Measure, parent: QWidget) -> None:
        self.head = Sheet(measure, parent)
        self.body = Sheet(measure, parent)
        self.head.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area = Rect(0.0, 0.0, 0.0, 0.0)
        self._look: Look | None = None

    def say(self, head: tuple[Row, ...], body: tuple[Row, ...]) -> None:
        self.head.say(head)
        self.body.say(body)

    def place(self, area: Rect, look: Look) -> None:
        """Stand in `area`, the caption as high as its words; nowhere in one that has no width."""
        self._area, self._look = area, look
        for sheet in (self.head, self.body):
            sheet.unit = look.unit
            sheet.setVisible(area.w > 0.0)
        # how high the caption is depends on how wide it is
        self.head.place(QRect(int(area.x), int(area.y), int(area.w), max(1, self.head.height())), look)
        high = min(area.h, self.head.length + GAP * look.unit)
        self.head.place(QRect(int(area.x), int(area.y), int(area.w), int(high)), look)
        self.body.place(QRect(int(area.x), int(area.y + high), int(area.w), max(0, int(area.h - high))), look)

    def stretch(self, area: Rect, look: Look) -> None:
        """Be as wide as `area`; where it is that already, it stays where it is."""
        if (self._area.w, self._look) != (area.w, look):
            self.place(area, look)

    @property
    def length(self) -> float:
        """The height that all of it needs in px, 0 where it says nothing."""
        return self.body.y() - self.head.y() + self.body.length if self.body.length else 0.0
