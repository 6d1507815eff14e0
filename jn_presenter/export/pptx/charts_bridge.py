"""Bridges and histograms as columns of PowerPoint: stacks on a part that is not to be seen, and columns in a row."""

from collections.abc import Sequence
from decimal import Decimal

from msgspec import structs

from jn_presenter.draw.heaps import FittedHeaps, Heap, Piece
from jn_presenter.export.pptx.chart_data import Column, Figures, Value, workbook
from jn_presenter.export.pptx.chart_space import NOTHING, Axis, names_axis, series, space, values_axis
from jn_presenter.export.pptx.charts_bars import Bars, font_of, measured, name_of, places, plots
from jn_presenter.export.pptx.charts_plots import drawing, upright
from jn_presenter.export.pptx.slide import Part
from jn_presenter.model.geometry import Rect
from jn_presenter.model.marks import AnyMark

NAMES = {"zh": ("底", "合计", "增加", "减少"), "en": ("Base", "Total", "Added", "Taken away")}
"""Of the part that is not seen, and of what stands on it."""
STRAIGHT = 1.0
"""px that a column may be off the line of zero and still begin there."""
GAP = 4
"""Between the columns of a histogram, in percent of their width."""
DASH = "–"


def bridge(part: Part) -> list[str] | None:
    """A chart of a start, changes and totals; sums stay ours, and so do the lines from one to the next."""
    fitted = part.item.fitted
    if not isinstance(fitted, FittedHeaps):
        return None
    found = measured(fitted.heaps)
    if found is None or any(len(heap.pieces) != 1 for heap in found.heaps) or found.px <= 0.0:
        return None
    reaches = reached(found)
    if reaches is None:
        return None
    names = NAMES.get(part.env.languages[0].partition("-")[0], NAMES["en"])
    figures = Figures(
        names=tuple(name_of(heap, None, part) for heap in found.heaps), columns=_columns(found, reaches, names, part)
    )
    frame, plot = places(found, part)
    limit = (plot.w if found.lying else plot.h) / found.px
    stacked = structs.replace(found, stacked=True)
    xml = space(plots(stacked, figures, part, limit), frame, plot, part.page.look, *font_of(found, part))
    shown = part.page.chart(xml, workbook(figures), frame, part.item.path, part.alt)
    return [shown, *part.drawn(_beside(fitted, found.heaps))]


def reached(found: Bars) -> tuple[tuple[Decimal, Decimal], ...] | None:
    """From where to where each column goes; None where it goes below zero, or where its height says otherwise."""
    made: list[tuple[Decimal, Decimal]] = []
    running = Decimal(0)
    for k, heap in enumerate(found.heaps):
        (piece,) = heap.pieces
        value = piece.datum.value
        if value is None:
            return None
        total = k == 0 or (value == running and abs(_foot(piece) - found.zero) < STRAIGHT)
        start, end = (Decimal(0), value) if total else (running, running + value)
        long = piece.box.w if found.lying else piece.box.h
        if min(start, end) < 0 or abs(float(abs(end - start)) * found.px - long) > STRAIGHT:
            return None
        made.append((start, end))
        running = end
    return tuple(made)


def _foot(piece: Piece) -> float:
    """Where the column is nearest to zero, if it is above it."""
    box = piece.box
    return box.x if piece.toward in ("left", "right") else box.y + box.h


def _columns(
    found: Bars, reaches: Sequence[tuple[Decimal, Decimal]], names: tuple[str, ...], part: Part
) -> tuple[Column, ...]:
    """The part beneath that is not to be seen, then totals, what is added, and what is taken away."""
    kinds = [_kind(start, end) for start, end in reaches]
    base = tuple(float(min(start, end)) if kind else None for (start, end), kind in zip(reaches, kinds, strict=True))
    made = [Column(name=names[0], values=base, look=NOTHING)]
    for kind, name in enumerate(names[1:]):
        own: tuple[Value, ...] = tuple(
            float(abs(end - start)) if it == kind else None for (start, end), it in zip(reaches, kinds, strict=True)
        )
        first = next((heap.pieces[0] for heap, it in zip(found.heaps, kinds, strict=True) if it == kind), None)
        if first is not None:
            look = f"<c:spPr>{part.page.look.solid(first.colour)}<a:ln><a:noFill/></a:ln></c:spPr>"
            made.append(Column(name=name, values=own, look=look))
    return tuple(made)


def _kind(start: Decimal, end: Decimal) -> int:
    """0 for a total, 1 for what is added, 2 for what is taken away."""
    return 0 if start == 0 else 1 if end >= start else 2


def _beside(fitted: FittedHeaps, heaps: Sequence[Heap]) -> list[AnyMark]:
    marks: list[AnyMark] = [mark for mark in fitted.fixed if mark.key != "zero"]
    for heap in heaps:
        marks += (*heap.behind, *heap.over)
        marks += (piece.value for piece in heap.pieces if piece.value is not None)
    return marks


def bins(part: Part) -> list[str] | None:
    """A histogram: how many there are from one edge to the next."""
    found, element = drawing(part), part.element
    table = element.as_table(part.env) if element is not None else None
    if found is None or table is None or not table.rows:
        return None
    look, plot = part.page.look, found.plot
    fill = f"<c:spPr>{look.solid(found.curves[0].colour)}<a:ln><a:noFill/></a:ln></c:spPr>"
    column = Column(name=table.columns[-1], values=tuple(float(row[-1]) for row in table.rows), look=fill)
    figures = Figures(names=tuple(f"{row[0]}{DASH}{row[1]}" for row in table.rows), columns=(column,))
    every = max(1, -(-len(table.rows) // max(1, len(plot.bottom.ticks))))
    along = Axis(ident=1, crosses=2, side="b", font=plot.font, colour=plot.ink, line=plot.ink, every=every)
    values = structs.replace(upright(found, 2, 1), between=True)
    xml = (
        '<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
        f'{series("bar", figures)}<c:gapWidth val="{GAP}"/><c:axId val="1"/><c:axId val="2"/></c:barChart>'
        f"{names_axis(along, look)}{values_axis(values, look)}"
    )
    room = plot.font.size
    frame = Rect(plot.x - room, plot.y - room, plot.w + 2 * room, plot.h + 2 * room)
    whole = space(xml, frame, found.place, look, plot.font, plot.ink)
    shown = part.page.chart(whole, workbook(figures), frame, part.item.path, part.alt)
    return [shown, *part.drawn(found.beside)]
