"""Names of files that every system can keep, inside one folder and apart from each other. Pure."""

import re
import unicodedata
from collections.abc import Iterable

from jn_presenter.packs.refusal import RefusedError

MOST_NAME, MOST_PART, MOST_DEPTH = 160, 200, 8
"""Characters of a name, bytes of a part, parts: what still fits the 260 characters of a path on Windows."""
DEVICES = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])\s*(?:\..*)?", re.IGNORECASE)
"""https://learn.microsoft.com/windows/win32/fileio/naming-a-file"""
SIGNS = frozenset('<>:"|?*\\')
UNSEEN = frozenset({"Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp"})
"""Categories of characters that cannot be seen, or turn the direction of those that can."""
SHOWN = 60


def check_names(names: Iterable[str]) -> None:
    """Raises RefusedError for the first name that is wrong, or that another system takes for one of the others."""
    files: set[str] = set()
    folders: dict[str, str] = {}
    for name in names:
        check_name(name)
        parts = name.split("/")
        for depth in range(1, len(parts)):
            folder = "/".join(parts[:depth])
            if folders.setdefault(folded(folder), folder) != folder or folded(folder) in files:
                raise _refused(name, "与另一个名称只差大小写或写法", "another name differs by case or form alone")
        if folded(name) in files or folded(name) in folders:
            raise _refused(name, "与另一个名称重复", "another one has the same name")
        files.add(folded(name))


def check_name(name: str) -> None:
    """Raises RefusedError where `name` is no path of a file inside a folder, with `/` between its parts."""
    if len(name) > MOST_NAME:
        raise _refused(name, f"超过 {MOST_NAME} 个字符", f"it has more than {MOST_NAME} characters")
    if any(unicodedata.category(sign) in UNSEEN for sign in name):
        raise _refused(name, "含有看不见的字符", "it has characters that cannot be seen")
    if SIGNS.intersection(name):
        raise _refused(name, '含有 < > : " | ? * \\ 之一', 'it has one of < > : " | ? * \\')
    if unicodedata.normalize("NFC", name) != name:
        raise _refused(name, "不是 NFC 写法", "it is not in the form NFC")
    parts = name.split("/")
    if len(parts) > MOST_DEPTH:
        raise _refused(name, f"超过 {MOST_DEPTH} 层", f"it is more than {MOST_DEPTH} folders deep")
    for part in parts:
        _check_part(name, part)


def folded(name: str) -> str:
    """What a system that knows no case, or no compatibility forms, makes of it."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())


def _check_part(name: str, part: str) -> None:
    if not part:
        raise _refused(name, "是绝对路径或含空的一段", "it is absolute or has an empty part")
    if part.startswith("."):
        raise _refused(name, "有一段以点开头", "a part begins with a dot")
    if part.endswith((".", " ")) or part.startswith(" "):
        raise _refused(name, "有一段以空格或点结尾", "a part ends with a dot, or begins or ends with a space")
    if len(part.encode("utf-8", "surrogatepass")) > MOST_PART:
        raise _refused(name, f"有一段超过 {MOST_PART} 字节", f"a part has more than {MOST_PART} bytes")
    if DEVICES.fullmatch(part):
        raise _refused(name, "在 Windows 上是设备名", "on Windows it is the name of a device")


def _refused(name: str, zh: str, en: str) -> RefusedError:
    seen = "".join(sign if sign.isprintable() else f"\\u{ord(sign):04x}" for sign in name[:SHOWN])
    return RefusedError("bad-name", f"文件名“{seen}”不能用：{zh}", f"the name {seen!r} cannot be used: {en}")
