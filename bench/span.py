"""Something that a program under measurement did, from when to when, and how it tells of it through a pipe."""

import os
import struct
import time
from collections.abc import Iterator
from contextlib import contextmanager

from msgspec import Struct

TRANSITION, MOTION = b"t", b"m"
"""The audience's picture was painted, in a transition or in a motion."""
READ, STALL = b"r", b"s"
"""A feed was read; the event loop was busy for longer than it should be."""
LOOK_S = 0.005
_FORMAT = struct.Struct("=cdd")


class Span(Struct, frozen=True):
    """What was done, and when it began and ended, in s of time.perf_counter."""

    kind: bytes
    began: float
    ended: float

    @property
    def ms(self) -> float:
        return 1000 * (self.ended - self.began)

    def pack(self) -> bytes:
        return _FORMAT.pack(self.kind, self.began, self.ended)


def unpack(data: bytes) -> tuple[list[Span], bytes]:
    """The spans that the bytes hold whole, and the bytes left over."""
    whole = len(data) - len(data) % _FORMAT.size
    return [Span(*fields) for fields in _FORMAT.iter_unpack(data[:whole])], data[whole:]


@contextmanager
def pipe() -> Iterator[tuple[int, int]]:
    """A pipe's ends, to be read without waiting and to be written to."""
    reader, writer = os.pipe()
    try:
        os.set_blocking(reader, False)
        yield reader, writer
    finally:
        os.close(reader)
        os.close(writer)


def told(reader: int) -> Iterator[list[Span]]:
    """What is told from now on, every few ms as long as anybody asks."""
    left = b""
    while True:
        time.sleep(LOOK_S)
        try:
            spans, left = unpack(left + os.read(reader, 1 << 16))
        except BlockingIOError:
            spans = []
        yield spans
