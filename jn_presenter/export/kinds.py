"""The kinds of files that a briefing is exported as: arguments, help, docs and the exports themselves go by this table.

It imports none of them, since the command line reads it before it knows whether there will be an export.
"""

from collections.abc import Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

from msgspec import Struct

from jn_presenter.model.text import Message

if TYPE_CHECKING:
    from jn_presenter.export.progress import Progress
    from jn_presenter.export.request import Request


class Kind(Struct, frozen=True, kw_only=True):
    """A kind: its name after --to, what it is, and the module of this package that makes it."""

    name: str
    about: Message
    suffix: str = ""
    """Of its file; empty for a kind that is a folder of files."""
    by_suffix: bool = False
    """Whether it is meant where only such a file is named; a kind without a suffix is meant by a folder."""
    takes: tuple[str, ...] = ()
    """The options that it alone, or not every kind, has a use for."""
    style: str = ""
    """The style that suits it, in place of the briefing's first."""

    def file(self, request: "Request", progress: "Progress") -> bytes:
        """The content of its file. Raises what `progress` raises."""
        return cast(bytes, self._module().write(request, progress))

    def files(self, request: "Request", progress: "Progress") -> Iterator[tuple[str, bytes]]:
        """Names and contents of its files, of a kind without a suffix. Raises what `progress` raises."""
        return cast(Iterator[tuple[str, bytes]], self._module().write(request, progress))

    def _module(self) -> Any:
        return import_module(f"jn_presenter.export.{self.name}")


KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind(
            name="pdf",
            about=Message(
                "每页一张，矢量，可查找和复制文字，按专题有书签",
                "a page a slide: vectors, text to search and copy, bookmarks by theme",
            ),
            suffix=".pdf",
            by_suffix=True,
            takes=("ink",),
        ),
        Kind(
            name="handout",
            about=Message(
                "讲义：一张纸上 2、3 或 6 页，可带讲稿和二维码（PDF）",
                "a handout, as PDF: 2, 3 or 6 slides a sheet, with notes or a QR code if asked",
            ),
            suffix=".pdf",
            takes=("per_page", "notes", "paper", "address", "ink"),
            style="day",
        ),
        Kind(
            name="pptx",
            about=Message(
                "PowerPoint：文字、图表和表格都能改，讲稿在备注里",
                "PowerPoint: text, charts and tables to go on with, and the notes",
            ),
            suffix=".pptx",
            by_suffix=True,
        ),
        Kind(
            name="souvenir",
            about=Message(
                "留念 PDF：只有一次参观中放映过的页面；用 --log 写明参观记录",
                "a souvenir, as PDF: just the slides shown in a visit, by its --log",
            ),
            suffix=".pdf",
            takes=("log", "ink"),
        ),
        Kind(
            name="png",
            about=Message("文件夹，每页一张图片", "a folder with a picture a slide"),
            by_suffix=True,
            takes=("ink",),
        ),
        Kind(
            name="contact",
            about=Message("总览图：全部页面的缩略图", "a contact sheet: thumbnails of all slides on one picture"),
            suffix=".png",
            by_suffix=True,
            takes=("ink",),
        ),
        Kind(
            name="pptx",
            about=Message(
                "PowerPoint 文件：文字、图表和表格可继续编辑，带讲稿",
                "a PowerPoint file: text, charts and tables to go on with, and the notes",
            ),
            suffix=".pptx",
            by_suffix=True,
            takes=("ink",),
        ),
    )
}
"""By their names."""
