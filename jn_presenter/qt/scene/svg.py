"""SVG pictures, drawn by Qt as shapes, after a look at what they would cost: Qt itself follows 2 ** 32 references."""

import logging
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING
from xml.parsers import expat

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QPainter

if TYPE_CHECKING:
    from PySide6.QtSvg import QSvgRenderer

log = logging.getLogger(__name__)

MAX_BYTES = 1 << 20
MAX_DEPTH = 32
"""Qt's own limit, beyond which it says so once a node."""
MAX_ELEMENTS = 5000
"""Elements drawn, those that <use> repeats included."""
_HREFS = ("href", "http://www.w3.org/1999/xlink href", "xlink:href")


class SvgError(ValueError):
    """The SVG is not drawn: not well-formed, too large, or it reaches for other files."""


def is_svg(file: str) -> bool:
    """Whether the file's name says that it is an SVG."""
    return file.lower().endswith(".svg")


def paint_svg(painter: QPainter, file: str, stamp: str, place: QRectF) -> bool:
    """Draw the SVG stretched over `place`; False, and logged once, where it cannot be drawn."""
    renderer = _renderer(file, stamp)
    if renderer is None:
        return False
    renderer.render(painter, place)
    return True


@lru_cache(maxsize=16)
def _renderer(file: str, stamp: str) -> "QSvgRenderer | None":
    # Loaded here, as most shows have no SVG and the first slide waits for no module it does not need.
    from PySide6.QtSvg import QSvgRenderer, QtSvg

    try:
        content = content_of(Path(file))
    except (OSError, SvgError) as error:
        log.warning("图片无法显示 / the picture cannot be shown: %s (%s)", file, error)
        return None
    renderer = QSvgRenderer()
    renderer.setOptions(QtSvg.Option.Tiny12FeaturesOnly | QtSvg.Option.DisableSMILAnimations)
    if not renderer.load(QByteArray(content)):
        log.warning("图片无法显示 / the picture cannot be shown: %s", file)
        return None
    return renderer


def content_of(file: Path) -> bytes:
    """The content of an SVG that is safe to hand to Qt. Raises OSError, SvgError."""
    with file.open("rb") as stream:
        content = stream.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise SvgError(f"over {MAX_BYTES} bytes")
    if cost(content) > MAX_ELEMENTS:
        raise SvgError(f"draws over {MAX_ELEMENTS} elements")
    return content


def cost(content: bytes) -> int:
    """How many elements are drawn, with <use> followed, counted up to MAX_ELEMENTS + 1. Raises SvgError."""
    outline = _Outline()
    parser = expat.ParserCreate()
    parser.StartElementHandler = outline.start
    parser.EndElementHandler = outline.end
    parser.EntityDeclHandler = outline.entity
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        raise SvgError(str(error)) from None
    return outline.total("", frozenset())


class _Outline:
    """The number of elements, and the references, within each element that has an id, and in all ("")."""

    def __init__(self) -> None:
        self._open: list[str] = [""]
        self._elements: dict[str, int] = {"": 0}
        self._references: dict[str, list[str]] = {"": []}
        self._totals: dict[str, int] = {}

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if len(self._open) > MAX_DEPTH:
            raise SvgError(f"nested over {MAX_DEPTH} deep")
        reference = next((attributes[key] for key in _HREFS if key in attributes), "")
        kind = tag.rpartition(":")[2]
        if kind == "image" and not reference.startswith("data:"):
            raise SvgError("shows another file")
        self._open.append(attributes.get("id", ""))
        for name in {*self._open}:
            self._elements[name] = self._elements.get(name, 0) + 1
            references = self._references.setdefault(name, [])
            if kind == "use" and reference.startswith("#"):
                references.append(reference[1:])

    def end(self, tag: str) -> None:
        self._open.pop()

    def entity(self, *declaration: object) -> None:
        raise SvgError("declares entities")

    def total(self, name: str, above: frozenset[str]) -> int:
        """Elements drawn for the element of id `name`; a circle of references counts as too many."""
        if name in above or len(above) > MAX_DEPTH:
            return MAX_ELEMENTS + 1
        if name not in self._totals:
            found = self._elements.get(name, 0)
            for reference in self._references.get(name, ()):
                if found > MAX_ELEMENTS:
                    break
                found += self.total(reference, above | {name})
            self._totals[name] = min(found, MAX_ELEMENTS + 1)
        return self._totals[name]
