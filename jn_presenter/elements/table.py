"""A table."""

from collections.abc import Iterator
from typing import Annotated, ClassVar

from msgspec import Meta, Struct, structs

from jn_presenter.draw.bound import Columned
from jn_presenter.draw.cells import Manner
from jn_presenter.draw.data_sheet import Chosen, DataSheet, sheet_of_feed
from jn_presenter.draw.entrance import appearance, entrance, risen
from jn_presenter.draw.entries import one_of, table
from jn_presenter.draw.figures import as_text
from jn_presenter.draw.growth import partly
from jn_presenter.draw.motion import faded
from jn_presenter.draw.native import words_in
from jn_presenter.draw.ruled import Ruled, set_table
from jn_presenter.draw.sheet import Sheet, sheet_of_facts, sheet_of_rows
from jn_presenter.draw.tags import Tag, note_tag, under_badge
from jn_presenter.draw.words import MORE_ROWS, ONE_MORE_ROW, say
from jn_presenter.model.counting import counted, there_are
from jn_presenter.model.element import Env, Fitted, Phase, Table
from jn_presenter.model.fields import FactId, doc
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import AnyMark, Box, ShapeMark, TextMark
from jn_presenter.model.problem import Finding
from jn_presenter.model.style import Role
from jn_presenter.model.text import Message, Text

MOST_ROWS, MOST_COLUMNS = 10, 6
"""More than this is a warning: nobody reads it from the seats."""
BOUND = 24, 12
"""Rows and columns; what is beyond is no longer read."""
FACT_COLUMNS = 3
"""Of facts: label, figure, and what it is dated by or due by."""
LARGER: Role = "lead"
ROLES: tuple[Role, ...] = ("body", "caption")
"""Of the cells: the larger one where there is room."""
ROOMY = 0.8
"""A table that needs no more of the height than this in the next larger role may be set in it."""
WIDE_FROM = 1.1
"""Width to height of a place from which it is wide."""
MORE_GAP = 12.0
"""Above the words that say how many more rows there are, in px."""
MOST_LINES = 2
"""Lines of a cell; where one has more, the table is rather set smaller."""


class Row(Struct, frozen=True, kw_only=True):
    """One row."""

    short: ClassVar[str] = "cells"

    cells: Annotated[tuple[Text, ...], doc("各格", "the cells"), Meta(max_length=BOUND[1])]


class DataTable(Columned, frozen=True, kw_only=True):
    """Rows between hairlines, figures at the right of their columns; each row can be revealed by a step of its own.

    Facts make rows of label, figure and date, with targets tagged as such. A table of data shows its first rows and how
    many more there are; its `bars` stand before the figures of a column, on one scale from zero: a column of targets
    has that of the one before it.
    """

    about = "表格：行间细线，数字右对齐，可逐行出现"
    short: ClassVar[str] = "facts"
    grows: ClassVar[bool] = True

    facts: Annotated[
        tuple[FactId, ...], doc("数据的代号，一行一个", "ids of facts, one a row"), Meta(max_length=BOUND[0])
    ] = ()
    columns: Annotated[tuple[Text, ...], doc("各列的名称", "heads of the columns"), Meta(max_length=BOUND[1])] = ()
    rows: Annotated[
        tuple[Row, ...], doc("各行，没有对应数据时用", "rows that no facts stand for"), Meta(max_length=BOUND[0])
    ] = ()
    bars: Annotated[
        tuple[str, ...],
        doc("哪些列在数字前画条形", "the columns with bars before their figures"),
        Meta(max_length=BOUND[1]),
    ] = ()
    most: Annotated[int, doc("数据表最多显示几行", "the most rows of data that are shown", ge=1, le=BOUND[0])] = (
        MOST_ROWS
    )
    digits: Annotated[
        int | None,
        doc(
            "数据表的数最多几位小数，默认照原样",
            "the most decimals of a number of data, by default as they are",
            ge=0,
            le=6,
        ),
    ] = None

    def parts(self) -> int:
        return max(1, len(self.facts or self.rows))

    def roomy(self, rect: Rect, env: Env) -> bool:
        place, _ = under_badge(rect, env, self.badge)
        ruled = set_table(self._content(env).sheet, structs.replace(place, h=place.h * ROOMY), Manner(LARGER), env)
        return fits(ruled) and ruled.lines <= (1 if _is_wide(place) else MOST_LINES)

    def fit(self, rect: Rect, env: Env) -> "FittedTable":
        place, badge = under_badge(rect, env, self.badge)
        content = self._content(env)
        more = _more(content.more, env, place.w) if content.more else None
        room = structs.replace(place, h=place.h - more.height - MORE_GAP) if more else place
        ruled = _best(content.sheet, room, env)
        below = more.at(place.x, ruled.bottom + MORE_GAP) if more else ()
        given = (("facts", self.facts), ("rows", self.rows), ("data", self.data))
        wrong = one_of([name for name, there in given if there], [name for name, _ in given])
        return FittedTable(
            rect=rect,
            overflow=not fits(ruled),
            findings=(*wrong, *self._uneven(), *self._too_large(content.sheet), *content.findings, *ruled.findings),
            ruled=ruled,
            fixed=(*badge, *below),
            count=self.parts(),
            stagger=env.style.motion.stagger,
        )

    def measured(self) -> tuple[str, ...]:
        """Columns with bars; the others may have words."""
        return self.bars

    def as_table(self, env: Env) -> Table:
        if self.facts:
            return table(self.facts, (), env)
        sheet = self._content(env).sheet
        return Table(
            columns=tuple(words_in(head.text, env) for head in sheet.heads),
            rows=tuple(tuple(words_in(cell.text, env) for cell in row.cells) for row in sheet.rows),
        )

    def _content(self, env: Env) -> DataSheet:
        if self.data is not None:
            chosen = Chosen(
                label=self.label,
                values=self.wanted,
                bars=self.bars,
                most=self.most,
                digits=self.digits,
                sample=self.badge,
            )
            return sheet_of_feed(self.snapshot(env), chosen, env)
        if self.facts:
            return DataSheet(sheet_of_facts(self.columns, self.facts, env, sample=self.badge))
        return DataSheet(sheet_of_rows(self.columns, [row.cells for row in self.rows], env, sample=self.badge))

    def _uneven(self) -> tuple[Finding, ...]:
        """Rows that have not as many cells as there are columns."""
        if self.data is not None:
            return ()
        expected = FACT_COLUMNS if self.facts else len(self.columns or (self.rows[0].cells if self.rows else ()))
        found = [("columns", len(self.columns))] if self.facts and self.columns else []
        if not self.facts:
            found = [(f"rows.{k}", len(row.cells)) for k, row in enumerate(self.rows, 1)]
        return tuple(_number_of_cells(path, count, expected) for path, count in found if count != expected)

    def _too_large(self, sheet: Sheet) -> tuple[Finding, ...]:
        rows, columns = self.parts(), max((len(row.cells) for row in self.rows), default=0)
        if self.data is not None:
            rows, columns = len(sheet.rows), len(sheet.heads)
        if rows <= MOST_ROWS and columns <= MOST_COLUMNS:
            return ()
        return (
            Finding(
                code="table-size",
                severity="warning",
                path="data" if self.data else "facts" if self.facts else "rows",
                message=Message(
                    f"这张表有{rows}行、{columns or FACT_COLUMNS}列",
                    f"{counted(rows, 'row')} of {counted(columns or FACT_COLUMNS, 'column')}",
                ),
                hint=Message(
                    f"一页最多{MOST_ROWS}行、{MOST_COLUMNS}列，否则没有人会读",
                    f"at most {MOST_ROWS} rows and {MOST_COLUMNS} columns are read from the seats",
                ),
            ),
        )


class FittedTable(Fitted, frozen=True, kw_only=True):
    """Heads and rows; `count` parts, of which those without a known fact have no row."""

    ruled: Ruled
    fixed: tuple[AnyMark, ...]
    count: int
    stagger: float

    def marks(self, phase: Phase) -> tuple[AnyMark, ...]:
        frame = max(appearance(phase, part, self.count, 0.0) for part in range(self.count))
        if frame <= 0.0:
            return ()
        shown: list[AnyMark] = [faded(mark, frame) for mark in (*self.fixed, *self.ruled.head)]
        for part, marks in self.ruled.rows:
            presence = appearance(phase, part, self.count, self.stagger)
            if presence > 0.0:
                grown = entrance(phase, part, self.count, self.stagger)
                shown += (faded(_at(mark, presence, grown), presence) for mark in marks)
        return tuple(shown)


def _at(mark: AnyMark, presence: float, grown: float) -> AnyMark:
    """Words rise to their place, bars grow from zero."""
    if isinstance(mark, TextMark):
        return risen(mark, presence)
    if grown < 1.0 and isinstance(mark, ShapeMark) and isinstance(mark.shape, Box) and mark.key.startswith("bar."):
        leftward = mark.datum is not None and mark.datum.value is not None and mark.datum.value < 0
        return structs.replace(mark, shape=partly(mark.shape, "left" if leftward else "right", grown))
    return mark


def _more(count: int, env: Env, width: float) -> Tag:
    told = ONE_MORE_ROW if count == 1 else MORE_ROWS
    words = as_text((language, say(told, language).format(count=count)) for language in env.languages)
    return note_tag("more", words, env, width)


def fits(ruled: Ruled) -> bool:
    """Whether all of it is in its place, give or take what advances are rounded by."""
    return ruled.excess <= 0.5


def _best(sheet: Sheet, place: Rect, env: Env) -> Ruled:
    """The table in the first way in which it fits with few lines a cell, else the first in which it fits at all.

    Where the place is wide, labels are broken before dates lose their column, where it is narrow after that.
    """
    wide = _is_wide(place)
    ways: list[Ruled] = []
    for manner in _manners(env):
        plain = set_table(sheet, place, manner, env)
        if sheet.folded is None or (fits(plain) and plain.lines <= (MOST_LINES if wide else 1)):
            both = [plain]
        else:
            both = [set_table(sheet.folded, place, manner, env), plain]
        if ruled := next((way for way in both if fits(way) and way.lines <= MOST_LINES), None):
            return ruled
        ways += both
    return next(filter(fits, ways), min(ways, key=lambda way: way.excess))


def _is_wide(place: Rect) -> bool:
    return place.w >= WIDE_FROM * place.h


def _manners(env: Env) -> Iterator[Manner]:
    """Larger before smaller, languages beneath one another before side by side."""
    for role in (LARGER, *ROLES) if env.large or env.role == LARGER else ROLES:
        yield Manner(role)
        if len(env.languages) > 1:
            yield Manner(role, inline=True)


def _number_of_cells(path: str, count: int, expected: int) -> Finding:
    told = f"{there_are(count, 'cell')} here, and {counted(expected, 'column')}"
    return Finding(
        code="table-cells",
        path=path,
        message=Message(f"这里有{count}格，应有{expected}格", told),
        hint=Message("每列一格，空着的写“—”", "give one for each column, “—” where there is nothing to say"),
    )


ELEMENT = DataTable
