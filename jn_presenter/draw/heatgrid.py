"""Where the cells of a heat map stand with the names of their rows and columns."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from msgspec import Struct, structs

from jn_presenter.draw.compact import UNBROKEN, set_compact
from jn_presenter.draw.labels import cut
from jn_presenter.draw.remainder import Remark, Remarks, set_remarks
from jn_presenter.draw.setting import Setting
from jn_presenter.draw.unbroken import widest_word
from jn_presenter.model.element import Block, Env
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import TextMark
from jn_presenter.model.problem import Finding
from jn_presenter.model.style import Font, Role
from jn_presenter.model.text import Text, plain

NAME_SHARES = (0.12, 0.16, 0.2, 0.25, 0.3, 0.36)
"""Widths tried for the names of the rows, in units of the whole."""
NAME_GAP = 24.0
HEAD_GAP = 12.0
HEAD_SHARE = 0.3
"""The share of the height that the names of the columns may take; higher ones are numbered and listed beneath."""
ROUNDS = 3
HIGHEST = 128.0
"""The most px of a cell's height."""
WIDEST = 320.0
"""The most px of a cell's width."""
LIST_GAP = 16.0
CELL_PADDING = 6.0
LEADING = 1.2
ROLES: tuple[Role, ...] = ("caption", "note")
BARE = Text((("", "{words}"),))


class Name(Struct, frozen=True):
    """A row or a column: its key and its name."""

    key: str
    words: Text


class Grid(Struct, frozen=True, kw_only=True):
    """The field of the cells with their size, the names around it, and the font of figures, None without room."""

    field: Rect
    cell: tuple[float, float]
    names: tuple[TextMark, ...]
    heads: tuple[TextMark, ...]
    listed: TextMark | None = None
    figures: Font | None = None
    bottom: float = 0.0
    """Where all of it ends."""
    thinned: bool = False
    """Whether only some rows have their name."""
    overflow: bool = False
    findings: tuple[Finding, ...] = ()

    def at(self, row: int, column: int) -> Rect:
        """The cell's rectangle; neighbours touch."""
        width, height = self.cell
        return Rect(self.field.x + column * width, self.field.y + row * height, width, height)


class _Side(NamedTuple):
    """The names of the rows: as set, every how many rows one stands, the width of their column, whether any is cut."""

    settings: tuple[Setting, ...]
    every: int
    width: float
    cut: bool = False


class _Head(NamedTuple):
    """The names of the columns as set, or their numbers and the list of both; and the height they take above."""

    settings: tuple[Setting, ...]
    listed: Remarks | None
    height: float


def lay_out(rows: Sequence[Name], columns: Sequence[Name], figures: Sequence[str], place: Rect, env: Env) -> Grid:
    """The grid in `place`, as high as its rows need. figures: all that stand in cells."""
    height = min(HIGHEST, place.h / (len(rows) + 1))
    for _ in range(ROUNDS):
        side = _side(rows, place.w, height, env)
        left = place.x + (side.width + NAME_GAP if side.width else 0.0)
        width = min(WIDEST, (place.right - left) / len(columns))
        head = _head(columns, width, place, env)
        under = head.listed.setting.block.height + LIST_GAP if head.listed else 0.0
        before, height = height, min(HIGHEST, (place.h - head.height - under) / len(rows))
        if height >= before - 0.5:
            break
    top = place.y + head.height
    field = Rect(left, top, width * len(columns), height * len(rows))
    settings = (*side.settings, *head.settings, *((head.listed.setting,) if head.listed else ()))
    return Grid(
        field=field,
        cell=(width, height),
        names=tuple(
            setting.mark(f"name.{row.key}", place.x, top + (k + 0.5) * height - setting.block.height / 2)
            for k, (row, setting) in enumerate(zip(rows, side.settings, strict=True))
            if k % side.every == 0
        ),
        heads=tuple(
            setting.mark(
                f"head.{column.key}",
                left + (k + 0.5) * width - setting.block.width / 2,
                top - HEAD_GAP - setting.block.height,
            )
            for k, (column, setting) in enumerate(zip(columns, head.settings, strict=True))
        ),
        listed=head.listed.setting.mark("columns", place.x, field.bottom + LIST_GAP) if head.listed else None,
        figures=_font(figures, width, height, env),
        bottom=field.bottom + under,
        thinned=side.every > 1,
        overflow=side.cut or height < 1.0 or bool(head.listed and head.listed.left_out),
        findings=tuple(dict.fromkeys(finding for setting in settings for finding in setting.findings)),
    )


def _side(rows: Sequence[Name], whole: float, pitch: float, env: Env) -> _Side:
    """The names at the least width at which none breaks a word or is higher than its row; of low rows every second
    or third has its name.
    """
    texts = [row.words for row in rows]
    if not any(words for text in texts for _, words in text.variants):
        return _Side((Setting(Block((), 0.0, 0.0)),) * len(rows), 1, 0.0)
    every = max(1, math.ceil(env.font("note").size * LEADING / max(1.0, pitch)))
    height = pitch * every
    widest = {role: max(widest_word(text, env, role) for text in texts) for role in ROLES}
    width = whole * NAME_SHARES[-1]
    settings: list[Setting] = []
    for width in (whole * share for share in NAME_SHARES):
        for role in (role for role in ROLES if widest[role] <= width):
            settings = set_compact(texts, env, width, role)
            if all(one.block.height <= height + 0.5 for one in settings):
                return _Side(tuple(settings), every, max(one.block.width for one in settings))
    settings = settings or set_compact(texts, env, width, ROLES[-1])
    blocks = [cut(one.block, width, height, env.measure)[0] for one in settings]
    shown = tuple(structs.replace(one, block=block) for one, block in zip(settings, blocks, strict=True))
    return _Side(shown, every, width, cut=True)


def _head(columns: Sequence[Name], width: float, place: Rect, env: Env) -> _Head:
    """The names where all stand whole above their columns, else their numbers and a list beneath the field."""
    texts, room = [column.words for column in columns], width - CELL_PADDING
    for role in ROLES:
        if any(widest_word(text, env, role) > room for text in texts):
            continue
        settings = set_compact(texts, env, room, role)
        high = max(one.block.height for one in settings)
        if high <= place.h * HEAD_SHARE:
            return _Head(tuple(settings), None, high + HEAD_GAP * (high > 0.0))
    numbers = [plain(str(k)) for k in range(1, len(columns) + 1)]
    settings = set_compact(numbers, env, UNBROKEN, ROLES[-1])
    remarks = [Remark(str(k), text, Text(())) for k, text in enumerate(texts, 1)]
    listed = set_remarks(remarks, env, place.w, place.h * HEAD_SHARE, intro=BARE)
    return _Head(tuple(settings), listed, settings[0].block.height + HEAD_GAP)


def _font(figures: Sequence[str], width: float, height: float, env: Env) -> Font | None:
    """The larger font in which every figure fits into a cell."""
    for font in (env.font(role) for role in ROLES):
        widest = max((env.measure.advance(figure, font) for figure in figures), default=0.0)
        if widest <= width - 2 * CELL_PADDING and font.size * LEADING <= height:
            return font
    return None
