"""Bytes of a text file to characters: UTF-8 only, and for everything else the words that help to save it as UTF-8."""

from jn_presenter.load.reading import Reading
from jn_presenter.model.text import Message

UTF8_BOM = b"\xef\xbb\xbf"
SAVE_AS_UTF8 = Message(
    "在编辑器里“另存为”，编码选 UTF-8（记事本：文件 → 另存为 → 编码 → UTF-8）",
    "save it as UTF-8 (Notepad: File → Save as → Encoding → UTF-8)",
)


def decode(data: bytes, reading: Reading) -> str | None:
    """The characters without a byte order mark, or None with a problem where the file is not UTF-8."""
    data = data.removeprefix(UTF8_BOM)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or _looks_like_utf16(data):
        _report(reading, 0, "UTF-16")
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        _not_utf8(data, error.start, reading)
        return None


def _looks_like_utf16(data: bytes) -> bool:
    """ASCII written as UTF-16 has a zero in every second byte."""
    head = data[:64]
    return len(head) >= 4 and max(head[1::2].count(0), head[::2].count(0)) > len(head) // 4


def _not_utf8(data: bytes, at: int, reading: Reading) -> None:
    """Chinese in GBK is hardly ever valid UTF-8 for three characters on end; if it was so far, a byte is damaged."""
    before = data[:at].decode("utf-8")
    if sum(not character.isascii() for character in before) < 3:
        try:
            reading.text = data.decode("gb18030")
        except UnicodeDecodeError:
            pass
        else:
            _report(reading, len(data[:at].decode("gb18030", "replace")), "GBK / GB18030")
            return
    reading.text = data.decode("utf-8", "replace")
    _report(reading, len(before), "")


def _report(reading: Reading, at: int, encoding: str) -> None:
    if encoding:
        message = Message(f"文件的编码是 {encoding}，不是 UTF-8", f"the file is encoded as {encoding}, not as UTF-8")
    else:
        message = Message("这里有不是 UTF-8 的字节", "here is a byte that is not UTF-8")
    reading.report(at, "encoding", message, SAVE_AS_UTF8)
