"""How many marks of one part follow each other in: the tiles of a table's one column, the layers of a flow."""

from jn_presenter.draw.motion import ease_out, staggered
from jn_presenter.model.element import Phase


def cascade(phase: Phase, part: int, parts: int, k: int, among: int, stagger: float) -> float:
    """The eased 0..1 of the k-th of `among` marks that enter with the part; with one mark it is `entrance`.

    The marks of a later part of the same step come after all of an earlier one's.
    """
    at = phase.reveal(part)
    if at != phase.step:
        return phase.progress(part)
    group = [other for other in range(parts) if phase.reveal(other) == at]
    return ease_out(staggered(phase.t, group.index(part) * among + k, len(group) * among, stagger))
