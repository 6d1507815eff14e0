"""The fields of elements that may take their figures from a table, each said in one place."""

from typing import Annotated, ClassVar, TypeAlias

from msgspec import Meta, Struct

from jn_presenter.draw.table_cells import ColumnNames
from jn_presenter.model.element import Element, Env
from jn_presenter.model.feed import Badge, Feed, Snapshot, badge_of
from jn_presenter.model.fields import doc
from jn_presenter.model.text import Text

MOST_SERIES = 12


class Values(Struct, frozen=True, kw_only=True):
    """A column of figures: one series."""

    short: ClassVar[str] = "column"

    column: Annotated[str, doc("列的名称", "the column's name")]
    label: Annotated[Text | None, doc("显示的名称，默认是列名", "its name on the slide, by default the column's")] = (
        None
    )
    target: Annotated[bool, doc("是否目标", "whether these are targets")] = False


ShownColumns: TypeAlias = Annotated[
    tuple[Values, ...],
    doc("要显示的各列，默认是其余各列", "the columns to be shown, by default all others"),
    Meta(max_length=MOST_SERIES),
]
InUnit: TypeAlias = Annotated[
    Text | None, doc("单位：facts.yaml中单位的代号，或一段文字", "unit: the id of a unit in facts.yaml, or words")
]


class Bound(Element, frozen=True, kw_only=True):
    """An element that may take its figures from a feed."""

    data: Annotated[
        Feed | None,
        doc("数据表：文件路径，如data/a.csv，或来源", "a table: the path of a file, as in data/a.csv, or a source"),
    ] = None
    sample: Annotated[bool, doc("是否示例数据", "whether the data is made up")] = False

    def feeds(self) -> tuple[Feed, ...]:
        return (self.data,) if self.data else ()

    def snapshot(self, env: Env) -> Snapshot | None:
        """What its feed says now; None where it has none, or where that has not been read yet."""
        return env.snapshots.get(self.data) if self.data else None

    @property
    def badge(self) -> Badge:
        """What it says of figures that are made up."""
        return badge_of(self.sample, self.feeds())


class Columned(Bound, frozen=True, kw_only=True):
    """An element that shows columns of a table, and calls its rows as another one does."""

    label: Annotated[
        ColumnNames,
        doc("名称所在的列，默认是第一列；可按语言分列", "the column of names, by default the first; or one a language"),
    ] = ""
    values: ShownColumns = ()

    def measured(self) -> tuple[str, ...]:
        return tuple(one.column for one in self.values)

    @property
    def wanted(self) -> tuple[tuple[str, Text | None, bool], ...]:
        """(column, name shown, whether targets) of each that is named."""
        return tuple((one.column, one.label, one.target) for one in self.values)
