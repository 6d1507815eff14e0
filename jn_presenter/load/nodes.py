"""A YAML file as it was typed: strings, lists and mappings with their places. Thrown away once converted."""

from msgspec import Struct


class Scalar(Struct, frozen=True, gc=False):
    """A piece of text. Lines and columns count from 1; `start` and `end` (exclusive) are offsets in characters."""

    value: str
    style: str
    """How it was written: empty for plain, else one of `'`, `"`, `|`, `>`."""
    line: int
    column: int
    start: int
    end: int

    @property
    def plain(self) -> bool:
        return not self.style


class Sequence(Struct, frozen=True, gc=False):
    """A list. Not `sound` where it had an anchor or a tag, which is reported already: its value is not used."""

    items: "tuple[Node, ...]"
    line: int
    column: int
    start: int
    end: int
    sound: bool = True


class Mapping(Struct, frozen=True, gc=False):
    """Keys, each once, and their values, as in the file. Not `sound` where a key was refused, or as a list is not."""

    entries: "tuple[tuple[Scalar, Node], ...]"
    line: int
    column: int
    start: int
    end: int
    sound: bool = True

    def get(self, key: str) -> "Node | None":
        return next((node for name, node in self.entries if name.value == key), None)

    def key(self, key: str) -> Scalar | None:
        """The key itself as a node, for problems that concern it."""
        return next((name for name, _ in self.entries if name.value == key), None)


class Refused(Struct, frozen=True, gc=False):
    """What was an alias, or a text with an anchor or a tag: reported already, and nothing more shall be said of it."""

    line: int
    column: int
    start: int
    end: int


Node = Scalar | Sequence | Mapping | Refused
