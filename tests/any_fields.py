"""Elements of any kind on simulated data, with fields of all kinds that their annotations allow, for hypothesis."""

import types
from decimal import Decimal
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from hypothesis import strategies as st
from msgspec import Meta, Struct, structs

from jn_presenter.elements import ELEMENTS
from jn_presenter.feeds.simulated import Simulated
from jn_presenter.model.element import Element
from jn_presenter.model.feed import Feed
from jn_presenter.model.fields import FactId
from jn_presenter.model.text import Text
from tests.decks import text

WITH_DATA = tuple(
    name for name, cls in ELEMENTS.all().items() if any(field.name == "data" for field in structs.fields(cls))
)
NAMES = ("", "zh", "en", "reached", "goal", "nothing")
"""Of columns: as the feeds below have them, and one that none has."""
HALLS = (text("陶瓷馆", "Ceramics"), text("书画馆", "Painting"), text("自然馆", "Nature"))
FEEDS = (
    Simulated(categories=HALLS, series=("reached", "goal"), low=1, high=90),
    Simulated(categories=HALLS, low=-20, high=20),
    Simulated(categories=(text("2023-01", "2023-01"), text("2023-02", "2023-02")), series=("reached", "goal")),
    Simulated(points=40, series=("reached",), every=100),
    Simulated(),  # refused: it has nothing to say, and still is simulated
)


def given_by(hint: Any) -> st.SearchStrategy[Any]:
    """Values that the annotation of a field allows; numbers stay small, which suits most bounds."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Annotated:
        bounds = {
            key: value
            for note in inner[1:]
            if isinstance(note, Meta)
            for key, value in (("ge", note.ge), ("le", note.le))
            if value is not None
        }
        low, high = bounds.get("ge", 1), min(bounds.get("le", 40), 40)
        return st.integers(int(low), int(high)) if get_args(hint)[0] is int else given_by(inner[0])
    if origin in (Union, types.UnionType):
        return st.one_of(map(given_by, inner))
    if origin is Literal:
        return st.sampled_from(inner)
    if origin is tuple:
        several = inner[-1] is Ellipsis
        return st.lists(given_by(inner[0]), max_size=3).map(tuple) if several else st.tuples(*map(given_by, inner))
    if hint is type(None):
        return st.none()
    if hint is bool:
        return st.booleans()
    if hint is Text:
        return st.sampled_from(HALLS)
    if hint is FactId:
        return st.just(FactId("green"))
    if hint is str:
        return st.sampled_from(NAMES)
    if hint in (int, float, Decimal):
        return st.integers(1, 40).map(hint)
    if isinstance(hint, type) and issubclass(hint, Struct) and not issubclass(hint, Feed):
        return st.fixed_dictionaries({one.name: given_by(one.type) for one in structs.fields(hint)}).map(
            lambda fields, made=hint: made(**fields)  # type: ignore[misc]
        )
    return st.none()


def elements(name: str) -> st.SearchStrategy[Element]:
    """Elements of that name on simulated data, with fields of all kinds."""
    cls = ELEMENTS[name]
    fields = {one.name: given_by(one.type) for one in structs.fields(cls) if one.name != "data"}
    needed = {one.name: fields.pop(one.name) for one in structs.fields(cls) if one.required}
    return st.fixed_dictionaries(needed | {"data": st.sampled_from(FEEDS)}, optional=fields).map(
        lambda chosen: cls(**chosen)
    )
