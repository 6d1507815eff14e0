"""The grammar of charts of PowerPoint: series, labels, axes, and the plot in its place within the chart's frame."""

from collections.abc import Iterable, Sequence
from typing import Literal

from msgspec import Struct

from jn_presenter.export.pptx.chart_data import Column, Figures, code_attribute, names_of, number, title_of, values_of
from jn_presenter.export.pptx.paragraphs import Paragraph
from jn_presenter.export.pptx.text import paragraph
from jn_presenter.export.pptx.xml import HEAD, A, C, Look, R, family, latin, region
from jn_presenter.model.geometry import Rect
from jn_presenter.model.style import Font

Kind = Literal["bar", "line", "area", "doughnut", "radar"]
Side = Literal["l", "r", "t", "b"]
BOOK = "{book}"
"""Stands for the relation to the workbook, the last of its kind in the chart."""
NO_LINE = "<a:ln><a:noFill/></a:ln>"
NOTHING = f"<c:spPr><a:noFill/>{NO_LINE}</c:spPr>"
SHOWN = (
    '<c:showLegendKey val="0"/><c:showVal val="{shown}"/><c:showCatName val="0"/><c:showSerName val="0"/>'
    '<c:showPercent val="0"/><c:showBubbleSize val="0"/>'
)


class Label(Struct, frozen=True, kw_only=True):
    """Words at a point in place of its value."""

    index: int
    paragraphs: tuple[Paragraph, ...]


class Axis(Struct, frozen=True, kw_only=True):
    """An axis. line, grid: colours, none where empty. font: of its words, which it is without where None."""

    ident: int
    crosses: int
    """The axis that it stands on."""
    side: Side
    font: Font | None = None
    colour: str = ""
    line: str = ""
    grid: str = ""
    low: float | None = None
    high: float | None = None
    step: float | None = None
    log: bool = False
    code: str = "General"
    reverse: bool = False
    far: bool = False
    """Whether it stands at the far end of the axis that it crosses."""
    every: int = 1
    """Of the categories, so many apart that have their names."""
    ticks: bool = False
    between: bool = True
    """Whether what stands above a category stands between two ticks."""


def series(kind: Kind, figures: Figures, first: int = 0, last: int | None = None) -> str:
    """The series of a chart of categories, from the first on; their cells are those of all."""
    made = []
    for k, column in enumerate(figures.columns[first:last], first):
        bar = '<c:invertIfNegative val="0"/>' if kind == "bar" else ""
        smooth = '<c:smooth val="0"/>' if kind == "line" else ""
        made.append(
            f'<c:ser><c:idx val="{k}"/><c:order val="{k}"/>{title_of(k + 1, column.name)}{column.look}{bar}'
            f"{column.marker}{points(kind, column)}{column.labels}{names_of(figures)}"
            f"{values_of(k + 1, figures)}{smooth}</c:ser>"
        )
    return "".join(made)


def points(kind: Kind, column: Column) -> str:
    """Points that look otherwise than their series."""
    bar = '<c:invertIfNegative val="0"/>' if kind == "bar" else ""
    return "".join(f'<c:dPt><c:idx val="{k}"/>{bar}{look}</c:dPt>' for k, look in column.points)


def labels(
    look: Look, font: Font, colour: str, code: str, where: str, own: Sequence[Label] = (), gone: Iterable[int] = ()
) -> str:
    """The values at the points of a series in a number format; `own` have words instead, `gone` nothing."""
    place = f'<c:dLblPos val="{where}"/>' if where else ""
    deleted = {k: f'<c:dLbl><c:idx val="{k}"/><c:delete val="1"/></c:dLbl>' for k in gone}
    worded = {one.index: _worded(one, look, place) for one in own}
    each = "".join(xml for _, xml in sorted((deleted | worded).items()))
    return (
        f'<c:dLbls>{each}<c:numFmt formatCode={code_attribute(code)} sourceLinked="0"/>{NOTHING}'
        f"{text(look, font, colour)}{place}{SHOWN.format(shown=1)}</c:dLbls>"
    )


def _worded(label: Label, look: Look, place: str) -> str:
    inner = "".join(paragraph(one, look, "left", fixed=False) for one in label.paragraphs).replace(' algn="l"', "")
    return (
        f'<c:dLbl><c:idx val="{label.index}"/><c:tx><c:rich><a:bodyPr wrap="none"/><a:lstStyle/>{inner}</c:rich></c:tx>'
        f"{NOTHING}{place}{SHOWN.format(shown=1)}</c:dLbl>"
    )


def text(look: Look, font: Font, colour: str) -> str:
    """How the words of an axis or of labels look."""
    fonts = f'<a:latin typeface="{latin(look.language)}"/><a:ea typeface="{family(look.language)}"/>'
    return (
        f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{look.size(font.size)}" b="{int(font.bold)}">'
        f'{look.solid(colour)}{fonts}</a:defRPr></a:pPr><a:endParaRPr lang="{region(look.language)}"/></a:p></c:txPr>'
    )


def names_axis(axis: Axis, look: Look) -> str:
    """An axis of categories."""
    every = f'<c:tickLblSkip val="{axis.every}"/><c:tickMarkSkip val="{axis.every}"/>' if axis.every > 1 else ""
    return (
        f'<c:catAx>{_axis(axis, look)}<c:crosses val="{"max" if axis.far else "autoZero"}"/><c:auto val="0"/>'
        f'<c:lblAlgn val="ctr"/><c:lblOffset val="60"/>{every}<c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def values_axis(axis: Axis, look: Look) -> str:
    """An axis of values, or of numbers along x."""
    step = f'<c:majorUnit val="{number(axis.step)}"/>' if axis.step else ""
    between = "between" if axis.between else "midCat"
    return (
        f'<c:valAx>{_axis(axis, look)}<c:crosses val="{"max" if axis.far else "min" if axis.low else "autoZero"}"/>'
        f'<c:crossBetween val="{between}"/>{step}</c:valAx>'
    )


def _axis(axis: Axis, look: Look) -> str:
    ends = "".join(
        f'<c:{tag} val="{number(value)}"/>'
        for tag, value in (("max", axis.high), ("min", axis.low))
        if value is not None
    )
    log = '<c:logBase val="10"/>' if axis.log else ""
    grid = f"<c:majorGridlines><c:spPr>{_line(axis.grid, 1.0, look)}</c:spPr></c:majorGridlines>" if axis.grid else ""
    hidden = axis.font is None and not axis.line and not axis.grid
    where = "low" if axis.font is not None and not axis.far else "high" if axis.font is not None else "none"
    font = text(look, axis.font, axis.colour) if axis.font is not None else ""
    return (
        f'<c:axId val="{axis.ident}"/><c:scaling>{log}<c:orientation val="{"maxMin" if axis.reverse else "minMax"}"/>'
        f'{ends}</c:scaling><c:delete val="{int(hidden)}"/><c:axPos val="{axis.side}"/>{grid}'
        f'<c:numFmt formatCode={code_attribute(axis.code)} sourceLinked="0"/>'
        f'<c:majorTickMark val="{"out" if axis.ticks else "none"}"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="{where}"/><c:spPr><a:noFill/>{_line(axis.line, 2.0, look)}</c:spPr>{font}'
        f'<c:crossAx val="{axis.crosses}"/>'
    )


def _line(colour: str, width: float, look: Look) -> str:
    return f'<a:ln w="{look.emu(width)}" cap="flat">{look.solid(colour)}</a:ln>' if colour else NO_LINE


def space(plots: str, frame: Rect, plot: Rect, look: Look, font: Font, colour: str) -> str:
    """The chart: its plots with their axes where `plot` stands in `frame`, both in px of the canvas."""
    w, h = max(1.0, frame.w), max(1.0, frame.h)
    x, y = (plot.x - frame.x) / w, (plot.y - frame.y) / h
    layout = (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{_share(x)}"/><c:y val="{_share(y)}"/><c:w val="{_share(plot.w / w)}"/>'
        f'<c:h val="{_share(plot.h / h)}"/></c:manualLayout></c:layout>'
    )
    return (
        f'{HEAD}<c:chartSpace xmlns:c="{C}" xmlns:a="{A}" xmlns:r="{R}"><c:date1904 val="0"/>'
        '<c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/>'
        f"<c:plotArea>{layout}{plots}{NOTHING}</c:plotArea>"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"{NOTHING}{text(look, font, colour)}"
        f'<c:externalData r:id="{BOOK}"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _share(value: float) -> str:
    return f"{min(1.0, max(0.0, value)):.5f}"
