"""Somebody who looks at a part of a display without a break, as an audience does, while others do something else."""

from threading import Event, Thread
from types import TracebackType

from bench.screen import Screen

BYTES = 4
"""Of a pixel: blue, green, red and nothing."""


class Lookout:
    """A context manager: whether any pixel there has had the colour, at any look since it was entered.

    place: x, y, width and height on the display; the smaller, the more looks. colour: red, green, blue; with None,
    whether anything there has changed.
    """

    def __init__(
        self, display: str, place: tuple[int, int, int, int], colour: tuple[int, int, int] | None = None
    ) -> None:
        self.looks = 0
        self.seen = False
        self._screen = Screen(display, place[2], place[3])
        self._place, self._colour = place, colour
        self._over = Event()
        self._thread = Thread(target=self._watch)

    def __enter__(self) -> "Lookout":
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        self._thread.join()
        self._screen.close()

    def _watch(self) -> None:
        first = self._screen.pixels(*self._place)
        while not self._over.is_set():
            pixels = self._screen.pixels(*self._place)
            self.seen = (pixels != first if self._colour is None else has(pixels, self._colour)) or self.seen
            self.looks += 1


def has(pixels: bytes, colour: tuple[int, int, int]) -> bool:
    """Whether one of the pixels has the colour."""
    red, green, blue = colour
    wanted = bytes((blue, green, red))
    place = pixels.find(wanted)
    while place >= 0 and place % BYTES:  # what ends in the next pixel is none
        place = pixels.find(wanted, place + 1)
    return place >= 0
