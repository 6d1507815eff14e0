"""How the windows look that no audience sees: dark whatever its style, type that grows with the window, a grid of 8."""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from jn_presenter.model.marks import Run
from jn_presenter.model.style import Font

Tone = Literal["ink", "quiet", "amber", "red"]
"""ink: what is. quiet: what stands beside it. amber: have an eye on it. red: act."""

GROUND = "#0f1419"
PANEL = "#1a2129"
HAIRLINE = "#323d49"
ACCENT = "#6fc3ff"
TONES: Mapping[Tone, str] = {"ink": "#f2f5f8", "quiet": "#a3b0bd", "amber": "#ffc14d", "red": "#ff8077"}
"""Each at least 7:1 on GROUND and PANEL: they are read from the corner of an eye, in a dark hall."""
LEADING = 1.35


class Look(Struct, frozen=True):
    """The sizes for one window: all of them grow with `scale`."""

    scale: float

    @property
    def unit(self) -> int:
        """A step of the grid, in px."""
        return max(1, round(8 * self.scale))

    def font(self, size: float, bold: bool = False) -> Font:
        return Font(float(round(size * self.scale)), bold)

    def run(self, text: str, size: float, tone: Tone = "ink", *, bold: bool = False) -> Run:
        return Run(text, self.font(size, bold), TONES[tone])
