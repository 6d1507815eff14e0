"""One paint of the audience's picture, and how the process that paints tells another one of it."""

import struct

from msgspec import Struct

TRANSITION, MOTION = b"t", b"m"
_FORMAT = struct.Struct("=cdd")


class Paint(Struct, frozen=True):
    """What was painted, TRANSITION or MOTION, and when it began and ended, in s of time.perf_counter."""

    kind: bytes
    began: float
    ended: float

    @property
    def ms(self) -> float:
        return 1000 * (self.ended - self.began)

    def pack(self) -> bytes:
        return _FORMAT.pack(self.kind, self.began, self.ended)


def unpack(data: bytes) -> tuple[list[Paint], bytes]:
    """The paints that the bytes hold whole, and the bytes left over."""
    whole = len(data) - len(data) % _FORMAT.size
    return [Paint(*fields) for fields in _FORMAT.iter_unpack(data[:whole])], data[whole:]
