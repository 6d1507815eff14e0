"""The console's panes in a window that is wider than high: two columns, the present slide on the left."""

from jn_presenter.model.geometry import Rect
from jn_presenter.qt.windows.console.areas import (
    GAP,
    LEAST_COLUMN,
    LEAST_NOTES,
    LEAST_PICTURE,
    LEAST_WORDS,
    NARROWEST,
    NONE,
    Border,
    Frame,
    Placed,
    beneath,
    pane,
    rest,
    within,
)

NARROWEST_SHARE, WIDEST_SHARE = 0.36, 0.58
"""Of the width, for the present slide's column where it has not been moved."""
ALONE_SHARE = 0.75
"""In place of WIDEST_SHARE where nothing but words stands beside it."""
NEXT_SHARE = 0.34
"""Of the height, at most, for the next step's picture; the notes are worth more."""
LEAST_ABOVE = 14
"""The height of the picture down to which it shares its column with words, in steps of the grid."""
ABOUT = 13
"""What words beneath the picture have where the gap has not been moved, in steps of the grid."""


def lying(frame: Frame) -> Placed:
    """Current and its words on the left; next, and under it the notes, on the right."""
    room, u = frame.room, frame.unit
    gap = GAP * u
    pair = {"next", "notes"} - frame.hidden
    about = "about" not in frame.hidden
    two = bool(pair or about) and room.w >= 2 * LEAST_COLUMN * u + gap
    below = about and (bool(pair) or not two)
    left = _left(frame, two=two, below=below, alone=not pair)
    current, words = _current(frame, left, below=below)
    borders = []
    if words.h:
        borders.append(beneath(frame, "current", current))
    if not two and not words.h:
        alone = pane(room.x, room.y, room.w, current.h - frame.caption, frame.ratio, frame.caption)
        return Placed(current=Rect(room.x + (room.w - alone.w) // 2, alone.y, alone.w, alone.h))
    if not two:
        return Placed(current=current, about=words, borders=tuple(borders))
    column = rest(room.x + left + gap, room.y, room.right, room.bottom)
    area = Rect(room.x + left, room.y, gap, room.h)
    borders.append(Border(gap="column", area=area, across=True, start=room.x, length=room.w, at=room.x + left))
    if not pair:
        aside = rest(column.x, column.y + frame.caption, column.right, column.bottom)
        return Placed(current=current, about=aside, borders=tuple(borders))
    upcoming, beside, notes = _pair(frame, column)
    if upcoming.h and notes.h:
        borders.append(beneath(frame, "next", Rect(column.x, upcoming.y, column.w, upcoming.h)))
    return Placed(current=current, about=words, next=upcoming, beside=beside, notes=notes, borders=tuple(borders))


def _left(frame: Frame, *, two: bool, below: bool, alone: bool) -> float:
    """How wide the left column is."""
    room, u = frame.room, frame.unit
    if not two:
        return room.w
    high = room.h - frame.caption - ((GAP + ABOUT) * u if below else 0.0)
    usual = min(max(high * frame.ratio / room.w, NARROWEST_SHARE), ALONE_SHARE if alone else WIDEST_SHARE)
    share = usual if frame.shares.column is None else frame.shares.column
    return within(share * room.w, LEAST_COLUMN * u, room.w - (GAP + LEAST_COLUMN) * u)


def _current(frame: Frame, width: float, *, below: bool) -> tuple[Rect, Rect]:
    """The present slide, and the words beneath it."""
    room, u, caption = frame.room, frame.unit, frame.caption
    below = below and room.h >= caption + (LEAST_ABOVE + GAP + LEAST_WORDS) * u
    most = room.h - caption - ((GAP + LEAST_WORDS) * u if below else 0.0)
    wanted = room.h - caption - ((GAP + ABOUT) * u if below else 0.0)
    if below and frame.shares.current is not None:
        wanted = frame.shares.current * room.h - caption
    high = pane(room.x, room.y, width, within(wanted, LEAST_PICTURE * u, most), frame.ratio, caption).h
    current = Rect(room.x, room.y, width, high)
    words = rest(room.x, current.bottom + GAP * u, room.x + width, room.bottom) if below else NONE
    return current, words


def _pair(frame: Frame, column: Rect) -> tuple[Rect, Rect, Rect]:
    """The next step, the words beside it, and the notes."""
    u, caption, gap = frame.unit, frame.caption, GAP * frame.unit
    with_next, with_notes = "next" not in frame.hidden, "notes" not in frame.hidden
    most = column.h - caption - (gap + LEAST_NOTES * u if with_notes else 0.0)
    if not with_next or (with_notes and most < LEAST_PICTURE * u):
        return NONE, NONE, column
    wanted = NEXT_SHARE * column.h if with_notes else most
    if with_notes and frame.shares.next is not None:
        wanted = frame.shares.next * column.h - caption
    upcoming = pane(column.x, column.y, column.w, within(wanted, LEAST_PICTURE * u, most), frame.ratio, caption)
    aside = upcoming.right + 2 * u
    beside = NONE
    if column.right - aside >= NARROWEST * u:
        beside = rest(aside, column.y + caption, column.right, upcoming.bottom)
    elif not with_notes:
        beside = rest(column.x, upcoming.bottom + u, column.right, column.bottom)
    notes = rest(column.x, upcoming.bottom + gap, column.right, column.bottom) if with_notes else NONE
    return upcoming, beside, notes
