"""Styles: the deck's own styles/<name>.yaml, else the bundled one of that name."""

from collections.abc import Mapping as MappingType
from typing import Any

from msgspec import Struct, structs

from jn_presenter.load.bounds import in_bounds
from jn_presenter.load.convert import fields, mapping
from jn_presenter.load.keyed import not_a_mapping
from jn_presenter.load.nodes import Mapping, Node, Scalar, Sequence
from jn_presenter.load.reader import read
from jn_presenter.load.reading import Context, Reading
from jn_presenter.load.scalars import HEX_COLOUR, hex_meant
from jn_presenter.model.style import ROLES, SMALLEST_PX, Style
from jn_presenter.model.text import Message
from jn_presenter.paths import resources

LARGEST_PX = 540.0
COLOURS = ("ground", "motif_ink", "ink", "quiet", "faint", "accent", "accents", "series")


def style(root: Node, reading: Reading, name: str) -> Style | None:
    """The file's tree as the style `name`, None where anything in it is wrong."""
    if not isinstance(root, Mapping):
        not_a_mapping(root, reading)
        return None
    table = dict(fields(Style))
    table["name"] = structs.replace(table["name"], required=False)
    values, good = mapping(root, reading, table)
    colours = [_colours(node, reading) for key in COLOURS if (node := root.get(key)) is not None]
    checks = (
        _named(root, values.setdefault("name", name), name, reading),
        _two(root, values.get("ground"), reading),
        _within(root.get("type"), values.get("type"), dict.fromkeys(ROLES, (SMALLEST_PX, LARGEST_PX)), reading),
        _within(root.get("motion"), values.get("motion"), {"duration": (0, 5000), "stagger": (0, 1)}, reading),
    )
    return Style(**values) if good and all(colours) and all(checks) else None


def bundled_accents() -> tuple[str, ...]:
    """The names of the accents that the bundled styles have, in their order: what an editor is offered."""
    found: dict[str, None] = {}
    for file in sorted((resources() / "styles").glob("*.yaml")):
        reading = Reading(file.name, Context(folder=str(file.parent)))
        root = read(file.read_bytes(), reading)
        made = style(root, reading, file.stem) if root is not None else None
        found.update((name, None) for name, _ in (made.accents if made else ()))
    return tuple(found)


def _colours(node: Node, reading: Reading) -> bool:
    """Whether all words in the node are `#rrggbb`."""
    wrong = [word for word in _words(node) if word.value and not HEX_COLOUR.fullmatch(word.value)]
    for word in wrong:
        meant = hex_meant(word.value)
        reading.report(
            word,
            "unknown-colour",
            Message(f"“{word.value[:40]}” 不是颜色", f"{word.value[:40]!r} is not a colour"),
            Message(f'写成 "{meant or "#rrggbb"}"，要加引号', f'write "{meant or "#rrggbb"}", with the quotes'),
            value=f'"{meant}"' if meant else "",
        )
    return not wrong


def _words(node: Node) -> list[Scalar]:
    """All scalars in the node, keys left out."""
    if isinstance(node, Scalar):
        return [node]
    below = node.items if isinstance(node, Sequence) else ()
    if isinstance(node, Mapping):
        below = tuple(value for _, value in node.entries)
    return [word for part in below for word in _words(part)]


def _named(root: Mapping, given: str, name: str, reading: Reading) -> bool:
    if given == name:
        return True
    reading.report(
        root.get("name") or root,
        "style-name",
        Message(f"文件名是 {name}，这里写的却是 {given[:40]}", f"the file is {name}, but this says {given[:40]}"),
        Message(f"写成 “name: {name}”，或改文件名", f"write 'name: {name}', or rename the file"),
    )
    return False


def _two(root: Mapping, ground: Any, reading: Reading) -> bool:
    if ground is None or len(ground) == 2:
        return True
    reading.report(
        root.get("ground") or root,
        "wrong-count",
        Message("ground 要有两种颜色", "ground has two colours"),
        Message('写成 ["#上方", "#下方"]，相同也可以', 'write ["#top", "#bottom"]; they may be the same'),
    )
    return False


def _within(
    node: Node | None, made: Struct | None, limits: MappingType[str, tuple[float, float]], reading: Reading
) -> bool:
    """Whether the given numbers of a group are within their limits."""
    good = True
    for key, at in node.entries if isinstance(node, Mapping) and made is not None else ():
        least, most = limits[key.value]
        good = in_bounds(at, reading, getattr(made, key.value), ge=least, le=most) and good
    return good
