"""What charts of categories have in common: the fields that say where their figures come from."""

from typing import Annotated

from msgspec import Meta, Struct

from jn_presenter.draw.bound import MOST_SERIES, Columned, InUnit
from jn_presenter.draw.dataset import Dataset, Wanted, of_entries, of_snapshot
from jn_presenter.draw.entries import fact_entries, item_entries, one_of, table
from jn_presenter.draw.native import dataset_table
from jn_presenter.model.element import Env, Table
from jn_presenter.model.feed import Feed
from jn_presenter.model.fields import FactId, Number, doc
from jn_presenter.model.text import Text

MOST = 60
"""Categories; more than can be read, few enough to be laid out without delay."""


class Item(Struct, frozen=True, kw_only=True):
    """One category that no fact stands for."""

    label: Annotated[Text, doc("名称", "name")]
    value: Annotated[Number | None, doc("数值，缺数写null", "value, null where it is missing")]
    target: Annotated[bool, doc("是否目标", "whether it is a target")] = False


class Tabled(Columned, frozen=True, kw_only=True):
    """A chart that may take its figures from a table."""

    unit: InUnit = None

    def of_table(self, feed: Feed, env: Env, *, most: int = MOST, most_series: int = MOST_SERIES) -> Dataset:
        """The table's figures as they are now, of its first rows and columns, with what is wrong with them."""
        wanted = Wanted(
            label=self.label,
            values=self.wanted,
            unit=self.unit,
            sample=self.badge,
        )
        return of_snapshot(env.snapshots.get(feed), wanted, env, most=most, most_series=most_series)

    def as_table(self, env: Env) -> Table | None:
        return dataset_table(self.of_table(self.data, env), env) if self.data else None


class Chart(Tabled, frozen=True, kw_only=True):
    """A chart of categories: from facts, from items in the slide, or from a table of data."""

    facts: Annotated[tuple[FactId, ...], doc("数据的代号", "ids of facts"), Meta(max_length=MOST)] = ()
    items: Annotated[tuple[Item, ...], doc("没有对应数据的条目", "what no fact stands for"), Meta(max_length=MOST)] = ()

    def parts(self) -> int:
        """A part a category; of a table, whose categories the YAML does not tell, a part a column it names."""
        return max(1, len(self.facts or self.items or self.values))

    def dataset(self, env: Env) -> Dataset:
        """The figures as they are now, with what is wrong with them."""
        if self.data is not None:
            found = self.of_table(self.data, env)
        elif self.facts:
            entries, findings = fact_entries(self.facts, env, sample=self.badge)
            found = of_entries(entries, self.unit, sample=self.badge, findings=findings)
        else:
            items = ((item.label, item.value, item.target) for item in self.items)
            found = of_entries(item_entries(items, self.unit, env, sample=self.badge), self.unit, sample=self.badge)
        given = [name for name, there in (("facts", self.facts), ("items", self.items), ("data", self.data)) if there]
        return found.with_findings(one_of(given, ("facts", "items", "data")))

    def as_table(self, env: Env) -> Table | None:
        if self.data is not None:
            return dataset_table(self.dataset(env), env)
        return table(self.facts, ((item.label, item.value) for item in self.items), env)
