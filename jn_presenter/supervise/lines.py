"""Lines out of a stream of bytes that may be anything: nothing that a mad program writes fills the memory."""

from collections.abc import Iterator


class Lines:
    """Cuts what it is fed into lines of up to `most` bytes, without their ends.

    Longer ones are left out, or come as their beginning where `cut` is set.
    """

    def __init__(self, most: int, *, cut: bool = False) -> None:
        self._most = most
        self._cut = cut
        self._begun = bytearray()
        self._long = False

    def feed(self, chunk: bytes) -> Iterator[bytes]:
        """The lines that end in this chunk."""
        *ended, begun = chunk.split(b"\n")
        for piece in ended:
            self._take(piece)
            if self._cut or not self._long:
                yield bytes(self._begun)
            self._begun.clear()
            self._long = False
        self._take(begun)

    def rest(self) -> bytes:
        """What has come of a line without its end."""
        return bytes(self._begun) if self._cut or not self._long else b""

    def _take(self, piece: bytes) -> None:
        room = self._most - len(self._begun)
        self._begun += piece[:room]
        self._long = self._long or len(piece) > room
