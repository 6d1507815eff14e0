"""Feeds: which class a value of `data` means, by its `type` or by the ending of a file's name."""

from typing import Any

from jn_presenter.load.convert import fields, mapping
from jn_presenter.load.nodes import Mapping, Node, Scalar
from jn_presenter.load.reading import BAD, Reading
from jn_presenter.load.scalars import data_file
from jn_presenter.load.words import wrong_kind
from jn_presenter.model.feed import Feed
from jn_presenter.model.text import Message

TYPE = "type"
FILE = "file"
ENDINGS = {"csv": "csv", "tsv": "csv", "txt": "csv", "xlsx": "xlsx", "json": "json", "db": "sqlite", "sqlite": "sqlite"}
"""The type of feed that a file's ending stands for, where nothing else has to be said of it."""


def feed(node: Node, reading: Reading) -> Any:
    """A feed, or BAD: `data/visitors.csv`, or the keys of its type."""
    if isinstance(node, Scalar):
        return _by_ending(node, reading)
    if not isinstance(node, Mapping):
        return wrong_kind(node, reading, Message("数据文件的路径，或“type: ……”", "the path of a file, or 'type: …'"))
    named, file = node.get(TYPE), node.get(FILE)
    if named is None and isinstance(file, Scalar):
        cls = _of_file(file, reading)
    else:
        cls = _class(named if named is not None else node, reading)
    if cls is None:
        return BAD
    values, good = mapping(node, reading, fields(cls), (TYPE,))
    if not good:
        return BAD
    return _used(cls(**values), reading)


def _by_ending(node: Scalar, reading: Reading) -> Any:
    path, cls = data_file(node, reading), _of_file(node, reading)
    if path is BAD or cls is None:
        return BAD
    table = fields(cls)
    missing = [key for key, field in table.items() if field.required and key != FILE]
    if missing:
        reading.report(
            node,
            "missing-key",
            Message(f"缺少：{', '.join(missing)}", f"missing: {', '.join(missing)}"),
            Message(
                f"写成 data: 的下一行 file: {path}，再加上 {missing[0]}: ……",
                f"below data:, write file: {path} and {missing[0]}: …",
            ),
        )
        return BAD
    values: dict[str, Any] = {FILE: path}
    return _used(cls(**values), reading)


def _used(made: Feed, reading: Reading) -> Feed:
    reading.uses.extend("data:" + file for file in made.files())
    return made


def _of_file(node: Scalar, reading: Reading) -> type[Feed] | None:
    ending = node.value.rpartition(".")[2].lower()
    if ending in ENDINGS:
        return reading.context.feeds.get(ENDINGS[ending])
    old = ending in ("xls", "et", "ods", "xlsm", "xlsb")
    reading.report(
        node,
        "unknown-data",
        Message(f"“{node.value[:60]}” 不是能读的数据文件", f"{node.value[:60]!r} is no file of data that can be read"),
        Message("在 Excel 或 WPS 里另存为 .xlsx", "save it as .xlsx")
        if old
        else Message("可用 .csv、.xlsx、.json、.db", "there are .csv, .xlsx, .json and .db"),
    )
    return None


def _class(node: Node, reading: Reading) -> type[Feed] | None:
    registry = reading.context.feeds
    name = node.value if isinstance(node, Scalar) else ""
    cls = registry.get(name)
    if cls is None:
        reading.report(
            node,
            "unknown-feed",
            Message(f"没有 “{name[:40]}” 这种数据来源", f"there is no kind of data {name[:40]!r}")
            if name
            else Message("缺少：type 或 file", "missing: type or file"),
            reading.suggest(name, registry.names()),
        )
    return cls
