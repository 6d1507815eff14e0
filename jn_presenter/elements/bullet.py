"""Bullet charts."""

from decimal import Decimal
from itertools import pairwise
from typing import Annotated, ClassVar

from msgspec import Meta, Struct, structs

from jn_presenter.draw.bars import GAP
from jn_presenter.draw.chart import MOST, Tabled
from jn_presenter.draw.compact import UNBROKEN, set_compact
from jn_presenter.draw.heaps import FittedHeaps, Heap, Piece
from jn_presenter.draw.motion import mix
from jn_presenter.draw.pair_rows import PairRows, lay_out, solid_tag, target_sign
from jn_presenter.draw.paired import Figure, Given, Pair, pairs_of, pairs_table
from jn_presenter.draw.setting import Setting
from jn_presenter.draw.spare_words import bare
from jn_presenter.draw.tags import OUTLINE, Tag, under_badge
from jn_presenter.model.element import Env, Table
from jn_presenter.model.fields import Number, doc
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import AnyMark, Box, ShapeMark, TextMark
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message, Text

THICK = 56.0
"""The most px of the bands."""
INNER, MARK = 0.4, 0.8
"""The thickness of the value and the height of the target's mark, in units of the bands'."""
MARK_WIDTH = 12.0
DARKEST, LIGHTEST = 0.3, 0.1
"""How much of the ink the first and the last band have, the rest being ground."""
FOOT = 40.0
"""For the limits of the bands, below the last row, in px."""
APART = 12.0


class Item(Struct, frozen=True, kw_only=True):
    """One value against its target."""

    label: Annotated[Text | None, doc("名称，默认是数据的名称", "name, by default the fact's")] = None
    value: Annotated[Figure | None, doc("数值，或fact: 代号", "a value or a fact")] = None
    target: Annotated[Figure | None, doc("目标：数值，或fact: 代号", "the target: a value or a fact")] = None


class Band(Struct, frozen=True, kw_only=True):
    """A range of values that is called something."""

    short: ClassVar[str] = "to"

    to: Annotated[Number, doc("到多少为止", "where it ends", ge=0)]
    label: Annotated[Text | None, doc("叫什么，如良好", "what it is called, as in good")] = None


class Bullet(Tabled, frozen=True, kw_only=True):
    """Values as bars against the mark of a target, on bands that say how good a value is."""

    about = "子弹图：数值的横条、目标的刻线和好坏的分段"

    items: Annotated[tuple[Item, ...], doc("各项", "the values"), Meta(max_length=MOST)] = ()
    bands: Annotated[
        tuple[Band, ...], doc("评价区间，从小到大，从零开始", "ranges from zero on, in order"), Meta(max_length=6)
    ] = ()

    def parts(self) -> int:
        return max(1, len(self.items))

    def as_table(self, env: Env) -> Table:
        return pairs_table(self, self._given(), env)

    def _given(self) -> tuple[Given, ...]:
        return tuple(Given(item.label, item.value, item.target) for item in self.items)

    def fit(self, rect: Rect, env: Env) -> FittedHeaps:
        found = pairs_of(self, self._given(), ("value", "target"), env)
        place, badge = under_badge(rect, env, found.sample)
        wrong = _disordered(self.bands)
        if not found.pairs:
            return FittedHeaps(rect=rect, findings=(*found.findings, *wrong), fixed=badge, count=self.parts())
        colours = band_colours(len(self.bands), env)
        named = [
            solid_tag(f"band.{k}", band.label, colour, env, place.w)
            for k, (band, colour) in enumerate(zip(self.bands, colours, strict=True))
            if band.label
        ]
        signs = (*(_inked(sign, env) for sign in target_sign(found, env, place.w)), *named)
        rows = lay_out(found, place, env, signs, share=False, foot=FOOT if self.bands else 0.0)
        limits = () if wrong else tuple(band.to for band in self.bands)
        largest = max((*limits, *(pair.most for pair in rows.pairs)), default=Decimal(0))
        widest = max((end.block.width for end in rows.ends), default=0.0)
        px = max(0.0, rows.lanes.plot.w - widest - GAP) / float(largest) if largest else 0.0
        heaps = tuple(
            self._row(rank, pair, rows, px, float(largest) * px, limits, colours, env)
            for rank, pair in enumerate(rows.pairs)
        )
        return FittedHeaps(
            rect=rect,
            overflow=rows.overflow,
            findings=(*rows.findings, *wrong),
            heaps=heaps,
            fixed=(*badge, *rows.fixed, *_limits(limits, rows, px, float(largest) * px, env)),
            count=self.parts(),
            stagger=env.style.motion.stagger,
        )

    def _row(
        self,
        rank: int,
        pair: Pair,
        rows: PairRows,
        px: float,
        length: float,
        limits: tuple[Decimal, ...],
        colours: tuple[str, ...],
        env: Env,
    ) -> Heap:
        lane, end = rows.lanes.lanes[rank], rows.ends[rank]
        zero = round(rows.lanes.plot.x)
        thick = min(THICK, rows.lanes.room) // 4 * 4
        top = round(lane.middle - thick / 2)
        behind = tuple(
            ShapeMark(
                key=f"range.{k}.{pair.key}",
                shape=Box(zero + float(low) * px, top, float(high - low) * px, thick),
                fill=colour,
            )
            for k, ((low, high), colour) in enumerate(zip(pairwise((Decimal(0), *limits)), colours, strict=False))
        )
        pieces: tuple[Piece, ...] = ()
        if pair.reached:
            high = thick * INNER
            box = Box(zero, round(lane.middle - high / 2), float(pair.reached.value) * px, high)
            piece = Piece(
                key=f"bar.{pair.key}",
                box=box,
                toward="right",
                colour=env.style.accent,
                datum=pair.reached.datum,
                part=pair.part,
            )
            pieces = (piece,)
        return Heap(
            pieces=pieces,
            rank=rank,
            name=lane.name,
            behind=behind,
            over=(*_mark(pair, zero, lane.middle, thick, px, env), _end(pair, end, zero + length, lane.middle)),
            category=pair.key,
            parts=(pair.part,),
        )


def band_colours(count: int, env: Env) -> tuple[str, ...]:
    """Shades of ink on the ground: what falls short is the darker, none is a signal's colour."""
    ground, ink = env.style.ground[0], env.style.ink
    step = (DARKEST - LIGHTEST) / max(1, count - 1)
    return tuple(mix(ground, ink, DARKEST - k * step) for k in range(count))


def _mark(pair: Pair, zero: float, middle: float, thick: float, px: float, env: Env) -> tuple[ShapeMark, ...]:
    """The target: slim, outlined and hatched."""
    if pair.target is None:
        return ()
    high = thick * MARK
    x = zero + float(pair.target.value) * px
    box = Box(x - MARK_WIDTH / 2, round(middle - high / 2), MARK_WIDTH, high)
    ink = env.style.ink
    mark = ShapeMark(key=f"target.{pair.key}", shape=box, stroke=ink, width=OUTLINE, hatch=ink)
    return (structs.replace(mark, datum=pair.target.datum),)


def _inked(sign: Tag, env: Env) -> Tag:
    """The sign of a target in ink: on a bar in the accent's colour its mark must be seen."""
    box = structs.replace(sign.box, stroke=env.style.ink, hatch=env.style.ink) if sign.box else None
    return structs.replace(sign, box=box)


def _end(pair: Pair, end: Setting, x: float, middle: float) -> TextMark:
    return end.mark(f"value.{pair.key}", x + GAP, middle - end.block.height / 2)


def _limits(limits: tuple[Decimal, ...], rows: PairRows, px: float, length: float, env: Env) -> tuple[AnyMark, ...]:
    """The numbers at which bands end, below the last row, as far as they do not stand on each other."""
    if not limits:
        return ()
    thick = min(THICK, rows.lanes.room) // 4 * 4
    y = rows.lanes.lanes[-1].middle + thick / 2 + 4.0
    marks: list[AnyMark] = []
    free = rows.lanes.plot.x
    for k, limit in enumerate(limits):
        (words,) = set_compact((bare(limit, env),), env, UNBROKEN, "note", colour=env.style.quiet)
        width = words.block.width
        x = rows.lanes.plot.x + min(float(limit) * px - width / 2, length - width)
        if x >= free:
            marks.append(words.mark(f"limit.{k}", x, y))
            free = x + width + APART
    return tuple(marks)


def _disordered(bands: tuple[Band, ...]) -> tuple[Finding, ...]:
    if all(a.to < b.to for a, b in pairwise(bands)):
        return ()
    return (
        Finding(
            code="bands",
            path="bands",
            message=Message("bands 没有从小到大排列", "the bands are not in order, smallest first"),
            hint=Message("按 to 从小到大写", "write them by `to`, smallest first"),
        ),
    )


ELEMENT = Bullet
