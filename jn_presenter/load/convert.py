"""A node and the annotation of a field to a value, for every type that fields have; each type is looked at once."""

import types
from collections.abc import Callable, Collection
from collections.abc import Mapping as MappingType
from decimal import Decimal
from functools import lru_cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from msgspec import Meta, Struct, structs

from jn_presenter.load import scalars, words
from jn_presenter.load.bounds import in_bounds, long_enough
from jn_presenter.load.keyed import missing_keys, not_a_mapping, unknown_key
from jn_presenter.load.nodes import Mapping, Node, Scalar, Sequence
from jn_presenter.load.reading import BAD, Reading
from jn_presenter.model.daytime import Daytime
from jn_presenter.model.element import Element
from jn_presenter.model.feed import Feed
from jn_presenter.model.fields import Clip, Colour, DataFile, Date, FactId, Icon, Picture
from jn_presenter.model.text import Message, Text

Converter = Callable[[Node, Reading], Any]

SIMPLE: dict[Any, Converter] = {
    Text: words.text,
    str: words.string,
    bool: scalars.flag,
    Decimal: scalars.number,
    float: scalars.real,
    int: scalars.whole_number,
    FactId: scalars.fact_id,
    Colour: scalars.colour,
    Picture: scalars.picture,
    Clip: scalars.clip,
    Icon: scalars.icon,
    DataFile: scalars.data_file,
    Date: scalars.date,
    Daytime: scalars.time_of_day,
}


class Field(Struct, frozen=True):
    """A field of a struct as a key of a mapping."""

    name: str
    convert: Converter
    required: bool


@lru_cache(maxsize=256)
def fields(cls: type[Struct], but: frozenset[str] = frozenset()) -> MappingType[str, Field]:
    """The keys of a struct's mapping, without the fields named in `but`."""
    return {
        field.encode_name: Field(field.name, converter(field.type), field.required)
        for field in structs.fields(cls)
        if field.name not in but
    }


def converter(hint: Any) -> Converter:
    """What converts to the annotated type. Raises TypeError for a type that no field may have."""
    origin = get_origin(hint)
    if origin is Annotated:
        inner, *notes = get_args(hint)
        return _bounded(converter(inner), [note for note in notes if isinstance(note, Meta)])
    if origin in (Union, types.UnionType):
        return _union(get_args(hint))
    return _given(_plain(hint, origin))


def _plain(hint: Any, origin: Any) -> Converter:
    """A converter that need not care for missing values."""
    if hint in SIMPLE:
        return SIMPLE[hint]
    if origin is Literal:
        return scalars.choice(get_args(hint))
    if origin is tuple:
        return _tuple(get_args(hint))
    if isinstance(hint, type) and issubclass(hint, Element):
        from jn_presenter.load.elements import element  # elements have fields, and fields may be elements

        return lambda node, reading: element(node, reading, None if hint is Element else hint)
    if hint is Feed:
        from jn_presenter.load.feeds import feed  # feeds have fields too

        return feed
    if isinstance(hint, type) and issubclass(hint, Struct):
        return lambda node, reading: struct(node, reading, hint)
    raise TypeError(f"no field can be of type {hint!r}")


def _given(convert: Converter) -> Converter:
    return lambda node, reading: convert(node, reading) if words.present(node, reading) else BAD


def _union(members: tuple[Any, ...]) -> Converter:
    """`X | None`, or types that are told apart by being a word, a list or a mapping."""
    optional = type(None) in members
    options = [(kinds(member), converter(member)) for member in members if member is not type(None)]
    by_kind: dict[type, Converter] = {}
    for accepted, convert in options:
        for kind in accepted:
            if kind in by_kind:
                raise TypeError(f"a value of {members!r} could be either")
            by_kind[kind] = convert
    fallback = options[0][1]

    def convert_union(node: Node, reading: Reading) -> Any:
        if optional and words.absent(node):
            return None
        return by_kind.get(type(node), fallback)(node, reading)

    return convert_union


def kinds(hint: Any) -> tuple[type, ...]:
    """What a value of the type is written as: a scalar, a sequence, a mapping."""
    origin = get_origin(hint)
    if origin is Annotated:
        return kinds(get_args(hint)[0])
    if origin in (Union, types.UnionType):
        return tuple({kind: None for member in get_args(hint) if member is not type(None) for kind in kinds(member)})
    if hint is Text or hint is Feed:
        return (Scalar, Mapping)
    if origin is tuple:
        return (Mapping,) if _is_pairs(get_args(hint)) else (Sequence,)
    if hint not in SIMPLE and isinstance(hint, type) and issubclass(hint, Struct):
        field = short_field(hint)
        return (Mapping, *(kind for kind in kinds(field) if kind is not Mapping)) if field else (Mapping,)
    return (Scalar,)


def short_field(cls: type[Struct]) -> Any:
    """The annotation of the field that a bare value fills, None where a struct has no short form."""
    name = getattr(cls, "short", "")
    return next((field.type for field in structs.fields(cls) if field.name == name), None) if name else None


def _bounded(convert: Converter, notes: list[Meta]) -> Converter:
    """Bounds of numbers, and of how long a list is."""
    limits = [(note.ge, note.gt, note.le, note.lt) for note in notes]
    lengths = [(note.min_length, note.max_length) for note in notes]
    has_limits = any(bound is not None for bounds in limits for bound in bounds)
    has_lengths = any(bound is not None for bounds in lengths for bound in bounds)
    if not has_limits and not has_lengths:
        return convert

    def bounded(node: Node, reading: Reading) -> Any:
        value = convert(node, reading)
        if value is BAD or value is None:
            return value
        fits = all(in_bounds(node, reading, value, *bounds) for bounds in limits) if has_limits else True
        if has_lengths and isinstance(value, tuple):
            fits = all(long_enough(node, reading, len(value), *bounds) for bounds in lengths) and fits
        return value if fits else BAD

    return bounded


def _is_pairs(members: tuple[Any, ...]) -> bool:
    """Whether the type is `tuple[tuple[str, X], ...]`, which is written as a mapping."""
    if len(members) != 2 or members[1] is not Ellipsis or get_origin(members[0]) is not tuple:
        return False
    inner = get_args(members[0])
    return len(inner) == 2 and inner[0] is str and inner[1] is not Ellipsis


def _tuple(members: tuple[Any, ...]) -> Converter:
    if _is_pairs(members):
        return _pairs(converter(get_args(members[0])[1]))
    if len(members) == 2 and members[1] is Ellipsis:
        return _many(converter(members[0]))
    return _fixed(tuple(converter(member) for member in members))


def _many(convert: Converter) -> Converter:
    def many(node: Node, reading: Reading) -> Any:
        if not isinstance(node, Sequence):
            return words.no_list(node, reading)
        values = [convert(item, reading) for item in node.items]
        return tuple(values) if node.sound and BAD not in values else BAD

    return many


def _fixed(converters: tuple[Converter, ...]) -> Converter:
    count = len(converters)

    def fixed(node: Node, reading: Reading) -> Any:
        if not isinstance(node, Sequence):
            return words.no_list(node, reading, Message(f"{count} 个值的列表 [……]", f"a list of {count} values, […]"))
        if not long_enough(node, reading, len(node.items), count, count):
            return BAD
        values = [convert(item, reading) for convert, item in zip(converters, node.items, strict=True)]
        return tuple(values) if node.sound and BAD not in values else BAD

    return fixed


def _pairs(convert: Converter) -> Converter:
    def pairs(node: Node, reading: Reading) -> Any:
        if not isinstance(node, Mapping):
            return not_a_mapping(node, reading)
        values = [(key.value, convert(value, reading)) for key, value in node.entries]
        return tuple(values) if node.sound and all(value is not BAD for _, value in values) else BAD

    return pairs


def struct(node: Node, reading: Reading, cls: type[Struct], but: frozenset[str] = frozenset()) -> Any:
    """A mapping to a struct, or to BAD; every problem in it is reported."""
    if isinstance(node, Mapping):
        values, good = mapping(node, reading, fields(cls, but))
        return cls(**values) if good else BAD
    field = getattr(cls, "short", "")
    if not field:
        return not_a_mapping(node, reading)
    return short_form(node, reading, cls, field)


def short_form(node: Node, reading: Reading, cls: type[Struct], field: str) -> Any:
    """A bare value to a struct of which it fills one field."""
    reading.renames[id(node)] = field
    table = fields(cls)
    value = next(known.convert for known in table.values() if known.name == field)(node, reading)
    if value is BAD:
        return BAD
    missing = [key for key, known in table.items() if known.required and known.name != field]
    if missing:
        missing_keys(node, reading, missing)
        return BAD
    return cls(**{field: value})


def mapping(
    node: Mapping, reading: Reading, table: MappingType[str, Field], others: Collection[str] = ()
) -> tuple[dict[str, Any], bool]:
    """The values of a mapping's known keys by field name, and whether all is well.

    `others` are keys that the caller reads itself.
    """
    values: dict[str, Any] = {}
    good = node.sound
    for key, value in node.entries:
        field = table.get(key.value)
        if field is not None:
            converted = field.convert(value, reading)
            if converted is BAD:
                good = False
            else:
                values[field.name] = converted
        elif key.value not in others:
            unknown_key(key, reading, {*table, *others})
            good = False
    given = {key.value for key, _ in node.entries}
    missing = [key for key, field in table.items() if field.required and key not in given]
    if missing:
        untold = [key for key in missing if (node.column, key) not in reading.meant]
        if untold:
            missing_keys(node, reading, untold)
        good = False
    return values, good
