"""The annotation of a field to its schema, for every type that fields have: the counterpart of load/convert.py."""

import types
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any, Literal, Union, get_args, get_origin

from msgspec import Meta, Struct, structs

from jn_presenter.load.convert import kinds, short_field
from jn_presenter.load.nodes import Mapping as MappingNode
from jn_presenter.model.daytime import Daytime
from jn_presenter.model.element import Element
from jn_presenter.model.feed import Feed
from jn_presenter.model.fields import Clip, Colour, DataFile, Date, FactId, Icon, Picture
from jn_presenter.model.text import Text
from jn_presenter.schema import scalars
from jn_presenter.schema.words import Schema, choices, described, notes, one_of, words_of

SIMPLE: dict[Any, Callable[[], Schema]] = {
    Text: scalars.text,
    str: scalars.word,
    bool: scalars.flag,
    Decimal: scalars.number,
    float: scalars.number,
    int: scalars.whole_number,
    FactId: scalars.fact_id,
    Colour: scalars.colour,
    Picture: lambda: scalars.path("pictures/park.jpg"),
    Clip: lambda: scalars.path("videos/park.webm"),
    Icon: scalars.icon,
    DataFile: lambda: scalars.path("data/visitors.csv"),
    Date: scalars.date,
    Daytime: scalars.time_of_day,
}
SHARED = {Text: "text", str: "word", FactId: "fact", Colour: "colour", Icon: "icon"}
"""What stands in a file once, by its name: long, or in many places."""


class Definitions:
    """What the schema of one file refers to by name; each part is made when it is first referred to."""

    def __init__(self) -> None:
        self.made: dict[str, Schema] = {}

    def ref(self, name: str, make: Callable[[], Schema]) -> Schema:
        """A reference to the part of that name, which `make` makes unless it is there or being made."""
        if name not in self.made:
            self.made[name] = {}
            self.made[name] = make()
        return {"$ref": f"#/definitions/{name}"}


def of(hint: Any, parts: Definitions) -> Schema:
    """The schema of an annotated type. Raises TypeError for a type that no field may have."""
    inner, found = notes(hint)
    return bounded(_bare(inner, found, parts), found)


def _bare(hint: Any, found: tuple[Meta, ...], parts: Definitions) -> Schema:
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        return _union(get_args(hint), found, parts)
    if hint in SIMPLE:
        return parts.ref(SHARED[hint], SIMPLE[hint]) if hint in SHARED else SIMPLE[hint]()
    if origin is Literal:
        return one_of(words_of(hint), choices(found))
    if origin is tuple:
        return _tuple(get_args(hint), found, parts)
    if isinstance(hint, type) and issubclass(hint, Element):
        from jn_presenter.schema.elements import place  # elements have fields, and fields may be elements

        return place(None if hint is Element else hint, parts)
    if hint is Feed:
        from jn_presenter.schema.feeds import feed  # feeds have fields too

        return parts.ref("feed", lambda: feed(parts))
    if isinstance(hint, type) and issubclass(hint, Struct):
        return parts.ref(f"{hint.__module__.rpartition('.')[2]}.{hint.__name__}", lambda: _with_short(hint, parts))
    raise TypeError(f"no field can be of type {hint!r}")


def _union(members: tuple[Any, ...], found: tuple[Meta, ...], parts: Definitions) -> Schema:
    options = [bounded(_of_member(member, found, parts), found) for member in members if member is not type(None)]
    if type(None) in members:
        options.append(scalars.quiet("null"))
    return options[0] if len(options) == 1 else {"anyOf": options}


def _of_member(member: Any, found: tuple[Meta, ...], parts: Definitions) -> Schema:
    inner, own = notes(member)
    return bounded(_bare(inner, (*own, *found), parts), own)


def _tuple(members: tuple[Any, ...], found: tuple[Meta, ...], parts: Definitions) -> Schema:
    if len(members) == 2 and members[1] is Ellipsis:
        pair = get_args(members[0]) if get_origin(members[0]) is tuple else ()
        if len(pair) == 2 and pair[0] is str and pair[1] is not Ellipsis:
            return {"type": "object", "additionalProperties": of(pair[1], parts)}
        return {"type": "array", "items": _of_member(members[0], found, parts)}
    count = len(members)
    return {"type": "array", "items": [of(one, parts) for one in members], "minItems": count, "maxItems": count}


def bounded(schema: Schema, found: Iterable[Meta]) -> Schema:
    """The schema with the bounds of numbers and of how long a list is, wherever in it they apply."""
    if "anyOf" in schema:
        return schema | {"anyOf": [bounded(one, found) for one in schema["anyOf"]]}
    for note in found:
        if note.ge is not None or note.gt is not None or note.le is not None or note.lt is not None:
            limits = {
                "minimum": note.ge,
                "exclusiveMinimum": note.gt,
                "maximum": note.le,
                "exclusiveMaximum": note.lt,
            }
            if {"number", "integer"}.intersection(schema.get("type", ())):
                schema = schema | {name: _plain(limit) for name, limit in limits.items() if limit is not None}
        if schema.get("type") == "array":
            lengths = {"minItems": note.min_length, "maxItems": note.max_length}
            schema = schema | {name: length for name, length in lengths.items() if length is not None}
    return schema


def _plain(limit: Any) -> int | float:
    return int(limit) if limit == int(limit) else float(limit)


def _with_short(cls: type[Struct], parts: Definitions) -> Schema:
    """A mapping of the struct's fields, or the bare value of the one that it marks as short."""
    full = mapping(cls, parts)
    hint = short(cls)
    if hint is None or (MappingNode in kinds(hint) and hint is not Text):
        return full
    return {"anyOf": [of(str if hint is Text else hint, parts), full]}


def short(cls: type[Struct]) -> Any:
    """The annotation of the field that a bare value fills; None where it would leave another one out."""
    left_out = [field for field in structs.fields(cls) if field.required and field.name != getattr(cls, "short", "")]
    return None if left_out else short_field(cls)


def mapping(cls: type[Struct], parts: Definitions, but: Iterable[str] = (), more: Mapping[str, Schema] = {}) -> Schema:
    """A mapping of the struct's fields without those of `but`. more: fields of another schema, and further ones."""
    listed = [field for field in structs.fields(cls) if field.name not in set(but)]
    others = {name: {**special} for name, special in more.items()}
    schema: Schema = {
        "type": "object",
        "properties": {field.encode_name: said(field, parts, others.pop(field.encode_name, None)) for field in listed}
        | others,
        "additionalProperties": False,
    }
    if needed := [field.encode_name for field in listed if field.required]:
        schema["required"] = needed
    return schema


def said(field: structs.FieldInfo, parts: Definitions, special: Schema | None = None) -> Schema:
    """The schema of a field, or `special`, with what it is for and what it is by default."""
    _, found = notes(field.type)
    about = with_default(described(found), field)
    return ({"description": about} if about else {}) | (of(field.type, parts) if special is None else special)


def with_default(about: str, field: structs.FieldInfo) -> str:
    """The description with the value that a field has by itself, where that is one word and not told yet."""
    value = field.default
    plain = isinstance(value, (bool, int, float, str, Decimal)) and value != ""
    zh, gap, en = about.partition("\n\n")
    if not plain or not gap or "默认" in zh or "不写" in zh:
        return about
    shown = str(value).lower() if isinstance(value, bool) else f"{value:g}" if isinstance(value, float) else str(value)
    return f"{zh}；默认 {shown}\n\n{en}; {shown} by default"
