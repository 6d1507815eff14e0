"""A diverging bar chart."""

from decimal import Decimal
from typing import Annotated, Literal

from msgspec import Meta, structs

from jn_presenter.draw.bound import MOST_SERIES
from jn_presenter.draw.category_bars import Sort, ordered, with_gaps
from jn_presenter.draw.chart import Chart
from jn_presenter.draw.dataset import Dataset
from jn_presenter.draw.diverging_rows import fit_sides
from jn_presenter.draw.entries import at_cell
from jn_presenter.draw.heaps import FittedHeaps
from jn_presenter.draw.sides import sides
from jn_presenter.draw.tags import under_badge
from jn_presenter.model.element import Env
from jn_presenter.model.fields import doc
from jn_presenter.model.geometry import Rect
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message


class Diverging(Chart, frozen=True, kw_only=True):
    """Bars to both sides of a middle: gains and losses, or answers from no to yes with the undecided across it."""

    about = "双向条形图：以中间为界向两边，如增减，或从不同意到同意"

    left: Annotated[
        tuple[str, ...],
        doc("向左的各列；不写则负数向左", "the columns that go left; without, negative values do"),
        Meta(max_length=MOST_SERIES),
    ] = ()
    middle: Annotated[str, doc("跨在中线上的一列，如一般", "the column across the middle, as in undecided")] = ""
    mode: Annotated[Literal["values", "share"], doc("数值，或各占百分之几", "values, or shares of 100 %")] = "values"
    sort: Annotated[
        Sort, doc("排序：按原顺序、从大到小、从小到大", "order: as given, largest first, smallest first")
    ] = "none"

    def fit(self, rect: Rect, env: Env) -> FittedHeaps:
        found = with_gaps(self.dataset(env), self)
        place, badge = under_badge(rect, env, found.sample)
        found = found.with_findings(self._wrong(found))
        if found.waiting or not found.categories or not found.series:
            return FittedHeaps(rect=rect, findings=found.findings, fixed=badge, count=self.parts())
        found = self._sorted(found)
        rows = [
            sides(found, k, self.left, self.middle, share=self.mode == "share") for k in range(len(found.categories))
        ]
        fitted = fit_sides(found, rows, rect, place, env, self.left, self.middle, share=self.mode == "share")
        return structs.replace(
            fitted,
            fixed=(*badge, *fitted.fixed),
            count=max(self.parts(), len(found.series)) if found.by == "series" else self.parts(),
            stagger=env.style.motion.stagger,
        )

    def _sorted(self, found: Dataset) -> Dataset:
        """By what is on the right less what is on the left; a chart of one series by its values."""
        if self.sort == "none":
            return found
        balance: list[Decimal | None] = []
        for k in range(len(found.categories)):
            side = sides(found, k, self.left, self.middle, share=self.mode == "share")
            balance.append(None if side.missing else side.more - side.less)
        return ordered(found, self.sort, "grouped", by=balance)

    def _wrong(self, found: Dataset) -> tuple[Finding, ...]:
        there = {series.key for series in found.series}
        gone = [name for name in (*self.left, *((self.middle,) if self.middle else ())) if name not in there]
        if gone and not found.waiting:
            names, columns = "、".join(gone), "、".join(there)
            return (
                Finding(
                    code="no-column",
                    path="left",
                    message=Message(f"没有画 “{names}” 这样的列", f"no such column is shown: {names}"),
                    hint=Message(f"现有的列：{columns}", f"there are: {columns}"),
                ),
            )
        chosen = bool(self.left or self.middle) or self.mode == "share"
        below = [entry for series in found.series for entry in series.entries if entry and entry.value < 0]
        if not (chosen and below) or (self.mode == "share" and not (self.left or self.middle)):
            return ()
        finding = Finding(
            code="negative",
            path="left",
            message=Message(
                "写了 left 或 middle，就不能再有负数", "where left or middle is given, values cannot be negative"
            ),
            hint=Message("去掉 left，负数自己向左", "without left, negative values go left by themselves"),
        )
        return (at_cell(finding, below[0]),)


ELEMENT = Diverging
