"""From the show's state to the stage: which picture at which moment, prepared ahead for the next key."""

from collections.abc import Callable

from msgspec import Struct
from PySide6.QtCore import QObject, QSize, QTimer, Signal
from PySide6.QtGui import QColor, QPixmap

from jn_presenter.answer import with_answer
from jn_presenter.compose import FittedSlide, logo
from jn_presenter.draw.feeding import slide_feeds
from jn_presenter.model.feed import Feed, Snapshots
from jn_presenter.model.geometry import Canvas, canvas_for
from jn_presenter.qt.clock import FrameClock
from jn_presenter.qt.scene.changes import Changes, streaming
from jn_presenter.qt.scene.fits import Fits
from jn_presenter.qt.scene.outstanding import foci_of, loose_paths, scrubbable, scrubs_of
from jn_presenter.qt.scene.pictures import PLAIN, Grounds, Look, Picture, prepare
from jn_presenter.qt.scene.render import render_pixmap
from jn_presenter.qt.scene.stage import Crossing, Stage
from jn_presenter.qt.store import Store
from jn_presenter.show.clicks import neighbours
from jn_presenter.show.state import Asked, Moment, Motion, Place, ShowState, duration_ms, moment, moving

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
    """Draws the store's state on one stage.

    Holds the picture shown and, made in idle time, those under `next` and `previous`: nothing else, since a picture at
    3840 x 2160 is 33 MB.
    """

    settled = Signal()
    """The screen shows the state at rest: nothing moves and everything is painted."""

    def __init__(self, store: Store, clock: FrameClock, fits: Fits, stage: Stage) -> None:
        super().__init__(stage)
        self._store, self._clock, self._fits, self._stage = store, clock, fits, stage
        self._grounds = Grounds()
        self._current: Picture | None = None
        self._ahead: tuple[Picture, ...] = ()
        self._crossing: _Crossing | None = None
        self._changes = Changes()
        self._logo: tuple[object, QPixmap] | None = None
        self._answer: tuple[FittedSlide, Asked, FittedSlide] | None = None
        self._idle = QTimer(self, singleShot=True)
        self._idle.timeout.connect(self._on_idle)
        self._streaming = QTimer(self, singleShot=True, interval=STREAM_MS)
        self._streaming.timeout.connect(self._rest)
        self._resting = False
        stage.painted.connect(self._after_paint)
        store.offers["foci"] = lambda: self._told(foci_of)
        store.offers["scrubs"] = lambda: self._told(scrubbable)
        store.changed.connect(self._on_changed)
        store.data_changed.connect(self._on_data)
        clock.tick.connect(self._on_tick)

    @property
    def canvas(self) -> Canvas:
        size = self._size()
        return canvas_for(size.width(), size.height())

    def refresh(self) -> None:
        """Draw the present state, whatever was drawn before: for a new size of the stage too."""
        self._draw(self._store.state)

    def _told(self, ask: Callable[[FittedSlide, int], tuple[str, ...]]) -> tuple[str, ...]:
        """What the slide shown has, once its step is done."""
        state = self._store.state
        if state.shown.slide not in self._store.deck.slides:
            return ()
        return ask(self._fitted(state, state.shown.slide, self._store.seen), state.shown.step)

    def _size(self) -> QSize:
        ratio = self._stage.devicePixelRatioF()
        return QSize(max(1, round(self._stage.width() * ratio)), max(1, round(self._stage.height() * ratio)))

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
            self._changes.settle()
        if state.blank != "none":
            self._show_blank(state)
        else:
            self._show_moment(state, moment(state, now))
        if (moving(state, now) or self._changes) and state.blank == "none":
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
        deck, size = self._store.deck, self._size()
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
            return
        self._crossing = None
        picture, t = self._picture(state, now.place.slide, now.step, now.t)
        self._stage.show_picture(picture.with_look(self._look(state)), t)

    def _cross(self, state: ShowState, now: Moment, motion: Motion) -> None:
        """A transition runs between two pixmaps that are made once: the old slide at rest, the new one as it begins."""
        self._changes.settle()
        if self._crossing is None or self._crossing.motion is not motion or self._crossing.new.size() != self._size():
            old, data = self._at_rest(state, motion.start), self._store.seen
            picture, t = self._picture(state, now.place.slide, now.step, now.t)
            self._crossing = _Crossing(motion, old or picture.flat(t), picture.flat(t), data)
        crossing = self._crossing
        picture, t = self._picture(state, now.place.slide, now.step, now.t, crossing.data)
        progress = now.transition or 0.0
        self._stage.show_crossing(Crossing(crossing.old, crossing.new, picture, t, now.effect, now.direction, progress))

    def _at_rest(self, state: ShowState, place: Place) -> QPixmap | None:
        """The slide as it stands after its motion; what the stage shows where the slide is no more."""
        if place.slide not in self._store.deck.slides:
            return self._stage.image()
        picture, t = self._picture(state, place.slide, place.step, 1.0)
        return picture.flat(t)

    def _picture(
        self, state: ShowState, slide: str, step: int, t: float, data: Snapshots | None = None
    ) -> tuple[Picture, float]:
        """The picture that can show this step at t, and the t to show it at.

        A step at rest is also the beginning of the next one: after a step was taken back, its picture at t = 0 stays.
        """
        plain, size = self._fitted(state, slide, self._store.seen if data is None else data), self._size()
        fitted = self._answered(state, plain, step)
        loose = self._follow(state, fitted, step, t)
        for known in (self._current, *self._ahead):
            if known is None:
                continue
            picture = known.showing(fitted, size, animated=state.animate, loose=loose)
            if picture is None:
                continue
            if picture.step == step:
                break
            if t == 1.0 and picture.animated and picture.step == step + 1 and known is self._current:
                t = 0.0
                break
        else:
            picture = prepare(fitted, step, size, self._grounds, moving=state.animate, loose=loose)
        self._current = picture
        return picture, t

    def _follow(self, state: ShowState, fitted: FittedSlide, step: int, t: float) -> frozenset[str]:
        """See what data of the present slide is new in this fit; which of its elements stand by themselves."""
        before = self._current.fitted if self._current is not None else None
        now = self._store.now()
        duration = duration_ms(self._store.deck, state.style) if state.animate else 0.0
        if before is None or (before.slide, before.canvas) != (fitted.slide, fitted.canvas):
            self._changes.settle()
        elif before is not fitted:
            arrived = self._arrived(state)
            self._changes.take(before, fitted, (step, t), arrived, now, duration)
        self._changes.expire(now, duration)
        return self._loose(state, fitted, step) | frozenset(self._changes)

    def _loose(self, state: ShowState, fitted: FittedSlide, step: int) -> frozenset[str]:
        focus = state.focus if fitted.slide == state.shown.slide else ""
        return loose_paths(fitted, step, focus, scrubs_of(state, fitted))

    def _arrived(self, state: ShowState) -> dict[Feed, float]:
        """When data came on the screen: what waited for a transition did at its end."""
        motion = state.motion
        earliest = motion.start_ms + motion.transition_ms if motion and motion.transition_ms else 0.0
        return {feed: max(time, earliest) for feed, time in self._store.arrived.items()}

    def _look(self, state: ShowState) -> Look:
        scrub = scrubs_of(state, self._current.fitted) if self._current else {}
        if not (self._changes or scrub or state.focus):
            return PLAIN
        duration = duration_ms(self._store.deck, state.style)
        return Look(self._changes.at(self._store.now(), duration), scrub, state.focus)

    def _fitted(self, state: ShowState, slide: str, data: Snapshots) -> FittedSlide:
        deck = self._store.deck
        return self._fits.get(deck, deck.slides[slide], self.canvas, state.languages, state.style, data)

    def _answered(self, state: ShowState, fitted: FittedSlide, step: int) -> FittedSlide:
        """The slide shown with the answer that the presenter has sent; without one, as it is."""
        asked = state.asked
        if asked is None or asked.place != state.shown or (fitted.slide, step) != (asked.place.slide, asked.place.step):
            return fitted
        known = self._answer
        if known is None or known[0] is not fitted or known[1] != asked:
            answered = with_answer(fitted, step, asked, self._store.deck, self._fits.measure)
            known = self._answer = (fitted, asked, answered)
        return known[2]

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
        self._prepare_ahead()

    def _prepare_ahead(self) -> None:
        """Prepare one neighbour a turn of the event loop, so that a key never waits for more than one."""
        state, size = self._store.state, self._size()
        self._store.need(*self._store.neighbours())
        kept: list[Picture] = []
        missing: list[tuple[FittedSlide, int, frozenset[str]]] = []
        for slide, step in self._wanted(state):
            fitted = self._fitted(state, slide, self._store.snapshots)
            loose = self._loose(state, fitted, step)
            known = (picture for picture in (self._current, *self._ahead) if picture is not None)
            ready = (p.showing(fitted, size, animated=state.animate, loose=loose) for p in known if p.step == step)
            found = next(filter(None, ready), None)
            if found is None:
                missing.append((fitted, step, loose))
            elif found is not self._current:
                kept.append(found)
        if missing:
            fitted, step, loose = missing[0]
            kept.append(prepare(fitted, step, size, self._grounds, moving=state.animate, loose=loose))
        self._ahead = tuple(kept)
        if len(missing) > 1:
            self._idle.start(0)

    def _wanted(self, state: ShowState) -> tuple[tuple[str, int], ...]:
        """(slide, step) of the pictures that `next` and `previous` begin with."""
        deck = self._store.deck
        after, before = neighbours(state, deck)
        found = [(after.place.slide, after.step)] if after else []
        if before:
            reverse = state.animate and before.place.slide == state.at.slide
            found.append((before.place.slide, state.at.step if reverse else before.step))
        return tuple((slide, step) for slide, step in found if slide in deck.slides)
