"""Data on its way: what of a slide goes from what was seen of it to new figures, and since when."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from jn_presenter.compose import FittedSlide, Placed, element_frame
from jn_presenter.draw.animate import Change, Way
from jn_presenter.model.feed import Feed

STREAM_S = 1.0
"""A feed that is read more often than this is followed directly: what never rests has nothing to arrive at."""


def streaming(feed: Feed) -> bool:
    """Whether its charts follow it from picture to picture."""
    return 0.0 < feed.period_s() < STREAM_S


class _UnderWay(Struct, frozen=True):
    way: Way
    start_ms: float


class Changes:
    """The elements that are changing, by path. The time is the caller's: nothing here knows a clock."""

    def __init__(self) -> None:
        self._ways: dict[str, _UnderWay] = {}

    def __iter__(self) -> Iterator[str]:
        return iter(self._ways)

    def __bool__(self) -> bool:
        return bool(self._ways)

    def settle(self) -> None:
        """All of it is at its end."""
        self._ways.clear()

    def expire(self, now_ms: float, duration_ms: float) -> None:
        """What is at its end is no change any more."""
        self._ways = {path: way for path, way in self._ways.items() if now_ms - way.start_ms < duration_ms}

    def at(self, now_ms: float, duration_ms: float) -> dict[str, Change]:
        """How far each element is."""
        return {
            path: Change(one.way, max(0.0, now_ms - one.start_ms) / duration_ms) for path, one in self._ways.items()
        }

    def take(
        self,
        old: FittedSlide,
        new: FittedSlide,
        seen: tuple[int, float],
        arrived: Mapping[Feed, float],
        now_ms: float,
        duration_ms: float,
    ) -> None:
        """Set out from what is seen of `old` at `seen`, a step and its t, to `new`, the same slide with other data.

        arrived: when the data of each feed came. An element that shows the same as before has nowhere to go; one
        whose data does not tell when it came changes with the last that did.
        """
        step, t = seen
        under_way = self.at(now_ms, duration_ms)
        was = {item.path: item for item in old.placed}
        for item in new.placed:
            before = was.get(item.path)
            if before is None or before is item:
                continue
            self._ways.pop(item.path, None)
            since = _since(item, arrived)
            if since is None or now_ms - since >= duration_ms:
                continue
            marks = element_frame(before, step, t, change=under_way.get(item.path)).marks
            if marks != element_frame(item, step, t).marks:
                self._ways[item.path] = _UnderWay(Way(marks), since)


def _since(item: Placed, arrived: Mapping[Feed, float]) -> float | None:
    """When the data came that the element goes to, None where it is to be there at once."""
    if any(map(streaming, item.feeds)):
        return None
    times = [arrived[feed] for feed in item.feeds if feed in arrived]
    return max(times) if times else max(arrived.values(), default=None)
