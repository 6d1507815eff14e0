"""A JSON file, as programs and services write it."""

from typing import Annotated

from jn_presenter.confined import read_data
from jn_presenter.draw.document import MOST_BYTES, table_in
from jn_presenter.model.feed import Feed, Request, Snapshot
from jn_presenter.model.fields import DataFile, doc


class Json(Feed, frozen=True, kw_only=True):
    """A table in JSON: a list of objects, whose keys are the columns, or an object with `columns` and `rows`.

    Numbers are exactly what is written. The table may stand deeper in the document; `at` then says where.
    """

    about = "JSON 里的表格：对象的列表，或带 columns 和 rows 的对象"
    short = "file"

    file: Annotated[DataFile, doc("文件，如data/a.json", "the file, as in data/a.json")]
    at: Annotated[str, doc("表在文件里的位置，如data.items", "where the table stands in it, as in data.items")] = ""
    sample: Annotated[bool, doc("是否示例数据", "whether the data is made up")] = False

    @property
    def made_up(self) -> bool:
        return self.sample

    def files(self) -> tuple[str, ...]:
        return (self.file,)

    def read(self, request: Request) -> Snapshot:
        """The rows of the table."""
        content = read_data(request.folder, self.file, MOST_BYTES)
        return table_in(content.data, self.at, file=self.file, as_of=self.as_of, time_s=content.time_s)


FEED = Json
