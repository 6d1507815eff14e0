"""A table laid out: cells in columns as wide as they need, rows between hairlines, heads above the first of them."""

from collections.abc import Sequence

from msgspec import Struct

from jn_presenter.draw.cells import Cell, Manner, SetCell
from jn_presenter.draw.columns import hanging, share_out
from jn_presenter.draw.grid import UNIT, anchored
from jn_presenter.draw.sheet import Sheet
from jn_presenter.model.element import Env
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import AnyMark, Box, ShapeMark
from jn_presenter.model.problem import Finding
from jn_presenter.model.style import Role

HEADS: dict[Role, Role] = {"lead": "caption", "body": "caption", "caption": "note"}
"""The role of the heads by that of the cells."""
GAPS = (40.0, 160.0, 320.0)
"""The least space between two columns in px, the largest, and the largest where figures stand in the last of them."""
PADS = (0.2, 1.4)
"""The least and the largest space above and below the words of a row, in units of their size."""
FILL = 0.9
"""The share of the height that air between the rows makes use of."""
HEAD_GAP = 12.0
RULE = 2.0


class Ruled(Struct, frozen=True, kw_only=True):
    """The marks of the head with the first rule, and those of each row with the rule above it, by its part."""

    head: tuple[AnyMark, ...] = ()
    rows: tuple[tuple[int, tuple[AnyMark, ...]], ...] = ()
    lines: int = 1
    """Of the words of a cell at most, in one language."""
    excess: float = 0.0
    """Px that it takes more than its place has, in width or height."""
    bottom: float = 0.0
    """The y at which it ends."""
    findings: tuple[Finding, ...] = ()


class Columns(Struct, frozen=True):
    """Left edges from 0 and widths, and for each column and row how far its figure hangs before the right edge."""

    edges: tuple[float, ...]
    widths: tuple[float, ...]
    hangs: tuple[tuple[float, ...], ...]

    @property
    def total(self) -> float:
        return self.edges[-1] + self.widths[-1]


def set_table(sheet: Sheet, place: Rect, manner: Manner, env: Env) -> Ruled:
    """The table with its cells set in that manner."""
    if not sheet.rows:
        return Ruled()
    columns = _columns(sheet, place.w, manner, env)
    heads, rows = _set(sheet, columns, manner, env)
    head = _up(max(cell.height for cell in heads) + HEAD_GAP) if heads else 0.0
    contents = [max(cell.height for cell in row) for row in rows]
    heights = _heights(contents, place.h - head, env.font(manner.role).size)
    top = anchored(place, head + sum(heights), env.anchor) // UNIT * UNIT
    y = top + head
    above: list[AnyMark] = []
    for cell, edge in zip(heads, columns.edges, strict=False):
        above += cell.marks(place.x + edge, y - HEAD_GAP - cell.height, 0.0)
    above.append(_rule("rule", place.x, y, columns.total, env.style.quiet))
    below: list[tuple[int, tuple[AnyMark, ...]]] = []
    for k, (line, row) in enumerate(zip(sheet.rows, rows, strict=True)):
        marks: list[AnyMark] = [_rule(f"rule.{line.key}", place.x, y, columns.total, env.style.faint)] if k else []
        for cell, edge, hangs in zip(row, columns.edges, columns.hangs, strict=True):
            marks += cell.marks(place.x + edge, y + (heights[k] - contents[k]) / 2, hangs[k])
        below.append((line.part, tuple(marks)))
        y += heights[k]
    cells = [*heads, *(cell for row in rows for cell in row)]
    wider = max(columns.total - place.w, *(cell.width - cell.column for cell in cells))
    return Ruled(
        head=tuple(above),
        rows=tuple(below),
        lines=max(cell.lines for row in rows for cell in row),
        excess=max(0.0, wider, y - place.bottom),
        bottom=y,
        findings=tuple(dict.fromkeys(finding for cell in cells for finding in cell.words.findings)),
    )


def _columns(sheet: Sheet, room: float, manner: Manner, env: Env) -> Columns:
    """As wide as what stands in them. Where that is too wide, heads are broken first, then words, figures never."""
    count = len(sheet.rows[0].cells)
    naturals, leasts, hangs = [], [], []
    for k in range(count):
        cells = [line.cells[k] for line in sheet.rows]
        hang = _hangs(cells, manner.role, env)
        naturals.append(max(cell.natural(env, manner) + px for cell, px in zip(cells, hang, strict=True)))
        leasts.append(max(cell.least(env, manner) + px for cell, px in zip(cells, hang, strict=True)))
        hangs.append(hang)
    free = room - GAPS[0] * (count - 1)
    above = manner_of_heads(manner)
    if sheet.heads:
        words = [head.least(env, above) for head in sheet.heads]
        naturals, leasts = ([max(pair) for pair in zip(px, words, strict=True)] for px in (naturals, leasts))
    widths = share_out(naturals, leasts, free)
    if sheet.heads:
        heads = [head.natural(env, above) for head in sheet.heads]
        widths = share_out([max(pair) for pair in zip(widths, heads, strict=True)], widths, free)
    whole = [_up(width) for width in widths]
    widths = tuple(whole) if sum(whole) <= free else widths
    figures_last = all(line.cells[-1].figure for line in sheet.rows)
    most = GAPS[1 + figures_last]
    gap = min(most, max(GAPS[0], (room - sum(widths)) / max(1, count - 1))) // UNIT * UNIT
    edges = tuple(sum(widths[:k]) + k * gap for k in range(count))
    if not figures_last:
        # Rules as long as the place is wide hold a column of words; a figure at their end would stand far from its row.
        widths = (*widths[:-1], max(widths[-1], room - edges[-1]))
    return Columns(edges, widths, tuple(hangs))


def manner_of_heads(manner: Manner) -> Manner:
    """Heads stand over cells as these are set, and smaller."""
    return Manner(HEADS[manner.role], manner.inline)


def _hangs(cells: Sequence[Cell], role: Role, env: Env) -> tuple[float, ...]:
    font = env.font(role, bold=any(cell.bold for cell in cells))
    return hanging([cell.number(env) for cell in cells], lambda part: env.measure.advance(part, font), env.languages[0])


def _set(sheet: Sheet, columns: Columns, manner: Manner, env: Env) -> tuple[list[SetCell], list[list[SetCell]]]:
    """Heads and rows in their columns; a head stands over figures as they stand."""
    widths = columns.widths
    figures = [all(line.cells[k].figure for line in sheet.rows) for k in range(len(widths))]
    heads = zip(sheet.heads, widths, figures, strict=False)
    return (
        [head.set(env, width, manner_of_heads(manner), right=right) for head, width, right in heads],
        [[cell.set(env, width, manner) for cell, width in zip(line.cells, widths, strict=True)] for line in sheet.rows],
    )


def _heights(contents: Sequence[float], room: float, size: float) -> list[float]:
    """Of the rows: more than their contents as far as there is room, and then in whole units."""
    pad = min(PADS[1] * size, (FILL * room - sum(contents)) / (2 * len(contents)))
    return [max(content + 2 * PADS[0] * size, (content + 2 * pad) // UNIT * UNIT) for content in contents]


def _up(height: float) -> float:
    return -(-height // UNIT) * UNIT


def _rule(key: str, x: float, y: float, width: float, colour: str) -> ShapeMark:
    return ShapeMark(key=key, shape=Box(x, y, width, RULE), fill=colour, crisp=True)
