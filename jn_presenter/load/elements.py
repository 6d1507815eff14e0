"""Elements: which class a value means, by its `type` or by the place it stands in, and its fields."""

from typing import Any

from jn_presenter.load.convert import fields, mapping, short_form
from jn_presenter.load.keyed import not_a_mapping
from jn_presenter.load.nodes import Mapping, Node, Scalar
from jn_presenter.load.reading import BAD, Reading
from jn_presenter.load.words import present
from jn_presenter.model.element import Element
from jn_presenter.model.text import Message

TYPE = "type"


def element(node: Node, reading: Reading, default: type[Element] | None) -> Any:
    """An element, or BAD. Without `type` it is of the class `default`: its keys, or the bare value of its one field."""
    if not present(node, reading):
        return BAD
    if isinstance(node, Mapping) and (named := node.get(TYPE)) is not None:
        cls = _class(named, reading)
        return from_mapping(node, reading, cls) if cls else BAD
    if default is None:
        return _untyped(node, reading)
    if isinstance(node, Mapping) and (not default.short or _has_fields(node, default)):
        return from_mapping(node, reading, default)
    if not default.short:
        return not_a_mapping(node, reading)
    return short_form(node, reading, default, default.short)


def from_mapping(node: Mapping, reading: Reading, cls: type[Element], others: tuple[str, ...] = ()) -> Any:
    """An element of a class from its keys; `others` are keys beside the element's own."""
    values, good = mapping(node, reading, fields(cls), (TYPE, *others))
    return cls(**values) if good else BAD


def typed(node: Mapping, reading: Reading) -> type[Element] | None:
    """The class that the mapping's `type` names, None with a problem where there is none."""
    named = node.get(TYPE)
    if named is None:
        _untyped(node, reading)
        return None
    return _class(named, reading)


def _has_fields(node: Mapping, cls: type[Element]) -> bool:
    """Whether the mapping is of the class's fields, and not a value for its short field, such as a text's languages."""
    table = fields(cls)
    return any(key.value in table for key, _ in node.entries)


def _class(named: Node, reading: Reading) -> type[Element] | None:
    if not present(named, reading):
        return None
    registry = reading.context.elements
    name = named.value if isinstance(named, Scalar) else ""
    cls = registry.get(name)
    if cls is None:
        message = Message(f"没有 “{name[:40]}” 这种元素", f"there is no element {name[:40]!r}")
        reading.unknown(named, name, registry.names(), "unknown-element", message)
    return cls


def _untyped(node: Node, reading: Reading) -> Any:
    if not isinstance(node, Mapping):
        return not_a_mapping(node, reading)
    reading.report(
        node,
        "missing-key",
        Message("缺少：type", "missing: type"),
        reading.suggest("", reading.context.elements.names()),
    )
    return BAD
