"""A table of the screen as a table of PowerPoint: its columns and rows where they are, its rules as lines of cells."""

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from jn_presenter.draw.ruled import RULE
from jn_presenter.elements.table import FittedTable
from jn_presenter.export.pptx.paragraphs import Words, words_of
from jn_presenter.export.pptx.slide import Part
from jn_presenter.export.pptx.text import paragraph
from jn_presenter.export.pptx.xml import Look
from jn_presenter.model.element import Align
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import AnyMark, Box, ShapeMark, TextMark

HEAD_ROOM = 8.0
"""px above the words of the head."""
STRAIGHT = 1.0
SIDES = ("lnL", "lnR", "lnT", "lnB")


class Column(Struct, frozen=True):
    """What a column's words take of the width, and whether they stand at its right."""

    left: float
    right: float
    align: Align


class Row(Struct, frozen=True, kw_only=True):
    """A row from `top` to `bottom`, its words, and the colour of the rule at its foot."""

    top: float
    bottom: float
    words: tuple[Words, ...]
    rule: str = ""


def table(part: Part) -> list[str] | None:
    """The table, and above it the bars and signs that stand in its cells."""
    fitted = part.item.fitted
    if not isinstance(fitted, FittedTable) or not fitted.ruled.rows:
        return None
    rows = _rows(fitted, part)
    columns = _columns([words for row in rows for words in row.words])
    if len(columns) < 2 or any(_crowded(row, columns) for row in rows):
        return None
    rule = next(mark for mark in fitted.ruled.head if mark.key == "rule")
    assert isinstance(rule, ShapeMark)
    assert isinstance(rule.shape, Box)
    edges = _edges(columns, rule.shape.x, rule.shape.x + rule.shape.w)
    place = Rect(edges[0], rows[0].top, edges[-1] - edges[0], rows[-1].bottom - rows[0].top)
    marks = [mark for group in (fitted.ruled.head, *(marks for _, marks in fitted.ruled.rows)) for mark in group]
    over = [mark for mark in marks if isinstance(mark, ShapeMark) and not mark.key.startswith("rule")]
    shown = part.page.table(_xml(rows, columns, edges, part.page.look), place, part.item.path, part.alt)
    return [shown, *part.drawn(over), *part.drawn(fitted.fixed)]


def _rows(fitted: FittedTable, part: Part) -> list[Row]:
    """The head, where there is one, and the rows: each ends at the rule of the next."""
    ruled = fitted.ruled
    first = _rule(ruled.head)
    assert first is not None
    rules = [_rule(marks) or first for _, marks in ruled.rows]
    tops = (
        [first.shape.y, *(rule.shape.y for rule in rules[1:] if isinstance(rule.shape, Box))]
        if isinstance(first.shape, Box)
        else []
    )
    rows = []
    head = _words(ruled.head, part)
    if head:
        top = min(words.y for words in head) - HEAD_ROOM
        rows.append(Row(top=top, bottom=tops[0], words=head, rule=_colour(first)))
    for k, (_, marks) in enumerate(ruled.rows):
        last = k + 1 == len(ruled.rows)
        bottom = ruled.bottom if last else tops[k + 1]
        rows.append(
            Row(top=tops[k], bottom=bottom, words=_words(marks, part), rule="" if last else _colour(rules[k + 1]))
        )
    return rows


def _rule(marks: Sequence[AnyMark]) -> ShapeMark | None:
    return next((mark for mark in marks if isinstance(mark, ShapeMark) and mark.key.startswith("rule")), None)


def _colour(rule: ShapeMark) -> str:
    return rule.fill if isinstance(rule.fill, str) else ""


def _words(marks: Sequence[AnyMark], part: Part) -> tuple[Words, ...]:
    found = (words_of(mark, part.page.recorder) for mark in marks if isinstance(mark, TextMark))
    return tuple(words for words in found if words is not None)


def _extent(words: Words) -> tuple[float, float]:
    """From where to where the words stand, which may be less than their box."""
    return words.left, words.left + words.longest


def _columns(words: Sequence[Words]) -> list[Column]:
    """Words that are above one another are of one column."""
    found: list[list[Words]] = []
    right = float("-inf")
    for one in sorted(words, key=lambda one: _extent(one)[0]):
        left, end = _extent(one)
        if left < right or not found:
            if not found:
                found.append([])
            found[-1].append(one)
        else:
            found.append([one])
        right = max(right, end)
    return [_column(group) for group in found]


def _column(words: Sequence[Words]) -> Column:
    lefts, rights = zip(*map(_extent, words), strict=True)
    body = [one for one in words if one.align == "right"]
    align: Align = "right" if 2 * len(body) > len(words) else "left"
    return Column(min(lefts), max(rights), align)


def _crowded(row: Row, columns: Sequence[Column]) -> bool:
    """Whether a cell has more than words and a tag beneath them."""
    return any(len(_cell(row, column)) > 2 for column in columns)


def _cell(row: Row, column: Column) -> list[Words]:
    inside = [one for one in row.words if column.left - STRAIGHT <= _extent(one)[0] <= column.right + STRAIGHT]
    return sorted(inside, key=lambda one: one.y)


def _edges(columns: Sequence[Column], left: float, right: float) -> list[float]:
    """The borders between columns: in the middle of what is free between them."""
    between = [(one.right + two.left) / 2 for one, two in pairwise(columns)]
    return [min(left, columns[0].left), *between, max(right, columns[-1].right)]


def _xml(rows: Sequence[Row], columns: Sequence[Column], edges: Sequence[float], look: Look) -> str:
    grid = "".join(f'<a:gridCol w="{look.emu(b) - look.emu(a)}"/>' for a, b in pairwise(edges))
    lines = "".join(
        f'<a:tr h="{look.emu(row.bottom) - look.emu(row.top)}">'
        + "".join(_td(row, column, edges[k], edges[k + 1], look) for k, column in enumerate(columns))
        + "</a:tr>"
        for row in rows
    )
    return f'<a:tbl><a:tblPr firstRow="1"/><a:tblGrid>{grid}</a:tblGrid>{lines}</a:tbl>'


def _td(row: Row, column: Column, left: float, right: float, look: Look) -> str:
    words = _cell(row, column)
    inner, below = "", 0.0
    for k, one in enumerate(words):
        for paragraph_ in one.paragraphs:
            indent = max(0.0, one.left - column.left) if column.align == "left" else 0.0
            more = f' marL="{look.emu(indent)}" indent="0"' if indent > STRAIGHT else ""
            inner += paragraph(paragraph_, look, column.align, more=more)
        below = one.y + one.h if k == 0 else below
    inner = inner or "<a:p><a:endParaRPr/></a:p>"
    start = column.left - left
    # Figures hang so that their points stand in line: each has the margin that its own place asks for.
    end = right - (_extent(words[0])[1] if words and column.align == "right" else column.right)
    insets = f'marL="{look.emu(max(0.0, start))}" marR="0" marT="0" marB="0"'
    if column.align == "right":
        insets = f'marL="0" marR="{look.emu(max(0.0, end))}" marT="0" marB="0"'
    rules = "".join(
        f'<a:{side} w="{look.emu(RULE)}">{look.solid(row.rule)}</a:{side}>'
        if side == "lnB" and row.rule
        else f'<a:{side} w="0"><a:noFill/></a:{side}>'
        for side in SIDES
    )
    return (
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{inner}</a:txBody>"
        f'<a:tcPr {insets} anchor="ctr">{rules}<a:noFill/></a:tcPr></a:tc>'
    )
