"""The whole of the console's window: figures at the head, plan and buttons at the foot, the panes between them."""

import math

from jn_presenter.model.geometry import Rect
from jn_presenter.qt.windows.console.areas import (
    FIGURES,
    FINGER,
    NONE,
    Areas,
    Frame,
    rest,
    row,
    scale_for,
    step_of,
)
from jn_presenter.qt.windows.console.lying import lying
from jn_presenter.qt.windows.console.upright import upright, upright_tall
from jn_presenter.show.panes import Panes

FIRST = Panes()
SMALL = 420.0
"""px of a window's shorter side below which its margins are narrow."""
UPRIGHT_ROW = 4
"""Figures in the first of the two rows of an upright window."""
BAR_SHARE = 0.65
"""Of the foot of a window that lies, at most, for the buttons; the plan stands beside them."""

# All of these are steps of the grid.
MARGIN, LEAST_MARGIN = 3, 1
HEAD = 9
FOOT = 6
BAR = 112
"""The buttons' greatest width beside the plan."""
YIELD = 0.1
"""Of their width, by which they are narrower or wider so that they end where the left column does."""
PLAN = 38
"""The plan's least width."""
PLANNED = 66
"""The height from which on an upright window has a plan."""

Edges = tuple[tuple[Rect, ...], Rect, Rect, Rect]
"""Figures, plan, buttons, and the room between them."""


def arrange(
    width: float,
    height: float,
    ratio: float,
    dpi: float = 96.0,
    panes: Panes = FIRST,
    bar: float = math.inf,
) -> Areas:
    """The areas of a window of width x height px; `ratio` is the audience's width by height.

    bar: the width that the buttons wish for, in px.
    """
    scale = scale_for(width, height, dpi)
    u = step_of(scale)
    margin = (MARGIN if min(width, height) >= SMALL else LEAST_MARGIN) * u
    content = Rect(margin, margin, max(1.0, width - 2 * margin), max(1.0, height - 2 * margin))
    stands = height > width
    edges = _upright_edges(content, u) if stands else _lying_edges(content, u)
    figures, plan, bar_area, room = edges
    frame = Frame(
        room=room, unit=u, caption=3 * u, ratio=ratio, shares=panes.shares(upright=stands), hidden=panes.hidden
    )
    put = (upright_tall if ratio < 1.0 else upright) if stands else lying
    placed = put(frame)
    if not stands:
        bar_area, plan = _foot(bar_area, u, bar, placed.current.w)
    return Areas(
        scale=scale,
        caption=frame.caption,
        figures=figures,
        current=placed.current,
        about=placed.about,
        next=placed.next,
        beside=placed.beside,
        notes=placed.notes,
        plan=plan,
        bar=bar_area,
        borders=placed.borders,
        upright=stands,
    )


def _lying_edges(content: Rect, u: float) -> Edges:
    """Figures in one row; the foot is still the buttons' alone."""
    figures = row(content.x, content.y, content.w, HEAD * u, FIGURES)
    high = max(FOOT * u, FINGER)
    foot = content.bottom - high
    room = rest(content.x, content.y + (HEAD + 2) * u, content.right, foot - 2 * u)
    return figures, NONE, Rect(content.x, foot, content.w, high), room


def _foot(whole: Rect, u: float, wished: float, column: float) -> tuple[Rect, Rect]:
    """The buttons, and the plan beside them where it has room: beneath the left column and the right one if it can be.

    wished, column: how wide the buttons want to be, and the left column is, in px.
    """
    wide = float(round(min(BAR_SHARE * whole.w, BAR * u, wished)))
    if abs(column - wide) <= YIELD * wide:
        wide = column
    if whole.w - wide - MARGIN * u < PLAN * u:
        return whole, NONE
    return Rect(whole.x, whole.y, wide, whole.h), rest(whole.x + wide + MARGIN * u, whole.y, whole.right, whole.bottom)


def _upright_edges(content: Rect, u: float) -> Edges:
    """Figures in two rows; the plan above the buttons."""
    first = row(content.x, content.y, content.w, HEAD * u, UPRIGHT_ROW)
    second = row(content.x, content.y + HEAD * u, content.w, HEAD * u, UPRIGHT_ROW)[: FIGURES - UPRIGHT_ROW]
    high = max(FOOT * u, FINGER)
    bar = Rect(content.x, content.bottom - high, content.w, high)
    plan = Rect(content.x, bar.y - u - high, content.w, high) if content.h >= PLANNED * u else NONE
    bottom = (plan.y if plan.h else bar.y) - 2 * u
    room = rest(content.x, content.y + (2 * HEAD + 1) * u, content.right, bottom)
    return (*first, *second), plan, bar, room
