"""A Markdown file as found: headings make themes and slides, as in reveal.js, Slidev and Marp, or in plain notes."""

import re
from pathlib import Path

from msgspec import Struct

from jn_presenter.durable import read
from jn_presenter.model.text import Message
from jn_presenter.moving_in.found import (
    MOST_LINES,
    MOST_SLIDES,
    Block,
    Found,
    Grid,
    ImportFileError,
    Line,
    Part,
    Sheet,
    Words,
    clean,
)
from jn_presenter.moving_in.markdown_words import pictures_of, words_of

MOST_BYTES = 2 << 20
MOST_OF_LINE = 8000
MOST_CELLS = (200, 12)
HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*\s*$")
BULLET = re.compile(r"(\s*)(?:[-*+•]|\d{1,4}[.)、])\s+(.*)$")
FENCE = re.compile(r"\s*(```+|~~~+)\s*([\w-]*)")
RULE = re.compile(r"\s*(-{3,}|\*{3,}|_{3,}|-{2}|={3,})\s*$")
NOTE = re.compile(r"(Notes?|备注|讲稿)\s*[:：]\s*(.*)$", re.IGNORECASE)
ROW = re.compile(r"\s*\|?(.*?)\|?\s*$")
UNDER_HEADS = re.compile(r"\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*$")
COLUMN = re.compile(r"(?<!\\)\|")
MARP = re.compile(r"^_?\w+:\s")
"""A comment that tells a program something instead of being notes."""
NOTES_FENCES = frozenset({"notes", "note"})
INDENT = 2
TAB = 4


class Draft(Struct):
    """A slide as far as it is read."""

    number: int
    title: str = ""
    level: int = 0
    lines: list[Line] = []
    blocks: list[Block] = []
    notes: list[str] = []
    left: dict[str, Message] = {}
    quoted: bool = True
    """Whether all its lines are of a quotation."""
    in_notes: bool = False
    headed: bool = False
    """Whether bullets stand below a heading of the third level, which is a point itself."""

    def close_words(self) -> None:
        if self.lines:
            self.blocks.append(Words(tuple(self.lines)))
            self.lines = []

    @property
    def empty(self) -> bool:
        return not (self.title or self.lines or self.blocks or self.notes)


def read_markdown(file: Path) -> Found:
    """All of the file; its pictures are read from its folder. Raises ImportFileError and OSError."""
    from jn_presenter.draw.delimited import decoded, encodings

    try:
        data = read(file, MOST_BYTES)
    except OSError as error:
        if error.errno == 27:  # EFBIG
            raise LARGE from None
        raise
    text = decoded(data, encodings(data))
    if text is None or "\0" in text:
        raise NO_TEXT
    return Reader(file.parent).found(text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff"))


class Reader:
    """Reads line by line. folder: from which pictures are taken, and no others."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._drafts: list[Draft] = []
        self._left: list[Message] = []

    def found(self, text: str) -> Found:
        """The file's slides, by themes."""
        body, notes = _without_comments(self._without_front_matter(text))
        lines = [line[:MOST_OF_LINE] for line in body.split("\n")]
        self._begin()
        self._lines(lines, notes)
        drafts = [draft for draft in self._drafts if not draft.empty]
        if not drafts:
            raise EMPTY
        if len(drafts) > MOST_SLIDES:
            self._left.append(Message(f"第 {MOST_SLIDES} 页以后", f"slides beyond {MOST_SLIDES}"))
        return _themes(drafts[:MOST_SLIDES], tuple(self._left))

    def _begin(self) -> Draft:
        draft = Draft(len(self._drafts) + 1, "", 0, [], [], [], {})
        self._drafts.append(draft)
        return draft

    def _without_front_matter(self, text: str) -> str:
        if not text.startswith("---\n"):
            return text
        end = text.find("\n---", 4)
        if end < 0 or not re.match(r"\s*[\w-]+\s*:", text[4:end] or "x:"):
            return text
        self._left.append(Message("文件开头的设置（front matter）", "the settings at the top (front matter)"))
        return text[text.find("\n", end + 1) + 1 :] if "\n" in text[end + 1 :] else ""

    def _lines(self, lines: list[str], notes: list[str]) -> None:
        draft, k = self._drafts[-1], 0
        while k < len(lines) and len(self._drafts) <= MOST_SLIDES:
            line = lines[k].expandtabs(TAB)
            k += 1
            if fence := FENCE.match(line):
                k = self._fenced(draft, lines, k, fence)
            elif line.startswith("\x00"):
                self._comment(draft, notes[int(line[1:])])
            elif heading := HEADING.match(line):
                draft = self._headed(draft, len(heading[1]), heading[2])
            elif RULE.match(line):
                draft = self._ruled(draft)
                k = self._slide_settings(draft, lines, k)
            elif draft.in_notes:
                draft.notes.append(line.strip())
            elif noted := NOTE.match(line.strip()):
                draft.in_notes = True
                draft.notes.append(noted[2])
            elif "|" in line and k < len(lines) and UNDER_HEADS.match(lines[k].strip()) and "-" in lines[k]:
                k = self._table(draft, line, lines, k + 1)
            else:
                self._line(draft, line)

    def _fenced(self, draft: Draft, lines: list[str], k: int, fence: re.Match[str]) -> int:
        inside = []
        while k < len(lines) and not lines[k].lstrip().startswith(fence[1]):
            inside.append(lines[k].strip())
            k += 1
        if fence[2].lower() in NOTES_FENCES:
            draft.notes += inside
        else:
            draft.left["code"] = Message("代码块", "a block of code")
        return k + 1

    def _comment(self, draft: Draft, words: str) -> None:
        if MARP.match(words) and "\n" not in words and "：" not in words and not words.lower().startswith("note"):
            draft.left["told"] = Message("给别的程序的注释", "a comment for another program")
            return
        draft.notes += [NOTE.sub(r"\2", line.strip()) for line in words.split("\n")]

    def _headed(self, draft: Draft, level: int, words: str) -> Draft:
        title = words_of(words, draft.left).replace("==", "")
        if level > 2 and (draft.title or draft.lines or draft.blocks):
            draft.quoted = False
            draft.lines.append(Line(title, 0))
            draft.headed = True
            return draft
        if not draft.empty:
            draft.close_words()
            draft = self._begin()
        draft.title, draft.level = title, level
        return draft

    def _ruled(self, draft: Draft) -> Draft:
        draft.close_words()
        draft.in_notes = False
        return draft if draft.empty else self._begin()

    def _slide_settings(self, draft: Draft, lines: list[str], k: int) -> int:
        """Behind the rule before a slide Slidev has settings of that slide, up to another rule."""
        end = k
        while end < len(lines) and re.match(r"[\w-]+:(\s|$)|\s+\S", lines[end]):
            end += 1
        if end == k or end >= len(lines) or not re.fullmatch(r"---\s*", lines[end]):
            return k
        draft.left["settings"] = Message("这一页的设置（front matter）", "the settings of this slide (front matter)")
        return end + 1

    def _table(self, draft: Draft, heads: str, lines: list[str], k: int) -> int:
        rows = [self._cells(draft, heads)]
        while k < len(lines) and "|" in lines[k] and lines[k].strip():
            rows.append(self._cells(draft, lines[k]))
            k += 1
        width = min(max(map(len, rows)), MOST_CELLS[1])
        if len(rows) > MOST_CELLS[0] or max(map(len, rows)) > width:
            draft.left["cells"] = Message("表格里多出的行列", "rows or columns of a table beyond what can be shown")
        even = [tuple((*row, *[""] * width)[:width]) for row in rows[: MOST_CELLS[0]]]
        draft.close_words()
        draft.quoted = False
        if len(even) > 1:
            draft.blocks.append(Grid(even[0], tuple(even[1:])))
        else:
            draft.lines.append(Line(" ".join(even[0])))
        return k

    def _cells(self, draft: Draft, line: str) -> list[str]:
        row = ROW.match(line)
        return [words_of(cell.replace("\\|", "|"), draft.left) for cell in COLUMN.split(row[1] if row else line)]

    def _line(self, draft: Draft, line: str) -> None:
        pictures, line = pictures_of(line, self._folder, draft.left)
        for picture in pictures:
            draft.close_words()
            draft.blocks.append(picture)
        quoted = line.lstrip().startswith(">")
        if quoted:
            line = line.lstrip().lstrip("> ")
        bullet = BULLET.match(line)
        words = words_of(bullet[2] if bullet else line, draft.left)
        if not words:
            return
        if len(draft.lines) >= MOST_LINES:
            draft.left["lines"] = Message(f"第 {MOST_LINES} 段以后的文字", f"paragraphs beyond {MOST_LINES}")
            return
        draft.quoted = draft.quoted and quoted
        level = 0
        if bullet:
            level = min(len(bullet[1]) // INDENT + draft.headed, 8)
        draft.lines.append(Line(words, level))


def _without_comments(text: str) -> tuple[str, list[str]]:
    """The text with a line of its own for the number of each comment, and the comments. In one pass from the left."""
    parts: list[str] = []
    notes: list[str] = []
    at = 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
        parts += (text[at:start], f"\n\x00{len(notes)}\n")
        notes.append(text[start + 4 : end].strip())
        at = end + 3
    return "".join([*parts, text[at:]]), notes


def _themes(drafts: list[Draft], left: tuple[Message, ...]) -> Found:
    """A single heading of the first level is the title of all; of several, each begins a theme."""
    firsts = [draft for draft in drafts if draft.level == 1]
    lone = len(firsts) == 1 and drafts[0].level == 1 and any(draft.level == 2 for draft in drafts)
    groups: list[list[Draft]] = [[]]
    for draft in drafts:
        if draft.level == 1 and not lone and groups[-1] and any(one.level > 1 for one in drafts):
            groups.append([])
        groups[-1].append(draft)
    several = len(groups) > 1
    parts = []
    for group in groups:
        sheets = tuple(_sheet(draft, section=several and draft is group[0] and draft.level == 1) for draft in group)
        parts.append(Part(group[0].title if several and group[0].level == 1 else "", sheets))
    return Found(title=drafts[0].title if drafts[0].level == 1 and not several else "", parts=tuple(parts), left=left)


def _sheet(draft: Draft, *, section: bool) -> Sheet:
    draft.close_words()
    lone = draft.quoted and bool(draft.title) and len(draft.blocks) == 1 and isinstance(draft.blocks[0], Words)
    return Sheet(
        number=draft.number,
        title=draft.title,
        kind="section" if section else "quote" if lone else "",
        blocks=tuple(draft.blocks),
        notes="\n".join(filter(None, (clean(line) for line in draft.notes[:MOST_LINES]))),
        left=tuple(draft.left.values()),
    )


AS_TEXT = Message("另存为 UTF-8 的文本文件", "save it as a text file in UTF-8")
LARGE = ImportFileError(
    Message(f"文件超过 {MOST_BYTES >> 20} MiB", f"the file is larger than {MOST_BYTES >> 20} MiB"),
    Message("拆成几个文件，分别导入", "split it into several files and import each"),
)
NO_TEXT = ImportFileError(Message("这不是文本文件", "this is no text file"), AS_TEXT)
EMPTY = ImportFileError(
    Message("文件里没有内容", "there is nothing in the file"),
    Message("用“## 标题”开始一页，下面用“- ”写要点", "begin a slide by “## Title”, and each point by “- ”"),
)
