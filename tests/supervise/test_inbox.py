"""Being woken by what the show says."""

from threading import Thread

from jn_presenter.supervise.inbox import Bell, Inbox
from jn_presenter.supervise.protocol import Beat, Bye

LONG_S = 60.0


def test_a_bell_that_was_rung_before_ends_the_next_waiting() -> None:
    bell = Bell()
    bell.ring()
    bell.wait(LONG_S)
    bell.wait(0.0)
    ringer = Thread(target=bell.ring)
    ringer.start()
    bell.wait(LONG_S)
    ringer.join()


def test_a_bell_is_rung_without_end_and_nobody_waits() -> None:
    bell = Bell()
    for _ in range(10_000):
        bell.ring()
    bell.wait(LONG_S)


def test_the_newest_of_each_kind_is_heard_once() -> None:
    inbox = Inbox(Bell())
    inbox.put(Beat("a/a"))
    inbox.put(Beat("a/b"))
    inbox.put(Bye("staff"))
    heard = inbox.take()
    assert (heard.beat, heard.bye) == (Beat("a/b"), Bye("staff"))
    assert inbox.take().beat is None
