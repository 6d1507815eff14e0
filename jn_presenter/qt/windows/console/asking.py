"""Asking the audience's picture on the console: a figure under the pointer tells what it is; a press sends that."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from jn_presenter.answer import answer_env, feeds_of, figure_at
from jn_presenter.compose import FittedSlide
from jn_presenter.draw.callout import said_of
from jn_presenter.draw.hit import Hit
from jn_presenter.draw.resolve import resolve
from jn_presenter.model.element import Block, Measure
from jn_presenter.qt.scene.colours import colour
from jn_presenter.qt.scene.outstanding import scrubs_of
from jn_presenter.qt.scene.text import draw_line
from jn_presenter.qt.store import Store
from jn_presenter.qt.windows import words
from jn_presenter.qt.windows.console.look import ACCENT, BODY_PX, CAPTION_PX, PANEL, TITLE_PX, Look
from jn_presenter.qt.windows.console.pane import Pane
from jn_presenter.qt.windows.console.thumbs import Thumbnails
from jn_presenter.show.state import ShowState

WIDEST = 44
"""Of the words, in units of the grid."""
SLACK = 1
"""How far a press may move and still be one, in units of the grid."""
SIZES = {"caption": BODY_PX, "lead": TITLE_PX, "note": CAPTION_PX}


def reaches_audience(state: ShowState) -> bool:
    """Whether the audience sees what is done on the pane: the same place, neither frozen nor blank."""
    return state.at == state.shown and not state.frozen and state.blank == "none"


class Asking(QObject):
    """Watches the pointer over the pane that shows the present place."""

    def __init__(
        self, pane: Pane, store: Store, thumbnails: Thumbnails, measure: Measure, language: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._pane, self._store, self._thumbnails = pane, store, thumbnails
        self._measure, self._language = measure, language
        self.bubble = Bubble(measure, language, parent)
        self._pressed: QPoint | None = None
        pane.setMouseTracking(True)
        pane.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # Qt's name
        match event.type():
            case QEvent.Type.MouseMove if isinstance(event, QMouseEvent):
                self._point(event.position().toPoint())
            case QEvent.Type.MouseButtonPress | QEvent.Type.MouseButtonDblClick if isinstance(event, QMouseEvent):
                left = event.button() == Qt.MouseButton.LeftButton
                self._pressed = event.position().toPoint() if left else None
            case QEvent.Type.MouseButtonRelease if isinstance(event, QMouseEvent):
                pressed, self._pressed = self._pressed, None
                if pressed is not None and (event.position().toPoint() - pressed).manhattanLength() < self.slack:
                    return self._send(pressed)
            case QEvent.Type.Leave | QEvent.Type.Hide:
                self.bubble.hide()
        return False

    def place(self, look: Look) -> None:
        """The sizes of the window from now on."""
        self.bubble.look = look
        self.bubble.hide()

    @property
    def slack(self) -> int:
        """The px that a press may move and still be one."""
        return SLACK * self.bubble.look.unit

    def fitted(self) -> FittedSlide | None:
        """The slide that is asked."""
        return self._thumbnails.fitted(self._store.state, self._store.state.at)

    def found(self, at: QPoint) -> tuple[str, Hit] | None:
        """The figure at a point of the pane."""
        share, fitted, state = self._pane.share(at), self.fitted(), self._store.state
        if share is None or fitted is None:
            return None
        x, y = share[0] * fitted.canvas.width, share[1] * fitted.canvas.height
        return figure_at(fitted, state.at.step, x, y, scrubs_of(state, fitted))

    def _point(self, at: QPoint) -> None:
        found = self.found(at)
        self._pane.setCursor(Qt.CursorShape.PointingHandCursor if found else Qt.CursorShape.ArrowCursor)
        if found is None:
            self.bubble.hide()
            return
        self.bubble.tell(self._words(*found), reaches_audience(self._store.state))
        self.bubble.stand(self._pane.mapToParent(at))

    def _send(self, at: QPoint) -> bool:
        """Show the audience what is asked, where it sees the same place; whether there was such a figure."""
        found = self.found(at)
        if found is None or not reaches_audience(self._store.state):
            return False
        self._store.dispatch("answer", path=found[0], key=found[1].key)
        return True

    def _words(self, path: str, found: Hit) -> tuple[tuple[str, str], ...]:
        """(words, role), in the console's language where the deck has it."""
        state, deck = self._store.state, self._store.deck
        fitted = self.fitted()
        assert fitted is not None
        language = self._language if self._language in deck.briefing.languages else deck.briefing.languages[0]
        env = answer_env(fitted, deck, self._measure, (language,))
        lines = said_of(found.datum, env, feeds_of(deck.slides[state.at.slide], path))
        return tuple(
            (resolve(text, deck.facts, (language,), deck.briefing.languages)[0].plain, role) for text, role, _ in lines
        )


class Bubble(QWidget):
    """A few lines on a plate beside the pointer; it takes no clicks."""

    def __init__(self, measure: Measure, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._measure, self._language, self._room = measure, language, parent
        self.look = Look(1.0)
        self._blocks: tuple[Block, ...] = ()
        self.text = ""
        """What it says, a line a line."""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def tell(self, lines: tuple[tuple[str, str], ...], sendable: bool) -> None:
        """The lines with their roles, and whether a press sends them."""
        hint = words.SEND_ANSWER.in_language(self._language) if sendable else ""
        text = "\n".join((*(said for said, _ in lines), hint))
        if text == self.text and self._blocks:
            return
        self.text = text
        runs = [
            self.look.run(said, SIZES[role], "ink" if role == "lead" else "quiet", bold=role == "lead")
            for said, role in lines
        ]
        if hint:
            runs.append(self.look.run(hint, CAPTION_PX, "amber"))
        width = float(WIDEST * self.look.unit)
        self._blocks = tuple(self._measure.wrap((run,), width, language=self._language) for run in runs)
        self.setAccessibleName(text)
        unit = self.look.unit
        widest = max(block.width for block in self._blocks)
        self.resize(round(widest) + 4 * unit, round(sum(block.height for block in self._blocks)) + 3 * unit)
        self.update()

    def stand(self, at: QPoint) -> None:
        """Beside a point of the parent, wholly inside it."""
        unit, room = self.look.unit, self._room.rect()
        place = QRect(at.x() + 2 * unit, at.y() + 2 * unit, self.width(), self.height())
        if place.right() > room.right():
            place.moveRight(at.x() - unit)
        if place.bottom() > room.bottom():
            place.moveBottom(at.y() - unit)
        self.move(max(0, place.x()), max(0, place.y()))
        self.raise_()
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:  # Qt's name
        unit = self.look.unit
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(colour(ACCENT))
        painter.setBrush(colour(PANEL))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), unit, unit)
        top = 1.5 * unit
        for block in self._blocks:
            for line in block.lines:
                draw_line(painter, line, 2.0 * unit, top, self.devicePixelRatioF())
            top += block.height
        painter.end()
