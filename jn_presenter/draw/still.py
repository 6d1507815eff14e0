"""The fitted form of elements that stand as a whole: they fade in when their step comes and do nothing else."""

from jn_presenter.draw.motion import ease_out, faded
from jn_presenter.model.element import Fitted, Phase
from jn_presenter.model.marks import AnyMark


class Still(Fitted, frozen=True, kw_only=True):
    """`shown` are the marks, back to front."""

    shown: tuple[AnyMark, ...]

    def marks(self, phase: Phase) -> tuple[AnyMark, ...]:
        presence = ease_out(phase.presence())
        return tuple(faded(mark, presence) for mark in self.shown) if presence > 0.0 else ()
