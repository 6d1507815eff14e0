"""The slide as an audience will see it, in the shape, the languages and the style that are chosen."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from jn_presenter.compose import FittedSlide
from jn_presenter.model.deck import Deck
from jn_presenter.model.geometry import CLASSIC, TALL, WALL, WIDE, Canvas
from jn_presenter.model.text import Message
from jn_presenter.qt.scene.fits import Fits
from jn_presenter.qt.scene.pictures import Grounds, whole
from jn_presenter.qt.store import Store
from jn_presenter.qt.windows.dark import ACCENT, GROUND
from jn_presenter.qt.windows.editor.manner import Manner
from jn_presenter.show.state import ShowState

SHAPES: tuple[tuple[Message, Canvas], ...] = (
    (Message("宽屏 16:9", "Wide 16:9"), WIDE),
    (Message("竖屏 9:16", "Tall 9:16"), TALL),
    (Message("方屏 4:3", "Classic 4:3"), CLASSIC),
    (Message("大屏 32:9", "Wall 32:9"), WALL),
)
MARGIN = 12
"""Logical px around the slide."""


class Preview(QWidget):
    """Paints the slide by the painters of the show. Its last good state stays while the file is broken."""

    pointed = Signal(str)
    """The path of the element that was clicked."""
    painted = Signal()

    def __init__(self, store: Store, fits: Fits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(240, 180)
        self._store, self._fits = store, fits
        self._grounds = Grounds()
        self._canvas = WIDE
        self._languages: tuple[str, ...] = store.state.languages
        self._style = store.state.style
        self._step: int | None = None
        self._element = ""
        self._drawn: tuple[FittedSlide, int, QSize, QPixmap] | None = None
        store.deck_changed.connect(self.update)
        store.changed.connect(self._on_changed)
        store.data_changed.connect(self.update)

    def show_in(
        self,
        *,
        canvas: Canvas | None = None,
        languages: tuple[str, ...] | None = None,
        style: str | None = None,
    ) -> None:
        """Show the slide so from now on; what is None stays as it is."""
        self._canvas = canvas or self._canvas
        self._languages = languages or self._languages
        self._style = style or self._style
        self.update()

    @property
    def manner(self) -> Manner:
        """How the slide is shown here."""
        return Manner(self._canvas, self._languages, self._style)

    @property
    def elements(self) -> tuple[str, ...]:
        """The paths of the elements of the slide shown, back to front."""
        fitted = self.fitted()
        return tuple(placed.path for placed in fitted.placed) if fitted else ()

    @property
    def last_step(self) -> int:
        fitted = self.fitted()
        return fitted.last_step if fitted else 0

    def show_step(self, step: int | None) -> None:
        """Show the slide at the end of that step; None: at its last one."""
        self._step = step
        self.update()

    def outline(self, element: str) -> None:
        """Draw a line around the element of that path; none around an empty one."""
        if element != self._element:
            self._element = element
            self.update()

    def fitted(self, deck: Deck | None = None) -> FittedSlide | None:
        """The slide looked at, laid out as it is shown here; None for one that cannot be shown. deck: another state."""
        deck = deck or self._store.deck
        slide = deck.slides.get(self._store.state.at.slide)
        if slide is None:
            return None
        look = self.manner.within(deck)
        return self._fits.get(deck, slide, look.canvas, look.languages, look.style, self._store.snapshots)

    def picture(self, size: QSize) -> QPixmap | None:
        """The slide as it is shown here, `size` device px."""
        fitted = self.fitted()
        if fitted is None:
            return None
        step = fitted.last_step if self._step is None else min(self._step, fitted.last_step)
        if self._drawn is None or self._drawn[0] is not fitted or self._drawn[1:3] != (step, size):
            self._drawn = (fitted, step, size, whole(fitted, step, size, self._grounds))
        return self._drawn[3]

    def frame(self) -> QRectF:
        """Where the slide stands in the widget, in logical px."""
        room = QRectF(self.rect()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
        by = min(room.width() / self._canvas.width, room.height() / self._canvas.height)
        size = QPointF(self._canvas.width * by, self._canvas.height * by)
        left_top = QPointF(round(room.center().x() - size.x() / 2), round(room.center().y() - size.y() / 2))
        return QRectF(left_top.x(), left_top.y(), round(size.x()), round(size.y()))

    def element_at(self, point: QPointF) -> str:
        """The path of the smallest element under a point of the widget; empty for none."""
        fitted, frame = self.fitted(), self.frame()
        if fitted is None or not frame.contains(point):
            return ""
        by = self._canvas.width / frame.width()
        x, y = (point.x() - frame.x()) * by, (point.y() - frame.y()) * by
        under = [
            (placed.rect.w * placed.rect.h, placed.path)
            for placed in fitted.placed
            if placed.rect.x <= x <= placed.rect.x + placed.rect.w
            and placed.rect.y <= y <= placed.rect.y + placed.rect.h
        ]
        return min(under)[1] if under else ""

    def paintEvent(self, event: QPaintEvent) -> None:  # Qt's name
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(GROUND))
        frame, ratio = self.frame(), self.devicePixelRatioF()
        picture = self.picture((frame.size() * ratio).toSize())
        if picture is not None:
            painter.drawPixmap(frame, picture, QRectF(picture.rect()))
            self._draw_outline(painter, frame)
        painter.end()
        self.painted.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and (element := self.element_at(event.position())):
            self.pointed.emit(element)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._drawn = None
        super().resizeEvent(event)

    def _draw_outline(self, painter: QPainter, frame: QRectF) -> None:
        fitted = self.fitted()
        rect = next((one.rect for one in fitted.placed if one.path == self._element), None) if fitted else None
        if rect is None:
            return
        by = frame.width() / self._canvas.width
        around = QRectF(frame.x() + rect.x * by, frame.y() + rect.y * by, rect.w * by, rect.h * by)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(ACCENT), 2.0))
        painter.drawRoundedRect(around.adjusted(-3, -3, 3, 3), 4, 4)

    def _on_changed(self, old: ShowState, new: ShowState) -> None:
        if old.at.slide != new.at.slide:
            self._step = None
            self._element = ""
        self.update()
