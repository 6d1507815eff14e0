"""Drawings in SVG: their size, and that nothing in them reaches outside or takes long to paint."""

import re
from typing import Any
from xml.parsers import expat

from jn_presenter.load.headers import DAMAGED, Refusal
from jn_presenter.load.svg_work import declarations, takes_long
from jn_presenter.model.text import Message

MOST_ELEMENTS = 5_000
MOST_RULES = 500
"""Of style sheets: Qt compares each with each other and with each element."""
DEEPEST = 32
"""Levels, the root included: what is deeper Qt does not draw, and says so in the log for every node."""
REFUSED = frozenset({"script", "foreignobject", "filter", "image", "marker", "video", "audio", "iframe"})
SMALLEST = 1e-9
LENGTH = re.compile(r"\s*([0-9]{0,9}(?:\.[0-9]{1,9})?)\s*(px|pt|pc|mm|cm|in)?\s*")
PX = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
"""CSS px of a unit (CSS Values 3, 5.2)."""
OUTSIDE = re.compile(r"url\(\s*['\"]?\s*(?!#)|@import|expression\(|javascript:", re.IGNORECASE)


class _RefusedError(Exception):
    """Carries the refusal out of the parser's handlers."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.message.en)
        self.refusal = refusal


class _Group:
    """An open element: its id as `name`, what has been counted inside it, and what it says of the looks of things."""

    def __init__(self, attributes: dict[str, str], before: int, uses: bool) -> None:
        self.name = attributes.get("id", "")
        self.before = before
        self.uses = uses
        self.said = declarations(attributes)


class _Inspector:
    """Handlers of one parse. The sizes of what has an id tell what `use` would make of the drawing."""

    def __init__(self) -> None:
        self.size: tuple[int, int] | Refusal = DAMAGED
        self.box = (1.0, 1.0)
        self.count = 0
        self.open: list[_Group] = []
        self.sizes: dict[str, int] = {}
        self.using: set[str] = set()
        self.targets: list[str] = []
        self.style = False
        self.rules = 0
        self.sheet: list[str] = []

    def doctype(self, *_: Any) -> None:
        raise _RefusedError(_not_allowed("DOCTYPE"))

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(":")[2].lower()
        if not self.open:
            if name != "svg":
                raise _RefusedError(_not_an_image())
            self.size = _size(attributes)
            self.box = _box(attributes, self.size)
        if name in REFUSED:
            raise _RefusedError(_not_allowed(f"<{name}>"))
        self.count += 1
        if self.count > MOST_ELEMENTS or len(self.open) >= DEEPEST:
            raise _RefusedError(_too_much())
        for key, value in attributes.items():
            self._attribute(name, key.rpartition(":")[2].lower(), value)
        self.style = name == "style"
        self.open.append(_Group(attributes, self.count, name == "use"))
        if name == "use":
            self._hand_on()

    def end(self, _tag: str) -> None:
        self.style = False
        group = self.open.pop()
        if group.name:
            self.sizes[group.name] = self.count - group.before + 1
            if group.uses:
                self.using.add(group.name)

    def data(self, words: str) -> None:
        if not self.style:
            return
        self.sheet.append(words)
        if OUTSIDE.search(words):
            raise _RefusedError(_not_allowed("url(…)"))
        self.rules += words.count("{") + words.count(",")
        if self.rules > MOST_RULES:
            raise _RefusedError(_too_much())

    def _attribute(self, element: str, key: str, value: str) -> None:
        if key.startswith("on"):
            raise _RefusedError(_not_allowed(key))
        if key in ("href", "src") and not value.lstrip().startswith("#"):
            raise _RefusedError(_not_allowed(f"{key}={value[:40]!r}"))
        if OUTSIDE.search(value):
            raise _RefusedError(_not_allowed("url(…)"))
        if element == "use" and key == "href":
            self.targets.append(value.strip()[1:])
            for group in self.open:
                group.uses = True

    def _hand_on(self) -> None:
        """What is used takes the looks of the place where it is used."""
        for group in self.open:
            self.sheet += group.said
            group.said = []

    def check_uses(self) -> None:
        """A `use` of what itself has a `use` can grow without end; many of something large are slow."""
        if any(target in self.using for target in self.targets):
            raise _RefusedError(_not_allowed("<use> → <use>"))
        if self.count + sum(self.sizes.get(target, 0) for target in self.targets) > MOST_ELEMENTS:
            raise _RefusedError(_too_much())


def svg_size(data: bytes) -> tuple[int, int] | Refusal:
    """Natural width and height in px: those of the root, or of its viewBox. Work is linear in the bytes."""
    inspector = _Inspector()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.buffer_size = len(data) + 1
    parser.StartDoctypeDeclHandler = inspector.doctype
    parser.StartElementHandler = inspector.start
    parser.EndElementHandler = inspector.end
    parser.CharacterDataHandler = inspector.data
    try:
        parser.Parse(data, True)
        inspector.check_uses()
        if takes_long(data, "".join(inspector.sheet), inspector.box):
            raise _RefusedError(_too_long())
    except _RefusedError as error:
        return error.refusal
    except (expat.ExpatError, ValueError, LookupError):
        return _not_an_image() if not inspector.count else DAMAGED
    return inspector.size


def _size(attributes: dict[str, str]) -> tuple[int, int] | Refusal:
    width, height = _length(attributes.get("width", "")), _length(attributes.get("height", ""))
    if not (width and height):
        box = re.split(r"[\s,]+", attributes.get("viewBox", "").strip())
        sides = [_length(word) for word in box[2:]] if len(box) == 4 else [0.0, 0.0]
        known = width or height
        if not all(sides):
            return Refusal(
                Message("SVG 没有写明大小", "the drawing does not say how large it is"),
                Message("给 <svg> 加上 viewBox 或 width 和 height", "give <svg> a viewBox, or width and height"),
            )
        scale = known / (sides[0] if width else sides[1]) if known else 1.0
        width, height = sides[0] * scale, sides[1] * scale
    return max(1, round(width)), max(1, round(height))


def _box(attributes: dict[str, str], size: tuple[int, int] | Refusal) -> tuple[float, float]:
    """Width and height of the coordinates."""
    box = re.split(r"[\s,]+", attributes.get("viewBox", "").strip())
    width, height = (_length(word) for word in box[2:]) if len(box) == 4 else (0.0, 0.0)
    natural = (1, 1) if isinstance(size, Refusal) else size
    return max(width or natural[0], SMALLEST), max(height or natural[1], SMALLEST)


def _length(word: str) -> float:
    """Px of a length, 0 for none, for a percentage and for anything else."""
    found = LENGTH.fullmatch(word)
    return float(found[1] or 0) * PX[found[2] or ""] if found and found[1] else 0.0


def _not_allowed(what: str) -> Refusal:
    return Refusal(
        Message(f"SVG 里不能有 {what}", f"the drawing has {what}, which is not allowed"),
        Message(
            "在绘图软件里另存为“普通 SVG”，或导出为 PNG", "save it as plain SVG in a drawing program, or export a PNG"
        ),
    )


def _too_much() -> Refusal:
    return Refusal(
        Message(
            f"SVG 太复杂（超过 {MOST_ELEMENTS} 个元素或 {DEEPEST} 层）",
            f"more than {MOST_ELEMENTS} elements or {DEEPEST} levels",
        ),
        Message("导出为 PNG", "export it as PNG"),
    )


def _too_long() -> Refusal:
    return Refusal(
        Message(
            "SVG 画起来太慢：线条太密、虚线段太多或重叠的图形太多",
            "the drawing takes too long to paint: lines too dense, too many dashes, or too many shapes over each other",
        ),
        Message(
            "减少虚线段和重叠的图形，或导出为 PNG", "have fewer dashes and overlapping shapes, or export it as PNG"
        ),
    )


def _not_an_image() -> Refusal:
    return Refusal(
        Message("这不是图片文件", "this is not a picture"),
        Message("用 PNG、JPEG 或 SVG 文件", "use a PNG, JPEG or SVG file"),
    )
