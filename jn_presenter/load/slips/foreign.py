"""Files that are no YAML at all, whatever their name says: known by their first bytes."""

from jn_presenter.load.reading import Reading
from jn_presenter.model.text import Message

OFFICE = Message(
    "把内容抄进用记事本新建的文件；PowerPoint 和 Markdown 文件可以用 import 命令转换",
    "copy its words into a file made by a plain editor; the command import converts PowerPoint and Markdown files",
)
KINDS: tuple[tuple[tuple[bytes, ...], Message, Message], ...] = (
    (
        (b"PK\x03\x04", b"\xd0\xcf\x11\xe0"),
        Message(
            "这是 Word、Excel、PowerPoint 或压缩文件，不是文本", "this is a file of Word, Excel, PowerPoint or a ZIP"
        ),
        OFFICE,
    ),
    ((b"%PDF",), Message("这是 PDF 文件，不是文本", "this is a PDF file"), OFFICE),
    ((b"{\\rtf",), Message("这是写字板（RTF）文件，不是文本", "this is a file of WordPad (RTF)"), OFFICE),
    (
        (b"<html", b"<!doctype", b"<!DOCTYPE", b"<HTML", b"<?xml"),
        Message("这是网页文件，不是 YAML", "this is a page of the web, and no YAML"),
        Message("把里面的文字抄进新文件", "copy its words into a new file"),
    ),
    (
        (b"\x89PNG", b"\xff\xd8\xff", b"GIF8"),
        Message("这是图片文件，不是文本", "this is a picture"),
        Message(
            "图片放进 pictures 文件夹，在页面里写它的路径", "put it into the folder pictures, and its path into a slide"
        ),
    ),
)


def is_foreign(data: bytes, reading: Reading) -> bool:
    """Whether the bytes are those of another kind of file, which is reported then."""
    head = data.removeprefix(b"\xef\xbb\xbf")[:16].lstrip()
    for magics, message, hint in KINDS:
        if head.startswith(magics):
            reading.report(0, "not-yaml", message, hint)
            return True
    return False
