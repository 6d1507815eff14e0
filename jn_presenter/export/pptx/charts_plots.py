"""Charts over numbers, years and dates as charts of PowerPoint: lines, areas, points and two axes."""

import math
from datetime import datetime, timedelta, timezone
from itertools import pairwise

from msgspec import Struct

from jn_presenter.draw.axes import inside
from jn_presenter.draw.plotted import FittedPlot
from jn_presenter.export.pptx.chart_data import GENERAL, Column, Figures, title_of, values_of, workbook, xs_of
from jn_presenter.export.pptx.chart_space import NO_LINE, Axis, Kind, names_axis, points, series, space, values_axis
from jn_presenter.export.pptx.shapes import stroke
from jn_presenter.export.pptx.slide import Part
from jn_presenter.export.pptx.xml import Look
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import AnyMark, PlotAxis, PlotMark, Series, TextMark

MOST_POINTS = 400
"""Of a series; more cannot be edited, and are drawn sooner as a picture."""
MOST_SERIES = 20
LINES = ("line", "dual-axis")
EVEN = 0.2
"""How much the steps along x may differ and still be drawn as equal ones, as months are."""
EXCEL = datetime(1899, 12, 30, tzinfo=timezone.utc)
"""Day 0 of Excel."""
DAY = 86400.0
HOLLOW = '<c:marker><c:symbol val="none"/></c:marker>'
GROUPED = "#,##0.##########"


class Drawing(Struct, frozen=True, kw_only=True):
    """The plot, its curves with their names, and what of the marks PowerPoint does not draw itself."""

    plot: PlotMark
    curves: tuple[Series, ...]
    names: tuple[str, ...]
    beside: tuple[AnyMark, ...]
    place: Rect


def curves(part: Part) -> list[str] | None:
    """Lines and areas over years, dates and numbers in equal steps; over others lines between points."""
    found = drawing(part)
    if found is None or found.plot.left.log or found.plot.bottom.log:
        return None
    kind = part.kind
    xs = [tuple(curve.xs) for curve in found.curves]
    steps = [b - a for a, b in pairwise(xs[0])]
    even = steps and min(steps) > 0 and max(steps) - min(steps) <= EVEN * max(steps)
    if len(set(xs)) != 1 or not even:
        return _written(part, found, _scattered(part, found)) if kind == "line" else None
    columns = []
    for curve, name in zip(found.curves, found.names, strict=True):
        values = _values(curve, stacked=kind == "stacked-area")
        columns.append(
            Column(
                name=name,
                values=values,
                look=_look(curve, kind, part.page.look),
                marker=_marker(curve, part.page.look) if kind in LINES else "",
                points=(),
            )
        )
    figures = Figures(names=_moments(found), columns=tuple(columns))
    tag: Kind = "line" if kind in LINES else "area"
    if kind == "dual-axis":
        return _written(part, found, (figures, _both(part, found, figures)))
    grouping = {"stacked-area": "stacked"}.get(kind, "standard")
    plots = (
        f'<c:{tag}Chart><c:grouping val="{grouping}"/><c:varyColors val="0"/>{series(tag, figures)}'
        f'{_marked(tag)}<c:axId val="1"/><c:axId val="2"/></c:{tag}Chart>'
        f"{names_axis(_along(found, 1, 2), part.page.look)}{values_axis(upright(found, 2, 1), part.page.look)}"
    )
    return _written(part, found, (figures, plots))


def dots(part: Part) -> list[str] | None:
    """Points by two figures each; those of different sizes stay a picture, for PowerPoint sizes bubbles its own way."""
    found = drawing(part)
    if found is None or len(found.curves) != 1 or len(set(found.curves[0].dots)) > 1:
        return None
    return _written(part, found, _scattered(part, found))


def drawing(part: Part) -> Drawing | None:
    """What is to be drawn; None where a native chart could not be told from its picture, or would be no use."""
    fitted = part.item.fitted
    plot = next((mark for mark in part.marks if isinstance(mark, PlotMark)), None)
    if not isinstance(fitted, FittedPlot) or plot is None:
        return None
    kept = [one for one in plot.series if one.key.startswith("curve.")]
    odd = [one for one in plot.series if one.key.startswith("lone.")]
    if not kept or odd or len(kept) > MOST_SERIES or any(len(one.xs) > MOST_POINTS for one in kept):
        return None
    if any(one.ranged for one in kept):
        return None
    beside = tuple(mark for mark in part.marks if mark is not plot)
    said = {mark.key.partition(".")[2]: mark for mark in beside if isinstance(mark, TextMark)}
    names = []
    for k, one in enumerate(kept):
        mark = said.get(one.key.partition(".")[2])
        told = one.datum.label if one.datum is not None else ""
        names.append(told or ("".join(line.text for line in mark.lines) if mark else f"{k + 1}"))
    return Drawing(plot=plot, curves=tuple(kept), names=tuple(names), beside=beside, place=inside(plot))


def _values(curve: Series, *, stacked: bool) -> tuple[float | None, ...]:
    floors = curve.floors if stacked and curve.floors else (0.0,) * len(curve.ys)
    return tuple(
        None if math.isnan(y) or math.isnan(floor) else round(y - floor, 9)
        for y, floor in zip(curve.ys, floors, strict=True)
    )


def _moments(found: Drawing) -> tuple[str, ...]:
    """What is written under the points: as they are told, else as the axis has them."""
    curve = found.curves[0]
    if len(curve.words) == len(curve.xs) and all(curve.words):
        return curve.words
    said = dict(found.plot.bottom.ticks)
    return tuple(said.get(x) or f"{x:.15g}" for x in curve.xs)


def _look(curve: Series, kind: str, look: Look) -> str:
    if kind in LINES:
        return f"<c:spPr>{stroke(curve.colour, curve.width, look, curve.dash, round_ends=True)}</c:spPr>"
    line = stroke(curve.colour, curve.width, look, curve.dash, round_ends=True) if curve.width else NO_LINE
    return f"<c:spPr>{look.solid(curve.colour, curve.fill or 1.0)}{line}</c:spPr>"


def _marker(curve: Series, look: Look) -> str:
    """Dots at the points where the screen has them."""
    if not curve.dots:
        return HOLLOW
    size = max(2, min(72, round(curve.dots[0] * look.px / 12700)))
    return (
        f'<c:marker><c:symbol val="circle"/><c:size val="{size}"/><c:spPr>{look.solid(curve.colour, curve.fill or 1.0)}'
        f"{NO_LINE}</c:spPr></c:marker>"
    )


def _marked(tag: str) -> str:
    return '<c:marker val="1"/>' if tag == "line" else ""


def upright(found: Drawing, ident: int, crosses: int, *, right: bool = False) -> Axis:
    """The axis of values, as it is on the screen."""
    plot = found.plot
    axis = plot.right if right and plot.right else plot.left
    return Axis(
        ident=ident,
        crosses=crosses,
        side="r" if right else "l",
        font=plot.font,
        colour=axis.colour or plot.ink,
        grid="" if right else plot.grid,
        low=axis.low,
        high=axis.high,
        step=_step(axis),
        log=axis.log,
        code=_code(axis),
        far=right,
        between=False,
    )


def _along(found: Drawing, ident: int, crosses: int, *, shown: bool = True) -> Axis:
    """The axis of categories: of many, as many have their names as on the screen."""
    plot, count = found.plot, len(found.curves[0].xs)
    every = max(1, math.ceil(count / max(1, len(plot.bottom.ticks))))
    font = plot.font if shown else None
    return Axis(
        ident=ident,
        crosses=crosses,
        side="b",
        font=font,
        colour=plot.ink,
        line=plot.ink if shown else "",
        every=every,
        ticks=shown,
    )


def _step(axis: PlotAxis) -> float | None:
    """From tick to tick, where that is always the same."""
    steps = [b - a for (a, _), (b, _) in pairwise(axis.ticks)]
    if axis.log or not steps or max(steps) - min(steps) > 1e-6 * max(map(abs, steps)):
        return None
    return steps[0]


def _code(axis: PlotAxis) -> str:
    """A number format that writes the ticks: with commas from ten thousand on, as years have none."""
    if any(word.endswith("%") for _, word in axis.ticks):
        return '0.##########"%"'
    return GROUPED if max(abs(axis.low), abs(axis.high)) >= 10000 else GENERAL


def _both(part: Part, found: Drawing, figures: Figures) -> str:
    """Two lines, each on an axis of its own."""
    look = part.page.look
    made = ""
    for k in range(2):
        across, up = 1 + 2 * k, 2 + 2 * k
        made += (
            f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series("line", figures, k, k + 1)}'
            f'<c:marker val="1"/><c:axId val="{across}"/><c:axId val="{up}"/></c:lineChart>'
        )
    axes = ""
    for k, right in enumerate((False, True)):
        across, up = 1 + 2 * k, 2 + 2 * k
        axes += names_axis(_along(found, across, up, shown=not right), look)
        axes += values_axis(upright(found, up, across, right=right), look)
    return made + axes


def _scattered(part: Part, found: Drawing) -> tuple[Figures, str] | None:
    """Points by their numbers, and the lines between them where there are any."""
    look, plot = part.page.look, found.plot
    xs = tuple(found.curves[0].xs)
    if any(tuple(curve.xs) != xs for curve in found.curves):
        return None
    dated = max(map(abs, xs), default=0.0) > 1e7
    along = plot.bottom
    xs = tuple(_serial(x) for x in xs) if dated else xs
    columns = tuple(
        Column(
            name=name, values=_values(curve, stacked=False), look=_line_look(curve, look), marker=_marker(curve, look)
        )
        for curve, name in zip(found.curves, found.names, strict=True)
    )
    figures = Figures(xs=xs, head="x", columns=columns, x_format="yyyy-mm-dd" if dated else GENERAL)
    made = "".join(
        f'<c:ser><c:idx val="{k}"/><c:order val="{k}"/>{title_of(k + 1, one.name)}{one.look}{one.marker}'
        f'{points("line", one)}{xs_of(figures)}{values_of(k + 1, figures, "yVal")}<c:smooth val="0"/></c:ser>'
        for k, one in enumerate(columns)
    )
    low, high = (_serial(along.low), _serial(along.high)) if dated else (along.low, along.high)
    across = Axis(
        ident=1,
        crosses=2,
        side="b",
        font=plot.font,
        colour=plot.ink,
        line=plot.ink,
        low=low,
        high=high,
        step=None if dated else _step(along),
        log=along.log,
        code="yyyy-mm" if dated else _code(along),
        ticks=True,
        between=False,
    )
    plots = (
        f'<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>{made}'
        f'<c:axId val="1"/><c:axId val="2"/></c:scatterChart>{values_axis(across, look)}'
        f"{values_axis(upright(found, 2, 1), look)}"
    )
    return figures, plots


def _line_look(curve: Series, look: Look) -> str:
    line = stroke(curve.colour, curve.width, look, curve.dash, round_ends=True) if curve.width else NO_LINE
    return f"<c:spPr>{line}</c:spPr>"


def _serial(seconds: float) -> float:
    """A moment as Excel counts days."""
    return (datetime(1970, 1, 1, tzinfo=timezone.utc) + timedelta(seconds=seconds) - EXCEL).total_seconds() / DAY


def _written(part: Part, found: Drawing, made: tuple[Figures, str] | None) -> list[str] | None:
    if made is None:
        return None
    figures, plots = made
    plot = found.plot
    room = plot.font.size
    frame = Rect(plot.x - room, plot.y - room, plot.w + 2 * room, plot.h + 2 * room)
    xml = space(plots, frame, found.place, part.page.look, plot.font, plot.ink)
    shown = part.page.chart(xml, workbook(figures), frame, part.item.path, part.alt)
    return [shown, *part.drawn(found.beside)]
