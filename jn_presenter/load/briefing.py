"""briefing.yaml and theme.yaml: what can be used of them is used, so that one slip does not stop a show."""

import re
from collections.abc import Callable
from typing import Any

from msgspec import Struct

from jn_presenter.load.convert import fields, mapping
from jn_presenter.load.icons import icon_named, icon_names
from jn_presenter.load.keyed import not_a_mapping
from jn_presenter.load.kiosk import kiosk
from jn_presenter.load.nodes import Mapping, Node, Scalar, Sequence
from jn_presenter.load.reading import TOKENS, Context, Reading
from jn_presenter.load.tags import language_tag
from jn_presenter.load.words import present, wrong_kind
from jn_presenter.model.deck import Briefing, Theme
from jn_presenter.model.text import Message, plain

NOT_IN_NAMES = re.compile(r"[/\\:*?\"<>|\x00-\x1f]")
LONGEST_MINUTES = 24 * 60


class Read(Struct, frozen=True):
    """What a file gave: its value, as far as it goes, and whether nothing was wrong with it."""

    value: Any
    good: bool


def languages(root: Node, reading: Reading) -> tuple[str, ...]:
    """The languages of briefing.yaml, read ahead of everything as all texts depend on them; empty where unusable."""
    node = root.get("languages") if isinstance(root, Mapping) else None
    items = _names(node, reading, "languages") if node is not None else []
    found: list[str] = []
    for item in items:
        if (tag := language_tag(item, reading)) and tag in found:
            report_twice(item, reading)
        elif tag:
            found.append(tag)
    return tuple(found)


def briefing(root: Node, reading: Reading, folder_name: str) -> Read:
    """The file's tree as a Briefing; without languages or themes there is none, and `value` is None."""
    if not isinstance(root, Mapping):
        not_a_mapping(root, reading)
        return Read(None, False)
    tags = reading.context.languages
    others = ("languages", "themes", "styles", "kiosk")
    values, good = mapping(root, reading, fields(Briefing, frozenset(others)), others)
    for key in ("languages", "themes"):
        if root.get(key) is None:
            reading.report(
                root,
                "missing-key",
                Message(f"缺少：{key}", f"missing: {key}"),
                Message(f"加上 “{key}: [……]”", f"add '{key}: […]'"),
            )
    _versions(root, values, reading)
    for key in ("themes", "styles"):
        if (node := root.get(key)) is not None:
            values[key] = tuple(item.value for item in _names(node, reading, key))
    if (node := root.get("kiosk")) is not None:
        values["kiosk"] = kiosk(node, reading)
    if not values.get("styles", True):
        del values["styles"]
    good = good and reading.errors == 0
    if not tags or not values.get("themes"):
        return Read(None, False)
    values.setdefault("title", plain(folder_name))
    return Read(Briefing(languages=tags, **values), good)


def _versions(root: Mapping, values: dict[str, Any], reading: Reading) -> None:
    node = root.get("versions")
    wrong = [
        item
        for item, minutes in zip(
            node.items if isinstance(node, Sequence) else (), values.get("versions", ()), strict=False
        )
        if not 0 < minutes <= LONGEST_MINUTES
    ]
    for item in wrong:
        reading.report(
            item,
            "out-of-bounds",
            Message("版本是分钟数，大于 0", "a version is a number of minutes above 0"),
            Message("如 versions: [10, 20, 40]", "as in versions: [10, 20, 40]"),
        )
    if wrong:
        del values["versions"]


def theme(root: Node | None, reading: Reading, name: str) -> Read:
    """The file's tree as the theme `name`; its title is the name where there is none, its slides none."""
    if not isinstance(root, Mapping):
        if root is not None:
            not_a_mapping(root, reading)
        return Read(Theme(id=name, title=plain(name)), False)
    values, good = mapping(root, reading, fields(Theme, frozenset({"id", "slides"})), ("slides",))
    node = root.get("slides")
    stems = _names(node, reading, "slides") if node is not None else []
    if node is None:
        reading.report(
            root,
            "missing-key",
            Message("缺少：slides", "missing: slides"),
            Message("加上 “slides: [……]”，按播放顺序列出", "add 'slides: […]', in the order of the show"),
        )
    _known("icon", root, values, reading, lambda word: icon_named(word) is not None)
    _known("accent", root, values, reading, lambda word: word in accents(reading.context))
    values.setdefault("title", plain(name))
    slides = tuple(f"{name}/{stem.value}" for stem in stems)
    return Read(Theme(id=name, slides=slides, **values), good and reading.errors == 0)


def _known(key: str, root: Mapping, values: dict[str, Any], reading: Reading, is_one: Callable[[str], bool]) -> bool:
    """Whether the theme's icon or accent is one there is; it goes without, otherwise."""
    word, node = values.get(key), root.get(key)
    if not word or node is None or is_one(word):
        return True
    del values[key]
    options = icon_names() if key == "icon" else tuple(accents(reading.context))
    zh = {"icon": "图标", "accent": "强调色"}[key]
    reading.report(
        node,
        f"unknown-{key}",
        Message(f"没有 “{word[:40]}” 这个{zh}", f"there is no {key} {word[:40]!r}"),
        reading.suggest(word, options),
    )
    return False


def accents(context: Context) -> frozenset[str]:
    """The names of accents in any of the styles."""
    return context.colours - TOKENS


def _names(node: Node, reading: Reading, key: str) -> list[Scalar]:
    """The items of a list of file or folder names, each once and without what could lead elsewhere."""
    if not present(node, reading):
        return []
    if not isinstance(node, Sequence):
        wrong_kind(node, reading, Message(f"一个列表，如 {key}: [a, b]", f"a list, as in {key}: [a, b]"))
        return []
    found: dict[str, Scalar] = {}
    for item in node.items:
        if not present(item, reading):
            continue
        if not isinstance(item, Scalar):
            wrong_kind(item, reading, Message("一个名称", "a name"))
        elif item.value in found:
            report_twice(item, reading)
        elif _proper_name(item, reading):
            found[item.value] = item
            reading.named[id(item)] = item.value
    return list(found.values())


def report_twice(item: Scalar, reading: Reading) -> None:
    """Say that a list has the item twice."""
    reading.report(
        item,
        "duplicate-name",
        Message(f"{item.value} 列了两次", f"{item.value} is listed twice"),
        Message("删去一个", "remove one"),
    )


def _proper_name(node: Scalar, reading: Reading) -> bool:
    name = node.value
    if (
        name
        and not NOT_IN_NAMES.search(name)
        and not name.startswith(".")
        and not name.endswith((".yaml", ".yml", " "))
    ):
        return True
    stem = re.split(r"[/\\]", name.removesuffix(".yaml").removesuffix(".yml"))[-1].strip(" .")
    reading.report(
        node,
        "bad-name",
        Message(f"“{name[:40]}” 不能作名称", f"{name[:40]!r} cannot be a name"),
        Message(
            f"只写名称，不带路径和 .yaml{f'：{stem}' if stem else ''}",
            f"write the name alone, without path and .yaml{f': {stem}' if stem else ''}",
        ),
    )
    return False
