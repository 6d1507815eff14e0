"""Bars, columns and the segments they are stacked of: at full length, and as far as they are at a moment."""

from collections.abc import Sequence

from msgspec import Struct, structs

from jn_presenter.draw.growth import Toward, body, carried, length, partly
from jn_presenter.draw.motion import ease_out, faded, staggered
from jn_presenter.model.element import Fitted, Phase
from jn_presenter.model.marks import AnyMark, Box, Datum, TextMark

READ_FROM = 0.6
"""Words inside a segment appear once it has so much of its length."""


class Piece(Struct, frozen=True, kw_only=True):
    """One bar or segment at full length, the part that brings it in, and the words at its end or inside it.

    series: the key of its series, to which names are placed.
    """

    key: str
    box: Box
    toward: Toward
    colour: str
    datum: Datum
    part: int
    series: str = ""
    target: bool = False
    near: bool = False
    value: TextMark | None = None
    inside: bool = False


class Heap(Struct, frozen=True, kw_only=True):
    """The bars of one category: each from zero, or stacked, so that each begins where the one before it ends.

    name, total: their parts are those of the pieces; `rank`: its turn among the heaps that enter in one step. behind
    stands with the name, under the bars; over appears with them.
    """

    pieces: tuple[Piece, ...]
    rank: int
    name: TextMark | None = None
    total: TextMark | None = None
    behind: tuple[AnyMark, ...] = ()
    over: tuple[AnyMark, ...] = ()
    stacked: bool = False
    category: str = ""
    parts: tuple[int, ...] = (0,)
    """The parts that bring its name in, where it has no pieces."""


class Named(Struct, frozen=True):
    """A mark that enters with a part: the name of a series."""

    mark: AnyMark
    part: int
    series: str = ""


class FittedHeaps(Fitted, frozen=True, kw_only=True):
    """A chart of bars. `fixed` stands behind them as soon as any part is there, `names` are those of series."""

    heaps: tuple[Heap, ...] = ()
    names: tuple[Named, ...] = ()
    fixed: tuple[AnyMark, ...] = ()
    count: int = 1
    stagger: float = 0.0

    def marks(self, phase: Phase) -> tuple[AnyMark, ...]:
        turns = _Turns(phase, self.heaps, self.stagger)
        frame = max(turns.standing(part, -1) for part in range(self.count))
        if frame <= 0.0:
            return ()
        shown: list[AnyMark] = [faded(mark, frame) for mark in self.fixed]
        for heap in self.heaps:
            shown += _heap(heap, turns)
        for named in self.names:
            standing = turns.standing(named.part, -1)
            if standing > 0.0:
                shown.append(faded(named.mark, standing))
        return tuple(shown)


class _Turns:
    """How far each part has come at a moment; the heaps of one step follow each other."""

    def __init__(self, phase: Phase, heaps: Sequence[Heap], stagger: float) -> None:
        self.phase = phase
        moving = sorted({heap.rank for heap in heaps if any(phase.reveal(part) == phase.step for part in heap.parts)})
        self.turns = {
            rank: ease_out(staggered(phase.t, turn, len(moving), stagger)) for turn, rank in enumerate(moving)
        }

    def way(self, part: int, rank: int) -> float:
        """0..1, for what plays whenever it appears."""
        if self.phase.reveal(part) != self.phase.step:
            return self.phase.progress(part)
        return self.turns.get(rank, ease_out(self.phase.t))

    def standing(self, part: int, rank: int) -> float:
        """As way, but what belongs to step 0 stands at once."""
        return 1.0 if self.phase.reveal(part) == 0 else self.way(part, rank)


def _heap(heap: Heap, turns: _Turns) -> list[AnyMark]:
    shown: list[AnyMark] = []
    standing = max((turns.standing(part, heap.rank) for part in heap.parts), default=0.0)
    if heap.name is not None and standing > 0.0:
        shown.append(faded(heap.name, standing))
    if standing > 0.0:
        shown += (faded(mark, standing) for mark in heap.behind)
    missing, least = 0.0, 1.0
    for piece in heap.pieces:
        t = turns.way(piece.part, heap.rank)
        least = min(least, t)
        if t > 0.0:
            shown += _piece(piece, t, missing)
        if heap.stacked:
            missing += length(piece.box, piece.toward) * (1.0 - t)
    if least > 0.0:
        shown += (faded(mark, least) for mark in heap.over)
    if heap.total is not None and not heap.pieces:
        if standing > 0.0:
            shown.append(faded(heap.total, standing))
    elif heap.total is not None and least > 0.0:
        toward = heap.pieces[-1].toward
        shown.append(structs.replace(carried(heap.total, toward, missing), opacity=least))
    return shown


def _piece(piece: Piece, t: float, missing: float) -> tuple[AnyMark, ...]:
    bar = partly(piece.box, piece.toward, t, missing)
    shapes = body(piece.key, bar, piece.toward, piece.colour, piece.datum, target=piece.target, near=piece.near)
    if piece.value is None:
        return shapes
    behind = length(piece.box, piece.toward) - length(bar, piece.toward)
    if piece.inside:
        there = max(0.0, (t - READ_FROM) / (1.0 - READ_FROM))
        words = carried(piece.value, piece.toward, missing + behind / 2)
        return (*shapes, structs.replace(words, opacity=there)) if there > 0.0 else shapes
    return (*shapes, structs.replace(carried(piece.value, piece.toward, missing + behind), opacity=t))
