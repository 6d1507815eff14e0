"""The texts in a slide's elements, wherever they stand in them."""

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from jn_presenter.model.fact import Facts
from jn_presenter.model.fields import FactId
from jn_presenter.model.text import Text


def texts(value: Any, facts: Facts) -> Iterator[Text]:
    """Every text in a frozen value, in its order; for the id of a fact its label, which is what is shown of it."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, FactId):
        fact = facts.get(value)
        if fact is not None:
            yield fact.label
    elif isinstance(value, Struct):
        for field in value.__struct_fields__:
            yield from texts(getattr(value, field), facts)
    elif isinstance(value, tuple):
        for part in value:
            yield from texts(part, facts)
