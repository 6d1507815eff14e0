"""A PowerPoint file as found: slides in their order, by sections, with what is not carried over."""

import struct
import time
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from jn_presenter.model.counting import counted
from jn_presenter.model.text import Message
from jn_presenter.moving_in.found import MOST_SLIDES, Advance, Found, ImportFileError, Part, Sheet, clean
from jn_presenter.moving_in.pptx_left import P14, drawn_by_master
from jn_presenter.moving_in.pptx_slide import Page, sheet_of
from jn_presenter.moving_in.vetting import DAMAGED, vet

MOST_SECONDS = 180.0
"""Of reading; slides that are not reached by then are left out, and listed."""
EMU = (12192000, 6858000)
"""Width and height of a slide where the file does not say."""


def read_pptx(
    path: Path, advance: Advance = lambda _done, _all: None, *, now: Callable[[], float] = time.monotonic
) -> Found:
    """All of the file. `now` is a clock in seconds. Raises ImportFileError, and OSError where it cannot be read."""
    vet(path)
    from lxml.etree import LxmlError  # type: ignore[import-untyped]  # it has no types
    from pptx import Presentation
    from pptx.exc import PythonPptxError

    # What a library of that size raises on parts that are broken, missing, or other than they say.
    mishaps = (
        LxmlError, PythonPptxError, zipfile.BadZipFile, zlib.error, struct.error, ArithmeticError, AssertionError,
        AttributeError, EOFError, LookupError, NotImplementedError, OSError, RuntimeError, TypeError, ValueError,
    )  # fmt: skip
    started = now()
    try:
        show = Presentation(str(path))
        slides: list[tuple[int, Any]] = list(_slides(show))
        page = Page(show.slide_width or EMU[0], show.slide_height or EMU[1], _name_column(show))
        sections = _sections(show)
        title = clean(show.core_properties.title or "")
    except mishaps as error:
        raise DAMAGED from error
    sheets: list[tuple[int, Sheet]] = []
    left: list[Message] = []
    for k, (ident, slide) in enumerate(slides[:MOST_SLIDES]):
        advance(k, len(slides))
        if now() - started > MOST_SECONDS:
            left.append(
                Message(f"第 {k + 1} 页起：读得太久，没有带入", f"from slide {k + 1} on: reading took too long")
            )
            break
        try:
            sheets.append((ident, sheet_of(slide, k + 1, page)))
        except mishaps as error:
            sheets.append((ident, Sheet(number=k + 1, left=(_broken(error),))))
    if len(slides) > MOST_SLIDES:
        left.append(Message(f"第 {MOST_SLIDES} 页以后", f"slides beyond {MOST_SLIDES}"))
    if not any(sheet.title or sheet.blocks or sheet.subtitle for _, sheet in sheets):
        raise EMPTY
    return Found(title=title, parts=_parts(sheets, sections), left=(*left, *_of_all(show, mishaps)))


def _slides(show: Any) -> Any:
    """(the id that sections name, slide) in the order of the show."""
    for entry in show.slides._sldIdLst:
        yield int(entry.get("id", "0")), show.part.related_slide(entry.rId)


def _sections(show: Any) -> list[tuple[str, frozenset[int]]]:
    """The sections' names and the ids of their slides."""
    found = []
    for section in show.element.iter(f"{P14}section"):
        ids = frozenset(int(node.get("id", "0")) for node in section.iter(f"{P14}sldId"))
        found.append((clean(section.get("name", "")), ids))
    return found


def _parts(sheets: list[tuple[int, Sheet]], sections: list[tuple[str, frozenset[int]]]) -> tuple[Part, ...]:
    """The slides by sections; without any, a slide that opens a section opens a theme where there are several."""
    if len([name for name, ids in sections if ids]) > 1:
        grouped = [(name, [sheet for ident, sheet in sheets if ident in ids]) for name, ids in sections]
        known = frozenset[int]().union(*(ids for _, ids in sections))
        grouped.append(("", [sheet for ident, sheet in sheets if ident not in known]))
        return tuple(Part(name, tuple(some)) for name, some in grouped if some)
    return parted([sheet for _, sheet in sheets])


def parted(sheets: list[Sheet]) -> tuple[Part, ...]:
    """The slides as themes: a new one begins with each slide that opens a section, where there are at least two."""
    if sum(sheet.kind == "section" for sheet in sheets) < 2:
        return (Part("", tuple(sheets)),)
    parts: list[list[Sheet]] = [[]]
    for sheet in sheets:
        if sheet.kind == "section" and parts[-1]:
            parts.append([])
        parts[-1].append(sheet)
    return tuple(Part(some[0].title if some[0].kind == "section" else "", tuple(some)) for some in parts)


def _name_column(show: Any) -> str:
    """What the column of names is called in the CSV of a chart: in Chinese if the first slides are."""
    words = "".join(node.text or "" for slide in list(show.slides)[:5] for node in slide._element.iter() if node.text)
    return "名称" if any("\u3400" <= character <= "\u9fff" for character in words[:20000]) else "name"


def _of_all(show: Any, mishaps: tuple[type[Exception], ...]) -> list[Message]:
    """What is the whole file's: the masters' drawings, fonts and colours, comments."""
    left = [
        Message(
            "字体、字号、颜色和位置：用本程序自己的样式", "fonts, sizes, colours and places: the program has its own"
        )
    ]
    try:
        masters = [master.shapes._spTree for master in show.slide_masters]
        masters += [layout.shapes._spTree for master in show.slide_masters for layout in master.slide_layouts]
        count = sum(map(drawn_by_master, masters))
    except mishaps:
        count = 0
    if count:
        left.append(
            Message(f"母版上的图形和标志（{count} 个）", f"what the masters draw, as logos ({counted(count, 'shape')})")
        )
    names = {str(part.partname) for part in show.part.package.iter_parts()}
    if any("/comments/" in name for name in names):
        left.append(Message("批注", "comments"))
    if any("/fonts/" in name for name in names):
        left.append(Message("嵌入的字体", "embedded fonts"))
    if any("vbaProject" in name for name in names):
        left.append(Message("宏", "macros"))
    left.append(Message("页码、日期和页脚", "numbers of slides, dates and footers"))
    return left


def _broken(error: Exception) -> Message:
    name = type(error).__name__
    return Message(f"这一页损坏，读不出来（{name}）", f"this slide is damaged and cannot be read ({name})")


EMPTY = ImportFileError(
    Message("文件里没有可带入的内容", "there is nothing in the file that can be taken over"),
    Message(
        "在 PowerPoint 里打开，看看页面上有没有文字、图片、表格或图表",
        "open it and see whether its slides have words, pictures, tables or charts",
    ),
)
