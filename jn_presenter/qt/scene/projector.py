"""From the show's state to the stage: which picture at which moment, prepared ahead for the next key."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtGui import QColor, QPixmap

from jn_presenter.compose import FittedSlide, logo
from jn_presenter.draw.feeding import slide_feeds
from jn_presenter.model.deck import Deck
from jn_presenter.model.feed import Feed, Snapshots
from jn_presenter.model.geometry import Canvas
from jn_presenter.qt.clock import FrameClock
from jn_presenter.qt.scene.changes import streaming
from jn_presenter.qt.scene.fits import Fits
from jn_presenter.qt.scene.frames import films_of
from jn_presenter.qt.scene.outstanding import foci_of, scrubbable
from jn_presenter.qt.scene.pictures import Look
from jn_presenter.qt.scene.reel import NO_FRAMES, Reel
from jn_presenter.qt.scene.render import render_pixmap
from jn_presenter.qt.scene.stage import Crossing, Stage
from jn_presenter.qt.store import Store
from jn_presenter.show.moment import Moment, covered, moment, moving
from jn_presenter.show.state import Motion, Place, ShowState

if TYPE_CHECKING:
    from jn_presenter.qt.scene.films import Films

BLANKS = {"black": QColor(0, 0, 0), "white": QColor(255, 255, 255)}

UNPAINTED_MS = 50
"""How long a change that repaints nothing waits for the paint that would follow it."""
STREAM_MS = 1000
"""How often a slide counts as at rest on which data streams."""


class _Crossing(Struct, frozen=True):
    """A transition under way. It shows the data that there was when it began."""

    motion: Motion
    old: QPixmap
    new: QPixmap
    data: Snapshots


class Projector(QObject):
    """Draws the store's state on one stage, and in idle time has the pictures made under the next keys."""

    settled = Signal()
    """The screen shows the state at rest: nothing moves and everything is painted."""

    playing = Signal(bool)
    """Whether a film plays from now on that comes to an end by itself."""

    def __init__(self, store: Store, clock: FrameClock, fits: Fits, stage: Stage) -> None:
        super().__init__(stage)
        self._store, self._clock, self._fits, self._stage = store, clock, fits, stage
        self.reel = Reel(store, fits, stage)
        self._crossing: _Crossing | None = None
        self._logo: tuple[object, QPixmap] | None = None
        self._idle = QTimer(self, singleShot=True)
        self._idle.timeout.connect(self._on_idle)
        self._streaming = QTimer(self, singleShot=True, interval=STREAM_MS)
        self._streaming.timeout.connect(self._rest)
        self._resting = False
        self._drawn: Deck | None = None
        """Of which a slide was drawn last, but for transitions."""
        self._films: Films | None = None
        stage.painted.connect(self._after_paint)
        store.offers["foci"] = lambda: self._told(foci_of)
        store.offers["scrubs"] = lambda: self._told(scrubbable)
        store.changed.connect(self._on_changed)
        store.data_changed.connect(self._on_data)
        clock.tick.connect(self._on_tick)

    @property
    def canvas(self) -> Canvas:
        return self.reel.canvas

    def refresh(self) -> None:
        """Draw the present state, whatever was drawn before: for a new size of the stage too."""
        self._draw(self._store.state)

    def _told(self, ask: Callable[[FittedSlide, int], tuple[str, ...]]) -> tuple[str, ...]:
        """What the slide shown has, once its step is done."""
        state = self._store.state
        if state.shown.slide not in self._store.deck.slides:
            return ()
        return ask(self.reel.fitted(state, state.shown.slide, self._store.seen), state.shown.step)

    def _on_changed(self, _old: ShowState, new: ShowState) -> None:
        self._draw(new)

    def _on_tick(self, _now: float) -> None:
        self._draw(self._store.state)

    def _on_data(self, feeds: frozenset[Feed]) -> None:
        """New data. What comes while something moves is seen with the next tick; what streams, at once."""
        state, deck = self._store.state, self._store.deck
        slide = deck.slides.get(state.shown.slide)
        streams = all(streaming(feed) for feed in feeds)
        if slide is None or state.blank != "none" or feeds.isdisjoint(slide_feeds(slide)):
            later = self._streaming if streams else self._idle
            if not later.isActive():
                later.start(STREAM_MS if streams else UNPAINTED_MS)
        elif not self._clock.running and not streams:
            self._draw(state)
        elif not self._clock.running:
            self._show_moment(state, moment(state, self._store.now()))
            if not self._streaming.isActive():
                self._streaming.start()

    def _draw(self, state: ShowState) -> None:
        now = self._store.now()
        if not self._store.arrived or state.blank != "none":
            self.reel.changes.settle()
        if state.blank != "none":
            self._show_blank(state)
            self._play(state)
        else:
            self._show_moment(state, moment(state, now))
        if (moving(state, now) or self.reel.changes) and state.blank == "none":
            self._resting = False
            self._clock.start()
            return
        self._clock.stop()
        self._rest()

    def _rest(self) -> None:
        self._resting = True
        self._idle.start(UNPAINTED_MS)

    def _show_blank(self, state: ShowState) -> None:
        self._stage.show_blank(BLANKS.get(state.blank) or self._logo_pixmap(state))

    def _logo_pixmap(self, state: ShowState) -> QPixmap:
        deck, size = self._store.deck, self._stage.device_size()
        key = (id(deck.briefing), state.languages, state.style, size.width(), size.height())
        if self._logo is None or self._logo[0] != key:
            marks = logo(deck, self.canvas, state.languages, deck.styles[state.style], self._fits.measure)
            self._logo = (key, render_pixmap(marks, self.canvas, size.width(), size.height()))
        return self._logo[1]

    def _show_moment(self, state: ShowState, now: Moment) -> None:
        if now.place.slide not in self._store.deck.slides:
            return  # the last good picture stays
        if now.transition is not None and now.effect != "none" and state.motion is not None:
            self._cross(state, now, state.motion)
            self._play(state, crossing=True)
            return
        self._crossing = None
        self._drawn = self._store.deck
        picture, t = self.reel.picture(state, now.place.slide, now.step, now.t)
        uncovering = now.transition is not None and not covered(state)
        self._stage.show_picture(picture.with_look(self.reel.look(state, self._play(state, crossing=uncovering))), t)

    def _play(self, state: ShowState, *, crossing: bool = False) -> Mapping[str, object]:
        """Let the films of the slide shown play from its first moment at rest on; what is seen of them now."""
        picture = self.reel.current
        there = picture is not None and picture.fitted.slide == state.shown.slide and not crossing
        hidden = covered(state) and not moving(state, self._store.now())
        wanted = films_of(picture.fitted, state.shown.step) if picture is not None and there and not hidden else {}
        if self._films is None:
            if not wanted:
                return NO_FRAMES
            self._films = self._open_films()
        running = state.blank == "none" and not covered(state) and not state.frozen and not state.seating.unplugged
        self._films.follow(state.shown.slide, wanted, running=running)
        self._store.take_unplayed(self._films.findings())
        return self._films.frames()

    def _open_films(self) -> "Films":
        from jn_presenter.qt.scene.films import Films  # shows without a film have no use for it

        films = Films(self)
        films.changed.connect(self._on_frame)
        films.playing.connect(self.playing)
        if (application := QCoreApplication.instance()) is not None:
            application.aboutToQuit.connect(films.close)
        return films

    def _on_frame(self) -> None:
        """A film has gone on. The presenter's picture follows now and then, as it does where data streams."""
        state = self._store.state
        if self._clock.running or state.blank != "none":
            return
        self._show_moment(state, moment(state, self._store.now()))
        if not self._streaming.isActive():
            self._streaming.start()

    def _cross(self, state: ShowState, now: Moment, motion: Motion) -> None:
        """A transition runs between two pixmaps that are made once: the old slide at rest, the new one as it begins."""
        self.reel.changes.settle()
        crossing, size = self._crossing, self._stage.device_size()
        if crossing is None or crossing.motion is not motion or crossing.new.size() != size:
            old, data = self._at_rest(state, motion.start), self._store.seen
            picture, t = self.reel.picture(state, now.place.slide, now.step, now.t)
            crossing = self._crossing = _Crossing(motion, old or picture.flat(t), picture.flat(t), data)
        picture, t = self.reel.picture(state, now.place.slide, now.step, now.t, crossing.data)
        progress = now.transition or 0.0
        self._stage.show_crossing(Crossing(crossing.old, crossing.new, picture, t, now.effect, now.direction, progress))

    def _at_rest(self, state: ShowState, place: Place) -> QPixmap | None:
        """The slide as it stands after its motion; what the stage shows where the slide is no more, or is another one
        by now: nobody is to see it change as it goes.
        """
        if place.slide not in self._store.deck.slides or self._is_another(place.slide):
            return self._stage.image()
        picture, t = self.reel.picture(state, place.slide, place.step, 1.0)
        films = self._films
        frames = films.frames() if films is not None and films.slide == place.slide else NO_FRAMES
        return picture.with_look(Look(frames=frames)).flat(t) if frames else picture.flat(t)

    def _is_another(self, slide: str) -> bool:
        """Whether the slide on the stage is not the one that the deck has under this name now."""
        old, new = self._drawn, self._store.deck
        return old is not None and (old.slides.get(slide), old.facts, old.styles) != (
            new.slides.get(slide),
            new.facts,
            new.styles,
        )

    def _after_paint(self) -> None:
        if self._resting:
            self._idle.start(0)

    def _on_idle(self) -> None:
        """Nothing moves and what was to be painted is on its way to the screen."""
        if self._clock.running:
            return
        if self._resting:
            self._resting = False
            self.settled.emit()
        state = self._store.state
        self._store.need(*self._store.neighbours())
        if self.reel.prepare_ahead(state):
            self._idle.start(0)
