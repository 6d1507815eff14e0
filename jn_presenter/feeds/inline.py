"""Rows that stand in the slide itself."""

from typing import Annotated

from msgspec import Meta

from jn_presenter.model.feed import MOST_COLUMNS, Column, Feed, Request, Snapshot
from jn_presenter.model.fields import doc


class Inline(Feed, frozen=True, kw_only=True):
    """A small table written in the slide: the names of its columns, then its rows; `null` for a missing value."""

    about = "直接写在幻灯片里的小表格：列名，然后各行；缺数写 null"

    columns: Annotated[tuple[str, ...], doc("各列的名称", "the columns' names"), Meta(max_length=MOST_COLUMNS)]
    rows: Annotated[
        tuple[tuple[str | None, ...], ...],
        doc("各行，如 [2019, 81]；缺数写null", "the rows, as in [2019, 81]; null for a missing value"),
        Meta(max_length=400),
    ]
    sample: Annotated[bool, doc("是否示例数据", "whether the data is made up")] = False

    @property
    def made_up(self) -> bool:
        return self.sample

    def read(self, request: Request) -> Snapshot:
        """The rows; short ones end in missing values, what is too long is left out."""
        count = len(self.columns)
        rows = [(*row, *(None,) * (count - len(row)))[:count] for row in self.rows]
        cells = list(zip(*rows, strict=True)) or [()] * count
        made = tuple(Column(name=name, cells=tuple(own)) for name, own in zip(self.columns, cells, strict=True))
        return Snapshot(columns=made, as_of=self.as_of)


FEED = Inline
