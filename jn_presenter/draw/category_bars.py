"""What bars and columns ask of their figures: how series stand to each other, in what order, and what has no place."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Annotated, Literal

from msgspec import structs

from jn_presenter.draw.chart import Chart
from jn_presenter.draw.dataset import Category, Dataset
from jn_presenter.draw.entries import Entry, at_cell
from jn_presenter.draw.stacks import summed
from jn_presenter.model.element import Env
from jn_presenter.model.fields import doc
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message

Mode = Literal["grouped", "stacked", "share"]
Sort = Literal["none", "descending", "ascending"]


class CategoryBars(Chart, frozen=True, kw_only=True):
    """Bars of categories, of one series or of several."""

    mode: Annotated[
        Mode,
        doc(
            "多个系列：并列、堆叠，或各占百分之几",
            "several series: side by side, stacked, or as shares of 100 %",
        ),
    ] = "grouped"
    sort: Annotated[
        Sort, doc("排序：按原顺序、从大到小、从小到大", "order: as given, largest first, smallest first")
    ] = "none"

    def dataset(self, env: Env) -> Dataset:
        """The figures in the order asked for, items without a value among them."""
        found = ordered(with_gaps(super().dataset(env), self), self.sort, self.mode)
        if self.mode == "grouped":
            return found
        below = [entry for series in found.series for entry in series.entries if entry and entry.value < 0]
        return structs.replace(found, waiting=True).with_findings((_negative(below, env),)) if below else found

    def count(self, found: Dataset) -> int:
        """How many parts there are, those of series that the YAML does not name included."""
        return max(self.parts(), len(found.series)) if found.by == "series" else self.parts()


def with_gaps(found: Dataset, chart: Chart) -> Dataset:
    """The figures with a gap for each item that has no value."""
    if chart.data is not None or chart.facts or all(item.value is not None for item in chart.items):
        return found
    known = {entry.key: entry for entry in found.entries}
    categories = tuple(Category(str(part), item.label) for part, item in enumerate(chart.items))
    entries = tuple(known.get(category.key) for category in categories)
    series = tuple(structs.replace(measured, entries=entries) for measured in found.series[:1])
    return structs.replace(found, categories=categories, series=series)


def ordered(found: Dataset, sort: Sort, mode: Mode, *, by: Sequence[Decimal | None] = ()) -> Dataset:
    """By the first series, of stacks by their sums, or by what is given for each category.

    What has no value comes last; equal ones keep their order.
    """
    if sort == "none" or not found.series:
        return found

    def size(k: int) -> Decimal | None:
        counted = found.series[:1] if mode == "grouped" else found.series
        values = [entry.value for series in counted if (entry := series.entries[k])]
        if not values or (mode == "share" and len(values) < len(found.series)):
            return None
        if mode == "share":
            total = summed([entry.value for series in found.series if (entry := series.entries[k])])
            first = found.series[0].entries[k]
            return first.value / total if first and total else Decimal(0)
        return summed(values)

    sizes = dict(enumerate(by)) if by else {k: size(k) for k in range(len(found.categories))}
    known = sorted((k for k, value in sizes.items() if value is not None), key=lambda k: sizes[k] or 0)
    if sort == "descending":
        known = sorted(range(len(found.categories)), key=lambda k: -(sizes[k] or 0))
        known = [k for k in known if sizes[k] is not None]
    order = known + [k for k, value in sizes.items() if value is None]
    return taken(found, order)


def taken(found: Dataset, order: list[int]) -> Dataset:
    """Just these categories, in this order."""
    return structs.replace(
        found,
        categories=tuple(found.categories[k] for k in order),
        series=tuple(
            structs.replace(series, entries=tuple(series.entries[k] for k in order)) for series in found.series
        ),
    )


def part_of(found: Dataset, series: int, category: int) -> int:
    """The part that brings in the figure, or the gap where it is missing; stays with it however the chart is sorted."""
    entry = found.series[series].entries[category]
    if entry is not None:
        return entry.part
    return series if found.by == "series" else int(found.categories[category].key)


def _negative(entries: list[Entry], env: Env) -> Finding:
    names = "、".join(entry.label.pick(env.languages[0], env.fallbacks)[1] for entry in entries[:3])
    finding = Finding(
        code="negative",
        path="mode",
        message=Message(f"负数不能堆叠，也不占百分比：{names}", f"negative values have no place in a stack: {names}"),
        hint=Message(
            "请用 type: diverging，正负各向一边；或 mode: grouped",
            "use type: diverging, where both go their way from a middle; or mode: grouped",
        ),
    )
    return at_cell(finding, entries[0])
