"""The console's window: it places its parts, and has them follow the store once the audience has been served."""

import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QHideEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from jn_presenter.qt.clock import FrameClock
from jn_presenter.qt.fonts import load_fonts
from jn_presenter.qt.scene.colours import colour
from jn_presenter.qt.scene.fits import Fits
from jn_presenter.qt.store import Store
from jn_presenter.qt.windows import words
from jn_presenter.qt.windows.closing import close
from jn_presenter.qt.windows.console.areas import Areas, scale_for
from jn_presenter.qt.windows.console.arranging import arrange
from jn_presenter.qt.windows.console.asking import Asking
from jn_presenter.qt.windows.console.clocks import Clocks
from jn_presenter.qt.windows.console.grips import Grips
from jn_presenter.qt.windows.console.look import GROUND, Look
from jn_presenter.qt.windows.console.overlays import Overlays
from jn_presenter.qt.windows.console.pictures import Pictures
from jn_presenter.qt.windows.console.pointing import PanePointing
from jn_presenter.qt.windows.console.rects import qrect
from jn_presenter.qt.windows.console.scrubbing import Scrubbing
from jn_presenter.qt.windows.console.singling import Singling
from jn_presenter.qt.windows.console.speech import Speech
from jn_presenter.qt.windows.console.toolbar import ToolBar
from jn_presenter.qt.windows.console.tray import Tray
from jn_presenter.show.keymap import DEFAULT, KeyMap
from jn_presenter.show.moment import moving
from jn_presenter.show.state import ShowState

GRACE_MS = 60
"""How long a change waits for the audience to have painted it, where nothing is left to paint or nobody to see it."""
DATA_MS = 1000
"""How long new data waits to be told here: longer than its motion takes, and not every time a stream goes on."""
GLANCE_MS = 100
"""Between two looks at the audience's picture while it moves."""
GLANCE_COST_MS = 8.0
"""A look that takes longer would cost the audience a frame of its motion: the next one waits until it is over."""
SMALLEST = QSize(320, 240)


class Console(QWidget):
    """What the presenter sees. Reads the store, sends commands to it, and knows no other window.

    image: the audience's own last picture in device px, None before the first. language: of the console's words.
    wall: the time of day. keymap: what help and buttons say at first. Keys are not handled here, but for those of what
    lies over the console: only that takes the focus.
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
        self._store, self._clock = store, clock
        measure = fits.measure
        self.clocks = Clocks(store, measure, language, wall, keymap, self)
        self.pictures = Pictures(store, fits, image, language, self)
        self.current, self.next = self.pictures.current, self.pictures.next
        self.speech = Speech(store, self.pictures, measure, language, wall, self.clocks.spared, self)
        self.about, self.beside, self.notes = self.speech.about, self.speech.beside, self.speech.notes
        self.question = self.speech.question
        self.bar = ToolBar(store, measure, language, keymap, self)
        thumbnails = self.pictures.thumbnails
        self.asking = Asking(self.current, store, thumbnails, measure, language, self)
        self.scrubbing = Scrubbing(self.current, store, thumbnails, measure, language, self)
        self.scrubbing.dragged.connect(self.asking.bubble.hide)
        self.singling = Singling(self.current, store, self.asking)
        self.pointing = PanePointing(self.current, store, image)
        self.tray = Tray(store, measure, language, keymap, self)
        self.grips = Grips(store, self)
        self.overlays = Overlays(store, measure, lambda: thumbnails.canvas, language, keymap, wall, self)
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(self.catch_up)
        self.clocks.ticked.connect(self.speech.tick)
        self.clocks.ticked.connect(self.overlays.schedule.tick)
        self.pictures.reshaped.connect(self._place)
        store.offers["gaps"] = lambda: self._areas().gaps
        store.changed.connect(self._on_changed)
        store.deck_changed.connect(self._wait)
        store.data_changed.connect(self._wait_for_data)

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> Any:  # Qt's name
        return False if query == Qt.InputMethodQuery.ImEnabled else super().inputMethodQuery(query)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.catch_up()
        self.clocks.begin()

    def hideEvent(self, event: QHideEvent) -> None:
        self._later.stop()
        self.clocks.stop()
        self.pictures.stop()
        self.overlays.gone()
        super().hideEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        close(self._store, event)

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

    def take_keys(self, keymap: KeyMap) -> None:
        """Say these keys from now on."""
        over = self.overlays
        for part in (self.clocks.plan, self.bar, *self.tray.bars, over.preflight, over.schedule, over.overview.bar):
            part.keymap = keymap
        self.overlays.help.tell(keymap)
        for bar in (self.bar, *self.tray.bars):
            bar.follow(self._store.state)
        self._place()
        if self.isVisible():
            self.catch_up()

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
        self.clocks.tick()
        self.clocks.say(self.speech.say(state))
        self.bar.follow(state)
        self.pictures.show(state, still=still)
        if self.scrubbing.follow(state):
            self._place()
        if not still and state.motion is not None:
            now = self._clock.now()
            cheap = now - begun < GLANCE_COST_MS
            rest = state.motion.duration_ms - state.motion.elapsed_ms(now)
            self._later.start(GLANCE_MS if cheap else max(GLANCE_MS, round(rest) + 1))

    def _on_changed(self, old: ShowState, new: ShowState) -> None:
        """The panes follow the hand at once; all else can wait."""
        if new.panes != old.panes and self.isVisible():
            self._place()
            self.speech.say_notes(new)
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

    def _areas(self) -> Areas:
        ratio, panes = self.pictures.thumbnails.ratio, self._store.state.panes
        width, height, dpi = self.width(), self.height(), self.logicalDpiY()
        bar = self.bar.wish(Look(scale_for(width, height, dpi)))
        return arrange(width, height, ratio, dpi, panes, bar)

    def _place(self) -> None:
        areas = self._areas()
        look = Look(areas.scale)
        areas = self.scrubbing.place(areas, look)
        self.clocks.place(areas, look)
        self.pictures.place(areas, look)
        self.pointing.place()
        self.speech.place(areas, look)
        self.bar.place(qrect(areas.bar), look)
        self.tray.place(areas, look)
        self.grips.place(areas, look)
        self.asking.place(look)
        self.overlays.place(self.rect(), look)
        self.question.place(self, look)
