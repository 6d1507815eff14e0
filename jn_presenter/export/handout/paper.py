"""What holds for every sheet: margins, sizes of letters and inks, in px of which 144 are an inch."""

from msgspec import Struct

from jn_presenter.model.geometry import Canvas
from jn_presenter.model.style import Font

PX_PER_MM = 144 / 25.4
SIDE, TOP, BOTTOM = 17 * PX_PER_MM, 14 * PX_PER_MM, 11 * PX_PER_MM
"""Margins: printers of offices reach no nearer than 5 mm to the edge, and sheets are punched and stapled."""

TITLE, SECOND_TITLE = Font(36.0, True), Font(23.0)
GUESTS, SECOND_GUESTS = Font(25.0, True), Font(20.0)
META, NOTE, SMALL_NOTE, SMALL, FOOT = Font(19.0), Font(19.0), Font(17.0), Font(16.0), Font(15.0)
"""A letter of 20 px is one of 10 pt."""
LEADING = 1.42

INK, QUIET, FAINT = "#1c2127", "#56606d", "#c4cad2"
"""Paper is white whatever the style of the slides."""


class Room(Struct, frozen=True):
    """What of a sheet can be printed on: its edges in px."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top


def room(paper: Canvas) -> Room:
    """The printed part of a sheet."""
    return Room(SIDE, TOP, paper.width - SIDE, paper.height - BOTTOM)
