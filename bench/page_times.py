"""What the pages of an export took, and how the process that exports tells another one of it."""

import msgspec
from msgspec import Struct


class PageTimes(Struct, frozen=True):
    """Ms of each page in show order; what is done once for a whole file counts with the first or last of them.

    `floor` is the same pages by Qt alone; `processor_ms` is what the processors worked for all of `ours`.
    """

    ours: tuple[float, ...]
    floor: tuple[float, ...]
    processor_ms: float

    def pack(self) -> bytes:
        return msgspec.json.encode(self)


def unpack(data: bytes) -> PageTimes:
    """The times that `pack` told. Raises msgspec.DecodeError for anything else."""
    return msgspec.json.decode(data, type=PageTimes)
