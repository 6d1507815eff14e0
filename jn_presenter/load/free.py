"""`free`: elements placed anywhere on the canvas, each with the keys of its type beside those of its place."""

from typing import Any

from jn_presenter.draw.anchors import ANCHORS
from jn_presenter.load.convert import fields, mapping
from jn_presenter.load.elements import TYPE, from_mapping, typed
from jn_presenter.load.keyed import not_a_mapping
from jn_presenter.load.nodes import Mapping, Node, Sequence
from jn_presenter.load.reading import BAD, Reading
from jn_presenter.load.words import no_list, present
from jn_presenter.model.deck import Free
from jn_presenter.model.text import Message

PLACE = frozenset({"element"})
ROUNDING = 0.001
MOST_PX = 8192
PIXELS = (1920, 1080, 1920, 1080)
"""Of the screen that places in pixels are most likely meant for."""


def free_elements(node: Node | None, reading: Reading, last_step: int | None) -> tuple[Free, ...] | None:
    """The free elements of a slide, None where one is broken. last_step: the slide's, None where steps are broken."""
    if node is None:
        return ()
    if not isinstance(node, Sequence):
        if present(node, reading):
            no_list(node, reading, of_words=False)
        return None
    found = [_free(item, reading, last_step) for item in node.items]
    return tuple(free for free in found if free is not None) if node.sound and None not in found else None


def _free(node: Node, reading: Reading, last_step: int | None) -> Free | None:
    if not present(node, reading):
        return None
    if not isinstance(node, Mapping):
        not_a_mapping(node, reading)
        return None
    place_fields = fields(Free, PLACE)
    cls = typed(node, reading)
    element: Any = from_mapping(node, reading, cls, tuple(place_fields)) if cls else BAD
    own = tuple(fields(cls)) if cls else tuple(key.value for key, _ in node.entries)
    values, good = mapping(_only(node, place_fields), reading, place_fields, (TYPE, *own))
    if not good or element is BAD or not _placed(node, values, reading, last_step):
        return None
    return Free(element=element, **values)


def _only(node: Mapping, keys: Any) -> Mapping:
    """The mapping's part that says where the element stands; of the rest the element has had its say."""
    entries = tuple((key, value) for key, value in node.entries if key.value in keys)
    return Mapping(entries, node.line, node.column, node.start, node.end, node.sound)


def _placed(node: Mapping, values: dict[str, Any], reading: Reading, last_step: int | None) -> bool:
    """Whether the place is said in one way and is on the canvas, and the step is one of the slide's."""
    at, anchor, size = values.get("at"), values.get("anchor"), values.get("size")
    if (at is None) == (anchor is None) or (anchor is None) != (size is None):
        reading.report(
            node,
            "bad-place",
            Message("位置要写 at，或 anchor 加 size，二者选一", "the place is either at, or anchor with size"),
            Message("如 at: [0.7, 0.1, 0.2, 0.1]", "as in at: [0.7, 0.1, 0.2, 0.1]"),
        )
        return False
    good = True
    if at is not None and not _fractions(at):
        _report_off_canvas(node.get("at") or node, at, reading)
        good = False
    if anchor is not None and anchor not in ANCHORS:
        reading.report(
            node.get("anchor") or node,
            "not-a-choice",
            Message(f"没有 “{anchor[:40]}” 这个位置", f"there is no place {anchor[:40]!r}"),
            reading.suggest(anchor, tuple(ANCHORS)),
        )
        good = False
    if size is not None and (len(size) != 2 or not all(0 < side <= MOST_PX for side in size)):
        reading.report(
            node.get("size") or node,
            "bad-place",
            Message("size 是两个大于 0 的数：宽和高，单位像素", "size has two numbers above 0: width and height in px"),
            Message("如 size: [240, 24]", "as in size: [240, 24]"),
        )
        good = False
    step = values.get("step", 0)
    if step < 0 or (last_step is not None and step > last_step):
        reading.report(
            node.get("step") or node,
            "out-of-bounds",
            Message(f"这一页没有第 {step} 步", f"the slide has no step {step}"),
            Message(f"写 0 到 {last_step or 0}", f"write 0 to {last_step or 0}"),
        )
        good = False
    return good


def _report_off_canvas(node: Node, at: tuple[float, ...], reading: Reading) -> None:
    shares = tuple(side / whole for side, whole in zip(at, PIXELS, strict=False))
    pixels = len(at) == len(PIXELS) and max(at) > 1 and _fractions(shares)
    reading.report(
        node,
        "bad-place",
        Message("at 写的是像素，这里要 0 到 1 的比例", "at is in pixels, and here stand shares from 0 to 1")
        if pixels
        else Message("at 是四个 0 到 1 的数，且不超出画面", "at has four numbers from 0 to 1, within the canvas"),
        Message("[左, 上, 宽, 高]，如 [0.7, 0.1, 0.2, 0.1]", "[x, y, width, height], as in [0.7, 0.1, 0.2, 0.1]"),
        end=node.end,
        value=f"[{', '.join(f'{share:.4g}' for share in shares)}]" if pixels else "",
    )


def _fractions(at: tuple[float, ...]) -> bool:
    """Whether (x, y, w, h) as fractions of the canvas lie on it, give or take the rounding of written digits."""
    if len(at) != 4:
        return False
    x, y, w, h = at
    inside = x + w <= 1 + ROUNDING and y + h <= 1 + ROUNDING
    return x >= 0 and y >= 0 and w > 0 and h > 0 and inside
