"""A QR code."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import Annotated, ClassVar

from msgspec import Struct, field

from jn_presenter.draw.contrast import contrast, luminance
from jn_presenter.draw.grid import anchored
from jn_presenter.draw.setting import Setting, set_text
from jn_presenter.draw.still import Still
from jn_presenter.draw.tags import aligned
from jn_presenter.model.element import Align, Element, Env
from jn_presenter.model.fields import doc
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import Box, Path, ShapeMark
from jn_presenter.model.problem import Finding
from jn_presenter.model.style import Role, Style
from jn_presenter.model.text import Message, Text

QUIET = 4
"""Modules of light around the code on every side: the quiet zone of ISO/IEC 18004."""
LARGEST = 520.0
"""The largest side of the code in px, quiet zone included."""
LEAST_MODULE = 4
"""px of a module: what is finer cannot be read from the seats."""
LONGEST = 300
"""Characters; more of them make modules that are too fine."""
GAP = 16.0
"""Between the code and a label beneath it, in px; the quiet zone is space already."""
BESIDE = 32.0
LEAST_LABEL = 6.0
"""A label beside the code has at least so much width, in units of its size."""
ROLE: Role = "body"
READABLE = 7.0
"""Colours of the style with less contrast than this give way to black on white."""

Modules = tuple[tuple[bool, ...], ...]


class QrCode(Element, frozen=True, kw_only=True):
    """A QR code, dark on light in every style, with words that say where it leads."""

    about = "二维码：各种风格里都是浅底深码，旁边写明通向哪里"
    short: ClassVar[str] = "content"

    # In the file it is `data`, which here is the method that all elements have.
    content: Annotated[str, doc("扫码得到的内容，一般是网址", "what a scan gives, usually an address")] = field(
        name="data"
    )
    label: Annotated[Text | None, doc("说明", "what it leads to")] = None

    def fit(self, rect: Rect, env: Env) -> Still:
        if not self.content or len(self.content) > LONGEST:
            return Still(rect=rect, findings=(_of_no_use(len(self.content)),), shown=())
        modules = encoded(self.content)
        for place in _places(modules, self.label, rect, env):
            if not place.overflow:
                break
        words = place.label.mark("label", place.label_x, place.label_y) if place.label else None
        return Still(
            rect=rect,
            overflow=place.overflow,
            findings=place.label.findings if place.label else (),
            shown=(*_marks(modules, place, env.style), *((words,) if words else ())),
        )


class Place(Struct, frozen=True, kw_only=True):
    """The top left of the code with its quiet zone, the px of a module, and the label with its own top left."""

    x: float
    y: float
    module: float
    label: Setting | None = None
    label_x: float = 0.0
    label_y: float = 0.0
    overflow: bool = False


@lru_cache(maxsize=16)
def encoded(data: str) -> Modules:
    """The rows of modules, True where dark, without quiet zone; readable still where a seventh of them is lost."""
    from segno import make  # 70 ms that only slides with a code pay for

    # Readers take bytes for UTF-8. Left to itself segno writes Latin-1 or Shift JIS where these have all the letters.
    code = make(data, error="m", micro=False, encoding="utf-8", mode=None if data.isascii() else "byte")
    return tuple(tuple(module == 1 for module in row) for row in code.matrix)


def _places(modules: Modules, label: Text | None, rect: Rect, env: Env) -> Iterator[Place]:
    """From the largest code to the smallest, each with the label beneath it before beside it."""
    count = len(modules) + 2 * QUIET
    largest = max(LEAST_MODULE, int(min(LARGEST, rect.w, rect.h) // count))
    for module in range(largest, LEAST_MODULE - 1, -1):
        yield _beneath(module, module * count, label, rect, env)
        if label:
            yield _beside(module, module * count, label, rect, env)


def _beneath(module: int, side: float, label: Text | None, rect: Rect, env: Env) -> Place:
    """The code where its slot is aligned, the label as wide as it under it."""
    x = round(rect.x + aligned(side, rect.w, env.align))
    if label is None:
        y = round(anchored(rect, side, env.anchor))
        return Place(x=x, y=y, module=module, overflow=side > min(rect.w, rect.h))
    words = _label(label, side, "left" if env.align == "left" else "centre", env)
    height = side + GAP + words.block.height
    y = round(anchored(rect, height, env.anchor))
    overflow = side > rect.w or height > rect.h + 0.5 or words.block.width > side + 0.5
    return Place(x=x, y=y, module=module, label=words, label_x=x, label_y=y + side + GAP, overflow=overflow)


def _beside(module: int, side: float, label: Text, rect: Rect, env: Env) -> Place:
    """The code with the label at half its height to the right, both together where the slot is aligned."""
    room = rect.w - side - BESIDE
    words = _label(label, room, "left", env)
    x = round(rect.x + aligned(side + BESIDE + words.block.width, rect.w, env.align))
    y = round(anchored(rect, side, env.anchor))
    narrow = room < LEAST_LABEL * env.font(ROLE).size or words.block.width > room + 0.5
    return Place(
        x=x,
        y=y,
        module=module,
        label=words,
        label_x=x + side + BESIDE,
        label_y=y + (side - words.block.height) / 2,
        overflow=narrow or words.block.height > side or side > rect.h,
    )


def _label(label: Text, width: float, align: Align, env: Env) -> Setting:
    return set_text(label, env, width, ROLE, align=align, balance=True)


def _marks(modules: Modules, place: Place, style: Style) -> tuple[ShapeMark, ShapeMark]:
    """The light plate, and all dark modules as one path of runs along the rows, on whole px at 1080."""
    dark, light = sorted((style.ink, style.ground[0]), key=luminance)
    if contrast(dark, light) < READABLE:
        dark, light = "#000000", "#ffffff"
    side = place.module * (len(modules) + 2 * QUIET)
    plate = Box(place.x, place.y, side, side)
    return (
        ShapeMark(key="plate", shape=plate, fill=light, crisp=True),
        ShapeMark(key="modules", shape=path_of(modules, place), fill=dark, crisp=True),
    )


def path_of(modules: Modules, place: Place) -> Path:
    """All dark modules as one path."""
    segments: list[tuple[str, tuple[float, ...]]] = []
    for row, line in enumerate(modules):
        column = 0
        top = place.y + (QUIET + row) * place.module
        for dark, run in groupby(line):
            length = len(tuple(run))
            if dark:
                left = place.x + (QUIET + column) * place.module
                right, bottom = left + length * place.module, top + place.module
                segments += (("M", (left, top)), ("L", (right, top)), ("L", (right, bottom)), ("L", (left, bottom)))
                segments.append(("Z", ()))
            column += length
    return Path(tuple(segments))


def _of_no_use(length: int) -> Finding:
    if not length:
        return Finding(
            code="qr-empty",
            path="data",
            message=Message("二维码没有内容", "the QR code has nothing in it"),
            hint=Message("写上网址，例如 https://example.org", "give an address, such as https://example.org"),
        )
    return Finding(
        code="qr-too-long",
        path="data",
        message=Message(
            f"二维码的内容有 {length} 个字符，太密，扫不出来", f"{length} characters make too fine a QR code"
        ),
        hint=Message(f"最多 {LONGEST} 个；请用短网址", f"at most {LONGEST}; use a short address"),
    )


ELEMENT = QrCode
