"""What several series of a chart are called: their colours, and their names, at the bars themselves or in a line."""

from collections.abc import Sequence

from msgspec import Struct, structs

from jn_presenter.draw.compact import set_compact
from jn_presenter.draw.dataset import Measured
from jn_presenter.draw.figures import as_text
from jn_presenter.draw.heaps import Named
from jn_presenter.draw.motion import mix
from jn_presenter.draw.setting import Setting
from jn_presenter.draw.tags import OUTLINE
from jn_presenter.draw.words import TARGET, say
from jn_presenter.model.element import Env
from jn_presenter.model.marks import Box, ShapeMark, TextMark
from jn_presenter.model.problem import Finding
from jn_presenter.model.style import Style
from jn_presenter.model.text import Text

SWATCH = 20.0
SWATCH_GAP = 10.0
BETWEEN = 36.0
"""Between two names of the line, in px."""
LINE_GAP = 6.0
LEGEND_GAP = 20.0
"""Under the line of names, in px."""
SECOND_TURN = 0.45
"""How far the colours are from the ground's once those of the style are used up."""


def series_colours(count: int, style: Style) -> tuple[str, ...]:
    """The accent, the style's other colours of series, then all of them once more, paler."""
    colours = (style.accent, *(colour for colour in style.series if colour != style.accent))
    paler = tuple(mix(colour, style.ground[0], SECOND_TURN) for colour in colours)
    palette = (*colours, *paler)
    return tuple(palette[k % len(palette)] for k in range(count))


def series_name(series: Measured, env: Env) -> Text:
    """The series' name, and that it is a target where its name does not say so."""
    if not series.target:
        return series.label
    names = []
    for language in env.languages:
        name, target = series.label.pick(language, env.fallbacks)[1], say(TARGET, language)
        names.append((language, name if target.casefold() in name.casefold() else f"{name} · {target}"))
    return as_text(names)


class Legend(Struct, frozen=True):
    """Swatches with names, left to right, in as many lines as it takes; `height` with the gap below it."""

    names: tuple[Named, ...]
    height: float
    overflow: bool = False
    findings: tuple[Finding, ...] = ()


def legend(
    series: Sequence[Measured], colours: Sequence[str], parts: Sequence[int], x: float, y: float, width: float, env: Env
) -> Legend:
    """The line of names with its top left at (x, y), at most `width` px wide."""
    room = width - SWATCH - SWATCH_GAP
    settings = set_compact([series_name(one, env) for one in series], env, room, "note")
    names: list[Named] = []
    left, top, high = x, y, 0.0
    for one, colour, part, setting in zip(series, colours, parts, settings, strict=True):
        wide = SWATCH + SWATCH_GAP + setting.block.width
        if left > x and left + wide > x + width + 0.5:
            left, top, high = x, top + high + LINE_GAP, 0.0
        names += _entry(one, colour, part, setting, left, top, env)
        left += wide + BETWEEN
        high = max(high, setting.block.height)
    findings = tuple(dict.fromkeys(finding for setting in settings for finding in setting.findings))
    overflow = any(setting.block.width > room + 0.5 for setting in settings)
    return Legend(tuple(names), top + high + LEGEND_GAP - y if names else 0.0, overflow, findings)


def _entry(
    one: Measured, colour: str, part: int, setting: Setting, left: float, top: float, env: Env
) -> tuple[Named, Named]:
    size = env.font("note").size
    line = setting.block.lines[0].y if setting.block.lines else top + size
    middle = round(top + line - 0.38 * size)
    swatch = ShapeMark(
        key=f"swatch.{one.key}",
        shape=Box(left + OUTLINE / 2, middle - SWATCH / 2, SWATCH - OUTLINE, SWATCH - OUTLINE),
        fill=None if one.target else colour,
        hatch=colour if one.target else None,
        stroke=colour,
        width=OUTLINE,
    )
    words = setting.mark(f"series.{one.key}", left + SWATCH + SWATCH_GAP, top)
    return Named(swatch, part, one.key), Named(words, part, one.key)


def beside_names(series: Sequence[Measured], colours: Sequence[str], env: Env, width: float) -> list[Setting] | None:
    """The names in their series' colours, None where one is wider than `width` px."""
    settings = []
    for one, colour in zip(series, colours, strict=True):
        (setting,) = set_compact((series_name(one, env),), env, width, "note", colour=colour, bold=True)
        if setting.block.width > width + 0.5:
            return None
        settings.append(setting)
    return settings


def recoloured(mark: TextMark, colour: str) -> TextMark:
    """The words wholly in one colour."""
    lines = tuple(
        structs.replace(line, runs=tuple(structs.replace(run, colour=colour) for run in line.runs))
        for line in mark.lines
    )
    return structs.replace(mark, lines=lines)
