"""The parts of an XLSX file that one sheet needs, taken out and measured before any parser sees them.

A parser of spreadsheets lays the cells out in one block and trusts the sizes that a file tells: a kilobyte with two
cells far apart would end the program.
"""

import io
import posixpath
import re
import zipfile
import zlib
from typing import NamedTuple
from xml.etree import ElementTree

from jn_presenter.draw.worksheet import Place, faults, styled, too_far
from jn_presenter.model.text import Message

MOST_UNPACKED = 256 << 20
MOST_PART = 64 << 20
"""Bytes of one part that is read."""
MOST_TREE = 4 << 20
"""Bytes of a part that is read as a tree."""
MOST_TAGS = 100_000
"""Signs < in it: what a million of them says takes no more bytes than the styles of an old workbook, but a second."""
MOST_RATIO = 200
"""How much smaller a large file may be than what it holds: sheets are packed to a tenth, bombs to a thousandth."""
SMALL = 16 << 20
WORKBOOK = "xl/workbook.xml"
RELATIONS = "xl/_rels/workbook.xml.rels"
STYLES = "xl/styles.xml"
SHARED = "xl/sharedStrings.xml"
ROOT = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
    b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    b'Target="xl/workbook.xml"/></Relationships>'
)
"""What a workbook begins with, by which parsers find the rest."""
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


class WorkbookError(ValueError):
    """A file that holds no sheet that can be read: its code, what is wrong, and what to do."""

    def __init__(self, code: str, message: Message, hint: Message) -> None:
        super().__init__(message.en)
        self.code = code
        self.message = message
        self.hint = hint


class Worksheet(NamedTuple):
    """One sheet. packed: a workbook with it alone, which a parser may be given. faults: the cells without a value that
    should have one. percents: those whose numbers are shown a hundred times as large.
    """

    name: str
    packed: bytes
    faults: dict[Place, str]
    percents: frozenset[Place]


def worksheet(data: bytes, wanted: str = "") -> Worksheet:
    """The sheet of that name, by default the first, of the file with these bytes. Raises WorkbookError."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _worksheet(_Parts(archive, len(data)), wanted)
    except WorkbookError:
        raise
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, RuntimeError):
        raise _not_zipped(data) from None


class _Parts:
    """The parts of an archive by their names, which programs write in capitals of any kind."""

    def __init__(self, archive: zipfile.ZipFile, packed: int) -> None:
        self.archive = archive
        self.found = {info.filename.replace("\\", "/").lower(): info for info in archive.infolist()}
        whole = sum(info.file_size for info in archive.infolist())
        if whole > MOST_UNPACKED or (whole > SMALL and whole > MOST_RATIO * packed):
            raise _too_large(f"{whole >> 20} MiB")
        if WORKBOOK not in self.found:
            raise _another_kind(frozenset(self.found))

    def read(self, name: str) -> bytes:
        """A part's bytes, no more than it says to have; none where it is missing."""
        info = self.found.get(name.lower())
        if info is None:
            return b""
        if info.file_size > MOST_PART:
            raise _too_large(f"{info.file_size >> 20} MiB")
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise _damaged()
        return self.archive.read(info)


def _worksheet(parts: _Parts, wanted: str) -> Worksheet:
    book, relations, styles = parts.read(WORKBOOK), parts.read(RELATIONS), parts.read(STYLES)
    sheets = _sheets(_tree(book), _tree(relations))
    name = wanted or next(iter(sheets), "")
    if name not in sheets:
        raise _no_sheet(wanted, tuple(sheets))
    content = parts.read(sheets[name])
    if not content or b"\0" in content[:100]:
        raise _damaged()
    if cell := too_far(content):
        raise _too_large(cell)
    kept = {"_rels/.rels": ROOT, WORKBOOK: book, RELATIONS: relations, STYLES: styles, sheets[name]: content}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as made:
        for part, own in (*kept.items(), (SHARED, parts.read(SHARED))):
            if own:
                made.writestr(part, own)
    percents = _percent_styles(_tree(styles)) if styles else frozenset()
    return Worksheet(name, packed.getvalue(), faults(content), styled(content, percents))


def _tree(data: bytes) -> ElementTree.Element:
    if b"<!DOCTYPE" in data or len(data) > MOST_TREE or data.count(b"<") > MOST_TAGS:
        raise _damaged()
    try:
        return ElementTree.fromstring(data)
    except (ElementTree.ParseError, LookupError, ValueError):  # the last two of an encoding that nobody knows
        raise _damaged() from None


def _sheets(book: ElementTree.Element, relations: ElementTree.Element) -> dict[str, str]:
    """The name of each sheet of cells with its part, in the order of the tabs; hidden ones are the last."""
    targets = {
        one.get("Id", ""): posixpath.normpath(posixpath.join("/xl", one.get("Target", ""))).lstrip("/")
        for one in relations
        if one.get("Type", "").endswith("/worksheet")
    }
    found = [one for one in book.iter() if one.tag.rpartition("}")[2] == "sheet"]
    found.sort(key=lambda one: one.get("state", "visible") != "visible")
    ids = ((one, next((value for key, value in one.items() if key.endswith("}id")), "")) for one in found)
    return {one.get("name", ""): targets[own] for one, own in ids if own in targets}


NOT_A_SIGN = re.compile(r'"[^"]*"|\\.|_.|\*.')
"""What a format has as words, not as a sign with a meaning."""
BUILT_IN_PERCENT = frozenset({"9", "10"})


def _percent_styles(styles: ElementTree.Element) -> frozenset[int]:
    """The numbers of the cell styles in percent: the file has 0.47 where the sheet shows 47 %."""
    formats = {
        one.get("numFmtId", "")
        for one in styles.iter()
        if one.tag.endswith("}numFmt") and "%" in NOT_A_SIGN.sub("", one.get("formatCode", "")[:300])
    } | BUILT_IN_PERCENT
    listed = next((one for one in styles if one.tag.endswith("}cellXfs")), ())
    return frozenset(k for k, one in enumerate(listed) if one.get("numFmtId", "") in formats)


def _not_zipped(data: bytes) -> WorkbookError:
    """What a file is that should be a workbook."""
    if data.startswith(COMPOUND):
        return _protected() if ENCRYPTED in data else _other("旧的 .xls", "an old .xls file")
    if data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<"):
        return _other("网页或 XML ", "a web page or XML")
    if data and not data.startswith(b"PK"):
        return _other("别的格式的", "another kind of file")
    return WorkbookError(
        "half-written",
        Message("文件不完整，可能正在保存", "the file is not whole, it may be being saved"),
        Message("保存完成后会自动读取；若一直如此，请重新保存", "it is read once it is saved; if not, save it again"),
    )


def _another_kind(names: frozenset[str]) -> WorkbookError:
    if "xl/workbook.bin" in names:
        return _other(" .xlsb ", "an .xlsb file")
    if "content.xml" in names:
        return _other(" .ods ", "an .ods file")
    return _other("别的格式的", "another kind of file")


def _other(zh: str, en: str) -> WorkbookError:
    message = Message(f"这是{zh}文件，不是 .xlsx", f"this is {en}, not an .xlsx")
    return WorkbookError("not-a-workbook", message, Message("在 Excel 或 WPS 里另存为 .xlsx", "save it as .xlsx"))


def _no_sheet(wanted: str, there: tuple[str, ...]) -> WorkbookError:
    if not there:
        message = Message("工作簿里没有表格", "the workbook has no sheet of cells")
        return WorkbookError("no-sheet", message, Message("另存为 .xlsx", "save it as .xlsx"))
    return WorkbookError(
        "no-sheet",
        Message(f"没有 “{wanted[:40]}” 这张表", f"there is no sheet {wanted[:40]!r}"),
        Message(f"现有的表：{'、'.join(there[:12])}", f"there are: {', '.join(there[:12])}"),
    )


def _too_large(what: str) -> WorkbookError:
    return WorkbookError(
        "too-large",
        Message(f"表太大（{what}）", f"the sheet is too large ({what})"),
        Message("只留要显示的数据，删去远处的单元格", "keep just what is shown, and delete stray cells far off"),
    )


def _protected() -> WorkbookError:
    return WorkbookError(
        "protected",
        Message("文件有密码，读不出来", "the file has a password and cannot be read"),
        Message("在 Excel 里去掉打开密码，再保存", "remove the password in Excel and save it"),
    )


def _damaged() -> WorkbookError:
    return WorkbookError(
        "bad-workbook",
        Message("工作簿已损坏", "the workbook is damaged"),
        Message("在 Excel 里打开并另存为 .xlsx", "open it in Excel and save it as .xlsx"),
    )
