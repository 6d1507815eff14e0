"""A field given another value: what was typed is read as a person means it, and written by its own characters alone."""

from collections.abc import Iterable

from jn_presenter.draw.parsing import NotANumberError, number_in
from jn_presenter.edit.changes import Edit, Read, Refusal, edit_of
from jn_presenter.edit.csv_cells import with_cells
from jn_presenter.edit.document import Document, node_at, opened, tree
from jn_presenter.edit.form_fields import Field
from jn_presenter.edit.keys import with_key, with_wording
from jn_presenter.edit.texts import BLOCKS, with_texts
from jn_presenter.load.dates import real_date
from jn_presenter.load.nodes import Scalar
from jn_presenter.model.text import Message

Languages = tuple[str, ...]
AS_TYPED = ("number", "date", "cell")
"""Kinds that stand without quotes though they look like numbers."""
NO_NUMBER = Refusal(
    Message("这里要写一个数", "a number is wanted here"),
    Message("只写数字，如 1.5；单位另写", "write digits alone, as in 1.5; the unit stands elsewhere"),
)
NO_DATE = Refusal(
    Message("没有这个日期", "there is no such date"),
    Message("写成 2021、2021-06 或 2021-06-04", "write 2021, 2021-06 or 2021-06-04"),
)
NO_WORDS = Refusal(
    Message("里面有半个字符", "there is half a character in it"), Message("删去再打一次", "type it again")
)
IN_CODE = Message("请在“代码”里改", "edit it in the code")


def set_field(read: Read, field: Field, value: str, languages: Languages) -> Edit | Refusal:
    """The edit after which the field says `value`, as a person typed it; nothing else of the file changes.

    languages: the briefing's, for a text that gets its first words in one.
    """
    return set_fields(read, [(field, value)], languages)


def set_fields(read: Read, values: Iterable[tuple[Field, str]], languages: Languages) -> Edit | Refusal:
    """As set_field, of several fields as one edit; none is set where one cannot be."""
    by_file: dict[str, list[tuple[Field, str | None]]] = {}
    for field, value in values:
        meant = proper(field, value)
        if isinstance(meant, Refusal):
            return meant
        by_file.setdefault(field.file, []).append((field, meant))
    files: dict[str, bytes | None] = {}
    for file, pairs in by_file.items():
        data = read(file)
        made = _written(file, data, pairs, languages) if data is not None else None
        if made is None:
            return Refusal(Message(f"{file} 里这一项改不了", f"this cannot be changed in {file}"), IN_CODE)
        files[file] = made
    labels = [field.label for pairs in by_file.values() for field, _ in pairs]
    return edit_of(_what(labels), read, files)


def proper(field: Field, value: str) -> str | Refusal | None:
    """What is to be written for what was typed, None for a plain `null`; or why it cannot be that."""
    try:
        value.encode()
    except UnicodeEncodeError:
        return NO_WORDS
    if field.kind == "number":
        return _number(field, value)
    if field.kind == "date":
        word = value.strip()
        return word if real_date(word) else NO_DATE
    if field.kind == "cell":
        return value.strip() or (None if field.cell is None else "")
    return value.rstrip("\n")


def _number(field: Field, value: str) -> str | Refusal | None:
    try:
        number = number_in(value)
    except NotANumberError:
        return NO_NUMBER
    if number is None:
        return None if field.optional else NO_NUMBER
    if (field.least is not None and number < field.least) or (field.most is not None and number > field.most):
        return Refusal(Message(f"{number:f} 超出范围", f"{number:f} is out of bounds"), bounds(field))
    return f"{number:f}"


def bounds(field: Field) -> Message:
    """Between what a number may be; empty where it may be anything."""
    if field.least is not None and field.most is not None:
        return Message(f"写 {field.least:f} 到 {field.most:f}", f"write {field.least:f} to {field.most:f}")
    if field.least is not None:
        return Message(f"不小于 {field.least:f}", f"{field.least:f} at least")
    return Message(f"不大于 {field.most:f}", f"{field.most:f} at most") if field.most is not None else Message("", "")


def _written(file: str, data: bytes, pairs: list[tuple[Field, str | None]], languages: Languages) -> bytes | None:
    """The file with these values, None where that cannot be done without touching other things."""
    cells = {field.cell: value or "" for field, value in pairs if field.cell is not None}
    if cells:
        return with_cells(data, cells, pairs[0][0].encoding)
    document = opened(file, data)
    for as_typed in (True, False):
        chosen = {
            field.path: value for field, value in pairs if not field.absent and (field.kind in AS_TYPED) == as_typed
        }
        if chosen and document is not None:
            document = with_texts(document, _with_line_ends(document, chosen), bare=as_typed)
    for field, value in pairs:
        if field.absent and value and document is not None:
            document = _with_words(document, field, value, languages)
    return document.data if document is not None else None


def _with_words(document: Document, field: Field, value: str, languages: Languages) -> Document | None:
    """With the first words of a text in a language, or the first at all."""
    path, _, key = field.text.rpartition(".")
    if node_at(tree(document), field.text) is None:
        return with_key(document, path, key, {field.language: value})
    return with_wording(document, field.text, field.language, value, languages)


def _with_line_ends(document: Document, values: dict[str, str | None]) -> dict[str, str | None]:
    """Blocks keep the line end at their end, which is none of their words, and with it their sign."""
    root = tree(document)
    found: dict[str, str | None] = {}
    for path, value in values.items():
        node = node_at(root, path)
        ended = isinstance(node, Scalar) and node.style in BLOCKS and node.value.endswith("\n")
        found[path] = value + "\n" if value and ended else value
    return found


def _what(labels: list[Message]) -> Message:
    """What the edit is called when it is taken back."""
    if len(labels) == 1:
        return Message(f"改 {labels[0].zh}", f"edit {labels[0].en}")
    return Message(f"改 {len(labels)} 格", f"edit {len(labels)} cells")
