"""Breaks bytes at random, the way disks, editors, transfers and malice do. The same Random breaks them the same way."""

from collections.abc import Callable, Sequence
from random import Random

INTERESTING = (0, 1, 0x7F, 0x80, 0xFF, 0x7FFF, 0x8000, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF, 1 << 62)
MOST_BYTES = 1 << 16
"""What is repeated is not made longer than that: large files are made on purpose, elsewhere."""
NUMBERS = (
    *(b"0", b"-1", b"1e308", b"-0.0", b"9" * 40, b"9" * 5000, b"0." + b"3" * 300, b"NaN", b"Infinity", b"1e999999999"),
)
FEW = (1, 1, 1, 2, 2, 3, 5, 8)


class Noise:
    """Breaks files of one kind. tokens: what means something in them. others: good files to take parts from."""

    def __init__(self, random: Random, tokens: Sequence[bytes], others: Sequence[bytes]) -> None:
        self._random, self._tokens, self._others = random, tokens, others
        self._ways: tuple[Callable[[bytearray], object], ...] = (
            *(self._flip, self._flip, self._byte, self._cut, self._cut, self._insert, self._insert, self._typed),
            *(self._number, self._digits, self._repeat, self._swap, self._splice, self._end, self._line, self._line),
        )

    def broken(self, good: bytes) -> bytes:
        """The file with some faults."""
        data = bytearray(good)
        for _ in range(self._random.choice(FEW)):
            self._random.choice(self._ways)(data)
        return bytes(data)

    def _at(self, data: bytearray) -> int:
        return self._random.randrange(len(data) + 1)

    def _span(self, data: bytearray, most: int = 64) -> tuple[int, int]:
        start = self._at(data)
        return start, min(len(data), start + self._random.randrange(1, most))

    def _flip(self, data: bytearray) -> None:
        if data:
            data[self._random.randrange(len(data))] ^= 1 << self._random.randrange(8)

    def _byte(self, data: bytearray) -> None:
        if data:
            data[self._random.randrange(len(data))] = self._random.randrange(256)

    def _cut(self, data: bytearray) -> None:
        start, end = self._span(data)
        del data[start:end]

    def _insert(self, data: bytearray) -> None:
        at = self._at(data)
        data[at:at] = self._random.choice(self._tokens)

    def _typed(self, data: bytearray) -> None:
        """A token in the place of something."""
        start, end = self._span(data, 24)
        data[start:end] = self._random.choice(self._tokens)

    def _number(self, data: bytearray) -> None:
        """A number at the edge of its bytes, as length fields have them."""
        width, at = self._random.choice((1, 2, 4, 8)), self._at(data)
        value = self._random.choice(INTERESTING) & ((1 << 8 * width) - 1)
        data[at : at + width] = value.to_bytes(width, self._random.choice(("little", "big")))

    def _digits(self, data: bytearray) -> None:
        """Another number in the place of one in words."""
        found = [k for k, byte in enumerate(data) if 48 <= byte < 58]
        if found:
            at = self._random.choice(found)
            data[at : at + 1] = self._random.choice(NUMBERS)

    def _repeat(self, data: bytearray) -> None:
        start, end = self._span(data)
        part = data[start:end]
        if part:
            times = min(self._random.choice((2, 3, 17, 400, 10_000)), max(1, (MOST_BYTES - len(data)) // len(part)))
            data[start:start] = part * times

    def _swap(self, data: bytearray) -> None:
        start, end = self._span(data)
        part = bytes(data[start:end])
        del data[start:end]
        at = self._at(data)
        data[at:at] = part

    def _splice(self, data: bytearray) -> None:
        other = self._random.choice(self._others)
        start = self._random.randrange(len(other) + 1)
        at = self._at(data)
        data[at:at] = other[start : start + self._random.randrange(1, 400)]

    def _end(self, data: bytearray) -> None:
        """Cut off, as by a stick pulled out."""
        if self._random.random() < 0.3:
            del data[self._at(data) :]

    def _line(self, data: bytearray) -> None:
        """A line is lost, doubled, moved, or stands further in."""
        lines = data.splitlines(keepends=True)
        if not lines:
            return
        k, way = self._random.randrange(len(lines)), self._random.randrange(4)
        if way == 0:
            del lines[k]
        elif way == 1:
            lines.insert(k, lines[k])
        elif way == 2:
            lines.insert(self._random.randrange(len(lines)), lines.pop(k))
        else:
            lines[k] = bytearray(b" " * self._random.randrange(1, 5)) + lines[k]
        data[:] = b"".join(lines)
