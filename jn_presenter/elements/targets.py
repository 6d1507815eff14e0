"""Targets, and how much of them is reached."""

from typing import Annotated

from msgspec import Meta, Struct

from jn_presenter.draw.bars import GAP
from jn_presenter.draw.chart import MOST, Tabled
from jn_presenter.draw.growth import ZERO_RISE, body, upright
from jn_presenter.draw.heaps import FittedHeaps, Heap, Piece
from jn_presenter.draw.pair_rows import lay_out, solid_tag, target_sign, unit_px
from jn_presenter.draw.paired import Figure, Given, Pair, pairs_of, pairs_table
from jn_presenter.draw.setting import Setting
from jn_presenter.draw.tags import OUTLINE, under_badge
from jn_presenter.draw.words import REACHED, said
from jn_presenter.model.element import Env, Table
from jn_presenter.model.fields import doc
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import AnyMark, Box, ShapeMark, TextMark
from jn_presenter.model.text import Text

THICK = 48.0
"""The most px of an outlined target."""
INNER = 0.5
"""The thickness of what is reached, in units of the target's around it."""


class Item(Struct, frozen=True, kw_only=True):
    """One target."""

    label: Annotated[Text | None, doc("名称，默认是数据的名称", "name, by default the fact's")] = None
    reached: Annotated[Figure | None, doc("已达到的：数值，或fact: 代号", "what is reached: a value, or fact: id")] = (
        None
    )
    target: Annotated[Figure | None, doc("目标：数值，或fact: 代号", "the target: a value, or fact: id")] = None


class Targets(Tabled, frozen=True, kw_only=True):
    """Bars of what is reached inside outlined bars of what is aimed for, with how much of the way that is."""

    about = "目标对比：已达到的实条放在目标的空心条里，标出完成的比例"

    items: Annotated[tuple[Item, ...], doc("各项目标", "the targets"), Meta(max_length=MOST)] = ()

    def parts(self) -> int:
        return max(1, len(self.items))

    def as_table(self, env: Env) -> Table:
        return pairs_table(self, self._given(), env)

    def _given(self) -> tuple[Given, ...]:
        return tuple(Given(item.label, item.reached, item.target) for item in self.items)

    def fit(self, rect: Rect, env: Env) -> FittedHeaps:
        found = pairs_of(self, self._given(), ("reached", "target"), env)
        place, badge = under_badge(rect, env, found.sample)
        if not found.pairs:
            return FittedHeaps(rect=rect, findings=found.findings, fixed=badge, count=self.parts())
        reached = solid_tag("reached", said(REACHED, env.languages), env.style.accent, env, place.w)
        rows = lay_out(found, place, env, (reached, *target_sign(found, env, place.w)), share=True)
        px = unit_px(rows.pairs, rows.ends, rows.lanes)
        zero = round(rows.lanes.plot.x)
        thick = min(THICK, rows.lanes.room) // 4 * 4
        heaps = tuple(
            _heap(rank, pair, zero, lane.middle, thick, px, end, env, name=lane.name)
            for rank, (pair, lane, end) in enumerate(zip(rows.pairs, rows.lanes.lanes, rows.ends, strict=True))
        )
        first, last = rows.lanes.lanes[0].middle - thick / 2, rows.lanes.lanes[-1].middle + thick / 2
        line = upright(zero, first - ZERO_RISE, last + ZERO_RISE, env.style.faint)
        return FittedHeaps(
            rect=rect,
            overflow=rows.overflow,
            findings=rows.findings,
            heaps=heaps,
            fixed=(*badge, *rows.fixed, line),
            count=self.parts(),
            stagger=env.style.motion.stagger,
        )


def _heap(
    rank: int,
    pair: Pair,
    zero: float,
    middle: float,
    thick: float,
    px: float,
    end: Setting,
    env: Env,
    *,
    name: TextMark | None,
) -> Heap:
    """The outlined target, which stands, what grows inside it, and where the target ends if that goes beyond it."""
    accent, goal, reached = env.style.accent, pair.target, pair.reached
    words = end.mark(f"value.{pair.key}", zero + float(pair.most) * px + GAP, middle - end.block.height / 2)
    beyond = bool(reached and goal and reached.value > goal.value)
    behind: tuple[AnyMark, ...] = ()
    if goal:
        behind = _outlined(pair, Box(zero, round(middle - thick / 2), float(goal.value) * px, thick), px, accent)
    travels = beyond or goal is None
    pieces: tuple[Piece, ...] = ()
    if reached:
        high = thick * INNER
        piece = Piece(
            key=f"bar.{pair.key}",
            box=Box(zero, round(middle - high / 2), float(reached.value) * px, high),
            toward="right",
            colour=accent,
            datum=reached.datum,
            part=pair.part,
            near=reached.near,
            value=words if travels else None,
        )
        pieces = (piece,)
    over: list[AnyMark] = [words] if pieces and not travels else []
    if beyond and goal:
        end_of_target = Box(zero + float(goal.value) * px - OUTLINE, round(middle - thick / 2), OUTLINE, thick)
        over.append(ShapeMark(key=f"mark.{pair.key}", shape=end_of_target, fill=env.style.ink))
    return Heap(
        pieces=pieces,
        rank=rank,
        name=name,
        total=None if pieces else words,
        behind=behind,
        over=tuple(over),
        category=pair.key,
        parts=(pair.part,),
    )


def _outlined(pair: Pair, box: Box, px: float, colour: str) -> tuple[AnyMark, ...]:
    """The target: outlined, and hatched where it is still to be reached; all of it where nothing is left to do.

    Less is hatched than could be, since hatching is what costs most to paint.
    """
    goal, reached = pair.target, pair.reached
    assert goal is not None
    key = f"target.{pair.key}"
    start = float(reached.value) * px if reached else 0.0
    if goal.near or start <= 0.0 or start >= box.w - 2 * OUTLINE:
        return body(key, box, "right", colour, goal.datum, target=True, near=goal.near)
    half = OUTLINE / 2
    inner = Box(box.x, box.y + half, box.w - half, box.h - OUTLINE)
    rest = Box(inner.x + start, inner.y, inner.w - start, inner.h)
    return (
        ShapeMark(key=f"outline.{pair.key}", shape=inner, stroke=colour, width=OUTLINE),
        ShapeMark(key=key, shape=rest, hatch=colour, stroke=colour, width=OUTLINE, datum=goal.datum),
    )


ELEMENT = Targets
