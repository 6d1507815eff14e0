"""The tiles of a treemap in one or two levels, the words that fit into them, and those that stand beneath."""

from collections.abc import Sequence

from msgspec import Struct, structs

from jn_presenter.draw.entries import Entry
from jn_presenter.draw.inside import Inside, Phrase, set_inside
from jn_presenter.draw.remainder import Remark, Remarks, set_remarks
from jn_presenter.draw.setting import placed
from jn_presenter.draw.squarified import squarify
from jn_presenter.draw.typography import LEADING, baseline
from jn_presenter.model.element import Block, Env
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import Line, Run
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Text, plain

PADDING = 12.0
"""Between a tile's edge and its words, in px."""
LIST_GAP = 16.0
LIST_MOST = 0.4
"""The share of the height that the list beneath may take."""
NUMBER_ROOM = 12.0
"""px that a number leaves free of its tile's width and height."""
ROUNDS = 6


class Group(Struct, frozen=True):
    """Tiles that belong together, with the colour of their surface and of words on it; the one group has no name."""

    key: str
    name: Text | None
    entries: tuple[Entry, ...]
    fill: str
    ink: str

    @property
    def total(self) -> float:
        return sum(float(entry.value) for entry in self.entries)


class Tile(Struct, frozen=True):
    """One category: its rectangle and the words in it. With a `number` these are that, and the name is in the list;
    where not even that fits there are none.
    """

    entry: Entry
    group: Group
    rect: Rect
    words: Inside | None = None
    number: str = ""
    named: bool = False
    """Whether the words begin with the group's name."""

    @property
    def key(self) -> str:
        """The category's, after its group's, so that either can stand out."""
        return f"{self.group.key}.{self.entry.key}" if self.group.key else self.entry.key

    def lines(self) -> tuple[Line, ...]:
        """The words in their place: at the top left, in a small tile in its middle."""
        if self.words is None:
            return ()
        block = self.words.block
        dx, dy = min(PADDING, (self.rect.w - block.width) / 2), min(PADDING, (self.rect.h - block.height) / 2)
        return placed(block.lines, self.rect.x + dx, self.rect.y + dy)


class Tiles(Struct, frozen=True, kw_only=True):
    """All tiles, largest group and tile first, and the list beneath with its top."""

    area: Rect
    tiles: tuple[Tile, ...]
    groups: tuple[tuple[Group, Rect], ...]
    listed: Remarks | None = None
    list_top: float = 0.0
    overflow: bool = False

    @property
    def findings(self) -> tuple[Finding, ...]:
        found = [finding for tile in self.tiles if tile.words for finding in tile.words.findings]
        return tuple(dict.fromkeys((*found, *(self.listed.setting.findings if self.listed else ()))))


def lay_out(groups: Sequence[Group], missing: Sequence[Remark], place: Rect, env: Env, words: dict[str, Text]) -> Tiles:
    """The tiles in `place`; what they have no room for stands beneath, so that the tiles get that much lower.

    missing: what has no tile at all. words: the figure of each entry by its key.
    """
    taken = 0.0
    for _ in range(ROUNDS):
        area = Rect(place.x, place.y, place.w, place.h - taken)
        tiles, outer = _tiles(groups, area, env, words)
        remarks = (*_remarks(tiles, words), *missing)
        if not remarks:
            return Tiles(area=area, tiles=tiles, groups=outer)
        listed = set_remarks(remarks, env, place.w, place.h * LIST_MOST)
        needed = listed.setting.block.height + LIST_GAP
        if needed <= taken + 0.5:
            break
        # In whole lines, and never back: a list that swings between two heights would not end.
        taken = max(needed, taken + env.font("note").size * LEADING["note"])
    height = listed.setting.block.height
    return Tiles(
        area=area,
        tiles=tiles,
        groups=outer,
        listed=listed,
        list_top=place.bottom - height,
        overflow=needed > taken + 0.5 or any(word.width > place.w + 0.5 for word in listed.setting.block.lines),
    )


def _tiles(
    groups: Sequence[Group], area: Rect, env: Env, words: dict[str, Text]
) -> tuple[tuple[Tile, ...], tuple[tuple[Group, Rect], ...]]:
    ordered = sorted(groups, key=lambda group: -group.total)
    outer = tuple(zip(ordered, squarify([group.total for group in ordered], area), strict=True))
    found: list[Tile] = []
    last = 0
    for group, place in outer:
        entries = sorted((entry for entry in group.entries if entry.value > 0), key=lambda entry: -entry.value)
        rects = squarify([float(entry.value) for entry in entries], place)
        unnamed = group.name is not None
        for entry, rect in zip(entries, rects, strict=True):
            bare = Tile(entry, group, rect)
            tile = _worded(bare, env, words[entry.key], named=unnamed) or _numbered(bare, last + 1, env, named=unnamed)
            unnamed = unnamed and not tile.named
            last += bool(tile.number)
            found.append(tile)
    return tuple(found), outer


def _worded(tile: Tile, env: Env, words: Text, *, named: bool) -> Tile | None:
    """The tile with its name and figure, under the group's name where that is wanted and fits; None without room."""
    width, height, ink = tile.rect.w - 2 * PADDING, tile.rect.h - 2 * PADDING, tile.group.ink
    own = (Phrase(tile.entry.label, ink), Phrase(words, ink, bold=True, whole=True))
    if named and tile.group.name:
        above = Phrase(tile.group.name, ink, bold=True, largest="note")
        if found := set_inside((above, *own), env, width, height):
            return structs.replace(tile, words=found, named=True)
    alone = set_inside(own, env, width, height)
    return structs.replace(tile, words=alone) if alone else None


def _numbered(tile: Tile, number: int, env: Env, *, named: bool) -> Tile:
    """The tile with its number in the list if that fits, under the group's name where that is wanted and fits too."""
    font, word, rect = env.font("note", bold=True), str(number), tile.rect
    width = env.measure.advance(word, font)
    if width > rect.w - NUMBER_ROOM or font.size > rect.h - NUMBER_ROOM:
        return tile
    counted = structs.replace(tile, number=word)
    if named and tile.group.name:
        phrases = (
            Phrase(tile.group.name, tile.group.ink, True, "note"),
            Phrase(plain(word), tile.group.ink, True, "note"),
        )
        if found := set_inside(phrases, env, rect.w - 2 * PADDING, rect.h - 2 * PADDING):
            return structs.replace(counted, words=found, named=True)
    line = Line(0.0, baseline(0.0, font, 1.0), width, (Run(word, font, tile.group.ink),))
    return structs.replace(counted, words=Inside(Block((line,), width, font.size), ()))


def _remarks(tiles: Sequence[Tile], words: dict[str, Text]) -> tuple[Remark, ...]:
    """What stands beneath: the tiles with a number, then those too small for one."""
    named = {tile.group.key for tile in tiles if tile.named}
    ordered = (*(tile for tile in tiles if tile.number), *(tile for tile in tiles if not tile.words))
    return tuple(
        Remark(tile.number, _full_name(tile, known=tile.group.key in named), words[tile.entry.key]) for tile in ordered
    )


def _full_name(tile: Tile, *, known: bool) -> Text:
    """The name, after that of its group where no tile says it."""
    label, group = tile.entry.label, tile.group.name
    if known or group is None:
        return label
    languages = dict.fromkeys((*label.languages, *group.languages))
    return Text(tuple((one, f"{group.pick(one)[1]} / {label.pick(one)[1]}") for one in languages))
