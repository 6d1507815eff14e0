"""How the console looks: dark whatever the audience's style, type that grows with the window, a grid of 8."""

from collections.abc import Mapping

from msgspec import Struct

from jn_presenter.model.marks import Run
from jn_presenter.model.style import Font
from jn_presenter.qt.windows.console.report import Tone

GROUND = "#0f1419"
PANEL = "#1a2129"
HAIRLINE = "#323d49"
ACCENT = "#6fc3ff"
TONES: Mapping[Tone, str] = {"ink": "#f2f5f8", "quiet": "#a3b0bd", "amber": "#ffc14d", "red": "#ff8077"}
"""Each at least 7:1 on GROUND and PANEL: the console is read from the corner of an eye, in a dark hall."""

CAPTION_PX = 15.0
BODY_PX = 17.0
TITLE_PX = 22.0
NOTES_PX = 23.0
NUMERAL_PX = 40.0
QUESTION_PX = 36.0
"""Type sizes on a window whose shorter side is areas.SHORT_SIDE px."""
LEADING = 1.35
NOTES_LEADING = 1.55


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
