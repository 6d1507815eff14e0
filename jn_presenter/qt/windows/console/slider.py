"""A slider over the time of a chart: its moment in the chart's own words, set by a press, a drag or the wheel."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from jn_presenter.draw.typography import baseline
from jn_presenter.model.element import Measure
from jn_presenter.model.marks import Line
from jn_presenter.qt.scene.colours import colour
from jn_presenter.qt.scene.text import draw_line
from jn_presenter.qt.windows import words
from jn_presenter.qt.windows.console.look import ACCENT, BODY_PX, GROUND, HAIRLINE, LEADING, TONES, Look
from jn_presenter.show.commands.emphasis import SCRUB

NOTCH = 120.0
"""Of the wheel's angle, as Qt counts it."""


class Slider(QWidget):
    """Shows a value 0..1 and says where it is wanted; it moves when it is told that it has. Keys are not its own."""

    wanted = Signal(float)

    def __init__(self, measure: Measure, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._measure, self._language = measure, language
        self._look = Look(1.0)
        self._room = 0.0
        self.value = 1.0
        self.text = ""
        """The moment, empty where the chart does not name it."""
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()

    def place(self, area: QRect, look: Look) -> None:
        self._look = look
        self.setGeometry(area)
        self.update()

    def reserve(self, moments: tuple[str, ...]) -> None:
        """Keep room for these words, so that the track keeps its length whatever the moment is called."""
        font = self._look.font(BODY_PX, True)
        self._room = max((self._measure.advance(text, font, self._language) for text in moments if text), default=0.0)
        self.update()

    def tell(self, value: float, text: str) -> None:
        """The value from now on, and the words of that moment."""
        if (value, text) != (self.value, self.text):
            self.value, self.text = value, text
            self.setAccessibleName(f"{words.MOMENT.in_language(self._language)} {text}".strip())
            self.update()

    def x_of(self, value: float) -> float:
        """Where the knob stands at a value, in px."""
        left, right = self._track()
        return left + value * (right - left)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # Qt's name
        if event.button() == Qt.MouseButton.LeftButton:
            self._want(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._want(event.position())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A notch away from the hand goes on in time, as far as a key does."""
        self.wanted.emit(self.value + SCRUB * event.angleDelta().y() / NOTCH)
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        unit, middle = self._look.unit, self.height() / 2
        left, right = self._track()
        here, thick = self.x_of(self.value), max(2.0, unit / 2)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), colour(GROUND, 0.9))
        painter.setPen(Qt.PenStyle.NoPen)
        for start, end, ink in ((left, right, HAIRLINE), (left, here, ACCENT)):
            painter.setBrush(colour(ink))
            painter.drawRoundedRect(QRectF(start, middle - thick / 2, end - start, thick), thick / 2, thick / 2)
        painter.setBrush(colour(TONES["ink"]))
        painter.drawEllipse(QPointF(here, middle), float(unit), float(unit))
        if self.text:
            run = self._look.run(self.text, BODY_PX, bold=True)
            top = middle - run.font.size * LEADING / 2
            line = Line(0.0, baseline(0.0, run.font, LEADING), 0.0, (run,), self._language)
            draw_line(painter, line, right + 3.0 * unit, top, self.devicePixelRatioF())
        painter.end()

    def _want(self, at: QPointF) -> None:
        left, right = self._track()
        self.wanted.emit(min(1.0, max(0.0, (at.x() - left) / max(1.0, right - left))))

    def _track(self) -> tuple[float, float]:
        """The x at which it begins and ends: the knob and the words stay inside."""
        unit = float(self._look.unit)
        words_room = self._room + 4.0 * unit if self._room else 2.0 * unit
        return 2.0 * unit, max(3.0 * unit, self.width() - words_room)
