"""The web of a radar chart: its rings and axes, the outline of a series, and the samples of lines that name them."""

from collections.abc import Sequence

from jn_presenter.draw.around import FULL, Around
from jn_presenter.draw.compact import set_compact
from jn_presenter.draw.dataset import Measured
from jn_presenter.draw.naming import series_name
from jn_presenter.draw.round_place import Key
from jn_presenter.draw.spare_words import unit_tag
from jn_presenter.draw.tags import OUTLINE
from jn_presenter.draw.ticks import tick_words
from jn_presenter.draw.typography import ASCENT
from jn_presenter.model.element import Env
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import AnyMark, Line, Path, Run, ShapeMark, TextMark
from jn_presenter.model.style import Font
from jn_presenter.model.text import Text

DASHES: tuple[tuple[float, ...], ...] = ((), (14.0, 8.0), (3.0, 7.0), (20.0, 6.0, 3.0, 6.0))
"""Series differ in their dashes, not by colour alone."""
SAMPLE = (64.0, 12.0)
"""The line that stands for a series beside its name, and the gap between them, in px."""
BETWEEN = 40.0
LINE_GAP = 6.0
BELOW = 20.0
WIDTH = 4.0
TICK_GAP = 8.0
TICK_SHARE = 0.6
"""The most of the radius that a ring's figure may take."""
TICK_ROOM = 34.0
"""The least px from one ring with its figure to the next."""


def angles(count: int) -> tuple[float, ...]:
    """The angle of each axis, in degrees clockwise from twelve o'clock."""
    return tuple(FULL * k / count for k in range(count))


def rings(circle: Around, count: int, shares: Sequence[float], colour: str) -> tuple[ShapeMark, ...]:
    """The axes, and a ring through them at each share of the radius."""
    turns = angles(count)
    lines = [_outline(circle, [(turn, share * circle.radius) for turn in turns], closed=True) for share in shares]
    axes = [Path((("M", circle.point(turn, 0.0)), ("L", circle.point(turn, circle.radius)))) for turn in turns]
    return (
        *(ShapeMark(key=f"ring.{k}", shape=path, stroke=colour, width=OUTLINE) for k, path in enumerate(lines, 1)),
        *(ShapeMark(key=f"axis.{k}", shape=path, stroke=colour, width=OUTLINE) for k, path in enumerate(axes, 1)),
    )


def tick_marks(circle: Around, ticks: Sequence[float], most: float, env: Env) -> tuple[TextMark, ...]:
    """The figures of the rings beside the upright axis, below their rings; where these are close, of every other.

    None where they would not stay within the circle: each point has its figure at the end of its axis.
    """
    font = env.font("note")
    language = env.languages[0]
    step = circle.radius * (ticks[0] / most) if ticks and most else 0.0
    every = 1 if step >= TICK_ROOM else 2 if 2 * step >= TICK_ROOM else len(ticks)
    marks = []
    words = tick_words(ticks, language)
    widths = [env.measure.advance(word, font, language) for word in words]
    if max(widths, default=0.0) > TICK_SHARE * circle.radius:
        return ()
    for k, (tick, word, width) in enumerate(zip(ticks, words, widths, strict=True)):
        if (len(ticks) - 1 - k) % every:
            continue
        x, y = circle.cx + TICK_GAP, circle.cy - circle.radius * tick / most + OUTLINE + ASCENT * font.size
        line = Line(x, y, width, (Run(word, font, env.style.quiet),), language)
        marks.append(TextMark(key=f"tick.{k}", lines=(line,)))
    return tuple(marks)


def outline(circle: Around, radii: Sequence[float | None]) -> Path:
    """The way through the points of a series; where one is missing it is interrupted."""
    points = [(turn, radius) for turn, radius in zip(angles(len(radii)), radii, strict=True)]
    if all(radius is not None for radius in radii):
        return _outline(circle, [(turn, radius or 0.0) for turn, radius in points], closed=True)
    # Beginning behind a gap, no stretch is cut in two where the circle begins.
    first = next(k for k, radius in enumerate(radii) if radius is None)
    segments: list[tuple[str, tuple[float, ...]]] = []
    drawing = False
    for turn, radius in (*points[first + 1 :], *points[:first]):
        if radius is not None:
            segments.append(("L" if drawing else "M", circle.point(turn, radius)))
        drawing = radius is not None
    return Path(tuple(segments))


def key_of_lines(
    series: Sequence[Measured], colours: Sequence[str], unit: Text | None, place: Rect, env: Env, *, stacked: bool
) -> Key:
    """The names of several series beside samples of their lines, and the unit of all, at the top of the place."""
    room = place.w - sum(SAMPLE)
    names = [series_name(one, env) for one in series]
    settings = [set_compact((name,), env, room, "note")[0] for name in names]
    marks: list[tuple[AnyMark, ...]] = []
    left, top, high = place.x, place.y, 0.0
    for k, (one, setting) in enumerate(zip(series, settings, strict=True)):
        wide = sum(SAMPLE) + setting.block.width
        if left > place.x and (stacked or left + wide > place.right + 0.5):
            left, top, high = place.x, top + high + LINE_GAP, 0.0
        middle = top + _middle(setting.block.lines, env.font("note"))
        line = Path((("M", (left, middle)), ("L", (left + SAMPLE[0], middle))))
        sample = ShapeMark(key=f"sample.{one.key}", shape=line, stroke=colours[k], width=WIDTH, dash=DASHES[k])
        marks.append((sample, setting.mark(f"series.{one.key}", left + sum(SAMPLE), top)))
        left += wide + BETWEEN
        high = max(high, setting.block.height)
    more: tuple[AnyMark, ...] = ()
    if tag := unit_tag(unit, env, place.w):
        if stacked or left + tag.width > place.right + 0.5:
            left, top = place.x, top + high + LINE_GAP
        more = tag.at(left, top)
        high = max(high, tag.height)
    return Key(
        named=tuple(marks),
        more=more,
        height=top + high + BELOW - place.y,
        overflow=any(setting.block.width > room + 0.5 for setting in settings),
        findings=tuple(dict.fromkeys(finding for setting in settings for finding in setting.findings)),
    )


def _middle(lines: Sequence[Line], font: Font) -> float:
    """The middle of the first line, from its own top."""
    return (lines[0].y if lines else font.size) - (ASCENT - 0.5) * font.size


def _outline(circle: Around, points: Sequence[tuple[float, float]], *, closed: bool) -> Path:
    segments: list[tuple[str, tuple[float, ...]]] = [
        ("L" if k else "M", circle.point(turn, radius)) for k, (turn, radius) in enumerate(points)
    ]
    return Path((*segments, ("Z", ())) if closed else tuple(segments))
