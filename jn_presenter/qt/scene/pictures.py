"""Pictures of slides at a step, ready to be put on the screen: what stands still as one pixmap, what moves as marks.

A picture is prepared in idle time for the neighbours under `next` and `previous`. A key then costs a blit; the frames
of a motion cost a blit of what changed and the painting of the elements that move. What stands and what moves are
painted by the same painters in the same order, so the end of a motion is the picture without motion to the last bit.
Elements whose data may change while they are shown are never part of the pixmap, so that it outlives their data.
"""

from collections import OrderedDict
from collections.abc import Mapping, Set

from msgspec import Struct, structs
from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPixmap

from jn_presenter.compose import FittedSlide, Placed, element_frame, moves
from jn_presenter.draw.animate import Change
from jn_presenter.model.geometry import Canvas, Rect
from jn_presenter.model.marks import AnyMark, VideoMark
from jn_presenter.qt.scene.paint import paint
from jn_presenter.qt.scene.shots import BLEED, NOWHERE, Drawn, Shot, after, damage_of, first

GROUNDS = 2
NONE: frozenset[str] = frozenset()


class Look(Struct, frozen=True):
    """How a moment looks beyond its step and t: changes, scrubs and frames of films by element path, and the focus."""

    changes: Mapping[str, Change] = {}
    scrub: Mapping[str, float] = {}
    focus: str = ""
    frames: Mapping[str, object] = {}


PLAIN = Look()


class Picture:
    """A slide at one step. `base` shows everything but `moving`; without motion only what has live data is there."""

    def __init__(
        self,
        fitted: FittedSlide,
        step: int,
        base: QPixmap,
        moving: tuple[Placed, ...],
        scale: float,
        *,
        animated: bool,
        look: Look = PLAIN,
    ) -> None:
        self.fitted = fitted
        self.step = step
        self.base = base
        self.moving = moving
        self.scale = scale
        self.animated = animated
        self.look = look

    def showing(self, fitted: FittedSlide, size: QSize, *, animated: bool, loose: Set[str] = NONE) -> "Picture | None":
        """A picture of this fit in this size which can play its motion if that is wanted: this one, or one with its
        pixmap where the fits differ in what is not part of that. None where neither can be.

        loose: paths of elements that must not be part of the pixmap.
        """
        if self.base.size() != size or self.animated != animated:
            return None
        paths = {item.path for item in self.moving}
        if not loose <= paths:
            return None
        if self.fitted is fitted:
            return self
        if fitted.slide != self.fitted.slide or fitted.ground is not self.fitted.ground:
            return None
        if len(fitted.placed) != len(self.fitted.placed):
            return None
        pairs = zip(self.fitted.placed, fitted.placed, strict=True)
        if any(old is not new and (old.path != new.path or new.path not in paths) for old, new in pairs):
            return None
        moving = tuple(item for item in fitted.placed if item.path in paths)
        return Picture(fitted, self.step, self.base, moving, self.scale, animated=animated)

    def with_look(self, look: Look) -> "Picture":
        """The same picture, looking so."""
        if look is self.look:
            return self
        return Picture(self.fitted, self.step, self.base, self.moving, self.scale, animated=self.animated, look=look)

    def shot(self, t: float, before: Shot | None = None) -> Shot:
        """The moment t in 0..1 of the step, after the one that was painted before."""
        known = before if before is not None and before.base is self.base and before.scale == self.scale else None
        was = {one.item.path: one for one in known.drawn} if known else {}
        drawn = tuple(self._drawn(item, t, was.get(item.path)) for item in self.moving)
        if known is None or was.keys() - {item.path for item in self.moving}:
            return Shot(self.base, drawn, self.scale)
        moving = 0.0 < t < 1.0 or bool(self.look.changes)
        damage = damage_of(drawn, self.scale, moving=moving, cut=known.cut)
        cut = known.cut.united(damage.boundingRect()) if moving else NOWHERE
        return Shot(self.base, drawn, self.scale, damage, cut)

    def _drawn(self, item: Placed, t: float, old: Drawn | None) -> Drawn:
        look, path = self.look, item.path
        change, scrub, seen = look.changes.get(path), look.scrub.get(path), look.frames.get(path)
        moment = (self.step, t, change, scrub, look.focus, seen)
        if old is not None and old.item is item and old.moment == moment:
            return structs.replace(old, damage=())
        marks = element_frame(item, self.step, t, change=change, scrub=scrub, focus=look.focus).marks
        if seen is not None:
            marks = tuple(_with_frame(mark, seen) for mark in marks)
        return first(item, moment, marks, self.scale) if old is None else after(old, item, moment, marks, self.scale)

    def flat(self, t: float) -> QPixmap:
        """One pixmap of the moment; the base itself where nothing moves."""
        return self.shot(t).flat()


def movers(fitted: FittedSlide, step: int, loose: Set[str] = NONE, *, playing: bool = True) -> tuple[Placed, ...]:
    """The elements that may move during a step, and those that stand above one of them, in their order.

    These are the loose ones, and with `playing` those that the step itself moves.
    """
    moving: list[Placed] = []
    for item in fitted.placed:
        above = any(overlap(item.rect, below.rect) for below in moving)
        if above or item.path in loose or (playing and moves(item, step)):
            moving.append(item)
    return tuple(moving)


def _with_frame(mark: AnyMark, seen: object) -> AnyMark:
    return structs.replace(mark, frame=seen) if isinstance(mark, VideoMark) and mark.playing else mark


def live(fitted: FittedSlide) -> frozenset[str]:
    """The paths of elements whose data may change while they are shown, and of films."""
    return frozenset(
        item.path
        for item in fitted.placed
        if item.fitted.films or any(feed.files() or feed.period_s() for feed in item.feeds)
    )


def overlap(a: Rect, b: Rect) -> bool:
    """Whether two elements may touch the same pixels."""
    return (
        a.x - BLEED < b.right + BLEED
        and b.x - BLEED < a.right + BLEED
        and a.y - BLEED < b.bottom + BLEED
        and b.y - BLEED < a.bottom + BLEED
    )


class Grounds:
    """Grounds as pixmaps: gradient and motif cost more to paint than all of a slide's text."""

    def __init__(self) -> None:
        self._pixmaps: OrderedDict[tuple[tuple[AnyMark, ...], int, int], QPixmap] = OrderedDict()

    def get(self, ground: tuple[AnyMark, ...], canvas: Canvas, size: QSize) -> QPixmap:
        """The ground of a canvas on `size` device px, to the last pixel where the size is a whole number of px off."""
        key = (ground, size.width(), size.height())
        found = self._pixmaps.get(key)
        if found is None:
            found = QPixmap(size)
            painter = QPainter(found)
            painter.scale(size.width() / canvas.width, size.height() / canvas.height)
            paint(painter, ground)
            painter.end()
            self._pixmaps[key] = found
            while len(self._pixmaps) > GROUNDS:
                self._pixmaps.popitem(last=False)
        self._pixmaps.move_to_end(key)
        return found


def prepare(
    fitted: FittedSlide, step: int, size: QSize, grounds: Grounds, *, moving: bool, loose: Set[str] = NONE
) -> Picture:
    """The picture of a step on `size` device px; with `moving` it can play the motion, else it stands at t = 1.

    loose: paths of elements that are to be kept out of the pixmap.
    """
    scale = size.width() / fitted.canvas.width
    free = movers(fitted, step, loose, playing=moving) if moving or loose else ()
    kept = {item.path for item in free}
    base = QPixmap(grounds.get(fitted.ground, fitted.canvas, size))
    painter = QPainter(base)
    painter.scale(scale, scale)
    for item in fitted.placed:
        if item.path not in kept:
            paint(painter, element_frame(item, step, 1.0).marks)
    painter.end()
    return Picture(fitted, step, base, free, scale, animated=moving)


def whole(fitted: FittedSlide, step: int, size: QSize, grounds: Grounds) -> QPixmap:
    """One pixmap of the slide with that step done: thumbnails, the console's next step, PNG export."""
    return prepare(fitted, step, size, grounds, moving=False).base
