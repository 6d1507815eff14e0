"""What fingers on a kiosk's screen mean: tap, swipe, drag and the staff's hold, told apart from all that means nothing.

Each pointer has a track of its own, so that two people touch at once without being taken for one hand. The first finger
down alone swipes, drags and asks; buttons answer every finger. A long press, a pinch, three fingers and what begins at
an edge of the screen mean nothing.
"""

import math
from collections.abc import Iterable
from typing import Literal

from msgspec import Struct, structs

from jn_presenter.model.geometry import Rect

Kind = Literal["down", "move", "up", "cancel"]
Ground = Literal["plain", "button", "time", "dead"]
"""What a finger comes down on: nothing that acts but for what a tap there asks; a button; a chart with a time to drag
through; something that only wakes up by it, so that what appears under the finger is not pressed by the same touch."""

SLACK_PX = 40.0
"""How far a finger may stray and still tap or hold."""
LONG_MS = 1500.0
"""A press of this length is no tap any more, and a finger that has only rested so long leaves the rest to others."""
HOLD_MS = 3000.0
"""How long staff hold the corner."""
SWIPE_PX = 120.0
SWIPE_SPEED = 0.25
"""px a ms, over all of the way."""
CONE = 0.5
"""Across its direction a swipe may go this share of its way along it: 27 degrees to either side."""
RETURN = 0.7
"""The share of the farthest it was away at which a swipe has to end; whoever turns back has thought better of it."""
EDGE_PX = 24.0
"""What begins nearer to an edge of the screen is meant for the system, where it may come cut short."""
HAND_PX = 360.0
"""Fingers nearer to each other may be of one hand."""
MOST = 32
"""Pointers followed at once; more fingers than that are on no screen."""
LOST_MS = 60_000.0
"""A pointer that nothing was heard of for so long has been lifted without a word."""
FAR_PX = 1e6
"""Where coordinates end."""


class Touch(Struct, frozen=True, kw_only=True):
    """An event of one pointer, in logical px of the canvas and ms of any clock.

    on: what its `down` came upon. key: which button or chart that is. Both count for `down` alone.
    """

    id: int
    kind: Kind
    x: float
    y: float
    ms: float
    on: Ground = "plain"
    key: str = ""


class Tap(Struct, frozen=True):
    """A short touch at (x, y), where it began; `key` is that of the button, if it was one."""

    x: float
    y: float
    on: Ground
    key: str


class Swipe(Struct, frozen=True):
    """A stroke to the left (way 1: on, as a page is turned) or to the right (-1: back)."""

    way: Literal[1, -1]


class Drag(Struct, frozen=True):
    """A finger that is drawing the chart `key` through its time: by now `dx` px to the right of where it began.

    begins: whether this is the first of its drag.
    """

    key: str
    dx: float
    begins: bool


class Hold(Struct, frozen=True):
    """The corner was held as long as staff do."""


Gesture = Tap | Swipe | Drag | Hold


class Field(Struct, frozen=True):
    """The canvas, in logical px, and its corner for the staff."""

    width: float
    height: float
    corner: Rect


class Track(Struct, frozen=True, kw_only=True):
    """A pointer that is down."""

    id: int
    x: float
    """Where it came down."""
    y: float
    ms: float
    heard_ms: float
    """When anything was heard of it last."""
    on: Ground
    key: str
    first: bool
    """Whether it is the one that swipes, drags and asks."""
    void: bool
    """Whether it means nothing any more, but may still hold the corner."""
    edge: bool
    corner: bool
    """Whether it came down in the staff's corner and has stayed there."""
    reach: float = 0.0
    """The farthest it was from where it came down, px along the x axis."""
    strayed: bool = False
    """Whether it has gone farther than a tap may."""
    rested: bool = False
    """Whether it has stayed for so long that it hinders nobody: a palm, dirt on the glass."""
    dragging: bool = False


class Hands(Struct, frozen=True):
    """All pointers that are down, in the order in which they came."""

    tracks: tuple[Track, ...] = ()

    def track(self, pointer: int) -> Track | None:
        return next((track for track in self.tracks if track.id == pointer), None)


REST = Hands()


def feel(hands: Hands, touch: Touch, field: Field) -> tuple[Hands, tuple[Gesture, ...]]:
    """The hands after an event, and what it made them mean.

    An event without a place or a time that is a number takes its pointer away; one of a pointer that is not down means
    nothing, unless it comes down. Where the clock goes back, no time has passed.
    """
    if not all(map(math.isfinite, (touch.x, touch.y, touch.ms))) or touch.kind == "cancel":
        return _without(hands, touch.id), ()
    touch = structs.replace(touch, x=_near(touch.x), y=_near(touch.y))
    hands, held = look(hands, touch.ms)
    if touch.kind == "down":
        return _down(hands, touch, field), held
    track = hands.track(touch.id)
    if track is None:
        return hands, held
    moved = _moved(track, touch)
    hands = _with(hands, moved)
    if moved.strayed and not track.strayed:
        hands = _pinched(hands, moved)
    now = hands.track(touch.id)
    assert now is not None
    if touch.kind == "move":
        return _drag(hands, now, touch, held)
    return _without(hands, touch.id), (*held, *_lifted(now, touch, dragged=track.dragging))


def look(hands: Hands, now_ms: float) -> tuple[Hands, tuple[Gesture, ...]]:
    """What time alone makes of the hands: the corner is held, a resting finger counts no more, a lost one is gone."""
    if not hands.tracks:
        return hands, ()
    gestures: tuple[Gesture, ...] = ()
    tracks = []
    for track in hands.tracks:
        if now_ms - track.heard_ms > LOST_MS:
            continue
        if track.corner and now_ms - track.ms >= HOLD_MS:
            track, gestures = structs.replace(track, corner=False, void=True), (Hold(),)
        elif not (track.strayed or track.rested) and now_ms - track.ms >= LONG_MS:
            track = structs.replace(track, rested=True)
        tracks.append(track)
    return Hands(tuple(tracks)), gestures


def due_ms(hands: Hands) -> float | None:
    """When `look` is to be asked next, by the clock of the events; None while no corner is held."""
    return min((track.ms + HOLD_MS for track in hands.tracks if track.corner), default=None)


def only(hands: Hands, ids: Iterable[int]) -> Hands:
    """Without the pointers that the system no longer knows of: their lifting was lost."""
    there = frozenset(ids)
    return Hands(tuple(track for track in hands.tracks if track.id in there))


def _down(hands: Hands, touch: Touch, field: Field) -> Hands:
    hands = _without(hands, touch.id)
    inside = 0.0 <= touch.x <= field.width and 0.0 <= touch.y <= field.height
    if not inside or len(hands.tracks) >= MOST:
        return hands
    margin = min(touch.x, field.width - touch.x, touch.y, field.height - touch.y)
    corner = field.corner
    here = [track for track in hands.tracks if not track.rested]
    dead = touch.on == "dead" or any(track.on == "dead" for track in here)
    new = Track(
        id=touch.id,
        x=touch.x,
        y=touch.y,
        ms=touch.ms,
        heard_ms=touch.ms,
        on="dead" if dead else touch.on,
        key=touch.key,
        first=not dead and not any(track.first and (track.on != "button" or track.strayed) for track in here),
        void=dead or _is_second_press(here, touch),
        edge=margin < EDGE_PX,
        corner=corner.x <= touch.x < corner.right and corner.y <= touch.y < corner.bottom,
    )
    near = [] if new.void or new.on == "button" else [track for track in here if _is_of_one_hand(track, new)]
    for track in near:
        hands = _with(hands, structs.replace(track, void=True))
    return Hands((*hands.tracks, structs.replace(new, void=True) if near else new))


def _is_second_press(here: Iterable[Track], touch: Touch) -> bool:
    """Two fingers on one button press it once."""
    return touch.on == "button" and any(track.on == "button" and track.key == touch.key for track in here)


def _is_of_one_hand(one: Track, other: Track) -> bool:
    return one.on != "button" and math.hypot(one.x - other.x, one.y - other.y) < HAND_PX


def _moved(track: Track, touch: Touch) -> Track:
    away = math.hypot(touch.x - track.x, touch.y - track.y) > SLACK_PX
    return structs.replace(
        track,
        heard_ms=max(track.heard_ms, touch.ms),
        reach=max(track.reach, abs(touch.x - track.x)),
        strayed=track.strayed or away,
        corner=track.corner and not away,
    )


def _pinched(hands: Hands, moved: Track) -> Hands:
    """Two fingers that both move are a pinch, or two people at odds: neither of them turns a slide."""
    others = [track for track in hands.tracks if track.id != moved.id and track.strayed and not track.void]
    for track in (moved, *others) if others else ():
        hands = _with(hands, structs.replace(track, void=True))
    return hands


def _drag(hands: Hands, track: Track, touch: Touch, held: tuple[Gesture, ...]) -> tuple[Hands, tuple[Gesture, ...]]:
    drags = track.on == "time" and track.first and track.strayed and not (track.void or track.edge)
    if not drags:
        return hands, held
    dx = touch.x - track.x
    if not track.dragging and abs(dx) < abs(touch.y - track.y):
        return hands, held
    begun = _with(hands, structs.replace(track, dragging=True))
    return begun, (*held, Drag(track.key, dx, begins=not track.dragging))


def _lifted(track: Track, touch: Touch, *, dragged: bool) -> tuple[Gesture, ...]:
    if track.void:
        return ()
    passed = max(0.0, touch.ms - track.ms)
    if not track.strayed:
        taps = passed < LONG_MS and (track.first or track.on == "button")
        return (Tap(track.x, track.y, track.on, track.key),) if taps else ()
    if not track.first or track.edge:
        return ()
    dx, dy = touch.x - track.x, touch.y - track.y
    if track.on == "time":
        return (Drag(track.key, dx, begins=False),) if dragged else ()
    far = abs(dx) >= max(SWIPE_PX, RETURN * track.reach) and abs(dy) <= CONE * abs(dx)
    return (Swipe(1 if dx < 0.0 else -1),) if far and abs(dx) >= SWIPE_SPEED * passed else ()


def _near(number: float) -> float:
    return min(FAR_PX, max(-FAR_PX, number))


def _with(hands: Hands, track: Track) -> Hands:
    return Hands(tuple(track if one.id == track.id else one for one in hands.tracks))


def _without(hands: Hands, pointer: int) -> Hands:
    kept = tuple(track for track in hands.tracks if track.id != pointer)
    return hands if len(kept) == len(hands.tracks) else Hands(kept)
