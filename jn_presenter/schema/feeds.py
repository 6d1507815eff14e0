"""Feeds: what a mapping may hold hangs on its `type`, or on the ending of its file."""

from msgspec import structs

from jn_presenter.feeds import FEEDS
from jn_presenter.load.feeds import ENDINGS, FILE, TYPE
from jn_presenter.model.feed import Feed
from jn_presenter.schema.scalars import any_case, matching
from jn_presenter.schema.types import Definitions, mapping
from jn_presenter.schema.words import Schema, both, summary, title, told


def feed(parts: Definitions) -> Schema:
    """The path of a file, or the keys of a feed."""
    return {"anyOf": [_bare(), any_feed(parts)]}


def _bare() -> Schema:
    """The path of a file that needs nothing said of it but where it is."""
    alone = [ending for ending, name in ENDINGS.items() if _needs(FEEDS[name]) <= {FILE}]
    return matching(
        f"^[^\\\\]+\\.({any_case(alone)})$",
        f"数据文件的路径，以 .{'、.'.join(alone)} 结尾",
        f"the path of a file that ends in .{', .'.join(alone)}",
    )


def _needs(cls: type[Feed]) -> set[str]:
    return {field.encode_name for field in structs.fields(cls) if field.required}


def any_feed(parts: Definitions) -> Schema:
    """The keys of a feed of any type."""
    by_type = [
        {"if": {"required": [TYPE], "properties": {TYPE: {"const": name}}}, "then": _own(name, parts)}
        for name in FEEDS.names()
    ]
    by_ending = [
        {
            "if": {
                "not": {"required": [TYPE]},
                "required": [FILE],
                "properties": {FILE: {"type": "string", "pattern": f"\\.({any_case(endings)})$"}},
            },
            "then": _own(name, parts),
        }
        for name, endings in _endings().items()
    ]
    either: Schema = {"if": {"not": {"required": [TYPE]}}, "then": {"required": [FILE]}}
    return {
        "type": "object",
        "properties": {TYPE: _kinds(), FILE: _file(parts)},
        "allOf": [*by_type, *by_ending, either],
    }


def _file(parts: Definitions) -> Schema:
    """What all feeds that are files call it, so that it is proposed before the type is known."""
    file: Schema = mapping(FEEDS["csv"], parts)["properties"][FILE]
    return file


def _kinds() -> Schema:
    found = FEEDS.all()
    return {
        "description": both("数据来源的类型", "the kind of source"),
        "type": "string",
        "enum": list(found),
        "enumDescriptions": [told(summary(cls)) for cls in found.values()],
    }


def any_file(parts: Definitions) -> Schema:
    """The keys of a feed that is a file, of whatever type."""
    schema: Schema = {"type": "object", "properties": {TYPE: _kinds()}, "additionalProperties": False}
    for name in dict.fromkeys(ENDINGS.values()):
        schema["properties"] |= mapping(FEEDS[name], parts)["properties"]
    return schema


def _endings() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for ending, name in ENDINGS.items():
        found.setdefault(name, []).append(ending)
    return found


def _own(name: str, parts: Definitions) -> Schema:
    return parts.ref(f"feed.{name}", lambda: _titled(name, parts))


def _titled(name: str, parts: Definitions) -> Schema:
    return {"title": title(name, FEEDS[name])} | mapping(FEEDS[name], parts, more={TYPE: _kinds()})
