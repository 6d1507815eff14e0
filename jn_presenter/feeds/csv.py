"""A CSV file, as Excel, WPS or Notepad save it."""

import csv
import time
from typing import Annotated

from msgspec import structs

from jn_presenter.confined import HALF, WAIT, Content, read_data, refused
from jn_presenter.draw.delimited import decoded, delimited, encodings
from jn_presenter.draw.tabular import table_of
from jn_presenter.model.feed import Feed, Request, Snapshot
from jn_presenter.model.fields import DataFile, doc
from jn_presenter.model.text import Message


class Csv(Feed, frozen=True, kw_only=True):
    """A table of text, one row a line, the columns' names first; encoded as its BOM says, else UTF-8, else GB18030."""

    about = "文本表格（CSV）：一行一条，第一行是列名；编码自动识别"
    short = "file"

    file: Annotated[DataFile, doc("文件，如data/a.csv", "the file, as in data/a.csv")]
    encoding: Annotated[
        str, doc("文件的编码，如gbk，默认自动识别", "its encoding, by default found out, as in gbk")
    ] = ""
    sample: Annotated[bool, doc("是否示例数据", "whether the data is made up")] = False

    @property
    def made_up(self) -> bool:
        return self.sample

    def files(self) -> tuple[str, ...]:
        return (self.file,)

    def read(self, request: Request) -> Snapshot:
        """The whole file's rows. Quoted cells may go over several lines.

        A program that writes slowly leaves half a line at the end: a file that ended with its last line before and does
        not now is half-written, for as long as that may take.
        """
        typed = request.unsaved.get(self.file)
        content = read_data(request.folder, self.file) if typed is None else Content(typed, time.time())
        text = self._decoded(content.data)
        try:
            rows = delimited(text)
        except csv.Error as error:
            message = Message(f"不是完整的 CSV（{error}）", f"this is no well-formed CSV ({error})")
            hint = Message("在 Excel 里另存为 CSV UTF-8", "save it from Excel as CSV UTF-8")
            raise refused(self.file, "bad-table", message, hint) from None
        closed = text.endswith(("\n", "\r"))
        if request.before is not None and request.before.closed and not closed and _just_now(content.time_s):
            raise refused(self.file, "half-written", HALF, WAIT)
        table = table_of(rows, file=self.file, as_of=self.as_of, time_s=content.time_s)
        return structs.replace(table, closed=closed)

    def _decoded(self, data: bytes) -> str:
        tried = (self.encoding,) if self.encoding else encodings(data)
        try:
            text = decoded(data, tried)
        except (LookupError, ValueError):
            name = self.encoding[:20]
            message = Message(f"没有 “{name}” 这种编码", f"there is no encoding {name!r}")
            raise refused(
                self.file, "encoding", message, Message("如 utf-8、gb18030", "as in utf-8, gb18030")
            ) from None
        if text is not None:
            return text
        message = Message(f"文件的编码不是 {tried[-1].upper()}", f"the file is not encoded as {tried[-1]}")
        hint = Message("另存为 CSV UTF-8，或用 encoding: 写明", "save it as CSV UTF-8, or name its encoding")
        raise refused(self.file, "encoding", message, hint)


WRITTEN_S = 10.0
"""Seconds that a program may take to write on; a file that rests longer is as it is meant to be."""


def _just_now(time_s: float) -> bool:
    return abs(time.time() - time_s) < WRITTEN_S


FEED = Csv
