"""The texts of a workbook that was edited, as an edit of the files that they stand in."""

from collections.abc import Mapping

from jn_presenter.draw.resolve import resolve
from jn_presenter.edit.changes import Read
from jn_presenter.edit.document import node_at, tree
from jn_presenter.edit.keys import with_wording
from jn_presenter.edit.limits import Room, limit, rooms
from jn_presenter.edit.texts_of import TextOf, Wording, texts_of
from jn_presenter.load.nodes import Scalar
from jn_presenter.model.deck import Deck
from jn_presenter.model.text import PLAIN, Message
from jn_presenter.model.text import plain as text_of
from jn_presenter.tables.form import LONGEST_CELL, RECORD, checksum, plain, recorded
from jn_presenter.tables.reading import ReadRow, rows_of
from jn_presenter.tables.taking import (
    Files,
    Remark,
    Taken,
    Told,
    clash,
    edit_of,
    in_order,
    merged,
    missing,
    place_in,
    unread,
)
from jn_presenter.tables.texts_out import SHEET, files_of, text_columns

Key = tuple[str, str]
"""A file, and the path in it."""


def taken_texts(data: bytes, read: Read, deck: Deck) -> Taken:
    """What the workbook says otherwise than the files of the deck. Raises TableError."""
    rows = rows_of(data, SHEET, text_columns(deck.briefing.languages))
    return _Taking(Files(read), deck).all(rows)


class _Taking:
    """Goes through the rows, and then puts what is new into the files."""

    def __init__(self, files: Files, deck: Deck) -> None:
        self.files = files
        self.deck = deck
        self.languages = deck.briefing.languages
        self.rooms: dict[str, Mapping[str, tuple[Room, ...]]] = {}
        self.known = frozenset(files_of(deck))
        """The files of the deck: a table that came by mail shall name no other."""
        self.told: list[Told] = []
        self.remarks: list[Remark] = []
        self.found: dict[str, Mapping[str, TextOf]] = {}
        self.seen: set[Key] = set()
        self.added: list[tuple[Key, str, str, Told]] = []
        """Words of languages that a text does not have yet: these are put in last, as they move what stands behind."""

    def all(self, rows: tuple[ReadRow, ...]) -> Taken:
        for row in rows:
            kept = recorded(row.words(RECORD))
            if row.merged:
                self.remarks.append(merged(row, SHEET))
            elif kept is None or len(kept[0]) != 2:
                self._unknown(row)
            else:
                self._row(row, (kept[0][0], kept[0][1]), kept[1])
        self._write()
        lost = [
            f"{file} {path}" for file, texts in self.found.items() for path in texts if (file, path) not in self.seen
        ]
        self.remarks += missing(lost, SHEET)
        edit = edit_of(self.files, Message("导入文字表", "import the table of texts"))
        return Taken(edit=edit, told=in_order(self.told), remarks=tuple(self.remarks))

    def _unknown(self, row: ReadRow) -> None:
        if any(row.words(tag).strip() for tag in self.languages):
            where = next(cell.where for tag in self.languages if (cell := row.get(tag)) is not None)
            self.remarks.append(Remark(cell=where, severity="error", message=NO_RECORD[0], hint=NO_RECORD[1]))

    def _row(self, row: ReadRow, key: Key, sums: Mapping[str, str]) -> None:
        file, path = key
        text = self._text(file, path, sums)
        if text is None:
            where = next((cell.where for tag in self.languages if (cell := row.get(tag)) is not None), SHEET)
            if any(self._edited(row, tag, sums) for tag in self.languages):
                self.remarks.append(Remark(cell=where, severity="error", message=_gone(file, path), hint=AGAIN))
            return
        if (file, text.path) in self.seen:
            return self._twice(row, text, sums)
        self.seen.add((file, text.path))
        if any(len(one.words) > LONGEST_CELL for one in text.wordings):
            return None
        for tag in self.languages:
            self._cell(row, tag, file, text, sums)
        return None

    def _edited(self, row: ReadRow, tag: str, sums: Mapping[str, str]) -> bool:
        """Whether somebody has changed the cell since it was written."""
        cell = row.get(tag)
        if cell is None:
            return False
        kept = sums.get(self._language(tag, sums), checksum(""))
        return cell.fault is not None or checksum(cell.words) != kept

    def _language(self, tag: str, languages: Mapping[str, object]) -> str:
        """What the words under a heading are of: those of a text for all languages stand under the first."""
        return PLAIN if PLAIN in languages and tag == self.languages[0] else tag

    def _cell(self, row: ReadRow, tag: str, file: str, text: TextOf, sums: Mapping[str, str]) -> None:
        cell = row.get(tag)
        if cell is None or not self._edited(row, tag, sums):
            return
        language = self._language(tag, {one.language: one for one in text.wordings})
        now = text.get(language)
        before = now.words if now is not None else ""
        words = plain(cell.words)
        place = place_in(file, (now.span if now is not None else text.span).line)
        if (fault := unread(cell)) is not None:
            self.remarks.append(fault)
        elif words == plain(before):
            return
        elif checksum(before) != sums.get(self._language(tag, sums), checksum("")):
            self.remarks.append(clash(cell, place, before))
        elif not words:
            message, hint = EMPTIED
            self.remarks.append(Remark(cell=cell.where, severity="note", message=message, hint=hint, place=place))
        else:
            what = Message(f"{text.label.zh} · {tag}", f"{text.label.en} · {tag}")
            told = Told(cell=cell.where, place=place, what=what, before=before, after=words, key=text.path)
            self._measure(told, file, tag)
            if now is None:
                self.added.append(((file, text.path), language, words, told))
            else:
                self.files.later(file, now.path, words + self._tail(file, now), told)

    def _measure(self, told: Told, file: str, tag: str) -> None:
        """Say that words are longer than there is room for, where they were not so before."""
        if file not in self.rooms:
            slide = self.deck.slides.get(file.removesuffix(".yaml"))
            self.rooms[file] = rooms(slide) if slide is not None else {}
        before, after = (self._seen(words, tag) for words in (told.before, told.after))
        most = limit(told.key, tag, self.rooms[file], before)
        if most is not None and len(after) > most:
            message, hint = _too_long(len(after), most)
            self.remarks.append(Remark(cell=told.cell, severity="note", message=message, hint=hint, place=told.place))

    def _seen(self, words: str, tag: str) -> str:
        """The words as an audience sees them, references replaced."""
        return resolve(text_of(words), self.deck.facts, (tag,), self.languages)[0].plain

    def _text(self, file: str, path: str, sums: Mapping[str, str]) -> TextOf | None:
        """The text that a row is about: at its path, or where it has been moved to in its file since."""
        if file not in self.found:
            document = self.files.get(file) if file in self.known else None
            texts = texts_of(document, self.languages) if document is not None else ()
            self.found[file] = {text.path: text for text in texts}
        texts_here = self.found[file]
        here = texts_here.get(path)
        if here is not None and _same(here, sums):
            return here
        moved = [text for text in texts_here.values() if _same(text, sums)]
        return moved[0] if len(moved) == 1 and (file, moved[0].path) not in self.seen else here

    def _tail(self, file: str, wording: Wording) -> str:
        """The line end at the end of a block, which is none of its words."""
        document = self.files.get(file)
        node = node_at(tree(document), wording.path) if document is not None else None
        value = node.value if isinstance(node, Scalar) else ""
        return value[len(value.rstrip("\n")) :] if value != wording.words else ""

    def _twice(self, row: ReadRow, text: TextOf, sums: Mapping[str, str]) -> None:
        if any(self._edited(row, tag, sums) for tag in self.languages):
            where = next(cell.where for tag in self.languages if (cell := row.get(tag)) is not None)
            self.remarks.append(Remark(cell=where, severity="error", message=_two_rows(text), hint=ONE_ROW))

    def _write(self) -> None:
        done, failed = self.files.settle()
        self.told += done
        for told in failed:
            message = _unwritten(told.place.rpartition(":")[0])
            self.remarks.append(Remark(cell=told.cell, severity="error", message=message, hint=BY_HAND))
        for (file, path), language, words, told in self.added:
            document = self.files.get(file)
            made = with_wording(document, path, language, words, self.languages) if document is not None else None
            if made is None:
                self.remarks.append(Remark(cell=told.cell, severity="error", message=_unwritten(file), hint=BY_HAND))
            else:
                self.files.put(made)
                self.told.append(told)


NO_RECORD = (
    Message(
        "这一行隐藏的记录不见了，不知道是哪一处文字，没有读",
        "the hidden record of this row is missing; it was not read",
    ),
    Message(
        "这张表不能添加文字；重新导出，把改动抄过去", "texts cannot be added here; export again, and copy the change"
    ),
)
EMPTIED = (
    Message("这一格清空了，文字原样保留", "this cell was emptied; the words stay as they are"),
    Message("要删去文字，请在编辑器里改", "to delete words, use the editor"),
)
AGAIN = Message("重新导出，把改动抄过去", "export again, and copy the change there")
BY_HAND = Message("打开文件手工改", "open the file and change it there")
ONE_ROW = Message("只在一行里改", "change it in one row alone")


def _same(text: TextOf, sums: Mapping[str, str]) -> bool:
    """Whether a text says what was recorded."""
    return {one.language: checksum(one.words) for one in text.wordings} == dict(sums)


def _too_long(count: int, most: int) -> tuple[Message, Message]:
    return (
        Message(f"{count} 个字，上限约 {most}，可能放不下", f"{count} characters, with room for about {most}"),
        Message("用 --preview 看画面，或写短些", "look at it with --preview, or make it shorter"),
    )


def _gone(file: str, path: str) -> Message:
    return Message(f"{file} 里已经没有这一处（{path}）", f"{file} no longer has this text ({path})")


def _two_rows(text: TextOf) -> Message:
    return Message(f"{text.label.zh} 在表里有两行", f"{text.label.en} has two rows in the table")


def _unwritten(file: str) -> Message:
    return Message(f"{file} 的写法特别，不能自动改", f"the way {file} is written cannot be changed from here")
