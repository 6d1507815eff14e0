"""From the show's state to the stage: which picture at which moment, prepared ahead for the next key."""

from PySide6.QtCore import QObject, QSize, QTimer, Signal
from PySide6.QtGui import QColor, QPixmap

from jn_presenter.compose import FittedSlide, logo
from jn_presenter.model.geometry import Canvas, canvas_for
from jn_presenter.qt.clock import FrameClock
from jn_presenter.qt.scene.fits import Fits
from jn_presenter.qt.scene.pictures import Grounds, Picture, prepare
from jn_presenter.qt.scene.render import render_pixmap
from jn_presenter.qt.scene.stage import Crossing, Stage
from jn_presenter.qt.store import Store
from jn_presenter.show.clicks import neighbours
from jn_presenter.show.state import Moment, Motion, Place, ShowState, moment, moving

BLANKS = {"black": QColor(0, 0, 0), "white": QColor(255, 255, 255)}

UNPAINTED_MS = 50
"""How long a change that repaints nothing waits for the paint that would follow it."""


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
        self._crossing: tuple[Motion, QPixmap, QPixmap] | None = None
        self._logo: tuple[object, QPixmap] | None = None
        self._idle = QTimer(self, singleShot=True)
        self._idle.timeout.connect(self._on_idle)
        self._resting = False
        stage.painted.connect(self._after_paint)
        store.changed.connect(self._on_changed)
        clock.tick.connect(self._on_tick)

    @property
    def canvas(self) -> Canvas:
        size = self._size()
        return canvas_for(size.width(), size.height())

    def refresh(self) -> None:
        """Draw the present state, whatever was drawn before: for a new size of the stage too."""
        self._draw(self._store.state)

    def _size(self) -> QSize:
        ratio = self._stage.devicePixelRatioF()
        return QSize(max(1, round(self._stage.width() * ratio)), max(1, round(self._stage.height() * ratio)))

    def _on_changed(self, _old: ShowState, new: ShowState) -> None:
        self._draw(new)

    def _on_tick(self, _now: float) -> None:
        self._draw(self._store.state)

    def _draw(self, state: ShowState) -> None:
        now = self._store.now()
        if state.blank != "none":
            self._show_blank(state)
        else:
            self._show_moment(state, moment(state, now))
        if moving(state, now) and state.blank == "none":
            self._resting = False
            self._clock.start()
            return
        self._clock.stop()
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
        self._stage.show_picture(*self._picture(state, now.place.slide, now.step, now.t))

    def _cross(self, state: ShowState, now: Moment, motion: Motion) -> None:
        """A transition runs between two pixmaps that are made once: the old slide at rest, the new one as it begins."""
        if self._crossing is None or self._crossing[0] is not motion or self._crossing[2].size() != self._size():
            old = self._at_rest(state, motion.start)
            picture, t = self._picture(state, now.place.slide, now.step, now.t)
            self._crossing = (motion, old or picture.flat(t), picture.flat(t))
        picture, t = self._picture(state, now.place.slide, now.step, now.t)
        _, old, new = self._crossing
        self._stage.show_crossing(Crossing(old, new, picture, t, now.effect, now.direction, now.transition or 0.0))

    def _at_rest(self, state: ShowState, place: Place) -> QPixmap | None:
        """The slide as it stands after its motion; what the stage shows where the slide is no more."""
        if place.slide not in self._store.deck.slides:
            return self._stage.image()
        picture, t = self._picture(state, place.slide, place.step, 1.0)
        return picture.flat(t)

    def _picture(self, state: ShowState, slide: str, step: int, t: float) -> tuple[Picture, float]:
        """The picture that can show this step at t, and the t to show it at.

        A step at rest is also the beginning of the next one: after a step was taken back, its picture at t = 0 stays.
        """
        fitted, size = self._fitted(state, slide), self._size()
        for picture in (self._current, *self._ahead):
            if picture is None or not picture.shows(fitted, size, animated=state.animate):
                continue
            if picture.step == step:
                break
            if t == 1.0 and picture.moving and picture.step == step + 1 and picture is self._current:
                return picture, 0.0
        else:
            picture = prepare(fitted, step, size, self._grounds, moving=state.animate)
        self._current = picture
        return picture, t

    def _fitted(self, state: ShowState, slide: str) -> FittedSlide:
        deck = self._store.deck
        return self._fits.get(deck, deck.slides[slide], self.canvas, state.languages, state.style)

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
        missing: list[tuple[FittedSlide, int]] = []
        for slide, step in self._wanted(state):
            fitted = self._fitted(state, slide)
            known = (picture for picture in (self._current, *self._ahead) if picture is not None)
            found = next((p for p in known if p.step == step and p.shows(fitted, size, animated=state.animate)), None)
            if found is None:
                missing.append((fitted, step))
            elif found is not self._current:
                kept.append(found)
        if missing:
            fitted, step = missing[0]
            kept.append(prepare(fitted, step, size, self._grounds, moving=state.animate))
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
