"""One slide of PowerPoint: its shapes in the order in which they are read, as words, tables, charts and pictures."""

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from jn_presenter.model.text import Message
from jn_presenter.moving_in.found import MOST_LINES, Block, Grid, Kind, Line, Sheet, Words, clean, emphasised
from jn_presenter.moving_in.pptx_chart import figures
from jn_presenter.moving_in.pptx_left import A, effects
from jn_presenter.moving_in.usable import usable

DGM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
MOST_SHAPES = 1000
"""Of a slide; what is beyond is listed as left out."""
DEEPEST = 8
"""Groups within groups."""
DEEPEST_LEVEL = 8
SMALL = 0.02
"""The share of the slide that a picture needs to be more than a decoration, where there is anything else."""
BAND = 0.04
"""Of the slide's height: what begins within one band is read from left to right."""
MOST_CELLS = (200, 12)
"""Rows and columns of a table."""
TITLES = frozenset({"title", "ctrTitle"})
MARGINAL = frozenset({"dt", "ftr", "sldNum", "hdr"})
KINDS: dict[str, Kind] = {"title": "cover", "secHead": "section"}
SMART_ART = "http://schemas.openxmlformats.org/drawingml/2006/diagram"


class Seen(Struct):
    """What the shapes of a slide have given so far."""

    blocks: list[Block]
    left: list[Message]
    title: str = ""
    subtitle: str = ""
    lines: int = 0
    shapes: int = 0
    drawn: int = 0
    """Shapes without words."""
    small: int = 0


class Page(Struct, frozen=True):
    """What is to be known of the file to read a slide: its size in EMU and how its columns of names are called."""

    width: int
    height: int
    name_column: str


def sheet_of(slide: Any, number: int, page: Page) -> Sheet:
    """The slide. Raises whatever python-pptx raises on parts that are broken or missing."""
    seen = Seen([], [])
    for shape in _in_order(slide.shapes, page):
        _take(shape, seen, page, 0)
    seen.left += effects(slide._element)
    if seen.drawn:
        seen.left.append(Message(f"没有文字的图形（{seen.drawn} 个）", f"drawn shapes without words ({seen.drawn})"))
    if seen.small:
        seen.left.append(
            Message(f"很小的装饰图（{seen.small} 个）", f"small pictures that only decorate ({seen.small})")
        )
    if seen.shapes > MOST_SHAPES:
        seen.left.append(Message(f"第 {MOST_SHAPES} 个以后的图形", f"shapes beyond {MOST_SHAPES}"))
    if seen.lines > MOST_LINES:
        seen.left.append(Message(f"第 {MOST_LINES} 段以后的文字", f"paragraphs beyond {MOST_LINES}"))
    kind = KINDS.get(slide.slide_layout._element.get("type", ""), "")
    title, blocks = (seen.title, seen.blocks) if seen.title else _titled(seen.blocks)
    return Sheet(
        number=number,
        title=title,
        subtitle=seen.subtitle,
        kind=kind,
        blocks=tuple(blocks),
        notes=_notes(slide),
        hidden=slide._element.get("show") in ("0", "false"),
        left=tuple(dict.fromkeys(seen.left)),
    )


def _in_order(shapes: Any, page: Page) -> list[Any]:
    """The title first, then from the top down, in a band from left to right."""

    def place(shape: Any) -> tuple[int, int, int]:
        top, start = shape.top or 0, shape.left or 0
        return (0 if _holder(shape) in TITLES else 1, int(top / max(1, page.height * BAND)), start)

    return sorted(_first(shapes), key=place)


def _first(shapes: Any) -> Iterator[Any]:
    for k, shape in enumerate(shapes):
        if k > MOST_SHAPES:
            return
        yield shape


def _holder(shape: Any) -> str:
    """The type of a placeholder as the file has it; body where it names none, empty for what is no placeholder."""
    found = next(shape._element.iter(f"{P}ph"), None) if shape.is_placeholder else None
    return "" if found is None else found.get("type", "body")


def _take(shape: Any, seen: Seen, page: Page, depth: int) -> None:
    seen.shapes += 1
    if seen.shapes > MOST_SHAPES or _holder(shape) in MARGINAL:
        return
    tag = shape._element.tag.rpartition("}")[2]
    if tag == "grpSp":
        if depth < DEEPEST:
            for inner in _in_order(shape.shapes, page):
                _take(inner, seen, page, depth + 1)
    elif tag == "graphicFrame":
        _take_frame(shape, seen, page)
    elif tag == "pic":
        _take_picture(shape, seen, page)
    elif tag == "sp":
        _take_words(shape, seen)


def _take_words(shape: Any, seen: Seen) -> None:
    holder = _holder(shape)
    body = next(shape._element.iterchildren(f"{P}txBody"), None)
    lines = list(_lines(body, seen)) if body is not None else []
    if not lines:
        seen.drawn += not holder
    elif holder in TITLES and not seen.title:
        seen.title = " ".join(line.words for line in lines)
    elif holder == "subTitle" and not seen.subtitle:
        seen.subtitle = " ".join(line.words for line in lines)
    else:
        seen.blocks.append(Words(tuple(lines)))


def _lines(body: Any, seen: Seen) -> Iterator[Line]:
    """The paragraphs that say something, with their levels; what is bold in one is emphasised."""
    for paragraph in body.iterchildren(f"{A}p"):
        runs: list[tuple[str, bool]] = []
        for node in paragraph.iterchildren(f"{A}r", f"{A}br", f"{A}fld"):
            words = "" if node.tag == f"{A}br" else (node.findtext(f"{A}t") or "")
            marked = node.find(f"{A}rPr")
            runs.append((words or " ", marked is not None and marked.get("b") in ("1", "true")))
        words = emphasised(runs)
        if words:
            seen.lines += 1
            if seen.lines <= MOST_LINES:
                yield Line(words, _level(paragraph))


def _level(paragraph: Any) -> int:
    marked = paragraph.find(f"{A}pPr")
    level = marked.get("lvl", "0") if marked is not None else "0"
    return min(int(level), DEEPEST_LEVEL) if level.isdecimal() and len(level) < 3 else 0


def _take_picture(shape: Any, seen: Seen, page: Page) -> None:
    element = shape._element
    if next(element.iter(f"{A}videoFile", f"{A}audioFile", f"{A}quickTimeFile", f"{A}wavAudioFile"), None) is not None:
        return  # its poster alone would say that it plays
    blip = next(element.iter(f"{A}blip"), None)
    related = blip.get(f"{R}embed") if blip is not None else None
    if related is None:
        seen.left.append(Message("链接到别处的图片", "a picture that is only linked"))
        return
    area = (shape.width or 0) * (shape.height or 0)
    if area < page.width * page.height * SMALL:
        seen.small += 1
        return
    named = element.find(f"{P}nvPicPr/{P}cNvPr")
    alt = clean(named.get("descr", "")) if named is not None else ""
    found = usable(shape.part.related_part(related).blob, "" if "." in alt[-6:] else alt)
    if isinstance(found, Message):
        seen.left.append(found)
        return
    crop = next(element.iter(f"{A}srcRect"), None)
    if crop is not None and any(value not in ("", "0") for value in crop.attrib.values()):
        seen.left.append(Message("图片的裁切（带入的是整幅原图）", "the crop of a picture (all of it is there)"))
    seen.blocks.append(found)


def _take_frame(shape: Any, seen: Seen, page: Page) -> None:
    if shape.has_chart:
        found, left = figures(shape.chart._chartSpace, page.name_column)
        seen.left += left
        if found is not None:
            seen.blocks.append(found)
    elif shape.has_table:
        _take_table(shape._element, seen)
    else:
        data = next(shape._element.iter(f"{A}graphicData"), None)
        uri = data.get("uri", "") if data is not None else ""
        if uri == SMART_ART:
            seen.left.append(
                Message("SmartArt 的图形（文字已带入）", "the drawing of a SmartArt (its words are there)")
            )
            lines = tuple(_diagram(shape, data))
            if lines:
                seen.blocks.append(Words(lines))
        else:
            seen.left.append(
                Message("嵌入的对象（如 Excel、Word、公式）", "an embedded object (Excel, Word, a formula …)")
            )


def _take_table(element: Any, seen: Seen) -> None:
    table = next(element.iter(f"{A}tbl"))
    rows: list[tuple[str, ...]] = []
    merged = False
    for row in table.iterchildren(f"{A}tr"):
        cells = list(row.iterchildren(f"{A}tc"))
        merged = merged or any(cell.get("gridSpan") or cell.get("rowSpan") for cell in cells)
        rows.append(tuple(" ".join(_cell(cell)) for cell in cells[: MOST_CELLS[1]]))
        if len(cells) > MOST_CELLS[1]:
            seen.left.append(Message(f"第 {MOST_CELLS[1]} 列以后的列", f"columns beyond {MOST_CELLS[1]}"))
    if merged:
        seen.left.append(Message("合并的单元格（文字在第一格里）", "merged cells (their words are in the first)"))
    if len(rows) > MOST_CELLS[0]:
        seen.left.append(Message(f"第 {MOST_CELLS[0]} 行以后的行", f"rows beyond {MOST_CELLS[0]}"))
    width = max(map(len, rows), default=0)
    rows = [row + ("",) * (width - len(row)) for row in rows[: MOST_CELLS[0]] if any(row)]
    if not rows or not width:
        return
    headed = len(rows) > 1 and _has_heads(table.find(f"{A}tblPr"), rows[0])
    seen.blocks.append(Grid(rows[0] if headed else (), tuple(rows[1:] if headed else rows)))


def _has_heads(marked: Any, first: tuple[str, ...]) -> bool:
    """Whether the first row is of heads. Where a program marks none, as LibreOffice, it is if it has words alone."""
    if marked is not None and marked.attrib:
        return marked.get("firstRow") in ("1", "true")
    return all(cell and not any(character.isdecimal() for character in cell) for cell in first)


def _cell(cell: Any) -> Iterator[str]:
    for paragraph in cell.iter(f"{A}p"):
        words = clean("".join(node.text or "" for node in paragraph.iter(f"{A}t")))
        if words:
            yield words


def _diagram(shape: Any, data: Any) -> Iterator[Line]:
    """The words of a SmartArt, in the order of its outline."""
    ids = next(data.iter(f"{DGM}relIds"), None)
    related = ids.get(f"{R}dm") if ids is not None else None
    if related is None:
        return
    from pptx.oxml import parse_xml

    for point in parse_xml(shape.part.related_part(related).blob).iter(f"{DGM}pt"):
        words = clean("".join(node.text or "" for node in point.iter(f"{A}t")))
        if point.get("type", "node") == "node" and words:
            yield Line(words)


def _notes(slide: Any) -> str:
    """What stands in the notes, a paragraph a line."""
    if not slide.has_notes_slide:
        return ""
    frame = slide.notes_slide.notes_text_frame
    if frame is None:
        return ""
    lines = [clean(paragraph.text) for paragraph in frame.paragraphs[:MOST_LINES]]
    return "\n".join(line for line in lines if line)


def _titled(blocks: list[Block]) -> tuple[str, list[Block]]:
    """The title of a slide that has no place for one: the first words, where these are one short paragraph."""
    for k, block in enumerate(blocks):
        if isinstance(block, Words):
            first, *rest = block.lines
            if len(first.words) > 40:
                return "", blocks
            others: list[Block] = [Words(tuple(rest))] if rest else []
            return first.words.replace("==", ""), [*blocks[:k], *others, *blocks[k + 1 :]]
    return "", blocks
