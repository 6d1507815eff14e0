"""The pre-flight over the console: a list of checks that fills by itself, unseen by the audience."""

import sys
import time
from collections.abc import Callable, Mapping
from functools import cache

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from jn_presenter.model.element import Measure
from jn_presenter.model.geometry import Canvas, Rect
from jn_presenter.qt.keys import chord
from jn_presenter.qt.scene.colours import colour
from jn_presenter.qt.scene.text import draw_line
from jn_presenter.qt.scripts import served
from jn_presenter.qt.seats import Place, place
from jn_presenter.qt.store import Store
from jn_presenter.qt.windows.console.checklist import GREEN, Keys, Page, headline, page
from jn_presenter.qt.windows.console.inspection import Inspection
from jn_presenter.qt.windows.console.look import ACCENT, GROUND, HAIRLINE, PANEL, TONES
from jn_presenter.qt.windows.console.scrolled import Scrolled
from jn_presenter.qt.windows.numbers import Numbers
from jn_presenter.show.keyhelp import label
from jn_presenter.show.keymap import KeyMap
from jn_presenter.show.preflight import Check, Given, State, checks
from jn_presenter.show.preflight.clicker import LEAVES, Clicker, leaves, pressed
from jn_presenter.show.preflight.screens import Role, Screen
from jn_presenter.show.preflight.scripts import Script
from jn_presenter.show.visiting.named import names as names_of

NUMBERS = "I"
"""The key that shows the numbers, as long as the pre-flight has the keys."""
MARGIN = 3
"""Around the list, in units of the grid."""
STEP = 6
"""Of a turn of the wheel."""
LATER_MS = 100
"""How long changes are gathered: a list that is set anew for each slide would cost more than the slides."""
SECOND_MS = 1000
"""Ages and the time that is left go on by themselves."""
SIGNS: dict[State, str] = {"green": GREEN, "look": TONES["amber"], "wrong": TONES["red"], "waiting": HAIRLINE}
TICK = ((0.28, 0.52), (0.44, 0.68), (0.72, 0.34))
"""Corners of the tick as fractions of its circle."""

Roles = Mapping[Place, tuple[Role, ...]]
"""Where a screen begins -> what is shown on it."""


class Preflight(Scrolled):
    """Keys of the show are told here and call nothing, so that a clicker can be tried; the second Esc leaves.

    roles: which window is on which screen, set by whoever places the windows.
    """

    def __init__(
        self,
        store: Store,
        measure: Measure,
        canvas: Callable[[], Canvas],
        language: str,
        keymap: KeyMap,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._store, self._measure, self._language, self.keymap = store, measure, language, keymap
        self.roles: Callable[[], Roles] = dict
        self.inspection = Inspection(store, measure, canvas, self)
        self.numbers = Numbers(measure, language, self)
        self.checks: tuple[Check, ...] = ()
        self.page = Page()
        self.chosen = -1
        self.clicker = Clicker()
        self._later = QTimer(self, singleShot=True, interval=LATER_MS)
        self._later.timeout.connect(self.fill)
        self._second = QTimer(self, interval=SECOND_MS)
        self._second.timeout.connect(self.fill)
        self.inspection.went_on.connect(self._wait)
        self.pressed.connect(self._press)
        store.changed.connect(lambda _old, _new: self._wait())
        store.data_changed.connect(lambda _feeds: self._wait())
        store.deck_changed.connect(self._wait)

    def begin(self) -> None:
        self.clicker, self.chosen = Clicker(), -1
        super().begin()
        self.fill()
        self._second.start()

    def end(self) -> None:
        for timer in (self._later, self._second):
            timer.stop()
        self.inspection.stop()
        self.numbers.hide()
        super().end()

    def _labels(self) -> Keys:
        closing = (key for key in self.keymap.keys.get("preflight-close", ()) if key != LEAVES)
        return {"numbers": NUMBERS, "close": label(next(closing, ""), self._language)}

    def fill(self) -> None:
        if not self.isVisible():
            return
        self.inspection.begin()
        self.checks = checks(self._given())
        unit = self.look.unit
        chosen = self.page.rows[self.chosen].slide if self.chosen >= 0 else ""
        width = float(max(1, self.width() - (2 * MARGIN + 2) * unit))
        self.page = page(self.checks, width, self.look, self._measure, self._language, self._labels())
        slides = [row.slide for row in self.page.rows]
        self.chosen = slides.index(chosen) if chosen in slides else -1
        words = [headline(self.checks)[0], *(check.said for check in self.checks)]
        self.setAccessibleName("\n".join(word.in_language(self._language) for word in words))
        self.set_length(self.page.height + 2 * MARGIN * unit, STEP * unit)

    def identify(self) -> None:
        """Show its number on every screen for some seconds. Nothing else of the pre-flight is seen by guests."""
        self.numbers.show(self._screens())

    def choose(self, at: int) -> None:
        """Choose a finding about a slide; beyond the ends it is the last or the first."""
        if not self.page.rows:
            return
        self.chosen = min(max(0, at), len(self.page.rows) - 1)
        area, bar = self._placed(self.page.rows[self.chosen].rect), self.verticalScrollBar()
        over = round(area.bottom()) - self.viewport().height()
        bar.setValue(bar.value() + (round(area.top()) if area.top() < 0 else max(0, over)))
        self.viewport().update()

    def take(self) -> None:
        """Let the show go to the slide of the chosen finding."""
        if self.chosen >= 0:
            self._store.dispatch("take", slide=self.page.rows[self.chosen].slide)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # Qt's name
        key = chord(event)
        closes = self.keymap.pressed["preflight"].get(key) is not None
        if event.isAutoRepeat() or (closes and (key != LEAVES or leaves(self.clicker, key))):
            event.ignore()
        elif key in ("Up", "Down") and self.page.rows:
            self.choose(self.chosen + (1 if key == "Down" else -1))
        elif key in ("Return", "Enter") and self.chosen >= 0:
            self.take()
        elif key == NUMBERS:
            self.identify()
        else:
            self.clicker = pressed(self.clicker, key, self.keymap)
            self.fill()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dirty = event.rect()
        painter.fillRect(dirty, colour(GROUND))
        self._paint_boxes(painter)
        for sign in self.page.signs:
            area = self._placed(sign.rect)
            if area.intersects(QRectF(dirty)):
                self._paint_sign(painter, area, sign.state)
        margin = MARGIN * self.look.unit
        top = margin - self.verticalScrollBar().value()
        for line in self.page.lines:
            size = max(run.font.size for run in line.runs)
            if dirty.top() - size < line.y + top < dirty.bottom() + 2 * size:
                draw_line(painter, line, margin, top, self.devicePixelRatioF())
        painter.end()

    def _paint_boxes(self, painter: QPainter) -> None:
        """The buttons, and what is chosen."""
        unit = self.look.unit
        painter.setPen(QPen(colour(HAIRLINE), 1))
        painter.setBrush(colour(PANEL))
        for button in self.page.buttons:
            painter.drawRoundedRect(self._placed(button.rect).adjusted(0.5, 0.5, -0.5, -0.5), unit / 2, unit / 2)
        if self.chosen >= 0:
            area = self._placed(self.page.rows[self.chosen].rect)
            painter.fillRect(area, colour(PANEL))
            painter.fillRect(QRectF(area.x(), area.y(), max(2.0, unit / 4), area.height()), colour(ACCENT))

    def _paint_sign(self, painter: QPainter, area: QRectF, state: State) -> None:
        """A tick, an exclamation mark, a cross or three dots: told by its form as well as by its colour."""
        ink = colour(SIGNS[state])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink if state != "waiting" else colour(PANEL))
        painter.drawEllipse(area)
        side, middle = area.width(), area.center()
        pen = QPen(colour(GROUND if state != "waiting" else TONES["quiet"]), side * 0.12)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        if state == "green":
            painter.drawPolyline([area.topLeft() + QPointF(x, y) * side for x, y in TICK])
        elif state == "look":
            painter.drawLine(QPointF(middle.x(), area.y() + 0.24 * side), QPointF(middle.x(), area.y() + 0.54 * side))
            painter.drawPoint(QPointF(middle.x(), area.y() + 0.76 * side))
        elif state == "wrong":
            off = 0.18 * side
            painter.drawLine(middle - QPointF(off, off), middle + QPointF(off, off))
            painter.drawLine(middle - QPointF(off, -off), middle + QPointF(off, -off))
        else:
            for dx in (-0.22, 0.0, 0.22):
                painter.drawPoint(middle + QPointF(dx * side, 0.0))

    def _press(self, at: QPoint) -> None:
        """Press what is there, if anything is."""
        point = QPointF(at)
        for button in self.page.buttons:
            if self._placed(button.rect).contains(point):
                if button.action == "numbers":
                    self.identify()
                else:
                    self._store.dispatch("overlay-none")
                return
        for at_row, row in enumerate(self.page.rows):
            if self._placed(row.rect).contains(point):
                self.choose(at_row)
                self.take()
                return

    def _placed(self, area: Rect) -> QRectF:
        """Where a rectangle of the page is in the viewport."""
        margin = MARGIN * self.look.unit
        return QRectF(area.x + margin, area.y + margin - self.verticalScrollBar().value(), area.w, area.h)

    def _wait(self) -> None:
        if self.isVisible() and not self._later.isActive():
            self._later.start()

    def _given(self) -> Given:
        store = self._store
        return Given(
            state=store.state,
            deck=store.deck,
            problems=store.problems,
            snapshots=store.snapshots,
            screens=self._screens(),
            scripts=self._scripts(),
            seen=self.inspection.seen,
            clicker=self.clicker,
            now_ms=store.now(),
            now_s=time.time(),
            system=sys.platform,
        )

    def _scripts(self) -> tuple[Script, ...]:
        """Of all languages that are to be read: by the audience, by the presenter, and in the names of a visit."""
        state, visit = self._store.state, self._store.deck.visit
        names = (tag for _, name in names_of(visit) for tag in name.languages if tag) if visit is not None else ()
        return tuple(map(_script, dict.fromkeys((*state.languages, *state.notes_languages, *names))))

    def _screens(self) -> tuple[Screen, ...]:
        """The screens there are, from left to right."""
        roles = self.roles()
        there = sorted(QGuiApplication.screens(), key=place)
        return tuple(
            Screen(
                number=number,
                name=screen.name(),
                x=screen.geometry().x(),
                y=screen.geometry().y(),
                width=screen.geometry().width(),
                height=screen.geometry().height(),
                scale=screen.devicePixelRatio(),
                hertz=screen.refreshRate(),
                roles=roles.get(place(screen), ()),
            )
            for number, screen in enumerate(there, 1)
        )


@cache
def _script(language: str) -> Script:
    """What is to be said of a language's font, looked for once: a machine may have hundreds of families."""
    found = served(language)
    return Script(language, found.said, None if found.family else found.remedy)
