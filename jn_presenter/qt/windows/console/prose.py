"""Words in the console: set by the same type-setting as the slides, and scrolled by wheel, touch or scroll bar."""

from msgspec import Struct
from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScroller, QWidget

from jn_presenter.draw.typography import line_height
from jn_presenter.model.element import Measure
from jn_presenter.model.marks import Line, Run
from jn_presenter.qt.scene.text import draw_line
from jn_presenter.qt.windows.console.look import GROUND, HAIRLINE, LEADING, Look

FADE_LINES = 1.5
"""Lines over which the words fade at the edge behind which there are more of them."""
BAR = """
QScrollBar:vertical { background: transparent; width: %(width)dpx; margin: 0; border: 0; }
QScrollBar::handle:vertical { background: %(colour)s; min-height: %(least)dpx; border-radius: %(radius)dpx; }
QScrollBar::add-line, QScrollBar::sub-line { height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: none; }
"""


class Paragraph(Struct, frozen=True):
    """Runs that are broken into lines together; `\\n` breaks a line. `gap` is px above it."""

    runs: tuple[Run, ...]
    language: str
    gap: float = 0.0
    leading: float = LEADING


class Prose(QAbstractScrollArea):
    """Paragraphs one under the other. It never takes the focus, so that all keys are the show's."""

    def __init__(self, measure: Measure, parent: QWidget) -> None:
        super().__init__(parent)
        self._measure = measure
        self._paragraphs: tuple[Paragraph, ...] = ()
        self._lines: tuple[Line, ...] = ()
        self._height = 0.0
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)

    @property
    def text(self) -> str:
        """What it says, a paragraph a line."""
        return "\n".join("".join(run.text for run in paragraph.runs) for paragraph in self._paragraphs)

    def say(self, paragraphs: tuple[Paragraph, ...]) -> None:
        """Show these paragraphs; the place scrolled to stays as far as it can."""
        if paragraphs != self._paragraphs:
            self._paragraphs = paragraphs
            self.setAccessibleName(self.text)
            self._set()

    def to_top(self) -> None:
        self.verticalScrollBar().setValue(0)

    def place(self, area: QRect, look: Look) -> None:
        """Stand in `area`, with a scroll bar of that look."""
        width = look.unit
        sizes = {"width": width, "least": 4 * width, "radius": width // 2, "colour": HAIRLINE}
        self.verticalScrollBar().setStyleSheet(BAR % sizes)
        self.setGeometry(area)

    def resizeEvent(self, event: QResizeEvent) -> None:  # Qt's name
        self._set()
        super().resizeEvent(event)

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        offset = self.verticalScrollBar().value()
        scale = self.devicePixelRatioF()
        dirty = event.rect()
        for line in self._lines:
            size = max((run.font.size for run in line.runs), default=0.0)
            if line.y + size > dirty.top() + offset and line.y - size < dirty.bottom() + offset:
                draw_line(painter, line, 0.0, -offset, scale)
        self._fade(painter)
        painter.end()

    def _fade(self, painter: QPainter) -> None:
        """Words that go on beyond an edge fade towards it, so that no line looks cut off by mistake."""
        bar = self.verticalScrollBar()
        depth = int(bar.singleStep() * FADE_LINES)
        area = self.viewport().rect()
        edges = ((area.top(), depth, bar.value() > 0), (area.bottom() + 1, -depth, bar.value() < bar.maximum()))
        for edge, inwards, more in edges:
            if more:
                shade = QLinearGradient(QPointF(0, edge), QPointF(0, edge + inwards))
                solid, clear = QColor(GROUND), QColor(GROUND)
                clear.setAlpha(0)
                shade.setColorAt(0.0, solid)
                shade.setColorAt(1.0, clear)
                painter.fillRect(QRect(0, min(edge, edge + inwards), area.width(), depth), shade)

    def _set(self) -> None:
        """Break the lines anew, with room for the scroll bar whether it is there or not, so that none ever re-flows."""
        width = max(1.0, self.width() - 2 * self.verticalScrollBar().sizeHint().width())
        lines: list[Line] = []
        top, step = 0.0, 1.0
        for paragraph in self._paragraphs:
            if not any(run.text for run in paragraph.runs):
                continue
            top += paragraph.gap if lines else 0.0
            block = self._measure.wrap(paragraph.runs, width, language=paragraph.language, leading=paragraph.leading)
            lines.extend(Line(line.x, line.y + top, line.width, line.runs, line.language) for line in block.lines)
            top += block.height
            step = max(step, *(line_height(run.font, paragraph.leading) for run in paragraph.runs))
        self._lines, self._height = tuple(lines), top
        bar, page = self.verticalScrollBar(), self.viewport().height()
        bar.setPageStep(page)
        bar.setSingleStep(round(step))
        bar.setRange(0, max(0, round(top) - page))
        self.viewport().update()
