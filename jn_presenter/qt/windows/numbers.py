"""A large number on every screen, with whose it is: how people tell which name belongs to which projector."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QScreen
from PySide6.QtWidgets import QWidget

from jn_presenter.draw.typography import baseline
from jn_presenter.model.element import Measure
from jn_presenter.model.marks import Line, Run
from jn_presenter.model.style import Font
from jn_presenter.qt.scene.colours import colour
from jn_presenter.qt.scene.text import draw_line
from jn_presenter.qt.seats import place
from jn_presenter.show.preflight.screens import Screen, roles

SHOWN_MS = 6000
"""How long they stand: long enough to look up at the hall's screens and back."""
SHARE = 0.4
"""Of the screen's shorter side, for a panel."""
GROUND, INK, QUIET = "#174a86", "#ffffff", "#dce8f5"


class Number(QWidget):
    """The panel on one screen: above all windows, without a frame, and nothing to the mouse or the keys."""

    def __init__(self, number: str, role: str, screen: QScreen, measure: Measure, language: str) -> None:
        kind = Qt.WindowType
        # a window manager would put it beneath what is in fullscreen, or give it the keys
        above = kind.WindowStaysOnTopHint | kind.BypassWindowManagerHint
        untouched = kind.WindowTransparentForInput | kind.WindowDoesNotAcceptFocus
        super().__init__(None, kind.Tool | kind.FramelessWindowHint | above | untouched)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setScreen(screen)
        self._measure, self._language = measure, language
        self.number, self.role = number, role
        area = screen.geometry()
        side = round(min(area.width(), area.height()) * SHARE)
        panel = QRect(0, 0, side, side)
        panel.moveCenter(area.center())
        self.setGeometry(panel)

    def paintEvent(self, _event: QPaintEvent) -> None:  # Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), colour(GROUND))
        side = self.height()
        self._line(painter, Run(self.number, Font(side * 0.6, True), INK), side * 0.04)
        self._line(painter, Run(self.role, Font(side * 0.13), QUIET), side * 0.76)
        painter.end()

    def _line(self, painter: QPainter, run: Run, top: float) -> None:
        wide = self._measure.advance(run.text, run.font, self._language)
        line = Line((self.width() - wide) / 2, baseline(top, run.font, 1.2), wide, (run,), self._language)
        draw_line(painter, line, 0.0, 0.0, self.devicePixelRatioF())


class Numbers(QObject):
    """The panels on all screens, for some seconds."""

    def __init__(self, measure: Measure, language: str, parent: QObject) -> None:
        super().__init__(parent)
        self._measure, self._language = measure, language
        self.panels: tuple[Number, ...] = ()
        self._over = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._over.timeout.connect(self.hide)

    def show(self, screens: Iterable[Screen]) -> None:
        """Show them on these screens, from now on anew."""
        self.hide()
        there = {place(screen): screen for screen in QGuiApplication.screens()}
        self.panels = tuple(
            Number(
                str(screen.number),
                roles(screen).in_language(self._language) if screen.roles else "",
                there[screen.x, screen.y],
                self._measure,
                self._language,
            )
            for screen in screens
            if (screen.x, screen.y) in there
        )
        for panel in self.panels:
            panel.show()
        self._over.start()

    def hide(self) -> None:
        """Take them away."""
        self._over.stop()
        for panel in self.panels:
            panel.hide()
            panel.deleteLater()
        self.panels = ()
