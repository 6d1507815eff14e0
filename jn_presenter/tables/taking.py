"""What comes back from a table: the edit of the deck's files, told cell by cell, and what was left alone."""

from collections.abc import Iterable, Mapping
from typing import Literal

from msgspec import Struct

from jn_presenter.edit.changes import Change, Edit, Read
from jn_presenter.edit.document import Document, opened
from jn_presenter.edit.texts import with_texts
from jn_presenter.model.text import Message
from jn_presenter.tables.reading import Cell, ReadRow

MOST_NAMED = 6


class Told(Struct, frozen=True, kw_only=True):
    """One change. cell: as in 数据!E12. place: file:line, from the deck's folder. what: as 标题 · en.

    key: the id of the fact, or the path of the text in its file.
    """

    cell: str
    place: str
    what: Message
    before: str
    after: str
    key: str = ""


class Remark(Struct, frozen=True, kw_only=True):
    """Something in the table that was not taken, or that one should know: error where a person has to decide."""

    cell: str
    severity: Literal["error", "note"]
    message: Message
    hint: Message = Message("", "")
    place: str = ""


class Taken(Struct, frozen=True, kw_only=True):
    """All that a table says of a deck."""

    edit: Edit
    told: tuple[Told, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @property
    def left(self) -> int:
        """How many cells a person has to look at."""
        return sum(remark.severity == "error" for remark in self.remarks)


class Waiting(Struct, frozen=True):
    """Words that are to be put into a file. bare: whether what looks like a number is one."""

    words: str
    told: Told
    bare: bool = False


class Files:
    """The files of a deck while the cells of a table are put into them, one after the other."""

    def __init__(self, read: Read) -> None:
        self._read = read
        self._before: dict[str, bytes] = {}
        self._now: dict[str, Document | None] = {}
        self._texts: dict[str, dict[str, Waiting]] = {}

    def get(self, file: str) -> Document | None:
        """The file as it was when it was first asked for and as edited since; None where it cannot be read."""
        if file not in self._now:
            data = self._read(file)
            self._now[file] = opened(file, data) if data is not None else None
            self._before[file] = data or b""
        return self._now[file]

    def put(self, document: Document) -> None:
        """The file as it is from now on."""
        self._now[document.file] = document

    def later(self, file: str, path: str, words: str, told: "Told", *, bare: bool = False) -> None:
        """A text that is to stand at the path: put there with all others of the file, since each costs a reading."""
        self._texts.setdefault(file, {})[path] = Waiting(words, told, bare)

    def settle(self) -> tuple[tuple["Told", ...], tuple["Told", ...]]:
        """Put all texts in that wait; those that could be, and those that could not."""
        done: list[Told] = []
        failed: list[Told] = []
        for file, texts in self._texts.items():
            for bare in (False, True):
                chosen = {path: one for path, one in texts.items() if one.bare is bare}
                if not self._put(file, chosen, bare=bare):
                    failed += [one.told for path, one in chosen.items() if not self._put(file, {path: one}, bare=bare)]
            done += [one.told for one in texts.values() if one.told not in failed]
        self._texts.clear()
        return tuple(done), tuple(failed)

    def _put(self, file: str, texts: Mapping[str, "Waiting"], *, bare: bool) -> bool:
        document = self.get(file)
        if not texts or document is None:
            return not texts
        made = with_texts(document, {path: one.words for path, one in texts.items()}, bare=bare)
        if made is not None:
            self.put(made)
        return made is not None

    def changes(self) -> tuple[Change, ...]:
        """What has become of all files, those that stayed as they were left out."""
        pairs = ((file, self._before[file], now) for file, now in self._now.items() if now is not None)
        return tuple(Change(file, before, now.data) for file, before, now in pairs if before != now.data)


def edit_of(files: Files, what: Message) -> Edit:
    """The edit that all of it makes."""
    return Edit(what, files.changes())


def in_order(told: Iterable[Told]) -> tuple[Told, ...]:
    """The changes in the order of the sheet: by row, then by column."""
    return tuple(sorted(told, key=lambda one: _place(one.cell)))


def _place(cell: str) -> tuple[int, int, str]:
    letters = cell.rpartition("!")[2].rstrip("0123456789")
    number = cell.rpartition("!")[2][len(letters) :]
    return int(number or 0), len(letters), letters


def unread(cell: Cell) -> Remark | None:
    """That a cell has an error or a formula without a value, where it has."""
    if cell.fault is None:
        return None
    if cell.fault:
        message = Message(f"这一格是 {cell.fault}，没有值", f"this cell is {cell.fault} and has no value")
        return Remark(cell=cell.where, severity="error", message=message, hint=Message("改好公式", "mend the formula"))
    return Remark(
        cell=cell.where,
        severity="error",
        message=Message("这一格的公式从未计算，没有值", "the formula in this cell was never calculated"),
        hint=Message("用 Excel 打开并保存一次", "open the file in Excel and save it once"),
    )


def merged(row: ReadRow, name: str) -> Remark:
    """That cells were made one: which of them the words were meant for nobody can tell."""
    return Remark(
        cell=f"{name}!{row.merged}",
        severity="error",
        message=Message("这几格合并了，整行没有读", "these cells were merged; the row was not read"),
        hint=Message("选中它们，取消合并单元格", "select them, and unmerge the cells"),
    )


def clash(cell: Cell, place: str, now: str) -> Remark:
    """That both the table and the deck were changed since the table was made."""
    shown = f"{now[:60]}…" if len(now) > 60 else now
    return Remark(
        cell=cell.where,
        severity="error",
        place=place,
        message=Message(
            f"导出以后，文件里的这一处也改过，没有覆盖；现在是：{shown}",
            f"this was changed in the file too since the export, and was left alone; it is now: {shown}",
        ),
        hint=Message("看过两边，重新导出再改", "look at both, export again and change it there"),
    )


def missing(rows: Iterable[str], name: str) -> tuple[Remark, ...]:
    """That the deck has what no row of the table is about: deleting a row deletes nothing."""
    listed = list(rows)
    if not listed:
        return ()
    some = "、".join(listed[:MOST_NAMED]) + ("……" if len(listed) > MOST_NAMED else "")
    some_en = ", ".join(listed[:MOST_NAMED]) + (", …" if len(listed) > MOST_NAMED else "")
    return (
        Remark(
            cell=name,
            severity="note",
            message=Message(
                f"表里没有这 {len(listed)} 项，原样保留：{some}",
                f"{len(listed)} not in the table, left as they are: {some_en}",
            ),
        ),
    )


def place_in(file: str, line: int) -> str:
    """A place as terminals and editors make a link of it."""
    return f"{file}:{line}"
