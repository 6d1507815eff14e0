"""The facts of a workbook that was edited, as an edit of facts.yaml."""

from collections.abc import Iterator, Mapping

from jn_presenter.edit.changes import Read
from jn_presenter.edit.document import Document, node_at, tree
from jn_presenter.edit.keys import Value, with_item, with_key, with_wording, without_key
from jn_presenter.edit.texts import with_text
from jn_presenter.load.index import FACTS
from jn_presenter.load.nodes import Mapping as MappingNode
from jn_presenter.load.nodes import Scalar
from jn_presenter.load.slips.suggest import hint
from jn_presenter.load.units import ID
from jn_presenter.model.fact import Facts
from jn_presenter.model.text import Message
from jn_presenter.tables.choices import choices_of
from jn_presenter.tables.fact_values import BARE, ORDER, TEXTS, facts_in, in_a_file, said_of, taken
from jn_presenter.tables.facts_out import SHEET, fact_columns, recorded_of
from jn_presenter.tables.form import RECORD, checksum, recorded
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

NEEDED = frozenset({"kind", "label"})
"""What every fact has."""


def taken_facts(data: bytes, read: Read, languages: tuple[str, ...], facts: Facts) -> Taken:
    """What the workbook says otherwise than the deck's facts.yaml. facts: as they are loaded now. Raises TableError."""
    rows = rows_of(data, SHEET, fact_columns(languages))
    return _Taking(Files(read), languages, facts).all(rows)


class _Taking:
    """Goes through the rows; texts that are there already are put into the file together, at the end."""

    def __init__(self, files: Files, languages: tuple[str, ...], facts: Facts) -> None:
        self.files = files
        self.languages = languages
        self.choices = choices_of(facts)
        self.told: list[Told] = []
        self.remarks: list[Remark] = []
        self.keys = tuple(recorded_of({}, languages))
        document = files.get(FACTS)
        self.before = facts_in(document) if document is not None else {}
        """The facts as the file has them: paths by number stay true, since new ones go to the end."""

    def all(self, rows: tuple[ReadRow, ...]) -> Taken:
        seen: dict[str, ReadRow] = {}
        for row in rows:
            name = row.words("id").strip()
            if row.merged:
                self.remarks.append(merged(row, SHEET))
                seen.setdefault(name, row)
            elif name in seen:
                self._say(row, "id", *_twice(name, seen[name]))
            elif name in self.before:
                seen[name] = row
                self._old(row, name)
            elif name or any(row.words(key) for key in self.keys):
                seen.setdefault(name, row)
                self._new(row, name, frozenset(one.words("id").strip() for one in rows))
        done, failed = self.files.settle()
        self.told += done
        for told in failed:
            message, hint = NOT_WRITTEN
            self.remarks.append(Remark(cell=told.cell, severity="error", message=message, hint=hint))
        self.remarks += missing((name for name in self.before if name not in seen), SHEET)
        what = Message("导入数据表", "import the table of facts")
        return Taken(edit=edit_of(self.files, what), told=in_order(self.told), remarks=tuple(self.remarks))

    def _old(self, row: ReadRow, name: str) -> None:
        kept = recorded(row.words(RECORD))
        if kept is None or kept[0] != (name,):
            self._say(row, "id", *NO_RECORD)
            return
        number, fact = self.before[name]
        now = said_of(fact, self.languages)
        for key in self.keys:
            cell = row.get(key)
            if cell is None:
                continue
            before = now.get(key, "")
            value = unread(cell) or taken(key, cell, before, self.choices)
            place = self._place(fact, key)
            if key == "value" and in_a_file(fact):
                if isinstance(value, Remark) or checksum(value) != kept[1].get(key):
                    self._say(row, key, *IN_A_FILE, place)
            elif isinstance(value, Remark):
                self.remarks.append(value)
            elif value == before or checksum(value) == kept[1].get(key):
                continue
            elif checksum(before) != kept[1].get(key):
                self.remarks.append(clash(cell, place, before))
            else:
                told = self._change(cell.where, place, name, key, before, value)
                self._put(row, fact, f"facts.{number}", key, value, told)

    def _new(self, row: ReadRow, name: str, there: frozenset[str]) -> None:
        kept = recorded(row.words(RECORD))
        if kept is not None and kept[0][0] not in there and kept[0][0] in self.before:
            self._say(row, "id", *_renamed(name, kept[0][0]))
            return
        if kept is not None and kept[0] == (name,):
            self._say(row, "id", *_gone(name, tuple(self.before)))
            return
        if not ID.fullmatch(name):
            self._say(row, "id", *(NO_ID if not name else _bad_id(name)))
            return
        said: dict[str, str] = {}
        for key in self.keys:
            if (cell := row.get(key)) is not None:
                value = unread(cell) or taken(key, cell, "", self.choices)
                if isinstance(value, Remark):
                    self.remarks.append(value)
                    return
                said[key] = value
        entries = dict(self._entries(name, said))
        lacking = [key for key in ("kind", "label") if key not in entries]
        if lacking:
            self._say(row, "id", *_lacking(name, lacking))
            return
        document = self.files.get(FACTS)
        made = with_item(document, "facts", entries, BARE) if document is not None else None
        if document is None or made is None:
            self._say(row, "id", *NOT_WRITTEN)
            return
        self.files.put(made)
        line = document.text.count("\n") + 1
        label = " / ".join(words for key, words in said.items() if key.startswith("label.") and words)
        self.told.append(self._change(f"{SHEET}!A{row.number}", place_in(FACTS, line), name, "id", "", label))

    def _entries(self, name: str, said: Mapping[str, str]) -> Iterator[tuple[str, Value]]:
        """What is written of a new fact, in our order."""
        yield "id", name
        for key in ORDER[1:]:
            if key in TEXTS:
                words = {tag: said.get(f"{key}.{tag}", "") for tag in self.languages}
                if any(words.values()):
                    yield key, {tag: one for tag, one in words.items() if one}
            elif said.get(key):
                yield key, said[key]

    def _put(self, row: ReadRow, fact: MappingNode, path: str, key: str, value: str, told: Told) -> None:
        """Have the file say so; where that cannot be, it is said why."""
        document = self.files.get(FACTS)
        name, _, tag = key.partition(".")
        node = fact.get(name)
        if not value and (name in NEEDED or name in TEXTS):
            self._say(row, key, *EMPTIED)
        elif value and isinstance(node.get(tag) if isinstance(node, MappingNode) else None if tag else node, Scalar):
            self.files.later(FACTS, f"{path}.{key}", value, told, bare=name in BARE)
        elif document is not None and (made := self._made(document, path, name, tag, value)) is not None:
            self.files.put(made)
            self.told.append(told)
        else:
            self._say(row, key, *NOT_WRITTEN)

    def _made(self, document: Document, path: str, name: str, tag: str, value: str) -> Document | None:
        after = tuple(reversed(ORDER[: ORDER.index(name)]))
        node = node_at(tree(document), f"{path}.{name}")
        if tag:
            if node is None:
                return with_key(document, path, name, {tag: value}, after=after)
            tag = "" if isinstance(node, Scalar) and tag == self.languages[0] else tag
            return with_wording(document, f"{path}.{name}", tag, value, self.languages)
        if not value:
            return without_key(document, path, name)
        bare = name in BARE
        if node is not None:
            return with_text(document, f"{path}.{name}", value, bare=bare)
        return with_key(document, path, name, value, after=after, number=bare)

    def _place(self, fact: MappingNode, key: str) -> str:
        node = fact.get(key.partition(".")[0]) or fact
        tag = key.partition(".")[2]
        node = (node.get(tag) or node) if isinstance(node, MappingNode) and tag else node
        return place_in(FACTS, node.line)

    def _change(self, cell: str, place: str, name: str, key: str, before: str, after: str) -> Told:
        head = next(column.head for column in fact_columns(self.languages) if column.key == key)
        what = Message(f"{name} · {head.zh}", f"{name} · {head.en}")
        if key == "id":
            what = Message(f"新数据 {name}", f"new fact {name}")
        return Told(cell=cell, place=place, what=what, before=before, after=after, key=name)

    def _say(self, row: ReadRow, key: str, message: Message, advice: Message, place: str = "") -> None:
        cell = row.get(key)
        where = cell.where if cell is not None else f"{SHEET}!{row.number}"
        self.remarks.append(Remark(cell=where, severity="error", message=message, hint=advice, place=place))


NO_RECORD = (
    Message(
        "这一行隐藏的记录不见了或不是它的，没有读",
        "the hidden record of this row is missing or another's; it was not read",
    ),
    Message("重新导出，把改动抄过去", "export again, and copy the change there"),
)
IN_A_FILE = (
    Message("这个数取自数据文件，不能在这里改", "this figure stands in a file of data and cannot be changed here"),
    Message("到那个数据文件里改", "change it in that file"),
)
EMPTIED = (
    Message(
        "这一格清空了；名称和性质不能没有，没有删去", "this cell was emptied; what a fact needs was not taken away"
    ),
    Message("写上内容，或恢复原来的", "write something, or what it was"),
)
NOT_WRITTEN = (
    Message("这一处在文件里的写法特别，不能自动改", "the way this is written in the file cannot be changed from here"),
    Message("打开 facts.yaml 手工改", "open facts.yaml and change it there"),
)
NO_ID = (
    Message("这一行没有代号", "this row has no id"),
    Message("写上代号，如 green-2024", "write one, as in green-2024"),
)


def _twice(name: str, first: ReadRow) -> tuple[Message, Message]:
    return (
        Message(f"代号 {name} 在第 {first.number} 行已有", f"the id {name} is in row {first.number} already"),
        Message("新数据要写新的代号", "a new fact needs an id of its own"),
    )


def _renamed(name: str, old: str) -> tuple[Message, Message]:
    return (
        Message(
            f"代号 {old} 改成了 {name or '空'}；代号不能在表里改", f"the id {old} became {name or 'empty'}; ids stay"
        ),
        Message(f"是否想写 {old}？", f"did you mean {old}?"),
    )


def _gone(name: str, there: tuple[str, ...]) -> tuple[Message, Message]:
    return Message(f"文件里已经没有 {name}", f"{name} is no longer in the file"), hint(name, there)


def _bad_id(name: str) -> tuple[Message, Message]:
    return (
        Message(f"“{name[:40]}”不能作代号", f"{name[:40]!r} cannot be an id"),
        Message("用小写字母、数字和 -，以字母开头", "use small letters, digits and -, a letter first"),
    )


def _lacking(name: str, lacking: list[str]) -> tuple[Message, Message]:
    zh = "、".join({"kind": "性质", "label": "名称"}[key] for key in lacking)
    return (
        Message(f"新数据 {name} 缺少：{zh}", f"the new fact {name} lacks: {', '.join(lacking)}"),
        Message("补上再导入", "fill that in"),
    )
