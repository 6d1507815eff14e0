"""The key help as sections of lines and key caps, placed in columns: geometry alone, painted by help.py."""

from collections.abc import Iterator
from itertools import groupby

from msgspec import Struct

from jn_presenter.draw.typography import baseline, line_height
from jn_presenter.model.element import Measure
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import Line, Run
from jn_presenter.qt.windows.console.columns import columns
from jn_presenter.qt.windows.console.look import ACCENT, BODY_PX, CAPTION_PX, LEADING, Look
from jn_presenter.show.commands import COMMANDS
from jn_presenter.show.keyhelp import HelpRow

WIDEST = 64
NARROWEST = 40
"""Of a column, in units of the grid."""
KEYS_SHARE = 0.36
"""Of a column, for the key caps."""
ROW = 5
"""The least height of a line: enough for a finger."""


class Page(Struct, frozen=True):
    """Everything in px from the upper left; `caps` are the outlines of keys, `rows` where a press calls a command."""

    lines: tuple[Line, ...] = ()
    caps: tuple[Rect, ...] = ()
    height: float = 0.0
    rows: tuple[tuple[Rect, str], ...] = ()

    def at(self, x: float, y: float) -> str:
        """The command whose line is at a point, empty for none."""
        inside = (name for area, name in self.rows if area.x <= x < area.right and area.y <= y < area.bottom)
        return next(inside, "")


def page(rows: tuple[HelpRow, ...], width: float, look: Look, measure: Measure, language: str) -> Page:
    """The rows by their groups, in as many columns as `width` px has room for."""
    unit, gap = float(look.unit), 4.0 * look.unit
    count = max(1, int((width + gap) // (NARROWEST * unit + gap)))
    wide = min(WIDEST * unit, (width - gap * (count - 1)) / count)
    groups = [tuple(several) for _, several in groupby(rows, key=lambda row: row.group)]
    sections = [_section(several, wide, look, measure, language) for several in groups]
    lines: list[Line] = []
    caps: list[Rect] = []
    called: list[tuple[Rect, str]] = []
    height = 0.0
    for column, places in enumerate(columns([one.height for one in sections], count, gap)):
        x, y = column * (wide + gap), 0.0
        for place in places:
            lines += (_moved(line, x, y) for line in sections[place].lines)
            caps += (Rect(cap.x + x, cap.y + y, cap.w, cap.h) for cap in sections[place].caps)
            called += ((Rect(one.x + x, one.y + y, one.w, one.h), name) for one, name in sections[place].rows)
            y += sections[place].height + gap
        height = max(height, y - gap)
    return Page(tuple(lines), tuple(caps), height, tuple(called))


def _section(rows: tuple[HelpRow, ...], width: float, look: Look, measure: Measure, language: str) -> Page:
    """A heading, and under it the rows: keys on the left, what they do on the right."""
    unit = float(look.unit)
    heading = Run(rows[0].group, look.font(BODY_PX, True), ACCENT)
    lines = list(measure.wrap((heading,), width, language=language, leading=LEADING).lines)
    caps: list[Rect] = []
    called: list[tuple[Rect, str]] = []
    y = line_height(heading.font, LEADING) + unit
    aside = round(width * KEYS_SHARE)
    for row in rows:
        keys = tuple(_caps(row.keys, aside - unit, look, measure, language))
        block = measure.wrap((look.run(row.help, CAPTION_PX),), width - aside - unit, language=language)
        down = max(0.0, (keys[0][0].h - line_height(look.font(CAPTION_PX), LEADING)) / 2)
        words = max(keys[-1][0].bottom, down + block.height) + unit
        high = max(words, ROW * unit)
        if callable_by_press(row.command):
            called.append((Rect(0.0, y - unit / 2, width, high), row.command))
        top = y + (high - words) / 2
        lines += (_moved(line, 0.0, top) for _, line in keys)
        caps += (Rect(cap.x, cap.y + top, cap.w, cap.h) for cap, _ in keys)
        lines += (_moved(line, aside + unit, top + down) for line in block.lines)
        y += high
    return Page(tuple(lines), tuple(caps), y - unit, tuple(called))


def callable_by_press(name: str) -> bool:
    """Whether a line of the help is a button too: not for what answers something, or for one of a series."""
    command = COMMANDS[name]
    return not command.answers and command.series is None and name != "help"


def _caps(
    keys: tuple[str, ...], width: float, look: Look, measure: Measure, language: str
) -> Iterator[tuple[Rect, Line]]:
    """The caps one after the other, on as many lines as they need."""
    unit = float(look.unit)
    height = line_height(look.font(CAPTION_PX), LEADING) + unit / 2
    x = y = 0.0
    for key in keys:
        run = look.run(key, CAPTION_PX)
        wide = max(height, measure.advance(key, run.font, language) + 1.5 * unit)
        if x and x + wide > width:
            x, y = 0.0, y + height + unit / 2
        room = (wide - measure.advance(key, run.font, language)) / 2
        line = Line(x + room, y + unit / 4 + baseline(0.0, run.font, LEADING), 0.0, (run,), language)
        yield Rect(round(x), round(y), round(wide), round(height)), line
        x += wide + unit / 2


def _moved(line: Line, dx: float, dy: float) -> Line:
    return Line(line.x + dx, line.y + dy, line.width, line.runs, line.language)
