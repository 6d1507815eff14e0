"""The console's panes in a window that is higher than wide: one under the other, words to the right of pictures."""

from jn_presenter.model.geometry import Rect
from jn_presenter.qt.windows.console.areas import (
    GAP,
    LEAST_COLUMN,
    LEAST_NOTES,
    LEAST_PICTURE,
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

CURRENT_SHARE = 0.42
"""Of the height, at most, for the present slide's picture where the gap has not been moved."""
NEXT_SHARE = 0.46
"""Of the width, for the next step's picture."""
TALL_SHARE = 0.6
"""Of the height of the current picture, for the next one, where both are tall."""
ROW = 36
"""The height of the second row where it has not been moved, in steps of the grid."""
UNDER = 6
"""What is left for words under the next step's picture, in steps of the grid."""


def upright(frame: Frame) -> Placed:
    """Current over the whole width; next, with the words about the current slide beside it; notes."""
    room, u = frame.room, frame.unit
    with_notes = "notes" not in frame.hidden
    foot = (GAP + LEAST_NOTES) * u if with_notes else 0.0
    least = frame.caption + LEAST_PICTURE * u
    second = bool({"next", "about"} - frame.hidden) and room.h >= 2 * least + GAP * u + foot
    most = room.h - frame.caption - foot - (GAP * u + least if second else 0.0)
    current = _current(frame, room.w, most if second or with_notes else room.h - frame.caption)
    current = Rect(room.x, room.y, room.w, current.h)
    top = current.bottom + GAP * u
    borders = [beneath(frame, "current", current)] if second or with_notes else []
    if not second:
        notes = rest(room.x, top, room.right, room.bottom) if with_notes else NONE
        return Placed(current=current, notes=notes, borders=tuple(borders))
    bottom = room.bottom
    if with_notes:
        share = frame.shares.next
        wanted = top + ROW * u if share is None else room.y + share * room.h
        bottom = within(wanted, top + least, room.bottom - foot)
    upcoming, beside, about, more = _second(frame, rest(room.x, top, room.right, bottom))
    if with_notes:
        borders.append(beneath(frame, "next", rest(room.x, top, room.right, bottom)))
    return Placed(
        current=current,
        about=about,
        next=upcoming,
        beside=beside,
        notes=rest(room.x, bottom + GAP * u, room.right, room.bottom) if with_notes else NONE,
        borders=(*borders, *more),
    )


def upright_tall(frame: Frame) -> Placed:
    """For pictures that are higher than wide: words to the right of the current one, notes to the right of the next."""
    room, u, caption = frame.room, frame.unit, frame.caption
    gap = GAP * u
    with_about, with_next, with_notes = (name not in frame.hidden for name in ("about", "next", "notes"))
    second = with_next or with_notes
    least = max(caption + LEAST_PICTURE * u if with_next else 0.0, LEAST_NOTES * u if with_notes else 0.0)
    second = second and room.h >= 2 * least + gap
    wide = room.w - (gap + LEAST_COLUMN * u if with_about else 0.0)
    current = _current(frame, wide, room.h - caption - (gap + least if second else 0.0))
    about = rest(current.right + gap, room.y, room.right, current.bottom) if with_about else NONE
    if not second:
        return Placed(current=current, about=about)
    top = current.bottom + gap
    upcoming = beside = NONE
    if with_next:
        high = min(
            (current.h - caption) * TALL_SHARE if with_notes else room.h, room.bottom - top - caption - UNDER * u
        )
        wide = NEXT_SHARE * room.w if with_notes else room.w
        upcoming = pane(room.x, top, wide, within(high, 0.0, room.bottom - top - caption), frame.ratio, caption)
        beside = rest(room.x, upcoming.bottom + u, upcoming.right, room.bottom)
    notes = rest(upcoming.right + gap if with_next else room.x, top, room.right, room.bottom) if with_notes else NONE
    whole = Rect(room.x, room.y, room.w, current.h)
    return Placed(
        current=current,
        about=about,
        next=upcoming,
        beside=beside,
        notes=notes,
        borders=(beneath(frame, "current", whole),),
    )


def _current(frame: Frame, width: float, most: float) -> Rect:
    """The present slide, `most` px high at most without its caption."""
    room, share = frame.room, frame.shares.current
    wanted = CURRENT_SHARE * room.h if share is None else share * room.h - frame.caption
    if not {"next", "notes"} - frame.hidden and share is None:
        wanted = most
    high = within(wanted, LEAST_PICTURE * frame.unit, most)
    return pane(room.x, room.y, width, high, frame.ratio, frame.caption)


def _second(frame: Frame, area: Rect) -> tuple[Rect, Rect, Rect, tuple[Border, ...]]:
    """In the second row: next, its words, the words about the current slide; and the gap between."""
    u, caption, gap = frame.unit, frame.caption, GAP * frame.unit
    if "next" in frame.hidden:
        return NONE, NONE, area, ()
    if "about" in frame.hidden or area.w < 2 * LEAST_COLUMN * u + gap:
        upcoming = pane(area.x, area.y, area.w, area.h - caption, frame.ratio, caption)
        aside = upcoming.right + 2 * u
        roomy = area.right - aside >= NARROWEST * u
        return upcoming, rest(aside, area.y + caption, area.right, area.bottom) if roomy else NONE, NONE, ()
    share = NEXT_SHARE if frame.shares.column is None else frame.shares.column
    wide = within(share * area.w, LEAST_COLUMN * u, area.w - gap - LEAST_COLUMN * u)
    high = max(area.h - caption - UNDER * u, min(area.h - caption, LEAST_PICTURE * u))
    upcoming = pane(area.x, area.y, wide, high, frame.ratio, caption)
    beside = rest(area.x, upcoming.bottom + u, area.x + wide, area.bottom)
    about = rest(area.x + wide + gap, area.y, area.right, area.bottom)
    at = area.x + wide
    border = Border(gap="column", area=Rect(at, area.y, gap, area.h), across=True, start=area.x, length=area.w, at=at)
    return upcoming, beside, about, (border,)
