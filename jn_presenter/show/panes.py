"""How the console is divided: which panes there are, how large each is and its words are; kept from show to show."""

from typing import Annotated, Literal

from msgspec import Meta, Struct, structs

Pane = Literal["next", "about", "notes"]
"""The panes that can be put away; the present slide always stands."""
Gap = Literal["column", "current", "next"]
"""What can be moved: the gap between the columns, the one beneath the present slide, the one beneath the next step."""
Share = Annotated[float, Meta(ge=0.0, le=1.0)]

SIZES = (60, 70, 80, 90, 100, 115, 130, 150, 175, 200, 250, 300)
"""Of the notes, in per cent of their usual size."""
USUAL = 100
STEP = 0.02
"""How far a key moves a gap, as a share of the room that it divides."""


class Shares(Struct, frozen=True):
    """Where the gaps stand, each as a share of the room that it divides; None where the window decides."""

    column: Share | None = None
    current: Share | None = None
    next: Share | None = None


class Panes(Struct, frozen=True, kw_only=True):
    """As at first by default. A window that lies and one that stands upright are divided each in its own way."""

    notes: Annotated[int, Meta(ge=SIZES[0], le=SIZES[-1])] = USUAL
    """The size of the notes in per cent."""
    hidden: frozenset[Pane] = frozenset()
    lying: Shares = Shares()
    upright: Shares = Shares()

    def shares(self, *, upright: bool) -> Shares:
        return self.upright if upright else self.lying


class Gaps(Struct, frozen=True, kw_only=True):
    """Where the gaps really stand in the window there is; what a key moves, it moves from there."""

    upright: bool
    shares: Shares


NOWHERE = Gaps(upright=False, shares=Shares())
"""Of a console that is not there."""


def sized(panes: Panes, way: int) -> Panes:
    """With the notes larger (1) or smaller (-1) by a step; at the ends of SIZES as they are."""
    beyond = [size for size in SIZES if (size - panes.notes) * way > 0]
    if not beyond:
        return panes
    return structs.replace(panes, notes=beyond[0] if way > 0 else beyond[-1])


def toggled(panes: Panes, pane: Pane) -> Panes:
    """With the pane put away, or there again."""
    return structs.replace(panes, hidden=panes.hidden ^ {pane})


def divided(panes: Panes, gap: Gap, share: float | None, *, upright: bool) -> Panes:
    """With the gap at that share, 0..1, of a window that lies or stands upright; None for where the window wants it."""
    kept = None if share is None else round(min(1.0, max(0.0, share)), 4)
    if upright:
        return structs.replace(panes, upright=structs.replace(panes.upright, **{gap: kept}))
    return structs.replace(panes, lying=structs.replace(panes.lying, **{gap: kept}))


def as_at_first(panes: Panes) -> Panes:
    """All panes there, divided as the window decides; the size of the notes is no matter of panes."""
    return Panes(notes=panes.notes)
