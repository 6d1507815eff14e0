"""The interpreter's window: it follows the show, each part after the audience has been served, and steers nothing."""

from collections.abc import Callable, Iterator

from msgspec import Struct
from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QHideEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractSlider, QWidget

from jn_presenter.interpreter import Page, page, upcoming
from jn_presenter.model.deck import Deck, Slide
from jn_presenter.model.element import Measure
from jn_presenter.qt.clock import monotonic_ms
from jn_presenter.qt.fonts import load_fonts
from jn_presenter.qt.scene.colours import colour
from jn_presenter.qt.store import Store
from jn_presenter.qt.windows.dark import GROUND, Look
from jn_presenter.qt.windows.interpreter import rows, words
from jn_presenter.qt.windows.interpreter.areas import arrange, divided
from jn_presenter.qt.windows.interpreter.part import Part
from jn_presenter.show.moment import moving
from jn_presenter.show.state import Place

GRACE_MS = 60
"""How long a change waits for the audience to have painted it, where nothing is left to paint or nobody to see it."""
LONG_MS = 1000.0
"""What moves for longer than this is not waited for: its words are being said."""
SLICE_MS = 3.0
"""How long this window works at a time: a key that comes meanwhile waits no longer than about that."""
DONE = object()
SIZES = (0.7, 0.8, 0.9, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0)
"""How much larger than usual type can be."""
USUAL = SIZES.index(1.0)
COLUMNS = 2
KEPT = 4
"""Pages that are kept, so that a step back and forth costs nothing."""
SMALLEST = QSize(480, 360)
SCROLLS = {
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
}
RESIZES = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1, Qt.Key.Key_0: 0}
"""With Ctrl: larger, smaller, and as usual."""


class _Kept(Struct, frozen=True, eq=False):
    slide: Slide
    deck: Deck
    page: Page


class Interpreter(QWidget):
    """Texts of now and next in two languages, with figures and names. Its keys are its own scroll and size.

    language: of the window's own words. clock: what time it takes is measured by, in ms. Which of the briefing's
    languages stand in it is the interpreter's choice, made by a press on a column's head: the first two, until then.
    """

    def __init__(
        self, store: Store, measure: Measure, language: str, clock: Callable[[], float] = monotonic_ms
    ) -> None:
        super().__init__()
        load_fonts()
        self.setWindowTitle(words.TITLE.in_language(language))
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(SMALLEST)
        self._store, self._language, self._clock = store, language, clock
        self._chosen: tuple[str, ...] = ()
        self._size = USUAL
        self._followed: Place | None = None
        self._pages: dict[str, _Kept] = {}
        self.now, self.next = Part(measure, self), Part(measure, self)
        self.figures, self.names = Part(measure, self), Part(measure, self)
        self.now.head.pressed.connect(self.change_language)
        self.now.head.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(self.catch_up)
        self._rest: Iterator[None] | None = None
        self._go_on = QTimer(self, singleShot=True)
        self._go_on.timeout.connect(self._say_on)
        store.changed.connect(self._wait)
        store.deck_changed.connect(self._wait)

    @property
    def languages(self) -> tuple[str, ...]:
        """Of the columns, from the left: those chosen as far as the briefing has them, then its first ones."""
        offered = self._store.deck.briefing.languages
        kept = (language for language in self._chosen if language in offered)
        return tuple(dict.fromkeys((*kept, *offered)))[:COLUMNS]

    def change_language(self, column: int) -> None:
        """The column takes the briefing's next language; one that stands in the other column changes places with it."""
        offered, present = self._store.deck.briefing.languages, list(self.languages)
        if column < len(present) and len(present) > 1:
            old = present[column]
            new = offered[(offered.index(old) + 1) % len(offered)]
            self._chosen = tuple(new if k == column else old if one == new else one for k, one in enumerate(present))
            self._say()

    def resized(self, by: int) -> None:
        """Larger or smaller type by so many sizes, 0 for the usual one."""
        size = min(max(0, self._size + by), len(SIZES) - 1) if by else USUAL
        if size != self._size:
            self._size = size
            self._say()
            self.now.body.reveal()

    def audience_painted(self) -> None:
        """The audience sees the present state, so it is this window's turn, once that event has been worked off."""
        if self.isVisible():
            self._later.start(0)

    def catch_up(self) -> None:
        """Say the present state; what moves for a moment is left to come to its end first."""
        state, now = self._store.state, self._store.now()
        motion = state.motion
        if motion is not None and motion.duration_ms <= LONG_MS and moving(state, now):
            self._later.start(round(motion.duration_ms - motion.elapsed_ms(now)) + 1)
            return
        self._later.stop()
        self._rest = self._work()
        self._say_on()

    def showEvent(self, event: QShowEvent) -> None:  # Qt's name
        super().showEvent(event)
        self._say()

    def hideEvent(self, event: QHideEvent) -> None:
        self._later.stop()
        self._go_on.stop()
        super().hideEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closing the window puts it away, no more: the show goes on."""
        state = self._store.state
        event.setAccepted(state.leaving)
        if state.interpreter and not state.leaving:
            self._store.dispatch("interpreter")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Its own scroll and size; all other keys end here, whatever they do in the show's windows."""
        event.accept()
        key = Qt.Key(event.key())
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if key in RESIZES:
                self.resized(RESIZES[key])
        elif key in SCROLLS:
            self.now.body.verticalScrollBar().triggerAction(SCROLLS[key])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.isVisible():
            self._say()
            self.now.body.reveal()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), colour(GROUND))
        painter.end()

    def _wait(self) -> None:
        """Leave the audience its time to paint; a burst of changes is caught up with once."""
        waiting = self._later.remainingTime()
        if self.isVisible() and not 0 <= waiting <= GRACE_MS:
            self._later.start(GRACE_MS)

    def _follow(self, place: Place) -> None:
        """Scroll to what the step has brought, once: until the next one the interpreter scrolls as is needed."""
        if self._followed == place:
            return
        if self._followed is None or self._followed.slide != place.slide:
            for part in (self.now, self.next, self.figures, self.names):
                part.body.to_top()
        self._followed = place
        self.now.body.reveal()

    def _say(self) -> None:
        """All words at once, in their places."""
        self._rest = None
        for _ in self._work():
            pass

    def _say_on(self) -> None:
        """Go on with the words for a moment, and with the rest when what has come meanwhile is worked off."""
        until = self._clock() + SLICE_MS
        while self._rest is not None:
            if next(self._rest, DONE) is DONE:
                self._rest = None
            elif self._clock() >= until:
                self._go_on.start(0)
                return

    def _work(self) -> Iterator[None]:
        """Bring each part up to date, in small pieces; parts that say the same as before do nothing."""
        state, deck, own = self._store.state, self._store.deck, self._language
        areas = arrange(self.width(), self.height(), self.logicalDpiY())
        look = Look(areas.scale * SIZES[self._size])
        after, step = upcoming(state, deck), state.shown.step
        here = self._page(state.shown.slide)
        yield
        texts = rows.texts(here, step, look, own)
        yield from self.now.body.prepare(texts)
        self.now.say(rows.heading(state, deck, self.languages, look, own), texts)
        self.now.place(areas.now, look)
        self._follow(state.shown)
        yield
        then = self._page(after)
        yield
        texts = rows.texts(then, None, look, own)
        yield from self.next.body.prepare(texts)
        self.next.say(rows.coming(state, deck, after, look, own), texts)
        self.next.place(areas.next, look)
        yield
        column = areas.half if areas.upright else areas.aside
        aside = (
            (self.figures, words.FIGURES, rows.figures(here, then, step, look, own)),
            (self.names, words.NAMES, rows.names(here, then, look, own)),
        )
        for part, name, found in aside:
            yield from part.body.prepare(found)
            part.say(rows.caption(name, look, own), found)
            part.stretch(column, look)
            yield
        places = divided(areas, self.figures.length, self.names.length)
        self.figures.place(places[0], look)
        self.names.place(places[1], look)
        self.figures.body.reveal()

    def _page(self, slide: str | None) -> Page | None:
        """What there is to say of the slide; None at the end and while it is not read. The last few are kept."""
        deck, languages = self._store.deck, self.languages
        found = deck.slides.get(slide or "")
        if found is None:
            return None
        kept = self._pages.pop(found.id, None)
        if kept is None or kept.slide is not found or kept.deck is not deck or kept.page.languages != languages:
            kept = _Kept(found, deck, page(deck, found, languages))
        self._pages[found.id] = kept
        while len(self._pages) > KEPT:
            del self._pages[next(iter(self._pages))]
        return kept.page
