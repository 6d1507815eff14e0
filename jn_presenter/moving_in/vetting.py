"""A PowerPoint file before anything of it is parsed: that it is one, and small enough in every way to be read."""

import re
import zipfile
import zlib
from pathlib import Path

from jn_presenter.model.text import Message
from jn_presenter.moving_in.found import ImportFileError

MOST_BYTES = 512 << 20
MOST_UNPACKED = 768 << 20
MOST_ENTRIES = 20_000
MOST_XML_PART, MOST_XML = 16 << 20, 64 << 20
MOST_TAGS = 2_000_000
"""In all XML parts: a tree takes a hundred times the bytes of its smallest tag."""
HEAD = 64
PIECE = 1 << 20
BINARY = re.compile(
    r"\.(png|jpe?g?|gif|bmp|dib|tiff?|emf|wmf|wdp|webp|mp4|m4v|mov|wmv|avi|mpe?g|mkv|mp3|wav|wma|m4a|aac|xls[xb]?|docx?"
    r"|pptx?|bin|fntdata|[to]tf|odttf|pdf|vsdx|glb|zip)\Z",
    re.IGNORECASE,
)
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The beginning of files of Office 97, and of those that Office encrypts."""
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
PRESENTATION = "ppt/presentation.xml"
BAD_ZIP = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError, KeyError)
"""What zipfile raises on what is no sound archive; RuntimeError is a password."""


def vet(path: Path) -> None:
    """Nothing where the file can be parsed. Raises ImportFileError, and OSError where it cannot be read."""
    with path.open("rb") as stream:
        head = stream.read(len(OLD))
        if head == OLD:
            rest = stream.read(MOST_BYTES // 16)
            raise LOCKED if ENCRYPTED in rest else OLD_FILE
    if path.stat().st_size > MOST_BYTES:
        raise _large(Message(f"文件超过 {MOST_BYTES >> 20} MiB", f"the file is larger than {MOST_BYTES >> 20} MiB"))
    try:
        with zipfile.ZipFile(path) as archive:
            _vet_entries(archive)
    except BAD_ZIP as error:
        raise DAMAGED from error


def _vet_entries(archive: zipfile.ZipFile) -> None:
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    names = {entry.filename for entry in entries}
    if PRESENTATION not in names:
        raise NO_SLIDES
    if len(entries) > MOST_ENTRIES:
        raise _large(Message(f"文件里超过 {MOST_ENTRIES} 个部分", f"the file has more than {MOST_ENTRIES} parts"))
    if sum(entry.file_size for entry in entries) > MOST_UNPACKED:
        size = MOST_UNPACKED >> 20
        raise _large(Message(f"解开后超过 {size} MiB", f"unpacked it is larger than {size} MiB"))
    left, tags = MOST_XML, 0
    for entry in entries:
        with archive.open(entry) as stream:
            head = stream.read(HEAD)
            if BINARY.search(entry.filename) and not _is_markup(head):
                continue
            if entry.file_size > min(MOST_XML_PART, left):
                raise COMPLICATED
            data = head + stream.read()
        left -= len(data)
        tags += data.count(b"<")
        if tags > MOST_TAGS:
            raise COMPLICATED
        if _declares(data):
            raise DECLARING


def _is_markup(head: bytes) -> bool:
    """Whether it begins as XML does, in whatever encoding."""
    return head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")[:1] == b"<"


def _declares(data: bytes) -> bool:
    """Whether there is a document type, which Office never writes: entities could name other files, or grow."""
    return any(
        word.encode(code) in data for word in ("<!DOCTYPE", "<!ENTITY") for code in ("ascii", "utf-16-le", "utf-16-be")
    )


def _large(message: Message) -> ImportFileError:
    return ImportFileError(
        message,
        Message(
            "在 PowerPoint 里用“文件 → 信息 → 压缩媒体”，或删去视频再存",
            "compress its media in PowerPoint (File, Info), or save it without its videos",
        ),
    )


AGAIN = Message(
    "在 PowerPoint 或 WPS 里打开，另存为 .pptx，再导入", "open it in PowerPoint or WPS, save it as .pptx, import that"
)
DAMAGED = ImportFileError(Message("不是完整的 .pptx 文件", "this is no whole .pptx file"), AGAIN)
NO_SLIDES = ImportFileError(Message("文件里没有演示文稿", "there is no presentation in the file"), AGAIN)
OLD_FILE = ImportFileError(Message("这是旧的 .ppt 格式", "this is the old format .ppt"), AGAIN)
LOCKED = ImportFileError(
    Message("文件有打开密码", "the file is protected by a password"),
    Message(
        "在 PowerPoint 里去掉密码（文件 → 信息 → 保护），另存后再导入",
        "remove the password (File, Info, Protect), save it, import that",
    ),
)
COMPLICATED = ImportFileError(
    Message("文件里的页面复杂得不寻常", "the slides of the file are unusually complicated"),
    Message("拆成几个文件，分别导入", "split it into several files and import each"),
)
DECLARING = ImportFileError(
    Message("文件里有 Office 从不使用的声明（DOCTYPE）", "the file has declarations that Office never uses (DOCTYPE)"),
    AGAIN,
)
