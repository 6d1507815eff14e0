"""What a pack says of itself, and the bounds that it has to keep. Pure."""

import re
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

from jn_presenter.model.kiosk import PACK_KEY
from jn_presenter.packs.names import check_names
from jn_presenter.packs.refusal import RefusedError, damaged
from jn_presenter.packs.version import is_version

Method = Literal["stored", "deflated"]
Digest = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}\Z")]
Size = Annotated[int, Meta(ge=0, le=1 << 40)]

MOST_FILES = 5000
MOST_FILE, MOST_TOTAL, MOST_PACK = 2 << 30, 4 << 30, (4 << 30) - (16 << 20)
"""Bytes of a file and of all of them, unpacked; and of all of them in the pack, whose form ends at 4 GiB."""
MOST_RATIO, SMALL = 100, 64 << 10
"""How many times smaller a file may be in the pack; below SMALL, any. What can be made smaller yet is stored whole."""
MOST_MANIFEST = 8 << 20
MOST_NAME = 120
BRIEFING = "briefing.yaml"
EDITION = 1


class File(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A file of the deck. `name`: from the deck's folder. `packed`: its bytes in the pack, which are signed too."""

    name: str
    size: Size
    sha256: Digest
    crc: Annotated[int, Meta(ge=0, le=0xFFFFFFFF)]
    method: Method
    packed: Size
    packed_sha256: Digest


class Manifest(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`key`: the public key that it says it is signed with, for a word about another one; nothing trusts it."""

    format: Literal["jn-presenter pack"] = "jn-presenter pack"
    edition: int = EDITION
    deck: Annotated[str, Meta(min_length=1, max_length=MOST_NAME)]
    version: Annotated[str, Meta(max_length=80)]
    key: Annotated[str, Meta(pattern=rf"^{PACK_KEY.pattern}\Z")]
    files: tuple[File, ...]

    @property
    def size(self) -> int:
        """Bytes of all files, unpacked."""
        return sum(file.size for file in self.files)


def encoded(manifest: Manifest) -> bytes:
    """As it stands in the pack, and is signed."""
    return msgspec.json.format(msgspec.json.encode(manifest), indent=1)


def decoded(content: bytes) -> Manifest:
    """The manifest in those bytes, as it stands; for its bounds see `check`. Raises RefusedError."""
    try:
        found = msgspec.json.decode(content, type=Manifest)
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        raise damaged("manifest") from None
    if found.edition != EDITION:
        raise RefusedError(
            "edition",
            "内容包由另一个版本的软件制作；请更新本机的软件",
            "the pack was made by another edition of the program; update the one of this machine",
        )
    return found


def check(manifest: Manifest) -> None:
    """Raises RefusedError where a pack of this manifest is not to be unpacked."""
    if not is_version(manifest.version):
        raise RefusedError(
            "bad-version",
            f"版本“{re.escape(manifest.version[:40])}”不是数字，如 7 或 2.10",
            f"the version {manifest.version[:40]!r} is no number such as 7 or 2.10",
        )
    if not manifest.deck.isprintable():
        raise damaged("manifest")
    _check_sizes(manifest.files)
    check_names(file.name for file in manifest.files)
    if BRIEFING not in {file.name for file in manifest.files}:
        raise RefusedError("no-deck", f"内容包里没有 {BRIEFING}", f"the pack has no {BRIEFING}")


def _check_sizes(files: tuple[File, ...]) -> None:
    if len(files) > MOST_FILES:
        raise _too_large(f"文件超过 {MOST_FILES} 个", f"it has more than {MOST_FILES} files")
    if sum(file.packed for file in files) > MOST_PACK:
        raise _too_large("内容包超过 4 GiB", "it is larger than 4 GiB")
    total = 0
    for file in files:
        total += file.size
        if file.size > MOST_FILE:
            raise _too_large(f"{file.name[:60]} 超过 2 GiB", f"{file.name[:60]} is larger than 2 GiB")
        if file.size > max(SMALL, MOST_RATIO * file.packed):
            raise _too_large(
                f"{file.name[:60]} 压缩比超过 {MOST_RATIO}", f"{file.name[:60]} is packed more than {MOST_RATIO} times"
            )
    if total > MOST_TOTAL:
        raise _too_large("解开后超过 4 GiB", "unpacked it is larger than 4 GiB")


def _too_large(zh: str, en: str) -> RefusedError:
    return RefusedError("too-large", f"内容包太大：{zh}", f"the pack is too large: {en}")
