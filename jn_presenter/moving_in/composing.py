"""Slides of a deck for one slide of the file: layouts chosen by content, more slides where it is too much for one."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from msgspec import Struct

from jn_presenter.model.text import Message
from jn_presenter.moving_in.dividing import (
    DEGREES,
    MOST_POINTS,
    MOST_ROWS,
    columns,
    nested,
    pages,
    pieces,
    said,
    shortened,
)
from jn_presenter.moving_in.form import Value
from jn_presenter.moving_in.found import Block, Figures, Grid, Line, Sheet, Shown, Words
from jn_presenter.moving_in.usable import file_name

REASON = "由导入而来，数字还没有写成数据 (imported; its figures are not yet facts)"
"""Why the digits of an imported slide may stand: `check` is content, and who looks for `plain:` finds them."""
CONTINUED = {"zh": "（续）", "en": " (continued)"}
JOINT = {"zh": "；", "en": "; "}
UNTITLED = {"zh": "无标题", "en": "Untitled"}
TITLE_COLUMNS = (64, 56, 48, 40, 32, 24)
WHOLE_AS_POINT = 3
"""From this degree on a shortened title is said whole as a point, which can be divided; before, as the lead."""
STATEMENT_COLUMNS = 60
"""A lone paragraph up to this long fills a slide; a longer one is a point."""
BESIDE_COLUMNS, BESIDE_POINTS = 120, 4
"""Points that a chart or a picture has beside it: so many, and so many columns in all."""
CARD_COLUMNS = (24, 72)
"""Of a card's title and words."""
MOST_CARDS = 6
MOST_COLUMNS = (6, 6, 5, 4, 3, 2)
ROWS_OF_CHART = 60


class Made(Struct, frozen=True):
    """A slide to be written: what its file says, with the files it shows beside it."""

    page: dict[str, Value]
    files: tuple[tuple[str, bytes], ...] = ()


class Composed(Struct, frozen=True):
    """The slides made of one of the file's, and what had to be left out to have room."""

    slides: tuple[Made, ...]
    left: tuple[Message, ...] = ()


class Speaker(Struct, frozen=True):
    """The language of the file, in which all words are written down."""

    language: str

    def __call__(self, words: str) -> Value:
        """The words under their language; figures and signs alone need none."""
        return {self.language: words} if any(character.isalpha() for character in words) else words


def composed(sheet: Sheet, language: str, degree: int, stem: str, *, first: bool = False) -> Composed:
    """The slides of one sheet. degree: how finely its content is divided, from 0. stem: of its files of data.

    first: whether it is the first of the whole file, whose cover it is if it has a title and little else.
    """
    say = Speaker(language)
    blocks = _bare(sheet, degree, language)
    whole = sheet.title.replace("==", "") or UNTITLED[language]
    title = shortened(whole, TITLE_COLUMNS[min(degree, DEGREES - 1)])
    cut = title != whole
    opening = None if cut else _opening(sheet, say, blocks, first=first)
    found = list(opening or _content(blocks, say, degree, stem, sheet))
    led = cut and degree < WHOLE_AS_POINT and _has_lead(found[0])
    if cut and not led:
        found = list(_content((Words((Line(whole),)), *blocks), say, degree, stem, sheet))
    slides = []
    for k, made in enumerate(found):
        again = title if k == 0 else f"{title}{CONTINUED[language]}"
        page: dict[str, Value] = {"layout": made.page["layout"], "title": say(again)}
        if led and k == 0:
            page["lead"] = say(whole)
        page |= {key: value for key, value in made.page.items() if key not in ("layout", "title")}
        if re.search(r"[0-9]", str(_words_of(page))):
            page["plain"] = REASON
        if k == 0 and sheet.notes:
            page["notes"] = say(sheet.notes)
        slides.append(Made(page, made.files))
    dropped = () if degree < DEGREES or blocks == sheet.blocks else (NO_ROOM,)
    return Composed(tuple(slides), dropped)


def _bare(sheet: Sheet, degree: int, language: str) -> tuple[Block, ...]:
    """At the last degree tables and charts as words, and no pictures: what could not be made smaller."""
    if degree < DEGREES:
        return sheet.blocks
    found = (_as_words(block, language) if isinstance(block, Grid | Figures) else block for block in sheet.blocks)
    return tuple(block for block in found if isinstance(block, Words))


def _as_words(block: Grid | Figures, language: str) -> Words:
    """A paragraph a row, each cell behind its head."""
    heads = block.heads if isinstance(block, Grid) else block.columns
    lines = []
    for row in block.rows:
        cells = [f"{head} {cell}".strip() for head, cell in zip_longest(heads, row, fillvalue="") if cell]
        lines.append(Line(JOINT[language].join(cells)))
    return Words(tuple(lines))


def _has_lead(made: Made) -> bool:
    return (
        made.page["layout"] in ("points", "cards", "table", "chart-full", "chart-right", "two-columns")
        and "lead" not in made.page
    )


def _words_of(value: object) -> object:
    """What of a page an audience reads: neither names of layouts nor of files."""
    if isinstance(value, dict):
        return [_words_of(one) for key, one in value.items() if key not in ("layout", "file", "data", "type", "values")]
    return [_words_of(one) for one in value] if isinstance(value, list) else str(value)


def _opening(sheet: Sheet, say: Speaker, blocks: Sequence[Block], *, first: bool) -> list[Made] | None:
    """A cover, the opening of a section, or a lone sentence; None for a slide with more to it."""
    lines = [line for block in blocks if isinstance(block, Words) for line in block.lines]
    short = all(columns(line.words) <= STATEMENT_COLUMNS for line in lines)
    if any(not isinstance(block, Words) for block in blocks) or len(lines) > 3 or not short or not sheet.title:
        return None
    words = [sheet.subtitle] * bool(sheet.subtitle) + [line.words for line in lines]
    if sheet.kind == "cover" or (first and len(words) < 4):
        more = dict(zip(("subtitle", "note", "kicker"), words, strict=False))
        if len(words) <= len(more):
            return [Made({"layout": "cover", **{key: say(one) for key, one in more.items()}})]
    if (sheet.kind == "section" or not words) and len(words) < 2:
        return [Made({"layout": "section", **({"subtitle": say(words[0])} if words else {})})]
    if sheet.kind == "quote" and words:
        by: dict[str, Value] = {"by": say(words[1])} if len(words) == 2 else {}
        return [Made({"layout": "quote", "quote": say(words[0]), **by})] if len(words) < 3 else None
    if len(words) == 1:
        return [Made({"layout": "statement", "statement": say(words[0])})]
    return None


def _content(blocks: Sequence[Block], say: Speaker, degree: int, stem: str, sheet: Sheet) -> Iterator[Made]:
    texts = [block for block in blocks if isinstance(block, Words)]
    seen = [block for block in blocks if not isinstance(block, Words)]
    lines = [Line(sheet.subtitle)] * bool(sheet.subtitle) + [line for block in texts for line in block.lines]
    points = pieces(said(lines, say.language), degree)
    lead: dict[str, Value] = {}
    if seen and len(points) == 1 and columns(points[0]) <= STATEMENT_COLUMNS and degree < 2:
        lead, points = {"lead": say(points[0])}, []
    beside = seen and not isinstance(seen[0], Grid) and degree == 0 and _is_aside(points)
    if points and not beside:
        yield from _spoken(texts, lines, points, say, degree, sheet.subtitle)
    for k, block in enumerate(seen):
        with_points = points if beside and k == 0 else []
        for made in _shown(block, say, degree, f"{stem}-{k + 1}" if k else stem, with_points):
            if k == 0 and not with_points and lead:
                made = Made({"layout": made.page["layout"], **lead, **made.page}, made.files)
                lead = {}
            yield made
    if not points and not seen:
        yield Made({"layout": "section"})


def _is_aside(points: Sequence[str]) -> bool:
    return 2 <= len(points) <= BESIDE_POINTS and sum(map(columns, points)) <= BESIDE_COLUMNS


def _spoken(
    texts: list[Words], lines: list[Line], points: list[str], say: Speaker, degree: int, subtitle: str
) -> Iterator[Made]:
    """Words alone: as two columns, as cards, or as points."""
    if degree == 0 and (cards := _cards(lines, say)):
        yield cards
        return
    sides = [said(block.lines, say.language) for block in texts]
    if degree == 0 and len(sides) == 2 and all(2 <= len(side) <= 4 for side in sides):
        lead: dict[str, Value] = {"lead": say(subtitle)} if subtitle else {}
        yield Made({"layout": "two-columns", **lead, "left": _each(sides[0], say), "right": _each(sides[1], say)})
        return
    for some in pages(points, MOST_POINTS[min(degree, DEGREES - 1)]):
        if len(some) == 1 and columns(some[0]) <= STATEMENT_COLUMNS:
            yield Made({"layout": "statement", "statement": say(some[0])})
        else:
            yield Made({"layout": "points", "points": _each(some, say)})


def _cards(lines: list[Line], say: Speaker) -> Made | None:
    """Headings with words below them, where all of it is short."""
    found = nested(lines)
    cards: list[Value] = []
    for heading, inner in found:
        words = JOINT[say.language].join(inner)
        if columns(heading) > CARD_COLUMNS[0] or columns(words) > CARD_COLUMNS[1]:
            return None
        cards.append({"title": say(heading), "text": say(words)})
    return Made({"layout": "cards", "cards": cards}) if 2 <= len(cards) <= MOST_CARDS else None


def _each(points: Sequence[str], say: Speaker) -> list[Value]:
    return [say(point) for point in points]


def _shown(block: Block, say: Speaker, degree: int, stem: str, points: Sequence[str]) -> Iterator[Made]:
    """A picture, a chart or a table, with points beside it where there are any."""
    match block:
        case Shown():
            picture: dict[str, Value] = {"type": "image", "file": f"pictures/{file_name(block)}"}
            if block.alt:
                picture["alt"] = say(block.alt)
            yield _beside(picture, ((f"pictures/{file_name(block)}", block.data),), say, points)
        case Figures() if degree < 3 and len(block.rows) <= _most_rows(block):
            file = f"data/{stem}.csv"
            yield _beside(_chart(block, file, say), ((file, _csv(block)),), say, points, block.title)
        case Figures():
            grid = Grid(block.columns, tuple(tuple(_cell(cell) for cell in row) for row in block.rows))
            yield from _tables(grid, say, degree - 3 if degree >= 3 else 0)
        case Grid():
            yield from _tables(block, say, degree)


def _most_rows(block: Figures) -> int:
    return ROWS_OF_CHART if block.kind in ("bar", "column", "donut", "radar") else 5000


def _beside(
    element: dict[str, Value], files: tuple[tuple[str, bytes], ...], say: Speaker, points: Sequence[str], lead: str = ""
) -> Made:
    page: dict[str, Value] = {"layout": "chart-right" if points else "chart-full"}
    if lead:
        page["lead"] = say(lead)
    if points:
        page["points"] = _each(points, say)
    return Made({**page, "chart": element}, files)


def _chart(block: Figures, file: str, say: Speaker) -> dict[str, Value]:
    element: dict[str, Value] = {"type": block.kind, "data": file}
    if block.kind == "stacked-area" and block.mode == "share":
        element["share"] = True
    elif block.mode and len(block.columns) > 2:
        element["mode"] = block.mode
    if block.unit:
        element["unit"] = say(block.unit)
    if block.kind == "scatter" and len(block.columns) > 2:
        element["size"] = block.columns[2]
    return element


def _csv(block: Figures) -> bytes:
    """With a byte order mark, by which Excel knows that it is UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(block.columns)
    writer.writerows(block.rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _cell(words: str) -> str:
    return words or "–"


def _tables(grid: Grid, say: Speaker, degree: int) -> Iterator[Made]:
    """The table, its rows and columns on several slides where they are many, each with its heads."""
    step = min(degree, DEGREES - 1)
    for rows in pages(grid.rows, MOST_ROWS[step]):
        for places in _columns(len(grid.rows[0]), MOST_COLUMNS[step]):
            table: dict[str, Value] = {}
            if any(grid.heads):
                table["columns"] = [say(_cell(grid.heads[place])) for place in places]
            table["rows"] = [[say(_cell(row[place])) for place in places] for row in rows]
            yield Made({"layout": "table", "table": table})


def _columns(count: int, most: int) -> list[list[int]]:
    """The columns of each table: the first one, which says what a row is, and some of the others."""
    if count <= most:
        return [list(range(count))]
    return [[0, *some] for some in pages(range(1, count), most - 1)]


NO_ROOM = Message(
    "放不下的图片，或图表和表格的样子", "a picture that no slide has room for, or the form of a chart or table"
)
