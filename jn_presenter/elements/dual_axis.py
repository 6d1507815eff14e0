"""Two curves with an axis each."""

from typing import Annotated, ClassVar

from msgspec import Struct, structs

from jn_presenter.draw.axes import along_axis, matched_axis, plot, value_axis
from jn_presenter.draw.compact import TIGHT, set_compact
from jn_presenter.draw.curves import value_range
from jn_presenter.draw.figures import as_text, unit_words
from jn_presenter.draw.gaps import gap_notes
from jn_presenter.draw.moment import Clock, asked
from jn_presenter.draw.plotted import (
    JOINT,
    WIDTH,
    Along,
    FittedPlot,
    Frame,
    blank,
    colours_of,
    datums,
    framed,
    lone_dots,
    parts_of,
)
from jn_presenter.draw.setting import Setting
from jn_presenter.draw.tracks import Track
from jn_presenter.draw.words import CUT_AXIS, say
from jn_presenter.model.element import Env
from jn_presenter.model.fields import doc
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import AnyMark, Path, PlotAxis, Series, ShapeMark, TextMark
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message, Text

DASHED = (14.0, 8.0)
"""The right curve is dashed: colour alone does not tell whose axis is whose."""
SWATCH = 36.0
"""The piece of a curve before its name, in px."""
APART = 32.0
BELOW = 8.0
SAME = 0.01
"""By how much of the plot's height two zero lines may differ."""


class Side(Struct, frozen=True, kw_only=True):
    """A curve and its axis."""

    short: ClassVar[str] = "column"

    column: Annotated[str, doc("列的名称", "the column's name")]
    label: Annotated[Text | None, doc("显示的名称，默认是列名", "its name on the slide, by default the column's")] = (
        None
    )
    unit: Annotated[
        Text | None,
        doc("单位：facts.yaml中单位的代号，或一段文字", "unit: the id of a unit in facts.yaml, or words"),
    ] = None


class DualAxis(Along, frozen=True, kw_only=True):
    """Two curves of different units, each with its own axis in its own colour."""

    about = "双轴图：单位不同的两条曲线，各有自己颜色的轴"

    left: Annotated[Side, doc("左轴的曲线", "the curve of the left axis")]
    right: Annotated[Side, doc("右轴的曲线", "the curve of the right axis")]

    def parts(self) -> int:
        return 2

    def over(self) -> tuple[tuple[str, Text | None], ...]:
        return tuple((side.column, side.label) for side in (self.left, self.right))

    def fit(self, rect: Rect, env: Env) -> FittedPlot:
        sides = (self.left, self.right)
        found = self.over_x(self.over(), env)
        if not found.known or len(found.tracks) < 2:
            return blank(rect, found, None, env)
        frame = framed(rect, env, sample=found.sample, unit=None)
        colours = colours_of(2, env)
        first, second = found.tracks
        left = value_axis(*value_range(first.ys), frame.place.h, env, colour=colours[0])
        axes = (left, matched_axis(*value_range(second.ys), left, env, colours[1]))
        heads = [
            self._head(side, track, axis, env) for side, track, axis in zip(sides, found.tracks, axes, strict=True)
        ]
        names, place = _headed(heads, colours, frame, found.tracks, env)
        clock = Clock(env, found.kind, found.pitch)
        states = [
            datums([track], side.unit, env, sample=found.sample)[0]
            for side, track in zip(sides, found.tracks, strict=True)
        ]
        series = tuple(
            asked((_series(track, colour, right=track.part == 1),), state, clock, found.span)[0]
            for track, colour, state in zip(found.tracks, colours, states, strict=True)
        )
        dots = [lone_dots(curve, track) for curve, track in zip(series, found.tracks, strict=True)]
        made = plot(
            place,
            (*series, *(dot for own in dots for dot in own)),
            lambda width: along_axis(*found.span, width, env, found.kind, found.pitch),
            axes[0],
            env,
            right=axes[1],
        )
        words: list[list[AnyMark]] = [
            [structs.replace(name, datum=state), piece] for (name, piece), state in zip(names, states, strict=True)
        ]
        for k, note in gap_notes(made, series, env):
            words[k].append(note)
        high = any(name.lines[-1].y > place.y for name, _ in names if name.lines)
        return FittedPlot(
            rect=rect,
            overflow=high,
            findings=(*found.findings, *_zeros(axes[0], axes[1])),
            plot=made,
            parts=parts_of(
                found.tracks,
                [tuple(one.key for one in (curve, *own)) for curve, own in zip(series, dots, strict=True)],
                words,
            ),
            fixed=frame.fixed,
            stagger=env.style.motion.stagger,
            clock=clock,
        )

    def _head(self, side: Side, track: Track, axis: PlotAxis, env: Env) -> Text:
        """The curve's name with its unit, and that its axis leaves zero out."""
        unit = dict(unit_words(side.unit, env.facts, env.languages).variants)
        lines = []
        for language in env.languages:
            parts = [track.label.pick(language, env.fallbacks)[1], unit.get(language, "")]
            parts += [say(CUT_AXIS, language)] if axis.cut else []
            lines.append((language, JOINT.join(part for part in parts if part)))
        return as_text(lines)


def _headed(
    heads: list[Text], colours: list[str], frame: Frame, tracks: tuple[Track, ...], env: Env
) -> tuple[list[tuple[TextMark, ShapeMark]], Rect]:
    """Above each axis the name of its curve behind a piece of it, and what they leave of the place for the plot."""
    place = frame.place
    # The place begins half a line lower than the words above it may, for the sake of the topmost tick.
    top = place.y - env.font("note").size / 2
    width = (place.w - APART) / 2 - SWATCH - BELOW
    settings = [_set(head, colour, env, width) for head, colour in zip(heads, colours, strict=True)]
    height = max(setting.block.height for setting in settings)
    marks: list[tuple[TextMark, ShapeMark]] = []
    for k, (setting, track, colour) in enumerate(zip(settings, tracks, colours, strict=True)):
        x = place.x if k == 0 else place.right - setting.block.width - SWATCH - BELOW
        middle = top + env.font("caption").size * TIGHT / 2
        line = Path((("M", (x, middle)), ("L", (x + SWATCH, middle))))
        dash: tuple[float, ...] = DASHED if k else ()
        piece = ShapeMark(key=f"piece.{track.key}", shape=line, stroke=colour, width=WIDTH, dash=dash)
        marks.append((setting.mark(f"name.{track.key}", x + SWATCH + BELOW, top), piece))
    down = height + BELOW
    return marks, Rect(place.x, place.y + down, place.w, place.h - down)


def _set(head: Text, colour: str, env: Env, width: float) -> Setting:
    return set_compact((head,), env, width, "caption", colour=colour, bold=True)[0]


def _series(track: Track, colour: str, *, right: bool) -> Series:
    return Series(
        key=f"curve.{track.key}",
        xs=tuple(track.xs),
        ys=tuple(track.ys),
        colour=colour,
        width=WIDTH,
        dash=DASHED if right else (),
        right=right,
    )


def _zeros(left: PlotAxis, right: PlotAxis) -> tuple[Finding, ...]:
    """A warning where the zero lines of the two axes are not at one height: the curves then cross by chance."""
    heights = [-axis.low / (axis.high - axis.low) for axis in (left, right)]
    return (ZEROS,) if left.cut or right.cut or abs(heights[0] - heights[1]) > SAME else ()


ZEROS = Finding(
    code="zero-lines",
    path="right",
    severity="warning",
    message=Message("左右两轴的零线不在同一高度", "the zero lines of the two axes are not at one height"),
    hint=Message(
        "交点和高低没有意义；能用两张图就用两张",
        "where the curves cross means nothing; two charts would be plainer",
    ),
)

ELEMENT = DualAxis
