"""Charts made of ring sectors: how they are drawn with the moment, each sector with its words, figures counting up."""

from msgspec import Struct, structs

from jn_presenter.draw.motion import ease_out, faded
from jn_presenter.draw.numeral import Numeral
from jn_presenter.draw.rings import FULL, Ring, drawn
from jn_presenter.draw.tags import OUTLINE
from jn_presenter.model.element import Fitted, Phase
from jn_presenter.model.marks import AnyMark, Datum, ShapeMark

Numerals = tuple[tuple[float, float, Numeral], ...]
"""Figures with their left edges and baselines, one a language."""


class Sector(Struct, frozen=True, kw_only=True):
    """One sector: its mark at full sweep, and what fades in once it is drawn.

    start, sweep: in degrees clockwise from twelve. alone: whether no other one follows, so that it needs no gap.
    """

    mark: ShapeMark
    ring: Ring
    start: float
    sweep: float
    words: tuple[AnyMark, ...] = ()
    part: int = 0
    alone: bool = False


class FittedRound(Fitted, frozen=True, kw_only=True):
    """The sectors clockwise, the figure in the middle, and what stands around; `count` parts bring it in."""

    sectors: tuple[Sector, ...] = ()
    numerals: Numerals = ()
    counts: bool = True
    fixed: tuple[AnyMark, ...] = ()
    count: int = 1

    def marks(self, phase: Phase) -> tuple[AnyMark, ...]:
        frame = ease_out(max(phase.presence(part) for part in range(self.count)))
        if frame <= 0.0:
            return ()
        shown: list[AnyMark] = [faded(mark, frame) for mark in self.fixed]
        for sector in self.sectors:
            presence = ease_out(phase.presence(sector.part))
            if presence > 0.0:
                shown += (faded(mark, presence) for mark in self._drawn(sector, phase))
        t = ease_out(phase.progress()) if self.counts else 1.0
        presence = ease_out(phase.presence())
        for k, (x, y, numeral) in enumerate(self.numerals):
            figure = numeral.at(t).marks(f"figure.{k}" if k else "figure", x, y, counts=self.counts)
            shown += (faded(mark, presence) for mark in figure)
        return tuple(shown)

    def _drawn(self, sector: Sector, phase: Phase) -> tuple[AnyMark, ...]:
        """The sectors of a ring that come together are drawn one after the other, each with its words."""
        t = ease_out(phase.progress(sector.part))
        if t >= 1.0:
            return (sector.mark, *sector.words)
        step = phase.reveal(sector.part)
        together = [one for one in self.sectors if one.ring == sector.ring and phase.reveal(one.part) == step]
        before = sum(one.sweep for one in together[: together.index(sector)])
        seen = t * sum(one.sweep for one in together) - before
        if sector.sweep <= 0.0:
            return tuple(faded(mark, t) for mark in sector.words)
        start, sweep = drawn(
            sector.start, sector.sweep, sector.ring.outer, (sector.start + seen) / FULL, alone=sector.alone
        )
        if sweep <= 0.0:
            return ()
        done = min(1.0, seen / sector.sweep)
        part = structs.replace(sector.mark, shape=sector.ring.arc(start, sweep))
        return (part, *(faded(mark, done) for mark in sector.words))


def sector_mark(
    key: str, ring: Ring, start: float, sweep: float, colour: str, datum: Datum | None, *, target: bool = False
) -> ShapeMark:
    """A sector as it is painted: filled, or outlined and hatched where it stands for a target."""
    return ShapeMark(
        key=key,
        shape=ring.arc(start, sweep),
        fill=None if target else colour,
        hatch=colour if target else None,
        stroke=colour if target else None,
        width=OUTLINE if target else 0.0,
        datum=datum,
    )
