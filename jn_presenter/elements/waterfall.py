"""A waterfall chart."""

from typing import Annotated

from msgspec import Meta, Struct, structs

from jn_presenter.draw.bridge import Stage, bridged
from jn_presenter.draw.bridge_marks import Bridge, in_place
from jn_presenter.draw.chart import MOST, Tabled
from jn_presenter.draw.entries import one_of
from jn_presenter.draw.heaps import FittedHeaps
from jn_presenter.draw.native import digits, words_in
from jn_presenter.draw.tags import under_badge
from jn_presenter.model.element import Env, Table
from jn_presenter.model.feed import Badge
from jn_presenter.model.fields import Number, doc
from jn_presenter.model.geometry import Rect
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Text


class Item(Struct, frozen=True, kw_only=True):
    """A start, a change or a total."""

    label: Annotated[Text, doc("名称", "name")]
    value: Annotated[
        Number | None,
        doc("增减了多少；合计可写null，由程序求和", "the change; null for a total to be summed up"),
    ]
    total: Annotated[bool, doc("是否合计", "whether it is a total")] = False


class Waterfall(Tabled, frozen=True, kw_only=True):
    """From a start over what is added and taken away to a total; every sum holds exactly."""

    about = "瀑布图：从起点经过增减到总数，每一步都准确相加"

    items: Annotated[tuple[Item, ...], doc("起点、增减和合计", "start, changes, totals"), Meta(max_length=MOST)] = ()
    totals: Annotated[
        tuple[str, ...],
        doc("表里哪些行是合计（写名称）", "the rows of a table that are totals"),
        Meta(max_length=20),
    ] = ()

    def parts(self) -> int:
        return max(1, len(self.items))

    def as_table(self, env: Env) -> Table:
        """A row a stage, with the totals as they come out."""
        reaches, _ = bridged(self._stages(env)[0])
        rows = ((words_in(one.stage.label, env), "" if one.kind == "missing" else digits(one.value)) for one in reaches)
        return Table(columns=("", ""), rows=tuple(rows))

    def fit(self, rect: Rect, env: Env) -> FittedHeaps:
        stages, sample, findings = self._stages(env)
        place, badge = under_badge(rect, env, sample)
        reaches, off = bridged(stages)
        findings = (*findings, *off)
        if not reaches:
            return FittedHeaps(rect=rect, findings=findings, fixed=badge, count=self.parts())
        fitted = in_place(Bridge(reaches=reaches, unit=self.unit, sample=sample), rect, place, env)
        return structs.replace(
            fitted,
            findings=(*findings, *fitted.findings),
            fixed=(*badge, *fitted.fixed),
            count=self.parts(),
            stagger=env.style.motion.stagger,
        )

    def _stages(self, env: Env) -> tuple[tuple[Stage, ...], Badge, tuple[Finding, ...]]:
        given = [name for name, there in (("items", self.items), ("data", self.data)) if there]
        wrong = one_of(given, ("items", "data"))
        if self.data is None or self.items:
            stages = tuple(
                Stage(key=str(k), label=item.label, part=k, value=item.value, total=item.total)
                for k, item in enumerate(self.items)
            )
            return stages, self.badge, wrong
        found = self.of_table(self.data, env)
        values = found.series[0].values if found.series else ()
        stages = tuple(
            Stage(key=c.key, label=c.label, part=0, value=value, total=c.label.pick("")[1] in self.totals)
            for c, value in zip(found.categories, values, strict=False)
        )
        return stages, found.sample, (*wrong, *found.findings)


ELEMENT = Waterfall
