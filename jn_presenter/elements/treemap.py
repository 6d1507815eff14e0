"""A treemap."""

from typing import Annotated, ClassVar

from msgspec import structs

from jn_presenter.draw.bound import Values
from jn_presenter.draw.cascade import cascade
from jn_presenter.draw.chart import Chart
from jn_presenter.draw.dataset import Category, Dataset
from jn_presenter.draw.entrance import appearance
from jn_presenter.draw.entries import Entry
from jn_presenter.draw.grouping import names_of, texts_of
from jn_presenter.draw.motion import faded
from jn_presenter.draw.native import words_in
from jn_presenter.draw.parts_of import amounts, said_of, unknown
from jn_presenter.draw.remainder import Remark
from jn_presenter.draw.setting import placed
from jn_presenter.draw.shades import legible, tinted
from jn_presenter.draw.table_cells import ColumnNames, column_named
from jn_presenter.draw.tags import under_badge
from jn_presenter.draw.tiles import Group, Tile, Tiles, lay_out
from jn_presenter.draw.words import NO_DATA, said
from jn_presenter.model.counting import counted
from jn_presenter.model.element import Env, Fitted, Phase, Table
from jn_presenter.model.fields import doc
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import AnyMark, Box, Path, ShapeMark, TextMark
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message

KIND = Message("矩形树图", "treemap")
INSTEAD = Message("条形图 bar", "bar chart")
SEAM = 3.0
"""px of ground between two tiles."""
READ_FROM = 0.6
"""A tile's words appear once its sides have so much of their length: before, they would stand outside it."""
BROAD_SEAM = 12.0
"""px of ground between two groups."""


class Treemap(Chart, frozen=True, kw_only=True):
    """A whole as tiles whose areas are the amounts, largest first, in one level or, by `group`, in two."""

    about = "树状图：面积是数量的方块，从大到小；用 group 分成两级"
    negatives: ClassVar[bool] = False

    group: Annotated[
        ColumnNames,
        doc("分组所在的列；可按语言分列", "the column of groups, for a second level; or one a language"),
    ] = ""

    def dataset(self, env: Env) -> Dataset:
        """As of any chart; the column of groups is none of figures."""
        snapshot = env.snapshots.get(self.data) if self.data else None
        if snapshot is None or not self.group or self.values:
            return super().dataset(env)
        taken = {name for _, name in (*names_of(self.group), *names_of(self.label))}
        free = [name for name in snapshot.names if name not in taken]
        label = self.label or next(iter(free), "")
        values = tuple(Values(column=name) for name in free if name != label)
        return super(Treemap, structs.replace(self, label=label, values=values)).dataset(env)

    def as_table(self, env: Env) -> Table | None:
        """As of any chart, with the groups as the second column."""
        made, snapshot = super().as_table(env), self.snapshot(env)
        if made is None or snapshot is None or not any(snapshot.column(name) for _, name in names_of(self.group)):
            return made
        groups = [words_in(text, env) for text in texts_of(snapshot, self.group)]
        rows = tuple((name, group, *rest) for (name, *rest), group in zip(made.rows, groups, strict=False))
        return Table(columns=("", "", *made.columns[1:]), rows=rows)

    def fit(self, rect: Rect, env: Env) -> "FittedTreemap":
        found = self.dataset(env)
        place, badge = under_badge(rect, env, found.sample)
        entries, wrong = amounts(found, KIND, INSTEAD)
        groups, lost = self._groups(entries, found, env)
        words = {entry.key: said_of(entry, env) for entry in entries}
        rest = [Remark("", entry.label, words[entry.key]) for entry in entries if entry.value == 0]
        rest += (Remark("", one.label, said(NO_DATA, env.languages)) for one in unknown(self, found))
        tiles = lay_out(groups, rest, place, env, words)
        return FittedTreemap(
            rect=rect,
            overflow=tiles.overflow,
            findings=(*found.findings, *wrong, *lost, *tiles.findings, *_left_out(tiles)),
            tiles=tiles,
            fixed=badge,
            parts=self.parts(),
            ground=env.style.ground[0],
            stagger=env.style.motion.stagger,
        )

    def _groups(
        self, entries: tuple[Entry, ...], found: Dataset, env: Env
    ) -> tuple[tuple[Group, ...], tuple[Finding, ...]]:
        """The groups in the order of the rows, and whether the column that has them is gone."""
        snapshot = env.snapshots.get(self.data) if self.data else None
        if snapshot is None or not self.group:
            fill = tinted(env.style.accent, env.style)
            return (Group("", None, entries, fill, legible(fill, env.style)),), ()
        columns = [column_named(snapshot, name) for _, name in names_of(self.group)]
        gone = tuple(structs.replace(one, path="group") for one in columns if isinstance(one, Finding))
        texts = dict(zip((category.key for category in found.categories), texts_of(snapshot, self.group), strict=False))
        own = {entry.key: category.key for entry, category in _pairs(found)}
        members: dict[str, list[Entry]] = {}
        for entry in entries:
            members.setdefault(texts[own[entry.key]].pick("")[1], []).append(entry)
        palette = env.style.series or (env.style.accent,)
        groups = []
        for k, (key, of) in enumerate(members.items()):
            fill = tinted(palette[k % len(palette)], env.style)
            name = texts[own[of[0].key]] if key else None
            groups.append(Group(key, name, tuple(of), fill, legible(fill, env.style)))
        return tuple(groups), gone


class FittedTreemap(Fitted, frozen=True, kw_only=True):
    """The tiles in full, on seams of the ground's colour."""

    tiles: Tiles
    fixed: tuple[AnyMark, ...]
    parts: int
    ground: str
    stagger: float

    def marks(self, phase: Phase) -> tuple[AnyMark, ...]:
        frame = max(appearance(phase, part, self.parts, 0.0) for part in range(self.parts))
        if frame <= 0.0:
            return ()
        shown: list[AnyMark] = [faded(mark, frame) for mark in self.fixed]
        tiles = self.tiles.tiles
        among = len(tiles) if self.parts == 1 else 1
        come: dict[str, float] = {}
        for k, tile in enumerate(tiles):
            t = cascade(phase, tile.entry.part, self.parts, k % among, among, self.stagger)
            if t > 0.0:
                shown += self._tile(tile, t)
                come[tile.group.key] = max(t, come.get(tile.group.key, 0.0))
        outer = [(group, rect) for group, rect in self.tiles.groups if len(self.tiles.groups) > 1 and group.key in come]
        shown += (faded(self._seam(f"group.{one.key}", rect, BROAD_SEAM), come[one.key]) for one, rect in outer)
        if self.tiles.listed:
            lines = placed(self.tiles.listed.setting.block.lines, self.rect.x, self.tiles.list_top)
            shown.append(faded(TextMark(key="rest", lines=lines), frame))
        return tuple(shown)

    def _tile(self, tile: Tile, t: float) -> tuple[AnyMark, ...]:
        """The tile about its middle, its sides at t of their length, and the words that come with it."""
        rect, key = tile.rect, tile.key
        body = rect.inset(rect.w * (1.0 - t) / 2, rect.h * (1.0 - t) / 2)
        fill = tile.group.fill
        mark = ShapeMark(
            key=f"tile.{key}",
            shape=Box(body.x, body.y, body.w, body.h),
            fill=None if tile.entry.target else fill,
            hatch=fill if tile.entry.target else None,
            datum=tile.entry.datum,
        )
        seam = faded(self._seam(f"seam.{key}", rect, SEAM), t)
        lines = tile.lines() if t > READ_FROM else ()
        words = faded(TextMark(key=f"name.{key}", lines=lines), (t - READ_FROM) / (1.0 - READ_FROM))
        return (mark, seam, words) if lines else (mark, seam)

    def _seam(self, key: str, rect: Rect, width: float) -> ShapeMark:
        """The ground's colour along the right and the lower edge, unless these are the chart's own."""
        area = self.tiles.area
        right, bottom = rect.right < area.right - 0.5, rect.bottom < area.bottom - 0.5
        start = (rect.right, rect.y if right else rect.bottom)
        end = (rect.x if bottom else rect.right, rect.bottom)
        line = Path((("M", start), ("L", (rect.right, rect.bottom)), ("L", end)))
        return ShapeMark(key=key, shape=line, stroke=self.ground, width=width)


def _pairs(found: Dataset) -> list[tuple[Entry, Category]]:
    """Each entry with its category."""
    if not found.series:
        return []
    return [
        (entry, category) for entry, category in zip(found.series[0].entries, found.categories, strict=True) if entry
    ]


def _left_out(tiles: Tiles) -> tuple[Finding, ...]:
    """That there are more small tiles than can be listed."""
    if not tiles.listed or not tiles.listed.left_out:
        return ()
    count = tiles.listed.left_out
    return (
        Finding(
            code="too-many",
            path="data",
            severity="warning",
            message=Message(
                f"有 {count} 项太小，写不下名称", f"there is no room for the names of {counted(count, 'small item')}"
            ),
            hint=Message("请把小项归并为“其他”", "group the small ones as “others”"),
        ),
    )


ELEMENT = Treemap
