"""Small print at a figure: its date and scope, the tag of a target as its legend, the badge of sample data."""

import math
from collections.abc import Sequence

from msgspec import Struct, structs

from jn_presenter.draw.compact import set_compact
from jn_presenter.draw.setting import placed
from jn_presenter.draw.typography import ASCENT, baseline
from jn_presenter.draw.words import badge_words
from jn_presenter.model.element import Align, Env
from jn_presenter.model.feed import Badge
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import AnyMark, Box, Line, Run, ShapeMark, TextMark
from jn_presenter.model.text import Text

SWATCH = (32.0, 20.0)
SPACE = 12.0
"""Between the swatch and its words, in px."""
OUTLINE = 2.0
BADGE_PADDING = 20.0
BADGE_LEADING = 1.6
BADGE_GAP = 16.0
"""Between a badge and what stands below it, in px."""
BESIDE = 24.0
BENEATH = 4.0
"""Between two tags, in px."""


class Tag(Struct, frozen=True):
    """A box, if any, and lines, from (0, 0), with the size they take in px; painted under `key`."""

    key: str
    box: ShapeMark | None
    lines: tuple[Line, ...]
    width: float
    height: float

    def at(self, x: float, y: float) -> tuple[AnyMark, ...]:
        """The marks with their top left at (x, y)."""
        words = TextMark(key=f"{self.key}.words", lines=placed(self.lines, x, y))
        return (moved(self.box, x, y), words) if self.box else (words,)


def moved(box: ShapeMark, x: float, y: float) -> ShapeMark:
    """The mark of a box from (0, 0) with that point at (x, y), level with whole px."""
    assert isinstance(box.shape, Box)
    return structs.replace(box, shape=structs.replace(box.shape, x=box.shape.x + x, y=round(box.shape.y + y)))


def note_tag(key: str, words: Text, env: Env, width: float) -> Tag:
    """Quiet words alone."""
    (setting,) = set_compact((words,), env, width, "note", colour=env.style.quiet)
    return Tag(key, None, setting.block.lines, setting.block.width, setting.block.height)


def target_tag(key: str, words: Text, env: Env, width: float) -> Tag:
    """A small outlined and hatched swatch, as targets are drawn, with the words beside it."""
    indent = SWATCH[0] + SPACE
    (setting,) = set_compact((words,), env, width - indent, "note")
    font = env.font("note")
    first = setting.block.lines[0].y if setting.block.lines else baseline(0.0, font, 1.0)
    lines = placed(setting.block.lines, indent, 0.0)
    return Tag(key, swatch(key, first, font.size, env), lines, indent + setting.block.width, setting.block.height)


def swatch(key: str, line: float, size: float, env: Env, share: float = 1.0) -> ShapeMark:
    """The sign of a target from x = 0 on, at the middle of words of `size` px whose baseline is `line`.

    share: its own size, in units of the usual one.
    """
    width, height = SWATCH[0] * share, SWATCH[1] * share
    middle = line - (ASCENT - 0.5) * size
    return ShapeMark(
        key=f"{key}.swatch",
        shape=Box(OUTLINE / 2, middle - height / 2, width - OUTLINE, height),
        stroke=env.style.accent,
        width=OUTLINE,
        hatch=env.style.accent,
    )


def sample_tag(env: Env, sample: Badge, width: float = math.inf) -> Tag:
    """A solid badge that says, in every language shown, that the data is made up, or simulated.

    The languages stand side by side where they fit into `width` px, else one beneath the other.
    """
    font = env.font("note", bold=True)
    row = font.size * BADGE_LEADING
    said = badge_words(sample, env.languages).variants
    advances = [env.measure.advance(words, font, language) for language, words in said]
    beside = sum(advances) + BADGE_PADDING * (len(said) + 1) <= width
    lines: list[Line] = []
    x, y = BADGE_PADDING, baseline(0.0, font, BADGE_LEADING)
    for (language, words), advance in zip(said, advances, strict=True):
        lines.append(Line(x, y, advance, (Run(words, font, env.style.ground[0]),), language))
        if beside:
            x += advance + BADGE_PADDING
        else:
            y += row
    wide = x if beside else max(advances) + 2 * BADGE_PADDING
    high = row if beside else row * len(said)
    plate = ShapeMark(key="sample", shape=Box(0.0, 0.0, wide, high, row / 2), fill=env.style.ink)
    return Tag("sample", plate, tuple(lines), wide, high)


def flow(tags: Sequence[Tag], x: float, y: float, width: float, align: Align) -> tuple[tuple[AnyMark, ...], float]:
    """The tags side by side where they fit into `width` px, else one beneath the other; and the height they take."""
    if not tags:
        return (), 0.0
    total = sum(tag.width for tag in tags) + BESIDE * (len(tags) - 1)
    rows = [list(tags)] if total <= width else [[tag] for tag in tags]
    marks: list[AnyMark] = []
    top = y
    for row in rows:
        used = sum(tag.width for tag in row) + BESIDE * (len(row) - 1)
        height = max(tag.height for tag in row)
        left = x + aligned(used, width, align)
        for tag in row:
            marks += tag.at(left, top + (height - tag.height) / 2)
            left += tag.width + BESIDE
        top += height + BENEATH
    return tuple(marks), top - BENEATH - y


def aligned(width: float, place: float, align: Align) -> float:
    """The px to the left of something `width` px wide in a place of `place` px."""
    return {"left": 0.0, "centre": 0.5, "right": 1.0}[align] * (place - width)


def under_badge(rect: Rect, env: Env, sample: Badge) -> tuple[Rect, tuple[AnyMark, ...]]:
    """What the badge leaves of an element's rectangle, and the badge's marks; all and none where it is no sample."""
    if not sample:
        return rect, ()
    badge = sample_tag(env, sample, rect.w)
    taken = badge.height + BADGE_GAP
    place = Rect(rect.x, rect.y + taken, rect.w, rect.h - taken)
    return place, badge.at(rect.x + aligned(badge.width, rect.w, env.align), rect.y)
