"""The pictures of a show on one stage: the one that is shown, and those under the next keys, with their data."""

from collections.abc import Mapping
from itertools import pairwise

from msgspec import Struct

from jn_presenter.compose import FittedSlide
from jn_presenter.model.feed import Feed, Snapshots
from jn_presenter.model.geometry import Canvas, canvas_for
from jn_presenter.qt.scene.changes import Changes
from jn_presenter.qt.scene.fits import Fits
from jn_presenter.qt.scene.outstanding import loose_paths, scrubs_of
from jn_presenter.qt.scene.pictures import PLAIN, Grounds, Look, Picture, prepare
from jn_presenter.qt.scene.stage import Stage
from jn_presenter.qt.store import Store
from jn_presenter.show.clicks import neighbours
from jn_presenter.show.state import Asked, ShowState, duration_ms

NO_FRAMES: Mapping[str, object] = {}
MOST_CAME = 8
"""Arrivals that are kept for a change of language; of data that never rests those before are far behind."""


class _Came(Struct, frozen=True):
    """New data, which came while the slide was seen at `seen`, a step and its t; `before` was shown until then."""

    before: Snapshots
    seen: tuple[int, float]
    arrived: dict[Feed, float]
    now_ms: float


class Reel:
    """Holds the picture shown and those under `next` and `previous`: nothing else, since a picture at 3840 x 2160 is
    33 MB.
    """

    def __init__(self, store: Store, fits: Fits, stage: Stage) -> None:
        self._store, self._fits, self._stage = store, fits, stage
        self._grounds = Grounds()
        self._answer: tuple[FittedSlide, Asked, dict[str, float], FittedSlide] | None = None
        self.current: Picture | None = None
        self.ahead: tuple[Picture, ...] = ()
        self.changes = Changes()
        self._data: Snapshots = {}
        self._came: tuple[_Came, ...] = ()
        self._worn: tuple[tuple[str, ...], str, bool] = ((), "", False)

    @property
    def canvas(self) -> Canvas:
        size = self._stage.device_size()
        return canvas_for(size.width(), size.height())

    def fitted(self, state: ShowState, slide: str, data: Snapshots) -> FittedSlide:
        """The slide laid out for the stage."""
        deck, enlarge = self._store.deck, state.kiosk is not None and state.kiosk.large
        return self._fits.get(
            deck, deck.slides[slide], self.canvas, state.languages, state.style, data, enlarge=enlarge
        )

    def picture(
        self, state: ShowState, slide: str, step: int, t: float, data: Snapshots | None = None
    ) -> tuple[Picture, float]:
        """The picture that can show this step at t, and the t to show it at; it is the current one from now on.

        data: what it shows, by default what the audience may see. A step at rest is also the beginning of the next one:
        after a step was taken back, its picture at t = 0 stays.
        """
        size = self._stage.device_size()
        shown = self._store.seen if data is None else data
        before = self._before(state, slide)
        fitted = self._answered(state, self.fitted(state, slide, shown), step)
        loose = self._follow(state, before, fitted, (step, t), shown)
        for known in (self.current, *self.ahead):
            if known is None:
                continue
            picture = known.showing(fitted, size, animated=state.animate, loose=loose)
            if picture is None:
                continue
            if picture.step == step:
                break
            if t == 1.0 and picture.animated and picture.step == step + 1 and known is self.current:
                t = 0.0
                break
        else:
            picture = prepare(fitted, step, size, self._grounds, moving=state.animate, loose=loose)
        self.current = picture
        return picture, t

    def look(self, state: ShowState, frames: Mapping[str, object] = NO_FRAMES) -> Look:
        """How the current picture looks now; frames: of the films that play on it, by the path of their element."""
        scrub = scrubs_of(state, self.current.fitted) if self.current else {}
        if not (self.changes or scrub or state.focus or frames):
            return PLAIN
        duration = duration_ms(self._store.deck, state.style)
        return Look(self.changes.at(self._store.now(), duration), scrub, state.focus, frames)

    def prepare_ahead(self, state: ShowState) -> bool:
        """Prepare one picture for the next key, so that a key never waits for more than one; whether there are more."""
        size = self._stage.device_size()
        kept: list[Picture] = []
        missing: list[tuple[FittedSlide, int, frozenset[str]]] = []
        for slide, step in self._wanted(state):
            fitted = self.fitted(state, slide, self._store.snapshots)
            loose = self._loose(state, fitted, step)
            known = (picture for picture in (self.current, *self.ahead) if picture is not None)
            ready = (p.showing(fitted, size, animated=state.animate, loose=loose) for p in known if p.step == step)
            found = next(filter(None, ready), None)
            if found is None:
                missing.append((fitted, step, loose))
            elif found is not self.current:
                kept.append(found)
        if missing:
            fitted, step, loose = missing[0]
            kept.append(prepare(fitted, step, size, self._grounds, moving=state.animate, loose=loose))
        self.ahead = tuple(kept)
        return len(missing) > 1

    def _before(self, state: ShowState, slide: str) -> FittedSlide | None:
        """What was shown of the slide until now, in the language and style of the state.

        In another one than before, what is on its way is where it would be had the slide always been so.
        """
        worn, self._worn = self._worn, (state.languages, state.style, state.kiosk is not None and state.kiosk.large)
        before = self.current.fitted if self.current is not None else None
        if before is None or before.slide != slide or before.canvas != self.canvas or worn == self._worn:
            return before
        under_way, duration = bool(self.changes), self._duration(state)
        self.changes.settle()
        if not under_way:
            return self.fitted(state, slide, self._data)
        fits = [self.fitted(state, slide, data) for data in (*(came.before for came in self._came), self._data)]
        for came, (old, new) in zip(self._came, pairwise(fits), strict=True):
            self.changes.take(old, new, came.seen, came.arrived, came.now_ms, duration)
        return fits[-1]

    def _follow(
        self,
        state: ShowState,
        before: FittedSlide | None,
        fitted: FittedSlide,
        seen: tuple[int, float],
        data: Snapshots,
    ) -> frozenset[str]:
        """See what data of the present slide is new in this fit; which of its elements stand by themselves."""
        now, duration = self._store.now(), self._duration(state)
        if not self.changes:
            self._came = ()
        if before is None or (before.slide, before.canvas) != (fitted.slide, fitted.canvas):
            self.changes.settle()
        elif before is not fitted:
            came = _Came(self._data, seen, self._arrived(state), now)
            self._came = (*self._came, came)[-MOST_CAME:]
            self.changes.take(before, fitted, seen, came.arrived, now, duration)
        self._data = data
        self.changes.expire(now, duration)
        return self._loose(state, fitted, seen[0]) | frozenset(self.changes)

    def _duration(self, state: ShowState) -> float:
        return duration_ms(self._store.deck, state.style) if state.animate else 0.0

    def _arrived(self, state: ShowState) -> dict[Feed, float]:
        """When data came on the screen: what waited for a transition did at its end."""
        motion = state.motion
        earliest = motion.start_ms + motion.transition_ms if motion and motion.transition_ms else 0.0
        return {feed: max(time, earliest) for feed, time in self._store.arrived.items()}

    def _loose(self, state: ShowState, fitted: FittedSlide, step: int) -> frozenset[str]:
        focus = state.focus if fitted.slide == state.shown.slide else ""
        return loose_paths(fitted, step, focus, scrubs_of(state, fitted))

    def _answered(self, state: ShowState, fitted: FittedSlide, step: int) -> FittedSlide:
        """The slide shown with the answer that the presenter has sent; without one, as it is."""
        asked = state.asked
        if asked is None or asked.place != state.shown or (fitted.slide, step) != (asked.place.slide, asked.place.step):
            return fitted
        known, scrub = self._answer, scrubs_of(state, fitted)
        if known is None or known[0] is not fitted or known[1:3] != (asked, scrub):
            from jn_presenter.answer import with_answer  # nobody asks before the first slide is up

            answered = with_answer(fitted, step, asked, self._store.deck, self._fits.measure, scrub=scrub)
            known = self._answer = (fitted, asked, scrub, answered)
        return known[3]

    def _wanted(self, state: ShowState) -> tuple[tuple[str, int], ...]:
        """(slide, step) of the pictures that `next` and `previous` begin with."""
        deck = self._store.deck
        after, before = neighbours(state, deck)
        found = [(after.place.slide, after.step)] if after else []
        if before:
            reverse = state.animate and before.place.slide == state.at.slide
            found.append((before.place.slide, state.at.step if reverse else before.step))
        return tuple((slide, step) for slide, step in found if slide in deck.slides)
