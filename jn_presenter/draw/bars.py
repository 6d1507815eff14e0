"""Where horizontal bars stand with their names and values: names beside the bars, or above them where it is narrow."""

from collections.abc import Sequence
from typing import NamedTuple

from msgspec import Struct, structs

from jn_presenter.draw.compact import set_compact
from jn_presenter.draw.labels import cut
from jn_presenter.draw.scale import px_per_unit
from jn_presenter.draw.setting import Setting
from jn_presenter.model.element import Env
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import Box, TextMark
from jn_presenter.model.problem import Finding
from jn_presenter.model.style import Role
from jn_presenter.model.text import Text

BESIDE_FROM = 1.1
"""Width to height of the place from which names stand beside the bars, if the bars stay long enough then."""
PITCH = {"beside": 120.0, "above": 176.0}
"""The most px from one row to the next."""
THICKNESS = {"beside": (0.46, 48.0), "above": (0.26, 40.0)}
"""Of a bar: at most this share of the pitch, and at most these px."""
NAME_SHARES = (0.3, 0.36, 0.42, 0.48)
"""Widths tried for the names beside the bars, in units of the whole."""
VALUE_SHARES = (1.0, 0.45, 0.36, 0.28, 0.22)
"""Widths tried for the values at the ends of the bars, in units of what bars and values share."""
LONG_ENOUGH = 0.42
"""The longest bar's least share of what bars and values share, for which values are broken into lines."""
SHORTEST = 0.22
"""The longest bar's share of the whole under which another way of placing the names is tried."""
GAP = 12.0
"""Between a bar and its value, in px."""
COLUMN_GAP = 24.0
ROW_GAP = {"beside": 6.0, "above": 14.0}
"""The least px between the words of two rows: more where a name must be seen to belong to the bar beneath it."""
NAME_ABOVE = 4.0
BESIDE_WORDS = 0.8
"""Under its name a bar is about as thick as its value is high."""
ROLES: tuple[Role, ...] = ("caption", "note")
"""Of names and values: the larger one where there is room."""


class Row(Struct, frozen=True):
    """One bar to be placed: its key, name, value and the words of the value."""

    key: str
    name: Text
    value: float
    words: Text


class PlacedRow(Struct, frozen=True):
    """One bar in its place; `leftward` where the value is negative."""

    name: TextMark
    bar: Box
    value: TextMark
    leftward: bool = False


class Bars(Struct, frozen=True, kw_only=True):
    """All rows, the x of their common zero, and whether something had to be cut or has no room."""

    rows: tuple[PlacedRow, ...]
    zero: float
    overflow: bool = False
    findings: tuple[Finding, ...] = ()

    @property
    def longest(self) -> float:
        return max((row.bar.w for row in self.rows), default=0.0)


class _Words(NamedTuple):
    settings: list[Setting]
    cut: bool
    px: float = 0.0
    """The length of one unit of value, where these are values."""


def lay_out(rows: Sequence[Row], place: Rect, env: Env) -> Bars:
    """Place the rows in their order; no words overlap, none leave `place`."""
    if not rows:
        return Bars(rows=(), zero=place.x)
    # Stacked languages fit on one line above a bar, but make blocks of three lines beside it.
    wide = place.w >= BESIDE_FROM * place.h and len(env.languages) == 1
    ways = (_beside, _above) if wide else (_above, _beside)
    tried = []
    for way in ways:
        for role in ROLES:
            bars = way(rows, place, role, env)
            if not bars.overflow and bars.longest >= SHORTEST * place.w:
                return bars
            tried.append(bars)
    # Names beside the bars take the least height: what has to be cut is cut there.
    return next((bars for bars in tried if not bars.overflow), None) or _beside(rows, place, ROLES[-1], env)


def _beside(rows: Sequence[Row], place: Rect, role: Role, env: Env) -> Bars:
    pitch = min(PITCH["beside"], place.h / len(rows))
    height = pitch - ROW_GAP["beside"]
    names = _names(rows, [place.w * share for share in NAME_SHARES], height, role, env)
    column = max(name.block.width for name in names.settings) + COLUMN_GAP
    share, most = THICKNESS["beside"]
    thickness = min(most, pitch * share) // 2 * 2
    values = _values(rows, place.w - column, height, role, env)
    zero = _zero(rows, values, place.x + column)
    placed = []
    for k, (row, name, value) in enumerate(zip(rows, names.settings, values.settings, strict=True)):
        middle = place.y + (k + 0.5) * pitch
        named = name.mark(f"name.{row.key}", place.x, middle - name.block.height / 2)
        placed.append(_placed(row, named, value, values.px, zero, middle, thickness))
    return _done(placed, zero, names, values)


def _above(rows: Sequence[Row], place: Rect, role: Role, env: Env) -> Bars:
    pitch = min(PITCH["above"], place.h / len(rows))
    share, most = THICKNESS["above"]
    values = _values(rows, place.w, pitch * 0.5, role, env)
    highest = max(value.block.height for value in values.settings)
    thickness = min(most, max(pitch * share, highest * BESIDE_WORDS)) // 2 * 2
    lane = max(thickness, highest)
    names = _names(rows, [place.w], pitch - lane - NAME_ABOVE - ROW_GAP["above"], role, env)
    zero = _zero(rows, values, place.x)
    placed = []
    for k, (row, name, value) in enumerate(zip(rows, names.settings, values.settings, strict=True)):
        top = place.y + k * pitch
        named = name.mark(f"name.{row.key}", place.x, top)
        middle = top + name.block.height + NAME_ABOVE + lane / 2
        placed.append(_placed(row, named, value, values.px, zero, middle, thickness))
    return _done(placed, zero, names, values)


def _names(rows: Sequence[Row], widths: Sequence[float], height: float, role: Role, env: Env) -> _Words:
    """The names at the least of the widths at which all fit into `height` px, else cut at the last of them."""
    texts = [row.name for row in rows]
    for width in widths:
        settings = set_compact(texts, env, width, role)
        if all(setting.block.height <= height + 0.5 and setting.block.width <= width + 0.5 for setting in settings):
            break
    return _cut(settings, width, height, env)


def _values(rows: Sequence[Row], width: float, height: float, role: Role, env: Env) -> _Words:
    """The values in as few lines as leave the longest bar long enough, and the scale that follows."""
    largest = max(abs(row.value) for row in rows)
    best: tuple[float, _Words] | None = None
    for share in VALUE_SHARES:
        settings = set_compact([row.words for row in rows], env, width * share, role, bold=True)
        words = _cut(settings, width * share, height, env)
        room = [setting.block.width + GAP for setting in words.settings]
        px = px_per_unit([row.value for row in rows], room, width)
        found = words._replace(px=px, cut=words.cut or px <= 0.0 < largest)
        if not found.cut and found.px * largest >= LONG_ENOUGH * width:
            return found
        rank = found.px * largest - (width if found.cut else 0.0)
        if best is None or rank > best[0]:
            best = (rank, found)
    assert best is not None
    return best[1]


def _cut(settings: list[Setting], width: float, height: float, env: Env) -> _Words:
    blocks = [cut(setting.block, width, height, env.measure) for setting in settings]
    kept = [structs.replace(setting, block=block) for setting, (block, _) in zip(settings, blocks, strict=True)]
    return _Words(kept, any(was_cut for _, was_cut in blocks))


def _zero(rows: Sequence[Row], values: _Words, left: float) -> float:
    """The x of zero: the left edge, or as far in as the negative bars with their values need."""
    pairs = zip(rows, values.settings, strict=True)
    return left + max(
        (-row.value * values.px + value.block.width + GAP for row, value in pairs if row.value < 0), default=0.0
    )


def _placed(
    row: Row, name: TextMark, value: Setting, px: float, zero: float, middle: float, thickness: float
) -> PlacedRow:
    length = abs(row.value) * px
    leftward = row.value < 0
    bar = Box(zero - length if leftward else zero, round(middle - thickness / 2), length, thickness)
    x = bar.x - GAP - value.block.width if leftward else bar.x + bar.w + GAP
    return PlacedRow(name, bar, value.mark(f"value.{row.key}", x, middle - value.block.height / 2), leftward)


def _done(placed: list[PlacedRow], zero: float, names: _Words, values: _Words) -> Bars:
    settings = (*names.settings, *values.settings)
    return Bars(
        rows=tuple(placed),
        zero=zero,
        overflow=names.cut or values.cut,
        findings=tuple(dict.fromkeys(finding for setting in settings for finding in setting.findings)),
    )
