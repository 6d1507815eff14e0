"""The types of the fields an element or a file can have; load/ converts to them, the schema is made from them."""

from decimal import Decimal
from typing import Any

from msgspec import Meta, Struct

Number = Decimal


class FactId(str):
    """The id of a fact in facts.yaml, known to exist once loaded."""

    __slots__ = ()


class Colour(str):
    """`#rrggbb`, or the name of a token of the style: ink, quiet, faint, accent, or one of its accents."""

    __slots__ = ()


class DataFile(str):
    """A file of the deck's data, by its path from the deck's folder, which it does not leave; it may be missing now."""

    __slots__ = ()


class Date(str):
    """YYYY, YYYY-MM or YYYY-MM-DD, a date that there is; empty for none."""

    __slots__ = ()


class Picture(Struct, frozen=True):
    """An image file inside the deck: absolute path, natural size in px, and a stamp that changes with its content."""

    file: str
    width: int
    height: int
    stamp: str = ""


class Clip(Struct, frozen=True):
    """A film inside the deck: absolute path, size in px as it is shown, and a stamp that changes with its content."""

    file: str
    width: int
    height: int
    stamp: str = ""


class Icon(Struct, frozen=True):
    """A bundled line icon on a 24 x 24 grid, as M, L, C and Z segments: (op, x, y, …)."""

    name: str
    segments: tuple[tuple[str, tuple[float, ...]], ...]


def doc(zh: str, en: str, *, ge: float | None = None, le: float | None = None, **more: Any) -> Meta:
    """What a field is for, in both languages, and its bounds; goes into Annotated[type, doc(…)].

    choices: what the words of a Literal mean, `{"core": ("核心页", "a core slide")}`.
    """
    return Meta(description=en, extra={"zh": zh, **more}, ge=ge, le=le)
