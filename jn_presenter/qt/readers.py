"""Two threads that read feeds: one for what answers at once, one for what keeps whoever asks waiting."""

import logging
import queue
import threading
import time
from collections.abc import Callable

from msgspec import Struct

from jn_presenter.load.snapshots import read_feed
from jn_presenter.model.feed import Feed, Request, Snapshot
from jn_presenter.model.problem import Finding
from jn_presenter.model.text import Message

log = logging.getLogger(__name__)
QUICK, SLOW = "data", "data-slow"
LEAVE_S = 2.0


class Reading(Struct, frozen=True):
    """What a feed said, and how long it took to say it."""

    feed: Feed
    snapshot: Snapshot
    took_s: float


class Readers:
    """Reads what it is asked for, in order, in daemon threads that begin with the first of it.

    `done` is called in those threads, once a batch: only if everything told before was taken. Of one feed the last
    reading alone is kept.
    """

    def __init__(self, done: Callable[[], None]) -> None:
        self._done = done
        self._found: dict[Feed, Reading] = {}
        self._change = threading.Condition()
        self._told = False
        self._stopped = False
        self._lanes = {name: _Lane(name, self._put) for name in (QUICK, SLOW)}

    def ask(self, feed: Feed, request: Request, *, slow: bool) -> None:
        """Have the feed read."""
        self._lanes[SLOW if slow else QUICK].ask(feed, request)

    def take(self) -> dict[Feed, Reading]:
        """What was read since the last time."""
        with self._change:
            found, self._found, self._told = self._found, {}, False
        return found

    def wait(self, feeds: frozenset[Feed], seconds: float) -> None:
        """Until all of these are read, for so long at most."""
        with self._change:
            self._change.wait_for(lambda: feeds <= self._found.keys(), seconds)

    def stop(self) -> None:
        """End the threads after what they are at; not waiting for ever where a source does not answer."""
        with self._change:
            self._stopped = True
        until = time.monotonic() + LEAVE_S
        for lane in self._lanes.values():
            lane.end()
        for lane in self._lanes.values():
            lane.join(max(0.0, until - time.monotonic()))

    def _put(self, reading: Reading) -> None:
        with self._change:
            if self._stopped:
                return
            self._found[reading.feed] = reading
            self._change.notify_all()
            tell, self._told = not self._told, True
            if tell:
                self._done()


class _Lane:
    """One thread and what waits for it."""

    def __init__(self, name: str, put: Callable[[Reading], None]) -> None:
        self._put = put
        self._asked: queue.SimpleQueue[tuple[Feed, Request] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._work, name=name, daemon=True)
        self._begun = False

    def ask(self, feed: Feed, request: Request) -> None:
        self._asked.put((feed, request))
        if not self._begun:
            self._begun = True
            self._thread.start()

    def end(self) -> None:
        while not self._asked.empty():
            self._asked.get_nowait()
        self._asked.put(None)

    def join(self, seconds: float) -> None:
        if self._begun:
            self._thread.join(seconds)

    def _work(self) -> None:
        while (entry := self._asked.get()) is not None:
            feed, request = entry
            began = time.monotonic()
            snapshot = _read(feed, request)
            self._put(Reading(feed, snapshot, time.monotonic() - began))


def _read(feed: Feed, request: Request) -> Snapshot:
    """As read_feed; a mistake of ours in a feed costs that feed, not all that its thread would read after it."""
    try:
        return read_feed(feed, request)
    except Exception as error:  # whatever it is, the show goes on
        log.exception("%s", type(feed).__name__)
        wrong = f"{type(error).__name__}: {error}"[:200]
        message = Message(f"程序在读取数据时出错（{wrong}）", f"the program failed to read the data ({wrong})")
        hint = Message("请把这一行告诉开发者", "tell the developers this line")
        return Snapshot(state="failed", finding=Finding(code="feed", path="data", message=message, hint=hint))
