"""How long Qt would take to paint a drawing, told from its outlines alone: half a page of dashes can take a minute.

Qt's renderer keeps the pixels that an outline crosses in a list for each row, and walks it for each pixel: twice as
much in one path takes four times as long. What is told here is meant to be too much rather than too little.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple
from xml.parsers import expat

from jn_presenter.load.svg_outline import LONGEST, Matrix, Segment, edge, lengths, matrix, number, outline, product

WIDE, HIGH = 1920, 1080
"""The screen for which it is told, in px. One of twice the width takes two to four times as long."""
BANDS = 16
ROWS = HIGH / BANDS
LONGEST_ROW = 1000.0
SEGMENT_US, STROKED_US, DASH_US, LETTER_US = 25.0, 10.0, 5.0, 4.0
"""For each, to look at it here included, twice."""
CELL_US, WALK_US = 0.05, 0.02
"""For a pixel that an outline crosses; for each other one of its row besides."""
FILLED_US, SHADED_US = 1500.0, 6000.0
"""For the whole screen in one colour, and in a gradient."""
SHORTEST = 1e-9
MOST_SAID = 10_000
OFTEN = 256
"""Segments, after which it is asked whether it is too much already."""
MOST_US = 1_500_000.0
LOOKS = frozenset(
    {
        *("stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "fill", "font-size"),
        "vector-effect",
    }
)
TEXTS = frozenset({"text", "tspan", "textarea", "a"})
DECLARATIONS = re.compile(r"[;{}]")
COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)


class Look(NamedTuple):
    """What of its looks decides how long a shape takes; lengths in its own units. dash: with its gap, 0 for none."""

    stroked: bool = False
    width: float = 1.0
    dash: float = 0.0
    round: bool = False
    fixed: bool = False
    """Whether the stroke is measured in px of the screen."""
    filled: bool = True
    shaded: bool = False
    font: float = 16.0

    def worst(self, other: "Look") -> "Look":
        """What takes the longer of both, property by property."""
        dashes = [dash for dash in (self.dash, other.dash) if dash]
        return Look(
            self.stroked or other.stroked,
            max(self.width, other.width),
            min(dashes, default=0.0),
            self.round or other.round,
            self.fixed or other.fixed,
            self.filled or other.filled,
            self.shaded or other.shaded,
            max(self.font, other.font),
        )


def declarations(attributes: dict[str, str]) -> list[str]:
    """What an element says of its looks, as a style sheet would: by attributes, then by its `style`."""
    own = [f"{key}:{value};" for key, value in attributes.items() if key in LOOKS]
    return [*own, attributes["style"] + ";"] if "style" in attributes else own


def look(attributes: dict[str, str], around: Look) -> Look:
    """Of an element, where it says nothing by what is around it."""
    said = declarations(attributes)
    return around._replace(**_said(_declared("".join(said)))) if said else around


def worst_look(sheet: str) -> Look:
    """What a style sheet might make of any element: of all that it says the worst."""
    least = Look(width=0.0, font=0.0, filled=False)
    for declaration in set(_declared(sheet)):
        least = least.worst(Look(width=0.0, font=0.0, filled=False)._replace(**_said((declaration,))))
    return least


def _declared(sheet: str) -> list[tuple[str, str]]:
    """The properties and values of a style sheet; of one that hides letters, or says far too much, the worst."""
    if "\\" in sheet or sheet.count(";") > MOST_SAID:
        return [("stroke", "red"), ("stroke-dasharray", str(SHORTEST))]
    parted = (part.partition(":") for part in DECLARATIONS.split(COMMENT.sub("", sheet)))
    return [(key.strip().lower(), value) for key, _, value in parted]


def _said(properties: Iterable[tuple[str, str]]) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for key, word in properties:
        value = word.strip()
        if value == "inherit":
            continue
        if key == "stroke":
            made["stroked"] = value != "none"
        elif key == "stroke-width":
            made["width"] = abs(number(value))
        elif key == "stroke-dasharray":
            made["dash"] = _dash(value)
        elif key in ("stroke-linecap", "stroke-linejoin") and value not in ("butt", "miter"):
            made["round"] = True
        elif key == "vector-effect":
            made["fixed"] = value != "none"
        elif key == "fill":
            made["filled"], made["shaded"] = value != "none", "url" in value
        elif key == "font-size":
            made["font"] = abs(number(value))
    return made


def _dash(words: str) -> float:
    """Of a list that nobody would write it is the shortest that there is."""
    found = lengths(words[:LONGEST])
    return SHORTEST if len(words) > LONGEST else 2 * sum(map(abs, found)) / len(found) if found else 0.0


class TooLongError(Exception):
    """It would take longer than MOST_US."""


class _Level(NamedTuple):
    """An open element. began_us: what all before it took."""

    name: str
    written: bool
    looks: Look
    place: Matrix
    around: Matrix
    began_us: float


class _Work:
    """Handlers of one parse. places: of lengths in the drawing as shares of its width and height."""

    def __init__(self, sheet: str, box: tuple[float, float]) -> None:
        self.sheet = worst_look(sheet) if sheet else None
        self.box = box
        self.us = 0.0
        self.open: list[_Level] = []
        self.of: dict[str, tuple[float, float]] = {}
        self.uses: list[tuple[str, float]] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(":")[2].lower()
        above = self.open[-1] if self.open else None
        around = above.place if above else Matrix(1 / self.box[0], 0.0, 0.0, 1 / self.box[1], 0.0, 0.0)
        place = product(around, matrix(attributes.get("transform", "")))
        if above and name in ("svg", "symbol"):
            place = product(place, _inner(attributes.get("viewBox", ""), self.box))
        looks = look(attributes, above.looks if above else Look())
        written = name in TEXTS
        self.open.append(_Level(attributes.get("id", ""), written, looks, place, around, self.us))
        if name == "use":
            href = next((value for key, value in attributes.items() if key.rpartition(":")[2] == "href"), "")
            self.uses.append((href.strip()[1:], _size(place)))
        else:
            self._shape(outline(name, attributes), self._worst(looks), place)

    def end(self, _tag: str) -> None:
        level = self.open.pop()
        if level.name:
            self.of[level.name] = (self.us - level.began_us, _size(level.around))

    def data(self, words: str) -> None:
        level = self.open[-1]
        if not level.written:
            return
        looks, place = self._worst(level.looks), level.place
        letter = min(1.0, looks.font * _across(place)) * min(1.0, looks.font * _down(place))
        self._add(len(words.strip()) * (LETTER_US + letter * FILLED_US * (4 if looks.stroked else 2)))

    def finish(self) -> None:
        """What is used is painted again, in proportion to the area that it has there."""
        for target, size in self.uses:
            us, natural = self.of.get(target, (0.0, 1.0))
            self._add(us * max(1.0, size / max(natural, 1e-12)) ** 2)

    def _worst(self, looks: Look) -> Look:
        return looks.worst(self.sheet) if self.sheet else looks

    def _add(self, us: float) -> None:
        self.us += us
        if self.us > MOST_US:
            raise TooLongError

    def _shape(self, segments: Iterator[Segment], looks: Look, place: Matrix) -> None:
        """A path is filled, and its outline is filled again as a stroke."""
        left, right, top, bottom = 1e12, -1e12, 1e12, -1e12
        filled, stroked = [0.0] * BANDS, [0.0] * BANDS
        thick = looks.width * (1.0 if looks.fixed else (_across(place) * WIDE + _down(place) * HIGH) / 2)
        ends = (4.0 if looks.round else 2.0) * min(thick, WIDE + HIGH)
        for count, segment in enumerate(segments, 1):
            x, y, dx, dy = edge(segment, place)
            left, right = min(left, x, x + dx), max(right, x, x + dx)
            top, bottom = min(top, y, y + dy), max(bottom, y, y + dy)
            cells = min(abs(dx), 1.0) * WIDE + min(abs(dy), 1.0) * HIGH + 1.0
            spread = _bands(y, dy)
            for band in spread:
                filled[band] += cells / len(spread)
            if looks.stroked:
                dashes = _dashes(segment, cells, looks)
                self._add(STROKED_US + dashes * DASH_US)
                outer = 2 * cells + (dashes + 1.0) * (ends + 4.0)
                for band in spread:
                    stroked[band] += outer / len(spread)
            self._add(SEGMENT_US)
            if count % OFTEN == 0:
                self._bear(looks, filled, stroked)
        if right < left:
            return
        area = min(1.0, right - left) * min(1.0, bottom - top)
        self._add(self._bear(looks, filled, stroked))
        if looks.filled:
            self._add(area * (SHADED_US if looks.shaded else FILLED_US))

    def _bear(self, looks: Look, filled: list[float], stroked: list[float]) -> float:
        """What these pixels take. Raises TooLongError where it is too much already."""
        us = (_swept(filled) if looks.filled else 0.0) + (_swept(stroked) if looks.stroked else 0.0)
        if self.us + us > MOST_US:
            raise TooLongError
        return us


def _dashes(segment: Segment, cells: float, looks: Look) -> float:
    if not looks.dash:
        return 0.0
    x0, y0, x1, y1 = segment
    own = abs(x1 - x0) + abs(y1 - y0)
    return (max(own, cells) if looks.fixed else own) / looks.dash


def _bands(y: float, dy: float) -> list[int]:
    """The bands that an edge crosses, wherever it may be moved to."""
    low, high = sorted((y, y + dy))
    first, last = int(low * BANDS), int(high * BANDS)
    return [0] if last == first == 0 else [k % BANDS for k in range(first, min(last, first + BANDS - 1) + 1)]


def _swept(bands: list[float]) -> float:
    return sum([cells * (CELL_US + WALK_US * min(cells / ROWS, LONGEST_ROW)) for cells in bands if cells])


def _across(place: Matrix) -> float:
    """How wide one unit may become, as a share of the whole width."""
    return abs(place.a) + abs(place.c)


def _down(place: Matrix) -> float:
    return abs(place.b) + abs(place.d)


def _size(place: Matrix) -> float:
    return max(_across(place), _down(place))


def _inner(view_box: str, box: tuple[float, float]) -> Matrix:
    """What a drawing in the drawing may be enlarged by: up to the whole of it."""
    sides = lengths(view_box[:LONGEST])[2:4]
    if len(sides) < 2 or not all(sides):
        return matrix("")
    across, down = (max(1.0, whole / abs(side)) for whole, side in zip(box, sides, strict=True))
    return Matrix(across, 0.0, 0.0, down, 0.0, 0.0)


def takes_long(data: bytes, sheet: str, box: tuple[float, float]) -> bool:
    """Whether painting takes longer than MOST_US. data: an SVG that was parsed before. sheet: what may be said of any
    of its elements, as declarations of CSS. box: width and height of its coordinates.
    """
    work = _Work(sheet, box)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = work.start
    parser.EndElementHandler = work.end
    parser.CharacterDataHandler = work.data
    try:
        parser.Parse(data, True)
        work.finish()
    except TooLongError:
        return True
    return False
