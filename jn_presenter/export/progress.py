"""How far an export has come, and how it is stopped: one callable, which whoever asked for the export passes."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Progress = Callable[[int, int], None]
"""Told (done, of) after each part, and with 0 before the first. It may raise Cancelled: then nothing is written."""
Item = TypeVar("Item")


class Cancelled(Exception):  # noqa: N818  # nothing has gone wrong
    """Whoever waits for the export has no more use for it."""


def untold(_done: int, _of: int) -> None:
    """Tells nobody."""


def followed(items: Iterable[Item], of: int, progress: Progress) -> Iterator[Item]:
    """The items one by one, each told as done when the next is asked for. Raises what `progress` raises."""
    progress(0, of)
    for done, item in enumerate(items, 1):
        yield item
        progress(done, of)
