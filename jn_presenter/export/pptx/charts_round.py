"""Rings and webs as charts of PowerPoint."""

from jn_presenter.draw.around import Around
from jn_presenter.draw.round_chart import FittedRound
from jn_presenter.draw.tags import OUTLINE
from jn_presenter.draw.web import WIDTH
from jn_presenter.elements.radar import DOT, FittedRadar, Radar, Web
from jn_presenter.export.pptx.chart_data import Column, Figures, workbook
from jn_presenter.export.pptx.chart_space import NO_LINE, Axis, names_axis, series, space, values_axis
from jn_presenter.export.pptx.paragraphs import words_of
from jn_presenter.export.pptx.shapes import hatched, stroke
from jn_presenter.export.pptx.slide import Part
from jn_presenter.export.pptx.xml import Look
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import ShapeMark
from jn_presenter.model.style import Font

FULL = 360.0
LEAST = 0.01
"""Of a full turn: a smaller rest is what rounding leaves."""
REST = {"zh": "其余", "en": "Rest"}
AXIS = Font(24.0)
GAP = 3.0
"""px of the ground's colour between two sectors."""


def ring(part: Part) -> list[str] | None:
    """A ring of sectors; what is left of it is a sector too, in the colour of the track."""
    fitted = part.item.fitted
    if not isinstance(fitted, FittedRound) or not fitted.sectors:
        return None
    first = fitted.sectors[0].ring
    if any(one.ring != first for one in fitted.sectors) or first.inner <= 0.0:
        return None
    look = part.page.look
    names, values, looks = [], [], []
    for one in fitted.sectors:
        datum = one.mark.datum
        names.append(datum.label if datum else "")
        values.append(float(datum.value) if datum and datum.value is not None else one.sweep)
        looks.append(_sector(one.mark, look, alone=one.alone))
    swept = sum(one.sweep for one in fitted.sectors)
    if swept < FULL * (1.0 - LEAST) and swept > 0.0:
        names.append(REST.get(part.env.languages[0].partition("-")[0], REST["en"]))
        values.append(round(sum(values) * (FULL - swept) / swept, 6))
        looks.append(f"<c:spPr>{look.solid(part.env.style.faint)}{NO_LINE}</c:spPr>")
    title = part.what
    column = Column(name=title, values=tuple(values), look=looks[0], points=tuple(enumerate(looks)))
    figures = Figures(names=tuple(names), columns=(column,))
    hole = max(1, min(90, round(100 * first.inner / first.outer)))
    plots = (
        f'<c:doughnutChart><c:varyColors val="1"/>{series("doughnut", figures)}'
        f'<c:firstSliceAng val="0"/><c:holeSize val="{hole}"/></c:doughnutChart>'
    )
    frame = Rect(first.cx - first.outer, first.cy - first.outer, 2 * first.outer, 2 * first.outer)
    xml = space(plots, frame, frame, look, AXIS, part.env.style.ink)
    shown = part.page.chart(xml, workbook(figures), frame, part.item.path, part.alt)
    sectors = {one.mark.key for one in fitted.sectors}
    beside = [mark for mark in part.marks if mark.key not in sectors and mark.key != "track"]
    return [shown, *part.drawn(beside)]


def _sector(mark: ShapeMark, look: Look, *, alone: bool) -> str:
    if mark.hatch is not None:
        return f"<c:spPr>{hatched(mark.hatch, look.ground, look)}{stroke(mark.hatch, OUTLINE, look)}</c:spPr>"
    line = NO_LINE if alone else stroke(look.ground, GAP, look)
    return f"<c:spPr>{look.fill(mark.fill)}{line}</c:spPr>"


def web(part: Part) -> list[str] | None:
    """A radar chart; the words around it stay ours, since they have the figures of each series."""
    fitted, element = part.item.fitted, part.element
    if not isinstance(fitted, FittedRadar) or not isinstance(element, Radar) or fitted.circle is None:
        return None
    look, circle = part.page.look, fitted.circle
    names = [
        words.text.partition("\n")[0] if (words := words_of(mark, part.page.recorder)) else "" for mark in fitted.names
    ]
    columns = tuple(_web(one, part) for one in fitted.webs)
    most = _most(fitted.webs)
    if most is None or not columns:
        return None
    figures = Figures(names=tuple(names), columns=columns)
    ink, quiet, faint = part.env.style.ink, part.env.style.quiet, part.env.style.faint
    rings = sum(mark.key.startswith("ring.") for mark in fitted.fixed)
    along = Axis(ident=1, crosses=2, side="b", font=None, line=faint, grid=faint)
    upright = Axis(
        ident=2, crosses=1, side="l", font=AXIS, colour=quiet, line=faint, grid=faint, low=0.0, high=most,
        step=most / rings if rings else None,
    )  # fmt: skip
    plots = (
        f'<c:radarChart><c:radarStyle val="marker"/><c:varyColors val="0"/>{series("radar", figures)}<c:axId val="1"/>'
        f'<c:axId val="2"/></c:radarChart>{names_axis(along, look)}{values_axis(upright, look)}'
    )
    frame = _about(circle)
    xml = space(plots, frame, frame, look, AXIS, ink)
    shown = part.page.chart(xml, workbook(figures), frame, part.item.path, part.alt)
    own = ("ring.", "axis.", "tick.", "line.", "area.", "point.")
    return [shown, *part.drawn([mark for mark in part.marks if not mark.key.startswith(own)])]


def _about(circle: Around) -> Rect:
    return Rect(circle.cx - circle.radius, circle.cy - circle.radius, 2 * circle.radius, 2 * circle.radius)


def _most(webs: tuple[Web, ...]) -> float | None:
    """The end of the axes, from any point that is not in the middle."""
    for one in webs:
        for share, entry in zip(one.shares, one.entries, strict=True):
            if share and entry is not None:
                return round(float(entry.value) / share, 9)
    return None


def _web(one: Web, part: Part) -> Column:
    look = part.page.look
    size = max(2, round(2 * DOT * look.px / 12700))
    return Column(
        name=one.datum.label if one.datum else part.what,
        values=tuple(float(entry.value) if entry else None for entry in one.entries),
        look=f"<c:spPr>{stroke(one.colour, WIDTH, look, one.dash, round_ends=not one.dash)}</c:spPr>",
        marker=_dot(size, f"{look.solid(one.colour)}{NO_LINE}"),
        points=tuple(
            (k, _hollow(one.colour, size, look)) for k, entry in enumerate(one.entries) if entry and entry.target
        ),
    )


def _hollow(colour: str, size: int, look: Look) -> str:
    """A point that is a target."""
    return _dot(size, f"{look.solid(look.ground)}{stroke(colour, OUTLINE, look)}")


def _dot(size: int, look: str) -> str:
    return f'<c:marker><c:symbol val="circle"/><c:size val="{size}"/><c:spPr>{look}</c:spPr></c:marker>'
