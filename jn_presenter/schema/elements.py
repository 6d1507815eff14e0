"""Elements: what a mapping may hold hangs on its `type`; without one it is of the place's default type."""

from collections.abc import Iterator
from functools import partial
from itertools import count
from typing import Any, get_args

from msgspec import structs

from jn_presenter.draw.anchors import ANCHORS
from jn_presenter.elements import ELEMENTS
from jn_presenter.load.convert import kinds
from jn_presenter.load.free import MOST_PX, PLACE, ROUNDING
from jn_presenter.load.nodes import Mapping, Scalar, Sequence
from jn_presenter.model.deck import Free
from jn_presenter.model.element import Element
from jn_presenter.model.fields import FactId
from jn_presenter.schema.types import Definitions, of, said, short
from jn_presenter.schema.words import Schema, both, notes, summary, title, told

TYPE = "type"
NO_KEYS = "这里要写若干 “名称: 值” · keys and values are wanted here"


def name_of(cls: type[Element]) -> str:
    """The name of an element's class, as `type` has it."""
    return next(name for name, found in ELEMENTS.all().items() if found is cls)


def place(default: type[Element] | None, parts: Definitions) -> Schema:
    """A place for an element: with `type` any, else one of the class `default`, by its keys or its short form."""
    name = f"place.{name_of(default)}" if default else "place"
    return parts.ref(name, lambda: _place(default, parts))


def _place(default: type[Element] | None, parts: Definitions) -> Schema:
    typed = parts.ref("element", lambda: _element(parts))
    schema: Schema = {
        "allOf": [
            {"properties": {TYPE: _type(parts)}},
            {
                "if": {"type": "object", "required": [TYPE]},
                "then": typed,
                "else": _untyped(default, parts) if default else typed,
            },
        ]
    }
    hint = short(default) if default else None
    if hint is None:
        return {"type": "object", "errorMessage": NO_KEYS} | schema
    if kinds(hint) == (Scalar,):
        return {"anyOf": [of(hint, parts), {}]} | schema  # objects to nothing, and proposes
    return schema | {"defaultSnippets": [{"label": getattr(default, "short", ""), "body": filling(default, count(1))}]}


def filling(cls: type[Element] | None, stops: Iterator[int]) -> Any:
    """What stands in a place to begin with. stops: numbers for the places that the cursor goes to."""
    hint = short(cls) if cls else None
    if hint is None:
        return {TYPE: f"${next(stops)}"}
    listed = Sequence in kinds(hint)
    if kinds(hint) == (Scalar,) or (listed and FactId in get_args(notes(hint)[0])):
        body: Any = f"${next(stops)}"
    else:
        body = {"zh": f"${next(stops)}", "en": f"${next(stops)}"}
    return [body] if listed else body


def _untyped(cls: type[Element], parts: Definitions) -> Schema:
    own, hint = fields(cls, parts), short(cls)
    if hint is None:
        return own
    bare = of(hint, parts)
    if Mapping not in kinds(hint):
        return {"if": {"type": "object"}, "then": own, "else": bare}
    some = [{"required": [field.encode_name]} for field in structs.fields(cls)]
    return {"if": {"type": "object", "anyOf": some}, "then": own, "else": bare}


def _type(parts: Definitions) -> Schema:
    return parts.ref("type", _types)


def _types() -> Schema:
    found = ELEMENTS.all()
    return {
        "description": both("元素的类型", "the kind of element"),
        "type": "string",
        "enum": list(found),
        "enumDescriptions": [told(summary(cls)) for cls in found.values()],
    }


def _element(parts: Definitions) -> Schema:
    return {
        "type": "object",
        "required": [TYPE],
        "properties": {TYPE: _type(parts)},
        "allOf": [_if_type(name, fields(cls, parts)) for name, cls in ELEMENTS.all().items()],
    }


def _if_type(name: str, then: Schema) -> Schema:
    return {"if": {"required": [TYPE], "properties": {TYPE: {"const": name}}}, "then": then}


def fields(cls: type[Element], parts: Definitions) -> Schema:
    """A mapping of an element's own fields and perhaps its type."""
    name = name_of(cls)
    return parts.ref(f"element.{name}", lambda: _closed(cls, (TYPE,), parts))


def _closed(cls: type[Element], others: tuple[str, ...], parts: Definitions) -> Schema:
    """The fields of an element beside `others`, which are told of elsewhere, and no further keys."""
    own = parts.ref(f"fields.{name_of(cls)}", lambda: _open(cls, parts))
    names = (*others, *(field.encode_name for field in structs.fields(cls)))
    return {
        "title": title(name_of(cls), cls),
        "allOf": [own],
        "properties": dict.fromkeys(names, True),
        "additionalProperties": False,
    }


def _open(cls: type[Element], parts: Definitions) -> Schema:
    listed = structs.fields(cls)
    schema: Schema = {
        "title": title(name_of(cls), cls),
        "properties": {field.encode_name: said(field, parts) for field in listed},
    }
    if needed := [field.encode_name for field in listed if field.required]:
        schema["required"] = needed
    return schema


def free(parts: Definitions) -> Schema:
    """An element placed anywhere: its own keys beside those of its place."""
    listed = [field for field in structs.fields(Free) if field.name not in PLACE]
    keys = {field.encode_name: said(field, parts) for field in listed}
    fraction = {"minItems": 4, "maxItems": 4}
    keys["at"] |= fraction | {"items": keys["at"]["items"] | {"minimum": 0, "maximum": 1 + ROUNDING}}
    keys["size"] |= {
        "minItems": 2,
        "maxItems": 2,
        "items": keys["size"]["items"] | {"exclusiveMinimum": 0, "maximum": MOST_PX},
    }
    keys["anchor"] = {"description": keys["anchor"]["description"], "type": "string", "enum": list(ANCHORS)}
    either: Schema = {
        "if": {"required": ["at"]},
        "then": {"properties": {"anchor": False, "size": False}},
        "else": {"required": ["anchor", "size"]},
    }
    own = (
        _if_type(name, parts.ref(f"free.{name}", partial(_closed, cls, (TYPE, *keys), parts)))
        for name, cls in ELEMENTS.all().items()
    )
    return {
        "type": "object",
        "required": [TYPE],
        "properties": {TYPE: _type(parts), **keys},
        "allOf": [either, *own],
    }
