"""One slide's file to a slide."""

from typing import Any
from zlib import adler32, crc32

from jn_presenter.load.convert import fields, mapping
from jn_presenter.load.elements import element
from jn_presenter.load.free import free_elements
from jn_presenter.load.keyed import not_a_mapping
from jn_presenter.load.nodes import Mapping, Node, Scalar, Sequence
from jn_presenter.load.reading import BAD, Reading
from jn_presenter.load.slips.suggest import nearest
from jn_presenter.load.steps import steps
from jn_presenter.load.words import no_list, present, wrong_kind
from jn_presenter.model.deck import Slide
from jn_presenter.model.element import Element
from jn_presenter.model.layout import Layout, Slot
from jn_presenter.model.text import Message

TITLE = "title"
MOST_FACTS = 6
OWN = frozenset({"id", "theme", "layout", "steps", "slots", "free", "digest"})
"""Fields of a slide that are not simply converted."""
KEYS = ("layout", "steps", "free")
LAYOUT = ("layout",)
Slots = dict[str, tuple[Element, ...] | None]


def slide(root: Node, reading: Reading, data: bytes) -> Slide | None:
    """The file's tree as a slide, None where anything in it is wrong; every problem is in `reading`.

    `data` are the file's bytes, for the digest.
    """
    if isinstance(root, Sequence):
        reading.report(
            root,
            "wrong-type",
            Message("这个文件是一个列表，不是一页幻灯片", "this file is a list, and no slide"),
            Message(
                "一页以 layout: 和 title: 开头；Markdown 文件请用 import 命令转换",
                "a slide begins with layout: and title:; the command import converts Markdown files",
            ),
        )
        return None
    if not isinstance(root, Mapping):
        not_a_mapping(root, reading)
        return None
    layout = _layout(root, reading)
    names = [slot.name for slot in layout.slots if slot.name != TITLE] if layout else _unknown_slots(root)
    values, good = mapping(root, reading, fields(Slide, OWN), (*KEYS, *names))
    good = _checked(root, values, reading) and good and layout is not None and not reading.broken
    slots = _slots(root, layout, reading) if layout else {}
    clicks: Any = ()
    if (node := root.get("steps")) is not None:
        parts = {TITLE: 1} | {name: _parts(layout, name, found) for name, found in slots.items()}
        clicks = steps(node, reading, parts) if layout else BAD
    free = free_elements(root.get("free"), reading, None if clicks is BAD else len(clicks))
    if not good or clicks is BAD or free is None or None in slots.values() or layout is None:
        return None
    return Slide(
        id=reading.slide,
        theme=reading.slide.partition("/")[0],
        layout=_word(root.get("layout")),
        steps=clicks,
        slots=tuple((name, found) for name, found in slots.items() if found is not None),
        free=free,
        digest=digest(data, reading.stamps),
        **values,
    )


def digest(data: bytes, stamps: list[str]) -> str:
    """What changes with the slide's file or its pictures; two checksums and the length, as hashlib would cost 9 ms."""
    pictures = "\n".join(stamps).encode()
    return f"{_own(data)}-{adler32(pictures, adler32(data)):08x}"


def is_of(digest: str, data: bytes) -> bool:
    """Whether the digest is of a slide whose file says `data`, whatever became of its pictures."""
    return digest.rpartition("-")[0] == _own(data)


def _own(data: bytes) -> str:
    return f"{len(data):x}-{crc32(data):08x}"


def _word(node: Node | None) -> str:
    return node.value if isinstance(node, Scalar) else ""


def _layout(root: Mapping, reading: Reading) -> Layout | None:
    node = root.get("layout")
    registry = reading.context.layouts
    if node is None:  # which of the keys it was meant to be is told with the unknown ones
        node = next((value for key, value in root.entries if nearest(key.value, LAYOUT)), None)
    if node is None:
        reading.report(
            root,
            "missing-key",
            Message("缺少：layout", "missing: layout"),
            reading.suggest("", registry.names()),
        )
        return None
    if not present(node, reading):
        return None
    if not isinstance(node, Scalar):
        wrong_kind(node, reading, Message("版式的名称", "the name of a layout"))
        return None
    layout = registry.get(node.value)
    if layout is None:
        message = Message(f"没有 “{node.value[:40]}” 这种版式", f"there is no layout {node.value[:40]!r}")
        reading.unknown(node, node.value, registry.names(), "unknown-layout", message)
    return layout


def _unknown_slots(root: Mapping) -> list[str]:
    """Without a layout no key can be told to be wrong, and nothing is said of them."""
    return [key.value for key, _ in root.entries]


def _checked(root: Mapping, values: dict[str, Any], reading: Reading) -> bool:
    """What the types of a slide's own fields do not say: minutes above 0, and few facts, each once."""
    good = True
    minutes = root.get("minutes")
    if minutes is not None and "minutes" in values and not 0 < values["minutes"] <= 600:
        reading.report(
            minutes,
            "out-of-bounds",
            Message("分钟数应大于 0，不超过 600", "minutes are above 0 and at most 600"),
            Message("如 1.5", "as in 1.5"),
        )
        good = False
    facts = root.get("facts")
    if isinstance(facts, Sequence) and "facts" in values:
        if len(facts.items) > MOST_FACTS:
            reading.report(
                facts.items[MOST_FACTS],
                "too-many-facts",
                Message(f"一页最多列 {MOST_FACTS} 个数据", f"a slide lists at most {MOST_FACTS} facts"),
                Message("把内容分到几页", "split the slide"),
            )
            good = False
        good = _once(facts, values["facts"], reading) and good
    return good


def _once(node: Sequence, words: tuple[str, ...], reading: Reading) -> bool:
    for k, word in enumerate(words):
        if word in words[:k]:
            reading.report(
                node.items[k],
                "duplicate-fact",
                Message(f"{word} 列了两次", f"{word} is listed twice"),
                Message("删去一个", "remove one"),
            )
            return False
    return True


def _slots(root: Mapping, layout: Layout, reading: Reading) -> Slots:
    """The elements of each slot that the slide fills; None for a slot that is broken or required and empty."""
    found: Slots = {}
    for slot in layout.slots:
        if slot.name == TITLE:
            continue
        node = root.get(slot.name)
        if node is not None:
            found[slot.name] = _slot(node, slot, reading)
        elif slot.required and (root.column, slot.name) in reading.meant:
            found[slot.name] = None
        elif slot.required:
            reading.report(
                root,
                "missing-key",
                Message(f"这种版式要有 {slot.name}：{slot.doc.zh}", f"this layout needs {slot.name}: {slot.doc.en}"),
                Message(f"加上 “{slot.name}: ……”", f"add '{slot.name}: …'"),
            )
            found[slot.name] = None
    return found


def _slot(node: Node, slot: Slot, reading: Reading) -> tuple[Element, ...] | None:
    default = reading.context.elements.get(slot.type)
    if not slot.many:
        made = element(node, reading, default)
        return None if made is BAD else (made,)
    if not isinstance(node, Sequence):
        if present(node, reading):
            no_list(node, reading)
        return None
    elements = [element(item, reading, default) for item in node.items]
    if not elements:
        reading.report(
            node,
            "empty",
            Message("列表是空的", "the list is empty"),
            Message("写上内容，或删去这一项", "fill it, or remove the key"),
        )
    return None if BAD in elements or not elements or not node.sound else tuple(elements)


def _parts(layout: Layout | None, name: str, elements: tuple[Element, ...] | None) -> int | None:
    """How many parts `steps` can show one by one: the elements of a slot that takes many, else the element's own."""
    slot = layout.slot(name) if layout else None
    if elements is None or slot is None:
        return None
    return len(elements) if slot.many else elements[0].parts()
