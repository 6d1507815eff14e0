"""One frame of a chart in motion, and how the process that plays it tells another one of all of them."""

from collections.abc import Iterable
from typing import Literal

import msgspec
from msgspec import Struct

Motion = Literal["entrance", "change", "floor"]


class Frame(Struct, frozen=True, array_like=True):
    """What a frame of which chart took, in ms of time and of the processor's. `chart` is empty for the floor."""

    chart: str
    motion: Motion
    ms: float
    processor_ms: float
    bars: bool = False
    """Whether the chart's figures are bars."""


def pack(frames: Iterable[Frame]) -> bytes:
    """The frames as one message."""
    return msgspec.json.encode(list(frames))


def unpack(data: bytes) -> list[Frame]:
    """Raises msgspec.DecodeError for anything else than packed frames."""
    return msgspec.json.decode(data, type=list[Frame])
