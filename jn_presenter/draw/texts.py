"""The texts in a slide's elements, wherever they stand in them."""

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from jn_presenter.model.fact import Facts
from jn_presenter.model.fields import FactId
from jn_presenter.model.text import Text


class Spoken(Struct, frozen=True):
    """A text, or a fact by its id: the dotted path to it (lists count from 1), and the struct it is a field of."""

    path: str
    what: Text | FactId
    owner: Struct | None = None


def texts(value: Any, facts: Facts) -> Iterator[Text]:
    """Every text in a frozen value, in its order; for the id of a fact its label, which is what is shown of it."""
    for spoken in walk(value):
        if isinstance(spoken.what, Text):
            yield spoken.what
        elif (fact := facts.get(spoken.what)) is not None:
            yield fact.label


def walk(value: Any, path: str = "", *, alone: bool = False, owner: Struct | None = None) -> Iterator[Spoken]:
    """Every text and fact in a frozen value, in its order, with its path from `path` on.

    `alone`: the parts of the outermost list stand under `path` itself.
    """
    if isinstance(value, Text | FactId):
        yield Spoken(path, value, owner)
    elif isinstance(value, Struct):
        for field in value.__struct_fields__:
            yield from walk(getattr(value, field), f"{path}.{field}", owner=value)
    elif isinstance(value, tuple):
        for k, part in enumerate(value, 1):
            keyed = isinstance(part, tuple) and len(part) == 2 and type(part[0]) is str
            key, part = part if keyed else (str(k), part)
            yield from walk(part, path if alone else f"{path}.{key}", owner=owner)
