"""The frame of a pack, which is a plain ZIP file: one form for the same content, so that each byte of it can be told.

Nothing of a ZIP file is believed when a pack is read: its frame has to be the very one that its manifest asks for.
https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3
"""

import struct
from typing import NamedTuple

from jn_presenter.packs.manifest import File, Method

NEEDED, UNIX = 20, 3 << 8
UTF8 = 0x0800
NO_TIME, FIRST_DAY = 0, 0x21
"""1 January 1980, the first day that there is in a ZIP file."""
METHODS: dict[Method, int] = {"stored": 0, "deflated": 8}
REGULAR = 0o100644 << 16
LOCAL = struct.Struct("<4sHHHHHIIIHH")
CENTRAL = struct.Struct("<4sHHHHHHIIIHHHHHII")
END = struct.Struct("<4sHHHHIIH")
FOLDER = "deck/"
MANIFEST, SIGNATURE = "manifest.json", "manifest.sig"


class Entry(NamedTuple):
    """A file in the ZIP file. Sizes in bytes."""

    name: str
    crc: int
    size: int
    packed: int
    method: Method = "stored"


def entry_of(file: File) -> Entry:
    """Where a file of the deck stands."""
    return Entry(FOLDER + file.name, file.crc, file.size, file.packed, file.method)


def header(entry: Entry) -> bytes:
    """What stands before the bytes of the entry."""
    name = entry.name.encode()
    common = (METHODS[entry.method], NO_TIME, FIRST_DAY, entry.crc, entry.packed, entry.size, len(name), 0)
    return LOCAL.pack(b"PK\3\4", NEEDED, UTF8, *common) + name


def directory(entries: list[Entry]) -> bytes:
    """What stands behind all entries, which follow each other from the start of the file."""
    parts, at = [], 0
    for entry in entries:
        name = entry.name.encode()
        common = (METHODS[entry.method], NO_TIME, FIRST_DAY, entry.crc, entry.packed, entry.size, len(name), 0, 0, 0, 0)
        parts.append(CENTRAL.pack(b"PK\1\2", UNIX | NEEDED, NEEDED, UTF8, *common, REGULAR, at) + name)
        at += LOCAL.size + len(name) + entry.packed
    central = b"".join(parts)
    return central + END.pack(b"PK\5\6", 0, 0, len(entries), len(entries), len(central), at, 0)
