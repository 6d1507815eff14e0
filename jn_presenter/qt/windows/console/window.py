"""The console's window: it says and shows what the store holds, each part after the audience has been served."""

import time
from collections.abc import Callable
from typing import Any

from msgspec import structs
from PySide6.QtCore import QRect, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QHideEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from jn_presenter.model.geometry import Canvas, Rect, canvas_for
from jn_presenter.qt.clock import FrameClock
from jn_presenter.qt.fonts import load_fonts
from jn_presenter.qt.scene.colours import colour
from jn_presenter.qt.scene.fits import Fits
from jn_presenter.qt.store import Store
from jn_presenter.qt.windows import words
from jn_presenter.qt.windows.console import phrases, stale
from jn_presenter.qt.windows.console.areas import arrange
from jn_presenter.qt.windows.console.asking import Asking
from jn_presenter.qt.windows.console.figure import Figure
from jn_presenter.qt.windows.console.look import GROUND, Look
from jn_presenter.qt.windows.console.overlays import Overlays
from jn_presenter.qt.windows.console.pane import Pane
from jn_presenter.qt.windows.console.prose import Prose
from jn_presenter.qt.windows.console.question import Question
from jn_presenter.qt.windows.console.report import (
    Report,
    Said,
    ahead,
    notes,
    report,
    timing,
    until_next_second,
    upcoming,
)
from jn_presenter.qt.windows.console.scrubbing import Scrubbing
from jn_presenter.qt.windows.console.singling import Singling
from jn_presenter.qt.windows.console.thumbs import Thumbnails, shrunk
from jn_presenter.qt.windows.console.trouble import trouble
from jn_presenter.show.keymap import DEFAULT, KeyMap
from jn_presenter.show.state import Place, ShowState, moving

GRACE_MS = 60
"""How long a change waits for the audience to have painted it, where nothing is left to paint or nobody to see it."""
DATA_MS = 1000
"""How long new data waits to be told here: longer than its motion takes, and not every time a stream goes on."""
GLANCE_MS = 100
"""Between two looks at the audience's picture while it moves."""
GLANCE_COST_MS = 8.0
"""A look that takes longer would cost the audience a frame of its motion: the next one waits until it is over."""
LONG_MS = 1000.0
"""What still moves for longer than this would leave the picture of some other place standing as the next one."""
SMALLEST = QSize(480, 360)


class Console(QWidget):
    """What the presenter sees. Reads the store, sends commands to it, and knows no other window.

    image: the audience's own last picture in device px, None before the first. language: of the console's words.
    wall: the time of day. keymap: what the key help says. Keys are not handled here, but for those of what lies over
    the console: only that takes the focus.
    """

    def __init__(
        self,
        store: Store,
        clock: FrameClock,
        fits: Fits,
        image: Callable[[], QPixmap | None],
        language: str,
        wall: Callable[[], time.struct_time] = time.localtime,
        keymap: KeyMap = DEFAULT,
    ) -> None:
        super().__init__()
        load_fonts()
        self.setWindowTitle(words.TITLE.in_language(language))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(SMALLEST)
        self._store, self._clock, self._fits = store, clock, fits
        self._image, self._language, self._wall = image, language, wall
        self._look = Look(1.0)
        self._thumbnails = Thumbnails(store, fits)
        self._slide = ""
        self._pictured: Place | None = None
        self._make_parts()
        self.overlays = Overlays(store, fits.measure, lambda: self._thumbnails.canvas, language, keymap, self)
        self._later = _timer(self, self.catch_up)
        self._idle = _timer(self, self._prepare)
        self._second = _timer(self, self.tick)
        store.changed.connect(self._on_changed)
        store.deck_changed.connect(self._wait)
        store.data_changed.connect(self._wait_for_data)

    def _make_parts(self) -> None:
        measure, language = self._fits.measure, self._language
        self.wall, self.elapsed, self.remaining, self.slide, self.step = (
            Figure(measure, language, self) for _ in range(5)
        )
        self.current = Pane(measure, language, self)
        self.next = Pane(measure, language, self)
        self.next.setCursor(Qt.CursorShape.PointingHandCursor)
        self.about = Prose(measure, self)
        self.beside = Prose(measure, self)
        self.notes = Prose(measure, self)
        self.asking = Asking(self.current, self._store, self._thumbnails, measure, language, self)
        self.scrubbing = Scrubbing(self.current, self._store, self._thumbnails, measure, language, self)
        self.scrubbing.dragged.connect(self.asking.bubble.hide)
        self.singling = Singling(self.current, self._store, self.asking)
        self.question = Question(measure, language, self)
        self.question.declined.connect(lambda: self._store.dispatch("cancel-leave"))

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> Any:  # Qt's name
        return False if query == Qt.InputMethodQuery.ImEnabled else super().inputMethodQuery(query)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.catch_up()
        self.tick()

    def hideEvent(self, event: QHideEvent) -> None:
        for timer in (self._later, self._idle, self._second):
            timer.stop()
        self.overlays.gone()
        super().hideEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing the window is asking to leave, so that a show does not end by a slip."""
        if self._store.state.leaving:
            event.accept()
        else:
            event.ignore()
            self._store.dispatch("leave")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on the next step's picture goes there."""
        if event.button() == Qt.MouseButton.LeftButton and self.next.geometry().contains(event.position().toPoint()):
            self._store.dispatch("next")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()
        if self.isVisible():
            self.catch_up()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), colour(GROUND))
        painter.end()

    def audience_painted(self) -> None:
        """The audience sees the present state, so it is the console's turn, once that event has been worked off."""
        if self.isVisible():
            self._later.start(0)

    def catch_up(self) -> None:
        """Say and show the present state. While the audience's picture moves only what is cheap is done."""
        state = self._store.state
        begun = self._clock.now()
        still = not moving(state, begun)
        self._later.stop()
        self._say(state)
        self._show_current(state)
        if self.scrubbing.follow(state):
            self._place()
        self._show_next(state, make=still)
        if still:
            self._idle.start(0)
        elif state.motion is not None:
            now = self._clock.now()
            cheap = now - begun < GLANCE_COST_MS
            rest = state.motion.duration_ms - state.motion.elapsed_ms(now)
            self._later.start(GLANCE_MS if cheap else max(GLANCE_MS, round(rest) + 1))

    def tick(self) -> None:
        """Bring the clocks up to date, and wait for the next second."""
        state, now = self._store.state, self._clock.now()
        told = timing(state, self._store.deck, now, time.strftime("%H:%M", self._wall()))
        left = words.OVERTIME if told.over else words.REMAINING
        self.wall.say(words.CLOCK.in_language(self._language), Said(told.wall))
        self.elapsed.say(words.ELAPSED.in_language(self._language), Said(told.elapsed))
        self.remaining.say(left.in_language(self._language), told.remaining)
        if stale.broken_near(state, self._store.deck, self._store.snapshots):
            self._say_about(state)
        if self.isVisible():
            self._second.start(int(until_next_second(state, now)) + 1)

    def _on_changed(self, _old: ShowState, _new: ShowState) -> None:
        self._wait()

    def _wait(self) -> None:
        """Leave the audience its time to paint; a burst of changes is caught up with once."""
        waiting = self._later.remainingTime()
        if self.isVisible() and not 0 <= waiting <= GRACE_MS:
            self._later.start(GRACE_MS)

    def _wait_for_data(self) -> None:
        """Leave new data the time to arrive on the audience's screen, however often it comes."""
        if self.isVisible() and not self._later.isActive():
            self._later.start(DATA_MS)

    def _place(self) -> None:
        ratio = self._thumbnails.ratio
        areas = arrange(self.width(), self.height(), ratio, self.logicalDpiY())
        self._look = Look(areas.scale)
        areas = self.scrubbing.place(areas, self._look)
        figures = (self.wall, self.elapsed, self.remaining, self.slide, self.step)
        for figure, area in zip(figures, areas.figures, strict=True):
            figure.place(_rect(area), self._look)
        self.current.place(_rect(areas.current), self._look, ratio)
        self.next.place(_rect(areas.next), self._look, ratio)
        self.about.place(_rect(areas.about), self._look)
        self.beside.place(_rect(areas.beside), self._look)
        self.notes.place(_rect(areas.notes), self._look)
        self.asking.place(self._look)
        self.overlays.place(self.rect(), self._look)
        self.question.place(self, self._look)

    def _say(self, state: ShowState) -> None:
        """All words; parts that say the same as before do nothing."""
        deck, language, look = self._store.deck, self._language, self._look
        told = self._say_about(state)
        next_one = upcoming(state, deck, language)
        self.question.ask(told.question)
        self.slide.say(words.SLIDE.in_language(language), Said(told.slide))
        self.step.say(words.STEP.in_language(language), Said(told.step))
        self.current.say(told.caption, told.badges)
        self.next.say(Said(next_one.caption, "quiet"), placeholder=next_one.placeholder, notice=next_one.notice)
        self.beside.say(phrases.beside(next_one, look, language))
        self.notes.say(phrases.notes(notes(state, deck), look, language))
        if state.at.slide != self._slide:
            self._slide = state.at.slide
            self.notes.to_top()
            self.about.to_top()
        self.tick()

    def _say_about(self, state: ShowState) -> Report:
        """The present slide and what is wrong, of data with its age."""
        deck, language = self._store.deck, self._language
        findings = self._thumbnails.findings(state)
        broken = stale.broken_near(state, deck, self._store.snapshots)
        told = report(state, deck, findings, language)
        data = stale.rows(broken, time.mktime(self._wall()), language)
        left = stale.others(findings, broken)
        found = trouble(state, deck, self._store.loaded.problems, left, language, data)
        self.about.say(phrases.about(told, found, self._look, language))
        return told

    def _show_current(self, state: ShowState) -> None:
        """The audience's picture; ahead of it, the present place with the audience's picture inside."""
        image = self._image()
        if image is not None:
            self._take_shape(canvas_for(image.width(), image.height()))
        pane, together = self.current, state.at == state.shown
        size = pane.picture_size() if together else pane.inset_size()
        seen = shrunk(image, size) if image is not None else None
        if together:
            pane.show_picture(seen)
        else:
            pane.show_picture(self._thumbnails.get(state, state.at, pane.picture_size()), seen)

    def _take_shape(self, canvas: Canvas) -> None:
        """Make room for pictures of the audience's shape."""
        if canvas != self._thumbnails.canvas:
            self._thumbnails.canvas = canvas
            self._place()

    def _show_next(self, state: ShowState, *, make: bool) -> None:
        """The next step's picture; without `make` only where it is there already, and else the old one stays."""
        place = ahead(state, self._store.deck)
        long = state.motion is not None and state.motion.duration_ms > LONG_MS
        make = make or (long and place != self._pictured)
        picture = self._thumbnails.get(state, place, self.next.picture_size(), make=make) if place else None
        if picture is not None or make or place is None:
            self._pictured = place
            self.next.show_picture(picture)

    def _prepare(self) -> None:
        """The step after the next one, in idle time, so that a key finds the pane's picture ready."""
        state, deck = self._store.state, self._store.deck
        place = ahead(state, deck)
        if place is None or moving(state, self._clock.now()):
            return
        there = structs.replace(state, at=place, shown=place, blank="none", motion=None)
        beyond = ahead(there, deck)
        if beyond is not None:
            self._thumbnails.get(there, beyond, self.next.picture_size())


def _timer(parent: QWidget, run: Callable[[], None]) -> QTimer:
    timer = QTimer(parent, singleShot=True)
    timer.timeout.connect(run)
    return timer


def _rect(area: Rect) -> QRect:
    return QRect(int(area.x), int(area.y), int(area.w), int(area.h))
